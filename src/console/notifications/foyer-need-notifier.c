/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-need-notifier.c - tells of what was refused or is in conflict while nobody looks */

#include "foyer-need-notifier.h"

#include "foyer-need.h"

#include <glib/gi18n.h>

#define MOST 500
#define NOTIFICATION "needs"

struct _FoyerNeedNotifier {
  GObject parent_instance;

  /* Construct-time. */
  FoyerDesk *desk; /* (nullable): %NULL after it has stopped */
  FoyerStore *store;
  GApplication *application; /* not owned: it owns this */

  /* State. */
  gboolean watched;
  GHashTable *known; /* (element-type utf8): operations that are no news any more */
  gboolean told;     /* whether a notification may be on the screen */
};

G_DEFINE_FINAL_TYPE (FoyerNeedNotifier, foyer_need_notifier, G_TYPE_OBJECT)

enum {
  PROP_WATCHED = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static GPtrArray *
list_needing (FoyerNeedNotifier *self)
{
  static const FoyerOperationState states[] = { FOYER_OPERATION_REFUSED, FOYER_OPERATION_CONFLICT };

  return foyer_store_list_operations (self->store, states, G_N_ELEMENTS (states), 0, MOST);
}

static void
take_back (FoyerNeedNotifier *self)
{
  if (self->told)
    g_application_withdraw_notification (self->application, NOTIFICATION);
  self->told = FALSE;
}

static GNotification *
write_one (FoyerNeedNotifier *self, FoyerOperation *operation)
{
  g_autoptr (FoyerNeed) need = foyer_need_new (self->store, operation, foyer_desk_get_time (self->desk),
                                               foyer_desk_now (self->desk));
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  GNotification *notification;

  g_object_get (need, "title", &title, "sentence", &sentence, NULL);
  notification = g_notification_new (title);
  g_notification_set_body (notification, sentence);
  return notification;
}

static GNotification *
write_several (guint count)
{
  g_autofree char *title
      = g_strdup_printf (ngettext ("%u thing needs you", "%u things need you", count), count);
  GNotification *notification = g_notification_new (title);

  g_notification_set_body (notification,
                           _ ("What was done here was refused, or somebody else did otherwise."));
  return notification;
}

static void
tell (FoyerNeedNotifier *self, FoyerOperation *newest, guint count)
{
  g_autoptr (GNotification) notification = count == 1 ? write_one (self, newest) : write_several (count);

  g_notification_set_default_action (notification, "app.show-needs");
  g_notification_add_button (notification, _ ("Look"), "app.show-needs");
  g_application_send_notification (self->application, NOTIFICATION, notification);
  self->told = TRUE;
}

static void
on_store_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  FoyerNeedNotifier *self = user_data;
  g_autoptr (GPtrArray) needing = NULL;
  FoyerOperation *news = NULL;

  if (!foyer_change_set_has_operations (changes))
    return;
  needing = list_needing (self);
  for (guint i = 0; i < needing->len; i++) {
    if (g_hash_table_add (self->known, g_strdup (foyer_operation_get_id (needing->pdata[i]))))
      news = needing->pdata[i];
  }
  if (needing->len == 0)
    take_back (self);
  else if (news != NULL && !self->watched)
    tell (self, news, needing->len);
}

static void
foyer_need_notifier_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerNeedNotifier *self = FOYER_NEED_NOTIFIER (object);

  if (self->watched == g_value_get_boolean (value))
    return;
  self->watched = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_need_notifier_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, FOYER_NEED_NOTIFIER (object)->watched);
}

static void
foyer_need_notifier_dispose (GObject *object)
{
  foyer_need_notifier_stop (FOYER_NEED_NOTIFIER (object));
  G_OBJECT_CLASS (foyer_need_notifier_parent_class)->dispose (object);
}

static void
foyer_need_notifier_finalize (GObject *object)
{
  g_hash_table_unref (FOYER_NEED_NOTIFIER (object)->known);
  G_OBJECT_CLASS (foyer_need_notifier_parent_class)->finalize (object);
}

static void
foyer_need_notifier_class_init (FoyerNeedNotifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_need_notifier_set_property;
  object_class->get_property = foyer_need_notifier_get_property;
  object_class->dispose = foyer_need_notifier_dispose;
  object_class->finalize = foyer_need_notifier_finalize;

  properties[PROP_WATCHED] = g_param_spec_boolean ("watched", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_need_notifier_init (FoyerNeedNotifier *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

FoyerNeedNotifier *
foyer_need_notifier_new (FoyerDesk *desk, GApplication *application)
{
  FoyerNeedNotifier *self = g_object_new (FOYER_TYPE_NEED_NOTIFIER, NULL);
  g_autoptr (GPtrArray) needing = NULL;

  self->desk = g_object_ref (desk);
  self->store = g_object_ref (foyer_desk_get_store (desk));
  self->application = application;
  /* What needs somebody already is no news. */
  needing = list_needing (self);
  for (guint i = 0; i < needing->len; i++)
    g_hash_table_add (self->known, g_strdup (foyer_operation_get_id (needing->pdata[i])));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, 0);
  return self;
}

void
foyer_need_notifier_stop (FoyerNeedNotifier *self)
{
  g_return_if_fail (FOYER_IS_NEED_NOTIFIER (self));

  if (self->desk == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->store, self);
  take_back (self);
  g_clear_object (&self->store);
  g_clear_object (&self->desk);
}
