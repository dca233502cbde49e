/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-operations.c - how operations are made, chosen, numbered and settled */

#include "foyer-store-private.h"

#include "foyer-blob-table.h"
#include "foyer-field-check.h"
#include "foyer-journal-entry.h"
#include "foyer-json.h"
#include "foyer-mutant.h"
#include "foyer-operation-requires.h"
#include "foyer-operation-table.h"
#include "foyer-patch.h"
#include "foyer-record-table.h"
#include "foyer-removed-record.h"
#include "foyer-secret-fields.h"

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
check_writable (const FoyerRecordType *type, JsonObject *patch, gboolean creating, GError **error)
{
  g_autoptr (GList) names = json_object_get_members (patch);

  for (GList *link = names; link != NULL; link = link->next) {
    g_auto (GStrv) parts = g_strsplit (link->data, "/", 2);
    const FoyerField *field = foyer_record_type_field (type, parts[0]);

    if (field != NULL && foyer_field_is_writable (field, FOYER_WRITER_STAFF, creating))
      continue;
    g_set_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID, "%s: %s cannot be changed here",
                 type->name, (const char *) link->data);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_record (const FoyerRecordType *type, JsonObject *before, JsonObject *value, GError **error)
{
  g_autoptr (GPtrArray) problems = foyer_record_type_check_change (type, before, value);
  FoyerProblem *problem;

  if (problems->len == 0)
    return TRUE;
  problem = problems->pdata[0];
  g_set_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID, "%s %s, %s: expected %s", type->name,
               foyer_json_object_text (value, "id"), problem->field, problem->expected);
  return FALSE;
}

/* What staff may not set is the server's to fill, and it says so when it is sent anyway. */
static void
fill_writable_defaults (const FoyerRecordType *type, JsonObject *patch)
{
  g_autoptr (JsonObject) filled = foyer_json_copy_object (patch);

  foyer_record_type_fill_defaults (type, filled);
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];

    if (json_object_has_member (filled, field->name)
        && foyer_field_is_writable (field, FOYER_WRITER_STAFF, TRUE))
      json_object_set_member (patch, field->name,
                              json_node_copy (json_object_get_member (filled, field->name)));
  }
}

static gboolean
prepare_creation (FoyerOperationData *data, JsonObject *before, GError **error)
{
  g_autoptr (JsonObject) value = NULL;

  if (before != NULL)
    return refuse (error, "There is a record of that id already");
  if (!check_writable (data->type, data->patch, TRUE, error))
    return FALSE;
  fill_writable_defaults (data->type, data->patch);
  value = foyer_json_copy_object (data->patch);
  foyer_record_type_fill_defaults (data->type, value);
  json_object_set_string_member (value, "id", data->record_id);
  return check_record (data->type, NULL, value, error);
}

static gboolean
prepare_update (FoyerOperationData *data, JsonObject *before, GError **error)
{
  g_autoptr (JsonObject) rebased = NULL;
  g_autoptr (JsonObject) value = NULL;

  if (before == NULL)
    return refuse (error, "The record is gone");
  if (!check_writable (data->type, data->patch, FALSE, error)
      || !foyer_patch_check (data->type, data->patch, error))
    return FALSE;
  rebased = foyer_patch_rebase (data->type, before, data->patch, NULL);
  value = foyer_patch_apply (before, rebased, error);
  if (value == NULL || !check_record (data->type, before, value, error))
    return FALSE;
  data->expected = foyer_patch_expected (data->type, before, data->patch);
  data->inverse = foyer_patch_inverse (before, data->patch);
  return TRUE;
}

static gboolean
prepare (FoyerOperationData *data, JsonObject *before, GError **error)
{
  switch (data->verb) {
  case FOYER_VERB_CREATE:
    return prepare_creation (data, before, error);
  case FOYER_VERB_UPDATE:
    return prepare_update (data, before, error);
  case FOYER_VERB_DESTROY:
  default:
    if (before == NULL)
      return refuse (error, "The record is gone");
    data->inverse = foyer_removed_record_keep (data->type, before);
    return TRUE;
  }
}

gboolean
foyer_store_writer_submit (FoyerStoreWriter *self, FoyerOperationData *data, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) record = foyer_record_table_get (self->database, FOYER_STORE_ORGANISATION,
                                                           data->type, data->record_id, &failure);
  g_autoptr (JsonObject) before = record == NULL ? NULL : foyer_record_to_json (record);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (!prepare (data, before, error))
    return FALSE;
  if (data->requires == NULL)
    data->requires = foyer_operation_find_required (self->database, data);
  foyer_change_set_add_operations (self->changes);
  foyer_journal_add_made (self->frames, data);
  return foyer_overlay_begin (self, data->type, data->record_id, before, error)
         && foyer_operation_table_add (self->database, data, error)
         && foyer_overlay_refold (self, data->type, data->record_id, error);
}

/* Once the journal says so, it never comes back. */
static void
note_end (FoyerStoreWriter *self, const char *operation_id, FoyerOperationState state)
{
  if (state == FOYER_OPERATION_DONE)
    foyer_journal_add_end (self->frames, FOYER_JOURNAL_SETTLED, operation_id);
  else if (state == FOYER_OPERATION_UNDONE || state == FOYER_OPERATION_DISCARDED)
    foyer_journal_add_end (self->frames, FOYER_JOURNAL_WITHDRAWN, operation_id);
}

/* What has ended is never sent again, so nobody needs the secret that it carried. */
static gboolean
forget_secrets (FoyerStoreWriter *self,
                const FoyerOperationData *data,
                FoyerOperationState state,
                GError **error)
{
  FoyerOperationData told = *data;
  g_autoptr (JsonObject) patch = NULL;

  if (data->patch == NULL || foyer_operation_state_is_pending (state)
      || foyer_operation_state_needs_person (state))
    return TRUE;
  patch = foyer_json_copy_object (data->patch);
  if (!foyer_secret_fields_hide (data->type, patch))
    return TRUE;
  told.patch = patch;
  return foyer_operation_table_rewrite (self->database, &told, error);
}

gboolean
foyer_store_writer_settle (FoyerStoreWriter *self,
                           const char *operation_id,
                           FoyerOperationState state,
                           JsonObject *answer,
                           GError **error)
{
  g_autoptr (FoyerOperation) operation = foyer_operation_table_get (self->database, operation_id, error);
  g_autoptr (JsonObject) kept = NULL;
  const FoyerOperationData *data;

  if (operation == NULL)
    return error == NULL || *error == NULL;
  data = foyer_operation_get_data (operation);
  kept = foyer_store_carry_last (data->error, answer);
  foyer_change_set_add_operations (self->changes);
  note_end (self, operation_id, state);
  /* What was done carries no trouble of earlier attempts. */
  return foyer_operation_table_set_state (self->database, operation_id, state,
                                          kept == NULL && state != FOYER_OPERATION_ACKED ? data->error : kept,
                                          foyer_clock_now_seconds (self->clock), error)
         && forget_secrets (self, data, state, error)
         && foyer_overlay_refold (self, data->type, data->record_id, error);
}

gboolean
foyer_store_writer_note_attempt (FoyerStoreWriter *self,
                                 const char *operation_id,
                                 guint attempts,
                                 JsonObject *answer,
                                 GError **error)
{
  foyer_change_set_add_operations (self->changes);
  return foyer_operation_table_note_attempt (self->database, operation_id, attempts, answer, error);
}

/* Which operations and records stand still, and since which operation: what was made later on them, or builds on them, waits too. */
static void
stand_still (GHashTable *still, const FoyerOperationData *operation)
{
  gint64 *since = g_hash_table_lookup (still, operation->record_id);

  if (since == NULL || *since > operation->number)
    g_hash_table_insert (still, g_strdup (operation->record_id),
                         g_memdup2 (&operation->number, sizeof operation->number));
  g_hash_table_insert (still, g_strdup (operation->id),
                       g_memdup2 (&operation->number, sizeof operation->number));
}

static GHashTable *
note_held (FoyerStoreWriter *self, GError **error)
{
  g_autoptr (GHashTable) still = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) held
      = foyer_operation_table_list (self->database, FOYER_OPERATION_HELD, 0, G_MAXUINT, error);

  if (held == NULL)
    return NULL;
  for (guint i = 0; i < held->len; i++)
    stand_still (still, foyer_operation_get_data (held->pdata[i]));
  return g_steal_pointer (&still);
}

static gboolean
waits_for (GHashTable *still, const char *id, gint64 number)
{
  gint64 *since = id == NULL ? NULL : g_hash_table_lookup (still, id);

  return since != NULL && *since < number && !FOYER_MUTANT (LANES_IGNORED);
}

typedef struct {
  FoyerStoreWriter *writer;
  GHashTable *still; /* (element-type utf8 gint64) */
  gboolean files_wait;
  gint64 now;
} Choice;

static gboolean
is_ready (Choice *choice, const FoyerOperationData *operation)
{
  return operation->next_at <= choice->now
         && !waits_for (choice->still, operation->record_id, operation->number)
         && !waits_for (choice->still, operation->requires, operation->number)
         && !(choice->files_wait && foyer_store_writer_waits_for_blob (choice->writer, operation));
}

/* One page; sets @last to its last number, or to -1 if there are no more. */
static gboolean
choose_page (Choice *choice, GPtrArray *chosen, guint limit, gint64 *last, GError **error)
{
  guint page = 4 * limit;
  g_autoptr (GPtrArray) queued
      = foyer_operation_table_list_queued (choice->writer->database, *last, page, error);

  if (queued == NULL)
    return FALSE;
  for (guint i = 0; i < queued->len && chosen->len < limit; i++) {
    const FoyerOperationData *operation = foyer_operation_get_data (queued->pdata[i]);

    *last = operation->number;
    if (operation->type == NULL)
      continue;
    if (is_ready (choice, operation))
      g_ptr_array_add (chosen, g_object_ref (queued->pdata[i]));
    else
      stand_still (choice->still, operation);
  }
  if (queued->len < page)
    *last = -1;
  return TRUE;
}

/* An operation that must wait makes later ones on the same record, and those that build on it, wait too; others pass it. */
static GPtrArray *
choose_queued (FoyerStoreWriter *self, guint limit, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) still = note_held (self, error);
  Choice choice = { self, still, foyer_blob_table_has_unsent (self->database), now };
  gint64 last = 0;

  if (still == NULL)
    return NULL;
  while (last >= 0 && chosen->len < limit) {
    if (!choose_page (&choice, chosen, limit, &last, error))
      return NULL;
  }
  return g_steal_pointer (&chosen);
}

static GPtrArray *
dispatch (FoyerStoreWriter *self, GPtrArray *chosen, GError **error)
{
  g_autofree char *console = foyer_store_writer_get_console (self, error);
  g_autofree char *next = foyer_store_writer_get_meta (self, "next-sequence");
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) dispatched = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 sequence = next == NULL ? 1 : g_ascii_strtoll (next, NULL, 10);

  if (console == NULL)
    return NULL;
  for (guint i = 0; i < chosen->len; i++) {
    const char *id = foyer_operation_get_id (chosen->pdata[i]);
    FoyerOperation *operation;

    if (!foyer_operation_table_dispatch (self->database, id, sequence++, error))
      return NULL;
    operation = foyer_operation_table_get (self->database, id, error);
    if (operation == NULL
        || (FOYER_MUTANT (SENT_IS_DONE)
            && !foyer_store_writer_settle (self, id, FOYER_OPERATION_DONE, NULL, error)))
      return NULL;
    g_ptr_array_add (dispatched, operation);
  }
  if (FOYER_MUTANT (SEQUENCE_NOT_KEPT))
    return foyer_operation_table_forget_sequences (self->database, error) ? g_steal_pointer (&dispatched)
                                                                          : NULL;
  after = g_strdup_printf ("%" G_GINT64_FORMAT, sequence);
  if (!foyer_store_writer_set_meta (self, "next-sequence", after, error))
    return NULL;
  foyer_change_set_add_operations (self->changes);
  return g_steal_pointer (&dispatched);
}

GPtrArray *
foyer_store_writer_pick (FoyerStoreWriter *self, guint limit, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) chosen = NULL;

  if (limit == 0)
    return g_ptr_array_new_with_free_func (g_object_unref);
  chosen = foyer_operation_table_list_sending (self->database, error);
  if (chosen == NULL || chosen->len > 0)
    return g_steal_pointer (&chosen);
  g_ptr_array_unref (chosen);
  chosen = choose_queued (self, limit, now, error);
  if (chosen == NULL || chosen->len == 0)
    return g_steal_pointer (&chosen);
  return dispatch (self, chosen, error);
}

char *
foyer_store_writer_get_required (FoyerStoreWriter *self, const FoyerOperationData *operation)
{
  return foyer_operation_get_still_required (self->database, operation->requires);
}

gboolean
foyer_store_writer_cover (FoyerStoreWriter *self, const FoyerOperationData *operation, GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_record_table_get (self->database, FOYER_STORE_ORGANISATION,
                                                           operation->type, operation->record_id, NULL);
  g_autoptr (JsonObject) value = record == NULL ? NULL : foyer_record_to_json (record);

  return foyer_overlay_begin (self, operation->type, operation->record_id, value, error)
         && foyer_overlay_refold (self, operation->type, operation->record_id, error);
}

gboolean
foyer_store_writer_refuse_lost_secret (FoyerStoreWriter *self, const char *operation_id, GError **error)
{
  g_autoptr (JsonObject) answer = json_object_new ();

  json_object_set_string_member (answer, "type", "secretLost");
  return foyer_store_writer_settle (self, operation_id, FOYER_OPERATION_REFUSED, answer, error);
}

gboolean
foyer_store_writer_rewind_restored (FoyerStoreWriter *self, gint64 last, GError **error)
{
  return foyer_operation_table_rewind_unnumbered (self->database, error)
         && foyer_store_writer_rewind (self, last, error);
}

gboolean
foyer_store_writer_rewind (FoyerStoreWriter *self, gint64 last, GError **error)
{
  g_autofree char *next = g_strdup_printf ("%" G_GINT64_FORMAT, last + 1);
  g_autoptr (GPtrArray) rewound = NULL;

  foyer_change_set_add_operations (self->changes);
  if (!foyer_operation_table_rewind (self->database, last, error)
      || !foyer_store_writer_set_meta (self, "next-sequence", next, error))
    return FALSE;
  /* Those that were done lie over their records again until the server has done them once more. */
  rewound = foyer_operation_table_list_unsent (self->database, error);
  if (rewound == NULL)
    return FALSE;
  for (guint i = 0; i < rewound->len; i++) {
    const FoyerOperationData *operation = foyer_operation_get_data (rewound->pdata[i]);

    foyer_journal_add_made (self->frames, operation);
    if (!foyer_store_writer_cover (self, operation, error)
        || (foyer_secret_fields_are_hidden (operation->type, operation->patch)
            && !foyer_store_writer_refuse_lost_secret (self, operation->id, error)))
      return FALSE;
  }
  return TRUE;
}
