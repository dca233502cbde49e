/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-mailed-links.h"
#include "site/foyer-site-turn.h"

G_BEGIN_DECLS

/*
 * What staff read of one-time links that somebody opened: looking at one uses nothing up, and that it was looked at, perhaps by a mail
 * scanner, or in vain, is written down once (D16, D17). Whoever only asks for its head leaves no trace.
 */

/**
 * foyer_mailed_link_note_opened:
 * @mailed: a link that works
 *
 * Writes down that somebody looked at the page behind it, and that it was hardly the reader of the mail if it was opened within seconds.
 *
 * Returns: %FALSE only if the database failed
 */
gboolean foyer_mailed_link_note_opened (FoyerSiteTurn *turn, const FoyerMailedLink *mailed, GError **error);

/**
 * foyer_mailed_link_note_dead:
 * @secret: (nullable): from outside
 *
 * Writes down, if it was a link to sign in by, why it no longer worked: it was used, by a mail scanner if that was within seconds, it has
 * expired or was taken back.
 *
 * Returns: %FALSE only if the database failed
 */
gboolean foyer_mailed_link_note_dead (FoyerSiteTurn *turn, const char *secret, GError **error);

G_END_DECLS
