/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-sessions.c - browsers' stays in portals */

#include "accounts/foyer-portal-sessions.h"

#include "accounts/foyer-secret.h"

#define FORM_KEY_BYTES 32

void
foyer_portal_session_free (FoyerPortalSession *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->link_id);
  g_free (self->client_id);
  g_free (self->person_id);
  foyer_secret_free (self->form_key);
  g_free (self);
}

static gboolean
sweep (FoyerDatabase *database, gint64 now, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "DELETE FROM portal_visit WHERE expires_at <= $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, now);
  return foyer_statement_run (statement, error);
}

char *
foyer_portal_sessions_start (FoyerDatabase *database,
                             FoyerRandom *random,
                             const FoyerPortalSession *session,
                             gint64 now,
                             GError **error)
{
  static const char sql[]
      = "INSERT INTO portal_visit (hash, organisation, session_id, link_id, client_id, person_id, form_key,"
        " settings_rev, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
  g_autoptr (FoyerStatement) statement = NULL;
  g_autofree char *form_key = foyer_random_token (random, FORM_KEY_BYTES);
  g_autoptr (GBytes) hash = NULL;
  char *cookie;

  if (!sweep (database, now, error))
    return NULL;
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;
  cookie = foyer_secret_new (FOYER_SECRET_SESSION, random);
  hash = foyer_secret_hash (cookie);
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, session->organisation);
  foyer_statement_bind_text (statement, 3, session->id);
  foyer_statement_bind_text (statement, 4, session->link_id);
  foyer_statement_bind_text (statement, 5, session->client_id);
  foyer_statement_bind_text (statement, 6, session->person_id);
  foyer_statement_bind_text (statement, 7, form_key);
  foyer_statement_bind_integer (statement, 8, session->settings_rev);
  foyer_statement_bind_integer (statement, 9, now);
  foyer_statement_bind_integer (statement, 10, session->expires_at);
  if (foyer_statement_run (statement, error))
    return cookie;
  foyer_secret_free (cookie);
  return NULL;
}

static FoyerPortalSession *
read_session (FoyerStatement *statement, gint64 organisation)
{
  FoyerPortalSession *self = g_new0 (FoyerPortalSession, 1);

  self->organisation = organisation;
  self->id = g_strdup (foyer_statement_get_text (statement, 0));
  self->link_id = g_strdup (foyer_statement_get_text (statement, 1));
  self->client_id = g_strdup (foyer_statement_get_text (statement, 2));
  self->person_id = g_strdup (foyer_statement_get_text (statement, 3));
  self->form_key = g_strdup (foyer_statement_get_text (statement, 4));
  self->settings_rev = foyer_statement_get_integer (statement, 5);
  self->created_at = foyer_statement_get_integer (statement, 6);
  self->expires_at = foyer_statement_get_integer (statement, 7);
  return self;
}

FoyerPortalSession *
foyer_portal_sessions_find (FoyerDatabase *database,
                            gint64 organisation,
                            const char *cookie,
                            gint64 now,
                            GError **error)
{
  static const char sql[]
      = "SELECT session_id, link_id, client_id, person_id, form_key, settings_rev, created_at, expires_at"
        " FROM portal_visit WHERE hash = $1 AND organisation = $2 AND expires_at > $3";
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GBytes) hash = NULL;
  g_autoptr (GError) local_error = NULL;

  if (foyer_secret_is_well_formed (cookie, FOYER_SECRET_SESSION)) {
    statement = foyer_database_prepare (database, sql, error);
    if (statement == NULL)
      return NULL;
    hash = foyer_secret_hash (cookie);
    foyer_statement_bind_blob (statement, 1, hash);
    foyer_statement_bind_integer (statement, 2, organisation);
    foyer_statement_bind_integer (statement, 3, now);
    if (foyer_statement_step (statement, &local_error))
      return read_session (statement, organisation);
  }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED,
                         "The session is not valid");
  return NULL;
}

static gboolean
end_where (FoyerDatabase *database, const char *sql, gint64 organisation, const char *id, GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, id);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_portal_sessions_end (FoyerDatabase *database, gint64 organisation, const char *id, GError **error)
{
  return end_where (database, "DELETE FROM portal_visit WHERE organisation = $1 AND session_id = $2",
                    organisation, id, error);
}

gboolean
foyer_portal_sessions_end_by_link (FoyerDatabase *database,
                                   gint64 organisation,
                                   const char *link_id,
                                   GError **error)
{
  return end_where (database, "DELETE FROM portal_visit WHERE organisation = $1 AND link_id = $2",
                    organisation, link_id, error);
}

gboolean
foyer_portal_sessions_end_by_client (FoyerDatabase *database,
                                     gint64 organisation,
                                     const char *client_id,
                                     GError **error)
{
  return end_where (database, "DELETE FROM portal_visit WHERE organisation = $1 AND client_id = $2",
                    organisation, client_id, error);
}

gboolean
foyer_portal_sessions_end_by_person (FoyerDatabase *database,
                                     gint64 organisation,
                                     const char *person_id,
                                     GError **error)
{
  return end_where (database, "DELETE FROM portal_visit WHERE organisation = $1 AND person_id = $2",
                    organisation, person_id, error);
}
