/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-secret.h"
#include "site/foyer-site-turn.h"

G_BEGIN_DECLS

/* What all doors share. */

/**
 * foyer_site_ask_fresh_link:
 * @kind: of the secret in the address
 *
 * Writes down that somebody asks for a fresh link in place of the one whose address this is. The answer, and the work, are the same
 * whatever became of it (A7).
 *
 * Returns: (transfer full): the neutral page, or %NULL with an error
 */
FoyerHttpResponse *foyer_site_ask_fresh_link (FoyerSiteTurn *turn, FoyerSecretKind kind, GError **error);

/**
 * foyer_site_judge_password:
 * @person: whose it shall be
 * @password: (nullable): from outside
 * @again: (nullable): the same once more
 *
 * Returns: what is wrong with it
 */
FoyerPageProblem foyer_site_judge_password (FoyerRecord *person, const char *password, const char *again);

/**
 * foyer_site_may_choose_password:
 *
 * Returns: whether the session is one that may give its person a password
 */
gboolean foyer_site_may_choose_password (FoyerSiteTurn *turn);

/**
 * foyer_site_keep_password:
 * @address: whose login it is
 * @password: that its owner has chosen
 *
 * Keeps it, and notes it at everybody with that address.
 */
gboolean
foyer_site_keep_password (FoyerSiteTurn *turn, const char *address, const char *password, GError **error);

/**
 * foyer_site_note_lock:
 * @person_id: (nullable): whom wrong digits have just locked out
 *
 * Shows staff that and until when (D19); they unlock by removing it.
 */
gboolean foyer_site_note_lock (FoyerSiteTurn *turn, const char *person_id, GError **error);

/**
 * foyer_site_lead_to_invite:
 * @address: somebody has just signed in with it and a password that they did not choose
 *
 * Whoever was invited with a password (004-24, 004-25) registers before anything else.
 *
 * Returns: (transfer full): what leads there; %NULL without an error if nobody with that address is invited so
 */
FoyerHttpResponse *foyer_site_lead_to_invite (FoyerSiteTurn *turn, const char *address, GError **error);

G_END_DECLS
