/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "providers/foyer-payment-provider.h"
#include "providers/foyer-text-provider.h"

G_BEGIN_DECLS

#define FOYER_TYPE_NOT_CONNECTED (foyer_not_connected_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNotConnected, foyer_not_connected, FOYER, NOT_CONNECTED, GObject)

/**
 * foyer_not_connected_new:
 *
 * Returns: (transfer full): a #FoyerPaymentProvider and #FoyerTextProvider that says that there is none, and refuses
 */
FoyerNotConnected *foyer_not_connected_new (void);

G_END_DECLS
