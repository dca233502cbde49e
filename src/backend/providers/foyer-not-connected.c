/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-not-connected.c - what a server has in the place of a provider that nobody has connected */

#include "providers/foyer-not-connected.h"

struct _FoyerNotConnected {
  GObject parent_instance;
};

static FoyerProviderState
get_payment_state (FoyerPaymentProvider *self, gint64 organisation, char **reason)
{
  return FOYER_PROVIDER_NOT_CONNECTED;
}

static char *
ask (FoyerPaymentProvider *self,
     gint64 organisation,
     const char *invoice_id,
     const FoyerMoney *amount,
     const char *return_url,
     GError **error)
{
  g_set_error_literal (error, FOYER_PROVIDER_ERROR, FOYER_PROVIDER_ERROR_NOT_CONNECTED,
                       "No payment provider is connected");
  return NULL;
}

static FoyerProviderState
get_text_state (FoyerTextProvider *self, gint64 organisation, char **number)
{
  return FOYER_PROVIDER_NOT_CONNECTED;
}

static gboolean
send_text (FoyerTextProvider *self, gint64 organisation, const char *phone, const char *text, GError **error)
{
  g_set_error_literal (error, FOYER_PROVIDER_ERROR, FOYER_PROVIDER_ERROR_NOT_CONNECTED,
                       "No provider of text messages is connected");
  return FALSE;
}

static void
init_payments (FoyerPaymentProviderInterface *iface)
{
  iface->get_state = get_payment_state;
  iface->ask = ask;
}

static void
init_texts (FoyerTextProviderInterface *iface)
{
  iface->get_state = get_text_state;
  iface->send = send_text;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerNotConnected,
                               foyer_not_connected,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_PAYMENT_PROVIDER, init_payments)
                                   G_IMPLEMENT_INTERFACE (FOYER_TYPE_TEXT_PROVIDER, init_texts))

static void
foyer_not_connected_class_init (FoyerNotConnectedClass *klass)
{
}

static void
foyer_not_connected_init (FoyerNotConnected *self)
{
}

FoyerNotConnected *
foyer_not_connected_new (void)
{
  return g_object_new (FOYER_TYPE_NOT_CONNECTED, NULL);
}
