/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * foyer_row_words_fit:
 * @row: an #AdwActionRow or #AdwExpanderRow with a title and a subtitle
 *
 * Keeps its words within it however long they are. As libadwaita has it, title and subtitle ask together for the width of
 * fewer lines than they have, and stand out of the row.
 */
void foyer_row_words_fit (GtkWidget *row);

/**
 * foyer_group_words_fit:
 * @group: with no rows yet
 *
 * The same of the title and description above its rows.
 */
void foyer_group_words_fit (AdwPreferencesGroup *group);

/**
 * foyer_row_words_spell:
 * @row: an #AdwActionRow or #AdwExpanderRow whose words are addresses or the like
 *
 * Breaks them without a hyphen: whoever writes them down would write it, too.
 */
void foyer_row_words_spell (GtkWidget *row);

/**
 * foyer_label_spell:
 * @label: whose words are an address or the like
 *
 * The same of one label.
 */
void foyer_label_spell (GtkLabel *label);

G_END_DECLS
