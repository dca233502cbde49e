/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_INVITE_DIALOG (foyer_invite_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerInviteDialog, foyer_invite_dialog, FOYER, INVITE_DIALOG, AdwWindow)

/**
 * FoyerInviteDialog:
 *
 * Asks who is to be invited and how they get in (D3). What would go wrong is said under the fields while somebody types.
 *
 * Beside them stands the mail that would leave (001-44). A password that staff set goes to the server at once and is in no mail (004-24).
 *
 * Properties, read-only: `heading`, `preflight` (what is to be known of the address), `sets-password`, `password-problem` (what the
 * password lacks), `subject` and `words` (of the mail), `ready` (whether it can be sent).
 */

/**
 * foyer_invite_dialog_new:
 * @client: to whose portal
 * @person: (nullable): who is invited, if they are there already
 */
GtkWindow *
foyer_invite_dialog_new (GtkWindow *parent, FoyerDesk *desk, FoyerRecord *client, FoyerRecord *person);

/**
 * foyer_invite_dialog_get_person_id:
 *
 * Returns: (transfer none) (nullable): of whoever is there already
 */
const char *foyer_invite_dialog_get_person_id (FoyerInviteDialog *self);

/**
 * foyer_invite_dialog_get_name:
 *
 * Returns: (transfer none): of whoever is invited, as typed
 */
const char *foyer_invite_dialog_get_name (FoyerInviteDialog *self);

/**
 * foyer_invite_dialog_make_person:
 *
 * Returns: (transfer full): the new person, or what changes about whoever is there; %NULL if nothing does
 */
JsonObject *foyer_invite_dialog_make_person (FoyerInviteDialog *self);

/**
 * foyer_invite_dialog_make_invite:
 * @person_id: who is invited
 *
 * Returns: (transfer full): the invite
 */
JsonObject *foyer_invite_dialog_make_invite (FoyerInviteDialog *self, const char *person_id);

/**
 * foyer_invite_dialog_sets_password:
 *
 * Returns: whether the invite carries a password, and must not wait on this computer
 */
gboolean foyer_invite_dialog_sets_password (FoyerInviteDialog *self);

/**
 * foyer_invite_dialog_replace:
 * @invite: one with a password that was set; nobody but who set it knows it, so that it is asked for anew
 *
 * Makes the invite one in the place of @invite (001-27).
 */
void foyer_invite_dialog_replace (FoyerInviteDialog *self, FoyerRecord *invite);

/**
 * FoyerInviteDialog::confirmed:
 *
 * The invite is to be sent. The dialog closes by itself.
 */

G_END_DECLS
