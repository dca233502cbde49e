/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

G_BEGIN_DECLS

/* What becomes of invites after they were made. All of it runs on the writing lane, in the caller's transaction. */

/**
 * foyer_invite_is_open:
 *
 * Returns: whether @invite may still come to something: it was neither used nor taken back and did not run out
 */
gboolean foyer_invite_is_open (FoyerRecord *invite);

/**
 * foyer_invite_finds_login:
 * @person_id: whoever is invited
 * @address: where
 * @has_login: (out): whether somebody signs in with @address already: @person_id, or somebody of another client (X11, L16)
 *
 * Returns: %FALSE with an error if it cannot be found out
 */
gboolean foyer_invite_finds_login (FoyerTransaction *transaction,
                                   const char *person_id,
                                   const char *address,
                                   gboolean *has_login,
                                   GError **error);

/**
 * foyer_invite_make_link:
 * @invite: gets the last characters of the link
 * @expires_at: seconds since 1970
 *
 * Makes a link to register by. Links of the invite that are out go on working.
 *
 * Returns: (transfer full): its address, to be freed with foyer_secret_free(), or %NULL with an error
 */
char *
foyer_invite_make_link (FoyerTransaction *transaction, JsonObject *invite, gint64 expires_at, GError **error);

/**
 * foyer_invite_renew_secret:
 *
 * Makes what staff hand over themselves: a link, or a password if it is an invite with a generated one (004-25). What was made before
 * dies.
 *
 * Returns: (transfer full): it, to be freed with foyer_secret_free(); %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED if the invite is over or
 *   has a password that staff know already
 */
char *foyer_invite_renew_secret (FoyerTransaction *transaction, FoyerRecord *invite, GError **error);

/**
 * foyer_invite_forget_password:
 *
 * Takes back a password that came with an invite, unless its person has chosen another one since.
 */
gboolean foyer_invite_forget_password (FoyerTransaction *transaction, JsonObject *invite, GError **error);

/**
 * foyer_invite_note_opened:
 *
 * Notes that the link was opened, which also proves that the mail arrived. The first time counts.
 */
gboolean foyer_invite_note_opened (FoyerTransaction *transaction, FoyerRecord *invite, GError **error);

/**
 * foyer_invite_note_registered:
 *
 * Notes that onboarding was finished, and gives the person access (001-9, 001-10). Links of the invite die.
 */
gboolean foyer_invite_note_registered (FoyerTransaction *transaction, FoyerRecord *invite, GError **error);

/**
 * foyer_invite_send_again:
 *
 * Mails a new invite in the place of one that ran out, because its receiver asked for it (A7).
 */
gboolean foyer_invite_send_again (FoyerTransaction *transaction, FoyerRecord *invite, GError **error);

/**
 * foyer_invites_expire:
 * @nothing: unused
 *
 * Notes at some of those that ran out that they did, and takes back passwords that came with them (001-38). Runs as the server.
 */
gboolean foyer_invites_expire (FoyerTransaction *transaction, gpointer nothing, GError **error);

/**
 * foyer_invites_count_late:
 *
 * Returns: how many ran out without a note of it, -1 with an error
 */
gint64 foyer_invites_count_late (FoyerTransaction *transaction, GError **error);

G_END_DECLS
