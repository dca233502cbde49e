/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-backlog.c - what has piled up: operations of a long time offline, changes of others, and both on the same records */

#include "foyer-bench.h"

#include "foyer-id.h"
#include "foyer-store-writer.h"
#include "types/label.h"

#include <stdlib.h>
#include <string.h>

#define REBASED 1000
#define REBASES 5

static double
get_milliseconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / 1000;
}

/* Runs a job on the writing thread and says how long it took, the way there and back included. */
static double
write_and_wait (FoyerStore *store, FoyerWriteFunc function, gpointer data)
{
  gint64 since = g_get_monotonic_time ();
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foyer_store_write_async (store, function, data, NULL, NULL, NULL, foyer_bench_take_result, &waiting);
  result = foyer_bench_wait (&waiting);
  foyer_store_write_finish (store, result, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  return get_milliseconds (since);
}

typedef struct {
  FoyerBenchConsole *console;
  FoyerVerb verb;
  guint count;
  GPtrArray *ids; /* (element-type utf8): of the labels */
  gint64 rev;
} Work;

static gboolean
submit (FoyerStoreWriter *writer, Work *work, const char *id, guint index, GError **error)
{
  FoyerOperationData data = { .id = foyer_id_new ("op", work->console->clock, work->console->random),
                              .verb = work->verb,
                              .type = &foyer_label_type,
                              .record_id = g_strdup (id),
                              .command = g_strdup ("label"),
                              .patch = json_object_new (),
                              .state = FOYER_OPERATION_QUEUED,
                              .made_at = foyer_clock_now_seconds (work->console->clock) };
  g_autofree char *name = g_strdup_printf ("Measured %u, %05u", work->verb, index);
  g_autoptr (FoyerOperation) owner = NULL;
  gboolean done;

  json_object_set_string_member (data.patch, "name", name);
  done = foyer_store_writer_submit (writer, &data, error);
  owner = foyer_operation_new (&data);
  return done;
}

static gpointer
queue_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Work *work = data;

  for (guint i = 0; i < work->count; i++) {
    if (work->verb == FOYER_VERB_CREATE)
      g_ptr_array_add (work->ids, foyer_id_new ("lb", work->console->clock, work->console->random));
    if (!submit (writer, work, work->ids->pdata[i], i, error))
      break;
  }
  return NULL;
}

/* What a pull brings when others have changed each of the records. */
static gpointer
rebase_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Work *work = data;

  work->rev++;
  for (guint i = 0; i < work->count; i++) {
    g_autofree char *text
        = g_strdup_printf ("{\"id\":\"%s\",\"rev\":%" G_GINT64_FORMAT
                           ",\"createdAt\":\"2026-05-06T09:00:00Z\","
                           "\"updatedAt\":\"2026-05-06T09:00:00Z\",\"name\":\"Theirs %05u\",\"position\":%u}",
                           (char *) work->ids->pdata[i], work->rev, i, i);

    if (!foyer_store_writer_put_span (writer, &foyer_label_type, foyer_json_span_new (text, strlen (text)),
                                      error))
      break;
  }
  return NULL;
}

static void
sync_until_sent (FoyerBenchConsole *console)
{
  guint waiting;
  guint needing;

  do {
    foyer_bench_console_sync (console);
    foyer_store_count_operations (console->store, &waiting, &needing);
    if (waiting > 0)
      g_main_context_iteration (NULL, TRUE);
  } while (waiting > 0);
  if (needing > 0)
    g_error ("%u operations were refused", needing);
}

static void
measure_drain (Work *work)
{
  gint64 since;
  double own;
  double seconds;

  write_and_wait (work->console->store, queue_in_worker, work);
  since = g_get_monotonic_time ();
  own = foyer_bench_own_time ();
  sync_until_sent (work->console);
  seconds = get_milliseconds (since) / 1000;
  own = foyer_bench_own_time () - own;
  foyer_sync_engine_stop (work->console->engine);
  g_print ("backlog: %u queued operations in %.1f s, %.0f a second; ratio %.2f (aim >= 500 a second); the "
           "console worked "
           "%.1f s of it\n",
           work->count, seconds, work->count / seconds, work->count / seconds / 500, own / 1000);
}

static void
measure_catch_up (FoyerBenchConsole *console)
{
  gint64 since = g_get_monotonic_time ();
  guint before;
  guint after;
  double seconds;

  g_object_get (console->engine, "fetched", &before, NULL);
  foyer_bench_console_sync (console);
  seconds = get_milliseconds (since) / 1000;
  g_object_get (console->engine, "fetched", &after, NULL);
  foyer_sync_engine_stop (console->engine);
  g_print ("backlog: catch-up of %u changes in %.2f s; ratio %.2f (aim <= 5 s for 20000)\n", after - before,
           seconds, seconds / 5);
}

static void
measure_rebase (Work *work)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) own_times = g_array_new (FALSE, FALSE, sizeof (double));
  double median;

  write_and_wait (work->console->store, queue_in_worker, work);
  for (guint i = 0; i < REBASES; i++) {
    double own = foyer_bench_own_time ();
    double time = write_and_wait (work->console->store, rebase_in_worker, work);

    own = foyer_bench_own_time () - own;
    g_array_append_val (times, time);
    g_array_append_val (own_times, own);
  }
  median = foyer_bench_percentile (times, 0.5);
  g_print ("backlog: rebase of %u pending operations, median %.1f ms, %.1f ms of it own work; ratio %.2f "
           "(aim <= 50 ms)\n",
           work->count, median, foyer_bench_percentile (own_times, 0.5), median / 50);
}

int
main (int argc, char **argv)
{
  guint count = argc > 1 ? (guint) atoi (argv[1]) : 10000;
  FoyerBenchServer *server = foyer_bench_server_start (20, 200);
  FoyerBenchConsole *from = foyer_bench_console_open (server);
  FoyerBenchConsole *to = foyer_bench_console_open (server);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Work made = { from, FOYER_VERB_CREATE, count, ids, 0 };
  Work more = { from, FOYER_VERB_CREATE, count, g_ptr_array_new_with_free_func (g_free), 0 };
  Work pending = { to, FOYER_VERB_UPDATE, MIN (REBASED, count), ids, G_GINT64_CONSTANT (1) << 40 };

  foyer_bench_console_sync (from);
  foyer_sync_engine_stop (from->engine);
  foyer_bench_console_sync (to);
  foyer_sync_engine_stop (to->engine);
  measure_drain (&made);
  measure_drain (&more);
  measure_catch_up (to);
  measure_rebase (&pending);
  g_ptr_array_unref (more.ids);
  foyer_bench_console_close (from);
  foyer_bench_console_close (to);
  foyer_bench_server_stop (server);
  return 0;
}
