/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-diagnosis-world.h"

G_BEGIN_DECLS

/**
 * FoyerDiagnosisFixture:
 * @rule: the one that is the cause
 * @name: what is wrong, for the name of the test
 * @chain: what the client complains of
 * @broken: (nullable): what is otherwise than in the world
 * @effect: (nullable): what server or people make of the remedy, beyond its patch
 * @remedy: what it is
 * @sentence: what staff read
 * @break_facts: (nullable): what is otherwise of the case
 * @mend_facts: (nullable): what is otherwise of it after the remedy
 * @person: (nullable): who looks, `-` for nobody
 * @link: (nullable): the link that they came by
 * @about: (nullable): the record that is asked about
 * @draft: (nullable): what is drafted
 * @say: (nullable): what is read out to the client, where it depends on more than the rule
 *
 * A world in which one rule alone is the cause.
 */
typedef struct {
  const char *rule;
  const char *name;
  FoyerDiagnosisChain chain;
  const char *broken;
  const char *effect;
  FoyerRemedyKind remedy;
  const char *sentence;
  void (*break_facts) (FoyerDiagnosisWorld *world);
  void (*mend_facts) (FoyerDiagnosisWorld *world);
  const char *person;
  const char *link;
  const char *about;
  const char *draft;
  const char *say;
} FoyerDiagnosisFixture;

/**
 * foyer_diagnosis_fixtures:
 *
 * Returns: (transfer none) (array length=n_fixtures): all of them
 */
const FoyerDiagnosisFixture *foyer_diagnosis_fixtures (guint *n_fixtures);

/**
 * foyer_diagnosis_fixture_make_world:
 *
 * Returns: (transfer full): the world in which that rule is the cause
 */
FoyerDiagnosisWorld *foyer_diagnosis_fixture_make_world (const FoyerDiagnosisFixture *fixture);

G_END_DECLS
