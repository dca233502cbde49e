/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sim-server.h"
#include "test-site-browser.h"

G_BEGIN_DECLS

#define FOYER_SIM_N_CLIENTS 2

/**
 * foyer_sim_portal_prepare:
 *
 * Has the clients open the links that they were sent, at a server that becomes the template of all runs.
 */
void foyer_sim_portal_prepare (FoyerTestServer *server);
void foyer_sim_portal_clean_up (void);

/**
 * FoyerSimPortal:
 *
 * Two clients of the business at their browsers, which ask the real site.
 */
typedef struct _FoyerSimPortal FoyerSimPortal;

FoyerSimPortal *foyer_sim_portal_new (FoyerSimServer *server, FoyerRandom *random);
void foyer_sim_portal_free (FoyerSimPortal *self);

/**
 * foyer_sim_portal_act:
 *
 * A client books one of the times that the site offers, from the first page to the last, or takes an open booking back. Sometimes the last
 * button is pressed twice.
 *
 * Returns: (transfer full): what came of it, in words
 */
char *foyer_sim_portal_act (FoyerSimPortal *self);

G_END_DECLS
