/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * prove-crash.c - everything that a disk or a power supply can do, at every write of a session on store and server; and SQLite without memory,
 * at every allocation or at one for each way through the program that leads to any
 */

#include "foyer-crash.h"

#include "foyer-random.h"
#include "foyer-test.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define EVERYTHING G_MAXINT64
#define POWER_LOSSES 5 /* at each point, with other sectors lost */

static const FoyerCrashSession *const sessions[] = {
  &foyer_crash_first_start,
  &foyer_crash_console,
  &foyer_crash_server,
};

typedef struct {
  const FoyerCrashSession *session;
  char *base;
  guint64 n_points;      /* writes, truncations, syncs and removals of an undisturbed run */
  guint64 n_allocations; /* of SQLite in it */
  GHashTable *judged;    /* what was found in order (owned) */
  GArray
      *places; /* (element-type guint64) (owned): of the allocations, those that differ in the way to them */
} Stage;

static void
set_up (Stage *stage, const FoyerCrashSession *session, FoyerProof *proof)
{
  stage->session = session;
  stage->base = foyer_test_make_directory ();
  stage->judged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  stage->places = g_array_new (FALSE, FALSE, sizeof (guint64));
  session->prepare (stage->base);
  stage->n_points = foyer_crash_run (session, stage->base, FOYER_FAULT_NONE, 0, 0, proof, NULL, NULL);
  stage->n_allocations
      = foyer_crash_run (session, stage->base, FOYER_FAULT_MEMORY_ONCE, 0, 0, proof, NULL, stage->places);
  g_print ("%s: %" G_GUINT64_FORMAT " writes and syncs, %" G_GUINT64_FORMAT
           " allocations, to which %u ways lead\n",
           session->name, stage->n_points, stage->n_allocations, stage->places->len);
}

static guint64
count_points (const Stage *stage, FoyerFault fault)
{
  return foyer_fault_is_of_memory (fault) ? stage->n_allocations : stage->n_points;
}

static void
run_point (Stage *stage, FoyerFault fault, guint64 point, FoyerProof *proof)
{
  guint n_seeds = fault == FOYER_FAULT_POWER ? POWER_LOSSES : 1;

  for (guint seed = 0; seed < n_seeds; seed++)
    foyer_crash_run (stage->session, stage->base, fault, point, proof->first_seed + seed, proof,
                     stage->judged, NULL);
}

/* What one of several processes found, for the one that started them. */
typedef struct {
  FoyerProof found;
  guint64 n_judged;
} Report;

/* Every @n_workers-th of the points, in a process of its own. */
static void G_GNUC_NORETURN
be_a_worker (Stage *stage,
             FoyerFault fault,
             GArray *points,
             guint first,
             guint n_workers,
             FoyerProof *proof,
             int out)
{
  Report report = { 0 };

  proof->done = proof->operations = proof->lost = proof->doubled = proof->diverged = 0;
  for (guint i = first; i < points->len; i += n_workers)
    run_point (stage, fault, g_array_index (points, guint64, i), proof);
  report.found = *proof;
  report.n_judged = g_hash_table_size (stage->judged);
  fflush (NULL);
  _exit (write (out, &report, sizeof report) == sizeof report ? 0 : 1);
}

static guint64
add_report (FoyerProof *proof, pid_t worker, int in)
{
  Report report;
  gboolean came = read (in, &report, sizeof report) == sizeof report;
  int status;

  close (in);
  waitpid (worker, &status, 0);
  if (!came) {
    g_print ("corrupt: a judge ended with %d\n", status);
    proof->diverged++;
    return 0;
  }
  proof->done += report.found.done;
  proof->operations += report.found.operations;
  proof->lost += report.found.lost;
  proof->doubled += report.found.doubled;
  proof->diverged += report.found.diverged;
  return report.n_judged;
}

/* As many processes as there are processors share the points. */
static void
run_points (Stage *stage, FoyerFault fault, GArray *points, FoyerProof *proof)
{
  guint n_workers = MIN (g_get_num_processors (), points->len);
  g_autofree pid_t *workers = g_new (pid_t, n_workers);
  g_autofree int *ins = g_new (int, n_workers);
  guint64 n_judged = 0;

  fflush (NULL);
  for (guint i = 0; i < n_workers; i++) {
    int ends[2];

    g_assert_cmpint (pipe (ends), ==, 0);
    workers[i] = fork ();
    g_assert_cmpint (workers[i], >=, 0);
    if (workers[i] == 0)
      be_a_worker (stage, fault, points, i, n_workers, proof, ends[1]);
    close (ends[1]);
    ins[i] = ends[0];
  }
  for (guint i = 0; i < n_workers; i++)
    n_judged += add_report (proof, workers[i], ins[i]);
  g_print ("%s, %s: %u points, which left %" G_GUINT64_FORMAT " different things to judge\n",
           stage->session->name, foyer_fault_name (fault), points->len, n_judged);
}

/* All of them; of allocations, unless it is wanted otherwise, one for each way that leads to any. */
static GArray *
list_points (const Stage *stage, FoyerFault fault, gboolean every_allocation)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (guint64));

  if (foyer_fault_is_of_memory (fault) && !every_allocation) {
    g_array_append_vals (points, stage->places->data, stage->places->len);
    return points;
  }
  for (guint64 point = 1; point <= count_points (stage, fault); point++)
    g_array_append_val (points, point);
  return points;
}

/* @at: parts of "session/fault/point"; the parts that are missing stand for all. */
static void
run_all (Stage *stage, const char *const *at, gboolean every_allocation, FoyerProof *proof)
{
  guint n_parts = g_strv_length ((GStrv) at);

  if (n_parts > 0 && g_strcmp0 (at[0], stage->session->name) != 0)
    return;
  for (FoyerFault fault = FOYER_FAULT_KILL; fault < FOYER_N_FAULTS; fault++) {
    g_autoptr (GArray) points = NULL;

    if (n_parts > 1 && g_strcmp0 (at[1], foyer_fault_name (fault)) != 0)
      continue;
    points = list_points (stage, fault, every_allocation);
    if (n_parts > 2) {
      guint64 point = g_ascii_strtoull (at[2], NULL, 10);

      g_array_set_size (points, 0);
      g_array_append_val (points, point);
    }
    run_points (stage, fault, points, proof);
  }
}

/* Which stage, which fault and which point come out of the seed. */
static void
run_sample (Stage *stages, guint64 seed, FoyerProof *proof)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (seed);
  Stage *stage = &stages[foyer_random_below (random, G_N_ELEMENTS (sessions))];
  FoyerFault fault = FOYER_FAULT_KILL + foyer_random_below (random, FOYER_N_FAULTS - FOYER_FAULT_KILL);
  guint64 point = 1 + foyer_random_below (random, (guint32) count_points (stage, fault));

  foyer_crash_run (stage->session, stage->base, fault, point, seed, proof, stage->judged, NULL);
}

/* That a store was put right is what is looked for here; the log would say it once a run. */
static void
ignore_message (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

int
main (int argc, char **argv)
{
  g_autofree char *place = NULL;
  gboolean every_allocation = FALSE;
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &place, "Only there, as what was found was printed",
      "SESSION/FAULT/POINT" },
    { "every-allocation", 0, 0, G_OPTION_ARG_NONE, &every_allocation,
      "Not one for each way through the program that leads to any", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) at = NULL;
  Stage stages[G_N_ELEMENTS (sessions)];
  FoyerProof proof;
  guint64 n_prepared;

  foyer_proof_begin (&proof, "crash", EVERYTHING, entries, &argc, &argv);
  proof.third = "corrupt";
  setvbuf (stdout, NULL, _IOLBF, 0);
  g_log_set_handler ("foyer-store", G_LOG_LEVEL_MESSAGE, ignore_message, NULL);
  at = g_strsplit (place == NULL ? "" : place, "/", 3);
  /* Files that nobody wants to keep; what would be lost is lost in memory. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (sessions); i++)
    set_up (&stages[i], sessions[i], &proof);
  n_prepared = proof.done;
  if (place != NULL || proof.runs == EVERYTHING) {
    for (gsize i = 0; i < G_N_ELEMENTS (sessions); i++)
      run_all (&stages[i], (const char *const *) at, every_allocation, &proof);
  } else {
    for (guint64 i = 0; i < proof.runs; i++)
      run_sample (stages, proof.first_seed + i, &proof);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (sessions); i++) {
    foyer_test_remove_directory (stages[i].base);
    g_hash_table_unref (stages[i].judged);
    g_array_unref (stages[i].places);
  }
  if (proof.done == n_prepared)
    g_printerr ("prove crash: there is no %s\n", place);
  return MAX (foyer_proof_end (&proof), proof.done == n_prepared ? 2 : 0);
}
