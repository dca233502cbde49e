/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-transport.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CANNED_TRANSPORT (foyer_canned_transport_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCannedTransport, foyer_canned_transport, FOYER, CANNED_TRANSPORT, GObject)

/**
 * foyer_canned_transport_new:
 *
 * Returns: (transfer full): a transport whose other end is the test: it sees each request and says what comes back. There are no events.
 */
FoyerCannedTransport *foyer_canned_transport_new (void);

gboolean foyer_canned_transport_is_asked (FoyerCannedTransport *self);
const char *foyer_canned_transport_get_method (FoyerCannedTransport *self);
const char *foyer_canned_transport_get_path (FoyerCannedTransport *self);
const char *foyer_canned_transport_get_body (FoyerCannedTransport *self);

void foyer_canned_transport_reply (FoyerCannedTransport *self,
                                   guint status,
                                   const char *content_type,
                                   const char *body);

/**
 * foyer_canned_transport_reply_later:
 * @seconds: that the server asks to wait
 */
void foyer_canned_transport_reply_later (FoyerCannedTransport *self, guint status, gint64 seconds);
void foyer_canned_transport_fail (FoyerCannedTransport *self, FoyerTransportError error);

G_END_DECLS
