/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-preview.c - from V to the painted page, and from a drafted setting to its page painted, in the real window over a real store */

#include "foyer-bench.h"

#include "foyer-date.h"
#include "foyer-desk.h"
#include "foyer-preview-frame.h"
#include "foyer-resources.h"
#include "foyer-settings-draft.h"
#include "foyer-window.h"
#include "types/client.h"
#include "types/portal_person.h"

#include <adwaita.h>
#include <string.h>
#include <unistd.h>

#define CLIENTS 60
#define SWITCHES 60
#define MANY_RECORDS 10000
#define MOST_FRAMES 4

/* What the processors did between a key and the painted pages, in milliseconds. */
typedef enum {
  MADE,    /* until the bytes of both pages are handed over */
  PAINTED, /* until both are painted */
  OWN,     /* the console's own work until then */
  WEB,     /* that of WebKit's processes */
  WAITED,  /* the console, for a processor that others had */
  WEB_WAITED,
  N_PARTS
} Part;

typedef struct {
  FoyerBenchServer *server;
  FoyerBenchConsole *console;
  FoyerDesk *desk;
  FoyerWindow *window;
  FoyerPreviewFrame *frames[MOST_FRAMES];
  guint n_frames;
  gboolean is_made
      [MOST_FRAMES]; /* the frame has the page that was asked for: what it painted before was another one */
  gboolean is_painted[MOST_FRAMES];
  gint64 took;  /* the longest of view and page since it was asked for, in microseconds */
  gint64 since; /* when it was asked for */
  double parts[N_PARTS];
  GArray *all[N_PARTS];
} Bench;

static gboolean is_below (int process, int ancestor);

/* --- Waiting --- */

static void
find_frames (Bench *bench, GtkWidget *from)
{
  if (FOYER_IS_PREVIEW_FRAME (from) && bench->n_frames < MOST_FRAMES)
    bench->frames[bench->n_frames++] = FOYER_PREVIEW_FRAME (from);
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_frames (bench, child);
}

static guint
find_frame (Bench *bench, FoyerPreviewFrame *frame)
{
  guint index = 0;

  while (bench->frames[index] != frame)
    index++;
  return index;
}

static void
on_painted (FoyerPreviewFrame *frame, Bench *bench)
{
  guint index = find_frame (bench, frame);

  bench->is_painted[index] = bench->is_made[index];
}

static void
on_made (FoyerPreviewFrame *frame, FoyerPreviewAnswer *answer, Bench *bench)
{
  bench->is_made[find_frame (bench, frame)] = TRUE;
  bench->took = MAX (bench->took, answer->took);
  bench->parts[MADE] = (double) (g_get_monotonic_time () - bench->since) / 1000;
}

/* They are made with the first look. */
static void
follow_frames (Bench *bench)
{
  find_frames (bench, GTK_WIDGET (bench->window));
  for (guint i = 0; i < bench->n_frames; i++) {
    g_signal_connect (bench->frames[i], "painted", G_CALLBACK (on_painted), bench);
    g_signal_connect (bench->frames[i], "made", G_CALLBACK (on_made), bench);
  }
}

/* Until nothing has happened for a while. */
static void
rest (void)
{
  gint64 until = g_get_monotonic_time () + 400000;

  while (g_get_monotonic_time () < until) {
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  }
}

/* What all threads of a process have worked, and waited for a processor. */
static void
add_work (const char *pid, double *worked, double *waited)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "task", NULL);
  g_autoptr (GDir) tasks = g_dir_open (path, 0, NULL);
  const char *task;

  while (tasks != NULL && (task = g_dir_read_name (tasks)) != NULL) {
    g_autofree char *file = g_build_filename (path, task, "schedstat", NULL);
    g_autofree char *text = NULL;
    char *end;

    if (!g_file_get_contents (file, &text, NULL, NULL))
      continue;
    *worked += (double) g_ascii_strtoll (text, &end, 10) / 1e6;
    *waited += (double) g_ascii_strtoll (end, NULL, 10) / 1e6;
  }
}

/* Those that draw pages. */
static GPtrArray *
list_web_processes (void)
{
  g_autoptr (GDir) directory = g_dir_open ("/proc", 0, NULL);
  GPtrArray *processes = g_ptr_array_new_with_free_func (g_free);
  const char *pid;

  while ((pid = g_dir_read_name (directory)) != NULL) {
    g_autofree char *file = g_build_filename ("/proc", pid, "comm", NULL);
    g_autofree char *name = NULL;

    if (g_file_get_contents (file, &name, NULL, NULL) && g_str_has_prefix (name, "WebKit")
        && is_below ((int) g_ascii_strtoll (pid, NULL, 10), getpid ()))
      g_ptr_array_add (processes, g_strdup (pid));
  }
  return processes;
}

static void
read_work (GPtrArray *web, double parts[N_PARTS])
{
  g_autofree char *own = g_strdup_printf ("%d", getpid ());

  parts[OWN] = parts[WAITED] = parts[WEB] = parts[WEB_WAITED] = 0;
  add_work (own, &parts[OWN], &parts[WAITED]);
  for (guint i = 0; i < web->len; i++)
    add_work (web->pdata[i], &parts[WEB], &parts[WEB_WAITED]);
}

static guint
count_painted (Bench *bench)
{
  guint n_painted = 0;

  for (guint i = 0; i < bench->n_frames; i++)
    n_painted += bench->is_painted[i] ? 1 : 0;
  return n_painted;
}

static void
begin (Bench *bench)
{
  memset (bench->is_made, 0, sizeof bench->is_made);
  memset (bench->is_painted, 0, sizeof bench->is_painted);
  bench->took = 0;
  bench->since = g_get_monotonic_time ();
}

/* Runs @act and waits until the desktop and the phone are both painted. */
static double
measure_act (Bench *bench, void (*act) (Bench *bench, guint number), guint number)
{
  g_autoptr (GPtrArray) web = list_web_processes ();
  double before[N_PARTS];

  read_work (web, before);
  begin (bench);
  act (bench, number);
  while (count_painted (bench) < 2)
    g_main_context_iteration (NULL, TRUE);
  bench->parts[PAINTED] = (double) (g_get_monotonic_time () - bench->since) / 1000;
  read_work (web, bench->parts);
  for (guint part = OWN; part < N_PARTS; part++)
    bench->parts[part] -= before[part];
  return bench->parts[PAINTED];
}

static void
keep_parts (Bench *bench)
{
  for (guint part = 0; part < N_PARTS; part++)
    g_array_append_val (bench->all[part], bench->parts[part]);
}

static void
forget_parts (Bench *bench)
{
  for (guint part = 0; part < N_PARTS; part++) {
    g_clear_pointer (&bench->all[part], g_array_unref);
    bench->all[part] = g_array_new (FALSE, FALSE, sizeof (double));
  }
}

static void
print_parts (Bench *bench, const char *what)
{
  g_print ("preview: %s, median %.0f ms, p95 %.0f ms (aim p95 <= 100 ms)\n", what,
           foyer_bench_percentile (bench->all[PAINTED], 0.5),
           foyer_bench_percentile (bench->all[PAINTED], 0.95));
  g_print (
      "preview:   until the bytes were handed over %.0f ms; worked: the console %.0f ms, WebKit %.0f ms; "
      "waited for a processor: %.0f ms and %.0f ms (medians)\n",
      foyer_bench_percentile (bench->all[MADE], 0.5), foyer_bench_percentile (bench->all[OWN], 0.5),
      foyer_bench_percentile (bench->all[WEB], 0.5), foyer_bench_percentile (bench->all[WAITED], 0.5),
      foyer_bench_percentile (bench->all[WEB_WAITED], 0.5));
}

/* --- What is measured --- */

/* The same action that the key V runs. */
static void
look (Bench *bench, guint number)
{
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.preview", NULL);
  if (bench->n_frames == 0)
    follow_frames (bench);
}

static gboolean
is_below (int process, int ancestor)
{
  while (process > 1 && process != ancestor) {
    g_autofree char *file = g_strdup_printf ("/proc/%d/stat", process);
    g_autofree char *text = NULL;
    const char *end;

    if (!g_file_get_contents (file, &text, NULL, NULL) || (end = strrchr (text, ')')) == NULL)
      return FALSE;
    process = (int) g_ascii_strtoll (end + 4, NULL, 10);
  }
  return process == ancestor;
}

/* In MB, of this process, or of all that it started and that draw pages. */
static double
measure_memory (gboolean of_web)
{
  g_autofree char *own = g_strdup_printf ("%d", getpid ());
  g_autoptr (GPtrArray) web = list_web_processes ();
  gint64 kilobytes = 0;

  if (!of_web)
    return (double) foyer_bench_memory (own, "Pss") / 1024;
  for (guint i = 0; i < web->len; i++)
    kilobytes += MAX (foyer_bench_memory (web->pdata[i], "Pss"), 0);
  return (double) kilobytes / 1024;
}

static GPtrArray *
list_clients (Bench *bench)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_client_type);

  foyer_query_limit (query, CLIENTS);
  return foyer_store_list (bench->console->store, query);
}

static void
add (GArray *values, double value)
{
  g_array_append_val (values, value);
}

static void
measure_looks (Bench *bench)
{
  g_autoptr (GPtrArray) clients = list_clients (bench);
  g_autoptr (GArray) makings = g_array_new (FALSE, FALSE, sizeof (double));
  double before = measure_memory (FALSE);

  forget_parts (bench);
  for (guint i = 0; i < clients->len; i++) {
    double time;

    foyer_window_open_record (bench->window, foyer_record_get_id (clients->pdata[i]));
    rest ();
    time = measure_act (bench, look, i);
    if (i == 0) {
      g_print ("preview: V to both pages painted, the first time %.0f ms\n", time);
    } else {
      keep_parts (bench);
      add (makings, (double) bench->took / 1000);
    }
    rest ();
    gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.back", NULL);
    rest ();
  }
  print_parts (bench, "V to both pages painted, after the first time");
  g_print ("preview: of it view and page of a typical client, median %.1f ms, p95 %.1f ms (aim <= 10 ms)\n",
           foyer_bench_percentile (makings, 0.5), foyer_bench_percentile (makings, 0.95));
  g_print ("preview: memory of the console before the first look %.0f MB, after %u looks %.0f MB, and %.0f "
           "MB in WebKit's processes\n",
           before, clients->len, measure_memory (FALSE), measure_memory (TRUE));
}

static void
turn_switch (Bench *bench, guint number)
{
  foyer_settings_draft_set (foyer_desk_get_draft (bench->desk), "portal.show_invoices",
                            json_node_init_boolean (json_node_alloc (), number % 2 == 0));
}

/* As somebody drafts it, with the draft in sight. */
static void
measure_switches (Bench *bench)
{
  /* There is a draft all the time. */
  foyer_settings_draft_set (foyer_desk_get_draft (bench->desk), "portal.photos",
                            json_node_init_boolean (json_node_alloc (), FALSE));
  turn_switch (bench, 1);
  measure_act (bench, look, 0);
  rest ();
  gtk_widget_activate_action (GTK_WIDGET (bench->frames[0]), "preview.source", "s", "draft");
  rest ();
  forget_parts (bench);
  for (guint i = 0; i < SWITCHES; i++) {
    measure_act (bench, turn_switch, i);
    keep_parts (bench);
    rest ();
  }
  print_parts (bench, "a setting to the draft painted on both pages");
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
  measure_looks (bench);
  measure_switches (bench);
  foyer_window_set_desk (bench->window, NULL);
  foyer_desk_close (bench->desk);
  gtk_window_destroy (GTK_WINDOW (bench->window));
}

/* --- Much of one client --- */

static void
measure_much (void)
{
  FoyerBenchServer *server = foyer_bench_server_start (1, MANY_RECORDS);
  FoyerBenchConsole *console = foyer_bench_console_open (server);
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_person_type);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (FoyerPreviewScene) scene = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  foyer_bench_console_sync (console);
  foyer_query_limit (query, 1);
  people = foyer_store_list (console->store, query);
  scene = foyer_preview_scene_new (foyer_portal_person_get_client_id (people->pdata[0]),
                                   foyer_record_get_id (people->pdata[0]));
  for (guint i = 0; i < SWITCHES; i++) {
    GAsyncResult *waiting = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    g_autoptr (FoyerPreviewAnswer) answer = NULL;

    foyer_preview_answer_async (console->store, scene, "/", foyer_clock_now_seconds (console->clock), NULL,
                                foyer_bench_take_result, &waiting);
    result = foyer_bench_wait (&waiting);
    answer = foyer_preview_answer_finish (console->store, result, NULL);
    if (answer == NULL || answer->made != FOYER_PAGE_HOME)
      g_error ("There is no page");
    add (times, (double) answer->took / 1000);
  }
  g_print ("preview: view and page of the one client of a business with %u messages, median %.1f ms, p95 "
           "%.1f ms (aim <= 50 "
           "ms)\n",
           MANY_RECORDS, foyer_bench_percentile (times, 0.5), foyer_bench_percentile (times, 0.95));
  foyer_bench_console_close (console);
  foyer_bench_server_stop (server);
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
  measure_much ();
  return 0;
}
