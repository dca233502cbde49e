/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "foyer-worker.h"

G_BEGIN_DECLS

#define FOYER_TYPE_HOUSEKEEPING (foyer_housekeeping_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHousekeeping, foyer_housekeeping, FOYER, HOUSEKEEPING, GObject)

/**
 * FoyerHousekeeping:
 *
 * Lets a running server forget what it need not remember any longer: a little at a time, some minutes after its start and then every day.
 */

/**
 * foyer_housekeeping_new:
 * @writer: the backend's writing lane
 *
 * Returns: (transfer full): housekeeping that goes on until the last reference is dropped
 */
FoyerHousekeeping *foyer_housekeeping_new (FoyerBackend *backend, FoyerWorker *writer, FoyerClock *clock);

G_END_DECLS
