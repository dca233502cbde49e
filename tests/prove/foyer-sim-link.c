/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sim-link.c - a network that loses, delays, repeats, reorders and cuts, from a seed */

#include "foyer-sim-link.h"

#include "foyer-json.h"

#include <string.h>

#define GIVE_UP_SECONDS 20
#define LONGEST_REPEAT_SECONDS 120
#define PING (30 * G_USEC_PER_SEC)

struct _FoyerSimLink {
  GObject parent_instance;

  FoyerSimServer *server;
  guint console;
  char *name;
  FoyerSimWeather *weather;
  FoyerRandom *random; /* (owned) */
  GString *trace;
  gboolean online;
  guint n_sent;
  GPtrArray *listeners; /* (element-type GTask) (owned) */
  guint n_listened;
  guint ping_timer;
  gint64 last_event_at; /* a stream keeps its order */
};

static void foyer_sim_link_transport_init (FoyerTransportInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerSimLink,
                               foyer_sim_link,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_TRANSPORT, foyer_sim_link_transport_init))

typedef enum {
  FATE_FINE,
  FATE_LOSE_REQUEST,
  FATE_LOSE_REPLY,
  FATE_LATE,
  FATE_REPEAT,
  FATE_CUT,
  FATE_JUNK,
  FATE_BUSY,
  FATE_CRASH,
} Fate;

static const char *const fate_names[]
    = { "arrives",           "is lost",           "has its reply lost",    "is late",
        "is repeated",       "has its reply cut", "is answered with junk", "is turned away",
        "crashes the server" };

/* One request on its way. Both ends hold it: the sender may give up while it still travels. */
typedef struct {
  FoyerSimLink *link; /* (owned) */
  guint number;
  GTask *task; /* (owned) (nullable): until the sender knows */
  gulong cancel_handler;
  FoyerHttpRequest *request; /* (owned) */
  char *url;
  Fate fate;
  FoyerTransportReply *reply; /* (owned) (nullable): on its way back */
  guint references;
} Parcel;

static FoyerClock *
get_clock (FoyerSimLink *self)
{
  return FOYER_CLOCK (self->server->clock);
}

static void
write_down (Parcel *parcel, const char *what)
{
  FoyerSimLink *self = parcel->link;

  g_string_append_printf (self->trace, "%10.3f  %s: request %u %s\n",
                          (double) foyer_clock_monotonic (get_clock (self)) / G_USEC_PER_SEC, self->name,
                          parcel->number, what);
}

static void
release (Parcel *parcel)
{
  if (--parcel->references > 0)
    return;
  g_assert (parcel->task == NULL);
  parcel->link->weather->under_way--;
  foyer_http_request_free (parcel->request);
  g_clear_pointer (&parcel->reply, foyer_transport_reply_free);
  g_free (parcel->url);
  g_object_unref (parcel->link);
  g_free (parcel);
}

static gint64
draw_way (FoyerSimLink *self)
{
  return 1000 + (gint64) (foyer_random_unit (self->random) * (double) self->weather->slow);
}

static void
travel (Parcel *parcel, gint64 time, FoyerTimerFunc callback)
{
  parcel->references++;
  foyer_clock_add_timer (get_clock (parcel->link), time, callback, parcel);
}

/* --- The sender's end --- */

static GTask *
take_task (Parcel *parcel)
{
  GTask *task = g_steal_pointer (&parcel->task);

  if (task != NULL && g_task_get_cancellable (task) != NULL)
    g_signal_handler_disconnect (g_task_get_cancellable (task), parcel->cancel_handler);
  return task;
}

static void
fail (Parcel *parcel, FoyerTransportError code, const char *why)
{
  g_autoptr (GTask) task = take_task (parcel);

  if (task != NULL)
    g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, (int) code, "%s", why);
}

static void
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  Parcel *parcel = user_data;
  g_autoptr (GTask) task = g_steal_pointer (&parcel->task);

  /* Not while the signal runs: the handler goes with the cancellable. */
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nobody waits any more");
}

static void
on_given_up (gpointer user_data)
{
  Parcel *parcel = user_data;

  fail (parcel, FOYER_TRANSPORT_ERROR_CUT, "No answer");
  release (parcel);
}

static void
on_replied (gpointer user_data)
{
  Parcel *parcel = user_data;
  g_autoptr (GTask) task = NULL;

  if (!parcel->link->online) {
    fail (parcel, FOYER_TRANSPORT_ERROR_CUT, "The network went away");
  } else {
    task = take_task (parcel);
    if (task != NULL)
      g_task_return_pointer (task, g_steal_pointer (&parcel->reply),
                             (GDestroyNotify) foyer_transport_reply_free);
  }
  release (parcel);
}

/* --- The server's end --- */

static FoyerTransportReply *
make_reply (FoyerSimLink *self, guint status, const char *type, GBytes *body)
{
  FoyerTransportReply *reply = g_new0 (FoyerTransportReply, 1);

  reply->status = status;
  reply->content_type = g_strdup (type);
  reply->body = g_bytes_ref (body);
  reply->retry_after = -1;
  reply->date = foyer_clock_now_seconds (get_clock (self));
  return reply;
}

/* A server of smaller limits, so that a handful of records takes several pages. */
static GBytes *
limit_session (FoyerSimWeather *weather, GBytes *body)
{
  gsize length;
  const char *text = g_bytes_get_data (body, &length);
  g_autoptr (JsonObject) session = foyer_json_parse_object (text, (gssize) length, NULL);
  JsonObject *capabilities = foyer_json_object_object (session, "capabilities");
  JsonObject *core = foyer_json_object_object (capabilities, "urn:ietf:params:jmap:core");
  char *limited;

  json_object_set_int_member (core, "maxObjectsInGet", weather->page);
  json_object_set_int_member (core, "maxCallsInRequest", weather->calls);
  json_object_set_int_member (core, "maxSizeUpload", weather->upload);
  limited = foyer_json_to_text (session);
  return g_bytes_new_take (limited, strlen (limited));
}

static void
write_down_bytes (Parcel *parcel, const char *arrow, GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (parcel->link->weather->exchanges)
    g_string_append_printf (parcel->link->trace, "            %s %.*s\n", arrow, (int) length,
                            text == NULL ? "" : text);
}

/* Nothing of another business may come out, not even a name. */
static void
look_for_foreign (FoyerSimLink *self, GBytes *body)
{
  gsize length;
  const char *text = g_bytes_get_data (body, &length);

  if (text != NULL && memmem (text, length, FOYER_SIM_FOREIGN_END, strlen (FOYER_SIM_FOREIGN_END)) != NULL)
    foyer_ledger_report (self->server->ledger, FOYER_FLAW_DIVERGED,
                         "%s was told of a record of another business", self->name);
}

static FoyerTransportReply *
ask (Parcel *parcel)
{
  FoyerSimLink *self = parcel->link;
  g_autoptr (FoyerHttpResponse) response
      = foyer_sim_server_ask (self->server, self->console, parcel->request);
  g_autoptr (GBytes) body = NULL;

  if (response->status == 200 && strcmp (parcel->request->path, "/.well-known/jmap") == 0)
    body = limit_session (self->weather, response->body);
  else
    body = g_bytes_ref (response->body);
  look_for_foreign (self, body);
  write_down_bytes (parcel, ">", parcel->request->body);
  write_down_bytes (parcel, "<", body);
  return make_reply (self, response->status, foyer_http_response_header (response, "Content-Type"), body);
}

static void
cut (FoyerSimLink *self, FoyerTransportReply *reply)
{
  gsize length = g_bytes_get_size (reply->body);
  g_autoptr (GBytes) whole = g_steal_pointer (&reply->body);

  reply->body
      = g_bytes_new_from_bytes (whole, 0,
                                length == 0 ? 0 : foyer_random_below (self->random, (guint32) length));
}

static void
on_repeated (gpointer user_data)
{
  Parcel *parcel = user_data;

  if (parcel->link->online) {
    write_down (parcel, "arrives once more");
    foyer_transport_reply_free (ask (parcel));
  }
  release (parcel);
}

static void
answer (Parcel *parcel)
{
  FoyerSimLink *self = parcel->link;
  gboolean cut_off = FALSE;

  parcel->reply = ask (parcel);
  if (parcel->fate == FATE_CRASH) {
    foyer_sim_server_crash (self->server);
    cut_off = TRUE;
  }
  if (parcel->fate == FATE_REPEAT)
    travel (parcel,
            G_USEC_PER_SEC * foyer_random_below (self->random, LONGEST_REPEAT_SECONDS) + draw_way (self),
            on_repeated);
  if (parcel->fate == FATE_CUT) {
    cut (self, parcel->reply);
    cut_off = foyer_random_below (self->random, 2) == 0;
  }
  if (cut_off)
    fail (parcel, FOYER_TRANSPORT_ERROR_CUT, "The connection broke");
  else if (parcel->fate == FATE_LOSE_REPLY)
    travel (parcel, GIVE_UP_SECONDS * G_USEC_PER_SEC, on_given_up);
  else
    travel (parcel, draw_way (self), on_replied);
}

static void
answer_something_else (Parcel *parcel)
{
  static const char page[] = "<!doctype html><title>Welcome to the hotel</title>";
  g_autoptr (GBytes) body = g_bytes_new_static (page, strlen (page));

  parcel->reply = make_reply (parcel->link, parcel->fate == FATE_BUSY ? 503 : 200, "text/html", body);
  travel (parcel, draw_way (parcel->link), on_replied);
}

static void
on_arrived (gpointer user_data)
{
  Parcel *parcel = user_data;

  if (!parcel->link->online) {
    fail (parcel, FOYER_TRANSPORT_ERROR_OFFLINE, "There is no network");
  } else {
    write_down (parcel, fate_names[parcel->fate]);
    if (parcel->fate == FATE_JUNK || parcel->fate == FATE_BUSY)
      answer_something_else (parcel);
    else
      answer (parcel);
  }
  release (parcel);
}

/* Its sender has given up by now. */
static void
on_arrived_late (gpointer user_data)
{
  Parcel *parcel = user_data;

  write_down (parcel, "arrives late");
  foyer_transport_reply_free (ask (parcel));
  release (parcel);
}

/* --- Sending --- */

static Fate
draw_fate (FoyerSimLink *self)
{
  const FoyerSimWeather *weather = self->weather;
  const guint chances[] = { 0,
                            weather->lose_request,
                            weather->lose_reply,
                            weather->late,
                            weather->repeat,
                            weather->cut,
                            weather->junk,
                            weather->busy,
                            weather->crash };
  guint drawn = foyer_random_below (self->random, 1000);

  for (guint i = 1; i < G_N_ELEMENTS (chances); i++) {
    if (drawn < chances[i])
      return (Fate) i;
    drawn -= chances[i];
  }
  return FATE_FINE;
}

static void
foyer_sim_link_send_async (FoyerTransport *transport,
                           const char *method,
                           const char *url,
                           const char *content_type,
                           GBytes *body,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  FoyerSimLink *self = FOYER_SIM_LINK (transport);
  Parcel *parcel = g_new0 (Parcel, 1);
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  gint64 way = draw_way (self);

  parcel->link = g_object_ref (self);
  parcel->number = ++self->n_sent;
  self->weather->n_requests++;
  parcel->references = 1;
  parcel->task = g_task_new (self, NULL, callback, user_data);
  parcel->fate = draw_fate (self);
  parcel->request
      = foyer_http_request_new (method, g_uri_get_host (uri), g_uri_get_path (uri), g_uri_get_query (uri));
  if (body != NULL)
    foyer_http_request_set_body (parcel->request, content_type, body);
  self->weather->under_way++;
  if (cancellable != NULL) {
    g_clear_object (&parcel->task);
    parcel->task = g_task_new (self, cancellable, callback, user_data);
    g_task_set_check_cancellable (parcel->task, FALSE);
    parcel->cancel_handler = g_signal_connect (cancellable, "cancelled", G_CALLBACK (on_cancelled), parcel);
  }
  if (parcel->fate == FATE_LOSE_REQUEST || parcel->fate == FATE_LATE) {
    write_down (parcel, fate_names[parcel->fate]);
    travel (parcel, GIVE_UP_SECONDS * G_USEC_PER_SEC, on_given_up);
    if (parcel->fate == FATE_LATE)
      travel (parcel,
              (GIVE_UP_SECONDS + foyer_random_below (self->random, LONGEST_REPEAT_SECONDS)) * G_USEC_PER_SEC
                  + way,
              on_arrived_late);
  } else {
    travel (parcel, way, on_arrived);
  }
  release (parcel);
}

static FoyerTransportReply *
foyer_sim_link_send_finish (FoyerTransport *transport, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Events --- */

typedef struct {
  FoyerEventFunc callback;
  gpointer user_data;
  guint number;
  gboolean mute;
} Listener;

static void
end_listener (FoyerSimLink *self, GTask *listener)
{
  g_autoptr (GTask) task = g_object_ref (listener);

  if (g_ptr_array_remove (self->listeners, task))
    g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE,
                             "The stream has ended");
}

static void
on_listening_cancelled (GCancellable *cancellable, gpointer user_data)
{
  end_listener (g_task_get_source_object (user_data), user_data);
}

typedef struct {
  FoyerSimLink *link; /* (owned) */
  const char *name;
  char *data;
  guint last_listener; /* what is under way does not come out of streams that are opened later */
} Event;

static void
on_event_arrived (gpointer user_data)
{
  Event *event = user_data;
  FoyerSimLink *self = event->link;
  g_autoptr (GPtrArray) listeners
      = g_ptr_array_copy (self->listeners, (GCopyFunc) (void *) g_object_ref, NULL);

  g_ptr_array_set_free_func (listeners, g_object_unref);
  for (guint i = 0; self->online && i < listeners->len; i++) {
    Listener *listener = g_task_get_task_data (listeners->pdata[i]);

    if (!listener->mute && listener->number <= event->last_listener
        && g_ptr_array_find (self->listeners, listeners->pdata[i], NULL))
      listener->callback (event->name, NULL, event->data, listener->user_data);
  }
  g_object_unref (self);
  g_free (event->data);
  g_free (event);
}

static void
send_event (FoyerSimLink *self, const char *name, char *data)
{
  Event *event = g_new0 (Event, 1);
  gint64 now = foyer_clock_monotonic (get_clock (self));

  event->link = g_object_ref (self);
  event->name = name;
  event->data = data;
  event->last_listener = self->n_listened;
  self->last_event_at = MAX (self->last_event_at, now + draw_way (self));
  foyer_clock_add_timer (get_clock (self), self->last_event_at - now, on_event_arrived, event);
}

static void
on_ping_due (gpointer user_data)
{
  FoyerSimLink *self = user_data;

  self->ping_timer = 0;
  if (self->listeners->len == 0)
    return;
  send_event (self, "ping", g_strdup ("{}"));
  self->ping_timer = foyer_clock_add_timer (get_clock (self), PING, on_ping_due, self);
}

static void
foyer_sim_link_listen_async (FoyerTransport *transport,
                             const char *url,
                             const char *last_event_id,
                             FoyerEventFunc on_event,
                             gpointer event_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  FoyerSimLink *self = FOYER_SIM_LINK (transport);
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Listener *listener = g_new0 (Listener, 1);

  listener->callback = on_event;
  listener->user_data = event_data;
  listener->number = ++self->n_listened;
  g_task_set_task_data (task, listener, g_free);
  if (!self->online || foyer_sim_server_is_signed_out (self->server, self->console)) {
    g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE,
                             "There is no network");
    return;
  }
  g_ptr_array_add (self->listeners, g_object_ref (task));
  g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (on_listening_cancelled), task, 0);
  /* A stream says at once that it is there. */
  foyer_clock_clear_timer (get_clock (self), &self->ping_timer);
  on_ping_due (self);
}

static guint
foyer_sim_link_listen_finish (FoyerTransport *transport, GAsyncResult *result, gint64 *wait, GError **error)
{
  return (guint) MAX (g_task_propagate_int (G_TASK (result), error), 0);
}

void
foyer_sim_link_push (FoyerSimLink *self, const char *account_id, GHashTable *states)
{
  g_autoptr (JsonObject) event = json_object_new ();
  JsonObject *changed = json_object_new ();
  JsonObject *types = json_object_new ();
  GHashTableIter iter;
  gpointer type;
  gpointer state;

  json_object_set_object_member (changed, account_id, types);
  json_object_set_object_member (event, "changed", changed);
  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, &type, &state))
    json_object_set_string_member (types, type, state);
  send_event (self, "state", foyer_json_canonical_object (event));
}

/* --- Life --- */

static void
foyer_sim_link_transport_init (FoyerTransportInterface *iface)
{
  iface->send_async = foyer_sim_link_send_async;
  iface->send_finish = foyer_sim_link_send_finish;
  iface->listen_async = foyer_sim_link_listen_async;
  iface->listen_finish = foyer_sim_link_listen_finish;
}

static void
foyer_sim_link_finalize (GObject *object)
{
  FoyerSimLink *self = FOYER_SIM_LINK (object);

  g_ptr_array_unref (self->listeners);
  g_object_unref (self->random);
  g_free (self->name);
  G_OBJECT_CLASS (foyer_sim_link_parent_class)->finalize (object);
}

static void
foyer_sim_link_class_init (FoyerSimLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_sim_link_finalize;
}

static void
foyer_sim_link_init (FoyerSimLink *self)
{
  self->online = TRUE;
  self->listeners = g_ptr_array_new_with_free_func (g_object_unref);
}

FoyerTransport *
foyer_sim_link_new (FoyerSimServer *server,
                    guint console,
                    FoyerSimWeather *weather,
                    FoyerRandom *random,
                    GString *trace)
{
  FoyerSimLink *self = g_object_new (FOYER_TYPE_SIM_LINK, NULL);

  self->server = server;
  self->console = console;
  self->name = g_strdup_printf ("console %u", console);
  self->weather = weather;
  self->random = g_object_ref (random);
  self->trace = trace;
  return FOYER_TRANSPORT (self);
}

void
foyer_sim_link_set_online (FoyerSimLink *self, gboolean online)
{
  self->online = online;
  if (!online)
    foyer_sim_link_drop_streams (self);
}

gboolean
foyer_sim_link_is_online (FoyerSimLink *self)
{
  return self->online;
}

void
foyer_sim_link_drop_streams (FoyerSimLink *self)
{
  while (self->listeners->len > 0)
    end_listener (self, self->listeners->pdata[0]);
}

void
foyer_sim_link_mute_streams (FoyerSimLink *self)
{
  for (guint i = 0; i < self->listeners->len; i++)
    ((Listener *) g_task_get_task_data (self->listeners->pdata[i]))->mute = TRUE;
}
