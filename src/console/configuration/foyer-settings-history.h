/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-panel.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SETTINGS_HISTORY (foyer_settings_history_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSettingsHistory,
                      foyer_settings_history,
                      FOYER,
                      SETTINGS_HISTORY,
                      FoyerSettingPanel)

/**
 * FoyerSettingsHistory:
 *
 * What was published, when and by whom, and each change old and new (D1, History). Taking one back makes a draft and publishes nothing.
 */

/**
 * foyer_settings_history_describe:
 *
 * Returns: (transfer full): who published last, and when, in one line
 */
char *foyer_settings_history_describe (FoyerDesk *desk);

G_END_DECLS
