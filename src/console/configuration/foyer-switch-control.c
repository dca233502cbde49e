/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-switch-control.c - a setting that is on or off */

#include "foyer-switch-control.h"

struct _FoyerSwitchControl {
  FoyerSettingControl parent_instance;

  GtkSwitch *button;
};

G_DEFINE_FINAL_TYPE (FoyerSwitchControl, foyer_switch_control, FOYER_TYPE_SETTING_CONTROL)

static void
foyer_switch_control_show (FoyerSettingControl *control, JsonNode *value)
{
  gtk_switch_set_active (FOYER_SWITCH_CONTROL (control)->button,
                         JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_BOOLEAN
                             && json_node_get_boolean (value));
}

static void
on_notify_active (FoyerSwitchControl *self)
{
  foyer_setting_control_edit (FOYER_SETTING_CONTROL (self),
                              json_node_init_boolean (json_node_alloc (),
                                                      gtk_switch_get_active (self->button)));
}

static void
foyer_switch_control_class_init (FoyerSwitchControlClass *klass)
{
  FoyerSettingControlClass *control_class = FOYER_SETTING_CONTROL_CLASS (klass);

  control_class->show = foyer_switch_control_show;
}

static void
foyer_switch_control_init (FoyerSwitchControl *self)
{
}

GtkWidget *
foyer_switch_control_new (const FoyerField *field)
{
  FoyerSwitchControl *self = g_object_new (FOYER_TYPE_SWITCH_CONTROL, "valign", GTK_ALIGN_CENTER, NULL);

  self->button = GTK_SWITCH (gtk_switch_new ());
  foyer_setting_control_name (GTK_WIDGET (self->button), field);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->button, "notify::active", G_CALLBACK (on_notify_active), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
