/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-desk.c - what somebody who is signed in works on */

#include "foyer-desk.h"

#include "foyer-own-rights.h"
#include "foyer-record-count.h"
#include "foyer-settings-draft.h"
#include "foyer-sync-text.h"
#include "foyer-uplink.h"

#include "types/booking.h"
#include "types/conversation.h"
#include "types/organisation.h"
#include "types/settings_version.h"
#include "types/staff_member.h"

/* Nobody counts further. */
#define MOST_FAILED 100

/* Seconds for which what failed at the server is news. */
#define NEWS_FOR (7 * 24 * 60 * 60)

struct _FoyerDesk {
  GObject parent_instance;

  /* Construct-time. */
  FoyerStore *store;
  FoyerAccount *account; /* (nullable) */
  FoyerUplink *uplink;   /* (nullable): %NULL without an account */

  /* State. */
  FoyerSyncEngine *engine;   /* (nullable): the uplink's, as long as it is listened to */
  FoyerRecord *organisation; /* (nullable) */
  FoyerOfficeTime *time;
  FoyerRecordCount *unanswered; /* (nullable): %NULL once it is closed */
  FoyerRecordCount *pending;    /* (nullable): %NULL once it is closed */
  FoyerSettingsDraft *draft;    /* (nullable): %NULL until somebody asks for it */
  guint waiting;
  guint needing;
  gint64 offline_since;

  /* In-progress data. */
  GTask *leaving; /* (nullable) */
  guint patience;
};

G_DEFINE_FINAL_TYPE (FoyerDesk, foyer_desk, G_TYPE_OBJECT)

enum {
  PROP_ORGANISATION = 1,
  PROP_ORGANISATION_NAME,
  PROP_COLOUR,
  PROP_TIME,
  PROP_UNANSWERED,
  PROP_PENDING,
  PROP_WAITING,
  PROP_NEEDING,
  PROP_STATE,
  PROP_MESSAGE,
  PROP_NOTICE,
  PROP_SYNCED_AT,
  PROP_FETCHED,
  PROP_OFFLINE_SINCE,
  PROP_ONLINE,
  PROP_KEYRING_MESSAGE,
  N_PROPERTIES,
};

enum { NOT_KEPT, NOT_LOADED, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
notify (FoyerDesk *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static const char *
organisation_name (FoyerDesk *self)
{
  if (self->organisation != NULL)
    return foyer_organisation_get_name (self->organisation);
  return self->account == NULL ? "" : self->account->organisation;
}

static guint
get_fetched (FoyerDesk *self)
{
  guint fetched = 0;

  if (self->engine != NULL)
    g_object_get (self->engine, "fetched", &fetched, NULL);
  return fetched;
}

static char *
describe_problem (FoyerDesk *self)
{
  return self->engine == NULL ? NULL : foyer_sync_problem_text (foyer_sync_engine_get_problem (self->engine));
}

static char *
describe_notice (FoyerDesk *self)
{
  GPtrArray *types;
  FoyerSyncNotice notice;

  if (self->engine == NULL)
    return NULL;
  notice = foyer_sync_engine_get_notice (self->engine, &types);
  return foyer_sync_notice_text (notice, types);
}

/* The engine notes it by this computer's clock, and everything here is told by the server's. */
static gint64
get_synced_at (FoyerDesk *self)
{
  gint64 synced_at = self->engine == NULL ? 0 : foyer_sync_engine_get_synced_at (self->engine);
  gint64 here = foyer_clock_now_seconds (foyer_store_get_clock (self->store));

  return synced_at == 0 ? 0 : synced_at + foyer_store_now (self->store) - here;
}

static void
foyer_desk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerDesk *self = FOYER_DESK (object);

  switch (id) {
  case PROP_ORGANISATION:
    g_value_set_object (value, self->organisation);
    break;
  case PROP_ORGANISATION_NAME:
    g_value_set_string (value, organisation_name (self));
    break;
  case PROP_COLOUR:
    g_value_set_string (value, self->organisation == NULL
                                   ? NULL
                                   : foyer_organisation_get_colour (self->organisation));
    break;
  case PROP_TIME:
    g_value_set_object (value, self->time);
    break;
  case PROP_UNANSWERED:
    g_value_set_uint (value, self->unanswered == NULL ? 0 : foyer_record_count_get (self->unanswered));
    break;
  case PROP_PENDING:
    g_value_set_uint (value, self->pending == NULL ? 0 : foyer_record_count_get (self->pending));
    break;
  case PROP_WAITING:
    g_value_set_uint (value, self->waiting);
    break;
  case PROP_NEEDING:
    g_value_set_uint (value, self->needing);
    break;
  case PROP_STATE:
    g_value_set_int (value, (int) foyer_desk_get_state (self));
    break;
  case PROP_MESSAGE:
    g_value_take_string (value, describe_problem (self));
    break;
  case PROP_NOTICE:
    g_value_take_string (value, describe_notice (self));
    break;
  case PROP_SYNCED_AT:
    g_value_set_int64 (value, get_synced_at (self));
    break;
  case PROP_FETCHED:
    g_value_set_uint (value, get_fetched (self));
    break;
  case PROP_OFFLINE_SINCE:
    g_value_set_int64 (value, self->offline_since);
    break;
  case PROP_ONLINE:
    g_value_set_boolean (value, foyer_desk_is_online (self));
    break;
  case PROP_KEYRING_MESSAGE:
    g_value_set_string (value, self->uplink == NULL ? NULL : foyer_uplink_get_message (self->uplink));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_desk_dispose (GObject *object)
{
  FoyerDesk *self = FOYER_DESK (object);

  g_assert (self->store == NULL);
  g_clear_object (&self->organisation);
  g_clear_object (&self->time);
  G_OBJECT_CLASS (foyer_desk_parent_class)->dispose (object);
}

static void
foyer_desk_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_DESK (object)->account, foyer_account_free);
  G_OBJECT_CLASS (foyer_desk_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_ORGANISATION] = g_param_spec_object ("organisation", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_ORGANISATION_NAME] = g_param_spec_string ("organisation-name", NULL, NULL, "", flags);
  properties[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, NULL, flags);
  properties[PROP_TIME] = g_param_spec_object ("time", NULL, NULL, FOYER_TYPE_OFFICE_TIME, flags);
  properties[PROP_UNANSWERED] = g_param_spec_uint ("unanswered", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PENDING] = g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_WAITING] = g_param_spec_uint ("waiting", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_NEEDING] = g_param_spec_uint ("needing", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, G_MAXINT, FOYER_SYNC_STOPPED, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_NOTICE] = g_param_spec_string ("notice", NULL, NULL, NULL, flags);
  properties[PROP_SYNCED_AT] = g_param_spec_int64 ("synced-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FETCHED] = g_param_spec_uint ("fetched", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_OFFLINE_SINCE] = g_param_spec_int64 ("offline-since", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ONLINE] = g_param_spec_boolean ("online", NULL, NULL, FALSE, flags);
  properties[PROP_KEYRING_MESSAGE] = g_param_spec_string ("keyring-message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_desk_class_init (FoyerDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = foyer_desk_get_property;
  object_class->dispose = foyer_desk_dispose;
  object_class->finalize = foyer_desk_finalize;
  install_properties (object_class);

  signals[NOT_KEPT] = g_signal_new ("not-kept", FOYER_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[NOT_LOADED] = g_signal_new ("not-loaded", FOYER_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
foyer_desk_init (FoyerDesk *self)
{
}

/* What the records say. */

static void
look_at_organisation (FoyerDesk *self)
{
  g_autoptr (FoyerRecord) organisation = foyer_store_get_singleton (self->store, &foyer_organisation_type);

  if (organisation == self->organisation && self->time != NULL)
    return;
  g_set_object (&self->organisation, organisation);
  g_clear_object (&self->time);
  self->time = organisation == NULL ? foyer_office_time_new (NULL, NULL)
                                    : foyer_office_time_new (foyer_organisation_get_zone (organisation),
                                                             foyer_organisation_get_language (organisation));
  notify (self, PROP_ORGANISATION);
  notify (self, PROP_ORGANISATION_NAME);
  notify (self, PROP_COLOUR);
  notify (self, PROP_TIME);
}

static void
set_count (FoyerDesk *self, guint *place, guint count, guint id)
{
  if (*place == count)
    return;
  *place = count;
  notify (self, id);
}

static void
on_notify_pending (FoyerDesk *self)
{
  notify (self, PROP_PENDING);
}

static void
count_pending (FoyerDesk *self)
{
  FoyerQuery *query = foyer_query_new (&foyer_booking_type);

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_BOOKING_PENDING);
  self->pending = foyer_record_count_new (self->store, query);
  g_signal_connect_object (self->pending, "notify::count", G_CALLBACK (on_notify_pending), self,
                           G_CONNECT_SWAPPED);
}

static void
on_notify_unanswered (FoyerDesk *self)
{
  notify (self, PROP_UNANSWERED);
}

static void
count_unanswered (FoyerDesk *self)
{
  FoyerQuery *query = foyer_query_new (&foyer_conversation_type);

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_CONVERSATION_OPEN);
  foyer_query_where_number (query, "waitingSince", FOYER_COMPARE_AT_LEAST, 0);
  self->unanswered = foyer_record_count_new (self->store, query);
  g_signal_connect_object (self->unanswered, "notify::count", G_CALLBACK (on_notify_unanswered), self,
                           G_CONNECT_SWAPPED);
}

/* A count that is under way lives until its answer comes, and must not be listened to any more. */
static void
forget_count (FoyerDesk *self, FoyerRecordCount **count)
{
  g_signal_handlers_disconnect_by_data (*count, self);
  g_object_run_dispose (G_OBJECT (*count));
  g_clear_object (count);
}

static void
end_leaving (FoyerDesk *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->leaving);

  foyer_clock_clear_timer (foyer_store_get_clock (self->store), &self->patience);
  g_task_return_int (task, self->waiting);
}

static void
end_leaving_if_there_is_nothing_to_wait_for (FoyerDesk *self)
{
  if (self->leaving != NULL && (self->waiting == 0 || !foyer_desk_is_online (self)))
    end_leaving (self);
}

/* Publications that the server could not make lately, for those who may make them. Older ones stay in the Outbox, and are no news. */
static guint
count_failed_publications (FoyerDesk *self)
{
  g_autofree char *refusal = foyer_own_rights_refuse (self, FOYER_STAFF_CHANGE, &foyer_settings_version_type);
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_settings_version_type);
  g_autoptr (GPtrArray) failed = NULL;

  if (refusal != NULL)
    return 0;
  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_SETTINGS_VERSION_FAILED);
  foyer_query_where_number (query, "publishAt", FOYER_COMPARE_AT_LEAST,
                            foyer_clock_now_seconds (foyer_store_get_clock (self->store)) - NEWS_FOR);
  foyer_query_limit (query, MOST_FAILED);
  failed = foyer_store_list (self->store, query);
  return failed->len;
}

static void
count_operations (FoyerDesk *self)
{
  guint waiting = 0;
  guint needing = 0;

  foyer_store_count_operations (self->store, &waiting, &needing);
  needing += count_failed_publications (self);
  set_count (self, &self->waiting, waiting, PROP_WAITING);
  set_count (self, &self->needing, needing, PROP_NEEDING);
  end_leaving_if_there_is_nothing_to_wait_for (self);
}

static void
on_store_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  FoyerDesk *self = user_data;

  if (foyer_change_set_get_ids (changes, &foyer_organisation_type) != NULL)
    look_at_organisation (self);
  if (foyer_change_set_has_operations (changes)
      || foyer_change_set_get_ids (changes, &foyer_settings_version_type) != NULL
      || foyer_change_set_get_ids (changes, &foyer_staff_member_type) != NULL)
    count_operations (self);
}

/* What the engine says. */

static gboolean
has_no_way (FoyerSyncState state)
{
  return state == FOYER_SYNC_OFFLINE || state == FOYER_SYNC_SIGN_IN || state == FOYER_SYNC_TROUBLE;
}

static void
on_back_up_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!foyer_store_back_up_finish (FOYER_STORE (source), result, &error))
    g_message ("No copy of the store could be made: %s", error->message);
}

static void
look_at_state (FoyerDesk *self)
{
  gboolean offline = has_no_way (foyer_desk_get_state (self));

  if (offline != (self->offline_since != 0)) {
    self->offline_since = offline ? foyer_desk_now (self) : 0;
    notify (self, PROP_OFFLINE_SINCE);
  }
  /* In step with the server: a good moment for a copy. */
  if (foyer_desk_get_state (self) == FOYER_SYNC_IDLE)
    foyer_store_back_up_async (self->store, NULL, on_back_up_ready, NULL);
  notify (self, PROP_STATE);
  notify (self, PROP_ONLINE);
  end_leaving_if_there_is_nothing_to_wait_for (self);
}

static void
on_notify_engine_property (FoyerSyncEngine *engine, GParamSpec *pspec, gpointer user_data)
{
  FoyerDesk *self = user_data;

  if (g_str_equal (pspec->name, "state"))
    look_at_state (self);
  else if (g_str_equal (pspec->name, "problem"))
    notify (self, PROP_MESSAGE);
  else if (g_str_equal (pspec->name, "notice"))
    notify (self, PROP_NOTICE);
  else if (g_str_equal (pspec->name, "synced-at") || g_str_equal (pspec->name, "server-offset"))
    notify (self, PROP_SYNCED_AT);
  else if (g_str_equal (pspec->name, "fetched"))
    notify (self, PROP_FETCHED);
}

static void
set_engine (FoyerDesk *self, FoyerSyncEngine *engine)
{
  if (self->engine == engine)
    return;
  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  g_set_object (&self->engine, engine);
  if (engine != NULL)
    g_signal_connect (engine, "notify", G_CALLBACK (on_notify_engine_property), self);
  notify (self, PROP_MESSAGE);
  notify (self, PROP_NOTICE);
  notify (self, PROP_SYNCED_AT);
  notify (self, PROP_FETCHED);
  look_at_state (self);
}

static void
on_notify_engine (FoyerDesk *self)
{
  set_engine (self, foyer_uplink_get_engine (self->uplink));
}

static void
on_notify_message (FoyerDesk *self)
{
  notify (self, PROP_KEYRING_MESSAGE);
}

static void
on_not_kept (FoyerDesk *self, const GError *error)
{
  g_signal_emit (self, signals[NOT_KEPT], 0, error);
}

static void
on_not_loaded (FoyerDesk *self, const GError *error)
{
  g_signal_emit (self, signals[NOT_LOADED], 0, error);
}

FoyerDesk *
foyer_desk_new (FoyerStore *store, const FoyerAccount *account)
{
  FoyerDesk *self = g_object_new (FOYER_TYPE_DESK, NULL);

  self->store = g_object_ref (store);
  if (account != NULL) {
    self->account = foyer_account_copy (account);
    self->uplink = foyer_uplink_new (store, account);
    g_signal_connect_object (self->uplink, "notify::engine", G_CALLBACK (on_notify_engine), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->uplink, "notify::needs-sign-in", G_CALLBACK (look_at_state), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->uplink, "notify::message", G_CALLBACK (on_notify_message), self,
                             G_CONNECT_SWAPPED);
    g_signal_connect_object (self->uplink, "not-kept", G_CALLBACK (on_not_kept), self, G_CONNECT_SWAPPED);
    g_signal_connect_object (self->uplink, "not-loaded", G_CALLBACK (on_not_loaded), self, G_CONNECT_SWAPPED);
  }
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  look_at_organisation (self);
  count_pending (self);
  count_unanswered (self);
  count_operations (self);
  return self;
}

FoyerStore *
foyer_desk_get_store (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), NULL);

  return self->store;
}

FoyerSyncEngine *
foyer_desk_get_engine (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), NULL);

  return self->engine;
}

FoyerOfficeTime *
foyer_desk_get_time (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), NULL);

  return self->time;
}

FoyerSettingsDraft *
foyer_desk_get_draft (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self) && self->store != NULL, NULL);

  if (self->draft == NULL)
    self->draft = foyer_settings_draft_new (self);
  return self->draft;
}

const FoyerAccount *
foyer_desk_get_account (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), NULL);

  return self->account;
}

FoyerClock *
foyer_desk_get_clock (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), NULL);

  return foyer_store_get_clock (self->store);
}

gint64
foyer_desk_now (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), 0);

  return foyer_store_now (self->store);
}

gboolean
foyer_desk_is_online (FoyerDesk *self)
{
  FoyerSyncState state = foyer_desk_get_state (self);

  return state == FOYER_SYNC_IDLE || state == FOYER_SYNC_SYNCING;
}

FoyerSyncState
foyer_desk_get_state (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), FOYER_SYNC_STOPPED);

  if (self->engine != NULL)
    return foyer_sync_engine_get_state (self->engine);
  if (self->uplink != NULL && foyer_uplink_get_needs_sign_in (self->uplink))
    return FOYER_SYNC_SIGN_IN;
  return FOYER_SYNC_STOPPED;
}

guint
foyer_desk_get_waiting (FoyerDesk *self)
{
  g_return_val_if_fail (FOYER_IS_DESK (self), 0);

  return self->waiting;
}

void
foyer_desk_connect (FoyerDesk *self, const FoyerCredential *credential)
{
  g_return_if_fail (FOYER_IS_DESK (self));

  if (self->uplink != NULL)
    foyer_uplink_start (self->uplink, credential);
}

void
foyer_desk_use_engine (FoyerDesk *self, FoyerSyncEngine *engine)
{
  g_return_if_fail (FOYER_IS_DESK (self));

  set_engine (self, engine);
}

void
foyer_desk_keep_again (FoyerDesk *self)
{
  g_return_if_fail (FOYER_IS_DESK (self));

  if (self->uplink != NULL)
    foyer_uplink_keep_again (self->uplink);
}

void
foyer_desk_sync_now (FoyerDesk *self)
{
  g_return_if_fail (FOYER_IS_DESK (self));

  if (self->engine != NULL)
    foyer_sync_engine_sync_now (self->engine);
}

void
foyer_desk_repair (FoyerDesk *self)
{
  g_return_if_fail (FOYER_IS_DESK (self));

  if (self->engine != NULL)
    foyer_sync_engine_repair (self->engine);
}

static void
on_patience_ends (gpointer user_data)
{
  FoyerDesk *self = user_data;

  self->patience = 0;
  end_leaving (self);
}

static void
on_release_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerDesk) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!foyer_store_release_finish (FOYER_STORE (source), result, &error))
    g_warning ("Undo windows could not be ended: %s", error->message);
  if (self->leaving == NULL)
    return;
  foyer_desk_sync_now (self);
  end_leaving_if_there_is_nothing_to_wait_for (self);
}

void
foyer_desk_leave_async (FoyerDesk *self, gint64 patience, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FOYER_IS_DESK (self) && self->leaving == NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, foyer_desk_leave_async);
  if (self->waiting == 0) {
    g_task_return_int (task, 0);
    g_object_unref (task);
    return;
  }
  self->leaving = task;
  self->patience
      = foyer_clock_add_timer (foyer_store_get_clock (self->store), patience, on_patience_ends, self);
  foyer_store_release_async (self->store, NULL, NULL, on_release_ready, g_object_ref (self));
}

guint
foyer_desk_leave_finish (FoyerDesk *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  return (guint) g_task_propagate_int (G_TASK (result), NULL);
}

void
foyer_desk_close (FoyerDesk *self)
{
  g_return_if_fail (FOYER_IS_DESK (self));

  if (self->store == NULL)
    return;
  if (self->leaving != NULL)
    end_leaving (self);
  if (self->uplink != NULL) {
    foyer_uplink_stop (self->uplink);
    g_clear_object (&self->uplink);
  }
  set_engine (self, NULL);
  g_signal_handlers_disconnect_by_data (self->store, self);
  forget_count (self, &self->pending);
  forget_count (self, &self->unanswered);
  if (self->draft != NULL)
    foyer_settings_draft_stop (self->draft);
  g_clear_object (&self->draft);
  foyer_store_close (self->store);
  g_clear_object (&self->store);
}
