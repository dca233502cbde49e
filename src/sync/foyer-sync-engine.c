/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sync-engine.c - the engine as others see it: its face, its life, what it can be asked */

#include "foyer-sync-engine-private.h"

#include "foyer-blob-download.h"
#include "foyer-json.h"
#include "foyer-method-request.h"
#include "foyer-sync-error.h"

/* Clocks that are closer than this agree; a reply's date is in whole seconds. */
#define AGREEMENT 2

#define SAVED_EVERY 60

G_DEFINE_FINAL_TYPE (FoyerSyncEngine, foyer_sync_engine, G_TYPE_OBJECT)

typedef enum {
  PROP_STATE = 1,
  PROP_PROBLEM,
  PROP_NOTICE,
  PROP_SYNCED_AT,
  PROP_SERVER_OFFSET,
  PROP_FETCHED,
} FoyerSyncEngineProperty;

static GParamSpec *properties[PROP_FETCHED + 1];

G_DEFINE_ENUM_TYPE (FoyerSyncState,
                    foyer_sync_state,
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_STOPPED, "stopped"),
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_FIRST, "first"),
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_SYNCING, "syncing"),
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_OFFLINE, "offline"),
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_SIGN_IN, "sign-in"),
                    G_DEFINE_ENUM_VALUE (FOYER_SYNC_TROUBLE, "trouble"))

/* --- What others see --- */

static gboolean
is_same_problem (const GError *a, const GError *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_error_matches (a, b->domain, b->code) && g_str_equal (a->message, b->message);
}

static gboolean
is_of_same_types (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++) {
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  }
  return TRUE;
}

void
foyer_sync_engine_show (FoyerSyncEngine *self, FoyerSyncState state, const GError *problem)
{
  if (!is_same_problem (self->problem, problem)) {
    g_clear_error (&self->problem);
    self->problem = problem == NULL ? NULL : g_error_copy (problem);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  }
  if (self->state != state) {
    self->state = state;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  }
}

void
foyer_sync_engine_show_notice (FoyerSyncEngine *self, FoyerSyncNotice notice, GPtrArray *types)
{
  g_autoptr (GPtrArray) about = types;

  if (self->notice == notice && is_of_same_types (self->notice_types, about))
    return;
  self->notice = notice;
  g_ptr_array_unref (self->notice_types);
  self->notice_types = g_steal_pointer (&about);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTICE]);
}

static void
remember (FoyerSyncEngine *self)
{
  FoyerSyncMemory *memory;

  if (!self->running
      || (self->synced_at < self->remembered.synced_at + SAVED_EVERY
          && self->server_offset == self->remembered.server_offset))
    return;
  self->remembered = (FoyerSyncMemory){ self->synced_at, self->server_offset };
  memory = g_memdup2 (&self->remembered, sizeof self->remembered);
  foyer_store_write_async (self->store, foyer_sync_memory_save, memory, g_free, NULL, NULL, NULL, NULL);
}

void
foyer_sync_engine_note_synced (FoyerSyncEngine *self)
{
  self->synced_at = foyer_clock_now_seconds (self->clock);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYNCED_AT]);
  remember (self);
}

void
foyer_sync_engine_note_date (FoyerSyncEngine *self, gint64 date)
{
  gint64 offset = date - foyer_clock_now_seconds (self->clock);

  if (date == 0 || ABS (offset - self->server_offset) <= AGREEMENT)
    return;
  self->server_offset = ABS (offset) <= AGREEMENT ? 0 : offset;
  foyer_store_set_server_offset (self->store, self->server_offset);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVER_OFFSET]);
  remember (self);
}

static void
on_remembered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerSyncEngine) self = user_data;
  g_autofree FoyerSyncMemory *memory = foyer_store_write_finish (self->store, result, NULL);

  if (memory == NULL || self->synced_at != 0)
    return;
  self->remembered = *memory;
  self->synced_at = memory->synced_at;
  self->server_offset = memory->server_offset;
  foyer_store_set_server_offset (self->store, self->server_offset);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYNCED_AT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVER_OFFSET]);
}

void
foyer_sync_engine_add_fetched (FoyerSyncEngine *self, guint records)
{
  if (records == 0)
    return;
  self->fetched += records;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FETCHED]);
}

/* --- Questions --- */

static void
on_no_longer_wanted (GCancellable *cancellable, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* Cancelled by whoever asked, or when the engine stops: what arrives then finds no store. */
static GCancellable *
bind_to_engine (FoyerSyncEngine *self, GCancellable *cancellable)
{
  GCancellable *both = g_cancellable_new ();

  if (!self->running || g_cancellable_is_cancelled (cancellable))
    g_cancellable_cancel (both);
  if (self->running)
    g_signal_connect_object (self->cancellable, "cancelled", G_CALLBACK (on_no_longer_wanted), both, 0);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (on_no_longer_wanted), both, 0);
  return both;
}

/* What was said, on its way from the transport's task to ours. */
typedef struct {
  JsonObject *answer;  /* (nullable) */
  JsonObject *refusal; /* (nullable) */
  GError *error;       /* (nullable) */
} Said;

static void
free_said (gpointer data)
{
  Said *said = data;

  g_clear_pointer (&said->answer, json_object_unref);
  g_clear_pointer (&said->refusal, json_object_unref);
  g_clear_error (&said->error);
  g_free (said);
}

static void
on_said (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Said *said = g_new0 (Said, 1);

  said->answer = foyer_method_request_finish (FOYER_TRANSPORT (source), result, &said->refusal, &said->error);
  g_task_return_pointer (task, said, free_said);
}

void
foyer_sync_engine_ask_async (FoyerSyncEngine *self,
                             const char *method,
                             JsonObject *arguments,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GCancellable) both = bind_to_engine (self, cancellable);

  g_task_set_source_tag (task, foyer_sync_engine_ask_async);
  if (self->session != NULL) {
    foyer_method_request_async (self->transport, self->session, method, arguments, both, on_said,
                                g_steal_pointer (&task));
    return;
  }
  json_object_unref (arguments);
  g_task_return_new_error (task, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE,
                           "There is no connection to the server");
}

JsonObject *
foyer_sync_engine_ask_finish (FoyerSyncEngine *self,
                              GAsyncResult *result,
                              JsonObject **refusal,
                              GError **error)
{
  Said *said;
  JsonObject *answer;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (refusal != NULL)
    *refusal = NULL;
  said = g_task_propagate_pointer (G_TASK (result), error);
  if (said == NULL)
    return NULL;
  answer = g_steal_pointer (&said->answer);
  if (said->error != NULL)
    g_propagate_error (error, g_steal_pointer (&said->error));
  if (refusal != NULL)
    *refusal = g_steal_pointer (&said->refusal);
  free_said (said);
  return answer;
}

static void
on_secret_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) answer
      = foyer_sync_engine_ask_finish (FOYER_SYNC_ENGINE (source), result, NULL, &error);
  const char *secret = answer == NULL ? NULL : foyer_json_object_text (answer, "secret");

  if (secret != NULL)
    g_task_return_pointer (task, g_strdup (secret), g_free);
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_REFUSED, "The server made no link");
}

void
foyer_sync_engine_issue_secret_async (FoyerSyncEngine *self,
                                      const FoyerRecordType *type,
                                      const char *id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  JsonObject *arguments = json_object_new ();

  g_task_set_source_tag (task, foyer_sync_engine_issue_secret_async);
  json_object_set_string_member (arguments, "type", type->name);
  json_object_set_string_member (arguments, "id", id);
  foyer_sync_engine_ask_async (self, "Secret/issue", arguments, cancellable, on_secret_ready, task);
}

char *
foyer_sync_engine_issue_secret_finish (FoyerSyncEngine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Files --- */

static void
on_file_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *path = foyer_blob_download_finish (FOYER_STORE (source), result, &error);

  if (path == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, path, g_free);
}

void
foyer_sync_engine_get_file_async (FoyerSyncEngine *self,
                                  const char *blob_id,
                                  const char *type,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  foyer_sync_engine_follow_file_async (self, blob_id, type, NULL, NULL, cancellable, callback, user_data);
}

void
foyer_sync_engine_follow_file_async (FoyerSyncEngine *self,
                                     const char *blob_id,
                                     const char *type,
                                     GFileProgressCallback progress,
                                     gpointer progress_data,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GCancellable) both = bind_to_engine (self, cancellable);

  g_task_set_source_tag (task, foyer_sync_engine_get_file_async);
  foyer_blob_download_async (self->store, self->transport, self->session, blob_id, type, progress,
                             progress_data, both, on_file_ready, task);
}

char *
foyer_sync_engine_get_file_finish (FoyerSyncEngine *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Life --- */

static void
on_store_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  FoyerSyncEngine *self = user_data;

  foyer_sync_prefetch_note (self, changes);
  /* Held operations make no request; the next change, when they are released, does. */
  if (foyer_change_set_has_operations (changes) && self->state != FOYER_SYNC_SIGN_IN)
    foyer_sync_loop_want (self);
}

static void
on_send_again (gpointer user_data)
{
  foyer_sync_loop_want (user_data);
}

static void
foyer_sync_engine_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  FoyerSyncEngine *self = FOYER_SYNC_ENGINE (object);

  switch ((FoyerSyncEngineProperty) property) {
  case PROP_STATE:
    g_value_set_enum (value, self->state);
    break;
  case PROP_PROBLEM:
    g_value_set_boxed (value, self->problem);
    break;
  case PROP_NOTICE:
    g_value_set_int (value, (int) self->notice);
    break;
  case PROP_SERVER_OFFSET:
    g_value_set_int64 (value, self->server_offset);
    break;
  case PROP_SYNCED_AT:
    g_value_set_int64 (value, self->synced_at);
    break;
  case PROP_FETCHED:
    g_value_set_uint (value, self->fetched);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
  }
}

static void
foyer_sync_engine_dispose (GObject *object)
{
  FoyerSyncEngine *self = FOYER_SYNC_ENGINE (object);

  g_assert (!self->running);
  if (self->store != NULL)
    g_clear_signal_handler (&self->store_handler, self->store);
  if (self->network != NULL)
    g_clear_signal_handler (&self->network_handler, self->network);
  g_clear_object (&self->network);
  foyer_sync_engine_watch_sleep (self, NULL);
  g_clear_pointer (&self->uploads, foyer_blob_uploads_free);
  g_clear_object (&self->store);
  g_clear_object (&self->transport);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (foyer_sync_engine_parent_class)->dispose (object);
}

static void
foyer_sync_engine_finalize (GObject *object)
{
  FoyerSyncEngine *self = FOYER_SYNC_ENGINE (object);

  g_clear_pointer (&self->session, foyer_jmap_session_free);
  foyer_turn_ahead_free (self->ahead);
  foyer_sync_agenda_free (self->agenda);
  g_hash_table_unref (self->drifted);
  g_hash_table_unref (self->prefetch.hopeless);
  foyer_send_pace_free (self->pace);
  g_free (self->session_url);
  g_free (self->account_id);
  g_clear_error (&self->problem);
  g_ptr_array_unref (self->notice_types);
  G_OBJECT_CLASS (foyer_sync_engine_parent_class)->finalize (object);
}

static void
foyer_sync_engine_class_init (FoyerSyncEngineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = foyer_sync_engine_get_property;
  object_class->dispose = foyer_sync_engine_dispose;
  object_class->finalize = foyer_sync_engine_finalize;

  properties[PROP_STATE]
      = g_param_spec_enum ("state", NULL, NULL, FOYER_TYPE_SYNC_STATE, FOYER_SYNC_STOPPED, flags);
  properties[PROP_PROBLEM] = g_param_spec_boxed ("problem", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_NOTICE]
      = g_param_spec_int ("notice", NULL, NULL, 0, G_MAXINT, FOYER_SYNC_NOTICE_NONE, flags);
  properties[PROP_SERVER_OFFSET]
      = g_param_spec_int64 ("server-offset", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_SYNCED_AT] = g_param_spec_int64 ("synced-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FETCHED] = g_param_spec_uint ("fetched", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
foyer_sync_engine_init (FoyerSyncEngine *self)
{
  self->agenda = foyer_sync_agenda_new ();
  self->drifted = g_hash_table_new (NULL, NULL);
  self->prefetch.hopeless = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->prefetch.due = TRUE;
  self->notice_types = g_ptr_array_new ();
  self->check_at = -1;
}

FoyerSyncEngine *
foyer_sync_engine_new (FoyerStore *store,
                       FoyerTransport *transport,
                       const char *session_url,
                       const char *account_id)
{
  FoyerSyncEngine *self = g_object_new (FOYER_TYPE_SYNC_ENGINE, NULL);

  self->store = g_object_ref (store);
  self->transport = g_object_ref (transport);
  self->clock = foyer_store_get_clock (store);
  self->session_url = g_strdup (session_url);
  self->account_id = g_strdup (account_id);
  self->pace = foyer_send_pace_new (self->clock, foyer_store_get_random (store), on_send_again, self);
  self->uploads = foyer_blob_uploads_new (store, transport);
  self->store_handler = g_signal_connect (store, "changed", G_CALLBACK (on_store_changed), self);
  return self;
}

void
foyer_sync_engine_start (FoyerSyncEngine *self)
{
  g_return_if_fail (FOYER_IS_SYNC_ENGINE (self));

  if (self->running)
    return;
  self->running = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  foyer_sync_agenda_add_all (self->agenda);
  foyer_sync_engine_show (self, FOYER_SYNC_SYNCING, NULL);
  foyer_store_write_async (self->store, foyer_sync_memory_load, NULL, NULL, g_free, NULL, on_remembered,
                           g_object_ref (self));
  foyer_sync_loop_want (self);
}

void
foyer_sync_engine_stop (FoyerSyncEngine *self)
{
  g_return_if_fail (FOYER_IS_SYNC_ENGINE (self));

  if (!self->running)
    return;
  self->running = FALSE;
  foyer_clock_clear_timer (self->clock, &self->retry_timer);
  foyer_clock_clear_timer (self->clock, &self->next_timer);
  foyer_send_pace_release (self->pace);
  foyer_sync_wake_stop (self);
  foyer_sync_prefetch_stop (self);
  foyer_blob_uploads_pause (self->uploads);
  g_clear_pointer (&self->ahead, foyer_turn_ahead_free);
  g_cancellable_cancel (self->cancellable);
  foyer_sync_engine_show (self, FOYER_SYNC_STOPPED, NULL);
}

void
foyer_sync_engine_sync_now (FoyerSyncEngine *self)
{
  g_return_if_fail (FOYER_IS_SYNC_ENGINE (self));

  foyer_sync_agenda_add_all (self->agenda);
  foyer_sync_wake_listen (self, TRUE);
  foyer_sync_loop_want_now (self);
}

void
foyer_sync_engine_repair (FoyerSyncEngine *self)
{
  g_return_if_fail (FOYER_IS_SYNC_ENGINE (self));

  g_hash_table_remove_all (self->drifted);
  foyer_sync_loop_resync (self, NULL);
  foyer_sync_loop_want_now (self);
}

FoyerSyncState
foyer_sync_engine_get_state (FoyerSyncEngine *self)
{
  g_return_val_if_fail (FOYER_IS_SYNC_ENGINE (self), FOYER_SYNC_STOPPED);

  return self->state;
}

const GError *
foyer_sync_engine_get_problem (FoyerSyncEngine *self)
{
  g_return_val_if_fail (FOYER_IS_SYNC_ENGINE (self), NULL);

  return self->problem;
}

gint64
foyer_sync_engine_get_synced_at (FoyerSyncEngine *self)
{
  g_return_val_if_fail (FOYER_IS_SYNC_ENGINE (self), 0);

  return self->synced_at;
}

FoyerSyncNotice
foyer_sync_engine_get_notice (FoyerSyncEngine *self, GPtrArray **types)
{
  g_return_val_if_fail (FOYER_IS_SYNC_ENGINE (self), FOYER_SYNC_NOTICE_NONE);

  if (types != NULL)
    *types = self->notice_types;
  return self->notice;
}

gint64
foyer_sync_engine_get_server_now (FoyerSyncEngine *self)
{
  g_return_val_if_fail (FOYER_IS_SYNC_ENGINE (self), 0);

  return foyer_clock_now_seconds (self->clock) + self->server_offset;
}
