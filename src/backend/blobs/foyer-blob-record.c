/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-blob-record.c - the blob that one record refers to */

#include "blobs/foyer-blob-record.h"

#include "foyer-blob-id.h"

static gboolean
is_of_record (FoyerDatabase *database,
              gint64 organisation,
              const FoyerRecordType *type,
              const char *record_id,
              const char *id,
              GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (
      database,
      "SELECT 1 FROM blob b JOIN blob_reference r ON r.organisation = b.organisation AND r.blob_id = b.id"
      " WHERE b.organisation = $1 AND b.id = $2 AND r.type = $3 AND r.record_id = $4 LIMIT 1",
      error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, id);
  foyer_statement_bind_text (statement, 3, type->name);
  foyer_statement_bind_text (statement, 4, record_id);
  return foyer_statement_step (statement, error);
}

GBytes *
foyer_blob_record_open (FoyerDatabase *database,
                        FoyerBlobFiles *files,
                        gint64 organisation,
                        const FoyerRecordType *type,
                        const char *record_id,
                        const char *id,
                        GError **error)
{
  if (id == NULL || !foyer_blob_id_is_valid (id)
      || !is_of_record (database, organisation, type, record_id, id, error))
    return NULL;
  return foyer_blob_files_open (files, id, error);
}
