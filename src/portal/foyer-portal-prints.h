/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-print.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerPrintKind:
 * @FOYER_PRINT_INVOICE: needs a view with an invoice (foyer_portal_view_add_record())
 * @FOYER_PRINT_QUOTE: needs a view with a quote
 * @FOYER_PRINT_DOCUMENT: the sheet that goes with a signed document; needs a view with a document that the viewer's client signed
 * @FOYER_PRINT_STATEMENT: needs a view with a statement (foyer_portal_view_add_statement())
 *
 * What clients can take home on paper (001-18).
 */
typedef enum {
  FOYER_PRINT_INVOICE,
  FOYER_PRINT_QUOTE,
  FOYER_PRINT_DOCUMENT,
  FOYER_PRINT_STATEMENT,
} FoyerPrintKind;

#define FOYER_N_PRINT_KINDS 4

/**
 * foyer_portal_print:
 * @view: from foyer_portal_view()
 * @record_id: (nullable): what the paper is about
 *
 * Makes a paper from the document that the page is made of: it says what the page says and nothing that the viewer may not see. Its
 * language is the organisation's, so that office and client hold the same paper.
 *
 * Returns: (transfer full) (nullable): the paper, or %NULL if the view does not have it
 */
FoyerPrint *foyer_portal_print (JsonObject *view, FoyerPrintKind kind, const char *record_id);

G_END_DECLS
