/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-staff-sign-in.c - names and passwords of staff */

#include "accounts/foyer-staff-sign-in.h"

#include <sodium.h>
#include <string.h>

#define LONGEST_NAME 254

/* OWASP's figures for Argon2id, rounded up: three passes over 64 MiB. */
#define PASSES 3
#define MEMORY (64 * 1024 * 1024)
#define HASH_BYTES 32

/* What unknown names are judged against, so that they take as long; no password has this hash. */
#define NOBODY \
  "$argon2id$v=19$m=65536,t=3,p=1$Rm95ZXJGb3llckZveWVyRg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

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

/* The text that crypto_pwhash_str_verify() reads, with a salt from the one source of random bytes. */
static char *
hash_password (FoyerRandom *random, const char *password)
{
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint8 hash[HASH_BYTES];
  char salt_text[sodium_base64_ENCODED_LEN (sizeof salt, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)];
  char hash_text[sodium_base64_ENCODED_LEN (sizeof hash, sodium_base64_VARIANT_ORIGINAL_NO_PADDING)];

  foyer_random_bytes (random, salt, sizeof salt);
  if (crypto_pwhash (hash, sizeof hash, password, strlen (password), salt, PASSES, MEMORY,
                     crypto_pwhash_ALG_ARGON2ID13)
      != 0)
    return NULL;
  sodium_bin2base64 (salt_text, sizeof salt_text, salt, sizeof salt,
                     sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
  sodium_bin2base64 (hash_text, sizeof hash_text, hash, sizeof hash,
                     sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
  return g_strdup_printf ("$argon2id$v=19$m=%d,t=%d,p=1$%s$%s", MEMORY / 1024, PASSES, salt_text, hash_text);
}

static gboolean
check_password_rules (const char *password, GError **error)
{
  glong length;

  if (!g_utf8_validate (password, -1, NULL))
    length = -1;
  else
    length = g_utf8_strlen (password, -1);
  if (length >= FOYER_SHORTEST_PASSWORD && length <= FOYER_LONGEST_PASSWORD)
    return TRUE;
  g_set_error (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_INVALID,
               "A password has %d to %d characters", FOYER_SHORTEST_PASSWORD, FOYER_LONGEST_PASSWORD);
  return FALSE;
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
  if (password != NULL && !check_password_rules (password, error))
    return FALSE;
  if (password != NULL)
    hash = hash_password (random, password);
  if (password != NULL && hash == NULL) {
    g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_LIMITED,
                         "There is not enough memory to hash the password");
    return FALSE;
  }
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, folded);
  foyer_statement_bind_text (statement, 3, staff_id);
  if (hash == NULL)
    foyer_statement_bind_null (statement, 4);
  else
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
  const char *hash = login != NULL && login->hash != NULL ? login->hash : NOBODY;
  gboolean fits;

  if (local_error != NULL && local_error->domain != FOYER_ACCOUNTS_ERROR) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  if (password == NULL || strlen (password) > 4 * FOYER_LONGEST_PASSWORD)
    password = "";
  fits = crypto_pwhash_str_verify (hash, password, strlen (password)) == 0;
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
