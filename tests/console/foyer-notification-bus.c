/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-notification-bus.c - a message bus with the notification service of a desktop on it */

#include "foyer-notification-bus.h"

#define NAME "org.gtk.Notifications"
#define PATH "/org/gtk/Notifications"
#define LAST "last"

struct _FoyerNotificationBus {
  GTestDBus *bus;
  GDBusConnection *connection;
  GHashTable *notifications; /* (element-type utf8 GVariant) */
  guint shown;
  guint withdrawn;
  gboolean owns_name;
  gboolean is_settled;
};

static const char description[] = "<node><interface name='" NAME "'>"
                                  "<method name='AddNotification'>"
                                  "<arg type='s' direction='in'/><arg type='s' direction='in'/>"
                                  "<arg type='a{sv}' direction='in'/></method>"
                                  "<method name='RemoveNotification'>"
                                  "<arg type='s' direction='in'/><arg type='s' direction='in'/></method>"
                                  "</interface></node>";

static void
on_method_call (GDBusConnection *connection,
                const char *sender,
                const char *path,
                const char *interface,
                const char *method,
                GVariant *arguments,
                GDBusMethodInvocation *invocation,
                gpointer user_data)
{
  FoyerNotificationBus *self = user_data;
  const char *id;

  g_variant_get_child (arguments, 1, "&s", &id);
  if (g_str_equal (id, LAST)) {
    self->is_settled = TRUE;
  } else if (g_str_equal (method, "AddNotification")) {
    g_hash_table_insert (self->notifications, g_strdup (id), g_variant_get_child_value (arguments, 2));
    self->shown++;
  } else {
    g_hash_table_remove (self->notifications, id);
    self->withdrawn++;
  }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static const GDBusInterfaceVTable table = { .method_call = on_method_call };

static void
on_name_acquired (GDBusConnection *connection, const char *name, gpointer user_data)
{
  FoyerNotificationBus *self = user_data;

  self->owns_name = TRUE;
}

/* The service must not share the program's connection: that one speaks for the application. */
static GDBusConnection *
connect_service (const char *address)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection
      = g_dbus_connection_new_for_address_sync (address,
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                    | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);

  g_assert_no_error (error);
  return connection;
}

FoyerNotificationBus *
foyer_notification_bus_new (void)
{
  FoyerNotificationBus *self = g_new0 (FoyerNotificationBus, 1);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (description, NULL);
  g_autoptr (GError) error = NULL;

  self->notifications
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  self->connection = connect_service (g_test_dbus_get_bus_address (self->bus));
  g_dbus_connection_register_object (self->connection, PATH, node->interfaces[0], &table, self, NULL, &error);
  g_assert_no_error (error);
  g_bus_own_name_on_connection (self->connection, NAME, G_BUS_NAME_OWNER_FLAGS_NONE, on_name_acquired, NULL,
                                self, NULL);
  while (!self->owns_name)
    g_main_context_iteration (NULL, TRUE);
  return self;
}

void
foyer_notification_bus_free (FoyerNotificationBus *self)
{
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_test_dbus_down (self->bus);
  g_object_unref (self->bus);
  g_hash_table_unref (self->notifications);
  g_free (self);
}

void
foyer_notification_bus_settle (FoyerNotificationBus *self, GApplication *application)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* Messages of one sender arrive in order. */
  self->is_settled = FALSE;
  g_application_withdraw_notification (application, LAST);
  while (!self->is_settled)
    g_main_context_iteration (NULL, TRUE);
}

GVariant *
foyer_notification_bus_find (FoyerNotificationBus *self, const char *id)
{
  return g_hash_table_lookup (self->notifications, id);
}

guint
foyer_notification_bus_get_shown (FoyerNotificationBus *self)
{
  return self->shown;
}

guint
foyer_notification_bus_get_withdrawn (FoyerNotificationBus *self)
{
  return self->withdrawn;
}
