/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-event-parser.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define FOYER_TRANSPORT_ERROR (foyer_transport_error_quark ())

/**
 * FoyerTransportError:
 * @FOYER_TRANSPORT_ERROR_OFFLINE: no way to the server: try again later
 * @FOYER_TRANSPORT_ERROR_CERTIFICATE: the server cannot prove that it is the one: tell the person, do not go on
 * @FOYER_TRANSPORT_ERROR_TOO_LARGE: more than was agreed to take
 * @FOYER_TRANSPORT_ERROR_CUT: the reply ended too early: what was asked may have happened
 * @FOYER_TRANSPORT_ERROR_ADDRESS: not an address at all
 */
typedef enum {
  FOYER_TRANSPORT_ERROR_OFFLINE,
  FOYER_TRANSPORT_ERROR_CERTIFICATE,
  FOYER_TRANSPORT_ERROR_TOO_LARGE,
  FOYER_TRANSPORT_ERROR_CUT,
  FOYER_TRANSPORT_ERROR_ADDRESS,
} FoyerTransportError;

GQuark foyer_transport_error_quark (void);

/**
 * FoyerTransportReply:
 * @status: of HTTP
 * @content_type: (nullable): without parameters, in lower case
 * @body: (owned)
 * @retry_after: seconds that the server asks to wait, -1 if it does not
 * @date: the server's time in seconds since 1970, 0 if it does not say
 * @url: where the reply came from, after redirections
 */
typedef struct {
  guint status;
  char *content_type;
  GBytes *body;
  gint64 retry_after;
  gint64 date;
  char *url;
} FoyerTransportReply;

void foyer_transport_reply_free (FoyerTransportReply *reply);

/**
 * FoyerTransportPart:
 * @tag: the entity tag that what is here is of, in its quotes
 * @from: the first byte that is asked for
 * @length: how many are asked for
 *
 * A part of what stands at an address (RFC 9110 §14).
 */
typedef struct {
  const char *tag;
  gint64 from;
  gint64 length;
} FoyerTransportPart;

/**
 * foyer_transport_part_range:
 *
 * Returns: (transfer full): the value of the header `Range`
 */
char *foyer_transport_part_range (const FoyerTransportPart *part);

#define FOYER_TYPE_TRANSPORT (foyer_transport_get_type ())
G_DECLARE_INTERFACE (FoyerTransport, foyer_transport, FOYER, TRANSPORT, GObject)

/**
 * FoyerTransport:
 *
 * The way to a server: HTTP in the program, a function call in the simulation, a lossy one in tests.
 */
struct _FoyerTransportInterface {
  GTypeInterface parent_iface;

  void (*send_async) (FoyerTransport *self,
                      const char *method,
                      const char *url,
                      const char *content_type,
                      GBytes *body,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  FoyerTransportReply *(*send_finish) (FoyerTransport *self, GAsyncResult *result, GError **error);
  void (*fetch_async) (FoyerTransport *self,
                       const char *url,
                       const FoyerTransportPart *part,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);

  void (*listen_async) (FoyerTransport *self,
                        const char *url,
                        const char *last_event_id,
                        FoyerEventFunc on_event,
                        gpointer event_data,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
  guint (*listen_finish) (FoyerTransport *self, GAsyncResult *result, gint64 *wait, GError **error);
};

/**
 * foyer_transport_send_async:
 * @method: `GET` or `POST`
 * @content_type: (nullable): of @body
 * @body: (nullable)
 *
 * Sends one request. Credentials are the transport's own.
 */
void foyer_transport_send_async (FoyerTransport *self,
                                 const char *method,
                                 const char *url,
                                 const char *content_type,
                                 GBytes *body,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * foyer_transport_fetch_async:
 * @part: what is asked for
 *
 * Gets a part of something, to be ended by foyer_transport_send_finish(). The reply's status is 206 with the part, 200 with the whole if the server
 * gives no parts or has something else there, 416 if there is nothing at that place. A transport that knows no parts asks for the whole.
 */
void foyer_transport_fetch_async (FoyerTransport *self,
                                  const char *url,
                                  const FoyerTransportPart *part,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * foyer_transport_send_finish:
 *
 * Returns: (transfer full): the reply, of whatever status, or %NULL with a #FoyerTransportError
 */
FoyerTransportReply *foyer_transport_send_finish (FoyerTransport *self, GAsyncResult *result, GError **error);

/**
 * foyer_transport_listen_async:
 * @last_event_id: (nullable): where an earlier stream ended
 * @on_event: called in the caller's main context for each event until the stream ends or is cancelled
 *
 * Opens an event stream and listens until it ends. A ping is an event too, and bytes without one, such as comments, call @on_event without a
 * name, so that silence can be told from a dead connection.
 */
void foyer_transport_listen_async (FoyerTransport *self,
                                   const char *url,
                                   const char *last_event_id,
                                   FoyerEventFunc on_event,
                                   gpointer event_data,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * foyer_transport_listen_finish:
 * @wait: (out) (optional): microseconds that the server asks to wait before the next stream, by `retry:` or `Retry-After`; -1 if it does not
 *
 * Returns: the HTTP status with which the stream began; 204 asks never to come back. 0 with an error if there was none.
 */
guint
foyer_transport_listen_finish (FoyerTransport *self, GAsyncResult *result, gint64 *wait, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerTransportReply, foyer_transport_reply_free)

G_END_DECLS
