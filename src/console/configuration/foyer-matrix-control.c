/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-matrix-control.c - a setting that says by which ways people are told of which events (001-14) */

#include "foyer-matrix-control.h"

#include "foyer-setting-choices.h"

#include "foyer-json.h"
#include "foyer-shared-words.h"

#include <glib/gi18n-lib.h>

#define N_EVENTS 6
#define N_WAYS 2

static const char *const ways[N_WAYS] = { "email", "sms" };
static const char *const way_titles[N_WAYS] = { N_ ("Email"), N_ ("Text") };

struct _FoyerMatrixControl {
  FoyerSettingControl parent_instance;

  char **events;
  GtkCheckButton *checks[N_EVENTS][N_WAYS];
};

G_DEFINE_FINAL_TYPE (FoyerMatrixControl, foyer_matrix_control, FOYER_TYPE_SETTING_CONTROL)

static void
foyer_matrix_control_show (FoyerSettingControl *control, JsonNode *value)
{
  FoyerMatrixControl *self = FOYER_MATRIX_CONTROL (control);
  JsonObject *map = JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;

  for (guint i = 0; self->events[i] != NULL; i++) {
    JsonObject *event = map == NULL ? NULL : foyer_json_object_object (map, self->events[i]);

    for (guint j = 0; j < N_WAYS; j++)
      gtk_check_button_set_active (self->checks[i][j],
                                   event != NULL && foyer_json_object_boolean (event, ways[j], FALSE));
  }
}

static void
on_toggled (FoyerMatrixControl *self)
{
  JsonObject *map = json_object_new ();

  for (guint i = 0; self->events[i] != NULL; i++) {
    JsonObject *event = json_object_new ();

    for (guint j = 0; j < N_WAYS; j++)
      json_object_set_boolean_member (event, ways[j], gtk_check_button_get_active (self->checks[i][j]));
    json_object_set_object_member (map, self->events[i], event);
  }
  foyer_setting_control_edit (FOYER_SETTING_CONTROL (self), json_node_init_object (json_node_alloc (), map));
  json_object_unref (map);
}

static void
foyer_matrix_control_finalize (GObject *object)
{
  g_strfreev (FOYER_MATRIX_CONTROL (object)->events);
  G_OBJECT_CLASS (foyer_matrix_control_parent_class)->finalize (object);
}

static void
foyer_matrix_control_class_init (FoyerMatrixControlClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_matrix_control_finalize;
  FOYER_SETTING_CONTROL_CLASS (klass)->show = foyer_matrix_control_show;
}

static void
foyer_matrix_control_init (FoyerMatrixControl *self)
{
  self->events = g_strsplit (FOYER_CLIENT_EVENT_WORDS, " ", N_EVENTS);
}

static GtkWidget *
create_heading (const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
create_check (FoyerMatrixControl *self, const char *event, const char *way)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), event, way);

  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  return check;
}

GtkWidget *
foyer_matrix_control_new (const FoyerField *field)
{
  FoyerMatrixControl *self = g_object_new (FOYER_TYPE_MATRIX_CONTROL, NULL);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 6);
  for (int j = 0; j < N_WAYS; j++)
    gtk_grid_attach (grid, create_heading (_ (way_titles[j])), j + 1, 0, 1, 1);
  for (int i = 0; self->events[i] != NULL; i++) {
    const char *title = foyer_setting_choice_label (field->name, self->events[i]);
    GtkWidget *label = gtk_label_new (title);

    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    gtk_widget_set_hexpand (label, TRUE);
    gtk_grid_attach (grid, label, 0, i + 1, 1, 1);
    for (int j = 0; j < N_WAYS; j++) {
      self->checks[i][j] = GTK_CHECK_BUTTON (create_check (self, title, _ (way_titles[j])));
      gtk_grid_attach (grid, GTK_WIDGET (self->checks[i][j]), j + 1, i + 1, 1, 1);
    }
  }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (grid));
  return GTK_WIDGET (self);
}
