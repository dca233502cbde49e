/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-answers.c - a further operation in the place of one, or against one that has left */

#include "foyer-store-private.h"

#include "foyer-field-check.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-operation-table.h"
#include "foyer-patch.h"
#include "foyer-record-table.h"
#include "foyer-removed-record.h"
#include "foyer-untouched-creation.h"

#include <string.h>

typedef struct {
  char *operation_id;
  char *new_id;
  char *command;
  JsonObject *patch; /* (nullable) */
  gint64 hold;
  gint64 now;
} Answer;

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  g_free (answer->operation_id);
  g_free (answer->new_id);
  g_free (answer->command);
  g_clear_pointer (&answer->patch, json_object_unref);
  g_free (answer);
}

static Answer *
new_answer (FoyerStore *store, const char *operation_id, const char *command, JsonObject *patch, gint64 hold)
{
  FoyerClock *clock = foyer_store_get_clock (store);
  Answer *answer = g_new0 (Answer, 1);

  answer->operation_id = g_strdup (operation_id);
  answer->new_id = foyer_id_new ("op", clock, foyer_store_get_random (store));
  answer->command = g_strdup (command);
  answer->patch = patch == NULL ? NULL : foyer_json_copy_object (patch);
  answer->hold = hold;
  answer->now = foyer_clock_now_seconds (clock);
  return answer;
}

static FoyerOperation *
find (FoyerStoreWriter *writer, const char *operation_id, GError **error)
{
  FoyerOperation *operation = foyer_operation_table_get (writer->database, operation_id, error);

  if (operation == NULL && error != NULL && *error == NULL)
    g_set_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID, "There is no operation %s",
                 operation_id);
  return operation;
}

/* The further operation remembers the one that it stands for. */
static char *
submit_to (FoyerStoreWriter *writer,
           Answer *answer,
           FoyerOperation *former,
           const char *record_id,
           FoyerVerb verb,
           JsonObject *patch,
           GError **error)
{
  const FoyerOperationData *before = foyer_operation_get_data (former);
  FoyerOperationData data = {
    .id = g_strdup (answer->new_id),
    .group = g_strdup (before->id),
    .verb = verb,
    .type = before->type,
    .record_id = g_strdup (record_id),
    .command = g_strdup (answer->command == NULL ? before->command : answer->command),
    .subject = g_strdup (before->subject),
    .patch = patch == NULL ? NULL : foyer_json_copy_object (patch),
    .state = answer->hold > 0 ? FOYER_OPERATION_HELD : FOYER_OPERATION_QUEUED,
    .hold = answer->hold,
    .hold_until = foyer_clock_monotonic (writer->clock) + answer->hold,
    .made_at = answer->now,
  };
  gboolean submitted = foyer_store_writer_submit (writer, &data, error);
  g_autoptr (FoyerOperation) owner = foyer_operation_new (&data);

  return submitted ? g_strdup (answer->new_id) : NULL;
}

static char *
submit (FoyerStoreWriter *writer,
        Answer *answer,
        FoyerOperation *former,
        FoyerVerb verb,
        JsonObject *patch,
        GError **error)
{
  return submit_to (writer, answer, former, foyer_operation_get_data (former)->record_id, verb, patch, error);
}

/* Whether it is still in this console's hands, and what it becomes when another takes its place. */
static gboolean
can_be_replaced (const FoyerOperationData *data, FoyerOperationState *becomes)
{
  *becomes = FOYER_OPERATION_UNDONE;
  if (data->state <= FOYER_OPERATION_QUEUED && data->sequence == 0)
    return TRUE;
  *becomes = FOYER_OPERATION_DISCARDED;
  return foyer_operation_state_needs_person (data->state);
}

static gpointer
replace_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Answer *answer = data;
  g_autoptr (FoyerOperation) former = find (writer, answer->operation_id, error);
  const FoyerOperationData *values;
  FoyerOperationState becomes;

  if (former == NULL)
    return NULL;
  values = foyer_operation_get_data (former);
  if (!can_be_replaced (values, &becomes)) {
    g_set_error_literal (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_TOO_LATE, "It has left already");
    return NULL;
  }
  if (!foyer_store_writer_settle (writer, values->id, becomes, NULL, error))
    return NULL;
  return submit (writer, answer, former, values->verb, answer->patch == NULL ? values->patch : answer->patch,
                 error);
}

void
foyer_store_replace_async (FoyerStore *self,
                           const char *operation_id,
                           const char *command,
                           JsonObject *patch,
                           gint64 hold,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  foyer_store_write_async (self, replace_in_worker, new_answer (self, operation_id, command, patch, hold),
                           free_answer, g_free, cancellable, callback, user_data);
}

char *
foyer_store_replace_finish (FoyerStore *self, GAsyncResult *result, GError **error)
{
  return foyer_store_write_finish (self, result, error);
}

/* --- Against one that has left --- */

/* What was said with a change was said, and is not unsaid by taking the change back. */
static JsonObject *
invert (const FoyerOperationData *data)
{
  JsonObject *inverse = foyer_json_copy_object (data->inverse);

  for (guint i = 0; i < data->type->n_fields; i++) {
    if (data->type->fields[i].remark)
      json_object_remove_member (inverse, data->type->fields[i].name);
  }
  return inverse;
}

/* From a list that only grows nothing is taken. */
static gboolean
can_go_back (const FoyerRecordType *type, const char *pointer)
{
  g_auto (GStrv) parts = g_strsplit (pointer, "/", 2);
  const FoyerField *field = foyer_record_type_field (type, parts[0]);

  return field != NULL && foyer_field_is_writable (field, FOYER_WRITER_STAFF, FALSE)
         && !foyer_field_only_grows (field);
}

static gboolean
refuse (GError **error, FoyerStoreError code, const char *sentence)
{
  g_set_error_literal (error, FOYER_STORE_ERROR, (int) code, sentence);
  return FALSE;
}

/* Only what stands as the operation left it goes back: what somebody changed since is theirs. */
static gboolean
check_untouched (const FoyerOperationData *data, JsonObject *inverse, JsonObject *present, GError **error)
{
  g_autoptr (GList) pointers = json_object_get_members (inverse);

  for (GList *link = pointers; link != NULL; link = link->next) {
    JsonNode *written = json_object_get_member (data->patch, link->data);
    JsonNode *stands = foyer_patch_lookup (present, link->data);
    gboolean unset = written == NULL || JSON_NODE_HOLDS_NULL (written);

    if (!can_go_back (data->type, link->data))
      return refuse (error, FOYER_STORE_ERROR_TOO_LATE, "It cannot be taken back once it was sent");
    if (unset ? stands != NULL && !JSON_NODE_HOLDS_NULL (stands)
              : stands == NULL || !foyer_json_equal (written, stands))
      return refuse (error, FOYER_STORE_ERROR_TOO_LATE, "It was changed again since");
  }
  return TRUE;
}

static gboolean
has_left (const FoyerOperationData *data, GError **error)
{
  return data->state == FOYER_OPERATION_SENDING || data->state == FOYER_OPERATION_ACKED
         || data->state == FOYER_OPERATION_DONE
         || refuse (error, FOYER_STORE_ERROR_INVALID, "It did not happen");
}

static gboolean
can_be_reverted (const FoyerOperationData *data, JsonObject **inverse, GError **error)
{
  if (data->verb == FOYER_VERB_UPDATE && data->inverse != NULL)
    *inverse = invert (data);
  if (*inverse == NULL || json_object_get_size (*inverse) == 0)
    return refuse (error, FOYER_STORE_ERROR_TOO_LATE, "It cannot be taken back once it was sent");
  return TRUE;
}

/* The server never gives an id twice; one that is made of the operation's own is the same whoever asks again. */
static char *
make_again (FoyerStoreWriter *writer, Answer *answer, FoyerOperation *former, GError **error)
{
  const FoyerOperationData *values = foyer_operation_get_data (former);
  g_autofree char *id = g_strconcat (values->type->prefix, strchr (values->id, '-'), NULL);

  return submit_to (writer, answer, former, id, FOYER_VERB_CREATE, values->inverse, error);
}

static gpointer
revert_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Answer *answer = data;
  g_autoptr (FoyerOperation) former = find (writer, answer->operation_id, error);
  g_autoptr (FoyerRecord) record = NULL;
  g_autoptr (JsonObject) present = NULL;
  g_autoptr (JsonObject) inverse = NULL;
  g_autoptr (GError) failure = NULL;
  const FoyerOperationData *values;

  if (former == NULL)
    return NULL;
  values = foyer_operation_get_data (former);
  if (!has_left (values, error))
    return NULL;
  record = foyer_record_table_get (writer->database, FOYER_STORE_ORGANISATION, values->type,
                                   values->record_id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (foyer_removed_record_may_return (values, record))
    return make_again (writer, answer, former, error);
  if (record == NULL) {
    refuse (error, FOYER_STORE_ERROR_INVALID, "The record is gone");
    return NULL;
  }
  if (foyer_untouched_creation_is (values, record))
    return submit (writer, answer, former, FOYER_VERB_DESTROY, NULL, error);
  if (!can_be_reverted (values, &inverse, error))
    return NULL;
  present = foyer_record_to_json (record);
  return check_untouched (values, inverse, present, error)
             ? submit (writer, answer, former, values->verb, inverse, error)
             : NULL;
}

void
foyer_store_revert_async (FoyerStore *self,
                          const char *operation_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  foyer_store_write_async (self, revert_in_worker, new_answer (self, operation_id, "revert", NULL, 0),
                           free_answer, g_free, cancellable, callback, user_data);
}

char *
foyer_store_revert_finish (FoyerStore *self, GAsyncResult *result, GError **error)
{
  return foyer_store_write_finish (self, result, error);
}
