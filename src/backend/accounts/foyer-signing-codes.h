/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accounts/foyer-accounts.h"

G_BEGIN_DECLS

/* How many codes may be typed, and for how many seconds one is good. */
#define FOYER_SIGNING_CODE_TRIES 5
#define FOYER_SIGNING_CODE_SECONDS 600

/**
 * FoyerSigningCase:
 * @session_id: in which session
 * @session_key: what only that session's row knows: its key for form tokens
 * @paper: the hash of what is to be signed
 *
 * Who wants to sign what. A code is good for that alone (A7).
 */
typedef struct {
  gint64 organisation;
  const char *session_id;
  const char *session_key;
  const char *paper;
} FoyerSigningCase;

/**
 * foyer_signing_codes_look:
 * @now: seconds since 1970
 * @left: (out): how many tries its code has left; 0 if it was guessed at too often
 *
 * Returns: whether a code was mailed that is good still; %FALSE with an error only if that cannot be told
 */
gboolean foyer_signing_codes_look (FoyerDatabase *database,
                                   const FoyerSigningCase *signing,
                                   gint64 now,
                                   guint *left,
                                   GError **error);

/**
 * foyer_signing_codes_issue:
 * @address: to which it will be mailed
 *
 * Makes a code; one that was made for the same before is good no longer.
 *
 * Returns: (transfer full): six digits, or %NULL with an error
 */
char *foyer_signing_codes_issue (FoyerDatabase *database,
                                 FoyerRandom *random,
                                 const FoyerSigningCase *signing,
                                 const char *address,
                                 gint64 now,
                                 GError **error);

/**
 * foyer_signing_codes_try:
 * @code: what was typed, of digits alone
 * @left: (out): how many tries are left after a wrong one
 *
 * Judges a code, and uses it up if it is right.
 *
 * Returns: (transfer full) (nullable): the address that it was mailed to, if it is right; %NULL with an error only if it could not be judged
 */
char *foyer_signing_codes_try (FoyerDatabase *database,
                               const FoyerSigningCase *signing,
                               const char *code,
                               gint64 now,
                               guint *left,
                               GError **error);

/**
 * foyer_signing_codes_sweep:
 *
 * Forgets codes that are good no longer.
 */
gboolean foyer_signing_codes_sweep (FoyerDatabase *database, gint64 now, GError **error);

G_END_DECLS
