/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-signing-codes.c - codes that are mailed to whoever wants to sign, each for one session and one paper */

#include "accounts/foyer-signing-codes.h"

#include <sodium.h>
#include <string.h>

#define CODES 1000000

static void
bind_case (FoyerStatement *statement, const FoyerSigningCase *signing)
{
  foyer_statement_bind_integer (statement, 1, signing->organisation);
  foyer_statement_bind_text (statement, 2, signing->session_id);
  foyer_statement_bind_text (statement, 3, signing->paper);
}

static void
add_text (crypto_hash_sha256_state *state, const char *text)
{
  crypto_hash_sha256_update (state, (const guint8 *) text, strlen (text) + 1);
}

/* A code says nothing of itself in any other session or for any other paper. */
static GBytes *
hash_code (const FoyerSigningCase *signing, const char *code)
{
  crypto_hash_sha256_state state;
  guint8 hash[crypto_hash_sha256_BYTES];

  crypto_hash_sha256_init (&state);
  add_text (&state, signing->session_key);
  add_text (&state, signing->session_id);
  add_text (&state, signing->paper);
  add_text (&state, code);
  crypto_hash_sha256_final (&state, hash);
  return g_bytes_new (hash, sizeof hash);
}

gboolean
foyer_signing_codes_look (FoyerDatabase *database,
                          const FoyerSigningCase *signing,
                          gint64 now,
                          guint *left,
                          GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database,
                                "SELECT tries FROM signing_code WHERE organisation = $1 AND session_id = $2"
                                " AND paper = $3 AND expires_at > $4",
                                error);

  *left = 0;
  if (statement == NULL)
    return FALSE;
  bind_case (statement, signing);
  foyer_statement_bind_integer (statement, 4, now);
  if (!foyer_statement_step (statement, error))
    return FALSE;
  *left = FOYER_SIGNING_CODE_TRIES - (guint) foyer_statement_get_integer (statement, 0);
  return TRUE;
}

char *
foyer_signing_codes_issue (FoyerDatabase *database,
                           FoyerRandom *random,
                           const FoyerSigningCase *signing,
                           const char *address,
                           gint64 now,
                           GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (
      database,
      "INSERT OR REPLACE INTO signing_code (organisation, session_id, paper, code, address, expires_at,"
      " tries) VALUES ($1, $2, $3, $4, $5, $6, 0)",
      error);
  g_autofree char *code = g_strdup_printf ("%06u", foyer_random_below (random, CODES));
  g_autoptr (GBytes) hash = hash_code (signing, code);

  if (statement == NULL)
    return NULL;
  bind_case (statement, signing);
  foyer_statement_bind_blob (statement, 4, hash);
  foyer_statement_bind_text (statement, 5, address);
  foyer_statement_bind_integer (statement, 6, now + FOYER_SIGNING_CODE_SECONDS);
  return foyer_statement_run (statement, error) ? g_steal_pointer (&code) : NULL;
}

static gboolean
is_same (GBytes *right, GBytes *typed)
{
  return g_bytes_get_size (right) == g_bytes_get_size (typed)
         && sodium_memcmp (g_bytes_get_data (right, NULL), g_bytes_get_data (typed, NULL),
                           g_bytes_get_size (right))
                == 0;
}

static gboolean
use_up (FoyerDatabase *database, const FoyerSigningCase *signing, GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (
      database, "DELETE FROM signing_code WHERE organisation = $1 AND session_id = $2 AND paper = $3", error);

  if (statement == NULL)
    return FALSE;
  bind_case (statement, signing);
  return foyer_statement_run (statement, error);
}

char *
foyer_signing_codes_try (FoyerDatabase *database,
                         const FoyerSigningCase *signing,
                         const char *code,
                         gint64 now,
                         guint *left,
                         GError **error)
{
  static const char sql[]
      = "UPDATE signing_code SET tries = tries + 1 WHERE organisation = $1 AND session_id = $2 AND paper = $3"
        " AND expires_at > $4 AND tries < $5 RETURNING tries, code, address";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  g_autoptr (GBytes) typed = hash_code (signing, code);
  g_autoptr (GBytes) right = NULL;
  g_autofree char *address = NULL;

  *left = 0;
  if (statement == NULL)
    return NULL;
  bind_case (statement, signing);
  foyer_statement_bind_integer (statement, 4, now);
  foyer_statement_bind_integer (statement, 5, FOYER_SIGNING_CODE_TRIES);
  if (!foyer_statement_step (statement, error))
    return NULL;
  *left = FOYER_SIGNING_CODE_TRIES - (guint) foyer_statement_get_integer (statement, 0);
  right = foyer_statement_get_blob (statement, 1);
  address = g_strdup (foyer_statement_get_text (statement, 2));
  g_clear_pointer (&statement, foyer_statement_release);
  return is_same (right, typed) && use_up (database, signing, error) ? g_steal_pointer (&address) : NULL;
}

gboolean
foyer_signing_codes_sweep (FoyerDatabase *database, gint64 now, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "DELETE FROM signing_code WHERE expires_at < $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, now);
  return foyer_statement_run (statement, error);
}
