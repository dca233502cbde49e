/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-settings-draft.h"

G_BEGIN_DECLS

FoyerDesk *foyer_settings_draft_get_desk (FoyerSettingsDraft *self);

/**
 * foyer_settings_draft_get_patch:
 *
 * Returns: (transfer none): setting to drafted value
 */
JsonObject *foyer_settings_draft_get_patch (FoyerSettingsDraft *self);

/**
 * foyer_settings_draft_let_go:
 * @patch: what was published
 * @operation_id: (nullable): by what, if it comes back when that is taken back
 *
 * What was published leaves the draft, unless it was changed again since.
 */
void foyer_settings_draft_let_go (FoyerSettingsDraft *self, JsonObject *patch, const char *operation_id);

G_END_DECLS
