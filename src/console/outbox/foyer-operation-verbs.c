/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-operation-verbs.c - what can be done with one operation of the Outbox */

#include "foyer-operation-verbs.h"

#include "foyer-need-choices.h"
#include "foyer-operation-closures.h"
#include "foyer-operation-kinds.h"

#include "foyer-menu-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const verbs[] = {
  "operation.release", "operation.cancel",    "operation.edit",
  "operation.copy",    "operation.take-back", "operation.retry",
};

static void
on_activate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (FoyerOperation) operation = NULL;
  g_autofree char *action = NULL;

  g_object_get (widget, "operation", &operation, NULL);
  if (operation == NULL)
    return;
  action = g_strconcat ("outbox.", strchr (name, '.') + 1, NULL);
  gtk_widget_activate_action (widget, action, "s", foyer_operation_get_id (operation));
}

void
foyer_operation_verbs_install (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_class_install_action (widget_class, verbs[i], NULL, on_activate);
}

static FoyerRecord *
find_record (FoyerOperation *operation, FoyerDesk *desk)
{
  const FoyerOperationData *data = foyer_operation_get_data (operation);

  return foyer_store_get (foyer_desk_get_store (desk), data->type, data->record_id);
}

static gboolean
needs_person (FoyerOperation *operation)
{
  return foyer_operation_state_needs_person (foyer_operation_get_state (operation));
}

static gboolean
may_edit (FoyerOperation *operation, FoyerRecord *record)
{
  return foyer_operation_edit (operation, record) != FOYER_OPERATION_EDIT_NOTHING;
}

/* What has left is looked at; nothing of it can be changed. */
static const char *
edit_label (FoyerOperation *operation)
{
  return foyer_operation_may_undo (NULL, operation) || needs_person (operation) ? _ ("_Edit…") : _ ("_Show");
}

static gboolean
may_retry (FoyerOperation *operation, FoyerRecord *record)
{
  return needs_person (operation)
         && (foyer_need_choices (foyer_operation_get_data (operation), record) & FOYER_NEED_RETRY) != 0;
}

void
foyer_operation_verbs_update (GtkWidget *widget, FoyerOperation *operation, FoyerDesk *desk)
{
  gboolean known = operation != NULL && desk != NULL;
  g_autoptr (FoyerRecord) record = known ? find_record (operation, desk) : NULL;

  gtk_widget_action_set_enabled (widget, "operation.release",
                                 known && foyer_operation_may_release (NULL, operation));
  gtk_widget_action_set_enabled (widget, "operation.cancel",
                                 known
                                     && (foyer_operation_may_undo (NULL, operation)
                                         || needs_person (operation)));
  gtk_widget_action_set_enabled (widget, "operation.edit", known && may_edit (operation, record));
  gtk_widget_action_set_enabled (widget, "operation.copy", known);
  gtk_widget_action_set_enabled (widget, "operation.take-back",
                                 known && foyer_operation_may_take_back (operation, record));
  gtk_widget_action_set_enabled (widget, "operation.retry", known && may_retry (operation, record));
}

GMenuModel *
foyer_operation_verbs_menu (FoyerOperation *operation, FoyerDesk *desk)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (FoyerRecord) record = find_record (operation, desk);
  g_autofree char *take_back
      = foyer_operation_take_back_label (operation, record, foyer_desk_get_time (desk));

  if (foyer_operation_may_release (NULL, operation))
    g_menu_append (menu, _ ("_Send Now"), "operation.release");
  if (may_retry (operation, record))
    g_menu_append (menu, _ ("_Retry"), "operation.retry");
  if (may_edit (operation, record))
    g_menu_append (menu, edit_label (operation), "operation.edit");
  if (foyer_operation_may_undo (NULL, operation))
    g_menu_append (menu, _ ("_Cancel"), "operation.cancel");
  if (needs_person (operation))
    g_menu_append (menu, _ ("_Let It Go…"), "operation.cancel");
  if (foyer_operation_has_left (NULL, operation))
    g_menu_append (menu, take_back, "operation.take-back");
  g_menu_append (menu, _ ("Copy _Details"), "operation.copy");
  return G_MENU_MODEL (menu);
}

void
foyer_operation_verbs_name_menu (GtkMenuButton *button, FoyerOperation *operation)
{
  g_autofree char *name
      = operation == NULL ? g_strdup (_ ("More")) : foyer_operation_menu_name (NULL, operation);

  foyer_menu_name_set (button, name);
}
