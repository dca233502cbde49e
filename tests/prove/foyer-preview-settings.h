/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-world.h"

G_BEGIN_DECLS

/**
 * FoyerPreviewSetting:
 * @patch: to the settings of the sample business; empty for these as they are
 *
 * Settings under which all is looked at.
 */
typedef struct {
  char *name;
  JsonObject *patch;
} FoyerPreviewSetting;

/**
 * foyer_preview_settings_list:
 *
 * Returns: (transfer full) (element-type FoyerPreviewSetting): as they are, each switch turned alone, each other word of each choice alone,
 *   each list of words empty, and many switches at once
 */
GPtrArray *foyer_preview_settings_list (FoyerPreviewWorld *world, guint64 seed);

G_END_DECLS
