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
 * Read-only properties: `client` (#FoyerRecord, who is looked at), `total` (uint), `busy` (whether a link is being made).
 */

GtkWidget *foyer_clients_page_new (void);

G_END_DECLS
