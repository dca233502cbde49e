/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-operation-table.c - the operations in SQL */

#include "foyer-operation-table.h"

#include "foyer-json.h"
#include "foyer-mutant.h"

#define COLUMNS \
  "number, id, action, verb, type, record_id, command, subject, patch, expected, inverse, sequence, state, " \
  "hold," \
  " hold_until, attempts, next_at, error, made_at, sent_at, settled_at, requires, contradicted"

static JsonObject *
read_object (FoyerStatement *statement, guint column)
{
  const char *text = foyer_statement_get_text (statement, column);

  return text == NULL ? NULL : foyer_json_parse_object (text, -1, NULL);
}

/* NULL if a damaged byte made it something that no Foyer writes. */
static const FoyerRecordType *
read_type (FoyerStatement *statement)
{
  gint64 verb = foyer_statement_get_integer (statement, 3);

  if (verb < FOYER_VERB_CREATE || verb > FOYER_VERB_DESTROY
      || (verb != FOYER_VERB_DESTROY && foyer_statement_is_null (statement, 8)))
    return NULL;
  return foyer_record_type_by_name (foyer_statement_get_text (statement, 4));
}

static FoyerOperation *
read_operation (FoyerStatement *statement)
{
  FoyerOperationData data = {
    .number = foyer_statement_get_integer (statement, 0),
    .id = g_strdup (foyer_statement_get_text (statement, 1)),
    .group = g_strdup (foyer_statement_get_text (statement, 2)),
    .verb = (FoyerVerb) foyer_statement_get_integer (statement, 3),
    .type = read_type (statement),
    .record_id = g_strdup (foyer_statement_get_text (statement, 5)),
    .command = g_strdup (foyer_statement_get_text (statement, 6)),
    .subject = g_strdup (foyer_statement_get_text (statement, 7)),
    .patch = read_object (statement, 8),
    .expected = read_object (statement, 9),
    .inverse = read_object (statement, 10),
    .sequence = foyer_statement_get_integer (statement, 11),
    .state = (FoyerOperationState) foyer_statement_get_integer (statement, 12),
    .hold = foyer_statement_get_integer (statement, 13),
    .hold_until = foyer_statement_get_integer (statement, 14),
    .attempts = (guint) foyer_statement_get_integer (statement, 15),
    .next_at = foyer_statement_get_integer (statement, 16),
    .error = read_object (statement, 17),
    .made_at = foyer_statement_get_integer (statement, 18),
    .sent_at = foyer_statement_get_integer (statement, 19),
    .settled_at = foyer_statement_get_integer (statement, 20),
    .requires = g_strdup (foyer_statement_get_text (statement, 21)),
    .contradicted = foyer_statement_get_integer (statement, 22) != 0,
  };

  if (data.verb != FOYER_VERB_DESTROY && data.patch == NULL)
    data.type = NULL;
  return foyer_operation_new (&data);
}

static gboolean
is_damaged (FoyerOperation *operation)
{
  return foyer_operation_get_data (operation)->type == NULL;
}

static GPtrArray *
read_all_even_damaged (FoyerStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;

  while (foyer_statement_step (statement, &failure))
    g_ptr_array_add (found, read_operation (statement));
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return g_steal_pointer (&found);
}

static GPtrArray *
read_all (FoyerStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) found = read_all_even_damaged (statement, error);

  for (guint i = found == NULL ? 0 : found->len; i > 0; i--) {
    if (is_damaged (found->pdata[i - 1]))
      g_ptr_array_remove_index (found, i - 1);
  }
  return g_steal_pointer (&found);
}

static void
bind_object (FoyerStatement *statement, guint number, JsonObject *object)
{
  g_autofree char *text = object == NULL ? NULL : foyer_json_canonical_object (object);

  foyer_statement_bind_text (statement, number, text);
}

gboolean
foyer_operation_table_add (FoyerDatabase *database, const FoyerOperationData *data, GError **error)
{
  static const char sql[]
      = "INSERT INTO operation (id, action, verb, type, record_id, command, subject, patch, expected, "
        "inverse, state,"
        " hold, hold_until, attempts, next_at, made_at, sent_at, settled_at, schema, requires)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, 0, $14, 0, 0, 1, $15)";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, data->id);
  foyer_statement_bind_text (statement, 2, data->group);
  foyer_statement_bind_integer (statement, 3, data->verb);
  foyer_statement_bind_text (statement, 4, data->type->name);
  foyer_statement_bind_text (statement, 5, data->record_id);
  foyer_statement_bind_text (statement, 6, data->command);
  foyer_statement_bind_text (statement, 7, data->subject);
  bind_object (statement, 8, data->patch);
  bind_object (statement, 9, data->expected);
  bind_object (statement, 10, data->inverse);
  foyer_statement_bind_integer (statement, 11, data->state);
  foyer_statement_bind_integer (statement, 12, data->hold);
  foyer_statement_bind_integer (statement, 13, data->hold_until);
  foyer_statement_bind_integer (statement, 14, data->made_at);
  foyer_statement_bind_text (statement, 15, data->requires);
  return foyer_statement_run (statement, error);
}

FoyerOperation *
foyer_operation_table_get (FoyerDatabase *database, const char *id, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "SELECT " COLUMNS " FROM operation WHERE id = $1", error);
  g_autoptr (FoyerOperation) operation = NULL;

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_text (statement, 1, id);
  if (!foyer_statement_step (statement, error))
    return NULL;
  operation = read_operation (statement);
  return is_damaged (operation) ? NULL : g_steal_pointer (&operation);
}

GPtrArray *
foyer_operation_table_list (FoyerDatabase *database,
                            FoyerOperationState state,
                            gint64 settled_since,
                            guint limit,
                            GError **error)
{
  static const char sql[] = "SELECT " COLUMNS " FROM operation WHERE state = $1 AND settled_at >= $2"
                            " ORDER BY settled_at DESC, number DESC LIMIT $3";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, state);
  foyer_statement_bind_integer (statement, 2, settled_since);
  foyer_statement_bind_integer (statement, 3, limit);
  return read_all (statement, error);
}

/* Those on one record up to a state, in the order they were made. */
static GPtrArray *
list_up_to (FoyerDatabase *database,
            const FoyerRecordType *type,
            const char *record_id,
            FoyerOperationState state,
            GError **error)
{
  static const char sql[]
      = "SELECT " COLUMNS " FROM operation WHERE type = $1 AND record_id = $2 AND state <= $3"
        " ORDER BY number";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_text (statement, 1, type->name);
  foyer_statement_bind_text (statement, 2, record_id);
  foyer_statement_bind_integer (statement, 3, state);
  return read_all (statement, error);
}

GPtrArray *
foyer_operation_table_list_pending (FoyerDatabase *database,
                                    const FoyerRecordType *type,
                                    const char *record_id,
                                    GError **error)
{
  FoyerOperationState last = FOYER_OPERATION_ACKED;

  if (FOYER_MUTANT (OVERLAY_DROPPED_AT_ACK))
    last = FOYER_OPERATION_SENDING;
  return list_up_to (database, type, record_id, last, error);
}

GPtrArray *
foyer_operation_table_list_unsettled (FoyerDatabase *database,
                                      const FoyerRecordType *type,
                                      const char *record_id,
                                      GError **error)
{
  g_autoptr (GPtrArray) operations = list_up_to (database, type, record_id, FOYER_OPERATION_CONFLICT, error);

  for (guint i = operations == NULL ? 0 : operations->len; i > 0; i--) {
    if (foyer_operation_get_state (operations->pdata[i - 1]) == FOYER_OPERATION_DONE)
      g_ptr_array_remove_index (operations, i - 1);
  }
  return g_steal_pointer (&operations);
}

GPtrArray *
foyer_operation_table_list_unsent (FoyerDatabase *database, GError **error)
{
  static const char sql[] = "SELECT " COLUMNS " FROM operation WHERE state <= $1 ORDER BY number";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, FOYER_OPERATION_SENDING);
  return read_all (statement, error);
}

GPtrArray *
foyer_operation_table_list_sending (FoyerDatabase *database, GError **error)
{
  static const char sql[] = "SELECT " COLUMNS " FROM operation WHERE state = $1 ORDER BY sequence";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, FOYER_OPERATION_SENDING);
  return read_all (statement, error);
}

GPtrArray *
foyer_operation_table_list_queued (FoyerDatabase *database, gint64 after, guint limit, GError **error)
{
  /* What is queued has not been settled: with that said, the index by state gives them in their order. */
  static const char sql[] = "SELECT " COLUMNS " FROM operation WHERE state = $1 AND settled_at = 0"
                            " AND number > $2 ORDER BY number LIMIT $3";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, FOYER_OPERATION_QUEUED);
  foyer_statement_bind_integer (statement, 2, after);
  foyer_statement_bind_integer (statement, 3, limit);
  return read_all_even_damaged (statement, error);
}

GPtrArray *
foyer_operation_table_list_open (FoyerDatabase *database, GError **error)
{
  static const char sql[]
      = "SELECT " COLUMNS " FROM operation WHERE state <= $1 OR state IN ($2, $3) ORDER BY number";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, FOYER_OPERATION_ACKED);
  foyer_statement_bind_integer (statement, 2, FOYER_OPERATION_REFUSED);
  foyer_statement_bind_integer (statement, 3, FOYER_OPERATION_CONFLICT);
  return read_all_even_damaged (statement, error);
}

gboolean
foyer_operation_table_rewrite (FoyerDatabase *database, const FoyerOperationData *data, GError **error)
{
  static const char sql[]
      = "UPDATE operation SET verb = $2, type = $3, record_id = $4, command = $5, subject = $6,"
        " patch = $7, expected = $8, inverse = $9, made_at = $10 WHERE id = $1";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, data->id);
  foyer_statement_bind_integer (statement, 2, data->verb);
  foyer_statement_bind_text (statement, 3, data->type->name);
  foyer_statement_bind_text (statement, 4, data->record_id);
  foyer_statement_bind_text (statement, 5, data->command);
  foyer_statement_bind_text (statement, 6, data->subject);
  bind_object (statement, 7, data->patch);
  bind_object (statement, 8, data->expected);
  bind_object (statement, 9, data->inverse);
  foyer_statement_bind_integer (statement, 10, data->made_at);
  return foyer_statement_run (statement, error);
}

gint64
foyer_operation_table_count (FoyerDatabase *database,
                             FoyerOperationState state,
                             gint64 settled_since,
                             GError **error)
{
  static const char sql[] = "SELECT count(*) FROM operation WHERE state = $1 AND settled_at >= $2";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return 0;
  foyer_statement_bind_integer (statement, 1, state);
  foyer_statement_bind_integer (statement, 2, settled_since);
  return foyer_statement_step (statement, error) ? foyer_statement_get_integer (statement, 0) : 0;
}

gboolean
foyer_operation_table_set_state (FoyerDatabase *database,
                                 const char *id,
                                 FoyerOperationState state,
                                 JsonObject *answer,
                                 gint64 now,
                                 GError **error)
{
  static const char sql[] = "UPDATE operation SET state = $2, error = $3,"
                            " sent_at = CASE WHEN $4 = 1 THEN $6 ELSE sent_at END,"
                            " settled_at = CASE WHEN $5 = 1 THEN $6 ELSE 0 END WHERE id = $1";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, id);
  foyer_statement_bind_integer (statement, 2, state);
  bind_object (statement, 3, answer);
  foyer_statement_bind_integer (statement, 4, state == FOYER_OPERATION_ACKED);
  foyer_statement_bind_integer (statement, 5, !foyer_operation_state_is_pending (state));
  foyer_statement_bind_integer (statement, 6, now);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_operation_table_dispatch (FoyerDatabase *database, const char *id, gint64 sequence, GError **error)
{
  static const char sql[] = "UPDATE operation SET state = $2, sequence = $3 WHERE id = $1";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, id);
  foyer_statement_bind_integer (statement, 2, FOYER_OPERATION_SENDING);
  foyer_statement_bind_integer (statement, 3, sequence);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_operation_table_note_attempt (FoyerDatabase *database,
                                    const char *id,
                                    guint attempts,
                                    JsonObject *answer,
                                    GError **error)
{
  static const char sql[] = "UPDATE operation SET attempts = $2, error = $3 WHERE id = $1";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, id);
  foyer_statement_bind_integer (statement, 2, attempts);
  bind_object (statement, 3, answer);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_operation_table_set_answer (FoyerDatabase *database, const char *id, JsonObject *answer, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "UPDATE operation SET error = $2 WHERE id = $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, id);
  bind_object (statement, 2, answer);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_operation_table_set_contradicted (FoyerDatabase *database,
                                        const char *id,
                                        gboolean contradicted,
                                        GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "UPDATE operation SET contradicted = $2 WHERE id = $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, id);
  foyer_statement_bind_integer (statement, 2, contradicted);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_operation_table_rewind_unnumbered (FoyerDatabase *database, GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (
      database, "UPDATE operation SET state = $1, settled_at = 0 WHERE state = $2 AND sequence IS NULL",
      error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, FOYER_OPERATION_QUEUED);
  foyer_statement_bind_integer (statement, 2, FOYER_OPERATION_DONE);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_operation_table_rewind (FoyerDatabase *database, gint64 last, GError **error)
{
  /* What a person has put away stays put away: the server will not be asked again. */
  static const char sql[] = "UPDATE operation SET state = $2, sequence = NULL, error = NULL, settled_at = 0"
                            " WHERE sequence > $1 AND state IN ($3, $4, $5)";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, last);
  foyer_statement_bind_integer (statement, 2, FOYER_OPERATION_QUEUED);
  foyer_statement_bind_integer (statement, 3, FOYER_OPERATION_SENDING);
  foyer_statement_bind_integer (statement, 4, FOYER_OPERATION_ACKED);
  foyer_statement_bind_integer (statement, 5, FOYER_OPERATION_DONE);
  return foyer_statement_run (statement, error)
         && foyer_database_execute (database, "UPDATE operation SET sequence = NULL WHERE state > 4", error);
}

gboolean
foyer_operation_table_forget_sequences (FoyerDatabase *database, GError **error)
{
  static const char sql[]
      = "UPDATE operation SET sequence = NULL, state = CASE state WHEN $1 THEN $2 ELSE state END"
        " WHERE sequence IS NOT NULL";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, FOYER_OPERATION_SENDING);
  foyer_statement_bind_integer (statement, 2, FOYER_OPERATION_QUEUED);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_operation_table_requeue (FoyerDatabase *database, const char *id, GError **error)
{
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (
      database,
      "UPDATE operation SET state = $2, sequence = NULL, error = NULL, settled_at = 0 WHERE id = $1", error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_text (statement, 1, id);
  foyer_statement_bind_integer (statement, 2, FOYER_OPERATION_QUEUED);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_operation_table_release (FoyerDatabase *database, const char *id, gint64 monotonic, GError **error)
{
  static const char sql[]
      = "UPDATE operation SET state = $1 WHERE state = $2 AND (id = $3 OR hold_until <= $4)";
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, FOYER_OPERATION_QUEUED);
  foyer_statement_bind_integer (statement, 2, FOYER_OPERATION_HELD);
  foyer_statement_bind_text (statement, 3, id);
  foyer_statement_bind_integer (statement, 4, id == NULL ? monotonic : -1);
  return foyer_statement_run (statement, error);
}

gboolean
foyer_operation_table_restart_holds (FoyerDatabase *database, gint64 monotonic, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "UPDATE operation SET hold_until = hold + $1 WHERE state = $2",
                                error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, monotonic);
  foyer_statement_bind_integer (statement, 2, FOYER_OPERATION_HELD);
  return foyer_statement_run (statement, error);
}

gint64
foyer_operation_table_next_release (FoyerDatabase *database)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "SELECT min(hold_until) FROM operation WHERE state = $1", NULL);

  if (statement == NULL)
    return -1;
  foyer_statement_bind_integer (statement, 1, FOYER_OPERATION_HELD);
  if (!foyer_statement_step (statement, NULL) || foyer_statement_is_null (statement, 0))
    return -1;
  return foyer_statement_get_integer (statement, 0);
}
