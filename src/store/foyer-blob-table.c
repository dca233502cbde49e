/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-blob-table.c - what is known of the files that are here */

#include "foyer-blob-table.h"

void
foyer_blob_row_free (FoyerBlobRow *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->type);
  g_free (self->pieces);
  g_free (self);
}

gboolean
foyer_blob_table_put (FoyerDatabase *database, const FoyerBlobRow *row, GError **error)
{
  static const char sql[] = "INSERT INTO blob (id, type, size, state, pieces, used_at)"
                            " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE"
                            " SET state = max (state, excluded.state), used_at = excluded.used_at";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, row->id);
  foyer_statement_bind_text (statement, 2, row->type);
  foyer_statement_bind_integer (statement, 3, row->size);
  foyer_statement_bind_integer (statement, 4, row->state);
  foyer_statement_bind_text (statement, 5, row->pieces == NULL ? "" : row->pieces);
  foyer_statement_bind_integer (statement, 6, row->used_at);
  return foyer_statement_run (statement, error);
}

FoyerBlobRow *
foyer_blob_table_get (FoyerDatabase *database, const char *id, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database,
                                "SELECT id, type, size, state, pieces, used_at FROM blob WHERE id = $1",
                                error);
  FoyerBlobRow *row;

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_text (statement, 1, id);
  if (!foyer_statement_step (statement, error))
    return NULL;
  row = g_new0 (FoyerBlobRow, 1);
  row->id = g_strdup (foyer_statement_get_text (statement, 0));
  row->type = g_strdup (foyer_statement_get_text (statement, 1));
  row->size = foyer_statement_get_integer (statement, 2);
  row->state = (FoyerBlobState) foyer_statement_get_integer (statement, 3);
  row->pieces = g_strdup (foyer_statement_get_text (statement, 4));
  row->used_at = foyer_statement_get_integer (statement, 5);
  return row;
}

gboolean
foyer_blob_table_set_state (FoyerDatabase *database,
                            const char *id,
                            FoyerBlobState state,
                            const char *pieces,
                            GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "UPDATE blob SET state = $2, pieces = $3 WHERE id = $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, id);
  foyer_statement_bind_integer (statement, 2, state);
  foyer_statement_bind_text (statement, 3, pieces);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_blob_table_note_used (FoyerDatabase *database, const char *id, gint64 now, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "UPDATE blob SET used_at = $2 WHERE id = $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, id);
  foyer_statement_bind_integer (statement, 2, now);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_blob_table_has_unsent (FoyerDatabase *database)
{
  return foyer_database_integer (database, "SELECT EXISTS (SELECT 1 FROM blob WHERE state = 0)", NULL) != 0;
}

static gboolean
delete_row (FoyerDatabase *database, const char *id, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "DELETE FROM blob WHERE id = $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, id);
  return foyer_statement_run (statement, error);
}

static GPtrArray *
list_beyond (FoyerDatabase *database, gint64 limit, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database,
                                "SELECT id, size FROM blob WHERE state = 1 ORDER BY used_at DESC, id", error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;
  gint64 kept = 0;

  if (statement == NULL)
    return NULL;
  while (foyer_statement_step (statement, &failure)) {
    kept += foyer_statement_get_integer (statement, 1);
    if (kept > limit)
      g_ptr_array_add (ids, g_strdup (foyer_statement_get_text (statement, 0)));
  }
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

GPtrArray *
foyer_blob_table_take_oldest (FoyerDatabase *database, gint64 limit, GError **error)
{
  g_autoptr (GPtrArray) ids = list_beyond (database, limit, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    if (!delete_row (database, ids->pdata[i], error))
      return NULL;
  }
  return g_steal_pointer (&ids);
}
