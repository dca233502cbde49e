/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerProof:
 * @name: of the proof: `simulation`
 * @third: what @diverged counts, in the word of the last line; `diverged` unless the proof sets another
 * @first_seed: of the first run; the others follow, one number each
 * @runs: how many runs are asked for
 * @done: how many have been made
 * @operations: what was tried in them
 * @lost: what a person did and nobody has or shows
 * @doubled: what happened twice
 * @diverged: places where two copies of the same thing differ
 *
 * What one program of tests/prove tried and what it found. `./dev prove NAME` runs `prove-NAME`.
 */
typedef struct {
  const char *name;
  const char *third;
  guint64 first_seed;
  guint64 runs;
  guint64 done;
  guint64 operations;
  guint64 lost;
  guint64 doubled;
  guint64 diverged;
} FoyerProof;

/**
 * foyer_proof_begin:
 * @name: (transfer none): kept
 * @runs: how many unless `--runs M` says otherwise
 * @entries: (nullable): further options of this proof, for #GOptionContext
 *
 * Reads `--first-seed N` and `--runs M`. Ends the program with status 2 if the arguments make no sense.
 */
void foyer_proof_begin (FoyerProof *self,
                        const char *name,
                        guint64 runs,
                        const GOptionEntry *entries,
                        int *argc,
                        char ***argv);

/**
 * foyer_proof_end:
 *
 * Prints `prove NAME: M runs, K operations, 0 lost, 0 doubled, 0 diverged`.
 *
 * Returns: the program's exit status: 0 only if there were runs and nothing was found in them
 */
int foyer_proof_end (const FoyerProof *self);

G_END_DECLS
