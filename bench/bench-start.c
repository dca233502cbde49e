/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-start.c - start and memory of the console at 100 000 messages against an empty libadwaita window, and against itself without the
 * preview's module */

#include "foyer-bench.h"

#include <stdlib.h>

#define RUNS 7
#define CALM_MICROSECONDS 1500000

enum { CONSOLE, EMPTY, WITHOUT, N_KINDS };

typedef struct {
  double milliseconds;
  gint64 kilobytes;
} Start;

/* Asks the display until a window of the process is there. */
static gboolean
has_window (const char *pid)
{
  g_autoptr (GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL,
                          "xdotool", "search", "--onlyvisible", "--pid", pid, NULL);

  g_subprocess_wait (process, NULL, NULL);
  return g_subprocess_get_successful (process);
}

/* @modules: (nullable): where the preview's module is looked for */
static Start
measure (const char *const *command, const char *modules)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *pid = NULL;
  gint64 since;
  Start start;

  if (modules != NULL)
    g_subprocess_launcher_setenv (launcher, "FOYER_MODULE_DIR", modules, TRUE);
  since = g_get_monotonic_time ();
  process = g_subprocess_launcher_spawnv (launcher, command, &error);
  if (process == NULL)
    g_error ("%s", error->message);
  pid = g_strdup (g_subprocess_get_identifier (process));
  while (!has_window (pid)) {
    /* A process that has ended has no identifier any more. */
    if (g_subprocess_get_identifier (process) == NULL)
      g_error ("%s ended before it showed a window", command[0]);
  }
  start.milliseconds = (double) (g_get_monotonic_time () - since) / 1000;
  g_usleep (CALM_MICROSECONDS);
  start.kilobytes = foyer_bench_memory (pid, "Pss");
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  return start;
}

/* In turns, so that what else the computer does falls on all of them: the console, an empty window, the console without the module. */
static void
compare (const char *const *console, const char *const *empty)
{
  const char *const *commands[N_KINDS] = { console, empty, console };
  GArray *times[N_KINDS];
  GArray *sizes[N_KINDS];
  double milliseconds[N_KINDS];
  double kilobytes[N_KINDS];

  for (guint i = 0; i < N_KINDS; i++) {
    times[i] = g_array_new (FALSE, FALSE, sizeof (double));
    sizes[i] = g_array_new (FALSE, FALSE, sizeof (double));
  }
  for (guint run = 0; run < RUNS; run++) {
    for (guint i = 0; i < N_KINDS; i++) {
      Start start = measure (commands[i], i == WITHOUT ? "/nowhere" : NULL);
      double size = (double) start.kilobytes;

      g_array_append_val (times[i], start.milliseconds);
      g_array_append_val (sizes[i], size);
    }
  }
  for (guint i = 0; i < N_KINDS; i++) {
    milliseconds[i] = foyer_bench_percentile (times[i], 0.5);
    kilobytes[i] = foyer_bench_percentile (sizes[i], 0.5);
    g_array_unref (times[i]);
    g_array_unref (sizes[i]);
  }
  g_print ("start: window after %.0f ms, empty window %.0f ms; ratio %.2f (aim <= 1.5)\n",
           milliseconds[CONSOLE], milliseconds[EMPTY], milliseconds[CONSOLE] / milliseconds[EMPTY]);
  g_print ("memory: %.0f kB after start, empty window %.0f kB; ratio %.2f (aim <= 1.8)\n", kilobytes[CONSOLE],
           kilobytes[EMPTY], kilobytes[CONSOLE] / kilobytes[EMPTY]);
  g_print ("preview never opened: window after %.0f ms, %.0f kB; without its module %.0f ms, %.0f kB (aim: "
           "no difference)\n",
           milliseconds[CONSOLE], kilobytes[CONSOLE], milliseconds[WITHOUT], kilobytes[WITHOUT]);
}

int
main (int argc, char **argv)
{
  guint messages = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  FoyerBenchServer *server = foyer_bench_server_start (1000, messages);
  g_autofree char *data = g_build_filename (server->directory, "console", NULL);
  g_autofree char *foyer = g_build_filename (g_getenv ("FOYER_BUILD_DIR"), "src", "console", "foyer", NULL);
  g_autofree char *empty
      = g_build_filename (g_getenv ("FOYER_BUILD_DIR"), "bench", "bench-empty-window", NULL);
  const char *const console_command[] = { foyer, "--data-directory", data, NULL };
  const char *const empty_command[] = { empty, NULL };

  foyer_bench_make_profile (server, data);
  compare (console_command, empty_command);
  foyer_bench_server_stop (server);
  return 0;
}
