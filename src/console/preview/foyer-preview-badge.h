/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-check.h"
#include "foyer-subject-bin.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_BADGE (foyer_preview_badge_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewBadge, foyer_preview_badge, FOYER, PREVIEW_BADGE, FoyerSubjectBin)

/**
 * FoyerPreviewBadge:
 *
 * Whether a preview is what the live portal shows, in an icon and words. Property: `check` (#FoyerPreviewCheck).
 */

G_END_DECLS
