/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-loopback.c - a transport that calls the server core, on a clock that is told when to move */

#include "foyer-loopback.h"

#include "foyer-json.h"

#include <string.h>

#define ONE_WAY 5000

struct _FoyerLoopback {
  GObject parent_instance;

  FoyerTestServer *server;
  char *name;
  char *token;
  GString *trace;
  gboolean online;
  guint losses;
  guint spared; /* replies before those that are lost */
  guint requests;
  guint fetches;
  guint stream_status;
  gint64 skew;
  char *broken_method; /* (nullable) */
  char *error;
  char *from; /* (nullable) */
  char *to;
  char *needle; /* (nullable) */
  FoyerLoopbackFault fault;
  guint fault_status;
  char *fault_body;
  GPtrArray *listeners; /* (element-type GTask) */
  gulong changed_handler;
};

static void foyer_loopback_transport_init (FoyerTransportInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerLoopback,
                               foyer_loopback,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_TRANSPORT, foyer_loopback_transport_init))

static FoyerClock *
get_clock (FoyerLoopback *self)
{
  return FOYER_CLOCK (self->server->clock);
}

static void
write_down (FoyerLoopback *self, const char *what, GBytes *body)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body);

  g_string_append_printf (self->trace, "%" G_GINT64_FORMAT " %s %s %.12s\n",
                          foyer_clock_monotonic (get_clock (self)), self->name, what, sum);
}

static void
return_offline (GTask *task)
{
  g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE, "There is no network");
}

/* --- Requests --- */

static gboolean
is_struck (FoyerLoopback *self, FoyerHttpRequest *request)
{
  gsize length = 0;
  const char *body = request->body == NULL ? NULL : g_bytes_get_data (request->body, &length);

  return self->needle != NULL && body != NULL && g_strstr_len (body, (gssize) length, self->needle) != NULL;
}

/* The call that is struck becomes one that no server knows; its answer is changed on the way back. */
static void
spoil_calls (FoyerLoopback *self, FoyerHttpRequest *request)
{
  g_autofree char *body
      = g_strndup (g_bytes_get_data (request->body, NULL), g_bytes_get_size (request->body));
  g_autoptr (JsonObject) json = foyer_json_parse_object (body, -1, NULL);
  JsonArray *calls = foyer_json_object_array (json, "methodCalls");
  JsonArray *spoilt = json_array_new ();
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < json_array_get_length (calls); i++) {
    JsonArray *call = json_array_get_array_element (calls, i);
    g_autofree char *arguments = foyer_json_canonical (json_array_get_element (call, 1));
    const char *method = json_array_get_string_element (call, 0);
    gboolean struck = (self->needle != NULL && self->fault == FOYER_FAULT_SERVER_FAIL
                       && g_str_has_suffix (method, "/set") && strstr (arguments, self->needle) != NULL)
                      || g_strcmp0 (method, self->broken_method) == 0;
    JsonArray *copy = json_array_new ();

    json_array_add_string_element (copy, struck ? "Spoilt/set" : method);
    json_array_add_element (copy, json_node_copy (json_array_get_element (call, 1)));
    json_array_add_string_element (copy, json_array_get_string_element (call, 2));
    json_array_add_array_element (spoilt, copy);
  }
  json_object_set_array_member (json, "methodCalls", spoilt);
  text = foyer_json_canonical_object (json);
  bytes = g_bytes_new (text, strlen (text));
  foyer_http_request_set_body (request, "application/json", bytes);
}

static GBytes *
spoil_answer (GBytes *body, const char *from, const char *to)
{
  g_autoptr (GString) text
      = g_string_new_len (g_bytes_get_data (body, NULL), (gssize) g_bytes_get_size (body));

  g_string_replace (text, from, to, 0);
  return g_bytes_new (text->str, text->len);
}

static FoyerTransportReply *
ask (FoyerLoopback *self, FoyerHttpRequest *request)
{
  FoyerCredentials credentials = { .bearer = self->token };
  gboolean spoils = (self->fault == FOYER_FAULT_SERVER_FAIL && is_struck (self, request))
                    || (self->broken_method != NULL && request->body != NULL);
  g_autoptr (FoyerHttpResponse) response = NULL;
  FoyerTransportReply *reply = g_new0 (FoyerTransportReply, 1);

  if (spoils)
    spoil_calls (self, request);
  response = foyer_test_server_ask (self->server, &credentials, request);
  reply->status = response->status;
  reply->content_type = g_strdup (foyer_http_response_header (response, "Content-Type"));
  if (spoils)
    reply->body = spoil_answer (response->body, "unknownMethod", self->error);
  else if (self->from != NULL)
    reply->body = spoil_answer (response->body, self->from, self->to);
  else
    reply->body = g_bytes_ref (response->body);
  reply->retry_after = -1;
  reply->date = foyer_clock_now_seconds (get_clock (self)) + self->skew;
  return reply;
}

static void
return_status (FoyerLoopback *self, GTask *task)
{
  FoyerTransportReply *reply = g_new0 (FoyerTransportReply, 1);

  reply->status = self->fault_status;
  reply->content_type = g_strdup ("application/problem+json");
  reply->body = g_bytes_new (self->fault_body, strlen (self->fault_body));
  reply->retry_after = -1;
  g_task_return_pointer (task, reply, (GDestroyNotify) foyer_transport_reply_free);
}

static void
lose_reply (FoyerLoopback *self, GTask *task)
{
  g_string_append_printf (self->trace, "%s lost a reply\n", self->name);
  g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CUT, "The reply was lost");
}

static void
on_arrived (gpointer data)
{
  g_autoptr (GTask) task = data;
  FoyerLoopback *self = g_task_get_source_object (task);
  gboolean struck = is_struck (self, g_task_get_task_data (task));
  FoyerTransportReply *reply;

  if (!self->online) {
    return_offline (task);
    return;
  }
  if (struck && self->fault == FOYER_FAULT_STATUS) {
    return_status (self, task);
    return;
  }
  if (struck && self->fault == FOYER_FAULT_CUT_BEFORE) {
    lose_reply (self, task);
    return;
  }
  reply = ask (self, g_task_get_task_data (task));
  if (self->spared > 0) {
    self->spared--;
  } else if (self->losses > 0 || (struck && self->fault == FOYER_FAULT_CUT_AFTER)) {
    self->losses -= MIN (self->losses, 1);
    foyer_transport_reply_free (reply);
    lose_reply (self, task);
    return;
  }
  write_down (self, "got", reply->body);
  g_task_return_pointer (task, reply, (GDestroyNotify) foyer_transport_reply_free);
}

static void
foyer_loopback_send_async (FoyerTransport *transport,
                           const char *method,
                           const char *url,
                           const char *content_type,
                           GBytes *body,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  FoyerLoopback *self = FOYER_LOOPBACK (transport);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  FoyerHttpRequest *request
      = foyer_http_request_new (method, g_uri_get_host (uri), g_uri_get_path (uri), NULL);

  self->requests++;
  if (body != NULL) {
    foyer_http_request_set_body (request, content_type, body);
    write_down (self, "sent", body);
  }
  g_task_set_task_data (task, request, (GDestroyNotify) foyer_http_request_free);
  foyer_clock_add_timer (get_clock (self), ONE_WAY, on_arrived, task);
}

static void
foyer_loopback_fetch_async (FoyerTransport *transport,
                            const char *url,
                            const FoyerTransportPart *part,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  FoyerLoopback *self = FOYER_LOOPBACK (transport);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  g_autofree char *range = foyer_transport_part_range (part);
  FoyerHttpRequest *request
      = foyer_http_request_new ("GET", g_uri_get_host (uri), g_uri_get_path (uri), NULL);

  self->requests++;
  self->fetches++;
  foyer_http_request_set_header (request, "range", range);
  foyer_http_request_set_header (request, "if-range", part->tag);
  g_task_set_task_data (task, request, (GDestroyNotify) foyer_http_request_free);
  foyer_clock_add_timer (get_clock (self), ONE_WAY, on_arrived, task);
}

static FoyerTransportReply *
foyer_loopback_send_finish (FoyerTransport *transport, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Events --- */

typedef struct {
  FoyerEventFunc callback;
  gpointer user_data;
} Listener;

static void
end_listener (FoyerLoopback *self, GTask *task)
{
  g_object_ref (task);
  if (g_ptr_array_remove (self->listeners, task))
    return_offline (task);
  g_object_unref (task);
}

static void
on_cancelled (GCancellable *cancellable, gpointer data)
{
  GTask *task = data;

  end_listener (g_task_get_source_object (task), task);
}

typedef struct {
  FoyerLoopback *loopback;
  const char *name;
  char *data;
} Push;

static void
on_pushed (gpointer data)
{
  Push *push = data;
  FoyerLoopback *self = push->loopback;

  for (guint i = 0; self->online && i < self->listeners->len; i++) {
    Listener *listener = g_task_get_task_data (self->listeners->pdata[i]);

    listener->callback (push->name, NULL, push->data, listener->user_data);
  }
  g_object_unref (self);
  g_free (push->data);
  g_free (push);
}

static void
push_event (FoyerLoopback *self, const char *name, char *data)
{
  Push *push = g_new0 (Push, 1);

  push->loopback = g_object_ref (self);
  push->name = name;
  push->data = data;
  foyer_clock_add_timer (get_clock (self), ONE_WAY, on_pushed, push);
}

static void
foyer_loopback_listen_async (FoyerTransport *transport,
                             const char *url,
                             const char *last_event_id,
                             FoyerEventFunc on_event,
                             gpointer event_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  FoyerLoopback *self = FOYER_LOOPBACK (transport);
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Listener *listener = g_new0 (Listener, 1);

  listener->callback = on_event;
  listener->user_data = event_data;
  g_task_set_task_data (task, listener, g_free);
  if (!self->online || self->stream_status == 0) {
    return_offline (task);
    g_object_unref (task);
    return;
  }
  if (self->stream_status != 200) {
    g_task_return_int (task, self->stream_status);
    g_object_unref (task);
    return;
  }
  g_ptr_array_add (self->listeners, task);
  g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (on_cancelled), task, 0);
  /* A stream says at once that it is there. */
  push_event (self, "ping", g_strdup ("{}"));
}

static guint
foyer_loopback_listen_finish (FoyerTransport *transport, GAsyncResult *result, gint64 *wait, GError **error)
{
  gssize status = g_task_propagate_int (G_TASK (result), error);

  return status < 0 ? 0 : (guint) status;
}

static void
on_backend_changed (FoyerBackend *backend, const char *account_id, GHashTable *states, gpointer user_data)
{
  FoyerLoopback *self = user_data;
  g_autoptr (JsonObject) event = json_object_new ();
  JsonObject *changed = json_object_new ();
  JsonObject *types = json_object_new ();
  GHashTableIter iter;
  gpointer type;
  gpointer state;

  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, &type, &state))
    json_object_set_string_member (types, type, state);
  json_object_set_object_member (changed, account_id, types);
  json_object_set_object_member (event, "changed", changed);
  push_event (self, "state", foyer_json_canonical_object (event));
}

static void
foyer_loopback_transport_init (FoyerTransportInterface *iface)
{
  iface->send_async = foyer_loopback_send_async;
  iface->send_finish = foyer_loopback_send_finish;
  iface->fetch_async = foyer_loopback_fetch_async;
  iface->listen_async = foyer_loopback_listen_async;
  iface->listen_finish = foyer_loopback_listen_finish;
}

static void
foyer_loopback_finalize (GObject *object)
{
  FoyerLoopback *self = FOYER_LOOPBACK (object);

  g_signal_handler_disconnect (self->server->backend, self->changed_handler);
  g_ptr_array_unref (self->listeners);
  g_free (self->name);
  g_free (self->token);
  g_free (self->needle);
  g_free (self->fault_body);
  g_free (self->broken_method);
  g_free (self->error);
  g_free (self->from);
  g_free (self->to);
  G_OBJECT_CLASS (foyer_loopback_parent_class)->finalize (object);
}

static void
foyer_loopback_class_init (FoyerLoopbackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_loopback_finalize;
}

static void
foyer_loopback_init (FoyerLoopback *self)
{
  self->online = TRUE;
  self->stream_status = 200;
  self->error = g_strdup ("serverFail");
  self->listeners = g_ptr_array_new_with_free_func (g_object_unref);
}

FoyerTransport *
foyer_loopback_new (FoyerTestServer *server, const char *name, const char *token, GString *trace)
{
  FoyerLoopback *self = g_object_new (FOYER_TYPE_LOOPBACK, NULL);

  self->server = server;
  self->name = g_strdup (name);
  self->token = g_strdup (token);
  self->trace = trace;
  self->changed_handler
      = g_signal_connect (server->backend, "changed", G_CALLBACK (on_backend_changed), self);
  return FOYER_TRANSPORT (self);
}

void
foyer_loopback_set_online (FoyerLoopback *self, gboolean online)
{
  self->online = online;
  while (!online && self->listeners->len > 0)
    end_listener (self, self->listeners->pdata[0]);
}

void
foyer_loopback_lose_reply_after (FoyerLoopback *self, guint count)
{
  self->spared = count;
  self->losses = 1;
}

void
foyer_loopback_lose_replies (FoyerLoopback *self, guint count)
{
  self->losses = count;
}

void
foyer_loopback_set_fault (FoyerLoopback *self,
                          const char *needle,
                          FoyerLoopbackFault fault,
                          guint status,
                          const char *body)
{
  g_free (self->needle);
  self->needle = g_strdup (needle);
  self->fault = fault;
  self->fault_status = status;
  g_free (self->fault_body);
  self->fault_body = g_strdup (body == NULL ? "" : body);
}

guint
foyer_loopback_count_requests (FoyerLoopback *self)
{
  return self->requests;
}

static void
replace_text (char **text, const char *with)
{
  g_free (*text);
  *text = g_strdup (with);
}

void
foyer_loopback_set_error (FoyerLoopback *self, const char *type)
{
  replace_text (&self->error, type);
}

void
foyer_loopback_set_broken_method (FoyerLoopback *self, const char *name)
{
  replace_text (&self->broken_method, name);
}

void
foyer_loopback_rewrite (FoyerLoopback *self, const char *from, const char *to)
{
  replace_text (&self->from, from);
  replace_text (&self->to, to);
}

void
foyer_loopback_set_token (FoyerLoopback *self, const char *token)
{
  g_free (self->token);
  self->token = g_strdup (token);
}

void
foyer_loopback_set_skew (FoyerLoopback *self, gint64 seconds)
{
  self->skew = seconds;
}

void
foyer_loopback_refuse_streams (FoyerLoopback *self, guint status)
{
  self->stream_status = status;
  while (status != 200 && self->listeners->len > 0)
    end_listener (self, self->listeners->pdata[0]);
}

guint
foyer_loopback_get_fetches (FoyerLoopback *self)
{
  return self->fetches;
}
