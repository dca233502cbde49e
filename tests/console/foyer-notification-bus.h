/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * FoyerNotificationBus:
 *
 * A message bus of its own with the notification service of a desktop on it, which writes down what it is asked to show.
 */
typedef struct _FoyerNotificationBus FoyerNotificationBus;

/**
 * foyer_notification_bus_new:
 *
 * The bus becomes the session's, so it has to be there before the first #GApplication registers.
 */
FoyerNotificationBus *foyer_notification_bus_new (void);
void foyer_notification_bus_free (FoyerNotificationBus *self);

/**
 * foyer_notification_bus_settle:
 *
 * Waits until everything that @application has sent or withdrawn has arrived.
 */
void foyer_notification_bus_settle (FoyerNotificationBus *self, GApplication *application);

/**
 * foyer_notification_bus_find:
 *
 * Returns: (transfer none) (nullable): the notification as it came last, of type `a{sv}`, if it has not been withdrawn
 */
GVariant *foyer_notification_bus_find (FoyerNotificationBus *self, const char *id);

/**
 * foyer_notification_bus_get_shown:
 *
 * Returns: how many were shown since the start, those that came twice counted twice
 */
guint foyer_notification_bus_get_shown (FoyerNotificationBus *self);

/**
 * foyer_notification_bus_get_withdrawn:
 *
 * Returns: how many were withdrawn since the start
 */
guint foyer_notification_bus_get_withdrawn (FoyerNotificationBus *self);
