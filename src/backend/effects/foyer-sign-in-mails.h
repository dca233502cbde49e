/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

G_BEGIN_DECLS

/* How many links are mailed to one address in an hour and in a day, however often it is asked for (L18). */
#define FOYER_SIGN_IN_MAILS_AN_HOUR 5
#define FOYER_SIGN_IN_MAILS_A_DAY 20

/**
 * FoyerSignInReader:
 * @person: (nullable): who is mailed
 * @client: (nullable): whose bearer is, of a link that names nobody
 * @link: (nullable): that link
 * @email: (nullable): where
 *
 * Who gets a link to sign in by.
 */
typedef struct {
  FoyerRecord *person;
  FoyerRecord *client;
  FoyerRecord *link;
  const char *email;
} FoyerSignInReader;

/**
 * foyer_sign_in_mail_is_too_often:
 * @too_often: (out): whether @reader's address has had as many links as may be sent in an hour or a day
 */
gboolean foyer_sign_in_mail_is_too_often (FoyerTransaction *transaction,
                                          const FoyerSignInReader *reader,
                                          gboolean *too_often,
                                          GError **error);

/**
 * foyer_sign_in_mail_issue:
 * @settings: the effective ones
 * @expires_at: (out): seconds since 1970
 *
 * Returns: (transfer full): the secret of a fresh link for @reader, or %NULL with an error; free it with foyer_secret_free()
 */
char *foyer_sign_in_mail_issue (FoyerTransaction *transaction,
                                FoyerRecord *settings,
                                const FoyerSignInReader *reader,
                                gint64 *expires_at,
                                GError **error);

/**
 * foyer_sign_in_mail_submit:
 * @secret: of the link
 * @code: (nullable): for a browser that waits for it
 *
 * Mails a link. The transaction knows the address of the portal.
 */
gboolean foyer_sign_in_mail_submit (FoyerTransaction *transaction,
                                    FoyerRecord *settings,
                                    const FoyerSignInReader *reader,
                                    const char *secret,
                                    const char *code,
                                    gint64 expires_at,
                                    GError **error);

G_END_DECLS
