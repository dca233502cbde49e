/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-operation-row.c - one operation in the Outbox */

#include "foyer-operation-row.h"

#include "foyer-operation-closures.h"
#include "foyer-operation-verbs.h"

#include "foyer-store-blobs.h"

#include <glib/gi18n-lib.h>

struct _FoyerOperationRow {
  AdwActionRow parent_instance;

  GtkMenuButton *menu_button;
  FoyerOperation *operation; /* (nullable) */
  FoyerDesk *desk;           /* (nullable) */
  gboolean waits_for_file;
  gint64 monotonic;
  gint64 now;
};

G_DEFINE_FINAL_TYPE (FoyerOperationRow, foyer_operation_row, ADW_TYPE_ACTION_ROW)

enum {
  PROP_OPERATION = 1,
  PROP_DESK,
  PROP_MONOTONIC,
  PROP_NOW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/*
 * Not by bindings: in GTK 4.8 a binding of a template's own property to that same template warns when the template goes
 * (g_object_weak_unref: couldn't find weak ref).
 */
static void
update_texts (FoyerOperationRow *self)
{
  FoyerOfficeTime *time = self->desk == NULL ? NULL : foyer_desk_get_time (self->desk);
  gboolean online = self->desk != NULL && foyer_desk_is_online (self->desk);
  g_autofree char *title = foyer_operation_title (NULL, self->operation);
  g_autofree char *text = self->waits_for_file ? g_strdup (_ ("Waits for its attachment"))
                                               : foyer_operation_subtitle (self->operation, self->monotonic,
                                                                           self->now, online, time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

static void
set_operation (FoyerOperationRow *self)
{
  self->waits_for_file = self->operation != NULL && self->desk != NULL
                         && foyer_operation_get_state (self->operation) == FOYER_OPERATION_QUEUED
                         && foyer_store_waits_for_blob (foyer_desk_get_store (self->desk), self->operation);
  foyer_operation_verbs_update (GTK_WIDGET (self), self->operation, self->desk);
  foyer_operation_verbs_name_menu (self->menu_button, self->operation);
}

/* What can be done may have changed since the row was made. */
static void
make_menu (GtkMenuButton *button, gpointer user_data)
{
  FoyerOperationRow *self = user_data;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->operation == NULL || self->desk == NULL)
    return;
  menu = foyer_operation_verbs_menu (self->operation, self->desk);
  foyer_operation_verbs_update (GTK_WIDGET (self), self->operation, self->desk);
  gtk_menu_button_set_menu_model (button, menu);
}

static void
on_open_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (FOYER_OPERATION_ROW (widget)->menu_button);
}

static void
on_secondary_pressed (FoyerOperationRow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

static void
foyer_operation_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerOperationRow *self = FOYER_OPERATION_ROW (object);

  switch (id) {
  case PROP_OPERATION:
    if (!g_set_object (&self->operation, g_value_get_object (value)))
      return;
    set_operation (self);
    break;
  case PROP_DESK:
    if (!g_set_object (&self->desk, g_value_get_object (value)))
      return;
    set_operation (self);
    break;
  case PROP_MONOTONIC:
    if (self->monotonic == g_value_get_int64 (value))
      return;
    self->monotonic = g_value_get_int64 (value);
    break;
  case PROP_NOW:
    if (self->now == g_value_get_int64 (value))
      return;
    self->now = g_value_get_int64 (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    return;
  }
  update_texts (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_operation_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerOperationRow *self = FOYER_OPERATION_ROW (object);

  switch (id) {
  case PROP_OPERATION:
    g_value_set_object (value, self->operation);
    break;
  case PROP_DESK:
    g_value_set_object (value, self->desk);
    break;
  case PROP_MONOTONIC:
    g_value_set_int64 (value, self->monotonic);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, self->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_operation_row_dispose (GObject *object)
{
  FoyerOperationRow *self = FOYER_OPERATION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOYER_TYPE_OPERATION_ROW);
  g_clear_object (&self->operation);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (foyer_operation_row_parent_class)->dispose (object);
}

static void
foyer_operation_row_class_init (FoyerOperationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = foyer_operation_row_set_property;
  object_class->get_property = foyer_operation_row_get_property;
  object_class->dispose = foyer_operation_row_dispose;

  properties[PROP_OPERATION] = g_param_spec_object ("operation", NULL, NULL, FOYER_TYPE_OPERATION, flags);
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, flags);
  properties[PROP_MONOTONIC] = g_param_spec_int64 ("monotonic", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-operation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerOperationRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, foyer_operation_cancel_label);
  gtk_widget_class_bind_template_callback (widget_class, foyer_operation_icon);
  gtk_widget_class_bind_template_callback (widget_class, foyer_operation_is_sent);
  gtk_widget_class_bind_template_callback (widget_class, foyer_operation_may_undo);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  gtk_widget_class_install_action (widget_class, "operation.menu", NULL, on_open_menu);
  foyer_operation_verbs_install (widget_class);
}

static void
foyer_operation_row_init (FoyerOperationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu, self, NULL);
  set_operation (self);
}
