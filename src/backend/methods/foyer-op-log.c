/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-op-log.c - the log of operations: what was asked under which id, by whom, and what was answered */

#include "methods/foyer-op-log.h"

#include "foyer-json.h"
#include "foyer-secret-fields.h"
#include "types/device.h"

/* Seconds. */
#define NOTES_FOLLOW 300

FoyerStatement *
foyer_op_log_select (FoyerMethodContext *context, const char *id, GError **error)
{
  FoyerStatement *statement = foyer_database_prepare (
      context->transaction->database,
      "SELECT hash, result, ok, staff_id FROM op_log WHERE organisation = $1 AND id = $2", error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, context->transaction->organisation);
  foyer_statement_bind_text (statement, 2, id);
  return statement;
}

char *
foyer_op_log_get_record_id (JsonObject *arguments, const char *otherwise)
{
  static const char *const names[] = { "create", "update" };
  JsonArray *destroy = foyer_json_object_array (arguments, "destroy");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    JsonObject *object = foyer_json_object_object (arguments, names[i]);
    g_autoptr (GList) ids = object == NULL ? NULL : json_object_get_members (object);

    if (ids != NULL)
      return g_strdup (ids->data);
  }
  if (destroy != NULL && json_array_get_length (destroy) > 0)
    return g_strdup (json_array_get_string_element (destroy, 0));
  return g_strdup (otherwise);
}

/* The log is kept for ever and read by people: what is secret is not in it. */
static void
hide_secrets_of_call (const FoyerRecordType *type, JsonObject *call)
{
  static const char *const names[] = { "create", "update" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    JsonObject *object = foyer_json_object_object (call, names[i]);
    g_autoptr (GList) records = object == NULL ? NULL : json_object_get_values (object);

    for (GList *link = records; link != NULL; link = link->next)
      foyer_secret_fields_hide (type, JSON_NODE_HOLDS_OBJECT (link->data) ? json_node_get_object (link->data)
                                                                          : NULL);
  }
}

gboolean
foyer_op_log_write (FoyerMethodContext *context,
                    const FoyerOperationCall *operation,
                    const FoyerRecordType *type,
                    JsonObject *arguments,
                    const char *hash,
                    gboolean ok,
                    JsonObject *result,
                    GError **error)
{
  static const char sql[]
      = "INSERT OR REPLACE INTO op_log (organisation, id, console, seq, hash, ok, "
        "staff_id, at, type, record_id,"
        " patch, result, device_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (context->transaction->database, sql, error);
  g_autoptr (JsonObject) patch = foyer_json_copy_object (arguments);
  g_autofree char *record_id = foyer_op_log_get_record_id (arguments, NULL);
  g_autofree char *patch_text = NULL;
  g_autofree char *result_text = foyer_json_canonical_object (result);

  if (statement == NULL)
    return FALSE;
  json_object_remove_member (patch, "op");
  json_object_remove_member (patch, "accountId");
  if (type != NULL)
    hide_secrets_of_call (type, patch);
  patch_text = foyer_json_canonical_object (patch);
  foyer_statement_bind_integer (statement, 1, context->transaction->organisation);
  foyer_statement_bind_text (statement, 2, operation->id);
  foyer_statement_bind_text (statement, 3, operation->console);
  foyer_statement_bind_integer (statement, 4, operation->sequence);
  foyer_statement_bind_text (statement, 5, hash);
  foyer_statement_bind_integer (statement, 6, ok);
  foyer_statement_bind_text (statement, 7, context->staff->staff_id);
  foyer_statement_bind_integer (statement, 8, context->transaction->now);
  foyer_statement_bind_text (statement, 9, type == NULL ? "" : type->name);
  foyer_statement_bind_text (statement, 10, record_id);
  foyer_statement_bind_text (statement, 11, patch_text);
  foyer_statement_bind_text (statement, 12, result_text);
  foyer_statement_bind_text (statement, 13, context->staff->device_id);
  return foyer_statement_run (statement, error);
}

/*
 * What the server notes in a record by itself, such as that the client was told, comes soon after, and is nobody's. What the same person
 * does much later without an operation is not taken for one.
 */
static gboolean
is_last_change (FoyerRecord *record, gint64 at, const char *staff_id)
{
  gint64 since = foyer_record_get_updated_at (record) - at;
  const char *by = foyer_record_get_updated_by (record);

  return since >= 0 && since <= NOTES_FOLLOW && (by == NULL || g_strcmp0 (staff_id, by) == 0);
}

char *
foyer_op_log_find_device (FoyerMethodContext *context, FoyerRecord *record, char **staff_id)
{
  static const char sql[] = "SELECT device_id, at, staff_id FROM op_log WHERE organisation = $1 AND type = $2"
                            " AND record_id = $3 AND ok = 1 ORDER BY at DESC, id DESC LIMIT 1";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (context->transaction->database, sql, NULL);
  g_autoptr (FoyerRecord) device = NULL;

  *staff_id = NULL;
  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, context->transaction->organisation);
  foyer_statement_bind_text (statement, 2, foyer_record_get_record_type (record)->name);
  foyer_statement_bind_text (statement, 3, foyer_record_get_id (record));
  if (!foyer_statement_step (statement, NULL) || foyer_statement_is_null (statement, 0)
      || !is_last_change (record, foyer_statement_get_integer (statement, 1),
                          foyer_statement_get_text (statement, 2)))
    return NULL;
  *staff_id = g_strdup (foyer_statement_get_text (statement, 2));
  device = foyer_record_source_get (context->transaction->source, &foyer_device_type,
                                    foyer_statement_get_text (statement, 0), NULL);
  return device == NULL ? NULL : g_strdup (foyer_device_get_name (device));
}

gboolean
foyer_op_log_forget_taken (FoyerMethodContext *context, const FoyerOperationCall *operation, GError **error)
{
  /* In the words of the index: what was forgotten before is not looked at again. */
  static const char sql[]
      = "UPDATE op_log SET result = NULL WHERE organisation = $1 AND console = $2 AND seq <= $3"
        " AND ok = 1 AND result IS NOT NULL";
  g_autoptr (FoyerStatement) statement = NULL;

  if (operation->taken == 0)
    return TRUE;
  statement = foyer_database_prepare (context->transaction->database, sql, error);
  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, context->transaction->organisation);
  foyer_statement_bind_text (statement, 2, operation->console);
  foyer_statement_bind_integer (statement, 3, operation->taken);
  return foyer_statement_run (statement, error);
}
