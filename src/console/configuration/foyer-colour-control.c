/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-colour-control.c - a setting that is a colour, picked or written */

#include "foyer-colour-control.h"

#include "foyer-json.h"

#include <glib/gi18n-lib.h>

struct _FoyerColourControl {
  FoyerSettingControl parent_instance;

  GtkEditable *entry;
  GtkWidget *button;
  gboolean is_showing; /* the button follows the entry */
};

G_DEFINE_FINAL_TYPE (FoyerColourControl, foyer_colour_control, FOYER_TYPE_SETTING_CONTROL)

/* GtkColorButton is GTK 4.8's; its successor came with 4.10. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
show_colour (FoyerColourControl *self, const char *text)
{
  GdkRGBA colour;

  if (text == NULL || !gdk_rgba_parse (&colour, text))
    return;
  self->is_showing = TRUE;
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->button), &colour);
  self->is_showing = FALSE;
}

static void
foyer_colour_control_show (FoyerSettingControl *control, JsonNode *value)
{
  FoyerColourControl *self = FOYER_COLOUR_CONTROL (control);
  const char *text = foyer_json_node_text (value);

  if (g_strcmp0 (gtk_editable_get_text (self->entry), text == NULL ? "" : text) != 0)
    gtk_editable_set_text (self->entry, text == NULL ? "" : text);
  show_colour (self, text);
}

static void
foyer_colour_control_show_inherited (FoyerSettingControl *control, const char *inherited)
{
  FoyerColourControl *self = FOYER_COLOUR_CONTROL (control);

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), inherited);
  if (*gtk_editable_get_text (self->entry) == '\0')
    show_colour (self, inherited);
}

static void
on_changed (FoyerColourControl *self)
{
  foyer_setting_control_edit_text (FOYER_SETTING_CONTROL (self), gtk_editable_get_text (self->entry));
}

static void
on_picked (FoyerColourControl *self)
{
  GdkRGBA colour;
  g_autofree char *text = NULL;

  if (self->is_showing)
    return;
  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->button), &colour);
  text = g_strdup_printf ("#%02x%02x%02x", (guint) (colour.red * 255 + .5), (guint) (colour.green * 255 + .5),
                          (guint) (colour.blue * 255 + .5));
  gtk_editable_set_text (self->entry, text);
}

static GtkWidget *
create_button (const FoyerField *field)
{
  GtkWidget *button = gtk_color_button_new ();
  g_autofree char *label = g_strdup_printf (_ ("Pick: %s"), _ (field->title));

  gtk_color_chooser_set_use_alpha (GTK_COLOR_CHOOSER (button), FALSE);
  gtk_color_button_set_title (GTK_COLOR_BUTTON (button), _ (field->title));
  gtk_widget_set_tooltip_text (button, label);
  /* What takes the focus is the button inside. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

G_GNUC_END_IGNORE_DEPRECATIONS

static void
foyer_colour_control_class_init (FoyerColourControlClass *klass)
{
  FoyerSettingControlClass *control_class = FOYER_SETTING_CONTROL_CLASS (klass);

  control_class->show = foyer_colour_control_show;
  control_class->show_inherited = foyer_colour_control_show_inherited;
}

static void
foyer_colour_control_init (FoyerColourControl *self)
{
}

GtkWidget *
foyer_colour_control_new (const FoyerField *field)
{
  FoyerColourControl *self = g_object_new (FOYER_TYPE_COLOUR_CONTROL, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_width_chars (self->entry, 8);
  gtk_editable_set_max_width_chars (self->entry, 8);
  foyer_setting_control_name (GTK_WIDGET (self->entry), field);
  self->button = create_button (field);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), self->button);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "color-set", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
