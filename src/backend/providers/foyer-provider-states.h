/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-backend.h"
#include "providers/foyer-payment-provider.h"
#include "providers/foyer-text-provider.h"

G_BEGIN_DECLS

/**
 * foyer_provider_states_tell:
 *
 * Writes into the record of every organisation what its providers say of themselves, where that is not what stands there: settings,
 * diagnosis, pages and mails all read it there. To be called on the writing lane when the server starts and when a provider has
 * changed its mind.
 *
 * Returns: %FALSE if it could not be written
 */
gboolean foyer_provider_states_tell (FoyerBackend *backend,
                                     FoyerPaymentProvider *payments,
                                     FoyerTextProvider *texts,
                                     gint64 now,
                                     GError **error);

G_END_DECLS
