/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-payment-provider.c - what a server asks of whoever takes money */

#include "providers/foyer-payment-provider.h"

G_DEFINE_INTERFACE (FoyerPaymentProvider, foyer_payment_provider, G_TYPE_OBJECT)

static void
foyer_payment_provider_default_init (FoyerPaymentProviderInterface *iface)
{
}

FoyerProviderState
foyer_payment_provider_get_state (FoyerPaymentProvider *self, gint64 organisation, char **reason)
{
  *reason = NULL;
  return FOYER_PAYMENT_PROVIDER_GET_IFACE (self)->get_state (self, organisation, reason);
}

char *
foyer_payment_provider_ask (FoyerPaymentProvider *self,
                            gint64 organisation,
                            const char *invoice_id,
                            const FoyerMoney *amount,
                            const char *return_url,
                            GError **error)
{
  return FOYER_PAYMENT_PROVIDER_GET_IFACE (self)->ask (self, organisation, invoice_id, amount, return_url,
                                                       error);
}
