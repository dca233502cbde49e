/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-inquiry.h"

#include "foyer-query.h"

G_BEGIN_DECLS

#define FOYER_TYPE_INQUIRY_LIST (foyer_inquiry_list_get_type ())
G_DECLARE_FINAL_TYPE (FoyerInquiryList, foyer_inquiry_list, FOYER, INQUIRY_LIST, GObject)

/**
 * FoyerInquiryList:
 *
 * A #GListModel of #FoyerInquiry: the requests that a query asks for. It is as long as the list of records below it, which reads page by page.
 */

/**
 * foyer_inquiry_list_new:
 * @query: (transfer full): of requests
 */
FoyerInquiryList *foyer_inquiry_list_new (FoyerDesk *desk, FoyerQuery *query);

/**
 * foyer_inquiry_list_set_query:
 * @query: (transfer full)
 *
 * Shows others.
 */
void foyer_inquiry_list_set_query (FoyerInquiryList *self, FoyerQuery *query);

/**
 * foyer_inquiry_list_find:
 * @position: (out) (optional)
 *
 * Returns: whether the request is in the part of the list that has been read
 */
gboolean foyer_inquiry_list_find (FoyerInquiryList *self, const char *id, guint *position);

G_END_DECLS
