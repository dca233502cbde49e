/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-soup-request.h"
#include "foyer-transport.h"

G_BEGIN_DECLS

/**
 * foyer_soup_exchange_async:
 *
 * Sends a request and reads the reply, at most %FOYER_JMAP_MAX_REPLY bytes of it. Redirections on the same server are followed. One that
 * leads to an unprotected address is an error, and so is one to another server if there is a token that could leak; without a token
 * the redirection itself is the reply.
 */
void foyer_soup_exchange_async (SoupSession *session,
                                const FoyerSoupRequest *request,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
FoyerTransportReply *foyer_soup_exchange_finish (GAsyncResult *result, GError **error);

G_END_DECLS
