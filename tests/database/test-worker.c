/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-worker.c - jobs in order on one thread, or on none */

#include "foyer-worker.h"

#include "foyer-test.h"

typedef struct {
  FoyerWorker *worker;
  GString *ran;  /* written by the worker only */
  GString *told; /* written by the main loop only */
  GThread *thread;
  GMutex gate;
  int gate_is_closed;
  gboolean was_current;
} Diary;

static void
begin_diary (Diary *diary, gboolean is_inline)
{
  *diary = (Diary){ .ran = g_string_new (NULL), .told = g_string_new (NULL) };
  g_mutex_init (&diary->gate);
  diary->worker = is_inline ? foyer_worker_new_inline () : foyer_worker_new ("test-worker");
}

static void
end_diary (Diary *diary)
{
  foyer_worker_stop (diary->worker);
  foyer_test_settle ();
  g_assert_finalize_object (diary->worker);
  g_string_free (diary->ran, TRUE);
  g_string_free (diary->told, TRUE);
  g_mutex_clear (&diary->gate);
}

static void
note_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Diary *diary = g_object_get_data (G_OBJECT (task), "diary");

  g_string_append_c (diary->ran, (char) GPOINTER_TO_INT (data));
  diary->thread = g_thread_self ();
  diary->was_current = foyer_worker_is_current (diary->worker);
  g_task_return_boolean (task, TRUE);
}

static void
wait_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Diary *diary = g_object_get_data (G_OBJECT (task), "diary");

  g_mutex_lock (&diary->gate);
  g_mutex_unlock (&diary->gate);
  note_in_worker (task, source, data, cancellable);
}

static void
on_job_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Diary *diary = user_data;
  g_autoptr (GError) error = NULL;
  char letter = (char) GPOINTER_TO_INT (g_task_get_task_data (G_TASK (result)));

  if (g_task_propagate_boolean (G_TASK (result), &error)) {
    g_string_append_c (diary->told, letter);
    return;
  }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_string_append_c (diary->told, '!');
}

static void
push (Diary *diary, char letter, GCancellable *cancellable, GTaskThreadFunc function)
{
  GTask *task = g_task_new (NULL, cancellable, on_job_ready, diary);

  g_object_set_data (G_OBJECT (task), "diary", diary);
  g_task_set_task_data (task, GINT_TO_POINTER ((int) letter), NULL);
  foyer_worker_push (diary->worker, task, function);
}

static void
wait_told (Diary *diary, gsize count)
{
  while (diary->told->len < count)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_order (void)
{
  Diary diary;
  g_autoptr (GString) expected = g_string_new (NULL);

  begin_diary (&diary, FALSE);
  for (int i = 0; i < 500; i++) {
    g_string_append_c (expected, (char) ('a' + i % 26));
    push (&diary, (char) ('a' + i % 26), NULL, note_in_worker);
  }
  wait_told (&diary, 500);
  g_assert_cmpstr (diary.ran->str, ==, expected->str);
  g_assert_cmpstr (diary.told->str, ==, expected->str);
  g_assert_true (diary.was_current);
  g_assert_true (diary.thread != g_thread_self ());
  g_assert_false (foyer_worker_is_current (diary.worker));
  end_diary (&diary);
}

static void
test_cancelled (void)
{
  Diary diary;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  begin_diary (&diary, FALSE);
  g_mutex_lock (&diary.gate);
  push (&diary, 'a', NULL, wait_in_worker);
  push (&diary, 'b', cancellable, note_in_worker);
  push (&diary, 'c', NULL, note_in_worker);
  g_cancellable_cancel (cancellable);
  push (&diary, 'd', cancellable, note_in_worker);
  g_mutex_unlock (&diary.gate);
  wait_told (&diary, 4);
  g_assert_cmpstr (diary.ran->str, ==, "ac");
  g_assert_cmpstr (diary.told->str, ==, "a!c!");
  end_diary (&diary);
}

static void
test_stop_waits (void)
{
  Diary diary;

  begin_diary (&diary, FALSE);
  for (int i = 0; i < 200; i++)
    push (&diary, 'x', NULL, note_in_worker);
  foyer_worker_stop (diary.worker);
  g_assert_cmpuint (diary.ran->len, ==, 200);
  /* The results are still delivered, and stopping again does nothing. */
  foyer_worker_stop (diary.worker);
  wait_told (&diary, 200);
  end_diary (&diary);
}

static void
test_returns_to_its_context (void)
{
  Diary diary;
  g_autoptr (GMainContext) context = g_main_context_new ();

  begin_diary (&diary, FALSE);
  g_main_context_push_thread_default (context);
  push (&diary, 'a', NULL, note_in_worker);
  g_main_context_pop_thread_default (context);
  foyer_worker_stop (diary.worker);
  foyer_test_settle ();
  g_assert_cmpstr (diary.told->str, ==, "");
  while (diary.told->len == 0)
    g_main_context_iteration (context, TRUE);
  g_assert_cmpstr (diary.told->str, ==, "a");
  end_diary (&diary);
}

static void
push_another_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Diary *diary = g_object_get_data (G_OBJECT (task), "diary");

  push (diary, 'n', NULL, note_in_worker);
  g_assert_true (foyer_worker_is_current (diary->worker));
  note_in_worker (task, source, data, cancellable);
}

static void
test_inline (void)
{
  Diary diary;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  begin_diary (&diary, TRUE);
  g_cancellable_cancel (cancellable);
  push (&diary, 'a', NULL, note_in_worker);
  g_assert_cmpstr (diary.ran->str, ==, "a");
  g_assert_true (diary.thread == g_thread_self ());
  g_assert_true (diary.was_current);
  g_assert_false (foyer_worker_is_current (diary.worker));
  push (&diary, 'b', cancellable, note_in_worker);
  g_assert_cmpstr (diary.ran->str, ==, "a");
  push (&diary, 'c', NULL, push_another_in_worker);
  g_assert_cmpstr (diary.ran->str, ==, "anc");
  g_assert_false (foyer_worker_is_current (diary.worker));
  /* A callback never runs inside the call. */
  g_assert_cmpstr (diary.told->str, ==, "");
  wait_told (&diary, 4);
  g_assert_cmpstr (diary.told->str, ==, "a!nc");
  end_diary (&diary);
}

/* Closes the gate, says so, and opens it when the other thread is inside foyer_worker_stop(); the test holds either way. */
static gpointer
keep_gate (gpointer data)
{
  Diary *diary = data;

  g_mutex_lock (&diary->gate);
  g_atomic_int_set (&diary->gate_is_closed, TRUE);
  for (guint i = 0; i < 200; i++)
    g_thread_yield ();
  g_mutex_unlock (&diary->gate);
  return NULL;
}

static void
test_thread_is_known_while_it_stops (void)
{
  Diary diary;
  GThread *keeper;

  begin_diary (&diary, FALSE);
  keeper = g_thread_new ("keeper", keep_gate, &diary);
  while (!g_atomic_int_get (&diary.gate_is_closed))
    g_thread_yield ();
  push (&diary, 'a', NULL, wait_in_worker);
  push (&diary, 'b', NULL, note_in_worker);
  foyer_worker_stop (diary.worker);
  g_thread_join (keeper);
  g_assert_cmpstr (diary.ran->str, ==, "ab");
  g_assert_true (diary.was_current);
  end_diary (&diary);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/database/worker/jobs-run-in-the-order-given", test_order);
  g_test_add_func ("/database/worker/a-job-cancelled-before-is-not-run", test_cancelled);
  g_test_add_func ("/database/worker/stop-waits-for-all-jobs", test_stop_waits);
  g_test_add_func ("/database/worker/a-result-returns-to-its-context", test_returns_to_its_context);
  g_test_add_func ("/database/worker/inline-runs-in-place", test_inline);
  g_test_add_func ("/database/worker/a-job-knows-its-thread-while-it-stops",
                   test_thread_is_known_while_it_stops);
  return g_test_run ();
}
