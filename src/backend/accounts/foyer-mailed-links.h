/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"

G_BEGIN_DECLS

/* How long a link that can no longer be used is known, so that whoever opens it late can be sent a fresh one. */
#define FOYER_MAILED_LINK_REMEMBERED_SECONDS (30 * 24 * 3600)

/**
 * FoyerMailedLinkKind:
 * @FOYER_MAILED_SIGN_IN: signs in once
 * @FOYER_MAILED_INVITE: lets somebody register once
 */
typedef enum {
  FOYER_MAILED_SIGN_IN,
  FOYER_MAILED_INVITE,
} FoyerMailedLinkKind;

/**
 * FoyerMailedLink:
 * @address: where it was mailed to, in lower case
 * @person_id: (nullable): who may sign in by it; %NULL for the bearer of a direct link that names nobody
 * @link_id: (nullable): the direct link that it stands for
 * @invite_id: (nullable): the invite that it is
 * @issued_at: seconds since 1970
 * @expires_at: seconds since 1970
 * @is_revoked: (out): whether it was taken back, so that not even a fresh one is sent
 * @used_at: (out): when it was used, 0 for not yet
 *
 * A one-time link that was mailed to somebody.
 */
typedef struct {
  FoyerMailedLinkKind kind;
  char *address;
  char *person_id;
  char *link_id;
  char *invite_id;
  gint64 issued_at;
  gint64 expires_at;
  gboolean is_revoked;
  gint64 used_at;
} FoyerMailedLink;

void foyer_mailed_link_free (FoyerMailedLink *self);

/**
 * foyer_mailed_links_issue:
 * @link: what the link is of
 *
 * Makes a link. Links that were mailed to the address before go on working until they expire: mails overtake each other.
 *
 * Returns: (transfer full): the secret, or %NULL with an error; free it with foyer_secret_free()
 */
char *foyer_mailed_links_issue (FoyerDatabase *database,
                                FoyerRandom *random,
                                gint64 organisation,
                                const FoyerMailedLink *link,
                                GError **error);

/**
 * foyer_mailed_links_peek:
 * @secret: from outside
 *
 * Looks at a link without using it up.
 *
 * Returns: (transfer full): the link that @secret opens now, or %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED
 */
FoyerMailedLink *foyer_mailed_links_peek (FoyerDatabase *database,
                                          gint64 organisation,
                                          const char *secret,
                                          FoyerMailedLinkKind kind,
                                          gint64 now,
                                          GError **error);

/**
 * foyer_mailed_links_use:
 *
 * The same, and uses it up: of many who try at once, one is answered (L10).
 */
FoyerMailedLink *foyer_mailed_links_use (FoyerDatabase *database,
                                         gint64 organisation,
                                         const char *secret,
                                         FoyerMailedLinkKind kind,
                                         gint64 now,
                                         GError **error);

/**
 * foyer_mailed_links_use_hash:
 * @hash: of the secret of a link to sign in by
 *
 * The same for one whose mail was read, but not its link.
 */
FoyerMailedLink *foyer_mailed_links_use_hash (FoyerDatabase *database,
                                              gint64 organisation,
                                              GBytes *hash,
                                              gint64 now,
                                              GError **error);

/**
 * foyer_mailed_links_remember:
 * @hash: of a secret that somebody has opened in vain
 *
 * Returns: (transfer full): the link, whatever became of it, or %NULL with %FOYER_ACCOUNTS_ERROR_REFUSED
 */
FoyerMailedLink *
foyer_mailed_links_remember (FoyerDatabase *database, gint64 organisation, GBytes *hash, GError **error);

/**
 * foyer_mailed_links_count:
 * @since: seconds since 1970
 *
 * Returns: how many links were mailed to @address since then, or -1 with an error
 */
gint64 foyer_mailed_links_count (FoyerDatabase *database,
                                 gint64 organisation,
                                 const char *address,
                                 gint64 since,
                                 GError **error);

/**
 * foyer_mailed_links_revoke_invite:
 *
 * Takes back the links of an invite.
 */
gboolean foyer_mailed_links_revoke_invite (FoyerDatabase *database,
                                           gint64 organisation,
                                           const char *invite_id,
                                           gint64 now,
                                           GError **error);

/**
 * foyer_mailed_links_revoke_person:
 *
 * Revokes all that was mailed to somebody and has not been used, and with each link the code of its mail.
 */
gboolean foyer_mailed_links_revoke_person (FoyerDatabase *database,
                                           gint64 organisation,
                                           const char *person_id,
                                           gint64 now,
                                           GError **error);

/**
 * foyer_mailed_links_forget_person:
 *
 * Revokes all that was mailed to somebody, used or not, and forgets where to.
 */
gboolean foyer_mailed_links_forget_person (FoyerDatabase *database,
                                           gint64 organisation,
                                           const char *person_id,
                                           gint64 now,
                                           GError **error);

/**
 * foyer_mailed_links_use_up_invite:
 *
 * Uses up the links of an invite: somebody has registered.
 */
gboolean foyer_mailed_links_use_up_invite (FoyerDatabase *database,
                                           gint64 organisation,
                                           const char *invite_id,
                                           gint64 now,
                                           GError **error);

/**
 * foyer_mailed_links_sweep:
 *
 * Forgets links that died long ago.
 */
gboolean foyer_mailed_links_sweep (FoyerDatabase *database, gint64 now, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerMailedLink, foyer_mailed_link_free)

G_END_DECLS
