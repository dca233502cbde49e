/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prove-crash.c - everything that a disk or a power supply can do, at every write of a session on store and server */

#include "foyer-crash.h"

#include "foyer-random.h"
#include "foyer-test.h"

#include <glib/gstdio.h>
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
} Stage;

static void
set_up (Stage *stage, const FoyerCrashSession *session, FoyerProof *proof)
{
  stage->session = session;
  stage->base = foyer_test_make_directory ();
  session->prepare (stage->base);
  stage->n_points = foyer_crash_run (session, stage->base, FOYER_FAULT_NONE, 0, 0, proof);
  stage->n_allocations = foyer_crash_run (session, stage->base, FOYER_FAULT_MEMORY_ONCE, 0, 0, proof);
  g_print ("%s: %" G_GUINT64_FORMAT " writes and syncs, %" G_GUINT64_FORMAT " allocations\n", session->name,
           stage->n_points, stage->n_allocations);
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
    foyer_crash_run (stage->session, stage->base, fault, point, proof->first_seed + seed, proof);
}

/* @at: parts of "session/fault/point"; the parts that are missing stand for all. */
static void
run_all (Stage *stage, const char *const *at, FoyerProof *proof)
{
  guint n_parts = g_strv_length ((GStrv) at);

  if (n_parts > 0 && g_strcmp0 (at[0], stage->session->name) != 0)
    return;
  for (FoyerFault fault = FOYER_FAULT_KILL; fault < FOYER_N_FAULTS; fault++) {
    guint64 first = n_parts > 2 ? g_ascii_strtoull (at[2], NULL, 10) : 1;
    guint64 last = n_parts > 2 ? first : count_points (stage, fault);

    if (n_parts > 1 && g_strcmp0 (at[1], foyer_fault_name (fault)) != 0)
      continue;
    for (guint64 point = first; point <= last; point++)
      run_point (stage, fault, point, proof);
    g_print ("%s, %s: %" G_GUINT64_FORMAT " points\n", stage->session->name, foyer_fault_name (fault),
             last + 1 - first);
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

  foyer_crash_run (stage->session, stage->base, fault, point, seed, proof);
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
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &place, "Only there, as what was found was printed",
      "SESSION/FAULT/POINT" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) at = NULL;
  Stage stages[G_N_ELEMENTS (sessions)];
  FoyerProof proof;
  guint64 n_prepared;

  foyer_proof_begin (&proof, "crash", EVERYTHING, entries, &argc, &argv);
  proof.third = "corrupt";
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
      run_all (&stages[i], (const char *const *) at, &proof);
  } else {
    for (guint64 i = 0; i < proof.runs; i++)
      run_sample (stages, proof.first_seed + i, &proof);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (sessions); i++)
    foyer_test_remove_directory (stages[i].base);
  if (proof.done == n_prepared)
    g_printerr ("prove crash: there is no %s\n", place);
  return MAX (foyer_proof_end (&proof), proof.done == n_prepared ? 2 : 0);
}
