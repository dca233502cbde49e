/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_CLIENTS_PAGE (foyer_clients_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerClientsPage, foyer_clients_page, FOYER, CLIENTS_PAGE, AdwBin)

/**
 * FoyerClientsPage:
 *
 * The area of clients: who they are, how to reach them, and the way into their portal.
 *
 * Properties: `desk`, `single-keys`, `outer-collapsed`; read-only: `client` (#FoyerRecord, who is looked at), `total` (uint), `busy` (whether a link
 * is being made).
 */

GtkWidget *foyer_clients_page_new (void);

/**
 * foyer_clients_page_back:
 *
 * Returns: whether there was something to go back from
 */
gboolean foyer_clients_page_back (FoyerClientsPage *self);

/**
 * foyer_clients_page_stop:
 *
 * Ends what is under way. To be called before the desk is closed.
 */
void foyer_clients_page_stop (FoyerClientsPage *self);

/**
 * FoyerClientsPage::said:
 * @sentence: what came of it, for a toast
 */

G_END_DECLS
