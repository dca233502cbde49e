/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-blob-references.c - which records refer to which blobs */

#include "blobs/foyer-blob-references.h"

#include "foyer-blob-id.h"

static GHashTable *
list_noted (FoyerDatabase *database,
            gint64 organisation,
            const FoyerRecordType *type,
            const char *id,
            GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database,
                                "SELECT blob_id FROM blob_reference"
                                " WHERE organisation = $1 AND type = $2 AND record_id = $3",
                                error);
  g_autoptr (GHashTable) noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, type->name);
  foyer_statement_bind_text (statement, 3, id);
  while (foyer_statement_step (statement, &failure))
    g_hash_table_add (noted, g_strdup (foyer_statement_get_text (statement, 0)));
  if (failure == NULL)
    return g_steal_pointer (&noted);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
change (FoyerDatabase *database,
        const char *sql,
        gint64 organisation,
        const char *blob_id,
        const FoyerRecordType *type,
        const char *id,
        GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, blob_id);
  foyer_statement_bind_text (statement, 3, type->name);
  foyer_statement_bind_text (statement, 4, id);
  return foyer_statement_run (statement, error);
}

static gboolean
mark (FoyerDatabase *database, gint64 organisation, const char *blob_id, gint64 now, GError **error)
{
  static const char sql[] = "UPDATE blob SET unused_since = CASE WHEN EXISTS (SELECT 1 FROM blob_reference r"
                            " WHERE r.organisation = $1 AND r.blob_id = $2) THEN NULL ELSE $3 END"
                            " WHERE organisation = $1 AND id = $2";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, blob_id);
  foyer_statement_bind_integer (statement, 3, now);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_blob_references_note (FoyerDatabase *database,
                            gint64 organisation,
                            const FoyerRecordType *type,
                            const char *id,
                            JsonObject *record,
                            gint64 now,
                            GError **error)
{
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GHashTable) after = NULL;
  GHashTableIter iter;
  gpointer blob;

  if (!foyer_record_type_has_blobs (type))
    return TRUE;
  before = list_noted (database, organisation, type, id, error);
  if (before == NULL)
    return FALSE;
  after = foyer_record_type_list_blobs (type, record);
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &blob, NULL)) {
    if (!g_hash_table_contains (before, blob)
        && (!change (database,
                     "INSERT INTO blob_reference (organisation, blob_id, type, record_id)"
                     " VALUES ($1, $2, $3, $4)",
                     organisation, blob, type, id, error)
            || !mark (database, organisation, blob, now, error)))
      return FALSE;
  }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &blob, NULL)) {
    if (!g_hash_table_contains (after, blob)
        && (!change (database,
                     "DELETE FROM blob_reference"
                     " WHERE organisation = $1 AND blob_id = $2 AND type = $3 AND record_id = $4",
                     organisation, blob, type, id, error)
            || !mark (database, organisation, blob, now, error)))
      return FALSE;
  }
  return TRUE;
}
