/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mailed-links.c - links that are mailed and work once */

#include "accounts/foyer-mailed-links.h"

#include "accounts/foyer-secret.h"

#define COLUMNS "kind, address, person_id, link_id, invite_id, issued_at, expires_at, revoked_at, used_at"

static const char use_sql[]
    = "UPDATE mailed_link SET used_at = $4 WHERE hash = $1 AND organisation = $2"
      " AND kind = $3 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $4 RETURNING " COLUMNS;

static const FoyerSecretKind secret_kinds[] = {
  [FOYER_MAILED_SIGN_IN] = FOYER_SECRET_SIGN_IN,
  [FOYER_MAILED_INVITE] = FOYER_SECRET_INVITE,
};

void
foyer_mailed_link_free (FoyerMailedLink *self)
{
  if (self == NULL)
    return;
  g_free (self->address);
  g_free (self->person_id);
  g_free (self->link_id);
  g_free (self->invite_id);
  g_free (self);
}

static gpointer
refuse (GError **error)
{
  g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED, "The link is not valid");
  return NULL;
}

char *
foyer_mailed_links_issue (FoyerDatabase *database,
                          FoyerRandom *random,
                          gint64 organisation,
                          const FoyerMailedLink *link,
                          GError **error)
{
  static const char sql[] = "INSERT INTO mailed_link (hash, organisation, kind, address, person_id, link_id, "
                            "invite_id, issued_at,"
                            " expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  g_autoptr (GBytes) hash = NULL;
  char *secret;

  if (statement == NULL)
    return NULL;
  secret = foyer_secret_new (secret_kinds[link->kind], random);
  hash = foyer_secret_hash (secret);
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, organisation);
  foyer_statement_bind_integer (statement, 3, link->kind);
  foyer_statement_bind_text (statement, 4, link->address);
  foyer_statement_bind_text (statement, 5, link->person_id);
  foyer_statement_bind_text (statement, 6, link->link_id);
  foyer_statement_bind_text (statement, 7, link->invite_id);
  foyer_statement_bind_integer (statement, 8, link->issued_at);
  foyer_statement_bind_integer (statement, 9, link->expires_at);
  if (foyer_statement_run (statement, error))
    return secret;
  foyer_secret_free (secret);
  return NULL;
}

/* The link in the first row of @statement, if it has one. */
static FoyerMailedLink *
read_link (FoyerStatement *statement, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  FoyerMailedLink *link;

  if (!foyer_statement_step (statement, &local_error)) {
    if (local_error == NULL)
      return refuse (error);
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  link = g_new0 (FoyerMailedLink, 1);
  link->kind = (FoyerMailedLinkKind) foyer_statement_get_integer (statement, 0);
  link->address = g_strdup (foyer_statement_get_text (statement, 1));
  link->person_id = g_strdup (foyer_statement_get_text (statement, 2));
  link->link_id = g_strdup (foyer_statement_get_text (statement, 3));
  link->invite_id = g_strdup (foyer_statement_get_text (statement, 4));
  link->issued_at = foyer_statement_get_integer (statement, 5);
  link->expires_at = foyer_statement_get_integer (statement, 6);
  link->is_revoked = foyer_statement_get_integer (statement, 7) != 0;
  link->used_at = foyer_statement_get_integer (statement, 8);
  return link;
}

static FoyerMailedLink *
find_live_hash (FoyerDatabase *database,
                const char *sql,
                gint64 organisation,
                GBytes *hash,
                FoyerMailedLinkKind kind,
                gint64 now,
                GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, organisation);
  foyer_statement_bind_integer (statement, 3, kind);
  foyer_statement_bind_integer (statement, 4, now);
  return read_link (statement, error);
}

static FoyerMailedLink *
find_live (FoyerDatabase *database,
           const char *sql,
           gint64 organisation,
           const char *secret,
           FoyerMailedLinkKind kind,
           gint64 now,
           GError **error)
{
  g_autoptr (GBytes) hash = NULL;

  if (!foyer_secret_is_well_formed (secret, secret_kinds[kind]))
    return refuse (error);
  hash = foyer_secret_hash (secret);
  return find_live_hash (database, sql, organisation, hash, kind, now, error);
}

FoyerMailedLink *
foyer_mailed_links_peek (FoyerDatabase *database,
                         gint64 organisation,
                         const char *secret,
                         FoyerMailedLinkKind kind,
                         gint64 now,
                         GError **error)
{
  static const char sql[] = "SELECT " COLUMNS " FROM mailed_link WHERE hash = $1 AND organisation = $2"
                            " AND kind = $3 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $4";

  return find_live (database, sql, organisation, secret, kind, now, error);
}

FoyerMailedLink *
foyer_mailed_links_use (FoyerDatabase *database,
                        gint64 organisation,
                        const char *secret,
                        FoyerMailedLinkKind kind,
                        gint64 now,
                        GError **error)
{
  return find_live (database, use_sql, organisation, secret, kind, now, error);
}

FoyerMailedLink *
foyer_mailed_links_use_hash (FoyerDatabase *database,
                             gint64 organisation,
                             GBytes *hash,
                             gint64 now,
                             GError **error)
{
  return find_live_hash (database, use_sql, organisation, hash, FOYER_MAILED_SIGN_IN, now, error);
}

FoyerMailedLink *
foyer_mailed_links_remember (FoyerDatabase *database, gint64 organisation, GBytes *hash, GError **error)
{
  static const char sql[] = "SELECT " COLUMNS " FROM mailed_link WHERE hash = $1 AND organisation = $2";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, organisation);
  return read_link (statement, error);
}

gint64
foyer_mailed_links_count (FoyerDatabase *database,
                          gint64 organisation,
                          const char *address,
                          gint64 since,
                          GError **error)
{
  static const char sql[] = "SELECT count(*) FROM mailed_link WHERE organisation = $1 AND address = $2"
                            " AND issued_at > $3";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return -1;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, address);
  foyer_statement_bind_integer (statement, 3, since);
  return foyer_statement_step (statement, error) ? foyer_statement_get_integer (statement, 0) : -1;
}

static gboolean
end_links_of (FoyerDatabase *database,
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
foyer_mailed_links_revoke_invite (FoyerDatabase *database,
                                  gint64 organisation,
                                  const char *invite_id,
                                  gint64 now,
                                  GError **error)
{
  return end_links_of (database,
                       "UPDATE mailed_link SET revoked_at = $3 WHERE organisation = $1"
                       " AND invite_id = $2 AND revoked_at IS NULL",
                       organisation, invite_id, now, error);
}

gboolean
foyer_mailed_links_revoke_person (FoyerDatabase *database,
                                  gint64 organisation,
                                  const char *person_id,
                                  gint64 now,
                                  GError **error)
{
  return end_links_of (database,
                       "UPDATE mailed_link SET revoked_at = $3 WHERE organisation = $1"
                       " AND person_id = $2 AND revoked_at IS NULL",
                       organisation, person_id, now, error);
}

gboolean
foyer_mailed_links_forget_person (FoyerDatabase *database,
                                  gint64 organisation,
                                  const char *person_id,
                                  gint64 now,
                                  GError **error)
{
  return end_links_of (database,
                       "UPDATE mailed_link SET revoked_at = coalesce (revoked_at, $3), address = ''"
                       " WHERE organisation = $1 AND person_id = $2",
                       organisation, person_id, now, error);
}

gboolean
foyer_mailed_links_use_up_invite (FoyerDatabase *database,
                                  gint64 organisation,
                                  const char *invite_id,
                                  gint64 now,
                                  GError **error)
{
  return end_links_of (database,
                       "UPDATE mailed_link SET used_at = $3 WHERE organisation = $1"
                       " AND invite_id = $2 AND used_at IS NULL",
                       organisation, invite_id, now, error);
}

gboolean
foyer_mailed_links_sweep (FoyerDatabase *database, gint64 now, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "DELETE FROM mailed_link WHERE expires_at < $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, now - FOYER_MAILED_LINK_REMEMBERED_SECONDS);
  return foyer_statement_run (statement, error);
}
