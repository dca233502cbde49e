/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-door-locks.c - wrong tries at a check that has few possible answers */

#include "accounts/foyer-door-locks.h"

int
foyer_door_locks_left (FoyerDatabase *database,
                       gint64 organisation,
                       const char *subject,
                       gint64 now,
                       GError **error)
{
  static const char sql[] = "SELECT failures, locked_until FROM door_lock"
                            " WHERE organisation = $1 AND subject = $2";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return -1;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, subject);
  if (foyer_statement_step (statement, &local_error)) {
    if (foyer_statement_get_integer (statement, 1) > now)
      return 0;
    return FOYER_DOOR_TRIES - (int) foyer_statement_get_integer (statement, 0);
  }
  if (local_error == NULL)
    return FOYER_DOOR_TRIES;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return -1;
}

int
foyer_door_locks_fail (FoyerDatabase *database,
                       gint64 organisation,
                       const char *subject,
                       gint64 now,
                       GError **error)
{
  static const char sql[]
      = "INSERT INTO door_lock (organisation, subject, failures, locked_until) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (organisation, subject) DO UPDATE SET failures = $3, locked_until = $4";
  g_autoptr (FoyerStatement) statement = NULL;
  int left = foyer_door_locks_left (database, organisation, subject, now, error);

  if (left <= 0)
    return left;
  left -= 1;
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return -1;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, subject);
  /* Whoever locked it begins anew when the time is over. */
  foyer_statement_bind_integer (statement, 3, left == 0 ? 0 : FOYER_DOOR_TRIES - left);
  foyer_statement_bind_integer (statement, 4, left == 0 ? now + FOYER_DOOR_LOCK_SECONDS : 0);
  return foyer_statement_run (statement, error) ? left : -1;
}

gboolean
foyer_door_locks_open (FoyerDatabase *database, gint64 organisation, const char *subject, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "DELETE FROM door_lock WHERE organisation = $1 AND subject = $2",
                                error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, subject);
  return foyer_statement_run (statement, error);
}

char *
foyer_door_locks_name_address (const char *address)
{
  g_autofree char *folded = g_ascii_strdown (address, -1);

  return g_strconcat ("address:", folded, NULL);
}

gboolean
foyer_door_locks_open_person (FoyerDatabase *database,
                              gint64 organisation,
                              const char *person_id,
                              const char *address,
                              GError **error)
{
  static const char sql[] = "DELETE FROM door_lock WHERE organisation = $1 AND (subject = $2 OR subject IN"
                            " (SELECT id FROM portal_link WHERE organisation = $1 AND person_id = $3))";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  g_autofree char *subject = foyer_door_locks_name_address (address == NULL ? "" : address);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, subject);
  foyer_statement_bind_text (statement, 3, person_id);
  return foyer_statement_run (statement, error);
}
