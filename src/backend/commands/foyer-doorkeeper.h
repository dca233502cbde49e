/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "foyer-worker.h"

G_BEGIN_DECLS

#define FOYER_TYPE_DOORKEEPER (foyer_doorkeeper_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDoorkeeper, foyer_doorkeeper, FOYER, DOORKEEPER, GObject)

/**
 * FoyerDoorkeeper:
 *
 * Lets a running server answer what is asked at the doors of portals, some seconds later.
 */

/**
 * foyer_doorkeeper_new:
 * @writer: the backend's writing lane
 *
 * Returns: (transfer full): a doorkeeper who goes on until the last reference is dropped
 */
FoyerDoorkeeper *foyer_doorkeeper_new (FoyerBackend *backend, FoyerWorker *writer, FoyerClock *clock);

G_END_DECLS
