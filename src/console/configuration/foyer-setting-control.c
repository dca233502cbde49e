/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setting-control.c - what one changes a setting with */

#include "foyer-setting-control.h"

#include "foyer-json.h"

#include <glib/gi18n-lib.h>

typedef struct {
  JsonNode *value; /* (nullable): what is shown */
  gboolean is_showing;
} FoyerSettingControlPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (FoyerSettingControl, foyer_setting_control, ADW_TYPE_BIN)

enum { EDITED, N_SIGNALS };

static guint signals[N_SIGNALS];

static FoyerSettingControlPrivate *
get_private (FoyerSettingControl *self)
{
  return foyer_setting_control_get_instance_private (self);
}

static void
foyer_setting_control_finalize (GObject *object)
{
  g_clear_pointer (&get_private (FOYER_SETTING_CONTROL (object))->value, json_node_unref);
  G_OBJECT_CLASS (foyer_setting_control_parent_class)->finalize (object);
}

static void
foyer_setting_control_class_init (FoyerSettingControlClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_setting_control_finalize;
  signals[EDITED] = g_signal_new ("edited", FOYER_TYPE_SETTING_CONTROL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, JSON_TYPE_NODE);
}

static void
foyer_setting_control_init (FoyerSettingControl *self)
{
}

static JsonNode *
copy_or_null (JsonNode *value)
{
  return value == NULL ? json_node_init_null (json_node_alloc ()) : json_node_copy (value);
}

void
foyer_setting_control_show (FoyerSettingControl *self, JsonNode *value)
{
  FoyerSettingControlPrivate *private = get_private (self);
  g_autoptr (JsonNode) shown = copy_or_null (value);

  g_return_if_fail (FOYER_IS_SETTING_CONTROL (self));

  if (private->value != NULL && foyer_json_equal (private->value, shown))
    return;
  g_clear_pointer (&private->value, json_node_unref);
  private->value = g_steal_pointer (&shown);
  private->is_showing = TRUE;
  FOYER_SETTING_CONTROL_GET_CLASS (self)->show (self, private->value);
  private->is_showing = FALSE;
}

void
foyer_setting_control_show_inherited (FoyerSettingControl *self, const char *inherited)
{
  FoyerSettingControlClass *klass;

  g_return_if_fail (FOYER_IS_SETTING_CONTROL (self));

  klass = FOYER_SETTING_CONTROL_GET_CLASS (self);
  if (klass->show_inherited != NULL)
    klass->show_inherited (self, inherited);
}

void
foyer_setting_control_edit (FoyerSettingControl *self, JsonNode *value)
{
  FoyerSettingControlPrivate *private = get_private (self);
  g_autoptr (JsonNode) edited = value;

  if (private->is_showing || (private->value != NULL && foyer_json_equal (private->value, edited)))
    return;
  g_clear_pointer (&private->value, json_node_unref);
  private->value = json_node_copy (edited);
  g_signal_emit (self, signals[EDITED], 0, edited);
}

void
foyer_setting_control_edit_text (FoyerSettingControl *self, const char *text)
{
  JsonNode *node = json_node_alloc ();

  foyer_setting_control_edit (self, *text == '\0' ? json_node_init_null (node)
                                                  : json_node_init_string (node, text));
}

void
foyer_setting_control_name (GtkWidget *widget, const FoyerField *field)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (field->effect), -1);
}
