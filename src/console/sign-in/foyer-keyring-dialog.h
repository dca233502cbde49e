/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Responses. */
#define FOYER_KEYRING_SESSION_ONLY "session-only"
#define FOYER_KEYRING_TRY_AGAIN "try-again"
#define FOYER_KEYRING_LATER "later"

/**
 * foyer_keyring_dialog_new:
 * @parent: (nullable)
 * @error: why the sign-in could not be kept: a #FoyerKeyringError, or anything else
 *
 * Says that the sign-in cannot be kept in the keyring, and asks what now: %FOYER_KEYRING_SESSION_ONLY stays signed in until Foyer closes,
 * and so does closing the dialog; %FOYER_KEYRING_TRY_AGAIN comes after somebody unlocked or started the keyring.
 *
 * Returns: (transfer floating): an #AdwMessageDialog that has not been shown
 */
GtkWidget *foyer_keyring_dialog_new (GtkWindow *parent, const GError *error);

/**
 * foyer_keyring_dialog_new_for_loading:
 * @parent: (nullable)
 * @error: why the sign-in of last time could not be read: a #FoyerKeyringError, or anything else
 *
 * Says that the sign-in in the keyring is out of reach, and asks what now: %FOYER_KEYRING_TRY_AGAIN, %FOYER_KEYRING_SESSION_ONLY for
 * signing in anew, %FOYER_KEYRING_LATER, and closing the dialog too, for working on without the server.
 *
 * Returns: (transfer floating): an #AdwMessageDialog that has not been shown
 */
GtkWidget *foyer_keyring_dialog_new_for_loading (GtkWindow *parent, const GError *error);

G_END_DECLS
