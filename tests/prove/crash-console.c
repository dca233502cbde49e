/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crash-console.c - a morning at a console, interrupted anywhere: acts, undo, sending, pulling, resync */

#include "foyer-crash.h"

#include "foyer-json.h"
#include "foyer-test.h"
#include "types/label.h"

#include <string.h>

#define N_ACTS 14
#define HOLD (10 * G_USEC_PER_SEC)
#define NOW G_GINT64_CONSTANT (1790000000000000)

/* Acts by number. What is undone is held; what is sent is not. */
#define UNDONE_ACT 3
#define N_LABELS 5

typedef struct {
  FoyerDiary *diary;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerStore *store;
} Play;

static char *
label_id (guint number)
{
  return g_strdup_printf ("lb-01890a5d-ac96-7d4e-8f00-%012u", number);
}

/* --- Playing --- */

static gboolean
open_store (Play *self, const char *directory)
{
  g_autoptr (GError) error = NULL;

  self->clock = FOYER_CLOCK (foyer_manual_clock_new (NOW));
  self->random = foyer_random_new_seeded (3);
  self->store = foyer_test_open_store (directory, self->clock, self->random, &error);
  if (self->store == NULL)
    foyer_diary_write (self->diary, "closed: %s", error->message);
  return self->store != NULL;
}

/* Acts on five labels in turn: makes them, then renames them. The name says which act it was. */
static void
act (Play *self, guint number)
{
  g_autofree char *id = label_id (number % N_LABELS);
  g_autofree char *patch = g_strdup_printf ("{'name': 'n%u'}", number);
  g_autoptr (GError) error = NULL;
  g_autofree char *operation
      = foyer_test_submit (self->store, number < N_LABELS ? FOYER_VERB_CREATE : FOYER_VERB_UPDATE,
                           &foyer_label_type, id, patch, number == UNDONE_ACT ? HOLD : 0, &error);

  if (operation != NULL)
    foyer_diary_write (self->diary, "made %u %s", number, operation);
  else if (error->code == FOYER_STORE_ERROR_UNKNOWN)
    foyer_diary_write (self->diary, "unknown %u %s", number, error->message);
  else
    foyer_diary_write (self->diary, "refused %u %s", number, error->message);
}

static void
undo (Play *self, guint number)
{
  FoyerOperationState held = FOYER_OPERATION_HELD;
  g_autoptr (GPtrArray) operations = foyer_store_list_operations (self->store, &held, 1, 0, 100);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (operations->len != 1)
    return;
  foyer_store_undo_async (self->store, foyer_operation_get_id (operations->pdata[0]), NULL,
                          foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  if (foyer_store_undo_finish (self->store, result, NULL))
    foyer_diary_write (self->diary, "undone %u", number);
}

static gpointer
write_job (Play *self, FoyerWriteFunc function, gpointer data, gboolean *done)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer answer;

  foyer_store_write_async (self->store, function, data, NULL, NULL, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  answer = foyer_store_write_finish (self->store, result, &error);
  *done = error == NULL;
  return answer;
}

static gpointer
pick_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  return foyer_store_writer_pick (writer, 3, NOW / G_USEC_PER_SEC, error);
}

typedef struct {
  const char *id;
  FoyerOperationState state;
} Answer;

static gpointer
settle_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Answer *answer = data;
  g_autoptr (JsonObject) said = foyer_test_json ("{'type': 'ruleBroken'}");

  foyer_store_writer_settle (writer, answer->id, answer->state,
                             answer->state == FOYER_OPERATION_REFUSED ? said : NULL, error);
  return NULL;
}

static void
settle (Play *self, const char *id, FoyerOperationState state)
{
  Answer answer = { id, state };
  gboolean done;

  write_job (self, settle_in_worker, &answer, &done);
  if (done)
    foyer_diary_write (self->diary, "answered %s %u", id, state);
}

/* What has a number has left: from then on the server may know it by that number. */
static void
send (Play *self, FoyerOperationState state)
{
  gboolean done;
  g_autoptr (GPtrArray) picked = write_job (self, pick_in_worker, NULL, &done);

  for (guint i = 0; done && i < picked->len; i++) {
    const FoyerOperationData *data = foyer_operation_get_data (picked->pdata[i]);

    foyer_diary_write (self->diary, "sent %s %" G_GINT64_FORMAT, data->id, data->sequence);
  }
  for (guint i = 0; done && i < picked->len; i++)
    settle (self, foyer_operation_get_id (picked->pdata[i]), state);
}

static gboolean
put (FoyerStoreWriter *writer, guint number, guint rev, GError **error)
{
  g_autofree char *id = label_id (number);
  g_autofree char *text
      = g_strdup_printf ("{'id': '%s', 'rev': %u, 'name': 'n%u', 'position': 0}", id, rev, number);
  g_autoptr (JsonObject) json = foyer_test_json (text);

  return foyer_store_writer_put (writer, &foyer_label_type, json, error);
}

/* Every page brings two labels of somebody else, every odd one also those of this console that the server has, as it has them. */
static gpointer
pull_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  guint page = GPOINTER_TO_UINT (data);
  g_autofree char *state = g_strdup_printf ("e1-%u", page);

  for (guint i = 0; i < 2; i++) {
    if (!put (writer, 100 + 2 * page + i, 10 * page + i, error))
      return NULL;
  }
  for (guint i = 0; page % 2 == 1 && i < 3; i++) {
    if (!put (writer, i, 10 * page + 2 + i, error))
      return NULL;
  }
  if (foyer_store_writer_set_state (writer, &foyer_label_type, state, error) && page % 2 == 0)
    foyer_store_writer_finish_pull (writer, &foyer_label_type, error);
  return NULL;
}

static void
pull (Play *self, guint page)
{
  gboolean done;

  write_job (self, pull_in_worker, GUINT_TO_POINTER (page), &done);
  if (done)
    foyer_diary_write (self->diary, "pulled %u", page);
}

static gpointer
resync_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_store_writer_begin_resync (writer, &foyer_label_type, error);
  return NULL;
}

static void
resync (Play *self)
{
  gboolean done;

  write_job (self, resync_in_worker, NULL, &done);
  if (done)
    foyer_diary_write (self->diary, "pulled 0");
}

static void
play_morning (const char *directory, FoyerDiary *diary)
{
  Play self = { .diary = diary };

  if (!open_store (&self, directory))
    return;
  for (guint i = 0; i < 5; i++)
    act (&self, i);
  undo (&self, UNDONE_ACT);
  send (&self, FOYER_OPERATION_ACKED);
  pull (&self, 1);
  act (&self, 5);
  act (&self, 6);
  pull (&self, 2);
  send (&self, FOYER_OPERATION_REFUSED);
  act (&self, 7);
  resync (&self);
  act (&self, 9);
  pull (&self, 3);
  pull (&self, 4);
  send (&self, FOYER_OPERATION_CONFLICT);
  for (guint i = 10; i < N_ACTS; i++)
    act (&self, i);
  foyer_test_settle ();
  foyer_store_close (self.store);
  foyer_diary_write (diary, "closed");
}

static void
play_first_start (const char *directory, FoyerDiary *diary)
{
  Play self = { .diary = diary };

  if (!open_store (&self, directory))
    return;
  act (&self, 0);
  foyer_test_settle ();
  foyer_store_close (self.store);
  foyer_diary_write (diary, "closed");
}

/* --- Judging --- */

static const FoyerOperationState all_states[] = {
  FOYER_OPERATION_HELD,     FOYER_OPERATION_QUEUED, FOYER_OPERATION_SENDING,
  FOYER_OPERATION_ACKED,    FOYER_OPERATION_DONE,   FOYER_OPERATION_REFUSED,
  FOYER_OPERATION_CONFLICT, FOYER_OPERATION_UNDONE, FOYER_OPERATION_DISCARDED,
};

static GPtrArray *
find_acts (GPtrArray *operations, guint number)
{
  g_autofree char *name = g_strdup_printf ("n%u", number);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < operations->len; i++) {
    const FoyerOperationData *data = foyer_operation_get_data (operations->pdata[i]);

    if (data->patch != NULL && g_strcmp0 (foyer_json_object_text (data->patch, "name"), name) == 0)
      g_ptr_array_add (found, operations->pdata[i]);
  }
  return found;
}

/* What was answered was kept before the answer; what had a number keeps it. */
static void
judge_sending (FoyerJudge *judge, FoyerDiary *diary, const FoyerOperationData *data)
{
  g_autofree char *sent = g_strdup_printf ("sent %s ", data->id);
  g_autofree char *answered = g_strdup_printf ("answered %s ", data->id);
  const char *sequence = foyer_diary_find (diary, sent);
  const char *state = foyer_diary_find (diary, answered);

  if (sequence != NULL && g_ascii_strtoll (sequence, NULL, 10) != data->sequence)
    foyer_judge_corrupt (judge, "%s left as %s and is now %" G_GINT64_FORMAT, data->id, sequence,
                         data->sequence);
  if (sequence != NULL && data->state < FOYER_OPERATION_SENDING)
    foyer_judge_doubled (judge, "%s has left and waits again", data->id);
  if (state == NULL)
    return;
  if (data->state < FOYER_OPERATION_ACKED
      || (g_ascii_strtoull (state, NULL, 10) > FOYER_OPERATION_DONE && data->state <= FOYER_OPERATION_DONE))
    foyer_judge_lost (judge, "the answer %s to %s, which is now %u", state, data->id, data->state);
}

static void
judge_act (FoyerJudge *judge, FoyerDiary *diary, GPtrArray *operations, guint number)
{
  g_autoptr (GPtrArray) found = find_acts (operations, number);
  g_autofree char *made = g_strdup_printf ("made %u ", number);
  g_autofree char *refused = g_strdup_printf ("refused %u ", number);
  const char *id = foyer_diary_find (diary, made);
  const FoyerOperationData *data;

  if (id != NULL)
    judge->proof->operations++;
  if (id != NULL && found->len == 0)
    foyer_judge_lost (judge, "act %u", number);
  if (found->len > 1 || (found->len > 0 && foyer_diary_find (diary, refused) != NULL))
    foyer_judge_doubled (judge, "act %u is there %u times", number, found->len);
  if (found->len == 0)
    return;
  data = foyer_operation_get_data (found->pdata[0]);
  if (id != NULL && strcmp (id, data->id) != 0)
    foyer_judge_corrupt (judge, "act %u was %s and is %s", number, id, data->id);
  if (foyer_diary_has (diary, "undone %u", number) && data->state != FOYER_OPERATION_UNDONE)
    foyer_judge_doubled (judge, "act %u came back after it was undone", number);
  if (number != UNDONE_ACT && data->state == FOYER_OPERATION_UNDONE)
    foyer_judge_lost (judge, "act %u was undone by nobody", number);
  judge_sending (judge, diary, data);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const FoyerOperationData *first = foyer_operation_get_data (*(FoyerOperation **) a);
  const FoyerOperationData *second = foyer_operation_get_data (*(FoyerOperation **) b);

  return first->number < second->number ? -1 : first->number > second->number;
}

/* Every label shows the last act that lies over it. What renames a label whose making was refused shows nowhere. */
static void
judge_labels (FoyerJudge *judge, FoyerStore *store, GPtrArray *operations)
{
  for (guint i = 0; i < N_LABELS; i++) {
    g_autofree char *id = label_id (i);
    g_autoptr (FoyerRecord) record = foyer_store_get (store, &foyer_label_type, id);
    const char *shown = record == NULL ? NULL : foyer_label_get_name (record);
    const char *expected = NULL;
    gboolean stands = record != NULL;

    for (guint j = 0; j < operations->len; j++) {
      const FoyerOperationData *data = foyer_operation_get_data (operations->pdata[j]);

      if (strcmp (data->record_id, id) != 0 || !foyer_operation_state_is_pending (data->state))
        continue;
      stands = stands || data->verb == FOYER_VERB_CREATE;
      expected = stands ? foyer_json_object_text (data->patch, "name") : NULL;
    }
    if (expected != NULL && g_strcmp0 (shown, expected) != 0)
      foyer_judge_corrupt (judge, "label %u shows %s, not %s", i, shown == NULL ? "nothing" : shown,
                           expected);
  }
}

static gpointer
get_state_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  return foyer_store_writer_get_state (writer, &foyer_label_type);
}

/* Where the morning comes past in pulling; the second 0 is the resync. */
static const guint pages[] = { 0, 1, 2, 0, 3, 4 };

static gboolean
may_stand_at (const char *pulled, guint page)
{
  guint first = 0;

  if (pulled != NULL) {
    first = G_N_ELEMENTS (pages) - 1;
    while (pages[first] != (guint) atoi (pulled))
      first--;
  }
  for (guint i = first; i < G_N_ELEMENTS (pages); i++) {
    if (pages[i] == page)
      return TRUE;
  }
  return FALSE;
}

static void
judge_pulling (FoyerJudge *judge, FoyerDiary *diary, FoyerStore *store)
{
  const char *pulled = foyer_diary_find (diary, "pulled ");
  g_autofree char *state = foyer_test_write (store, get_state_in_worker, NULL);
  const char *dash = strchr (state, '-');
  guint page = dash == NULL ? 0 : (guint) atoi (dash + 1);

  if (!may_stand_at (pulled, page))
    foyer_judge_lost (judge, "page %s was pulled, and the store stands at %s", pulled == NULL ? "0" : pulled,
                      state);
  for (guint i = 0; page > 0 && i < 2; i++) {
    g_autofree char *id = label_id (100 + 2 * page + i);
    g_autoptr (FoyerRecord) record = foyer_store_get (store, &foyer_label_type, id);

    if (record == NULL)
      foyer_judge_corrupt (judge, "the store stands at %s and has not label %u of it", state, i);
  }
}

static void
go_on (FoyerJudge *judge, FoyerStore *store)
{
  g_autofree char *id = label_id (99);
  g_autoptr (GError) error = NULL;
  g_autofree char *operation = foyer_test_submit (store, FOYER_VERB_CREATE, &foyer_label_type, id,
                                                  "{'name': 'afterwards'}", 0, &error);

  if (operation == NULL)
    foyer_judge_lost (judge, "the store does not take another act: %s", error->message);
}

static void
judge_morning (const char *directory, FoyerDiary *diary, FoyerJudge *judge)
{
  g_autofree char *path = g_build_filename (directory, "store.db", NULL);
  g_autoptr (FoyerClock) clock = FOYER_CLOCK (foyer_manual_clock_new (NOW));
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (4);
  g_autoptr (GPtrArray) operations = NULL;
  g_autoptr (GError) error = NULL;
  FoyerStore *store;

  foyer_judge_check_file (judge, path);
  store = foyer_test_open_store (directory, clock, random, &error);
  if (store == NULL) {
    foyer_judge_corrupt (judge, "the store does not open: %s", error->message);
    return;
  }
  operations = foyer_store_list_operations (store, all_states, G_N_ELEMENTS (all_states), 0, 1000);
  g_ptr_array_sort (operations, compare_numbers);
  for (guint i = 0; i < N_ACTS; i++)
    judge_act (judge, diary, operations, i);
  judge_labels (judge, store, operations);
  judge_pulling (judge, diary, store);
  go_on (judge, store);
  foyer_test_close_store (store);
}

/* --- What every run begins with --- */

static void
prepare_morning (const char *directory)
{
  g_autoptr (FoyerClock) clock = FOYER_CLOCK (foyer_manual_clock_new (NOW));
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (2);

  foyer_test_close_store (foyer_test_open_store (directory, clock, random, NULL));
}

static void
prepare_nothing (const char *directory)
{
}

const FoyerCrashSession foyer_crash_console = { "console", prepare_morning, play_morning, judge_morning };
const FoyerCrashSession foyer_crash_first_start
    = { "first start", prepare_nothing, play_first_start, judge_morning };
