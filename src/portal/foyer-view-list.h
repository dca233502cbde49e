/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-view-context.h"

G_BEGIN_DECLS

/**
 * FoyerViewList:
 * @name: of the member that holds it
 * @limit: how many records a page of it has
 * @belongs: (nullable): whether the viewer sees a record in this list; %NULL for foyer_view_shows()
 * @make: what is shown of a record
 * @part: of the view that it is; 0 for a list of a record, which is there whenever that is
 *
 * A list that may be longer than one page. The view holds one page of it: the first one, or the one that the viewer turned to
 * (#FoyerListPlace).
 */
typedef struct {
  const char *name;
  guint limit;
  gboolean (*belongs) (FoyerViewContext *context, FoyerRecord *record);
  FoyerViewMake make;
  FoyerViewParts part;
} FoyerViewList;

/**
 * foyer_view_take_page:
 * @object: the view, or the record that the list is about
 * @queries: all in the order of the list, of one type; no record is found by two of them. Where they begin and end is changed
 *
 * Reads one page. Says in @object's member `pages` beside which records the pages before and after it lie, and in `turned` which list was
 * turned to. A place that is not in this list, or not there any more, is its beginning. A list that is not wanted is not read, and is empty.
 *
 * Returns: (transfer full) (element-type FoyerRecord): the records
 */
GPtrArray *foyer_view_take_page (JsonObject *object,
                                 FoyerViewContext *context,
                                 const FoyerViewList *list,
                                 FoyerQuery *const *queries,
                                 guint n_queries);

/**
 * foyer_view_add_page:
 *
 * The same, and adds what is shown of the records as the member that the list is named by.
 */
void foyer_view_add_page (JsonObject *object,
                          FoyerViewContext *context,
                          const FoyerViewList *list,
                          FoyerQuery *const *queries,
                          guint n_queries);

/**
 * foyer_view_add_list:
 * @query: (transfer full)
 *
 * The same for a list that one query finds.
 */
void foyer_view_add_list (JsonObject *object,
                          FoyerViewContext *context,
                          const FoyerViewList *list,
                          FoyerQuery *query);

/**
 * foyer_view_add_first:
 * @query: (transfer full)
 *
 * The same for a list that is not gone through: no more than its limit, and no ways to what comes after.
 */
void foyer_view_add_first (JsonObject *object,
                           FoyerViewContext *context,
                           const FoyerViewList *list,
                           FoyerQuery *query);

/**
 * foyer_view_read_all:
 * @found: (element-type FoyerRecord): gets them
 * @query: (transfer full)
 *
 * Reads all that the viewer may see of what @query finds, however many there are.
 */
void foyer_view_read_all (GPtrArray *found, FoyerViewContext *context, FoyerQuery *query);

/* The visits of a site or a plan. */
extern const FoyerViewList foyer_view_record_visits;

G_END_DECLS
