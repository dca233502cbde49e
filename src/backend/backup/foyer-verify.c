/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-verify.c - is a server's data whole? */

#include "backup/foyer-backup.h"

#include "foyer-blob-files.h"
#include "foyer-blob-id.h"
#include "foyer-record-table.h"
#include "foyer-signature-chain.h"

#include <string.h>

typedef struct {
  FoyerDatabase *database;
  GPtrArray *findings;
  GError *error; /* the first one ends the look */
} Look;

/* Adds a finding if @sql counts anything; $N of @format is the number. */
static void
count (Look *look, const char *sql, const char *what)
{
  gint64 number;

  if (look->error != NULL)
    return;
  number = foyer_database_integer (look->database, sql, &look->error);
  if (look->error == NULL && number > 0)
    g_ptr_array_add (look->findings, g_strdup_printf ("%" G_GINT64_FORMAT " %s", number, what));
}

static void
count_in_table (Look *look, const FoyerRecordType *type, const char *sql, const char *what)
{
  g_autoptr (GString) query = g_string_new (sql);
  g_autofree char *described = g_strdup_printf ("%s %s", type->name, what);
  g_autofree char *name = g_strdup_printf ("'%s'", type->name);
  g_autofree char *prefix = g_strdup_printf ("'%s-'", type->prefix);

  g_string_replace (query, "{table}", type->table, 0);
  g_string_replace (query, "{type}", name, 0);
  g_string_replace (query, "{prefix}", prefix, 0);
  count (look, query->str, described);
}

/* The numbers of changes: no record is newer than its type, no type newer than its organisation. */
static void
check_type (Look *look, const FoyerRecordType *type)
{
  count_in_table (look, type,
                  "SELECT count(*) FROM \"{table}\" r WHERE r.rev > coalesce ((SELECT n FROM type_state s"
                  " WHERE s.organisation = r.organisation AND s.type = {type}), 0)",
                  "records are newer than the state of their type");
  count_in_table (look, type,
                  "SELECT count(*) FROM tombstone t JOIN \"{table}\" r ON r.organisation = t.organisation"
                  " AND r.id = t.id WHERE t.type = {type}",
                  "records are there and told as destroyed");
  count_in_table (look, type,
                  "SELECT count(*) FROM \"{table}\" r WHERE NOT EXISTS"
                  " (SELECT 1 FROM account a WHERE a.organisation = r.organisation)",
                  "records belong to no organisation");
  count_in_table (look, type,
                  "SELECT count(*) FROM op_log o WHERE o.type = {type} AND o.ok"
                  " AND substr (o.record_id, 1, length ({prefix})) = {prefix}"
                  " AND NOT EXISTS (SELECT 1 FROM \"{table}\" r WHERE r.organisation = o.organisation"
                  " AND r.id = o.record_id)"
                  " AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.organisation = o.organisation"
                  " AND t.type = {type} AND t.id = o.record_id)",
                  "records of which the log says that they were written are not there");
}

static void
check_numbers (Look *look)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  count (look,
         "SELECT count(*) FROM type_state s JOIN account a ON a.organisation = s.organisation"
         " WHERE s.n > a.counter",
         "types are newer than their organisation");
  count (look,
         "SELECT count(*) FROM op_log o LEFT JOIN console c ON c.organisation = o.organisation"
         " AND c.id = o.console WHERE c.last IS NULL OR c.last < o.seq",
         "operations have a number that their console has not reached");
  for (guint i = 0; i < n_types; i++)
    check_type (look, types[i]);
}

/* --- Blobs --- */

static void
check_file (Look *look, FoyerBlobFiles *files, const char *id, gint64 size, gboolean with_bytes)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) bytes = foyer_blob_id_is_valid (id) ? foyer_blob_files_open (files, id, &failure) : NULL;
  g_autofree char *hash = NULL;

  if (bytes == NULL) {
    g_ptr_array_add (look->findings, g_strdup_printf ("Blob %s is missing", id));
    return;
  }
  if (with_bytes)
    hash = foyer_blob_id_of_bytes (bytes);
  if ((gint64) g_bytes_get_size (bytes) != size || (hash != NULL && strcmp (hash, id) != 0))
    g_ptr_array_add (look->findings, g_strdup_printf ("Blob %s is damaged", id));
}

static void
check_blobs (Look *look, const char *directory, gboolean with_bytes)
{
  g_autoptr (FoyerBlobFiles) files = foyer_blob_files_new (directory);
  g_autoptr (FoyerStatement) statement = NULL;

  count (look,
         "SELECT count(*) FROM blob_reference r WHERE NOT EXISTS (SELECT 1 FROM blob b"
         " WHERE b.organisation = r.organisation AND b.id = r.blob_id)",
         "records name a blob that is not there");
  count (
      look,
      "SELECT count(*) FROM blob b WHERE (b.unused_since IS NULL) <> EXISTS (SELECT 1 FROM blob_reference r"
      " WHERE r.organisation = b.organisation AND r.blob_id = b.id)",
      "blobs are kept for another reason than they should be");
  if (look->error != NULL)
    return;
  statement = foyer_database_prepare (look->database, "SELECT DISTINCT id, size FROM blob ORDER BY id",
                                      &look->error);
  while (statement != NULL && foyer_statement_step (statement, &look->error))
    check_file (look, files, foyer_statement_get_text (statement, 0),
                foyer_statement_get_integer (statement, 1), with_bytes);
}

static void
check_pages (Look *look)
{
  GError *failure = NULL;

  if (foyer_database_check (look->database, TRUE, &failure))
    return;
  if (!g_error_matches (failure, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CORRUPT)) {
    look->error = failure;
    return;
  }
  g_ptr_array_add (look->findings, g_strdup (failure->message));
  g_error_free (failure);
}

/* --- Signatures --- */

static void
check_chain (Look *look, gint64 organisation)
{
  g_autoptr (FoyerRecordSource) source = foyer_database_source_new (look->database, organisation);

  foyer_signature_chain_check (source, look->findings, &look->error);
}

/* What a chain cannot say by itself is that its end is gone; the state of the type is that of its last signature. */
static void
check_signatures (Look *look)
{
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GArray) organisations = g_array_new (FALSE, FALSE, sizeof (gint64));

  count (
      look,
      "SELECT count(*) FROM type_state s WHERE s.type = 'Signature' AND s.n > coalesce ((SELECT max (r.rev)"
      " FROM signature r WHERE r.organisation = s.organisation), 0)",
      "organisations lack their last signature");
  if (look->error != NULL)
    return;
  statement = foyer_database_prepare (look->database, "SELECT organisation FROM account", &look->error);
  while (statement != NULL && foyer_statement_step (statement, &look->error)) {
    gint64 organisation = foyer_statement_get_integer (statement, 0);

    g_array_append_val (organisations, organisation);
  }
  for (guint i = 0; i < organisations->len && look->error == NULL; i++)
    check_chain (look, g_array_index (organisations, gint64, i));
}

gboolean
foyer_verify (const char *directory, gboolean with_bytes, GPtrArray *findings, GError **error)
{
  g_autofree char *path = g_build_filename (directory, "foyer.db", NULL);
  g_autoptr (FoyerDatabase) database = NULL;
  Look look = { .findings = findings };

  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "There is no server data in %s", directory);
    return FALSE;
  }
  database = foyer_database_open (path, FOYER_DATABASE_READER, error);
  if (database == NULL || !foyer_database_begin (database, error))
    return FALSE;
  look.database = database;
  check_pages (&look);
  if (findings->len == 0) {
    check_numbers (&look);
    check_blobs (&look, directory, with_bytes);
    check_signatures (&look);
  }
  foyer_database_rollback (database);
  foyer_database_close (database);
  if (look.error == NULL)
    return TRUE;
  g_propagate_error (error, look.error);
  return FALSE;
}
