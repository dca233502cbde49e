/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

G_BEGIN_DECLS

/**
 * foyer_devices_register:
 * @staff_id: whose it is
 * @name: (nullable): as people shall see it; what is no name for a device becomes Foyer
 *
 * Makes the record of a device that is signed in from now on. Consoles are told of it as of any other record.
 *
 * Returns: (transfer full): the device's id, or %NULL with an error
 */
char *foyer_devices_register (FoyerTransaction *transaction,
                              const char *staff_id,
                              const char *name,
                              GError **error);

G_END_DECLS
