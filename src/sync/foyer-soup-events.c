/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-soup-events.c - one event stream over libsoup */

#include "foyer-soup-events.h"

#include "foyer-address.h"
#include "foyer-soup-error.h"
#include "foyer-soup-headers.h"

#define CHUNK (16 * 1024)
#define MOST_REDIRECTIONS 5

typedef struct {
  SoupSession *session;
  FoyerSoupRequest *request;
  char *last_event_id;
  guint redirections;
  SoupMessage *message;
  GInputStream *stream;
  FoyerEventParser *parser;
  FoyerEventFunc on_event;
  gpointer event_data;
  GCancellable *cancellable;
  gboolean heard; /* an event, in the bytes that were read last */
  guint8 chunk[CHUNK];
} Listening;

static void
listening_free (Listening *listening)
{
  g_clear_object (&listening->stream);
  g_clear_object (&listening->message);
  g_clear_object (&listening->session);
  foyer_soup_request_free (listening->request);
  g_free (listening->last_event_id);
  g_clear_object (&listening->cancellable);
  foyer_event_parser_free (listening->parser);
  g_free (listening);
}

/* One chunk may hold several events, and the first may make the listener cancel and be gone. */
static void
deliver (const char *name, const char *id, const char *data, gpointer user_data)
{
  Listening *listening = user_data;

  listening->heard = TRUE;
  if (!g_cancellable_is_cancelled (listening->cancellable))
    listening->on_event (name, id, data, listening->event_data);
}

static void
return_status (GTask *task)
{
  Listening *listening = g_task_get_task_data (task);

  g_task_return_int (task, (gssize) soup_message_get_status (listening->message));
}

static void
return_distrust (GTask *task, FoyerTransportError code, const char *sentence)
{
  Listening *listening = g_task_get_task_data (task);

  g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, code, "%s: %s",
                           g_uri_get_host (soup_message_get_uri (listening->message)), sentence);
}

static void
on_read_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listening *listening = g_task_get_task_data (task);
  gssize length = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);

  /* Broken off, timed out or ended: for a stream that is all the same, and who cancelled learns it from the task. */
  if (length <= 0) {
    return_status (task);
    return;
  }
  listening->heard = FALSE;
  if (!foyer_event_parser_feed (listening->parser, (const char *) listening->chunk, (gsize) length)) {
    return_distrust (task, FOYER_TRANSPORT_ERROR_TOO_LARGE, "the event stream is not to be trusted");
    return;
  }
  if (!listening->heard)
    deliver (NULL, NULL, NULL, listening);
  g_input_stream_read_async (listening->stream, listening->chunk, CHUNK, G_PRIORITY_DEFAULT,
                             listening->cancellable, on_read_ready, g_object_ref (task));
}

static void send_message (GTask *task);

/* The stream may be elsewhere on the same server; to another the token does not go. */
static gboolean
follow (GTask *task)
{
  Listening *listening = g_task_get_task_data (task);
  g_autofree char *target = foyer_soup_headers_location (listening->message);

  if (target == NULL || listening->redirections == MOST_REDIRECTIONS
      || !foyer_address_is_within (target, listening->request->url))
    return FALSE;
  listening->redirections++;
  g_free (listening->request->url);
  listening->request->url = g_steal_pointer (&target);
  send_message (task);
  return TRUE;
}

static void
on_send_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Listening *listening = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (listening->message);
  const char *content_type;
  GError *native = NULL;

  listening->stream = soup_session_send_finish (SOUP_SESSION (source), result, &native);
  if (listening->stream == NULL) {
    g_task_return_error (task, foyer_soup_error_translate (native, listening->message));
    return;
  }
  content_type = soup_message_headers_get_content_type (headers, NULL);
  if (follow (task))
    return;
  if (soup_message_get_status (listening->message) != SOUP_STATUS_OK)
    return_status (task);
  else if (content_type == NULL || g_ascii_strcasecmp (content_type, "text/event-stream") != 0)
    return_distrust (task, FOYER_TRANSPORT_ERROR_CUT, "the answer is no event stream");
  else
    g_input_stream_read_async (listening->stream, listening->chunk, CHUNK, G_PRIORITY_DEFAULT,
                               listening->cancellable, on_read_ready, g_object_ref (task));
}

static void
send_message (GTask *task)
{
  Listening *listening = g_task_get_task_data (task);
  SoupMessageHeaders *headers;

  g_clear_object (&listening->stream);
  g_clear_object (&listening->message);
  listening->message = foyer_soup_request_to_message (listening->request);
  headers = soup_message_get_request_headers (listening->message);
  soup_message_headers_replace (headers, "Accept", "text/event-stream");
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  if (listening->last_event_id != NULL)
    soup_message_headers_replace (headers, "Last-Event-ID", listening->last_event_id);
  soup_session_send_async (listening->session, listening->message, G_PRIORITY_DEFAULT, listening->cancellable,
                           on_send_ready, g_object_ref (task));
}

void
foyer_soup_events_async (SoupSession *session,
                         const FoyerSoupRequest *request,
                         const char *last_event_id,
                         FoyerEventFunc on_event,
                         gpointer event_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Listening *listening;
  GError *error = NULL;

  g_task_set_source_tag (task, foyer_soup_events_async);
  if (!foyer_soup_request_check (request, &error)) {
    g_task_return_error (task, error);
    return;
  }
  listening = g_new0 (Listening, 1);
  listening->session = g_object_ref (session);
  listening->request = foyer_soup_request_copy (request);
  listening->last_event_id = g_strdup (last_event_id);
  listening->parser = foyer_event_parser_new (deliver, listening);
  listening->on_event = on_event;
  listening->event_data = event_data;
  listening->cancellable = cancellable == NULL ? NULL : g_object_ref (cancellable);
  g_task_set_task_data (task, listening, (GDestroyNotify) listening_free);
  send_message (task);
}

/* `retry:` is of the stream, Retry-After of the answer that is none. */
static gint64
read_wait (Listening *listening)
{
  gint64 retry = foyer_event_parser_get_retry (listening->parser);
  gint64 after = foyer_soup_headers_retry_after (soup_message_get_response_headers (listening->message));

  if (retry >= 0)
    return retry * (G_USEC_PER_SEC / 1000);
  return after < 0 ? -1 : after * G_USEC_PER_SEC;
}

guint
foyer_soup_events_finish (GAsyncResult *result, gint64 *wait, GError **error)
{
  Listening *listening;
  gssize status;

  g_return_val_if_fail (g_async_result_is_tagged (result, foyer_soup_events_async), 0);

  listening = g_task_get_task_data (G_TASK (result));
  *wait = listening == NULL ? -1 : read_wait (listening);
  status = g_task_propagate_int (G_TASK (result), error);
  return status < 0 ? 0 : (guint) status;
}
