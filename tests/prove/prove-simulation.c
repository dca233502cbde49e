/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prove-simulation.c - many seeds of consoles, a server and a bad network: nothing is lost, doubled or different */

#include "foyer-proof.h"
#include "foyer-simulation.h"

#include <string.h>

#define RUNS 2000

/* So many seeds are run a second time, and everything must happen in the same order at the same moment. */
#define ONE_IN_TWICE 50

static void
count (FoyerProof *proof, FoyerFlaw flaw)
{
  switch (flaw) {
  case FOYER_FLAW_LOST:
    proof->lost++;
    break;
  case FOYER_FLAW_DOUBLED:
    proof->doubled++;
    break;
  case FOYER_FLAW_DIVERGED:
  default:
    proof->diverged++;
  }
}

static void
tell (guint64 seed, const char *trace, const char *flaw)
{
  g_print ("%sSeed %" G_GUINT64_FORMAT ": %s\nAgain: ./dev prove simulation --first-seed %" G_GUINT64_FORMAT
           " --runs 1\n",
           trace, seed, flaw, seed);
}

/* How much is printed. */
static gboolean traced;
static gboolean with_exchanges;

static void
run (FoyerProof *proof, guint64 seed, gboolean twice)
{
  g_autoptr (FoyerSimulationResult) result = foyer_simulation_run (seed, with_exchanges);

  proof->done++;
  proof->operations += result->operations;
  if (result->flaw != NULL) {
    count (proof, result->kind);
    tell (seed, result->trace, result->flaw);
  } else if (traced) {
    g_print ("%s", result->trace);
  }
  if (twice) {
    g_autoptr (FoyerSimulationResult) again = foyer_simulation_run (seed, with_exchanges);

    if (strcmp (result->trace, again->trace) != 0) {
      proof->diverged++;
      tell (seed, again->trace, "the same seed is another story the second time");
    }
  }
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "trace", 0, 0, G_OPTION_ARG_NONE, &traced, "Print what happens, also if all is well", NULL },
    { "exchanges", 0, 0, G_OPTION_ARG_NONE, &with_exchanges, "Print requests and replies too", NULL },
    G_OPTION_ENTRY_NULL,
  };
  FoyerProof proof;

  foyer_proof_begin (&proof, "simulation", RUNS, entries, &argc, &argv);
  foyer_simulation_prepare ();
  for (guint64 i = 0; i < proof.runs; i++)
    run (&proof, proof.first_seed + i, (proof.first_seed + i) % ONE_IN_TWICE == 0);
  foyer_simulation_clean_up ();
  return foyer_proof_end (&proof);
}
