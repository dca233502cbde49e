/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SETTINGS_HISTORY (foyer_settings_history_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSettingsHistory, foyer_settings_history, FOYER, SETTINGS_HISTORY, AdwBin)

/**
 * FoyerSettingsHistory:
 *
 * What was published, when and by whom, and each change old and new (D1, History). Taking one back makes a draft and publishes nothing.
 */

/**
 * foyer_settings_history_new:
 * @desk: not referenced beyond foyer_settings_history_stop()
 * @lock: (nullable): why whoever is signed in may not take anything back
 */
GtkWidget *foyer_settings_history_new (FoyerDesk *desk, const char *lock);

void foyer_settings_history_stop (FoyerSettingsHistory *self);

G_END_DECLS
