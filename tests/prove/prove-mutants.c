/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prove-mutants.c - bugs that are planted on purpose, one at a time: does the simulation find them? */

#include "foyer-mutant.h"
#include "foyer-proof.h"
#include "foyer-simulation.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* So many seeds are tried with each mutant before it counts as not found. */
#define RUNS 400

#define LONGEST_FINDING 200

/* Of mutants that few seeds show, one that did: it is tried before the others. Where it no longer does, they still are. */
static const struct {
  FoyerMutant mutant;
  guint64 seed;
} showing[] = {
  { FOYER_MUTANT_EPOCH_KEPT_ON_RESTORE, 31 },
  { FOYER_MUTANT_VISIT_LEFT_BEHIND, 7 },
  { FOYER_MUTANT_HISTORY_FLOOR_IGNORED, 174 },
  { FOYER_MUTANT_FORK_TAKEN_AS_DONE, 21 },
  { FOYER_MUTANT_SEQUENCE_NOT_KEPT, 32 },
  { FOYER_MUTANT_OVERLAY_DROPPED_AT_ACK, 53 },
  { FOYER_MUTANT_LANES_IGNORED, 14 },
  { FOYER_MUTANT_OLD_STATE_NOT_COMPARED, 130 },
  { FOYER_MUTANT_REWIND_LEFT_OUT, 50 },
  { FOYER_MUTANT_CUT_REPLY_TAKEN_AS_DONE, 9 },
  { FOYER_MUTANT_TROUBLE_TAKEN_AS_REFUSAL, 188 },
  { FOYER_MUTANT_SESSION_STATE_IGNORED, 18 },
  { FOYER_MUTANT_ROWS_MADE_YOUNG, 14 },
};

typedef struct {
  FoyerMutant mutant;
  pid_t process;
  int answer; /* the end of a pipe */
} Search;

/* What a mutant warns about is its own affair. */
static void
ignore (const char *domain, GLogLevelFlags level, const char *message, gpointer user_data)
{
}

static void
try_seed (guint64 seed, int answer)
{
  g_autoptr (FoyerSimulationResult) run = foyer_simulation_run (seed, FALSE);

  if (run->flaw != NULL) {
    g_autofree char *text = g_strdup_printf ("seed %" G_GUINT64_FORMAT ": %s", seed, run->flaw);

    _exit (write (answer, text, MIN (strlen (text), LONGEST_FINDING)) < 0 ? 2 : 1);
  }
}

static void
search (FoyerMutant mutant, const FoyerProof *proof, int answer)
{
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR);
  g_log_set_default_handler (ignore, NULL);
  foyer_mutant_set (mutant);
  for (guint i = 0; i < G_N_ELEMENTS (showing); i++) {
    if (showing[i].mutant == mutant)
      try_seed (showing[i].seed, answer);
  }
  for (guint64 seed = proof->first_seed; seed < proof->first_seed + proof->runs; seed++)
    try_seed (seed, answer);
  _exit (0);
}

/* A mutant may do anything, also crash: each has a process of its own. */
static Search
begin (FoyerMutant mutant, const FoyerProof *proof)
{
  Search self = { .mutant = mutant };
  int ends[2];

  if (pipe (ends) != 0)
    g_error ("There is no pipe to be had");
  self.process = fork ();
  if (self.process < 0)
    g_error ("There is no process to be had");
  if (self.process == 0) {
    close (ends[0]);
    search (mutant, proof, ends[1]);
  }
  close (ends[1]);
  self.answer = ends[0];
  return self;
}

static gboolean
end (const Search *self)
{
  char finding[LONGEST_FINDING + 1] = "";
  ssize_t length = read (self->answer, finding, LONGEST_FINDING);
  gboolean found;
  int status;

  close (self->answer);
  waitpid (self->process, &status, 0);
  found = length > 0 || !WIFEXITED (status) || WEXITSTATUS (status) != 0;
  g_print ("%-9s %s: %s\n          %s\n", found ? "found" : "NOT FOUND", foyer_mutant_get_name (self->mutant),
           foyer_mutant_get_sentence (self->mutant),
           length > 0 ? finding
           : found    ? "it crashed"
                      : "no seed shows it");
  return found;
}

static guint
find_all (const FoyerProof *proof, FoyerMutant first, FoyerMutant last)
{
  guint at_once = MAX (g_get_num_processors (), 1);
  g_autofree Search *searches = g_new0 (Search, FOYER_N_MUTANTS);
  guint found = 0;

  for (FoyerMutant mutant = first; mutant <= last + at_once; mutant++) {
    if (mutant <= last)
      searches[mutant] = begin (mutant, proof);
    if (mutant >= first + at_once && mutant - at_once <= last)
      found += end (&searches[mutant - at_once]);
  }
  return found;
}

static FoyerMutant
find_mutant (const char *name)
{
  for (FoyerMutant mutant = FOYER_NO_MUTANT + 1; mutant < FOYER_N_MUTANTS; mutant++) {
    if (g_strcmp0 (foyer_mutant_get_name (mutant), name) == 0)
      return mutant;
  }
  return FOYER_NO_MUTANT;
}

int
main (int argc, char **argv)
{
  g_autofree char *only = NULL;
  const GOptionEntry entries[] = {
    { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Look for one mutant alone", "NAME" },
    G_OPTION_ENTRY_NULL,
  };
  FoyerMutant first = FOYER_NO_MUTANT + 1;
  FoyerMutant last = FOYER_N_MUTANTS - 1;
  FoyerProof proof;
  guint found;

#ifndef FOYER_WITH_MUTANTS
  g_printerr ("prove mutants: this build has none; configure it with -Dmutants=true\n");
  return 77;
#endif
  foyer_proof_begin (&proof, "mutants", RUNS, entries, &argc, &argv);
  if (only != NULL)
    first = last = find_mutant (only);
  if (first == FOYER_NO_MUTANT) {
    g_printerr ("prove mutants: there is no mutant called %s\n", only);
    return 2;
  }
  foyer_simulation_prepare ();
  found = find_all (&proof, first, last);
  foyer_simulation_clean_up ();
  g_print ("prove mutants: %u of %u found\n", found, last - first + 1);
  return found == last - first + 1 ? 0 : 1;
}
