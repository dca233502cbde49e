/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-door-requests.c - browsers that wait for a mail, and the codes that are typed there */

#include "accounts/foyer-door-requests.h"

#include "accounts/foyer-secret.h"

#include <sodium.h>

#define CODES 1000000

char *
foyer_door_requests_open (FoyerDatabase *database,
                          FoyerRandom *random,
                          gint64 organisation,
                          gint64 expires_at,
                          GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (
      database, "INSERT INTO door_request (hash, organisation, expires_at, tries) VALUES ($1, $2, $3, 0)",
      error);
  g_autoptr (GBytes) hash = NULL;
  char *secret;

  if (statement == NULL)
    return NULL;
  secret = foyer_secret_new (FOYER_SECRET_REQUEST, random);
  hash = foyer_secret_hash (secret);
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, organisation);
  foyer_statement_bind_integer (statement, 3, expires_at);
  if (foyer_statement_run (statement, error))
    return secret;
  foyer_secret_free (secret);
  return NULL;
}

/* Whoever reads the database learns codes, but has no cookie to type them with. */
static GBytes *
hash_code (GBytes *request, const char *code)
{
  crypto_hash_sha256_state state;
  guint8 hash[crypto_hash_sha256_BYTES];

  crypto_hash_sha256_init (&state);
  crypto_hash_sha256_update (&state, g_bytes_get_data (request, NULL), g_bytes_get_size (request));
  crypto_hash_sha256_update (&state, (const guint8 *) code, strlen (code));
  crypto_hash_sha256_final (&state, hash);
  return g_bytes_new (hash, sizeof hash);
}

char *
foyer_door_requests_give_code (FoyerDatabase *database,
                               FoyerRandom *random,
                               gint64 organisation,
                               GBytes *request,
                               GBytes *link,
                               GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (
      database, "UPDATE door_request SET code = $3, link = $4 WHERE hash = $1 AND organisation = $2", error);
  g_autofree char *code = g_strdup_printf ("%06u", foyer_random_below (random, CODES));
  g_autoptr (GBytes) hash = hash_code (request, code);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_blob (statement, 1, request);
  foyer_statement_bind_integer (statement, 2, organisation);
  foyer_statement_bind_blob (statement, 3, hash);
  foyer_statement_bind_blob (statement, 4, link);
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

gboolean
foyer_door_requests_try (FoyerDatabase *database,
                         gint64 organisation,
                         const char *secret,
                         const char *code,
                         gint64 now,
                         guint *left,
                         GBytes **link,
                         GError **error)
{
  static const char sql[] = "UPDATE door_request SET tries = tries + 1 WHERE hash = $1 AND organisation = $2"
                            " AND expires_at > $3 AND tries < $4 RETURNING tries, code, link";
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GBytes) request = NULL;
  g_autoptr (GBytes) typed = NULL;
  g_autoptr (GBytes) right = NULL;

  *left = 0;
  *link = NULL;
  if (!foyer_secret_is_well_formed (secret, FOYER_SECRET_REQUEST))
    return FALSE;
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;
  request = foyer_secret_hash (secret);
  typed = hash_code (request, code);
  foyer_statement_bind_blob (statement, 1, request);
  foyer_statement_bind_integer (statement, 2, organisation);
  foyer_statement_bind_integer (statement, 3, now);
  foyer_statement_bind_integer (statement, 4, FOYER_DOOR_CODE_TRIES);
  if (!foyer_statement_step (statement, error))
    return FALSE;
  *left = FOYER_DOOR_CODE_TRIES - (guint) foyer_statement_get_integer (statement, 0);
  if (foyer_statement_is_null (statement, 1))
    return FALSE;
  right = foyer_statement_get_blob (statement, 1);
  if (*left == 0 || is_same (right, typed))
    *link = foyer_statement_get_blob (statement, 2);
  return is_same (right, typed);
}

gboolean
foyer_door_requests_sweep (FoyerDatabase *database, gint64 now, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "DELETE FROM door_request WHERE expires_at < $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, now);
  return foyer_statement_run (statement, error);
}
