/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-text-provider.c - what a server asks of whoever sends text messages */

#include "providers/foyer-text-provider.h"

G_DEFINE_INTERFACE (FoyerTextProvider, foyer_text_provider, G_TYPE_OBJECT)

static void
foyer_text_provider_default_init (FoyerTextProviderInterface *iface)
{
}

FoyerProviderState
foyer_text_provider_get_state (FoyerTextProvider *self, gint64 organisation, char **number)
{
  *number = NULL;
  return FOYER_TEXT_PROVIDER_GET_IFACE (self)->get_state (self, organisation, number);
}

gboolean
foyer_text_provider_send (FoyerTextProvider *self,
                          gint64 organisation,
                          const char *phone,
                          const char *text,
                          GError **error)
{
  return FOYER_TEXT_PROVIDER_GET_IFACE (self)->send (self, organisation, phone, text, error);
}
