/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-checks-control.c - a setting that is some of several things */

#include "foyer-checks-control.h"

#include "foyer-setting-choices.h"

#include "foyer-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FoyerChecksControl {
  FoyerSettingControl parent_instance;

  GtkBox *box;
  GPtrArray *checks; /* of GtkCheckButton, each named by its value */
  JsonNode *value;   /* (nullable): what is shown; entries that have no check stay in it */
  gboolean changing; /* several at once */
};

G_DEFINE_FINAL_TYPE (FoyerChecksControl, foyer_checks_control, FOYER_TYPE_SETTING_CONTROL)

static gboolean
has (JsonNode *value, const char *name)
{
  JsonArray *array = value != NULL && JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    if (g_strcmp0 (foyer_json_node_text (json_array_get_element (array, i)), name) == 0)
      return TRUE;
  }
  return FALSE;
}

static void
foyer_checks_control_show (FoyerSettingControl *control, JsonNode *value)
{
  FoyerChecksControl *self = FOYER_CHECKS_CONTROL (control);

  g_clear_pointer (&self->value, json_node_unref);
  self->value = json_node_copy (value);
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i],
                                 has (value, gtk_widget_get_name (self->checks->pdata[i])));
}

static GtkCheckButton *
find_check (FoyerChecksControl *self, const char *name)
{
  for (guint i = 0; i < self->checks->len; i++) {
    if (g_str_equal (gtk_widget_get_name (self->checks->pdata[i]), name))
      return self->checks->pdata[i];
  }
  return NULL;
}

/* What has no check is kept: it may be something that is not on this computer yet. */
static void
on_toggled (FoyerChecksControl *self)
{
  JsonArray *chosen;
  JsonArray *former
      = self->value != NULL && JSON_NODE_HOLDS_ARRAY (self->value) ? json_node_get_array (self->value) : NULL;

  if (self->changing)
    return;
  chosen = json_array_new ();
  for (guint i = 0; former != NULL && i < json_array_get_length (former); i++) {
    const char *name = foyer_json_node_text (json_array_get_element (former, i));

    if (name != NULL && find_check (self, name) == NULL)
      json_array_add_string_element (chosen, name);
  }
  for (guint i = 0; i < self->checks->len; i++) {
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      json_array_add_string_element (chosen, gtk_widget_get_name (self->checks->pdata[i]));
  }
  foyer_setting_control_edit (FOYER_SETTING_CONTROL (self),
                              json_node_init_array (json_node_alloc (), chosen));
  json_array_unref (chosen);
}

static void
foyer_checks_control_finalize (GObject *object)
{
  FoyerChecksControl *self = FOYER_CHECKS_CONTROL (object);

  g_ptr_array_unref (self->checks);
  g_clear_pointer (&self->value, json_node_unref);
  G_OBJECT_CLASS (foyer_checks_control_parent_class)->finalize (object);
}

static void
foyer_checks_control_class_init (FoyerChecksControlClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_checks_control_finalize;
  FOYER_SETTING_CONTROL_CLASS (klass)->show = foyer_checks_control_show;
}

static void
foyer_checks_control_init (FoyerChecksControl *self)
{
  self->checks = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
foyer_checks_control_new (const FoyerField *field)
{
  FoyerChecksControl *self = g_object_new (FOYER_TYPE_CHECKS_CONTROL, NULL);
  g_auto (GStrv) words = field->values == NULL ? NULL : g_strsplit (field->values, " ", -1);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    foyer_checks_control_add (self, words[i], foyer_setting_choice_label (field->name, words[i]));
  return GTK_WIDGET (self);
}

void
foyer_checks_control_add (FoyerChecksControl *self, const char *value, const char *label)
{
  GtkWidget *check;
  GtkWidget *words;

  g_return_if_fail (FOYER_IS_CHECKS_CONTROL (self));

  check = gtk_check_button_new ();
  words = gtk_label_new (label);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_name (check, value);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, check);
  g_ptr_array_add (self->checks, check);
}

/* --- Finding some among many --- */

static void
on_search_changed (FoyerChecksControl *self, GtkSearchEntry *entry)
{
  g_autofree char *sought = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (entry)), -1);

  for (guint i = 0; i < self->checks->len; i++) {
    GtkWidget *words = gtk_check_button_get_child (self->checks->pdata[i]);
    g_autofree char *label = g_utf8_casefold (gtk_label_get_text (GTK_LABEL (words)), -1);

    gtk_widget_set_visible (self->checks->pdata[i], strstr (label, sought) != NULL);
  }
}

/* One change, however many there are. */
static void
set_found (FoyerChecksControl *self, gboolean active)
{
  self->changing = TRUE;
  for (guint i = 0; i < self->checks->len; i++) {
    if (gtk_widget_get_visible (self->checks->pdata[i]))
      gtk_check_button_set_active (self->checks->pdata[i], active);
  }
  self->changing = FALSE;
  on_toggled (self);
}

static void
on_all (FoyerChecksControl *self)
{
  set_found (self, TRUE);
}

static void
on_none (FoyerChecksControl *self)
{
  set_found (self, FALSE);
}

static GtkWidget *
create_button (FoyerChecksControl *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

void
foyer_checks_control_add_finder (FoyerChecksControl *self, const char *placeholder)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_search_entry_new ();

  g_return_if_fail (FOYER_IS_CHECKS_CONTROL (self));

  g_object_set (entry, "placeholder-text", placeholder, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "search-changed", G_CALLBACK (on_search_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), create_button (self, _ ("All"), G_CALLBACK (on_all)));
  gtk_box_append (GTK_BOX (line), create_button (self, _ ("None"), G_CALLBACK (on_none)));
  gtk_box_prepend (self->box, line);
}
