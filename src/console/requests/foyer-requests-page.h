/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-area-page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_REQUESTS_PAGE (foyer_requests_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRequestsPage, foyer_requests_page, FOYER, REQUESTS_PAGE, FoyerAreaPage)

/**
 * FoyerRequestsPage:
 *
 * What clients ask that is no booking (D4): complaints, disputes, wishes for a price, a visit or a change, each with its destination.
 *
 * Read-only properties: `inquiry` (#FoyerInquiry or %NULL, what is looked at), `shown` (`waiting` or `closed`), `empty`, `waits` (whether what is looked at waits for somebody).
 *
 * What can be done are the actions `request.take`, `request.resolve`, `request.decline` and `request.open-file`.
 */

GtkWidget *foyer_requests_page_new (void);

/**
 * foyer_requests_page_look_at:
 *
 * Goes to a request, wherever it stands.
 */
void foyer_requests_page_look_at (FoyerRequestsPage *self, const char *request_id);

G_END_DECLS
