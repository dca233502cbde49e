/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sim-console.h"

G_BEGIN_DECLS

/**
 * foyer_sim_verdict:
 * @consoles: (array length=n_consoles): all running, after everything has healed
 *
 * Reports to the ledger what is not as it must be in the end: everything has come to an end, every deed is done once, taken back or waits for
 * a person, every approval has its one visit, and every console has the server's records to the byte.
 */
void foyer_sim_verdict (FoyerSimServer *server, FoyerSimConsole *const *consoles, guint n_consoles);

G_END_DECLS
