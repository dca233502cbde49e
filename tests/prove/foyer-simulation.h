/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-ledger.h"

G_BEGIN_DECLS

/**
 * FoyerSimulationResult:
 * @operations: what people did
 * @flaw: (nullable): the first thing that went wrong, in words
 * @kind: of what kind it is
 * @trace: a line for everything that happened, the same for the same seed
 */
typedef struct {
  guint operations;
  char *flaw;
  FoyerFlaw kind;
  char *trace;
} FoyerSimulationResult;

void foyer_simulation_result_free (FoyerSimulationResult *self);

/**
 * foyer_simulation_prepare:
 *
 * Makes the databases that every run begins with. To be called once, before the first run.
 */
void foyer_simulation_prepare (void);
void foyer_simulation_clean_up (void);

/**
 * foyer_simulation_run:
 * @exchanges: whether the trace has requests and replies in full
 *
 * Lets two or three consoles, a server and its portal live through what @seed has in store for them, then gives them a good network and time,
 * and looks whether nothing was lost, nothing happened twice and all of them agree.
 */
FoyerSimulationResult *foyer_simulation_run (guint64 seed, gboolean exchanges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSimulationResult, foyer_simulation_result_free)

G_END_DECLS
