/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-settings-draft.h"

#include "foyer-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SETTING_ROW (foyer_setting_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSettingRow, foyer_setting_row, FOYER, SETTING_ROW, AdwPreferencesRow)

/**
 * FoyerSettingRow:
 *
 * One setting: what it is called, what it does for clients, its value as it is drafted, and what is wrong with it or what it was (D1, Row
 * anatomy). It follows the draft. Properties, read-only: `subtitle`, `note`, `changed`, `contested`, `wrong`, `back-tooltip`, `locked`.
 */

/**
 * foyer_setting_row_new:
 * @desk: not referenced beyond foyer_setting_row_stop()
 * @lock: (nullable): why whoever is signed in may not change it, in one sentence
 */
GtkWidget *foyer_setting_row_new (FoyerDesk *desk, const FoyerField *field, const char *lock);

/**
 * foyer_setting_row_explain:
 *
 * Says what the setting does, in a window of its own.
 */
void foyer_setting_row_explain (FoyerSettingRow *self);

const FoyerField *foyer_setting_row_get_field (FoyerSettingRow *self);

/**
 * foyer_setting_row_inherit:
 *
 * Drafts that the setting is what it is without anybody's choice: what the business has, or its default. It can be taken back.
 */
void foyer_setting_row_inherit (FoyerSettingRow *self);

/**
 * foyer_setting_row_stop:
 *
 * Follows the draft no longer.
 */
void foyer_setting_row_stop (FoyerSettingRow *self);

G_END_DECLS
