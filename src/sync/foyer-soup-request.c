/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-soup-request.c - what is asked of a server, as a message of libsoup */

#include "foyer-soup-request.h"

#include "foyer-address.h"

#define SENT_KEY "foyer-sent"

FoyerSoupRequest *
foyer_soup_request_new (const char *method,
                        const char *url,
                        const char *content_type,
                        GBytes *body,
                        const char *bearer)
{
  FoyerSoupRequest *self = g_new0 (FoyerSoupRequest, 1);

  self->method = g_strdup (method);
  self->url = g_strdup (url);
  self->content_type = g_strdup (content_type);
  self->body = body == NULL ? NULL : g_bytes_ref (body);
  self->bearer = g_strdup (bearer);
  return self;
}

FoyerSoupRequest *
foyer_soup_request_copy (const FoyerSoupRequest *self)
{
  FoyerSoupRequest *copy
      = foyer_soup_request_new (self->method, self->url, self->content_type, self->body, self->bearer);

  copy->range = g_strdup (self->range);
  copy->tag = g_strdup (self->tag);
  return copy;
}

void
foyer_soup_request_ask_for_part (FoyerSoupRequest *self, const FoyerTransportPart *part)
{
  self->range = foyer_transport_part_range (part);
  self->tag = g_strdup (part->tag);
}

void
foyer_soup_request_free (FoyerSoupRequest *self)
{
  if (self == NULL)
    return;
  g_free (self->method);
  g_free (self->url);
  g_free (self->content_type);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->bearer);
  g_free (self->range);
  g_free (self->tag);
  g_free (self);
}

gboolean
foyer_soup_request_check (const FoyerSoupRequest *self, GError **error)
{
  g_autofree char *origin = foyer_address_get_origin (self->url);

  if (origin == NULL || !g_uri_is_valid (self->url, SOUP_HTTP_URI_FLAGS, NULL)) {
    g_set_error (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_ADDRESS, "No address: “%s”", self->url);
    return FALSE;
  }
  if (!foyer_address_is_private (self->url)) {
    g_set_error (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CERTIFICATE,
                 "Nothing is sent to an unprotected address, %s", origin);
    return FALSE;
  }
  return TRUE;
}

static void
on_wrote_body (SoupMessage *message, gpointer user_data)
{
  g_object_set_data (G_OBJECT (message), SENT_KEY, GINT_TO_POINTER (TRUE));
}

gboolean
foyer_soup_request_is_sent (SoupMessage *message)
{
  return g_object_get_data (G_OBJECT (message), SENT_KEY) != NULL;
}

SoupMessage *
foyer_soup_request_to_message (const FoyerSoupRequest *self)
{
  SoupMessage *message = soup_message_new (self->method, self->url);

  /* Without IDEMPOTENT libsoup opens a new connection for every POST. It never sends one twice by itself, with or without. */
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_IDEMPOTENT);
  g_signal_connect (message, "wrote-body", G_CALLBACK (on_wrote_body), NULL);
  if (self->body != NULL)
    soup_message_set_request_body_from_bytes (message, self->content_type, self->body);
  if (self->range != NULL) {
    soup_message_headers_replace (soup_message_get_request_headers (message), "Range", self->range);
    soup_message_headers_replace (soup_message_get_request_headers (message), "If-Range", self->tag);
  }
  if (self->bearer != NULL) {
    g_autofree char *value = g_strconcat ("Bearer ", self->bearer, NULL);

    soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", value);
  }
  return message;
}
