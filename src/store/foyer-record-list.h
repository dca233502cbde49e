/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

G_BEGIN_DECLS

#define FOYER_TYPE_RECORD_LIST (foyer_record_list_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRecordList, foyer_record_list, FOYER, RECORD_LIST, GObject)

/**
 * FoyerRecordList:
 *
 * A #GListModel of the #FoyerRecord that a query asks for, kept up to date. It reads some at a time, by key, as the list is scrolled: few at
 * first, for each of which a window makes a row. It tells of changes with the smallest `items-changed`. A record keeps its object while it does
 * not change.
 */

/**
 * foyer_record_list_new:
 * @query: (transfer full): its limit is not looked at
 *
 * Returns: (transfer full): the list
 */
FoyerRecordList *foyer_record_list_new (FoyerStore *store, FoyerQuery *query);

/**
 * foyer_record_list_set_query:
 * @query: (transfer full)
 *
 * Shows something else.
 */
void foyer_record_list_set_query (FoyerRecordList *self, FoyerQuery *query);

/**
 * foyer_record_list_find:
 * @position: (out) (optional)
 *
 * Returns: whether the record @id is in the part that has been read
 */
gboolean foyer_record_list_find (FoyerRecordList *self, const char *id, guint *position);

G_END_DECLS
