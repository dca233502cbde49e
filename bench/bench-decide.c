/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-decide.c - from the decision to its commit and the next painted frame, in the real window over a real store */

#include "foyer-bench.h"

#include "foyer-desk.h"
#include "foyer-resources.h"
#include "foyer-window.h"
#include "types/booking.h"

#include <adwaita.h>

#define DECISIONS 60

typedef struct {
  FoyerBenchServer *server;
  FoyerBenchConsole *console;
  FoyerDesk *desk;
  FoyerWindow *window;
  gboolean committed;
  guint frames;
  guint details_shown;
  GArray *times;
  GArray *commits;
  GArray *details;
} Bench;

static void
on_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  Bench *bench = user_data;

  bench->committed = bench->committed || foyer_change_set_has_operations (changes);
}

static void
on_painted (GdkFrameClock *clock, gpointer user_data)
{
  ((Bench *) user_data)->frames++;
}

static void
on_notify_detail (Bench *bench)
{
  bench->details_shown++;
}

static GtkWidget *
find_widget (GtkWidget *from, const char *type_name)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (from), type_name))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_widget (child, type_name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* Until nothing has been painted for a while: the window has settled. */
static void
rest (Bench *bench)
{
  gint64 until = g_get_monotonic_time () + 400000;

  while (g_get_monotonic_time () < until) {
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  }
}

static double
since_then (gint64 then)
{
  return (double) (g_get_monotonic_time () - then) / 1000;
}

static void
wait_for_frame (Bench *bench)
{
  guint frames = bench->frames;

  while (bench->frames == frames)
    g_main_context_iteration (NULL, TRUE);
}

/* The same action that the key A runs. */
static void
decide (Bench *bench, GtkWidget *page)
{
  gint64 since = g_get_monotonic_time ();
  guint shown = bench->details_shown;
  double commit;
  double time;
  double detail;

  bench->committed = FALSE;
  gtk_widget_activate_action (page, "approvals.approve", NULL);
  while (!bench->committed)
    g_main_context_iteration (NULL, TRUE);
  commit = since_then (since);
  wait_for_frame (bench);
  time = since_then (since);
  while (bench->details_shown == shown)
    g_main_context_iteration (NULL, TRUE);
  wait_for_frame (bench);
  detail = since_then (since);
  g_array_append_val (bench->times, time);
  g_array_append_val (bench->commits, commit);
  g_array_append_val (bench->details, detail);
}

static gpointer
fit_one (Bench *bench)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);
  g_autoptr (GPtrArray) found = NULL;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_BOOKING_PENDING);
  foyer_query_order (query, "start", FALSE);
  foyer_query_limit (query, 3);
  found = foyer_store_list (bench->console->store, query);
  return found->len > 1 ? g_object_ref (found->pdata[1]) : NULL;
}

static void
measure (Bench *bench)
{
  GtkWidget *page = find_widget (GTK_WIDGET (bench->window), "FoyerApprovalsPage");
  g_autoptr (FoyerRecord) booking = fit_one (bench);

  g_signal_connect_swapped (page, "notify::detail", G_CALLBACK (on_notify_detail), bench);
  for (guint i = 0; i < DECISIONS; i++) {
    foyer_window_open_record (bench->window, foyer_record_get_id (booking));
    rest (bench);
    decide (bench, page);
    rest (bench);
    gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.undo", NULL);
    rest (bench);
  }
}

static void
on_activate (GApplication *application, gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (GSettings) settings = g_settings_new ("org.foyer.Console");
  GdkFrameClock *clock;

  bench->window = foyer_window_new (GTK_APPLICATION (application), settings, bench->console->random);
  gtk_window_present (GTK_WINDOW (bench->window));
  bench->desk = foyer_desk_new (bench->console->store, NULL);
  foyer_window_set_desk (bench->window, bench->desk);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), bench);
  g_signal_connect (bench->console->store, "changed", G_CALLBACK (on_changed), bench);
  rest (bench);
  measure (bench);
  g_print ("decide: decision to commit and painted frame, median %.1f ms, p95 %.1f ms (aim p95 <= 50 ms)\n",
           foyer_bench_percentile (bench->times, 0.5), foyer_bench_percentile (bench->times, 0.95));
  g_print ("decide: of it until the commit is known in the window, median %.1f ms, p95 %.1f ms\n",
           foyer_bench_percentile (bench->commits, 0.5), foyer_bench_percentile (bench->commits, 0.95));
  g_print ("decide: until the next request's detail is painted as well, median %.1f ms, p95 %.1f ms\n",
           foyer_bench_percentile (bench->details, 0.5), foyer_bench_percentile (bench->details, 0.95));
  foyer_window_set_desk (bench->window, NULL);
  foyer_desk_close (bench->desk);
  gtk_window_destroy (GTK_WINDOW (bench->window));
}

int
main (int argc, char **argv)
{
  Bench bench = { .server = foyer_bench_server_start (60, 2000),
                  .times = g_array_new (FALSE, FALSE, sizeof (double)),
                  .commits = g_array_new (FALSE, FALSE, sizeof (double)),
                  .details = g_array_new (FALSE, FALSE, sizeof (double)) };
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);

  foyer_get_resource ();
  bench.console = foyer_bench_console_open (bench.server);
  foyer_bench_console_sync (bench.console);
  foyer_sync_engine_stop (bench.console->engine);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &bench);
  g_application_run (G_APPLICATION (application), 1, argv);
  g_array_unref (bench.times);
  g_array_unref (bench.commits);
  g_array_unref (bench.details);
  foyer_bench_server_stop (bench.server);
  return 0;
}
