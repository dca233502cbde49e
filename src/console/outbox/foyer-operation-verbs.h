/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The verbs of what shows one operation. They are actions of its widget: `operation.release`, `operation.cancel`, `operation.edit`,
 * `operation.copy`, `operation.take-back` and `operation.retry`. Each asks the page for the same with the operation's id: `outbox.release`, ….
 */

/**
 * foyer_operation_verbs_install:
 * @widget_class: of a widget with a property `operation`
 */
void foyer_operation_verbs_install (GtkWidgetClass *widget_class);

/**
 * foyer_operation_verbs_update:
 * @operation: (nullable)
 * @desk: (nullable)
 *
 * Enables what can be done now.
 */
void foyer_operation_verbs_update (GtkWidget *widget, FoyerOperation *operation, FoyerDesk *desk);

/**
 * foyer_operation_verbs_menu:
 *
 * Returns: (transfer full): the verbs that fit, the one that does not any more with the reason
 */
GMenuModel *foyer_operation_verbs_menu (FoyerOperation *operation, FoyerDesk *desk);

/**
 * foyer_operation_verbs_name_menu:
 * @operation: (nullable): %NULL for one that is named by what is around it
 *
 * Gives the button with the verbs, and the one in it that takes the focus, a name: GTK 4.8 does not hand it on.
 */
void foyer_operation_verbs_name_menu (GtkMenuButton *button, FoyerOperation *operation);

G_END_DECLS
