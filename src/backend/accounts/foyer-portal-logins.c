/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-logins.c - passwords of those who sign in to portals */

#include "accounts/foyer-portal-logins.h"

gboolean
foyer_portal_logins_set (FoyerDatabase *database,
                         FoyerRandom *random,
                         gint64 organisation,
                         const char *address,
                         const char *password,
                         gboolean must_change,
                         gint64 now,
                         GError **error)
{
  static const char sql[]
      = "INSERT INTO portal_login (organisation, address, password, must_change, set_at)"
        " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (organisation, address) DO UPDATE SET"
        " password = excluded.password, must_change = excluded.must_change, set_at = excluded.set_at";
  g_autoptr (FoyerStatement) statement = NULL;
  g_autofree char *folded = g_ascii_strdown (address, -1);
  g_autofree char *hash = NULL;

  hash = foyer_password_hash (random, password, error);
  if (hash == NULL)
    return FALSE;
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, folded);
  foyer_statement_bind_text (statement, 3, hash);
  foyer_statement_bind_integer (statement, 4, must_change ? 1 : 0);
  foyer_statement_bind_integer (statement, 5, now);
  return foyer_statement_run (statement, error);
}

/* The hash of an address's password, or NULL, perhaps with an error. */
static char *
find_hash (FoyerDatabase *database,
           gint64 organisation,
           const char *address,
           gboolean *must_change,
           GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (
      database, "SELECT password, must_change FROM portal_login WHERE organisation = $1 AND address = $2",
      error);
  g_autofree char *folded = g_ascii_strdown (address, -1);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, folded);
  if (!foyer_statement_step (statement, error))
    return NULL;
  *must_change = foyer_statement_get_integer (statement, 1) != 0;
  return g_strdup (foyer_statement_get_text (statement, 0));
}

gboolean
foyer_portal_logins_check (FoyerDatabase *database,
                           gint64 organisation,
                           const char *address,
                           const char *password,
                           gboolean *must_change,
                           GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *hash = find_hash (database, organisation, address, must_change, &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (foyer_password_fits (hash, password))
    return TRUE;
  g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED, "The sign-in is not valid");
  return FALSE;
}

gboolean
foyer_portal_logins_must_change (FoyerDatabase *database, gint64 organisation, const char *address)
{
  gboolean must_change = FALSE;
  g_autofree char *hash = find_hash (database, organisation, address, &must_change, NULL);

  return hash != NULL && must_change;
}

static gboolean
forget (FoyerDatabase *database, const char *sql, gint64 organisation, const char *address, GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  g_autofree char *folded = g_ascii_strdown (address, -1);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, folded);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_portal_logins_forget (FoyerDatabase *database, gint64 organisation, const char *address, GError **error)
{
  return forget (database, "DELETE FROM portal_login WHERE organisation = $1 AND address = $2", organisation,
                 address, error);
}

gboolean
foyer_portal_logins_forget_initial (FoyerDatabase *database,
                                    gint64 organisation,
                                    const char *address,
                                    GError **error)
{
  return forget (database,
                 "DELETE FROM portal_login WHERE organisation = $1 AND address = $2 AND must_change = 1",
                 organisation, address, error);
}

GPtrArray *
foyer_portal_logins_find_people (FoyerDatabase *database,
                                 gint64 organisation,
                                 const char *address,
                                 GError **error)
{
  static const char sql[]
      = "SELECT id FROM portal_person WHERE organisation = $1 AND email = $2 COLLATE NOCASE"
        " ORDER BY last_seen_at DESC, id";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, address);
  while (foyer_statement_step (statement, &failure))
    g_ptr_array_add (people, g_strdup (foyer_statement_get_text (statement, 0)));
  if (failure == NULL)
    return g_steal_pointer (&people);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
