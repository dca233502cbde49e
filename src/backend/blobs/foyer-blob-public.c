/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-blob-public.c - the few blobs that anybody may see */

#include "blobs/foyer-blob-public.h"

#include "foyer-blob-id.h"

static gboolean
is_public (FoyerDatabase *database, gint64 organisation, const char *id, GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (
      database,
      "SELECT 1 FROM blob b JOIN blob_reference r ON r.organisation = b.organisation AND r.blob_id = b.id"
      " WHERE b.organisation = $1 AND b.id = $2 AND r.type IN ('Organisation', 'PortalSettings') LIMIT 1",
      error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, id);
  return foyer_statement_step (statement, error);
}

GBytes *
foyer_blob_public_open (FoyerDatabase *database,
                        FoyerBlobFiles *files,
                        gint64 organisation,
                        const char *id,
                        GError **error)
{
  if (!foyer_blob_id_is_valid (id) || !is_public (database, organisation, id, error))
    return NULL;
  return foyer_blob_files_open (files, id, error);
}
