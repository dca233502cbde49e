/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-writer.c - what a job on the writing thread may do */

#include "foyer-store-writer.h"

#include "foyer-store-private.h"

#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-mutant.h"
#include "foyer-operation-table.h"
#include "foyer-record-table.h"

void
foyer_store_writer_init (FoyerStoreWriter *self,
                         FoyerDatabase *database,
                         FoyerClock *clock,
                         FoyerRandom *random)
{
  *self = (FoyerStoreWriter){
    .database = database,
    .clock = clock,
    .random = random,
    .changes = foyer_change_set_new (),
    .generations = g_hash_table_new (NULL, NULL),
    .frames = g_byte_array_new (),
    .changes_before = foyer_database_total_changes (database),
  };
}

void
foyer_store_writer_clear (FoyerStoreWriter *self)
{
  foyer_change_set_unref (self->changes);
  g_hash_table_unref (self->generations);
  g_byte_array_unref (self->frames);
  g_clear_error (&self->unread);
}

gboolean
foyer_store_writer_check_read (FoyerStoreWriter *self, GError **error)
{
  if (self->unread == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->unread));
  return FALSE;
}

/* Binds @name and steps to the one row. Returns: (nullable): NULL if there is none, or if it could not be read, which fails the job */
static FoyerStatement *
select_row (FoyerStoreWriter *self, const char *sql, const char *name)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (self->database, sql, &failure);

  if (statement != NULL) {
    foyer_statement_bind_text (statement, 1, name);
    if (foyer_statement_step (statement, &failure))
      return g_steal_pointer (&statement);
  }
  if (failure != NULL && self->unread == NULL)
    self->unread = g_steal_pointer (&failure);
  return NULL;
}

char *
foyer_store_writer_get_meta (FoyerStoreWriter *self, const char *name)
{
  g_autoptr (FoyerStatement) statement = select_row (self, "SELECT value FROM meta WHERE name = $1", name);

  return statement == NULL ? NULL : g_strdup (foyer_statement_get_text (statement, 0));
}

gboolean
foyer_store_writer_set_meta (FoyerStoreWriter *self, const char *name, const char *value, GError **error)
{
  static const char sql[] = "INSERT INTO meta (name, value) VALUES ($1, $2)"
                            " ON CONFLICT (name) DO UPDATE SET value = excluded.value";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, name);
  foyer_statement_bind_text (statement, 2, value);
  return foyer_statement_run (statement, error);
}

static FoyerStatement *
select_state (FoyerStoreWriter *self, const FoyerRecordType *type)
{
  return select_row (self, "SELECT state, generation, resync FROM type_state WHERE type = $1", type->name);
}

char *
foyer_store_writer_get_state (FoyerStoreWriter *self, const FoyerRecordType *type)
{
  g_autoptr (FoyerStatement) statement = select_state (self, type);

  return g_strdup (statement == NULL ? "0" : foyer_statement_get_text (statement, 0));
}

gint64
foyer_store_writer_get_generation (FoyerStoreWriter *self, const FoyerRecordType *type)
{
  gpointer known = NULL;
  g_autoptr (FoyerStatement) statement = NULL;
  gint64 generation;

  if (g_hash_table_lookup_extended (self->generations, type, NULL, &known))
    return GPOINTER_TO_SIZE (known);
  statement = select_state (self, type);
  generation = statement == NULL ? 0 : foyer_statement_get_integer (statement, 1);
  g_hash_table_insert (self->generations, (gpointer) type, GSIZE_TO_POINTER (generation));
  return generation;
}

static gboolean
is_resyncing (FoyerStoreWriter *self, const FoyerRecordType *type)
{
  g_autoptr (FoyerStatement) statement = select_state (self, type);

  return statement != NULL && foyer_statement_get_integer (statement, 2) != 0;
}

static gboolean
write_state (FoyerStoreWriter *self,
             const FoyerRecordType *type,
             const char *state,
             gint64 generation,
             gboolean resync,
             GError **error)
{
  static const char sql[] = "INSERT INTO type_state (type, state, generation, resync) VALUES ($1, $2, $3, $4)"
                            " ON CONFLICT (type) DO UPDATE SET state = excluded.state,"
                            " generation = excluded.generation, resync = excluded.resync";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  g_hash_table_insert (self->generations, (gpointer) type, GSIZE_TO_POINTER (generation));
  foyer_statement_bind_text (statement, 1, type->name);
  foyer_statement_bind_text (statement, 2, state);
  foyer_statement_bind_integer (statement, 3, generation);
  foyer_statement_bind_integer (statement, 4, resync);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_store_writer_set_state (FoyerStoreWriter *self,
                              const FoyerRecordType *type,
                              const char *state,
                              GError **error)
{
  return write_state (self, type, state, foyer_store_writer_get_generation (self, type),
                      is_resyncing (self, type), error);
}

gboolean
foyer_store_writer_put (FoyerStoreWriter *self, const FoyerRecordType *type, JsonObject *json, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (FoyerRecord) record = foyer_record_from_json (type, json, &problem);
  const char *id;
  gboolean covered;

  if (record == NULL)
    return foyer_unreadable_put_aside (self, type, json, problem->message, error);
  id = foyer_record_get_id (record);
  if (!foyer_unreadable_take_up (self, type, id, error)
      || !foyer_overlay_set_server_value (self, type, id, json, &covered, error))
    return FALSE;
  if (covered)
    return TRUE;
  foyer_change_set_add (self->changes, type, id);
  return foyer_record_table_put (self->database, FOYER_STORE_ORGANISATION, record,
                                 foyer_store_writer_get_generation (self, type), error);
}

gboolean
foyer_store_writer_put_read (FoyerStoreWriter *self,
                             const FoyerRecordType *type,
                             FoyerRecord *record,
                             FoyerJsonSpan json,
                             GError **error)
{
  gboolean covered = FALSE;

  if (record != NULL
      && (!foyer_unreadable_take_up (self, type, foyer_record_get_id (record), error)
          || !foyer_overlay_covers (self, type, foyer_record_get_id (record), &covered, error)))
    return FALSE;
  if (record == NULL || covered) {
    g_autoptr (JsonObject) object = foyer_json_parse_object (json.text, (gssize) json.length, error);

    if (object == NULL)
      return FALSE;
    return record == NULL ? foyer_store_writer_put (self, type, object, error)
                          : foyer_overlay_set_server_value (self, type, foyer_record_get_id (record), object,
                                                            &covered, error);
  }
  foyer_change_set_add (self->changes, type, foyer_record_get_id (record));
  return foyer_record_table_put (self->database, FOYER_STORE_ORGANISATION, record,
                                 foyer_store_writer_get_generation (self, type), error);
}

gboolean
foyer_store_writer_put_span (FoyerStoreWriter *self,
                             const FoyerRecordType *type,
                             FoyerJsonSpan json,
                             GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_record_from_span (type, json, NULL);

  return foyer_store_writer_put_read (self, type, record, json, error);
}

gboolean
foyer_store_writer_remove (FoyerStoreWriter *self,
                           const FoyerRecordType *type,
                           const char *id,
                           GError **error)
{
  gboolean covered;

  if (!foyer_unreadable_take_up (self, type, id, error) || !foyer_store_keep_last (self, type, id, error)
      || !foyer_overlay_set_server_value (self, type, id, NULL, &covered, error))
    return FALSE;
  if (covered)
    return TRUE;
  foyer_change_set_add (self->changes, type, id);
  return foyer_record_table_remove (self->database, FOYER_STORE_ORGANISATION, type, id, error);
}

static gboolean
resync_type (FoyerStoreWriter *self, const FoyerRecordType *type, GError **error)
{
  if (FOYER_MUTANT (OUTBOX_WIPED_ON_RESYNC))
    foyer_database_execute (self->database, "DELETE FROM operation WHERE state = 1", NULL);
  return foyer_record_table_forget_history (self->database, FOYER_STORE_ORGANISATION, type, error)
         && foyer_overlay_forget_history (self, type, error)
         && write_state (self, type, "0", foyer_store_writer_get_generation (self, type) + 1, TRUE, error);
}

gboolean
foyer_store_writer_begin_resync (FoyerStoreWriter *self, const FoyerRecordType *type, GError **error)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  if (type != NULL)
    return resync_type (self, type, error);
  for (guint i = 0; i < n_types; i++) {
    if (!resync_type (self, types[i], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
collect_ids (FoyerStatement *statement, GPtrArray *ids, GError **error)
{
  g_autoptr (FoyerStatement) owned = statement;
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  while (foyer_statement_step (statement, &failure))
    g_ptr_array_add (ids, g_strdup (foyer_statement_get_text (statement, 0)));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/*
 * What the resync did not bring is gone from the server, also from under operations: they stay, and will be answered. A record that an
 * operation removes here has no row, only the server's value.
 */
static gboolean
sweep (FoyerStoreWriter *self, const FoyerRecordType *type, GError **error)
{
  g_autoptr (GPtrArray) swept = g_ptr_array_new_with_free_func (g_free);
  gint64 generation = foyer_store_writer_get_generation (self, type);

  if (!collect_ids (foyer_overlay_select_older (self, type, generation, error), swept, error)
      || !collect_ids (foyer_record_table_select_older (self->database, FOYER_STORE_ORGANISATION, type,
                                                        generation, error),
                       swept, error))
    return FALSE;
  for (guint i = 0; i < swept->len; i++) {
    /* A newer value came, and cannot be read here: the older one stands as long as there is no better. */
    if (foyer_unreadable_holds (self, type, swept->pdata[i]))
      continue;
    if (!foyer_store_writer_remove (self, type, swept->pdata[i], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
settle_echoes (FoyerStoreWriter *self, const FoyerRecordType *type, GError **error)
{
  g_autoptr (GPtrArray) acked
      = foyer_operation_table_list (self->database, FOYER_OPERATION_ACKED, 0, G_MAXUINT, error);

  if (acked == NULL)
    return FALSE;
  for (guint i = 0; i < acked->len; i++) {
    const FoyerOperationData *operation = foyer_operation_get_data (acked->pdata[i]);

    if (operation->type == type
        && !foyer_store_writer_settle (self, operation->id, FOYER_OPERATION_DONE, NULL, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
foyer_store_writer_finish_pull (FoyerStoreWriter *self, const FoyerRecordType *type, GError **error)
{
  g_autofree char *state = NULL;

  if (!settle_echoes (self, type, error))
    return FALSE;
  if (!is_resyncing (self, type))
    return TRUE;
  state = foyer_store_writer_get_state (self, type);
  return (FOYER_MUTANT (SWEEP_FORGOTTEN) || sweep (self, type, error))
         && write_state (self, type, state, foyer_store_writer_get_generation (self, type), FALSE, error);
}

char *
foyer_store_writer_get_console (FoyerStoreWriter *self, GError **error)
{
  g_autofree char *console = foyer_store_writer_get_meta (self, "console");

  if (console != NULL)
    return g_steal_pointer (&console);
  console = foyer_id_new ("co", self->clock, self->random);
  if (!foyer_store_writer_set_meta (self, "console", console, error)
      || !foyer_store_writer_set_meta (self, "next-sequence", "1", error))
    return NULL;
  return g_steal_pointer (&console);
}

gboolean
foyer_store_writer_rename_console (FoyerStoreWriter *self, GError **error)
{
  g_autofree char *console = foyer_id_new ("co", self->clock, self->random);

  foyer_change_set_add_operations (self->changes);
  return foyer_operation_table_forget_sequences (self->database, error)
         && foyer_store_writer_set_meta (self, "console", console, error)
         && foyer_store_writer_set_meta (self, "next-sequence", "1", error);
}
