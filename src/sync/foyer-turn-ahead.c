/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-turn-ahead.c - the next chain of pulls, asked for while the last is being written */

#include "foyer-turn-ahead.h"

#include "foyer-json.h"
#include "foyer-sync-error.h"

struct _FoyerTurnAhead {
  guint references; /* the owner's, and that of whoever works on it until it is there */
  FoyerStore *store;
  FoyerTransport *transport;
  GPtrArray *pulled;          /* (element-type FoyerRecordType) (owned) */
  FoyerTurnRequest *request;  /* (owned) (nullable): until there is an answer */
  GCancellable *cancellable;  /* (owned) */
  FoyerTransportReply *reply; /* (owned) (nullable) */
  GError *error;              /* (owned) (nullable): why there is none */
  FoyerTurnAnswer *answer;    /* (owned) (nullable): what a good reply says */
  gboolean is_there;
  FoyerTurnAheadFunc callback; /* (nullable): who waits for it */
  gpointer user_data;
};

static void
release (FoyerTurnAhead *self)
{
  if (--self->references > 0)
    return;
  g_object_unref (self->store);
  g_object_unref (self->transport);
  g_ptr_array_unref (self->pulled);
  foyer_turn_request_free (self->request);
  g_object_unref (self->cancellable);
  g_clear_pointer (&self->reply, foyer_transport_reply_free);
  g_clear_error (&self->error);
  foyer_turn_answer_free (self->answer);
  g_free (self);
}

static gboolean
is_empty (JsonObject *changes, const char *name)
{
  JsonArray *list = foyer_json_object_array (changes, name);

  return list == NULL || json_array_get_length (list) == 0;
}

/* Pages of nothing that promise more could go on for ever, and are asked for with care. */
static gboolean
goes_on (JsonObject *changes)
{
  const char *state = foyer_json_object_text (changes, "newState");

  return foyer_json_object_boolean (changes, "hasMoreChanges", FALSE) && foyer_turn_is_state (state)
         && g_strcmp0 (foyer_json_object_text (changes, "oldState"), state) != 0
         && !(is_empty (changes, "created") && is_empty (changes, "updated")
              && is_empty (changes, "destroyed"));
}

/* Returns: (nullable): where the chain of @type ends in @answer, NULL if the server says of it that there is no more */
static const char *
find_end (const FoyerTurnAnswer *answer, const FoyerRecordType *type)
{
  g_autofree char *method = g_strconcat (type->name, "/changes", NULL);
  const char *state = NULL;

  for (guint index = 0;; index++) {
    g_autofree char *id = g_strdup_printf ("c:%s:%u", type->name, index);
    FoyerJmapCall *call;

    if (foyer_jmap_request_find (answer->request->jmap, id) == NULL)
      return state;
    call = foyer_jmap_response_find (answer->response, id, method);
    if (call == NULL || !goes_on (call->arguments))
      return NULL;
    state = foyer_json_object_text (call->arguments, "newState");
  }
}

static FoyerTurnRequest *
make_request (const FoyerTurnAnswer *answer)
{
  g_autoptr (GHashTable) states = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) types = g_ptr_array_new ();

  for (guint i = 0; i < answer->request->pulled->len; i++) {
    gpointer type = answer->request->pulled->pdata[i];
    const char *state = find_end (answer, type);

    if (state == NULL)
      continue;
    g_ptr_array_add (types, type);
    g_hash_table_insert (states, type, (gpointer) state);
  }
  return types->len == 0 ? NULL : foyer_turn_follow (answer->request, types, states);
}

static void
arrive (FoyerTurnAhead *self)
{
  self->is_there = TRUE;
  if (self->callback != NULL)
    self->callback (self, self->user_data);
  release (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoyerTurnAhead *self = user_data;

  foyer_store_prepare_finish (self->store, result);
  arrive (self);
}

/* Read at once, so that it can be written as soon as the writing thread has nothing else to do. */
static void
on_reply (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoyerTurnAhead *self = user_data;

  self->reply = foyer_transport_send_finish (self->transport, result, &self->error);
  if (self->reply == NULL || g_cancellable_is_cancelled (self->cancellable)
      || !foyer_sync_check_status (self->reply, NULL)) {
    arrive (self);
    return;
  }
  self->answer = foyer_turn_answer_new (self->reply->body, g_steal_pointer (&self->request));
  foyer_store_prepare_async (self->store, foyer_turn_answer_read, self->answer, on_read, self);
}

static void
on_no_longer_wanted (GCancellable *cancellable, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

FoyerTurnAhead *
foyer_turn_ahead_send (FoyerStore *store,
                       FoyerTransport *transport,
                       const char *api_url,
                       const FoyerTurnAnswer *answer,
                       GCancellable *cancellable)
{
  FoyerTurnRequest *request = answer->response == NULL ? NULL : make_request (answer);
  FoyerTurnAhead *self;

  if (request == NULL)
    return NULL;
  self = g_new0 (FoyerTurnAhead, 1);
  self->references = 2;
  self->store = g_object_ref (store);
  self->transport = g_object_ref (transport);
  self->pulled = g_ptr_array_ref (request->pulled);
  self->request = request;
  self->cancellable = g_cancellable_new ();
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (on_no_longer_wanted), self->cancellable,
                             0);
  foyer_transport_send_async (transport, "POST", api_url, "application/json", request->body,
                              self->cancellable, on_reply, self);
  return self;
}

void
foyer_turn_ahead_free (FoyerTurnAhead *self)
{
  if (self == NULL)
    return;
  self->callback = NULL;
  if (!self->is_there)
    g_cancellable_cancel (self->cancellable);
  release (self);
}

GPtrArray *
foyer_turn_ahead_get_pulled (FoyerTurnAhead *self)
{
  return self->pulled;
}

void
foyer_turn_ahead_await (FoyerTurnAhead *self, FoyerTurnAheadFunc callback, gpointer user_data)
{
  if (self->is_there) {
    callback (self, user_data);
    return;
  }
  self->callback = callback;
  self->user_data = user_data;
}

FoyerTransportReply *
foyer_turn_ahead_take (FoyerTurnAhead *self, FoyerTurnAnswer **answer, GError **error)
{
  *answer = g_steal_pointer (&self->answer);
  if (self->reply == NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  return g_steal_pointer (&self->reply);
}
