/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-number-control.c - a setting that is a whole number */

#include "foyer-number-control.h"

#include "foyer-field-check.h"

struct _FoyerNumberControl {
  FoyerSettingControl parent_instance;

  GtkSpinButton *button;
  const FoyerField *field;
};

G_DEFINE_FINAL_TYPE (FoyerNumberControl, foyer_number_control, FOYER_TYPE_SETTING_CONTROL)

static void
foyer_number_control_show (FoyerSettingControl *control, JsonNode *value)
{
  FoyerNumberControl *self = FOYER_NUMBER_CONTROL (control);

  /* What is no number of the range is still being written: it stays as it is. */
  if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_INT64
      && foyer_field_accepts_number (self->field, json_node_get_int (value)))
    gtk_spin_button_set_value (self->button, (double) json_node_get_int (value));
}

/* Each letter counts: what is out of range is told of while it is written, and not silently made something else. */
static void
on_changed (FoyerNumberControl *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->button));
  gint64 number;

  if (g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, &number, NULL))
    foyer_setting_control_edit (FOYER_SETTING_CONTROL (self),
                                json_node_init_int (json_node_alloc (), number));
  else
    foyer_setting_control_edit (FOYER_SETTING_CONTROL (self),
                                json_node_init_string (json_node_alloc (), text));
}

static void
foyer_number_control_class_init (FoyerNumberControlClass *klass)
{
  FoyerSettingControlClass *control_class = FOYER_SETTING_CONTROL_CLASS (klass);

  control_class->show = foyer_number_control_show;
}

static void
foyer_number_control_init (FoyerNumberControl *self)
{
}

GtkWidget *
foyer_number_control_new (const FoyerField *field)
{
  FoyerNumberControl *self = g_object_new (FOYER_TYPE_NUMBER_CONTROL, "valign", GTK_ALIGN_CENTER, NULL);

  self->field = field;
  self->button = GTK_SPIN_BUTTON (
      gtk_spin_button_new_with_range ((double) field->minimum, (double) field->maximum, 1));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->button), 4);
  foyer_setting_control_name (GTK_WIDGET (self->button), field);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->button, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
