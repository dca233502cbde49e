/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-soup-exchange.c - one request and its reply over libsoup */

#include "foyer-soup-exchange.h"

#include "foyer-address.h"
#include "foyer-soup-error.h"
#include "foyer-soup-headers.h"

#include "foyer-jmap.h"

#define CHUNK (64 * 1024)
#define MOST_REDIRECTIONS 5

typedef struct {
  SoupSession *session;
  FoyerSoupRequest *request;
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *body;
  guint redirections;
} Exchange;

static void
exchange_free (Exchange *exchange)
{
  g_clear_object (&exchange->stream);
  g_clear_object (&exchange->message);
  g_clear_object (&exchange->session);
  foyer_soup_request_free (exchange->request);
  g_clear_pointer (&exchange->body, g_byte_array_unref);
  g_free (exchange);
}

/* Whether JSON ends within an object, a list or a string. */
static gboolean
is_unfinished (const guint8 *text, gsize length)
{
  gboolean is_string = FALSE;
  gsize depth = 0;

  for (gsize i = 0; i < length; i++) {
    switch (text[i]) {
    case '"':
      is_string = !is_string;
      break;
    case '\\':
      i += is_string ? 1 : 0;
      break;
    case '{':
    case '[':
      depth += is_string ? 0 : 1;
      break;
    case '}':
    case ']':
      depth -= is_string || depth == 0 ? 0 : 1;
      break;
    default:
      break;
    }
  }
  return is_string || depth > 0;
}

/* libsoup 3.2 takes the end of a connection between two chunks for the end of the body, and a body without length ends like that anyway.
 * Then only the text itself can say that it is not whole. */
static gboolean
is_cut (Exchange *exchange, const char *content_type)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);

  return soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH && content_type != NULL
         && g_ascii_strcasecmp (content_type, "application/json") == 0
         && is_unfinished (exchange->body->data, exchange->body->len);
}

static void
return_reply (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  const char *content_type = soup_message_headers_get_content_type (headers, NULL);
  FoyerTransportReply *reply;

  if (is_cut (exchange, content_type)) {
    g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CUT,
                             "The answer of %s did not come whole",
                             g_uri_get_host (soup_message_get_uri (exchange->message)));
    return;
  }
  reply = g_new0 (FoyerTransportReply, 1);
  reply->status = soup_message_get_status (exchange->message);
  reply->content_type = content_type == NULL ? NULL : g_ascii_strdown (content_type, -1);
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&exchange->body));
  reply->date = foyer_soup_headers_date (headers);
  reply->retry_after = foyer_soup_headers_retry_after (headers);
  reply->url = g_strdup (exchange->request->url);
  g_task_return_pointer (task, reply, (GDestroyNotify) foyer_transport_reply_free);
}

static void
return_too_large (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_TOO_LARGE,
                           "The answer of %s is longer than %d MB",
                           g_uri_get_host (soup_message_get_uri (exchange->message)),
                           FOYER_JMAP_MAX_REPLY / (1024 * 1024));
}

static void
return_native_error (GTask *task, GError *native)
{
  Exchange *exchange = g_task_get_task_data (task);

  g_task_return_error (task, foyer_soup_error_translate (native, exchange->message));
}

static void
on_read_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *native = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &native);
  gsize length;
  gconstpointer data;

  if (bytes == NULL) {
    return_native_error (task, native);
    return;
  }
  data = g_bytes_get_data (bytes, &length);
  if (length == 0) {
    return_reply (task);
    return;
  }
  if (length > FOYER_JMAP_MAX_REPLY - exchange->body->len) {
    return_too_large (task);
    return;
  }
  g_byte_array_append (exchange->body, data, (guint) length);
  g_input_stream_read_bytes_async (exchange->stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   on_read_ready, g_object_ref (task));
}

static void
read_body (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);

  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
      && soup_message_headers_get_content_length (headers) > FOYER_JMAP_MAX_REPLY) {
    return_too_large (task);
    return;
  }
  exchange->body = g_byte_array_new ();
  g_input_stream_read_bytes_async (exchange->stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   on_read_ready, g_object_ref (task));
}

/* A form that was sent may not be asked for again as a page (RFC 9110 §15.4). */
static gboolean
may_repeat (Exchange *exchange)
{
  guint status = soup_message_get_status (exchange->message);

  return g_str_equal (exchange->request->method, "GET") || status == SOUP_STATUS_TEMPORARY_REDIRECT
         || status == SOUP_STATUS_PERMANENT_REDIRECT;
}

static void send_message (GTask *task);

/* Returns: FALSE if the reply is to be read like any other */
static gboolean
follow (GTask *task, const char *target)
{
  Exchange *exchange = g_task_get_task_data (task);
  FoyerSoupRequest *request = exchange->request;
  gboolean is_downgrade = g_str_has_prefix (request->url, "https:") && !g_str_has_prefix (target, "https:");

  if (foyer_address_is_within (target, request->url)) {
    if (!may_repeat (exchange) || exchange->redirections == MOST_REDIRECTIONS)
      return FALSE;
    exchange->redirections++;
    g_free (request->url);
    request->url = g_strdup (target);
    send_message (task);
    return TRUE;
  }
  if (request->bearer == NULL && !is_downgrade)
    return FALSE;
  g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CERTIFICATE,
                           is_downgrade ? "%s sends on to an unprotected address, %s"
                                        : "%s sends on to another server, %s",
                           g_uri_get_host (soup_message_get_uri (exchange->message)), target);
  return TRUE;
}

static void
on_send_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *native = NULL;
  g_autofree char *target = NULL;

  exchange->stream = soup_session_send_finish (SOUP_SESSION (source), result, &native);
  if (exchange->stream == NULL) {
    return_native_error (task, native);
    return;
  }
  target = foyer_soup_headers_location (exchange->message);
  if (target == NULL || !follow (task, target))
    read_body (task);
}

static void
send_message (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  g_clear_object (&exchange->stream);
  g_clear_object (&exchange->message);
  exchange->message = foyer_soup_request_to_message (exchange->request);
  soup_message_headers_replace (soup_message_get_request_headers (exchange->message), "Accept",
                                "application/json");
  soup_session_send_async (exchange->session, exchange->message, G_PRIORITY_DEFAULT,
                           g_task_get_cancellable (task), on_send_ready, g_object_ref (task));
}

void
foyer_soup_exchange_async (SoupSession *session,
                           const FoyerSoupRequest *request,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Exchange *exchange = g_new0 (Exchange, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, foyer_soup_exchange_async);
  g_task_set_task_data (task, exchange, (GDestroyNotify) exchange_free);
  exchange->session = g_object_ref (session);
  exchange->request = foyer_soup_request_copy (request);
  if (foyer_soup_request_check (request, &error))
    send_message (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

FoyerTransportReply *
foyer_soup_exchange_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, foyer_soup_exchange_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
