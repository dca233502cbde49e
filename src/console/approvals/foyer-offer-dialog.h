/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_OFFER_DIALOG (foyer_offer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerOfferDialog, foyer_offer_dialog, FOYER, OFFER_DIALOG, AdwWindow)

/**
 * FoyerOfferDialog:
 *
 * Asks which other times a client is offered, and with which words: up to three of the free times nearest to the one that was wished.
 *
 * Properties, read-only: `question`, `state` (`looking`, `times` or `none`), `chosen` (uint: how many times are ticked).
 */

/**
 * foyer_offer_dialog_new:
 * @parent: (nullable)
 * @booking: what needs another time
 * @client: the client's name
 */
GtkWindow *
foyer_offer_dialog_new (GtkWindow *parent, FoyerDesk *desk, FoyerRecord *booking, const char *client);

/**
 * FoyerOfferDialog::confirmed:
 * @patch: (type JsonObject): of the booking
 *
 * The dialog closes by itself.
 */

G_END_DECLS
