/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-transport.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * FoyerSoupRequest:
 * @method: `GET` or `POST`
 * @url: absolute
 * @content_type: (nullable): of @body
 * @body: (nullable)
 * @bearer: (nullable): the access token to send along
 * @range: (nullable): the value of `Range`
 * @tag: (nullable): the value of `If-Range`
 *
 * One request.
 */
typedef struct {
  char *method;
  char *url;
  char *content_type;
  GBytes *body;
  char *bearer;
  char *range;
  char *tag;
} FoyerSoupRequest;

FoyerSoupRequest *foyer_soup_request_new (const char *method,
                                          const char *url,
                                          const char *content_type,
                                          GBytes *body,
                                          const char *bearer);

/**
 * foyer_soup_request_ask_for_part:
 *
 * Asks for a part alone.
 */
void foyer_soup_request_ask_for_part (FoyerSoupRequest *self, const FoyerTransportPart *part);
FoyerSoupRequest *foyer_soup_request_copy (const FoyerSoupRequest *self);
void foyer_soup_request_free (FoyerSoupRequest *self);

/**
 * foyer_soup_request_check:
 *
 * Returns: %FALSE with %FOYER_TRANSPORT_ERROR_ADDRESS if there is no such address, with %FOYER_TRANSPORT_ERROR_CERTIFICATE if what is sent
 *   there could be read on the way
 */
gboolean foyer_soup_request_check (const FoyerSoupRequest *self, GError **error);

/**
 * foyer_soup_request_to_message:
 *
 * Returns: (transfer full): the message for libsoup. It follows no redirection by itself, since libsoup 3.2 would carry the token along.
 */
SoupMessage *foyer_soup_request_to_message (const FoyerSoupRequest *self);

/**
 * foyer_soup_request_is_sent:
 * @message: made by foyer_soup_request_to_message()
 *
 * Returns: whether the whole request has left, so that the server may have acted on it
 */
gboolean foyer_soup_request_is_sent (SoupMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSoupRequest, foyer_soup_request_free)

G_END_DECLS
