/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-tokens.c - access and refresh tokens of consoles, and the devices that hold them */

#include "accounts/foyer-tokens.h"

#include "accounts/foyer-secret.h"

typedef enum {
  TOKEN_ACCESS,
  TOKEN_REFRESH,
  TOKEN_APPLICATION,
} TokenKind;

static const struct {
  FoyerSecretKind secret;
  gint64 seconds; /* 0 for ever */
} kinds[] = {
  [TOKEN_ACCESS] = { FOYER_SECRET_ACCESS, FOYER_ACCESS_TOKEN_SECONDS },
  [TOKEN_REFRESH] = { FOYER_SECRET_REFRESH, FOYER_REFRESH_TOKEN_SECONDS },
  [TOKEN_APPLICATION] = { FOYER_SECRET_APPLICATION, 0 },
};

void
foyer_token_owner_free (FoyerTokenOwner *self)
{
  if (self == NULL)
    return;
  g_free (self->staff_id);
  g_free (self->device_id);
  g_free (self);
}

void
foyer_device_free (FoyerDevice *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->staff_id);
  g_free (self);
}

static gpointer
refuse (GError **error)
{
  g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED, "The token is not valid");
  return NULL;
}

static gboolean
add_token (FoyerDatabase *database,
           const FoyerTokenOwner *owner,
           TokenKind kind,
           const char *token,
           gint64 now,
           GError **error)
{
  static const char sql[]
      = "INSERT INTO token (hash, organisation, staff_id, device_id, kind, issued_at, expires_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  g_autoptr (GBytes) hash = foyer_secret_hash (token);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, owner->organisation);
  foyer_statement_bind_text (statement, 3, owner->staff_id);
  foyer_statement_bind_text (statement, 4, owner->device_id);
  foyer_statement_bind_integer (statement, 5, kind);
  foyer_statement_bind_integer (statement, 6, now);
  foyer_statement_bind_integer (statement, 7,
                                kinds[kind].seconds == 0 ? G_MAXINT64 : now + kinds[kind].seconds);
  return foyer_statement_run (statement, error);
}

/* Refresh tokens that were used stay until they would have expired, so that a second use is seen. */
static gboolean
sweep (FoyerDatabase *database, gint64 now, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "DELETE FROM token WHERE expires_at <= $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, now);
  return foyer_statement_run (statement, error);
}

static FoyerTokens *
issue_to (FoyerDatabase *database,
          FoyerRandom *random,
          const FoyerTokenOwner *owner,
          gint64 now,
          GError **error)
{
  g_autoptr (FoyerTokens) self = g_new0 (FoyerTokens, 1);

  self->access_token = foyer_secret_new (FOYER_SECRET_ACCESS, random);
  self->refresh_token = foyer_secret_new (FOYER_SECRET_REFRESH, random);
  self->expires_in = FOYER_ACCESS_TOKEN_SECONDS;
  if (!add_token (database, owner, TOKEN_ACCESS, self->access_token, now, error)
      || !add_token (database, owner, TOKEN_REFRESH, self->refresh_token, now, error))
    return NULL;
  return g_steal_pointer (&self);
}

FoyerTokens *
foyer_tokens_issue (FoyerDatabase *database,
                    FoyerRandom *random,
                    gint64 organisation,
                    const char *staff_id,
                    const char *device_id,
                    gint64 now,
                    GError **error)
{
  const FoyerTokenOwner owner = { organisation, (char *) staff_id, (char *) device_id };

  g_return_val_if_fail (staff_id != NULL && device_id != NULL, NULL);

  /* Sign-ins are rare, so they pay for the cleaning. */
  return sweep (database, now, error) ? issue_to (database, random, &owner, now, error) : NULL;
}

char *
foyer_tokens_issue_application (FoyerDatabase *database,
                                FoyerRandom *random,
                                gint64 organisation,
                                const char *staff_id,
                                const char *device_id,
                                gint64 now,
                                GError **error)
{
  const FoyerTokenOwner owner = { organisation, (char *) staff_id, (char *) device_id };
  char *password = foyer_secret_new (FOYER_SECRET_APPLICATION, random);

  if (add_token (database, &owner, TOKEN_APPLICATION, password, now, error))
    return password;
  foyer_secret_free (password);
  return NULL;
}

static FoyerTokenOwner *
read_owner (FoyerStatement *statement)
{
  FoyerTokenOwner *self = g_new0 (FoyerTokenOwner, 1);

  self->organisation = foyer_statement_get_integer (statement, 0);
  self->staff_id = g_strdup (foyer_statement_get_text (statement, 1));
  self->device_id = g_strdup (foyer_statement_get_text (statement, 2));
  return self;
}

/* @used: whether a refresh token was spent or its device signed out. */
static FoyerTokenOwner *
find_token (FoyerDatabase *database,
            const char *token,
            TokenKind kind,
            gint64 now,
            gboolean *used,
            GError **error)
{
  static const char sql[] = "SELECT organisation, staff_id, device_id, expires_at, revoked_at FROM token"
                            " WHERE hash = $1 AND kind = $2";
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GBytes) hash = NULL;
  g_autoptr (GError) local_error = NULL;

  *used = FALSE;
  if (!foyer_secret_is_well_formed (token, kinds[kind].secret))
    return refuse (error);
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;
  hash = foyer_secret_hash (token);
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, kind);
  if (!foyer_statement_step (statement, &local_error)) {
    if (local_error == NULL)
      return refuse (error);
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  if (foyer_statement_get_integer (statement, 3) <= now)
    return refuse (error);
  *used = !foyer_statement_is_null (statement, 4);
  return read_owner (statement);
}

/* An access token, or what a program has in its place. */
static TokenKind
find_kind (const char *bearer)
{
  return foyer_secret_is_well_formed (bearer, FOYER_SECRET_APPLICATION) ? TOKEN_APPLICATION : TOKEN_ACCESS;
}

FoyerTokenOwner *
foyer_tokens_find_owner (FoyerDatabase *database, const char *access_token, gint64 now, GError **error)
{
  g_autoptr (FoyerTokenOwner) owner = NULL;
  gboolean used;

  owner = find_token (database, access_token, find_kind (access_token), now, &used, error);
  if (owner == NULL)
    return NULL;
  if (used)
    return refuse (error);
  return g_steal_pointer (&owner);
}

static gboolean
spend_token (FoyerDatabase *database, const char *token, gint64 now, GError **error)
{
  static const char sql[] = "UPDATE token SET revoked_at = $2 WHERE hash = $1";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  g_autoptr (GBytes) hash = foyer_secret_hash (token);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, now);
  return foyer_statement_run (statement, error);
}

FoyerTokens *
foyer_tokens_refresh (FoyerDatabase *database,
                      FoyerRandom *random,
                      const char *refresh_token,
                      gint64 now,
                      FoyerTokenOwner **robbed,
                      GError **error)
{
  g_autoptr (FoyerTokenOwner) owner = NULL;
  g_autoptr (FoyerRecord) staff = NULL;
  gboolean used;

  owner = find_token (database, refresh_token, TOKEN_REFRESH, now, &used, error);
  if (owner == NULL)
    return NULL;
  if (used) {
    if (!foyer_tokens_revoke_device (database, owner->organisation, owner->device_id, now, error))
      return NULL;
    if (robbed != NULL)
      *robbed = g_steal_pointer (&owner);
    return refuse (error);
  }
  staff = foyer_accounts_get_staff (database, owner->organisation, owner->staff_id, error);
  if (staff == NULL || !foyer_accounts_check_device (database, owner->organisation, owner->device_id, error)
      || !spend_token (database, refresh_token, now, error))
    return NULL;
  return issue_to (database, random, owner, now, error);
}

gboolean
foyer_tokens_revoke (FoyerDatabase *database,
                     const char *token,
                     gint64 now,
                     FoyerTokenOwner **owner,
                     GError **error)
{
  g_autoptr (FoyerTokenOwner) found = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean used;
  TokenKind kind
      = foyer_secret_is_well_formed (token, FOYER_SECRET_REFRESH) ? TOKEN_REFRESH : find_kind (token);

  found = find_token (database, token, kind, now, &used, &local_error);
  if (found != NULL
      && !foyer_tokens_revoke_device (database, found->organisation, found->device_id, now, error))
    return FALSE;
  if (owner != NULL)
    *owner = g_steal_pointer (&found);
  if (local_error == NULL
      || g_error_matches (local_error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
revoke_where (FoyerDatabase *database,
              const char *sql,
              gint64 organisation,
              const char *id,
              gint64 now,
              GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, id);
  foyer_statement_bind_integer (statement, 3, now);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_tokens_revoke_device (FoyerDatabase *database,
                            gint64 organisation,
                            const char *device_id,
                            gint64 now,
                            GError **error)
{
  return revoke_where (database,
                       "UPDATE token SET revoked_at = $3"
                       " WHERE organisation = $1 AND device_id = $2 AND revoked_at IS NULL",
                       organisation, device_id, now, error);
}

gboolean
foyer_tokens_revoke_staff (FoyerDatabase *database,
                           gint64 organisation,
                           const char *staff_id,
                           gint64 now,
                           GError **error)
{
  return revoke_where (database,
                       "UPDATE token SET revoked_at = $3"
                       " WHERE organisation = $1 AND staff_id = $2 AND revoked_at IS NULL",
                       organisation, staff_id, now, error);
}

GPtrArray *
foyer_tokens_list_devices (FoyerDatabase *database, gint64 organisation, const char *staff_id, GError **error)
{
  static const char sql[]
      = "SELECT device_id, min(issued_at), max(issued_at), sum(revoked_at IS NULL) FROM token"
        " WHERE organisation = $1 AND staff_id = $2 GROUP BY device_id ORDER BY max(issued_at) DESC, "
        "device_id";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  g_autoptr (GPtrArray) devices = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_device_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, staff_id);
  while (foyer_statement_step (statement, &local_error)) {
    FoyerDevice *device = g_new0 (FoyerDevice, 1);

    device->id = g_strdup (foyer_statement_get_text (statement, 0));
    device->staff_id = g_strdup (staff_id);
    device->since = foyer_statement_get_integer (statement, 1);
    device->seen_at = foyer_statement_get_integer (statement, 2);
    device->revoked = foyer_statement_get_integer (statement, 3) == 0;
    g_ptr_array_add (devices, device);
  }
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  return g_steal_pointer (&devices);
}
