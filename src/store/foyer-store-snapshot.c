/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-snapshot.c - what a reading job knows beyond records */

#include "foyer-store-snapshot.h"

#include "foyer-store-private.h"

#include "foyer-blob-id.h"

JsonObject *
foyer_store_snapshot_get_states (FoyerStore *self, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (self->read_database, "SELECT type, state FROM type_state", error);
  g_autoptr (JsonObject) states = json_object_new ();
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (foyer_statement_step (statement, &failure))
    json_object_set_string_member (states, foyer_statement_get_text (statement, 0),
                                   foyer_statement_get_text (statement, 1));
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return g_steal_pointer (&states);
}

/* What is written in the log changes nothing that anybody else is shown. */
gboolean
foyer_store_snapshot_has_pending (FoyerStore *self, gboolean *has_pending, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (self->read_database,
                                "SELECT 1 FROM operation WHERE state <= $1 AND type <> 'AuditEvent' LIMIT 1",
                                error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, FOYER_OPERATION_ACKED);
  *has_pending = foyer_statement_step (statement, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  return TRUE;
}

GBytes *
foyer_store_snapshot_open_blob (FoyerStore *self, const char *id)
{
  return foyer_blob_id_is_valid (id) ? foyer_blob_files_open (self->blobs, id, NULL) : NULL;
}

char *
foyer_store_snapshot_get_meta (FoyerStore *self, const char *name, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (self->read_database, "SELECT value FROM meta WHERE name = $1", error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_text (statement, 1, name);
  return foyer_statement_step (statement, error) ? g_strdup (foyer_statement_get_text (statement, 0)) : NULL;
}
