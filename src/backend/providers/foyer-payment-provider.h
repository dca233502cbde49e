/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-money.h"
#include "providers/foyer-provider-state.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PAYMENT_PROVIDER (foyer_payment_provider_get_type ())
G_DECLARE_INTERFACE (FoyerPaymentProvider, foyer_payment_provider, FOYER, PAYMENT_PROVIDER, GObject)

/**
 * FoyerPaymentProvider:
 *
 * Whoever takes money from clients on behalf of an organisation. A server has one; without any it is a #FoyerNotConnected.
 */
struct _FoyerPaymentProviderInterface {
  GTypeInterface parent_iface;

  FoyerProviderState (*get_state) (FoyerPaymentProvider *self, gint64 organisation, char **reason);
  char *(*ask) (FoyerPaymentProvider *self,
                gint64 organisation,
                const char *invoice_id,
                const FoyerMoney *amount,
                const char *return_url,
                GError **error);
};

/**
 * foyer_payment_provider_get_state:
 * @organisation: its number in the database
 * @reason: (out) (nullable) (transfer full): what the provider still needs
 *
 * Returns: whether it takes money for that organisation; of any thread, from what the provider knows already
 */
FoyerProviderState
foyer_payment_provider_get_state (FoyerPaymentProvider *self, gint64 organisation, char **reason);

/**
 * foyer_payment_provider_ask:
 * @amount: what is to be paid
 * @return_url: where the client comes back to
 *
 * Asks for a payment. Takes as long as the provider takes, on a worker of its own.
 *
 * Returns: (transfer full): the page on which the client pays, or %NULL with a #FoyerProviderError
 */
char *foyer_payment_provider_ask (FoyerPaymentProvider *self,
                                  gint64 organisation,
                                  const char *invoice_id,
                                  const FoyerMoney *amount,
                                  const char *return_url,
                                  GError **error);

G_END_DECLS
