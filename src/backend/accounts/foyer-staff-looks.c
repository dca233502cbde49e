/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-staff-looks.c - staff who look at a portal in a browser */

#include "accounts/foyer-staff-looks.h"

#include "accounts/foyer-secret.h"

void
foyer_staff_look_free (FoyerStaffLook *self)
{
  if (self == NULL)
    return;
  g_free (self->staff_id);
  g_free (self->device_id);
  g_free (self->client_id);
  g_free (self->person_id);
  g_free (self->link_id);
  g_free (self->page);
  g_free (self);
}

static gboolean
sweep (FoyerDatabase *database, gint64 now, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "DELETE FROM staff_look WHERE expires_at <= $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, now);
  return foyer_statement_run (statement, error);
}

char *
foyer_staff_looks_start (FoyerDatabase *database,
                         FoyerRandom *random,
                         const FoyerStaffLook *look,
                         gint64 now,
                         GError **error)
{
  static const char sql[] = "INSERT INTO staff_look (hash, organisation, staff_id, device_id, client_id, "
                            "person_id, link_id, page,"
                            " expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GBytes) hash = NULL;
  char *secret;

  if (!sweep (database, now, error))
    return NULL;
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;
  secret = foyer_secret_new (FOYER_SECRET_LOOK, random);
  hash = foyer_secret_hash (secret);
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, look->organisation);
  foyer_statement_bind_text (statement, 3, look->staff_id);
  foyer_statement_bind_text (statement, 4, look->device_id);
  foyer_statement_bind_text (statement, 5, look->client_id);
  foyer_statement_bind_text (statement, 6, look->person_id);
  foyer_statement_bind_text (statement, 7, look->link_id);
  foyer_statement_bind_text (statement, 8, look->page);
  foyer_statement_bind_integer (statement, 9, now + FOYER_STAFF_LOOK_SECONDS);
  if (foyer_statement_run (statement, error))
    return secret;
  foyer_secret_free (secret);
  return NULL;
}

static FoyerStaffLook *
read_look (FoyerStatement *statement, gint64 organisation)
{
  FoyerStaffLook *self = g_new0 (FoyerStaffLook, 1);

  self->organisation = organisation;
  self->staff_id = g_strdup (foyer_statement_get_text (statement, 0));
  self->device_id = g_strdup (foyer_statement_get_text (statement, 1));
  self->client_id = g_strdup (foyer_statement_get_text (statement, 2));
  self->person_id = g_strdup (foyer_statement_get_text (statement, 3));
  self->link_id = g_strdup (foyer_statement_get_text (statement, 4));
  self->page = g_strdup (foyer_statement_get_text (statement, 5));
  self->expires_at = foyer_statement_get_integer (statement, 6);
  return self;
}

gboolean
foyer_staff_looks_find (FoyerDatabase *database,
                        gint64 organisation,
                        const char *secret,
                        gint64 now,
                        FoyerStaffLook **look,
                        GError **error)
{
  static const char sql[] = "SELECT staff_id, device_id, client_id, person_id, link_id, page, expires_at"
                            " FROM staff_look WHERE hash = $1 AND organisation = $2 AND expires_at > $3";
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GBytes) hash = NULL;
  g_autoptr (GError) failure = NULL;

  *look = NULL;
  if (!foyer_secret_is_well_formed (secret, FOYER_SECRET_LOOK))
    return TRUE;
  statement = foyer_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;
  hash = foyer_secret_hash (secret);
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, organisation);
  foyer_statement_bind_integer (statement, 3, now);
  if (foyer_statement_step (statement, &failure))
    *look = read_look (statement, organisation);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
foyer_staff_looks_end (FoyerDatabase *database, gint64 organisation, const char *secret, GError **error)
{
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GBytes) hash = NULL;

  if (!foyer_secret_is_well_formed (secret, FOYER_SECRET_LOOK))
    return TRUE;
  statement = foyer_database_prepare (database,
                                      "DELETE FROM staff_look WHERE hash = $1 AND organisation = $2", error);
  if (statement == NULL)
    return FALSE;
  hash = foyer_secret_hash (secret);
  foyer_statement_bind_blob (statement, 1, hash);
  foyer_statement_bind_integer (statement, 2, organisation);
  return foyer_statement_run (statement, error);
}
