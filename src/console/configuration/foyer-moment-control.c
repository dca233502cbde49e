/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-moment-control.c - a setting that is a time of day */

#include "foyer-moment-control.h"

struct _FoyerMomentControl {
  FoyerSettingControl parent_instance;

  GtkEntry *entry;
};

G_DEFINE_FINAL_TYPE (FoyerMomentControl, foyer_moment_control, FOYER_TYPE_SETTING_CONTROL)

#define MINUTES_A_DAY 1440

static void
foyer_moment_control_show (FoyerSettingControl *control, JsonNode *value)
{
  GtkEditable *entry = GTK_EDITABLE (FOYER_MOMENT_CONTROL (control)->entry);
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_NULL (value)) {
    gtk_editable_set_text (entry, "");
    return;
  }
  if (json_node_get_value_type (value) != G_TYPE_INT64)
    return;
  text = g_strdup_printf ("%02d:%02d", (int) (json_node_get_int (value) / 60),
                          (int) (json_node_get_int (value) % 60));
  if (g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
}

/* 22:00, 7:30 or 7; -1 for what is none. */
static int
read_minutes (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 3);
  guint64 hours;
  guint64 minutes = 0;

  if (parts[0] == NULL || !g_ascii_string_to_unsigned (g_strstrip (parts[0]), 10, 0, 24, &hours, NULL))
    return -1;
  if (parts[1] != NULL
      && (parts[2] != NULL || !g_ascii_string_to_unsigned (g_strstrip (parts[1]), 10, 0, 59, &minutes, NULL)))
    return -1;
  return hours * 60 + minutes > MINUTES_A_DAY ? -1 : (int) (hours * 60 + minutes);
}

static void
on_changed (FoyerMomentControl *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  int minutes = read_minutes (text);

  if (*text == '\0' || minutes < 0)
    foyer_setting_control_edit_text (FOYER_SETTING_CONTROL (self), text);
  else
    foyer_setting_control_edit (FOYER_SETTING_CONTROL (self),
                                json_node_init_int (json_node_alloc (), minutes));
}

static void
foyer_moment_control_class_init (FoyerMomentControlClass *klass)
{
  FoyerSettingControlClass *control_class = FOYER_SETTING_CONTROL_CLASS (klass);

  control_class->show = foyer_moment_control_show;
}

static void
foyer_moment_control_init (FoyerMomentControl *self)
{
}

GtkWidget *
foyer_moment_control_new (const FoyerField *field)
{
  FoyerMomentControl *self = g_object_new (FOYER_TYPE_MOMENT_CONTROL, "valign", GTK_ALIGN_CENTER, NULL);

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_entry_set_placeholder_text (self->entry, "22:00");
  foyer_setting_control_name (GTK_WIDGET (self->entry), field);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entry));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
