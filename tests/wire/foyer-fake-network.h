/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOYER_TYPE_FAKE_NETWORK (foyer_fake_network_get_type ())
G_DECLARE_FINAL_TYPE (FoyerFakeNetwork, foyer_fake_network, FOYER, FAKE_NETWORK, GObject)

/**
 * foyer_fake_network_new:
 *
 * Returns: (transfer full): a #GNetworkMonitor that says what the test wants
 */
FoyerFakeNetwork *foyer_fake_network_new (void);
void foyer_fake_network_change (FoyerFakeNetwork *self, gboolean available);
void foyer_fake_network_set_metered (FoyerFakeNetwork *self, gboolean metered);

G_END_DECLS
