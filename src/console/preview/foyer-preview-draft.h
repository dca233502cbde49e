/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-stage.h"
#include "foyer-settings-draft.h"

G_BEGIN_DECLS

/**
 * foyer_preview_draft_follow:
 * @draft: of the settings, as somebody is changing them
 *
 * Lets @stage show what is drafted, from now on and with every change.
 */
void foyer_preview_draft_follow (FoyerPreviewStage *stage, FoyerSettingsDraft *draft);

G_END_DECLS
