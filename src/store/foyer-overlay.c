/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-overlay.c - the visible record: the server's value with pending operations folded over it */

#include "foyer-store-private.h"

#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-mutant.h"
#include "foyer-operation-table.h"
#include "foyer-patch.h"
#include "foyer-record-table.h"

#include <string.h>

static FoyerStatement *
prepare_shadow (FoyerStoreWriter *writer,
                const char *sql,
                const FoyerRecordType *type,
                const char *id,
                GError **error)
{
  FoyerStatement *statement = foyer_database_prepare (writer->database, sql, error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_text (statement, 1, type->name);
  foyer_statement_bind_text (statement, 2, id);
  return statement;
}

/* Sets @json to the server's value, NULL if it has none, and @generation to that of the pull which brought it. */
static gboolean
read_shadow (FoyerStoreWriter *writer,
             const FoyerRecordType *type,
             const char *id,
             gboolean *exists,
             JsonObject **json,
             gint64 *generation,
             GError **error)
{
  g_autoptr (FoyerStatement) statement
      = prepare_shadow (writer, "SELECT json, generation FROM shadow WHERE type = $1 AND id = $2", type, id,
                        error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  *exists = foyer_statement_step (statement, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (*exists && !foyer_statement_is_null (statement, 0) && json != NULL)
    *json = foyer_json_parse_object (foyer_statement_get_text (statement, 0), -1, NULL);
  if (*exists && generation != NULL)
    *generation = foyer_statement_get_integer (statement, 1);
  return TRUE;
}

static gboolean
write_shadow (FoyerStoreWriter *writer,
              const FoyerRecordType *type,
              const char *id,
              JsonObject *json,
              gint64 generation,
              GError **error)
{
  g_autofree char *text = json == NULL ? NULL : foyer_json_canonical_object (json);
  g_autoptr (FoyerStatement) statement
      = prepare_shadow (writer,
                        "INSERT INTO shadow (type, id, json, generation) VALUES ($1, $2, $3, $4)"
                        " ON CONFLICT (type, id) DO UPDATE SET json = excluded.json,"
                        " generation = excluded.generation",
                        type, id, error);

  if (statement == NULL)
    return FALSE;
  writer->has_shadows = TRUE;
  foyer_statement_bind_text (statement, 3, text);
  foyer_statement_bind_integer (statement, 4, generation);
  return foyer_statement_run (statement, error);
}

static gboolean
drop_shadow (FoyerStoreWriter *writer, const FoyerRecordType *type, const char *id, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = prepare_shadow (writer, "DELETE FROM shadow WHERE type = $1 AND id = $2", type, id, error);

  return statement != NULL && foyer_statement_run (statement, error);
}

gboolean
foyer_overlay_forget_history (FoyerStoreWriter *writer, const FoyerRecordType *type, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (writer->database,
                                "UPDATE shadow SET json = json_set (json, '$.rev', 1)"
                                " WHERE type = $1 AND json_extract (json, '$.rev') > 1",
                                error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, type->name);
  return foyer_statement_run (statement, error);
}

static JsonObject *
fold_one (JsonObject *value, const FoyerOperationData *operation)
{
  g_autoptr (JsonObject) rebased = NULL;
  g_autoptr (JsonObject) result = NULL;

  switch (operation->verb) {
  case FOYER_VERB_DESTROY:
    return NULL;
  case FOYER_VERB_CREATE:
    if (value != NULL) /* The server has it by now. */
      return json_object_ref (value);
    result = foyer_patch_apply (NULL, operation->patch, NULL);
    if (result != NULL) {
      foyer_record_type_fill_defaults (operation->type, result);
      json_object_set_string_member (result, "id", operation->record_id);
    }
    return g_steal_pointer (&result);
  case FOYER_VERB_UPDATE:
  default:
    if (value == NULL)
      return NULL;
    rebased = foyer_patch_rebase (operation->type, value, operation->patch, operation->expected);
    result = foyer_patch_apply (value, rebased == NULL ? operation->patch : rebased, NULL);
    return result == NULL ? json_object_ref (value) : g_steal_pointer (&result);
  }
}

/* By the server's own measure: some of what it names is otherwise, and not as it wants it either. */
static gboolean
is_contradicted (JsonObject *value, const FoyerOperationData *operation)
{
  g_autoptr (JsonObject) rebased = NULL;
  gboolean is_so_already = TRUE;
  JsonObjectIter iter;
  const char *pointer;
  JsonNode *expected;

  if (operation->verb != FOYER_VERB_UPDATE)
    return FALSE;
  if (value == NULL) /* Somebody removed the record. */
    return TRUE;
  rebased = foyer_patch_rebase (operation->type, value, operation->patch, operation->expected);
  if (rebased != NULL)
    return FALSE;
  json_object_iter_init (&iter, operation->expected);
  while (json_object_iter_next (&iter, &pointer, &expected))
    is_so_already = is_so_already
                    && foyer_json_equal (foyer_patch_lookup (value, pointer),
                                         json_object_get_member (operation->patch, pointer));
  return !is_so_already;
}

/* What has not left yet is told from now on whether it will be a conflict (sync.md §5.5). */
static gboolean
mark (FoyerStoreWriter *writer, JsonObject *value, const FoyerOperationData *operation, GError **error)
{
  gboolean contradicted;

  if (operation->state > FOYER_OPERATION_QUEUED)
    return TRUE;
  contradicted = is_contradicted (value, operation);
  if (contradicted == operation->contradicted)
    return TRUE;
  foyer_change_set_add_operations (writer->changes);
  return foyer_operation_table_set_contradicted (writer->database, operation->id, contradicted, error);
}

static gboolean
fold (FoyerStoreWriter *writer,
      JsonObject *server_value,
      GPtrArray *operations,
      JsonObject **folded,
      GError **error)
{
  g_autoptr (JsonObject) value = server_value == NULL ? NULL : json_object_ref (server_value);

  for (guint i = 0; i < operations->len; i++) {
    const FoyerOperationData *operation = foyer_operation_get_data (operations->pdata[i]);
    JsonObject *next;

    if (!mark (writer, value, operation, error))
      return FALSE;
    next = fold_one (value, operation);
    g_clear_pointer (&value, json_object_unref);
    value = next;
  }
  *folded = g_steal_pointer (&value);
  return TRUE;
}

static gboolean
write_row (FoyerStoreWriter *writer,
           const FoyerRecordType *type,
           const char *id,
           JsonObject *value,
           gint64 generation,
           GError **error)
{
  g_autoptr (FoyerRecord) record = NULL;

  foyer_change_set_add (writer->changes, type, id);
  if (value != NULL)
    record = foyer_record_from_json (type, value, NULL);
  if (record == NULL)
    return foyer_record_table_remove (writer->database, FOYER_STORE_ORGANISATION, type, id, error);
  if (FOYER_MUTANT (ROWS_MADE_YOUNG))
    generation = foyer_store_writer_get_generation (writer, type);
  return foyer_record_table_put (writer->database, FOYER_STORE_ORGANISATION, record, generation, error);
}

static gboolean
refold_over (FoyerStoreWriter *writer,
             const FoyerRecordType *type,
             const char *id,
             JsonObject *server_value,
             gint64 generation,
             GError **error)
{
  g_autoptr (GPtrArray) operations = foyer_operation_table_list_pending (writer->database, type, id, error);
  g_autoptr (JsonObject) value = NULL;

  if (operations == NULL)
    return FALSE;
  if (!fold (writer, server_value, operations, &value, error)
      || !write_row (writer, type, id, value, generation, error))
    return FALSE;
  return operations->len > 0 || drop_shadow (writer, type, id, error);
}

gboolean
foyer_overlay_refold (FoyerStoreWriter *writer, const FoyerRecordType *type, const char *id, GError **error)
{
  g_autoptr (JsonObject) server_value = NULL;
  gint64 generation;
  gboolean exists;

  if (!read_shadow (writer, type, id, &exists, &server_value, &generation, error))
    return FALSE;
  /* If nothing lies over it, the row is the server's value already. */
  return !exists || refold_over (writer, type, id, server_value, generation, error);
}

gboolean
foyer_overlay_begin (FoyerStoreWriter *writer,
                     const FoyerRecordType *type,
                     const char *id,
                     JsonObject *json,
                     GError **error)
{
  gboolean exists;

  if (!read_shadow (writer, type, id, &exists, NULL, NULL, error))
    return FALSE;
  return exists
         || write_shadow (writer, type, id, json,
                          foyer_record_table_get_generation (writer->database, FOYER_STORE_ORGANISATION, type,
                                                             id),
                          error);
}

/* Sets @rev to that of the server's value that is kept aside, 0 if the server had none. */
static gboolean
read_shadow_rev (FoyerStoreWriter *writer,
                 const FoyerRecordType *type,
                 const char *id,
                 gboolean *exists,
                 gint64 *rev,
                 GError **error)
{
  g_autoptr (FoyerStatement) statement
      = prepare_shadow (writer, "SELECT json FROM shadow WHERE type = $1 AND id = $2", type, id, error);
  g_autoptr (GError) failure = NULL;
  const char *text;

  *rev = 0;
  if (statement == NULL)
    return FALSE;
  *exists = foyer_statement_step (statement, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  text = *exists ? foyer_statement_get_text (statement, 0) : NULL;
  if (text != NULL && text[0] == '{' && foyer_json_check (text, -1, NULL))
    foyer_json_span_get_integer (foyer_json_span_get_member (foyer_json_span_new (text, strlen (text)),
                                                             "rev"),
                                 rev);
  return TRUE;
}

/* In a first sync nothing lies over anything, and ten thousand records need not be looked for one by one. */
static gboolean
seek_shadows (FoyerStoreWriter *writer, GError **error)
{
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  if (writer->shadows_sought)
    return TRUE;
  statement = foyer_database_prepare (writer->database, "SELECT 1 FROM shadow LIMIT 1", error);
  if (statement == NULL)
    return FALSE;
  if (foyer_statement_step (statement, &failure))
    writer->has_shadows = TRUE;
  writer->shadows_sought = failure == NULL;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return writer->shadows_sought;
}

gboolean
foyer_overlay_covers (FoyerStoreWriter *writer,
                      const FoyerRecordType *type,
                      const char *id,
                      gboolean *covered,
                      GError **error)
{
  *covered = FALSE;
  if (!seek_shadows (writer, error))
    return FALSE;
  return !writer->has_shadows || read_shadow (writer, type, id, covered, NULL, NULL, error);
}

gboolean
foyer_overlay_set_server_value (FoyerStoreWriter *writer,
                                const FoyerRecordType *type,
                                const char *id,
                                JsonObject *json,
                                gboolean *covered,
                                GError **error)
{
  gint64 generation = foyer_store_writer_get_generation (writer, type);
  gint64 present;

  if (!read_shadow_rev (writer, type, id, covered, &present, error))
    return FALSE;
  if (!*covered || FOYER_MUTANT (SERVER_VALUE_MISSED)
      || (json != NULL && foyer_json_object_integer (json, "rev", 0) < present))
    return TRUE;
  return write_shadow (writer, type, id, json, generation, error)
         && refold_over (writer, type, id, json, generation, error);
}

gboolean
foyer_overlay_get_server_value (FoyerStoreWriter *writer,
                                const FoyerRecordType *type,
                                const char *id,
                                JsonObject **value,
                                GError **error)
{
  g_autoptr (FoyerRecord) record = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean exists;

  if (!read_shadow (writer, type, id, &exists, value, NULL, error))
    return FALSE;
  if (exists)
    return TRUE;
  record = foyer_record_table_get (writer->database, FOYER_STORE_ORGANISATION, type, id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  *value = record == NULL ? NULL : foyer_record_to_json (record);
  return TRUE;
}

FoyerStatement *
foyer_overlay_select_older (FoyerStoreWriter *writer,
                            const FoyerRecordType *type,
                            gint64 generation,
                            GError **error)
{
  FoyerStatement *statement = foyer_database_prepare (
      writer->database, "SELECT id FROM shadow WHERE type = $1 AND generation < $2 AND json IS NOT NULL",
      error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_text (statement, 1, type->name);
  foyer_statement_bind_integer (statement, 2, generation);
  return statement;
}
