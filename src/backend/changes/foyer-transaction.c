/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-transaction.c - changing one organisation's records and numbering the changes */

#include "changes/foyer-transaction.h"

#include "blobs/foyer-blob-references.h"
#include "foyer-date.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-mutant.h"
#include "foyer-record-builder.h"
#include "foyer-record-table.h"

#include <string.h>

static void
clear_state_change (gpointer data)
{
  FoyerStateChange *change = data;

  g_free (change->type);
  g_free (change->before);
}

FoyerTransaction *
foyer_transaction_new (FoyerDatabase *database,
                       FoyerClock *clock,
                       FoyerRandom *random,
                       gint64 organisation,
                       FoyerActorKind actor,
                       const char *actor_id)
{
  FoyerTransaction *self = g_new0 (FoyerTransaction, 1);

  self->database = g_object_ref (database);
  self->clock = g_object_ref (clock);
  self->random = g_object_ref (random);
  self->source = foyer_database_source_new (database, organisation);
  self->organisation = organisation;
  self->actor = actor;
  self->actor_id = g_strdup (actor_id);
  self->now = foyer_clock_now_seconds (clock);
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->log = g_array_new (FALSE, FALSE, sizeof (FoyerStateChange));
  g_array_set_clear_func (self->log, clear_state_change);
  return self;
}

void
foyer_transaction_free (FoyerTransaction *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->database);
  g_object_unref (self->clock);
  g_object_unref (self->random);
  g_object_unref (self->source);
  g_free (self->actor_id);
  g_free (self->portal_url);
  g_hash_table_unref (self->changed);
  g_array_unref (self->log);
  g_free (self);
}

gboolean
foyer_transaction_savepoint (FoyerTransaction *self, guint *mark, GError **error)
{
  *mark = self->log->len;
  return foyer_database_savepoint (self->database, error);
}

gboolean
foyer_transaction_release (FoyerTransaction *self, guint mark, GError **error)
{
  g_return_val_if_fail (mark <= self->log->len, FALSE);

  return foyer_database_release_savepoint (self->database, error);
}

/* A state that was taken back is told to nobody: whoever remembered it would take the next one for old. */
void
foyer_transaction_rollback_to (FoyerTransaction *self, guint mark)
{
  g_return_if_fail (mark <= self->log->len);

  foyer_database_rollback_savepoint (self->database);
  for (guint i = self->log->len; i > mark; i--) {
    FoyerStateChange *change = &g_array_index (self->log, FoyerStateChange, i - 1);

    if (change->before == NULL)
      g_hash_table_remove (self->changed, change->type);
    else
      g_hash_table_replace (self->changed, g_strdup (change->type), g_strdup (change->before));
  }
  g_array_set_size (self->log, mark);
}

static void
note_state (FoyerTransaction *self, const FoyerRecordType *type, char *state)
{
  FoyerStateChange change = { .type = g_strdup (type->name),
                              .before = g_strdup (g_hash_table_lookup (self->changed, type->name)) };

  g_array_append_val (self->log, change);
  g_hash_table_replace (self->changed, g_strdup (type->name), state);
}

static gboolean
step_once (FoyerStatement *statement, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (foyer_statement_step (statement, &failure))
    return TRUE;
  if (failure == NULL)
    g_set_error_literal (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "No such organisation");
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

char *
foyer_transaction_get_epoch (FoyerTransaction *self, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (self->database, "SELECT epoch FROM account WHERE organisation = $1", error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, self->organisation);
  return step_once (statement, error) ? g_strdup (foyer_statement_get_text (statement, 0)) : NULL;
}

static char *
format_state (const char *epoch, gint64 n)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT, epoch, n);
}

/* Takes the next number of the organisation. The row is locked until the commit, so numbers appear in their order. */
static gint64
take_number (FoyerTransaction *self, const FoyerRecordType *type, GError **error)
{
  g_autoptr (FoyerStatement) counter = foyer_database_prepare (
      self->database,
      "UPDATE account SET counter = counter + 1 WHERE organisation = $1 RETURNING counter, epoch", error);
  g_autoptr (FoyerStatement) state = NULL;
  gint64 number;

  if (counter == NULL)
    return -1;
  foyer_statement_bind_integer (counter, 1, self->organisation);
  if (!step_once (counter, error))
    return -1;
  number = foyer_statement_get_integer (counter, 0);
  note_state (self, type, format_state (foyer_statement_get_text (counter, 1), number));
  state = foyer_database_prepare (self->database,
                                  "INSERT INTO type_state (organisation, type, n) VALUES ($1, $2, $3)"
                                  " ON CONFLICT (organisation, type) DO UPDATE SET n = excluded.n",
                                  error);
  if (state == NULL)
    return -1;
  foyer_statement_bind_integer (state, 1, self->organisation);
  foyer_statement_bind_text (state, 2, type->name);
  foyer_statement_bind_integer (state, 3, number);
  return foyer_statement_run (state, error) ? number : -1;
}

/* A record that comes back after it was destroyed is no longer destroyed. */
static gboolean
forget_tombstone (FoyerTransaction *self, const FoyerRecordType *type, const char *id, GError **error)
{
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (self->database,
                                "DELETE FROM tombstone WHERE organisation = $1 AND type = $2 AND id = $3",
                                error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, self->organisation);
  foyer_statement_bind_text (statement, 2, type->name);
  foyer_statement_bind_text (statement, 3, id);
  return foyer_statement_run (statement, error);
}

static gboolean
stamp (FoyerTransaction *self, FoyerRecord *record, GError **error)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  const char *id = foyer_record_get_id (record);
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) before = foyer_record_source_get (self->source, type, id, &failure);
  gint64 rev = failure == NULL ? take_number (self, type, &failure) : -1;

  if (failure == NULL && before == NULL)
    forget_tombstone (self, type, id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (FOYER_MUTANT (CHANGE_NUMBER_KEPT) && before != NULL)
    rev = foyer_record_get_rev (before);
  foyer_record_set_server_fields (record, rev,
                                  before == NULL ? self->now : foyer_record_get_created_at (before),
                                  self->now, self->actor_id);
  foyer_record_set_extra (record, NULL);
  return TRUE;
}

FoyerRecord *
foyer_transaction_put (FoyerTransaction *self, const FoyerRecordType *type, JsonObject *json, GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_record_from_json (type, json, error);

  if (record == NULL || !stamp (self, record, error)
      || !foyer_record_table_put (self->database, self->organisation, record, 0, error)
      || !foyer_blob_references_note (self->database, self->organisation, type, foyer_record_get_id (record),
                                      json, self->now, error))
    return NULL;
  return g_steal_pointer (&record);
}

static gint64
find_creation (FoyerTransaction *self, const FoyerRecordType *type, const char *id)
{
  g_autoptr (GString) sql = g_string_new ("SELECT created_rev FROM \"");
  g_autoptr (FoyerStatement) statement = NULL;

  g_string_append (sql, type->table);
  g_string_append (sql, "\" WHERE organisation = $1 AND id = $2");
  statement = foyer_database_prepare (self->database, sql->str, NULL);
  if (statement == NULL)
    return 0;
  foyer_statement_bind_integer (statement, 1, self->organisation);
  foyer_statement_bind_text (statement, 2, id);
  return foyer_statement_step (statement, NULL) ? foyer_statement_get_integer (statement, 0) : 0;
}

gboolean
foyer_transaction_remove (FoyerTransaction *self, const FoyerRecordType *type, const char *id, GError **error)
{
  static const char sql[]
      = "INSERT INTO tombstone (organisation, type, id, rev, created_rev, at) VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT (organisation, type, id) DO UPDATE SET rev = excluded.rev, created_rev = "
        "excluded.created_rev,"
        " at = excluded.at";
  gint64 created_rev = find_creation (self, type, id);
  gint64 rev = take_number (self, type, error);
  g_autoptr (FoyerStatement) statement = NULL;

  if (rev < 0 || !foyer_record_table_remove (self->database, self->organisation, type, id, error)
      || !foyer_blob_references_note (self->database, self->organisation, type, id, NULL, self->now, error))
    return FALSE;
  if (FOYER_MUTANT (TOMBSTONE_LEFT_OUT))
    return TRUE;
  statement = foyer_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, self->organisation);
  foyer_statement_bind_text (statement, 2, type->name);
  foyer_statement_bind_text (statement, 3, id);
  foyer_statement_bind_integer (statement, 4, rev);
  foyer_statement_bind_integer (statement, 5, created_rev);
  foyer_statement_bind_integer (statement, 6, self->now);
  return foyer_statement_run (statement, error);
}

char *
foyer_transaction_make_id (FoyerTransaction *self, const FoyerRecordType *type)
{
  return foyer_id_new (type->prefix, self->clock, self->random);
}

char *
foyer_transaction_get_state (FoyerTransaction *self, const FoyerRecordType *type, GError **error)
{
  g_autofree char *epoch = foyer_transaction_get_epoch (self, error);
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 n = 0;

  if (epoch == NULL)
    return NULL;
  statement
      = foyer_database_prepare (self->database,
                                "SELECT n FROM type_state WHERE organisation = $1 AND type = $2", error);
  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, self->organisation);
  foyer_statement_bind_text (statement, 2, type->name);
  if (foyer_statement_step (statement, &failure))
    n = foyer_statement_get_integer (statement, 0);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return format_state (epoch, n);
}

gboolean
foyer_transaction_parse_state (FoyerTransaction *self, const char *state, gint64 *since)
{
  g_autofree char *epoch = NULL;
  gsize length;

  if (strcmp (state, "0") == 0) {
    *since = 0;
    return TRUE;
  }
  epoch = foyer_transaction_get_epoch (self, NULL);
  if (epoch == NULL)
    return FALSE;
  length = strlen (epoch);
  if (strncmp (state, epoch, length) != 0 || state[length] != '-')
    return FALSE;
  return g_ascii_string_to_signed (state + length + 1, 10, 0, FOYER_JSON_MAX_INTEGER, since, NULL);
}
