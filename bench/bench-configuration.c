/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-configuration.c - from opening Configuration and each of its pages to painted, and from a key in a setting to its row painted */

#include "foyer-bench.h"

#include "foyer-configuration-page.h"
#include "foyer-desk.h"
#include "foyer-resources.h"
#include "foyer-setting-layout.h"
#include "foyer-settings-draft.h"
#include "foyer-window.h"

#include <adwaita.h>

#define CLIENTS 60
#define ROUNDS 12
#define KEYS 60

typedef struct {
  FoyerBenchServer *server;
  FoyerBenchConsole *console;
  FoyerDesk *desk;
  FoyerWindow *window;
  GtkWidget *page; /* not owned */
  GtkEditable *entry;
  gboolean is_painted;
} Bench;

/* --- Waiting --- */

/* Until nothing has happened for a while. */
static void
rest (void)
{
  gint64 until = g_get_monotonic_time () + 150000;

  while (g_get_monotonic_time () < until) {
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  }
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->is_painted = TRUE;
}

/* In milliseconds, from the act to the end of the frame that shows what came of it. */
static double
measure_act (Bench *bench, void (*act) (Bench *bench, guint number), guint number)
{
  gint64 since = g_get_monotonic_time ();

  act (bench, number);
  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
  bench->is_painted = FALSE;
  while (!bench->is_painted)
    g_main_context_iteration (NULL, TRUE);
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static GtkWidget *
find (GtkWidget *from, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (from), type) && gtk_widget_get_mapped (from))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* --- What is measured --- */

static void
open_area (Bench *bench, guint number)
{
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.show-area", "s",
                              number % 2 == 0 ? "configuration" : "outbox");
}

static void
open_page (Bench *bench, guint number)
{
  guint n_pages;
  const FoyerSettingPage *pages = foyer_setting_pages (&n_pages);

  if (!gtk_widget_activate_action (bench->page, "configuration.show-page", "s", pages[number % n_pages].name))
    g_error ("There is no page %s", pages[number % n_pages].name);
}

static void
type_key (Bench *bench, guint number)
{
  int end = -1;

  gtk_editable_insert_text (bench->entry, "x", 1, &end);
}

static void
measure_areas (Bench *bench)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < 2 * ROUNDS; i++) {
    double time = measure_act (bench, open_area, i);

    if (i == 0)
      g_print ("configuration: to its first page painted, the first time %.0f ms\n", time);
    else if (i % 2 == 0)
      g_array_append_val (times, time);
    rest ();
  }
  g_print (
      "configuration: to its page painted, after the first time, median %.0f ms, p95 %.0f ms (aim p95 <= 100 "
      "ms)\n",
      foyer_bench_percentile (times, 0.5), foyer_bench_percentile (times, 0.95));
}

static void
measure_pages (Bench *bench)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_pages;
  const FoyerSettingPage *pages = foyer_setting_pages (&n_pages);
  double longest = 0;
  const char *slowest = NULL;

  open_area (bench, 0);
  rest ();
  bench->page = find (GTK_WIDGET (bench->window), FOYER_TYPE_CONFIGURATION_PAGE);
  for (guint i = 0; i < n_pages * ROUNDS; i++) {
    double time = measure_act (bench, open_page, i + 1);

    if (time > longest) {
      longest = time;
      slowest = pages[(i + 1) % n_pages].name;
    }
    g_array_append_val (times, time);
    rest ();
  }
  g_print (
      "configuration: each of %u pages to painted, median %.0f ms, p95 %.0f ms, longest %.0f ms (%s) (aim "
      "p95 <= 100 ms)\n",
      n_pages, foyer_bench_percentile (times, 0.5), foyer_bench_percentile (times, 0.95), longest, slowest);
}

static void
measure_keys (Bench *bench)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  foyer_configuration_page_look_at (FOYER_CONFIGURATION_PAGE (bench->page), "brand.name");
  rest ();
  bench->entry = GTK_EDITABLE (find (bench->page, GTK_TYPE_TEXT));
  for (guint i = 0; i < KEYS; i++) {
    double time = measure_act (bench, type_key, i);

    g_array_append_val (times, time);
    rest ();
  }
  if (foyer_settings_draft_get_n_changes (foyer_desk_get_draft (bench->desk)) == 0)
    g_error ("Nothing was drafted");
  g_print (
      "configuration: a key in a setting to its row painted, the draft being kept meanwhile, median %.0f ms, "
      "p95 %.0f ms (aim p95 <= 100 ms)\n",
      foyer_bench_percentile (times, 0.5), foyer_bench_percentile (times, 0.95));
}

static void
on_activate (GApplication *application, gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (GSettings) settings = g_settings_new ("org.foyer.Console");

  bench->window = foyer_window_new (GTK_APPLICATION (application), settings, bench->console->random);
  gtk_window_present (GTK_WINDOW (bench->window));
  bench->desk = foyer_desk_new (bench->console->store, NULL);
  foyer_window_set_desk (bench->window, bench->desk);
  rest ();
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)), "after-paint",
                    G_CALLBACK (on_after_paint), bench);
  measure_areas (bench);
  measure_pages (bench);
  measure_keys (bench);
  foyer_window_set_desk (bench->window, NULL);
  foyer_desk_close (bench->desk);
  gtk_window_destroy (GTK_WINDOW (bench->window));
}

int
main (int argc, char **argv)
{
  Bench bench = { .server = foyer_bench_server_start (CLIENTS, 2000) };
  g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_DEFAULT_FLAGS);

  foyer_get_resource ();
  bench.console = foyer_bench_console_open (bench.server);
  foyer_bench_console_sync (bench.console);
  foyer_sync_engine_stop (bench.console->engine);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &bench);
  g_application_run (G_APPLICATION (application), 1, argv);
  foyer_bench_server_stop (bench.server);
  return 0;
}
