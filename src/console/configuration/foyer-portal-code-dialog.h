/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PORTAL_CODE_DIALOG (foyer_portal_code_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPortalCodeDialog, foyer_portal_code_dialog, FOYER, PORTAL_CODE_DIALOG, AdwWindow)

/**
 * foyer_portal_code_dialog_new:
 * @parent: (nullable)
 * @address: of the portal
 *
 * Shows the portal's address as a QR code, to be photographed, copied or saved for leaflets and invoices (003-22).
 */
GtkWindow *foyer_portal_code_dialog_new (GtkWindow *parent, const char *address);

/**
 * foyer_portal_code_dialog_save:
 * @file: becomes a PNG picture
 *
 * Saves the code, as the button does once a file is chosen.
 */
void foyer_portal_code_dialog_save (FoyerPortalCodeDialog *self, GFile *file);

G_END_DECLS
