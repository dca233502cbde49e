/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-transport.c - the interface between the protocol and whatever carries it */

#include "foyer-transport.h"

G_DEFINE_QUARK (foyer - transport - error - quark, foyer_transport_error)

G_DEFINE_INTERFACE (FoyerTransport, foyer_transport, G_TYPE_OBJECT)

static void
foyer_transport_default_init (FoyerTransportInterface *iface)
{
}

void
foyer_transport_reply_free (FoyerTransportReply *reply)
{
  if (reply == NULL)
    return;
  g_free (reply->content_type);
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_free (reply->url);
  g_free (reply);
}

void
foyer_transport_send_async (FoyerTransport *self,
                            const char *method,
                            const char *url,
                            const char *content_type,
                            GBytes *body,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (FOYER_IS_TRANSPORT (self));

  FOYER_TRANSPORT_GET_IFACE (self)->send_async (self, method, url, content_type, body, cancellable, callback,
                                                user_data);
}

char *
foyer_transport_part_range (const FoyerTransportPart *part)
{
  return g_strdup_printf ("bytes=%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, part->from,
                          part->from + part->length - 1);
}

void
foyer_transport_fetch_async (FoyerTransport *self,
                             const char *url,
                             const FoyerTransportPart *part,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (FOYER_IS_TRANSPORT (self));

  if (FOYER_TRANSPORT_GET_IFACE (self)->fetch_async == NULL)
    foyer_transport_send_async (self, "GET", url, NULL, NULL, cancellable, callback, user_data);
  else
    FOYER_TRANSPORT_GET_IFACE (self)->fetch_async (self, url, part, cancellable, callback, user_data);
}

FoyerTransportReply *
foyer_transport_send_finish (FoyerTransport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (FOYER_IS_TRANSPORT (self), NULL);

  return FOYER_TRANSPORT_GET_IFACE (self)->send_finish (self, result, error);
}

void
foyer_transport_listen_async (FoyerTransport *self,
                              const char *url,
                              const char *last_event_id,
                              FoyerEventFunc on_event,
                              gpointer event_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (FOYER_IS_TRANSPORT (self));

  FOYER_TRANSPORT_GET_IFACE (self)->listen_async (self, url, last_event_id, on_event, event_data, cancellable,
                                                  callback, user_data);
}

guint
foyer_transport_listen_finish (FoyerTransport *self, GAsyncResult *result, gint64 *wait, GError **error)
{
  gint64 ignored;

  g_return_val_if_fail (FOYER_IS_TRANSPORT (self), 0);

  wait = wait == NULL ? &ignored : wait;
  *wait = -1;
  return FOYER_TRANSPORT_GET_IFACE (self)->listen_finish (self, result, wait, error);
}
