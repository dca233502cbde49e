/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-push.c - from a change on one console to the row in another one's list, over the server and back by push */

#include "foyer-bench.h"

#include "foyer-field-check.h"
#include "foyer-id.h"
#include "foyer-record-list.h"
#include "types/label.h"

#define CHANGES 100

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
add_label (FoyerBenchConsole *console, guint index)
{
  g_autoptr (JsonObject) values = json_object_new ();
  g_autofree char *id = foyer_id_new ("lb", console->clock, console->random);
  g_autofree char *name = g_strdup_printf ("Measured %05u", index);

  json_object_set_string_member (values, "name", name);
  foyer_store_submit_async (console->store, FOYER_VERB_CREATE, &foyer_label_type, id, "label", NULL, values,
                            0, NULL, NULL, NULL);
}

static double
measure_one (FoyerBenchConsole *from, gboolean *shown, guint index)
{
  gint64 since = g_get_monotonic_time ();

  *shown = FALSE;
  add_label (from, index);
  while (!*shown)
    g_main_context_iteration (NULL, TRUE);
  return (double) (g_get_monotonic_time () - since) / 1000;
}

/* Until neither has anything to do, so that each change is a first one after quiet. */
static void
rest (FoyerBenchConsole *console)
{
  guint waiting;
  guint needing;

  do {
    g_main_context_iteration (NULL, TRUE);
    foyer_store_count_operations (console->store, &waiting, &needing);
  } while (waiting > 0 || foyer_sync_engine_get_state (console->engine) != FOYER_SYNC_IDLE);
}

int
main (int argc, char **argv)
{
  FoyerBenchServer *server = foyer_bench_server_start (20, 200);
  FoyerBenchConsole *from = foyer_bench_console_open (server);
  FoyerBenchConsole *to = foyer_bench_console_open (server);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  FoyerQuery *query = foyer_query_new (&foyer_label_type);
  g_autoptr (FoyerRecordList) list = NULL;
  gboolean shown;
  double p95;

  foyer_bench_console_sync (from);
  foyer_bench_console_sync (to);
  foyer_query_order (query, "name", TRUE);
  list = foyer_record_list_new (to->store, query);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), &shown);
  for (guint i = 0; i < CHANGES; i++) {
    double time = measure_one (from, &shown, i);

    g_array_append_val (times, time);
    rest (from);
  }
  p95 = foyer_bench_percentile (times, 0.95);
  g_print ("push: act on one console to row in another, median %.1f ms, p95 %.1f ms (aim p95 <= 100 ms)\n",
           foyer_bench_percentile (times, 0.5), p95);
  g_clear_object (&list);
  foyer_bench_console_close (from);
  foyer_bench_console_close (to);
  foyer_bench_server_stop (server);
  return 0;
}
