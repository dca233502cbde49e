/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_OUTBOX_GROUP (foyer_outbox_group_get_type ())
G_DECLARE_FINAL_TYPE (FoyerOutboxGroup, foyer_outbox_group, FOYER, OUTBOX_GROUP, AdwBin)

/**
 * FoyerOutboxGroup:
 *
 * A part of the Outbox: the first rows of a list, and below them how many more there are, of which some more come when that is pressed. After days
 * without a network thousands wait, and a row for each of them would hold the window up for minutes.
 *
 * Property `named-by` (GtkWidget): the heading by which assistive technologies name the list. Signals: `changing` before rows come or go
 * because the list has changed, `changed` after it, and `row-activated` with the row.
 */

/**
 * foyer_outbox_group_show:
 * @list: (transfer full): what is listed; its items are made into rows as they come into sight
 * @create: makes the row of an item; @user_data must live until the group is cleared
 */
void foyer_outbox_group_show (FoyerOutboxGroup *self,
                              GListModel *list,
                              GtkListBoxCreateWidgetFunc create,
                              gpointer user_data);

/**
 * foyer_outbox_group_clear:
 *
 * Lets go of the list and its rows. The group may show another one afterwards.
 */
void foyer_outbox_group_clear (FoyerOutboxGroup *self);

/**
 * foyer_outbox_group_get_list:
 *
 * Returns: (transfer none) (nullable): all that is listed, with a row or without one
 */
GListModel *foyer_outbox_group_get_list (FoyerOutboxGroup *self);

/**
 * foyer_outbox_group_get_first_row:
 *
 * Returns: (transfer none) (nullable): the topmost row; the next ones are its siblings
 */
GtkWidget *foyer_outbox_group_get_first_row (FoyerOutboxGroup *self);

G_END_DECLS
