/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PORTAL_ADDRESS_ROW (foyer_portal_address_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPortalAddressRow,
                      foyer_portal_address_row,
                      FOYER,
                      PORTAL_ADDRESS_ROW,
                      AdwPreferencesRow)

/**
 * FoyerPortalAddressRow:
 *
 * The portal's address as the server says it (X9), to copy, to show as a QR code or to open (003-22).
 */

/**
 * foyer_portal_address_row_new:
 * @address: (nullable): %NULL until it has been fetched
 * @sentence: (nullable): that tells clients of it, to be put into a mail; with the address
 */
GtkWidget *foyer_portal_address_row_new (const char *address, const char *sentence);

/**
 * FoyerPortalAddressRow::said:
 * @sentence: what came of it, for a toast
 */

G_END_DECLS
