/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-bench.c - what the measurements share */

#include "foyer-bench.h"

#include "foyer-soup-transport.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char *
find_program (const char *path)
{
  return g_build_filename (g_getenv ("FOYER_BUILD_DIR"), path, NULL);
}

static char *
run_and_read (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                           &error);
  char *output = NULL;

  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error)
      || !g_subprocess_get_successful (process))
    g_error ("%s %s failed", arguments[0], arguments[1]);
  return g_strchomp (output);
}

char *
foyer_bench_server_command (FoyerBenchServer *self, const char *command, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *program = find_program ("src/backend/foyer-server");
  va_list rest;
  const char *word;

  g_ptr_array_add (words, program);
  g_ptr_array_add (words, (gpointer) command);
  g_ptr_array_add (words, (gpointer) "--data");
  g_ptr_array_add (words, self->data);
  va_start (rest, command);
  while ((word = va_arg (rest, const char *)) != NULL)
    g_ptr_array_add (words, (gpointer) word);
  va_end (rest);
  g_ptr_array_add (words, NULL);
  return run_and_read ((const char *const *) words->pdata);
}

/* The server writes its address once it listens. */
static char *
wait_for_address (const char *file)
{
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *text = NULL;

    if (g_file_get_contents (file, &text, NULL, NULL) && strchr (text, '\n') != NULL) {
      *strchr (text, '\n') = '\0';
      return g_steal_pointer (&text);
    }
    g_usleep (10000);
  }
  g_error ("The server does not start");
}

FoyerBenchServer *
foyer_bench_server_start (guint clients, guint messages)
{
  FoyerBenchServer *self = g_new0 (FoyerBenchServer, 1);
  g_autofree char *program = find_program ("src/backend/foyer-server");
  g_autofree char *ready = NULL;
  g_autofree char *n_clients = g_strdup_printf ("%u", clients);
  g_autofree char *n_messages = g_strdup_printf ("%u", messages);
  g_autofree char *printed = NULL;
  g_autoptr (GError) error = NULL;

  self->directory = g_dir_make_tmp ("foyer-bench-XXXXXX", NULL);
  self->data = g_build_filename (self->directory, "data", NULL);
  ready = g_build_filename (self->directory, "ready", NULL);
  printed = foyer_bench_server_command (self, "sample", "--seed", "1", "--clients", n_clients, "--messages",
                                        n_messages, NULL);
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                    &error, program, "run", "--data", self->data, "--listen", "127.0.0.1:0",
                                    "--ready-file", ready, NULL);
  if (self->process == NULL)
    g_error ("%s", error->message);
  self->address = wait_for_address (ready);
  return self;
}

void
foyer_bench_remove_directory (const char *directory)
{
  g_autoptr (GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-rf", directory, NULL);

  g_subprocess_wait (process, NULL, NULL);
}

void
foyer_bench_server_stop (FoyerBenchServer *self)
{
  g_subprocess_send_signal (self->process, 15);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->process);
  foyer_bench_remove_directory (self->directory);
  g_free (self->directory);
  g_free (self->data);
  g_free (self->address);
  g_free (self);
}

void
foyer_bench_take_result (GObject *source, GAsyncResult *result, gpointer place)
{
  *(GAsyncResult **) place = g_object_ref (result);
}

GAsyncResult *
foyer_bench_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}

static FoyerSignInResult *
sign_in (FoyerBenchServer *server)
{
  g_autofree char *code = foyer_bench_server_command (server, "code", "--user", "ana", NULL);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FoyerSignInResult *signed_in;

  foyer_sign_in_with_code_async (server->address, code, NULL, foyer_bench_take_result, &waiting);
  result = foyer_bench_wait (&waiting);
  signed_in = foyer_sign_in_finish (result, &error);
  if (signed_in == NULL)
    g_error ("%s", error->message);
  return signed_in;
}

char *
foyer_bench_sign_in (FoyerBenchServer *server)
{
  g_autoptr (FoyerSignInResult) signed_in = sign_in (server);

  return g_strdup (signed_in->credential->access_token);
}

static FoyerBenchConsole *
open_console (FoyerBenchServer *server, FoyerSignInResult *signed_in, const char *directory)
{
  FoyerBenchConsole *self = g_new0 (FoyerBenchConsole, 1);
  g_autofree char *session = g_strconcat (server->address, "/.well-known/jmap", NULL);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  self->clock = foyer_system_clock_new ();
  self->random = foyer_random_new ();
  foyer_store_open_async (directory, self->clock, self->random, TRUE, NULL, foyer_bench_take_result,
                          &waiting);
  result = foyer_bench_wait (&waiting);
  self->store = foyer_store_open_finish (result, &error);
  if (self->store == NULL)
    g_error ("%s", error->message);
  self->transport = FOYER_TRANSPORT (foyer_soup_transport_new (signed_in->account, signed_in->credential));
  self->engine = foyer_sync_engine_new (self->store, self->transport, session, NULL);
  return self;
}

FoyerBenchConsole *
foyer_bench_console_open (FoyerBenchServer *server)
{
  g_autoptr (FoyerSignInResult) signed_in = sign_in (server);
  g_autofree char *directory = g_dir_make_tmp ("foyer-bench-XXXXXX", NULL);
  FoyerBenchConsole *self = open_console (server, signed_in, directory);

  self->directory = g_steal_pointer (&directory);
  self->signed_in = g_steal_pointer (&signed_in);
  return self;
}

void
foyer_bench_make_profile (FoyerBenchServer *server, const char *data_directory)
{
  g_autoptr (FoyerSignInResult) signed_in = sign_in (server);
  g_autofree char *directory = foyer_account_get_directory (signed_in->account, data_directory);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  FoyerBenchConsole *console;

  g_mkdir_with_parents (directory, 0700);
  foyer_account_save (signed_in->account, data_directory, NULL);
  foyer_keyring_store_async (signed_in->account, signed_in->credential, NULL, foyer_bench_take_result,
                             &waiting);
  result = foyer_bench_wait (&waiting);
  if (!foyer_keyring_store_finish (result, NULL))
    g_error ("No keyring in this session");
  console = open_console (server, signed_in, directory);
  foyer_bench_console_sync (console);
  foyer_bench_console_close (console);
}

void
foyer_bench_console_close (FoyerBenchConsole *self)
{
  foyer_sync_engine_stop (self->engine);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->engine);
  foyer_store_close (self->store);
  g_object_unref (self->store);
  g_object_unref (self->transport);
  g_object_unref (self->clock);
  g_object_unref (self->random);
  if (self->directory != NULL)
    foyer_bench_remove_directory (self->directory);
  g_free (self->directory);
  g_clear_pointer (&self->signed_in, foyer_sign_in_result_free);
  g_free (self);
}

void
foyer_bench_console_sync (FoyerBenchConsole *self)
{
  foyer_sync_engine_start (self->engine);
  while (foyer_sync_engine_get_state (self->engine) != FOYER_SYNC_IDLE)
    g_main_context_iteration (NULL, TRUE);
}

static struct {
  gint64 wall; /* when the main loop last woke up, 0 before */
  double own;  /* ms that the main thread had worked by then */
  FoyerBenchStall longest;
} watch;

static double
get_worked (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

double
foyer_bench_own_time (void)
{
  return get_worked (CLOCK_PROCESS_CPUTIME_ID);
}

static gint
poll_and_watch (GPollFD *descriptors, guint n_descriptors, gint timeout)
{
  gint result;

  if (watch.wall != 0) {
    watch.longest.wall = MAX (watch.longest.wall, (double) (g_get_monotonic_time () - watch.wall) / 1000);
    watch.longest.own = MAX (watch.longest.own, get_worked (CLOCK_THREAD_CPUTIME_ID) - watch.own);
  }
  result = g_poll (descriptors, n_descriptors, timeout);
  watch.wall = g_get_monotonic_time ();
  watch.own = get_worked (CLOCK_THREAD_CPUTIME_ID);
  return result;
}

void
foyer_bench_watch_stalls (void)
{
  watch.wall = 0;
  watch.longest = (FoyerBenchStall){ 0 };
  g_main_context_set_poll_func (NULL, poll_and_watch);
}

FoyerBenchStall
foyer_bench_longest_stall (void)
{
  return watch.longest;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

double
foyer_bench_percentile (GArray *values, double share)
{
  g_array_sort (values, compare_values);
  return g_array_index (values, double, MIN ((guint) (share * values->len), values->len - 1));
}

gint64
foyer_bench_memory (const char *pid, const char *name)
{
  g_autofree char *path = g_build_filename ("/proc", pid, "smaps_rollup", NULL);
  g_autofree char *text = NULL;
  g_autofree char *wanted = g_strdup_printf ("\n%s:", name);
  const char *found;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (found = strstr (text, wanted)) == NULL)
    return -1;
  return g_ascii_strtoll (found + strlen (wanted), NULL, 10);
}

gint64
foyer_bench_peak_memory (void)
{
  g_autofree char *text = NULL;
  const char *found;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL)
      || (found = strstr (text, "\nVmHWM:")) == NULL)
    return -1;
  return g_ascii_strtoll (found + strlen ("\nVmHWM:"), NULL, 10);
}
