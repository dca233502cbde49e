/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-blobs.c - whose blobs are whose, and how long they are kept */

#include "blobs/foyer-blobs.h"

#include "foyer-blob-id.h"
#include "foyer-staff-rights.h"

#define SWEPT_AT_ONCE 50

static FoyerStatement *
prepare (const FoyerBlobs *self, const char *sql, GError **error)
{
  FoyerStatement *statement = foyer_database_prepare (self->database, sql, error);

  if (statement != NULL)
    foyer_statement_bind_integer (statement, 1, self->staff->organisation->number);
  return statement;
}

static gboolean
may (const FoyerBlobs *self, FoyerStaffVerb verb, const FoyerRecordType *type)
{
  const FoyerField *roles = foyer_record_type_field (&foyer_staff_member_type, "role");
  FoyerStaffDeed deed = { .role = (FoyerStaffMemberRole) foyer_field_value_index (roles, self->staff->role),
                          .staff_id = self->staff->staff_id,
                          .verb = verb,
                          .type = type };
  g_autoptr (FoyerFinding) finding = foyer_staff_rights_check (&deed, "en");

  return finding->verdict < FOYER_VERDICT_BLOCK;
}

static gboolean
is_referred_to (const FoyerBlobs *self, const char *id, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = prepare (self, "SELECT DISTINCT type FROM blob_reference WHERE organisation = $1 AND blob_id = $2",
                 error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 2, id);
  while (foyer_statement_step (statement, error)) {
    const FoyerRecordType *type = foyer_record_type_by_name (foyer_statement_get_text (statement, 0));

    if (type != NULL && may (self, FOYER_STAFF_READ, type))
      return TRUE;
  }
  return FALSE;
}

gint64
foyer_blobs_find (const FoyerBlobs *self, const char *id, GError **error)
{
  g_autoptr (FoyerStatement) statement = NULL;
  gint64 size;

  if (!foyer_blob_id_is_valid (id))
    return -1;
  statement
      = prepare (self,
                 "SELECT size, EXISTS (SELECT 1 FROM blob_upload u WHERE u.organisation = $1"
                 " AND u.blob_id = $2 AND u.staff_id = $3) FROM blob WHERE organisation = $1 AND id = $2",
                 error);
  if (statement == NULL)
    return -1;
  foyer_statement_bind_text (statement, 2, id);
  foyer_statement_bind_text (statement, 3, self->staff->staff_id);
  if (!foyer_statement_step (statement, error))
    return -1;
  size = foyer_statement_get_integer (statement, 0);
  return foyer_statement_get_integer (statement, 1) != 0 || is_referred_to (self, id, error) ? size : -1;
}

/* What can be put nowhere need not come in: messages stand for the office's work. */
gboolean
foyer_blobs_may_upload (const FoyerBlobs *self)
{
  return may (self, FOYER_STAFF_CREATE, foyer_record_type_by_name ("Message"));
}

gboolean
foyer_blobs_has_room (const FoyerBlobs *self, gint64 size)
{
  g_autoptr (FoyerStatement) statement
      = prepare (self,
                 "SELECT coalesce(sum(size), 0) FROM blob WHERE organisation = $1 AND unused_since > $2"
                 " AND EXISTS (SELECT 1 FROM blob_upload u WHERE u.organisation = $1 AND u.blob_id = id"
                 " AND u.staff_id = $3)",
                 NULL);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 2, self->now - FOYER_BLOBS_KEPT_SECONDS);
  foyer_statement_bind_text (statement, 3, self->staff->staff_id);
  return foyer_statement_step (statement, NULL)
         && foyer_statement_get_integer (statement, 0) + size <= FOYER_BLOBS_QUOTA;
}

gboolean
foyer_blobs_add (const FoyerBlobs *self, const char *id, gint64 size, GError **error)
{
  g_autoptr (FoyerStatement) blob = prepare (
      self,
      "INSERT INTO blob (organisation, id, size, unused_since) VALUES ($1, $2, $3,"
      " CASE WHEN EXISTS (SELECT 1 FROM blob_reference r WHERE r.organisation = $1 AND r.blob_id = $2)"
      " THEN NULL ELSE $4 END)"
      " ON CONFLICT (organisation, id) DO UPDATE SET unused_since = excluded.unused_since",
      error);
  g_autoptr (FoyerStatement) upload = NULL;

  if (blob == NULL)
    return FALSE;
  foyer_statement_bind_text (blob, 2, id);
  foyer_statement_bind_integer (blob, 3, size);
  foyer_statement_bind_integer (blob, 4, self->now);
  if (!foyer_statement_run (blob, error))
    return FALSE;
  upload = prepare (self,
                    "INSERT INTO blob_upload (organisation, blob_id, staff_id, at) VALUES ($1, $2, $3, $4)"
                    " ON CONFLICT (organisation, blob_id, staff_id) DO UPDATE SET at = excluded.at",
                    error);
  if (upload == NULL)
    return FALSE;
  foyer_statement_bind_text (upload, 2, id);
  foyer_statement_bind_text (upload, 3, self->staff->staff_id);
  foyer_statement_bind_integer (upload, 4, self->now);
  return foyer_statement_run (upload, error);
}

static GPtrArray *
list_unused (const FoyerBlobs *self, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = prepare (self,
                 "SELECT id FROM blob WHERE organisation = $1 AND unused_since <= $2"
                 " ORDER BY unused_since LIMIT $3",
                 error);
  g_autoptr (GPtrArray) unused = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 2, self->now - FOYER_BLOBS_KEPT_SECONDS);
  foyer_statement_bind_integer (statement, 3, SWEPT_AT_ONCE);
  while (foyer_statement_step (statement, &failure))
    g_ptr_array_add (unused, g_strdup (foyer_statement_get_text (statement, 0)));
  if (failure == NULL)
    return g_steal_pointer (&unused);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
forget (const FoyerBlobs *self, const char *id, GError **error)
{
  static const char *const sql[] = { "DELETE FROM blob WHERE organisation = $1 AND id = $2",
                                     "DELETE FROM blob_upload WHERE organisation = $1 AND blob_id = $2",
                                     "DELETE FROM client_upload WHERE organisation = $1 AND blob_id = $2" };

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++) {
    g_autoptr (FoyerStatement) statement = prepare (self, sql[i], error);

    if (statement == NULL)
      return FALSE;
    foyer_statement_bind_text (statement, 2, id);
    if (!foyer_statement_run (statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
foyer_blobs_is_anybodys (FoyerDatabase *database, const char *id)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "SELECT 1 FROM blob WHERE id = $1 LIMIT 1", NULL);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return TRUE;
  foyer_statement_bind_text (statement, 1, id);
  return foyer_statement_step (statement, &failure) || failure != NULL;
}

gboolean
foyer_blobs_sweep (const FoyerBlobs *self, GError **error)
{
  g_autoptr (GPtrArray) unused = list_unused (self, error);

  if (unused == NULL)
    return FALSE;
  for (guint i = 0; i < unused->len; i++) {
    if (!forget (self, unused->pdata[i], error))
      return FALSE;
    if (!foyer_blobs_is_anybodys (self->database, unused->pdata[i]))
      g_ptr_array_add (self->gone, g_strdup (unused->pdata[i]));
  }
  return TRUE;
}

char *
foyer_blobs_keep (const FoyerBlobs *self, GBytes *bytes, GError **error)
{
  g_autoptr (FoyerBlobWriter) writer = foyer_blob_writer_new (self->files, error);
  g_autofree char *id = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  if (writer == NULL || !foyer_blob_writer_add (writer, data, size, error))
    return NULL;
  id = foyer_blob_writer_finish (writer, error);
  if (id == NULL || !foyer_blobs_add (self, id, (gint64) size, error) || !foyer_blobs_sweep (self, error))
    return NULL;
  return g_steal_pointer (&id);
}
