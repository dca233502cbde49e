/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-staff-sign-in.c - names and passwords of staff */

#include "accounts/foyer-staff-sign-in.h"

#include "accounts/foyer-password.h"

#include <string.h>

#define LONGEST_NAME 254

typedef struct {
  char *name;
  char *staff_id;
  char *hash;
  gint64 failures;
  gint64 locked_until;
} Login;

static void
login_free (Login *self)
{
  g_free (self->name);
  g_free (self->staff_id);
  g_free (self->hash);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Login, login_free)

static gpointer
refuse (GError **error)
{
  g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED, "The sign-in is not valid");
  return NULL;
}

static char *
fold_name (const char *name)
{
  g_autofree char *trimmed = NULL;

  if (name == NULL || strlen (name) > LONGEST_NAME || !g_utf8_validate (name, -1, NULL))
    return NULL;
  trimmed = g_strstrip (g_strdup (name));
  return *trimmed == '\0' ? NULL : g_utf8_strdown (trimmed, -1);
}

gboolean
foyer_staff_sign_in_set (FoyerDatabase *database,
                         FoyerRandom *random,
                         gint64 organisation,
                         const char *name,
                         const char *staff_id,
                         const char *password,
                         GError **error)
{
  static const char sql[]
      = "INSERT INTO staff_login (organisation, name, staff_id, password) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (organisation, name) DO UPDATE SET staff_id = excluded.staff_id,"
        " password = excluded.password, failures = 0, locked_until = 0";
  g_autoptr (FoyerStatement) statement = NULL;
  g_autofree char *folded = fold_name (name);
  g_autofree char *hash = NULL;

  if (folded == NULL) {
    g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_INVALID,
                         "A user name has 1 to 254 characters");
    return FALSE;
  }
  if (password != NULL) {
    hash = foyer_password_hash (random, password, error);
    if (hash == NULL)
      return FALSE;
  }
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, folded);
  foyer_statement_bind_text (statement, 3, staff_id);
  foyer_statement_bind_text (statement, 4, hash);
  return foyer_statement_run (statement, error);
}

static Login *
find_login (FoyerDatabase *database, gint64 organisation, const char *name, GError **error)
{
  static const char sql[] = "SELECT staff_id, password, failures, locked_until FROM staff_login"
                            " WHERE organisation = $1 AND name = $2";
  g_autoptr (FoyerStatement) statement = NULL;
  g_autofree char *folded = fold_name (name);
  g_autoptr (GError) local_error = NULL;
  Login *login;

  if (folded == NULL)
    return refuse (error);
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, folded);
  if (!foyer_statement_step (statement, &local_error)) {
    if (local_error == NULL)
      return refuse (error);
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  login = g_new0 (Login, 1);
  login->name = g_steal_pointer (&folded);
  login->staff_id = g_strdup (foyer_statement_get_text (statement, 0));
  login->hash = g_strdup (foyer_statement_get_text (statement, 1));
  login->failures = foyer_statement_get_integer (statement, 2);
  login->locked_until = foyer_statement_get_integer (statement, 3);
  return login;
}

char *
foyer_staff_sign_in_find (FoyerDatabase *database, gint64 organisation, const char *name, GError **error)
{
  g_autoptr (Login) login = find_login (database, organisation, name, error);

  return login == NULL ? NULL : g_steal_pointer (&login->staff_id);
}

static gboolean
save_failures (FoyerDatabase *database,
               gint64 organisation,
               const Login *login,
               gint64 failures,
               gint64 locked_until,
               GError **error)
{
  static const char sql[] = "UPDATE staff_login SET failures = $3, locked_until = $4"
                            " WHERE organisation = $1 AND name = $2";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, login->name);
  foyer_statement_bind_integer (statement, 3, failures);
  foyer_statement_bind_integer (statement, 4, locked_until);
  return foyer_statement_run (statement, error);
}

static gboolean
count_failure (FoyerDatabase *database, gint64 organisation, const Login *login, gint64 now, GError **error)
{
  gint64 failures = login->failures + 1;

  if (failures < FOYER_SIGN_IN_TRIES)
    return save_failures (database, organisation, login, failures, 0, error);
  return save_failures (database, organisation, login, 0, now + FOYER_SIGN_IN_LOCK_SECONDS, error);
}

char *
foyer_staff_sign_in_check (FoyerDatabase *database,
                           gint64 organisation,
                           const char *name,
                           const char *password,
                           gint64 now,
                           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (Login) login = find_login (database, organisation, name, &local_error);
  g_autoptr (FoyerRecord) staff = NULL;
  gboolean fits;

  if (local_error != NULL && local_error->domain != FOYER_ACCOUNTS_ERROR) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  fits = foyer_password_fits (login == NULL ? NULL : login->hash, password);
  if (login == NULL || login->locked_until > now)
    return refuse (error);
  if (!fits) {
    if (!count_failure (database, organisation, login, now, error))
      return NULL;
    return refuse (error);
  }
  staff = foyer_accounts_get_staff (database, organisation, login->staff_id, error);
  if (staff == NULL || !save_failures (database, organisation, login, 0, 0, error))
    return NULL;
  return g_steal_pointer (&login->staff_id);
}
