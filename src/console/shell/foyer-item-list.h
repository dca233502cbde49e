/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

G_BEGIN_DECLS

#define FOYER_TYPE_ITEM_LIST (foyer_item_list_get_type ())
G_DECLARE_FINAL_TYPE (FoyerItemList, foyer_item_list, FOYER, ITEM_LIST, GObject)

/**
 * FoyerItemList:
 *
 * A #GListModel of what a page makes of the records that a query asks for: each with the names that its row shows. It is as long as the list of records
 * below it, which reads page by page, and an item is made when somebody asks for it and found again as long as somebody holds it. (The map of GTK 4.8
 * gives another row's item for one that was replaced.)
 */

/**
 * FoyerItemFunc:
 * @record: what the list has
 *
 * Returns: (transfer full): what is shown of it
 */
typedef GObject *(*FoyerItemFunc) (gpointer user_data, FoyerRecord *record);

/**
 * FoyerItemFitsFunc:
 * @item: what was made of an earlier @record of the same id
 *
 * Returns: whether @item still shows @record
 */
typedef gboolean (*FoyerItemFitsFunc) (GObject *item, FoyerRecord *record);

/**
 * foyer_item_list_new:
 * @query: (transfer full)
 * @make: makes an item; @user_data must live as long as the list
 * @fits: (nullable): %NULL for items that follow the store by themselves
 */
FoyerItemList *foyer_item_list_new (FoyerStore *store,
                                    FoyerQuery *query,
                                    FoyerItemFunc make,
                                    FoyerItemFitsFunc fits,
                                    gpointer user_data);

/**
 * foyer_item_list_set_query:
 * @query: (transfer full)
 *
 * Shows others.
 */
void foyer_item_list_set_query (FoyerItemList *self, FoyerQuery *query);

/**
 * foyer_item_list_find:
 * @position: (out) (optional)
 *
 * Returns: whether the record of @id is in the part of the list that has been read
 */
gboolean foyer_item_list_find (FoyerItemList *self, const char *id, guint *position);

G_END_DECLS
