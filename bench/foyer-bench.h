/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sign-in.h"
#include "foyer-store.h"
#include "foyer-sync-engine.h"

/* What the measurements share: a real server with a sample business, a console without a window, medians. */

/**
 * FoyerBenchServer:
 * @address: of the API
 */
typedef struct {
  char *directory;
  char *data;
  char *address;
  GSubprocess *process;
} FoyerBenchServer;

/**
 * foyer_bench_server_start:
 *
 * Makes a sample business in a fresh directory and starts foyer-server over it.
 */
FoyerBenchServer *foyer_bench_server_start (guint clients, guint messages);
void foyer_bench_server_stop (FoyerBenchServer *self);

/**
 * foyer_bench_server_command:
 *
 * Returns: (transfer full): what `foyer-server` prints when run with these words and the server's data directory
 */
char *foyer_bench_server_command (FoyerBenchServer *self, const char *command, ...) G_GNUC_NULL_TERMINATED;

/**
 * foyer_bench_sign_in:
 *
 * Returns: (transfer full): an access token of a new device
 */
char *foyer_bench_sign_in (FoyerBenchServer *server);

/**
 * foyer_bench_make_profile:
 * @data_directory: as the console's `--data-directory`
 *
 * Leaves behind a console's data directory, signed in and synced, and its secrets in the session's keyring.
 */
void foyer_bench_make_profile (FoyerBenchServer *server, const char *data_directory);

/**
 * FoyerBenchConsole:
 * @signed_in: (nullable): who is, unless the console was opened for somebody who keeps that
 *
 * A console without a window: store, transport and engine as the program has them.
 */
typedef struct {
  char *directory;
  FoyerSignInResult *signed_in;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerStore *store;
  FoyerTransport *transport;
  FoyerSyncEngine *engine;
} FoyerBenchConsole;

FoyerBenchConsole *foyer_bench_console_open (FoyerBenchServer *server);
void foyer_bench_console_close (FoyerBenchConsole *self);

/**
 * foyer_bench_console_sync:
 *
 * Starts the engine and waits until it is up to date.
 */
void foyer_bench_console_sync (FoyerBenchConsole *self);

/**
 * foyer_bench_wait:
 *
 * Runs the main loop until the result is there.
 */
GAsyncResult *foyer_bench_wait (GAsyncResult **result);
void foyer_bench_take_result (GObject *source, GAsyncResult *result, gpointer place);

/**
 * foyer_bench_own_time:
 *
 * Returns: how many ms this process has worked so far, all threads together. On a busy machine the rest of the time belongs to other programs.
 */
double foyer_bench_own_time (void);

/**
 * FoyerBenchStall:
 * @wall: ms from waking up until waiting again
 * @own: ms that the main thread itself was at work in it: on a busy machine the rest of @wall belongs to other programs
 */
typedef struct {
  double wall;
  double own;
} FoyerBenchStall;

/**
 * foyer_bench_watch_stalls:
 *
 * Begins to watch the main loop, and forgets what was: while the main thread works it answers nobody.
 */
void foyer_bench_watch_stalls (void);

/**
 * foyer_bench_longest_stall:
 *
 * Returns: the longest of each since it was begun to watch
 */
FoyerBenchStall foyer_bench_longest_stall (void);

void foyer_bench_remove_directory (const char *directory);

/**
 * foyer_bench_percentile:
 * @values: (element-type double): sorted here
 * @share: 0.5 for the median, 0.95 for p95
 */
double foyer_bench_percentile (GArray *values, double share);

/**
 * foyer_bench_memory:
 *
 * Returns: the kB of `name` in the process's smaps_rollup, such as `Pss`
 */
gint64 foyer_bench_memory (const char *pid, const char *name);

/**
 * foyer_bench_peak_memory:
 *
 * Returns: the most kB that this process has held since it began, or since it wrote 5 to /proc/self/clear_refs
 */
gint64 foyer_bench_peak_memory (void);
