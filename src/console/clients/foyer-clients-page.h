/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-area-page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CLIENTS_PAGE (foyer_clients_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerClientsPage, foyer_clients_page, FOYER, CLIENTS_PAGE, FoyerAreaPage)

/**
 * FoyerClientsPage:
 *
 * The area of clients: who they are, how to reach them, and the way into their portal.
 *
 * Read-only properties: `client` (#FoyerRecord, who is looked at), `total` (uint).
 */

GtkWidget *foyer_clients_page_new (void);

/**
 * foyer_clients_page_look_at:
 *
 * Goes to a client, also to one far down in the list.
 */
void foyer_clients_page_look_at (FoyerClientsPage *self, const char *client_id);

G_END_DECLS
