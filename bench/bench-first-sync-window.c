/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-first-sync-window.c - how long the real window answers nobody while everything is fetched for the first time */

#include "foyer-bench.h"

#include "foyer-desk.h"
#include "foyer-heap.h"
#include "foyer-icon-reader.h"
#include "foyer-resources.h"
#include "foyer-window.h"

#include <adwaita.h>
#include <stdlib.h>

typedef struct {
  FoyerBenchConsole *console;
  guint frames;
  guint steps; /* how often the progress was told */
} Bench;

static void
on_painted (GdkFrameClock *clock, gpointer user_data)
{
  ((Bench *) user_data)->frames++;
}

static void
on_fetched (GObject *desk, GParamSpec *property, gpointer user_data)
{
  ((Bench *) user_data)->steps++;
}

/* Until nothing has been painted for a while: the window has settled. */
static void
rest (void)
{
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < until) {
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  }
}

/* As the program does after somebody has signed in: the window stands, and its desk goes online. It shows the requests that wait, which come
 * while it is watched. */
static void
measure (Bench *bench, FoyerDesk *desk)
{
  FoyerBenchStall stall;
  guint fetched;
  guint frames;
  gint64 since;

  rest ();
  frames = bench->frames;
  since = g_get_monotonic_time ();
  foyer_bench_watch_stalls ();
  foyer_desk_connect (desk, bench->console->signed_in->credential);
  g_signal_connect (desk, "notify::fetched", G_CALLBACK (on_fetched), bench);
  while (foyer_desk_get_state (desk) != FOYER_SYNC_IDLE)
    g_main_context_iteration (NULL, TRUE);
  stall = foyer_bench_longest_stall ();
  g_signal_handlers_disconnect_by_data (desk, bench);
  g_object_get (desk, "fetched", &fetched, NULL);
  g_print ("first-sync-window: %u rows in %.1f s with the window open; longest stall %.1f ms, %.1f ms of it "
           "its own "
           "work (aim <= 16 ms); %u frames painted, progress told %u times\n",
           fetched, (double) (g_get_monotonic_time () - since) / G_USEC_PER_SEC, stall.wall, stall.own,
           bench->frames - frames, bench->steps);
}

static void
on_activate (GApplication *application, gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (GSettings) settings = g_settings_new ("org.foyer.Console");
  FoyerWindow *window = foyer_window_new (GTK_APPLICATION (application), settings, bench->console->random);
  FoyerDesk *desk = foyer_desk_new (bench->console->store, bench->console->signed_in->account);

  gtk_window_present (GTK_WINDOW (window));
  foyer_window_set_desk (window, desk);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (on_painted),
                    bench);
  measure (bench, desk);
  foyer_window_set_desk (window, NULL);
  foyer_desk_close (desk);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);
  FoyerBenchServer *server;
  Bench bench = { 0 };

  foyer_heap_prepare ();
  foyer_icon_reader_prepare ();
  foyer_get_resource ();
  server = foyer_bench_server_start (200, argc > 1 ? (guint) atoi (argv[1]) : 85000);
  bench.console = foyer_bench_console_open (server);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &bench);
  g_application_run (G_APPLICATION (application), 1, argv);
  foyer_bench_server_stop (server);
  return 0;
}
