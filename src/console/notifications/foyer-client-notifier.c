/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-client-notifier.c - tells what clients did that waits for no decision, while nobody looks */

#include "foyer-client-notifier.h"

#include "foyer-approval-closures.h"

#include "foyer-message-line.h"
#include "foyer-shared-words.h"
#include "foyer-settings.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/conversation.h"
#include "types/message.h"
#include "types/portal_settings.h"
#include "types/property.h"
#include "types/service.h"
#include "types/visit.h"

#include <glib/gi18n-lib.h>

/* As much of a message as a notification shows. */
#define MOST_CHARACTERS 160

struct _FoyerClientNotifier {
  GObject parent_instance;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable): %NULL after it has stopped */
  FoyerStore *store;
  GApplication *application; /* not owned: it owns this */

  /* State. */
  gboolean watched;
  int state;
  gint64 since;      /* what happened before is no news */
  GHashTable *known; /* (element-type utf8): what was told of, and bookings that somebody decided */
  GHashTable *told;  /* (element-type utf8): notifications that may be on the screen */
};

G_DEFINE_FINAL_TYPE (FoyerClientNotifier, foyer_client_notifier, G_TYPE_OBJECT)

enum {
  PROP_WATCHED = 1,
  PROP_STATE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static FoyerRecord *
look_up (FoyerClientNotifier *self, const FoyerRecordType *type, const char *id)
{
  return id == NULL ? NULL : foyer_store_get (self->store, type, id);
}

/* --- Telling --- */

static void
take_back_all (FoyerClientNotifier *self)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->told);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_application_withdraw_notification (self->application, name);
  g_hash_table_remove_all (self->told);
}

/* @about_id is what it is about and what it opens; a later one about the same takes its place. */
static void
tell (FoyerClientNotifier *self, const char *about_id, const char *title, const char *body)
{
  g_autoptr (GNotification) notification = g_notification_new (title);
  char *name = g_strconcat ("client-", about_id, NULL);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.open-record", "s", about_id);
  g_application_send_notification (self->application, name, notification);
  g_hash_table_add (self->told, name);
}

static void
tell_of_work (FoyerClientNotifier *self,
              FoyerRecord *record,
              const char *client_id,
              const char *property_id,
              gint64 start,
              gint64 end,
              const char *did)
{
  g_autoptr (FoyerRecord) client = look_up (self, &foyer_client_type, client_id);
  g_autoptr (FoyerRecord) property = look_up (self, &foyer_property_type, property_id);
  g_autofree char *name = foyer_approval_client_name (NULL, client);
  g_autofree char *slot = foyer_office_time_slot_text (foyer_desk_get_time (self->desk), start, end);
  g_autofree char *title = g_strdup_printf (_ ("%s · %s"), name, slot);
  g_autofree char *place = property == NULL ? NULL : foyer_approval_address (NULL, property);
  g_autofree char *body = place == NULL || *place == '\0' ? g_strdup (did)
                                                          /* Translators: what was done, then the address. */
                                                          : g_strdup_printf (_ ("%s, %s"), did, place);

  tell (self, foyer_record_get_id (record), title, body);
}

static void
tell_of_visit (FoyerClientNotifier *self, FoyerRecord *visit)
{
  const char *reason = foyer_visit_get_cancel_reason (visit);
  g_autofree char *did
      = reason == NULL || *reason == '\0'
            ? g_strdup_printf (_ ("Cancelled: %s"), foyer_visit_get_title (visit))
            /* Translators: a visit, and why the client cancelled it. */
            : g_strdup_printf (_ ("Cancelled: %s (“%s”)"), foyer_visit_get_title (visit), reason);

  tell_of_work (self, visit, foyer_visit_get_client_id (visit), foyer_visit_get_property_id (visit),
                foyer_visit_get_start (visit), foyer_visit_get_end (visit), did);
}

static void
tell_of_booking (FoyerClientNotifier *self, FoyerRecord *booking)
{
  g_autoptr (FoyerRecord) service
      = look_up (self, &foyer_service_type, foyer_booking_get_service_id (booking));
  g_autofree char *work = foyer_approval_service_name (NULL, service);
  g_autofree char *did = g_strdup_printf (foyer_booking_get_kind (booking) == FOYER_BOOKING_RESCHEDULE
                                              ? _ ("Moved to this time: %s")
                                              : _ ("Booked: %s"),
                                          work);

  tell_of_work (self, booking, foyer_booking_get_client_id (booking), foyer_booking_get_property_id (booking),
                foyer_booking_get_start (booking), foyer_booking_get_end (booking), did);
}

static void
tell_of_message (FoyerClientNotifier *self, FoyerRecord *message)
{
  const char *conversation_id = foyer_message_get_conversation_id (message);
  g_autoptr (FoyerRecord) conversation = look_up (self, &foyer_conversation_type, conversation_id);
  g_autoptr (FoyerRecord) client
      = look_up (self, &foyer_client_type,
                 conversation == NULL ? NULL : foyer_conversation_get_client_id (conversation));
  g_autofree char *name = foyer_approval_client_name (NULL, client);
  g_autofree char *said = foyer_message_words (message);
  g_autofree char *words = g_utf8_substring (said, 0, MIN (g_utf8_strlen (said, -1), MOST_CHARACTERS));

  tell (self, conversation_id, name, words);
}

/* --- What is news --- */

static gboolean
is_late (FoyerClientNotifier *self, gint64 at)
{
  return at > self->since;
}

static gboolean
is_visit_news (FoyerClientNotifier *self, FoyerRecord *visit, FoyerRecord *settings)
{
  return (settings == NULL || foyer_portal_settings_get_notify_team_cancel (settings))
         && foyer_visit_get_status (visit) == FOYER_VISIT_CANCELLED
         && foyer_visit_get_cancelled_by (visit) == FOYER_SOURCE_PORTAL
         && is_late (self, foyer_visit_get_cancelled_at (visit));
}

/* What waits for a decision is told of by FoyerBookingNotifier, and decided by somebody. */
static gboolean
is_booking_news (FoyerClientNotifier *self, FoyerRecord *booking, FoyerRecord *settings)
{
  if (foyer_booking_get_status (booking) != FOYER_BOOKING_APPROVED) {
    g_hash_table_add (self->known, g_strdup (foyer_record_get_id (booking)));
    return FALSE;
  }
  return (settings == NULL || foyer_portal_settings_get_notify_team_booking (settings))
         && foyer_booking_get_source (booking) == FOYER_SOURCE_PORTAL
         && foyer_booking_get_decided_by (booking) == NULL
         && is_late (self, foyer_booking_get_requested_at (booking));
}

static gboolean
is_message_news (FoyerClientNotifier *self, FoyerRecord *message, FoyerRecord *settings)
{
  return (settings == NULL || foyer_portal_settings_get_notify_team_message (settings))
         && foyer_message_get_kind (message) == FOYER_MESSAGE_CLIENT
         && is_late (self, foyer_message_get_sent_at (message));
}

static const struct {
  const FoyerRecordType *type;
  gboolean (*is_news) (FoyerClientNotifier *self, FoyerRecord *record, FoyerRecord *settings);
  void (*tell) (FoyerClientNotifier *self, FoyerRecord *record);
} kinds[] = {
  { &foyer_visit_type, is_visit_news, tell_of_visit },
  { &foyer_booking_type, is_booking_news, tell_of_booking },
  { &foyer_message_type, is_message_news, tell_of_message },
};

static void
look_at (FoyerClientNotifier *self, guint kind, const char *id, FoyerRecord *settings)
{
  g_autoptr (FoyerRecord) record = foyer_store_get (self->store, kinds[kind].type, id);

  if (record == NULL || !kinds[kind].is_news (self, record, settings)
      || !g_hash_table_add (self->known, g_strdup (id)) || self->watched)
    return;
  kinds[kind].tell (self, record);
}

static void
on_store_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  FoyerClientNotifier *self = user_data;
  g_autoptr (FoyerRecord) stored = NULL;
  g_autoptr (FoyerRecord) settings = NULL;

  if (self->state == FOYER_SYNC_FIRST)
    return;
  stored = foyer_store_get_singleton (store, &foyer_portal_settings_type);
  settings = stored == NULL ? NULL : foyer_settings_complete (stored, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    GHashTable *ids = foyer_change_set_get_ids (changes, kinds[i].type);
    GHashTableIter iter;
    gpointer id;

    if (ids == NULL)
      continue;
    g_hash_table_iter_init (&iter, ids);
    while (g_hash_table_iter_next (&iter, &id, NULL))
      look_at (self, i, id, settings);
  }
}

/* --- The object --- */

static void
set_state (FoyerClientNotifier *self, int state)
{
  if (self->state == FOYER_SYNC_FIRST && state != FOYER_SYNC_FIRST && self->desk != NULL)
    self->since = foyer_desk_now (self->desk);
  self->state = state;
}

static void
foyer_client_notifier_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerClientNotifier *self = FOYER_CLIENT_NOTIFIER (object);

  if (id == PROP_STATE) {
    set_state (self, g_value_get_int (value));
    return;
  }
  self->watched = g_value_get_boolean (value);
  if (self->watched)
    take_back_all (self);
}

static void
foyer_client_notifier_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerClientNotifier *self = FOYER_CLIENT_NOTIFIER (object);

  if (id == PROP_STATE)
    g_value_set_int (value, self->state);
  else
    g_value_set_boolean (value, self->watched);
}

static void
foyer_client_notifier_dispose (GObject *object)
{
  foyer_client_notifier_stop (FOYER_CLIENT_NOTIFIER (object));
  G_OBJECT_CLASS (foyer_client_notifier_parent_class)->dispose (object);
}

static void
foyer_client_notifier_finalize (GObject *object)
{
  FoyerClientNotifier *self = FOYER_CLIENT_NOTIFIER (object);

  g_hash_table_unref (self->known);
  g_hash_table_unref (self->told);
  G_OBJECT_CLASS (foyer_client_notifier_parent_class)->finalize (object);
}

static void
foyer_client_notifier_class_init (FoyerClientNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_client_notifier_set_property;
  object_class->get_property = foyer_client_notifier_get_property;
  object_class->dispose = foyer_client_notifier_dispose;
  object_class->finalize = foyer_client_notifier_finalize;

  properties[PROP_WATCHED] = g_param_spec_boolean ("watched", NULL, NULL, FALSE, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, G_MAXINT, FOYER_SYNC_STOPPED, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_client_notifier_init (FoyerClientNotifier *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

FoyerClientNotifier *
foyer_client_notifier_new (FoyerDesk *desk, GApplication *application)
{
  FoyerClientNotifier *self = g_object_new (FOYER_TYPE_CLIENT_NOTIFIER, NULL);

  self->desk = g_object_ref (desk);
  self->store = g_object_ref (foyer_desk_get_store (desk));
  self->application = application;
  self->since = foyer_desk_now (desk);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, 0);
  g_object_bind_property (desk, "state", self, "state", G_BINDING_SYNC_CREATE);
  return self;
}

void
foyer_client_notifier_stop (FoyerClientNotifier *self)
{
  g_return_if_fail (FOYER_IS_CLIENT_NOTIFIER (self));

  if (self->desk == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->store, self);
  take_back_all (self);
  g_clear_object (&self->store);
  g_clear_object (&self->desk);
}
