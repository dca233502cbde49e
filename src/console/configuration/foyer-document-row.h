/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

#include <adwaita.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define FOYER_TYPE_DOCUMENT_ROW (foyer_document_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDocumentRow, foyer_document_row, FOYER, DOCUMENT_ROW, AdwExpanderRow)

/**
 * FoyerDocumentRow:
 *
 * One document of the business: what it is, who sees it, and beneath it all that can be changed. Ctrl+Up and Ctrl+Down move it,
 * and its handle can be dragged.
 */

/**
 * foyer_document_row_new:
 * @store: of the clients who may see it
 * @is_locked: whether whoever is signed in only looks
 * @is_first: whether it cannot go up
 * @is_last: whether it cannot go down
 */
GtkWidget *foyer_document_row_new (FoyerStore *store,
                                   FoyerRecord *document,
                                   gboolean is_locked,
                                   gboolean is_first,
                                   gboolean is_last);

/**
 * foyer_document_row_describe:
 *
 * Returns: (transfer full): what a document is and who sees it, in one line
 */
char *foyer_document_row_describe (FoyerRecord *document);

FoyerRecord *foyer_document_row_get_document (FoyerDocumentRow *self);

/**
 * FoyerDocumentRow::changed:
 * @patch: (type JsonObject): what shall be different
 */

/**
 * FoyerDocumentRow::moved:
 * @step: -1 for up, 1 for down
 */

/**
 * FoyerDocumentRow::dropped:
 * @id: of the document that was dragged here
 * @is_below: whether it shall come after this one
 */

/**
 * FoyerDocumentRow::removed:
 *
 * It is to be taken off the portal.
 */

G_END_DECLS
