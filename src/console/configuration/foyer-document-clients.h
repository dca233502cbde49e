/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_DOCUMENT_CLIENTS (foyer_document_clients_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDocumentClients, foyer_document_clients, FOYER, DOCUMENT_CLIENTS, GObject)

/**
 * FoyerDocumentClients:
 *
 * The clients who see a document if some do: one row each, and one to add another.
 */

/**
 * foyer_document_clients_new:
 * @store: of the clients' names; who is looked for is found off the main thread
 * @ids: (nullable) (array zero-terminated=1): who sees it
 */
FoyerDocumentClients *foyer_document_clients_new (FoyerStore *store, char **ids);

/**
 * foyer_document_clients_add_rows:
 *
 * Adds its rows to @expander, once.
 */
void foyer_document_clients_add_rows (FoyerDocumentClients *self, AdwExpanderRow *expander);

/**
 * FoyerDocumentClients::chosen:
 * @ids: (array zero-terminated=1): who is to see it
 */

G_END_DECLS
