/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-notifier.c - tells of new bookings while nobody looks */

#include "foyer-booking-notifier.h"

#include "foyer-booking-news.h"

#include "foyer-settings.h"
#include "types/booking.h"
#include "types/portal_settings.h"

#define PAGE 500

struct _FoyerBookingNotifier {
  GObject parent_instance;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable): %NULL after it has stopped */
  FoyerStore *store;
  GApplication *application; /* not owned: it owns this */

  /* State. */
  gboolean watched;
  int state;
  GHashTable *known; /* (element-type utf8): bookings that are no news any more */
  GHashTable *told;  /* (element-type utf8): bookings whose notification may be on the screen */

  /* In-progress data. */
  GCancellable *cancellable; /* of what is being read about bookings */
};

G_DEFINE_FINAL_TYPE (FoyerBookingNotifier, foyer_booking_notifier, G_TYPE_OBJECT)

enum {
  PROP_WATCHED = 1,
  PROP_STATE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

typedef struct {
  char *booking_id;
  gint64 now;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_free (question->booking_id);
  g_free (question);
}

static gpointer
read_news_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  Question *question = user_data;

  return foyer_booking_news_read (source, question->booking_id, question->now, error);
}

static char *
notification_id (const char *booking_id)
{
  return g_strconcat ("booking-", booking_id, NULL);
}

static void
take_back (FoyerBookingNotifier *self, const char *booking_id)
{
  g_autofree char *notification = notification_id (booking_id);

  g_application_withdraw_notification (self->application, notification);
}

static gboolean
is_pending (FoyerRecord *booking)
{
  return booking != NULL && foyer_booking_get_status (booking) == FOYER_BOOKING_PENDING;
}

static void
tell (FoyerBookingNotifier *self, const FoyerBookingNews *news)
{
  const char *id = foyer_record_get_id (news->booking);
  g_autofree char *name = notification_id (id);
  g_autoptr (GNotification) notification = NULL;

  /* The reading took a moment. */
  if (self->watched || !is_pending (news->booking) || !g_hash_table_contains (self->told, id))
    return;
  notification = foyer_booking_news_write (news, foyer_desk_get_time (self->desk));
  g_application_send_notification (self->application, name, notification);
}

static void
on_read_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoyerBookingNotifier) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerBookingNews) news = foyer_store_read_finish (FOYER_STORE (source), result, &error);

  if (self->desk == NULL)
    return;
  if (news != NULL)
    tell (self, news);
  else if (error != NULL)
    g_warning ("A new booking could not be told of: %s", error->message);
}

static void
ask (FoyerBookingNotifier *self, const char *id)
{
  Question *question = g_new0 (Question, 1);

  question->booking_id = g_strdup (id);
  question->now = foyer_desk_now (self->desk);
  g_hash_table_add (self->told, g_strdup (id));
  foyer_store_read_async (self->store, read_news_in_worker, question, free_question,
                          (GDestroyNotify) foyer_booking_news_free, self->cancellable, on_read_ready,
                          g_object_ref (self));
}

/* A business that does not want to hear of bookings is not told here either (000-70, 000-71). */
static gboolean
is_wanted (FoyerBookingNotifier *self, FoyerRecord *booking)
{
  g_autoptr (FoyerRecord) stored = foyer_store_get_singleton (self->store, &foyer_portal_settings_type);
  g_autoptr (FoyerRecord) settings = stored == NULL ? NULL : foyer_settings_complete (stored, NULL);

  if (settings == NULL)
    return TRUE;
  return foyer_booking_get_kind (booking) == FOYER_BOOKING_CANCEL
             ? foyer_portal_settings_get_notify_team_cancel (settings)
             : foyer_portal_settings_get_notify_team_booking (settings);
}

static void
look_at (FoyerBookingNotifier *self, const char *id)
{
  g_autoptr (FoyerRecord) booking = foyer_store_get (self->store, &foyer_booking_type, id);
  gboolean is_news = g_hash_table_add (self->known, g_strdup (id));

  if (!is_pending (booking)) {
    if (g_hash_table_remove (self->told, id))
      take_back (self, id);
  } else if (is_news && !self->watched && foyer_record_get_rev (booking) > 0 && is_wanted (self, booking)) {
    ask (self, id);
  }
}

static void
on_store_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  FoyerBookingNotifier *self = user_data;
  GHashTable *ids = foyer_change_set_get_ids (changes, &foyer_booking_type);
  GHashTableIter iter;
  gpointer id;

  if (ids == NULL || self->state == FOYER_SYNC_FIRST)
    return;
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    look_at (self, id);
}

/* What waits for a decision already is no news. */
static void
remember_pending (FoyerBookingNotifier *self)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);
  guint length;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_BOOKING_PENDING);
  foyer_query_limit (query, PAGE);
  do {
    g_autoptr (GPtrArray) page = foyer_store_list (self->store, query);

    length = page->len;
    for (guint i = 0; i < length; i++)
      g_hash_table_add (self->known, g_strdup (foyer_record_get_id (page->pdata[i])));
    if (length > 0)
      foyer_query_after (query, 0, NULL, foyer_record_get_id (page->pdata[length - 1]));
  } while (length == PAGE);
}

/* Nor is what was decided here and may come back: undone, refused or in conflict. */
static void
remember_decided (FoyerBookingNotifier *self)
{
  const FoyerOperationState states[] = {
    FOYER_OPERATION_HELD,  FOYER_OPERATION_QUEUED,  FOYER_OPERATION_SENDING,
    FOYER_OPERATION_ACKED, FOYER_OPERATION_REFUSED, FOYER_OPERATION_CONFLICT,
  };
  g_autoptr (GPtrArray) operations
      = foyer_store_list_operations (self->store, states, G_N_ELEMENTS (states), 0, PAGE);

  for (guint i = 0; i < operations->len; i++) {
    const FoyerOperationData *data = foyer_operation_get_data (operations->pdata[i]);

    if (data->type == &foyer_booking_type)
      g_hash_table_add (self->known, g_strdup (data->record_id));
  }
}

static void
set_state (FoyerBookingNotifier *self, int state)
{
  gboolean was_first = self->state == FOYER_SYNC_FIRST;

  if (self->state == state)
    return;
  self->state = state;
  if (was_first && self->desk != NULL)
    remember_pending (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
foyer_booking_notifier_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerBookingNotifier *self = FOYER_BOOKING_NOTIFIER (object);

  if (id == PROP_STATE) {
    set_state (self, g_value_get_int (value));
  } else if (self->watched != g_value_get_boolean (value)) {
    self->watched = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
  }
}

static void
foyer_booking_notifier_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerBookingNotifier *self = FOYER_BOOKING_NOTIFIER (object);

  if (id == PROP_STATE)
    g_value_set_int (value, self->state);
  else
    g_value_set_boolean (value, self->watched);
}

static void
foyer_booking_notifier_dispose (GObject *object)
{
  foyer_booking_notifier_stop (FOYER_BOOKING_NOTIFIER (object));
  G_OBJECT_CLASS (foyer_booking_notifier_parent_class)->dispose (object);
}

static void
foyer_booking_notifier_finalize (GObject *object)
{
  FoyerBookingNotifier *self = FOYER_BOOKING_NOTIFIER (object);

  g_hash_table_unref (self->known);
  g_hash_table_unref (self->told);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (foyer_booking_notifier_parent_class)->finalize (object);
}

static void
foyer_booking_notifier_class_init (FoyerBookingNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_booking_notifier_set_property;
  object_class->get_property = foyer_booking_notifier_get_property;
  object_class->dispose = foyer_booking_notifier_dispose;
  object_class->finalize = foyer_booking_notifier_finalize;

  properties[PROP_WATCHED] = g_param_spec_boolean ("watched", NULL, NULL, FALSE, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, G_MAXINT, FOYER_SYNC_STOPPED, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_booking_notifier_init (FoyerBookingNotifier *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
}

FoyerBookingNotifier *
foyer_booking_notifier_new (FoyerDesk *desk, GApplication *application)
{
  FoyerBookingNotifier *self = g_object_new (FOYER_TYPE_BOOKING_NOTIFIER, NULL);

  self->desk = g_object_ref (desk);
  self->store = g_object_ref (foyer_desk_get_store (desk));
  self->application = application;
  remember_pending (self);
  remember_decided (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, 0);
  g_object_bind_property (desk, "state", self, "state", G_BINDING_SYNC_CREATE);
  return self;
}

void
foyer_booking_notifier_stop (FoyerBookingNotifier *self)
{
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (FOYER_IS_BOOKING_NOTIFIER (self));

  if (self->desk == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    take_back (self, id);
  g_hash_table_remove_all (self->told);
  g_clear_object (&self->store);
  g_clear_object (&self->desk);
}
