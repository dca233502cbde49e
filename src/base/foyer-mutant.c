/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mutant.c - the planted bugs, and which one is switched on */

#include "foyer-mutant.h"

#define NAME_(symbol, name, sentence) [FOYER_MUTANT_##symbol] = name,
#define SENTENCE_(symbol, name, sentence) [FOYER_MUTANT_##symbol] = sentence,

static const char *const names[FOYER_N_MUTANTS] = { [FOYER_NO_MUTANT] = "none", FOYER_MUTANTS (NAME_) };
static const char *const sentences[FOYER_N_MUTANTS]
    = { [FOYER_NO_MUTANT] = "Everything is right", FOYER_MUTANTS (SENTENCE_) };

/* The whole program is the mutant, not one object of it. */
static FoyerMutant present;

void
foyer_mutant_set (FoyerMutant mutant)
{
  present = mutant;
}

gboolean
foyer_mutant_is (FoyerMutant mutant)
{
  return present == mutant;
}

const char *
foyer_mutant_get_name (FoyerMutant mutant)
{
  g_return_val_if_fail (mutant < FOYER_N_MUTANTS, NULL);

  return names[mutant];
}

const char *
foyer_mutant_get_sentence (FoyerMutant mutant)
{
  g_return_val_if_fail (mutant < FOYER_N_MUTANTS, NULL);

  return sentences[mutant];
}
