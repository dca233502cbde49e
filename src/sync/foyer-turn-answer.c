/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-turn-answer.c - the second half of a turn: operations settled and changes applied, in one transaction */

#include "foyer-sync-turn.h"

#include "foyer-jmap-request.h"
#include "foyer-json.h"
#include "foyer-mutant.h"
#include "foyer-store-blobs.h"
#include "foyer-sync-error.h"
#include "foyer-sync-repair.h"
#include "foyer-turn-ahead.h"
#include "foyer-turn-poison.h"

#include <string.h>

#define LONGEST_STATE 1024

gboolean
foyer_turn_is_state (const char *state)
{
  return state != NULL && strlen (state) <= LONGEST_STATE;
}

FoyerTurnOutcome *
foyer_turn_outcome_new (void)
{
  FoyerTurnOutcome *self = g_new0 (FoyerTurnOutcome, 1);

  self->pulled = g_ptr_array_new ();
  self->more = g_ptr_array_new ();
  self->troubled = g_ptr_array_new ();
  self->drifted = g_ptr_array_new ();
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->retry_after = -1;
  return self;
}

void
foyer_turn_outcome_free (FoyerTurnOutcome *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pulled);
  g_ptr_array_unref (self->more);
  g_ptr_array_unref (self->troubled);
  g_ptr_array_unref (self->drifted);
  g_hash_table_unref (self->states);
  g_free (self->session_state);
  g_clear_error (&self->failure);
  foyer_turn_poison_free (self->suspects);
  foyer_turn_ahead_free (self->ahead);
  g_free (self);
}

typedef struct {
  FoyerStoreWriter *writer;
  FoyerTurnRequest *request;
  FoyerJmapResponse *response;
  FoyerTurnOutcome *outcome;
  GHashTable *lists; /* the records of each call */
  GPtrArray
      *waiting;     /* (element-type FoyerTurnRecord): of the chain that is being taken in, not yet written */
  gboolean stopped; /* later operations of this request were not looked at by the server */
} Intake;

static FoyerJmapCall *
find_answer (Intake *intake, const char *id)
{
  return foyer_jmap_response_find_answer (intake->response, intake->request->jmap, id);
}

/* --- Operations --- */

static gboolean
settle (Intake *intake,
        const FoyerOperationData *operation,
        FoyerOperationState state,
        JsonObject *answer,
        GError **error)
{
  intake->outcome->progressed = TRUE;
  return foyer_store_writer_settle (intake->writer, operation->id, state, answer, error);
}

/* The server has kept no trace of it: its number is free for the next. */
static gboolean
refuse_untraced (Intake *intake, guint index, JsonObject *answer, GError **error)
{
  const FoyerOperationData *operation = foyer_operation_get_data (intake->request->operations->pdata[index]);
  g_autofree char *text = foyer_json_canonical_object (answer);
  g_autoptr (JsonObject) kept = foyer_turn_add_exchange (answer, intake->request, index, 200, text, -1);

  intake->stopped = TRUE;
  return settle (intake, operation, FOYER_OPERATION_REFUSED, kept, error)
         && foyer_store_writer_rewind (intake->writer, operation->sequence - 1, error);
}

/* Whether the server is well enough to answer anything else of the same request. */
static gboolean
has_answered_anything (Intake *intake)
{
  for (guint i = 0; i < intake->response->calls->len; i++) {
    const FoyerJmapCall *call = intake->response->calls->pdata[i];

    if (strcmp (call->name, "error") != 0)
      return TRUE;
  }
  return FALSE;
}

/* The server could not do it now, and did nothing. What it does again and again to one operation is that operation's fault. */
static gboolean
take_trouble (Intake *intake, guint index, JsonObject *answer, GError **error)
{
  const FoyerOperationData *operation = foyer_operation_get_data (intake->request->operations->pdata[index]);

  intake->outcome->transient = TRUE;
  intake->stopped = TRUE;
  /* A server that cannot even skip is ill, and the operation deserves another chance with a healthy one. */
  if (intake->request->skipping)
    return foyer_turn_pardon (intake->writer, operation, error);
  if (g_strcmp0 (foyer_json_object_text (answer, "type"), "serverUnavailable") == 0
      || !has_answered_anything (intake))
    return TRUE;
  return foyer_turn_count_one (intake->writer, intake->request, index, answer, error);
}

/* Errors that say what is wrong with the call. Any other, also one that nobody has heard of, is trouble of the server's (RFC 8620 §3.6.2). */
static gboolean
is_about_call (const char *type)
{
  static const char *const types[]
      = { "invalidArguments", "invalidResultReference", "forbidden", "unknownMethod",
          "requestTooLarge",  "stateMismatch",          NULL };

  return g_strv_contains (types, type);
}

static gboolean
is_about_account (const char *type)
{
  return strcmp (type, "accountNotFound") == 0 || strcmp (type, "accountNotSupportedByMethod") == 0
         || strcmp (type, "accountReadOnly") == 0;
}

static gboolean
take_method_error (Intake *intake, guint index, JsonObject *answer, GError **error)
{
  const FoyerOperationData *operation = foyer_operation_get_data (intake->request->operations->pdata[index]);
  const char *type = foyer_json_object_text (answer, "type");

  if (type == NULL)
    return take_trouble (intake, index, answer, error);
  if (is_about_call (type))
    return refuse_untraced (intake, index, answer, error);
  if (strcmp (type, "alreadyProcessed") == 0)
    return foyer_json_object_boolean (answer, "ok", FALSE)
               ? settle (intake, operation, FOYER_OPERATION_ACKED, NULL, error)
               : settle (intake, operation, FOYER_OPERATION_REFUSED, answer, error);
  if (FOYER_MUTANT (FORK_TAKEN_AS_DONE) && strcmp (type, "clientForked") == 0)
    return settle (intake, operation, FOYER_OPERATION_ACKED, answer, error);
  if (strcmp (type, "clientForked") == 0) {
    intake->stopped = TRUE;
    return foyer_store_writer_rename_console (intake->writer, error);
  }
  if (strcmp (type, "outOfSequence") == 0) {
    intake->stopped = TRUE;
    return foyer_store_writer_rewind (intake->writer, foyer_json_object_integer (answer, "expected", 1) - 1,
                                      error);
  }
  if (strcmp (type, "epochChanged") == 0 || is_about_account (type)) {
    intake->stopped = TRUE;
    intake->outcome->forget_session = TRUE;
    intake->outcome->read_only |= strcmp (type, "accountReadOnly") == 0;
    return TRUE;
  }
  return take_trouble (intake, index, answer, error);
}

static JsonObject *
find_set_error (JsonObject *answer, const FoyerOperationData *operation)
{
  static const char *const names[] = { "notCreated", "notUpdated", "notDestroyed" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    JsonObject *errors = foyer_json_object_object (answer, names[i]);
    JsonObject *error = errors == NULL ? NULL : foyer_json_object_object (errors, operation->record_id);

    if (error != NULL)
      return error;
  }
  return NULL;
}

static gboolean
contains_text (JsonArray *list, const char *text)
{
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++) {
    if (g_strcmp0 (foyer_json_node_text (json_array_get_element (list, i)), text) == 0)
      return TRUE;
  }
  return FALSE;
}

/* A record that is neither among what was done nor among what was not was not looked at. */
static gboolean
says_done (JsonObject *answer, const FoyerOperationData *operation)
{
  JsonObject *done;

  if (operation->verb == FOYER_VERB_DESTROY)
    return contains_text (foyer_json_object_array (answer, "destroyed"), operation->record_id);
  done = foyer_json_object_object (answer, operation->verb == FOYER_VERB_CREATE ? "created" : "updated");
  return done != NULL && json_object_has_member (done, operation->record_id);
}

static gboolean
take_set_answer (Intake *intake, guint index, JsonObject *answer, GError **error)
{
  const FoyerOperationData *operation = foyer_operation_get_data (intake->request->operations->pdata[index]);
  JsonObject *refusal = find_set_error (answer, operation);
  const char *type = refusal == NULL ? NULL : foyer_json_object_text (refusal, "type");

  if (refusal == NULL && !says_done (answer, operation))
    return take_trouble (intake, index, answer, error);
  if (refusal == NULL)
    return settle (intake, operation, FOYER_OPERATION_ACKED, NULL, error);
  /* The server has kept no trace of it. */
  if (g_strcmp0 (type, "serverFail") == 0)
    return take_trouble (intake, index, refusal, error);
  if (operation->verb == FOYER_VERB_DESTROY && g_strcmp0 (type, "notFound") == 0)
    return settle (intake, operation, FOYER_OPERATION_ACKED, NULL, error);
  /* A file that the server has lost is uploaded again, and nobody has to do anything. */
  if (g_strcmp0 (type, "blobNotFound") == 0
      && foyer_store_writer_upload_again (intake->writer, operation,
                                          foyer_json_object_array (refusal, "notFound"), NULL)) {
    intake->outcome->progressed = TRUE;
    return TRUE;
  }
  if (FOYER_MUTANT (REFUSAL_PUT_AWAY))
    return settle (intake, operation, FOYER_OPERATION_DISCARDED, refusal, error);
  if (FOYER_MUTANT (CONFLICT_TAKEN_AS_DONE) && g_strcmp0 (type, "conflict") == 0)
    return settle (intake, operation, FOYER_OPERATION_ACKED, NULL, error);
  return settle (intake, operation,
                 g_strcmp0 (type, "conflict") == 0 ? FOYER_OPERATION_CONFLICT : FOYER_OPERATION_REFUSED,
                 refusal, error);
}

/* Its number is used up and its id can never be used again: it waits for a person, and the others go on. */
static gboolean
take_skipped (Intake *intake, const FoyerOperationData *operation, GError **error)
{
  g_autoptr (JsonObject) answer
      = operation->error == NULL ? json_object_new () : foyer_json_copy_object (operation->error);

  json_object_set_string_member (answer, "type", "serverFail");
  json_object_set_string_member (answer, "cause", FOYER_CAUSE_AGAIN);
  return settle (intake, operation, FOYER_OPERATION_REFUSED, answer, error);
}

static gboolean
take_operations (Intake *intake, GPtrArray *operations, GError **error)
{
  for (guint i = 0; i < operations->len && !intake->stopped; i++) {
    const FoyerOperationData *operation = foyer_operation_get_data (operations->pdata[i]);
    g_autofree char *id = g_strdup_printf ("o%u", i);
    FoyerJmapCall *call = find_answer (intake, id);

    if (call == NULL) {
      intake->outcome->transient = TRUE;
      return TRUE;
    }
    if (strcmp (call->name, "error") == 0) {
      if (!take_method_error (intake, i, call->arguments, error))
        return FALSE;
    } else if (intake->request->skipping) {
      if (!take_skipped (intake, operation, error))
        return FALSE;
    } else if (!take_set_answer (intake, i, call->arguments, error)) {
      return FALSE;
    }
  }
  return TRUE;
}

/* --- Changes --- */

/* NULL if the server could not answer with the records. */
static FoyerJmapCall *
find_records (Intake *intake, const char *changes_call, const char *path)
{
  g_autofree char *id = g_strconcat (changes_call, path, NULL);
  FoyerJmapCall *call = find_answer (intake, id);

  if (call != NULL && strcmp (call->name, "error") == 0) {
    intake->outcome->too_much
        |= g_strcmp0 (foyer_json_object_text (call->arguments, "type"), "requestTooLarge") == 0;
    return NULL;
  }
  return call == NULL || call->list.text == NULL ? NULL : call;
}

static void
take_records (Intake *intake, FoyerJmapCall *call)
{
  GArray *records = g_hash_table_lookup (intake->lists, call);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (intake->waiting, &g_array_index (records, FoyerTurnRecord, i));
  intake->outcome->records += records == NULL ? 0 : records->len;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const FoyerTurnRecord *first = *(const FoyerTurnRecord *const *) a;
  const FoyerTurnRecord *second = *(const FoyerTurnRecord *const *) b;

  return g_strcmp0 (first->record == NULL ? NULL : foyer_record_get_id (first->record),
                    second->record == NULL ? NULL : foyer_record_get_id (second->record));
}

/* In the order of their ids, which is that of the table: ten thousand records then touch each of its pages once, and take half the time.
 * Records of one id, if anybody sends such, keep their order. */
static gboolean
write_waiting (Intake *intake, const FoyerRecordType *type, GError **error)
{
  g_ptr_array_sort (intake->waiting, compare_ids);
  for (guint i = 0; i < intake->waiting->len; i++) {
    FoyerTurnRecord *record = intake->waiting->pdata[i];

    if (!foyer_store_writer_put_read (intake->writer, type, record->record, record->json, error))
      return FALSE;
    g_clear_object (&record->record);
  }
  g_ptr_array_set_size (intake->waiting, 0);
  return TRUE;
}

static gboolean
take_gone (Intake *intake, const FoyerRecordType *type, JsonArray *ids, GError **error)
{
  if (FOYER_MUTANT (DESTROYED_IGNORED) || ids == NULL || json_array_get_length (ids) == 0)
    return TRUE;
  if (!write_waiting (intake, type, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (ids); i++) {
    const char *id = foyer_json_node_text (json_array_get_element (ids, i));

    if (id != NULL && !foyer_store_writer_remove (intake->writer, type, id, error))
      return FALSE;
  }
  return TRUE;
}

/* Another time; meanwhile the other types go on. */
static gboolean
note_trouble (Intake *intake, const FoyerRecordType *type, gboolean *more)
{
  *more = FALSE;
  g_ptr_array_add (intake->outcome->troubled, (gpointer) type);
  return TRUE;
}

/* What has gone since the changes were listed is as good as destroyed. */
static gboolean
take_fetched (Intake *intake, const FoyerRecordType *type, FoyerJmapCall *answer, GError **error)
{
  take_records (intake, answer);
  return take_gone (intake, type, foyer_json_object_array (answer->arguments, "notFound"), error);
}

static guint
count_of (JsonArray *list)
{
  return list == NULL ? 0 : json_array_get_length (list);
}

/* One link of a chain of pulls. Sets @more if the type has further changes. */
static gboolean
take_page (Intake *intake,
           const FoyerRecordType *type,
           const char *call_id,
           JsonObject *changes,
           gboolean *more,
           GError **error)
{
  g_autofree char *state = foyer_store_writer_get_state (intake->writer, type);
  const char *old_state = foyer_json_object_text (changes, "oldState");
  const char *new_state = foyer_json_object_text (changes, "newState");
  gboolean has_more = foyer_json_object_boolean (changes, "hasMoreChanges", FALSE);
  FoyerJmapCall *created = find_records (intake, call_id, "/created");
  FoyerJmapCall *updated = find_records (intake, call_id, "/updated");
  JsonArray *destroyed = foyer_json_object_array (changes, "destroyed");
  guint before = intake->outcome->records;

  if (!foyer_turn_is_state (old_state) || !foyer_turn_is_state (new_state))
    return note_trouble (intake, type, more);
  /* A late answer to a question from elsewhere: ask again from where we are. */
  if (strcmp (old_state, state) != 0 && !FOYER_MUTANT (OLD_STATE_NOT_COMPARED)) {
    *more = TRUE;
    return TRUE;
  }
  /* More, but from the same place: asking again would never end. */
  if (has_more && strcmp (old_state, new_state) == 0) {
    *more = TRUE;
    return foyer_store_writer_begin_resync (intake->writer, type, error);
  }
  /* One type that the server cannot read holds up nothing else. */
  if (created == NULL || updated == NULL)
    return note_trouble (intake, type, more);
  if (FOYER_MUTANT (MORE_CHANGES_IGNORED))
    has_more = FALSE;
  if (FOYER_MUTANT (STATE_AHEAD_OF_PAGE) && intake->request->operations->len > 1)
    return foyer_store_writer_set_state (intake->writer, type, new_state, error);
  *more = has_more;
  if (!take_fetched (intake, type, created, error) || !take_fetched (intake, type, updated, error)
      || !take_gone (intake, type, destroyed, error)
      || !foyer_store_writer_set_state (intake->writer, type, new_state, error))
    return FALSE;
  /* Pages of nothing that promise more could go on for ever. */
  intake->outcome->progressed |= has_more ? intake->outcome->records > before || count_of (destroyed) > 0
                                          : strcmp (old_state, new_state) != 0;
  return has_more
         || (write_waiting (intake, type, error)
             && foyer_store_writer_finish_pull (intake->writer, type, error));
}

static gboolean
take_changes_error (Intake *intake,
                    const FoyerRecordType *type,
                    JsonObject *answer,
                    gboolean *more,
                    GError **error)
{
  const char *why = foyer_json_object_text (answer, "type");

  *more = FALSE;
  if (g_strcmp0 (why, "cannotCalculateChanges") == 0) {
    *more = TRUE;
    return foyer_store_writer_begin_resync (intake->writer, type, error);
  }
  if (why != NULL && is_about_account (why))
    intake->outcome->forget_session = TRUE;
  /* A server of an older day does not know the type, another may not show it to us: there is nothing to pull. */
  else if (g_strcmp0 (why, "unknownMethod") != 0 && g_strcmp0 (why, "forbidden") != 0)
    return note_trouble (intake, type, more);
  return TRUE;
}

static gboolean
take_pull (Intake *intake, const FoyerRecordType *type, GError **error)
{
  gboolean more = FALSE;

  for (guint index = 0;; index++) {
    g_autofree char *id = g_strdup_printf ("c:%s:%u", type->name, index);
    FoyerJmapCall *call = find_answer (intake, id);

    if (call == NULL && index == 0)
      note_trouble (intake, type, &more);
    if (call == NULL)
      break;
    if (strcmp (call->name, "error") == 0) {
      if (!take_changes_error (intake, type, call->arguments, &more, error))
        return FALSE;
      break;
    }
    if (!take_page (intake, type, id, call->arguments, &more, error))
      return FALSE;
    if (!more)
      break;
  }
  if (!write_waiting (intake, type, error))
    return FALSE;
  if (more)
    g_ptr_array_add (intake->outcome->more, (gpointer) type);
  g_hash_table_replace (intake->outcome->states, g_strdup (type->name),
                        foyer_store_writer_get_state (intake->writer, type));
  return TRUE;
}

static gboolean
take_digests (Intake *intake, GError **error)
{
  GPtrArray *drifted;

  if (!intake->request->checking)
    return TRUE;
  drifted = foyer_sync_compare_digests (intake->writer, intake->response, error);
  if (drifted == NULL)
    return FALSE;
  g_ptr_array_unref (intake->outcome->drifted);
  intake->outcome->drifted = drifted;
  intake->outcome->progressed = TRUE;
  return TRUE;
}

/* A reply that is no response is trouble, unless a mutant takes it for success. */
static gpointer
take_junk (FoyerStoreWriter *writer, FoyerTurnRequest *request, FoyerTurnOutcome *outcome, GError **error)
{
  if (!FOYER_MUTANT (CUT_REPLY_TAKEN_AS_DONE)) {
    /* People read this, and where the text went wrong is nothing to them. */
    g_set_error_literal (error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_NOT_FOYER,
                         "What answers there is no Foyer server");
    foyer_turn_outcome_free (outcome);
    return NULL;
  }
  for (guint i = 0; i < request->operations->len; i++)
    foyer_store_writer_settle (writer, foyer_operation_get_id (request->operations->pdata[i]),
                               FOYER_OPERATION_ACKED, NULL, NULL);
  return outcome;
}

static gboolean
take_all (Intake *intake, GError **error)
{
  if (!take_operations (intake, intake->request->operations, error))
    return FALSE;
  for (guint i = 0; i < intake->request->pulled->len; i++) {
    if (!take_pull (intake, intake->request->pulled->pdata[i], error))
      return FALSE;
  }
  return take_digests (intake, error);
}

gpointer
foyer_turn_take_answer (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  FoyerTurnAnswer *answer = data;
  g_autoptr (FoyerTurnOutcome) outcome = foyer_turn_outcome_new ();
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  Intake intake = { .writer = writer,
                    .request = answer->request,
                    .response = answer->response,
                    .outcome = outcome,
                    .lists = answer->lists,
                    .waiting = waiting };
  gboolean taken;

  if (answer->response == NULL)
    return take_junk (writer, answer->request, g_steal_pointer (&outcome), error);
  outcome->session_state = g_strdup (answer->response->session_state);
  taken = take_all (&intake, error);
  foyer_turn_answer_forget_reply (answer);
  return taken ? g_steal_pointer (&outcome) : NULL;
}
