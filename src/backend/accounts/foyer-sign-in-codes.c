/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in-codes.c - codes that are changed for tokens, once and soon */

#include "accounts/foyer-sign-in-codes.h"

#include "accounts/foyer-secret.h"

#include <sodium.h>
#include <string.h>

/* RFC 7636 §4.1. */
#define SHORTEST_VERIFIER 43
#define LONGEST_VERIFIER 128

void
foyer_sign_in_grant_free (FoyerSignInGrant *self)
{
  if (self == NULL)
    return;
  g_free (self->staff_id);
  g_free (self);
}

static gpointer
refuse (GError **error)
{
  g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED, "The code is not valid");
  return NULL;
}

static gboolean
sweep (FoyerDatabase *database, gint64 now, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "DELETE FROM sign_in_code WHERE expires_at <= $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, now);
  return foyer_statement_run (statement, error);
}

char *
foyer_sign_in_codes_make (FoyerDatabase *database,
                          FoyerRandom *random,
                          gint64 organisation,
                          const char *staff_id,
                          const FoyerSignInChallenge *challenge,
                          gint64 now,
                          GError **error)
{
  static const char sql[]
      = "INSERT INTO sign_in_code (hash, organisation, staff_id, challenge, redirect_uri, expires_at)"
        " VALUES ($1, $2, $3, $4, $5, $6)";
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GBytes) hash = NULL;
  char *code;

  if (!sweep (database, now, error))
    return NULL;
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;
  code = foyer_secret_new (FOYER_SECRET_CODE, random);
  hash = foyer_secret_hash (code);
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, organisation);
  foyer_statement_bind_text (statement, 3, staff_id);
  foyer_statement_bind_text (statement, 4, challenge == NULL ? NULL : challenge->challenge);
  foyer_statement_bind_text (statement, 5, challenge == NULL ? NULL : challenge->redirect_uri);
  foyer_statement_bind_integer (statement, 6,
                                now
                                    + (challenge == NULL ? FOYER_SIGN_IN_CODE_SECONDS
                                                         : FOYER_AUTHORIZATION_CODE_SECONDS));
  if (foyer_statement_run (statement, error))
    return code;
  foyer_secret_free (code);
  return NULL;
}

/* One statement spends and reads, so that a code that races itself wins once. */
static FoyerSignInGrant *
spend (FoyerDatabase *database,
       const char *code,
       gint64 now,
       char **challenge,
       char **redirect_uri,
       GError **error)
{
  static const char sql[] = "UPDATE sign_in_code SET used_at = $2"
                            " WHERE hash = $1 AND used_at IS NULL AND expires_at > $2"
                            " RETURNING organisation, staff_id, challenge, redirect_uri";
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GBytes) hash = NULL;
  g_autoptr (GError) local_error = NULL;
  FoyerSignInGrant *grant;

  if (!foyer_secret_is_well_formed (code, FOYER_SECRET_CODE))
    return refuse (error);
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;
  hash = foyer_secret_hash (code);
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, now);
  if (!foyer_statement_step (statement, &local_error)) {
    if (local_error == NULL)
      return refuse (error);
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  grant = g_new0 (FoyerSignInGrant, 1);
  grant->organisation = foyer_statement_get_integer (statement, 0);
  grant->staff_id = g_strdup (foyer_statement_get_text (statement, 1));
  *challenge = g_strdup (foyer_statement_get_text (statement, 2));
  *redirect_uri = g_strdup (foyer_statement_get_text (statement, 3));
  return grant;
}

FoyerSignInGrant *
foyer_sign_in_codes_use (FoyerDatabase *database, const char *code, gint64 now, GError **error)
{
  g_autoptr (FoyerSignInGrant) grant = NULL;
  g_autofree char *challenge = NULL;
  g_autofree char *redirect_uri = NULL;

  grant = spend (database, code, now, &challenge, &redirect_uri, error);
  if (grant == NULL)
    return NULL;
  /* A code that belongs to a console's own request is worth nothing without its verifier. */
  if (challenge != NULL)
    return refuse (error);
  return g_steal_pointer (&grant);
}

static gboolean
is_answer (const char *verifier, const char *challenge)
{
  guint8 hash[crypto_hash_sha256_BYTES];
  char text[sodium_base64_ENCODED_LEN (crypto_hash_sha256_BYTES, sodium_base64_VARIANT_URLSAFE_NO_PADDING)];
  gsize length;

  if (verifier == NULL || challenge == NULL)
    return FALSE;
  length = strlen (verifier);
  if (length < SHORTEST_VERIFIER || length > LONGEST_VERIFIER || strlen (challenge) != sizeof text - 1)
    return FALSE;
  crypto_hash_sha256 (hash, (const guint8 *) verifier, length);
  sodium_bin2base64 (text, sizeof text, hash, sizeof hash, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  return sodium_memcmp (text, challenge, sizeof text - 1) == 0;
}

FoyerSignInGrant *
foyer_sign_in_codes_use_authorization (FoyerDatabase *database,
                                       const char *code,
                                       const char *verifier,
                                       const char *redirect_uri,
                                       gint64 now,
                                       GError **error)
{
  g_autoptr (FoyerSignInGrant) grant = NULL;
  g_autofree char *challenge = NULL;
  g_autofree char *expected_uri = NULL;

  grant = spend (database, code, now, &challenge, &expected_uri, error);
  if (grant == NULL)
    return NULL;
  if (expected_uri == NULL || g_strcmp0 (redirect_uri, expected_uri) != 0 || !is_answer (verifier, challenge))
    return refuse (error);
  return g_steal_pointer (&grant);
}
