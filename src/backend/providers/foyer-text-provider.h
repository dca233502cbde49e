/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "providers/foyer-provider-state.h"

G_BEGIN_DECLS

#define FOYER_TYPE_TEXT_PROVIDER (foyer_text_provider_get_type ())
G_DECLARE_INTERFACE (FoyerTextProvider, foyer_text_provider, FOYER, TEXT_PROVIDER, GObject)

/**
 * FoyerTextProvider:
 *
 * Whoever sends text messages to phones on behalf of an organisation. A server has one; without any it is a #FoyerNotConnected.
 */
struct _FoyerTextProviderInterface {
  GTypeInterface parent_iface;

  FoyerProviderState (*get_state) (FoyerTextProvider *self, gint64 organisation, char **number);
  gboolean (*send) (FoyerTextProvider *self,
                    gint64 organisation,
                    const char *phone,
                    const char *text,
                    GError **error);
};

/**
 * foyer_text_provider_get_state:
 * @organisation: its number in the database
 * @number: (out) (nullable) (transfer full): the number that texts come from
 *
 * Returns: whether it sends texts for that organisation; of any thread, from what the provider knows already
 */
FoyerProviderState
foyer_text_provider_get_state (FoyerTextProvider *self, gint64 organisation, char **number);

/**
 * foyer_text_provider_send:
 * @phone: to whom
 *
 * Hands a text over. Takes as long as the provider takes, on a worker of its own.
 *
 * Returns: %FALSE with a #FoyerProviderError
 */
gboolean foyer_text_provider_send (FoyerTextProvider *self,
                                   gint64 organisation,
                                   const char *phone,
                                   const char *text,
                                   GError **error);

G_END_DECLS
