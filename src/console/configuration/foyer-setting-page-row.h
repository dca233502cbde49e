/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-layout.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SETTING_PAGE_ROW (foyer_setting_page_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSettingPageRow, foyer_setting_page_row, FOYER, SETTING_PAGE_ROW, GtkListBoxRow)

/**
 * FoyerSettingPageRow:
 *
 * A page in the list of Configuration: its name, how things stand on it, and a dot if something on it is not published.
 */

GtkWidget *foyer_setting_page_row_new (const FoyerSettingPage *page);

const FoyerSettingPage *foyer_setting_page_row_get_page (FoyerSettingPageRow *self);

/**
 * foyer_setting_page_row_show:
 * @state: the line under the name
 * @changed: whether something on it is not published
 */
void foyer_setting_page_row_show (FoyerSettingPageRow *self, const char *state, gboolean changed);

G_END_DECLS
