/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-text-control.c - a setting that is a line of text */

#include "foyer-text-control.h"

#include "foyer-json.h"

struct _FoyerTextControl {
  FoyerSettingControl parent_instance;

  GtkEntry *entry;
};

G_DEFINE_FINAL_TYPE (FoyerTextControl, foyer_text_control, FOYER_TYPE_SETTING_CONTROL)

static void
foyer_text_control_show (FoyerSettingControl *control, JsonNode *value)
{
  GtkEditable *entry = GTK_EDITABLE (FOYER_TEXT_CONTROL (control)->entry);
  const char *text = foyer_json_node_text (value);

  if (g_strcmp0 (gtk_editable_get_text (entry), text == NULL ? "" : text) != 0)
    gtk_editable_set_text (entry, text == NULL ? "" : text);
}

static void
foyer_text_control_show_inherited (FoyerSettingControl *control, const char *inherited)
{
  gtk_entry_set_placeholder_text (FOYER_TEXT_CONTROL (control)->entry, inherited);
}

static void
on_changed (FoyerTextControl *self)
{
  foyer_setting_control_edit_text (FOYER_SETTING_CONTROL (self),
                                   gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static GtkInputPurpose
choose_purpose (FoyerPattern pattern)
{
  if (pattern == FOYER_PATTERN_EMAIL)
    return GTK_INPUT_PURPOSE_EMAIL;
  if (pattern == FOYER_PATTERN_URL)
    return GTK_INPUT_PURPOSE_URL;
  return pattern == FOYER_PATTERN_PHONE ? GTK_INPUT_PURPOSE_PHONE : GTK_INPUT_PURPOSE_FREE_FORM;
}

static void
foyer_text_control_class_init (FoyerTextControlClass *klass)
{
  FoyerSettingControlClass *control_class = FOYER_SETTING_CONTROL_CLASS (klass);

  control_class->show = foyer_text_control_show;
  control_class->show_inherited = foyer_text_control_show_inherited;
}

static void
foyer_text_control_init (FoyerTextControl *self)
{
}

GtkWidget *
foyer_text_control_new (const FoyerField *field)
{
  FoyerTextControl *self = g_object_new (FOYER_TYPE_TEXT_CONTROL, NULL);

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_input_purpose (self->entry, choose_purpose (field->pattern));
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  foyer_setting_control_name (GTK_WIDGET (self->entry), field);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
