/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preferences-window.c - what a person may set for herself on this computer */

#include "foyer-preferences-window.h"

#include "foyer-repair-row.h"
#include "foyer-undo-window.h"

struct _FoyerPreferencesWindow {
  AdwPreferencesWindow parent_instance;

  GSettings *settings;
  FoyerDesk *desk; /* (nullable) */
  GtkWidget *undo_row;
  GtkWidget *letters_switch;
};

/* AdwPreferencesWindow went out of use in libadwaita 1.6; here and in the template is what has to change when the baseline does. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
G_DEFINE_FINAL_TYPE (FoyerPreferencesWindow, foyer_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)
G_GNUC_END_IGNORE_DEPRECATIONS

enum {
  PROP_SETTINGS = 1,
  PROP_DESK,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static gboolean
choice_from_seconds (GValue *value, GVariant *variant, gpointer user_data)
{
  g_value_set_uint (value, foyer_undo_window_choice (g_variant_get_uint32 (variant)));
  return TRUE;
}

static GVariant *
seconds_from_choice (const GValue *value, const GVariantType *type, gpointer user_data)
{
  return g_variant_new_uint32 (foyer_undo_window_seconds (g_value_get_uint (value)));
}

static void
foyer_preferences_window_constructed (GObject *object)
{
  FoyerPreferencesWindow *self = FOYER_PREFERENCES_WINDOW (object);

  G_OBJECT_CLASS (foyer_preferences_window_parent_class)->constructed (object);
  g_settings_bind_with_mapping (self->settings, "undo-seconds", self->undo_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, choice_from_seconds, seconds_from_choice, NULL,
                                NULL);
  g_settings_bind (self->settings, "single-key-shortcuts", self->letters_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
foyer_preferences_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SETTINGS)
    FOYER_PREFERENCES_WINDOW (object)->settings = g_value_dup_object (value);
  else if (id == PROP_DESK)
    FOYER_PREFERENCES_WINDOW (object)->desk = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foyer_preferences_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SETTINGS)
    g_value_set_object (value, FOYER_PREFERENCES_WINDOW (object)->settings);
  else if (id == PROP_DESK)
    g_value_set_object (value, FOYER_PREFERENCES_WINDOW (object)->desk);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foyer_preferences_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_PREFERENCES_WINDOW);
  g_clear_object (&FOYER_PREFERENCES_WINDOW (object)->settings);
  g_clear_object (&FOYER_PREFERENCES_WINDOW (object)->desk);
  G_OBJECT_CLASS (foyer_preferences_window_parent_class)->dispose (object);
}

static void
foyer_preferences_window_class_init (FoyerPreferencesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = foyer_preferences_window_constructed;
  object_class->set_property = foyer_preferences_window_set_property;
  object_class->get_property = foyer_preferences_window_get_property;
  object_class->dispose = foyer_preferences_window_dispose;

  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, once);
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FOYER_TYPE_DESK, once);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (FOYER_TYPE_REPAIR_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/Console/foyer-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPreferencesWindow, undo_row);
  gtk_widget_class_bind_template_child (widget_class, FoyerPreferencesWindow, letters_switch);
}

static void
foyer_preferences_window_init (FoyerPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
foyer_preferences_window_new (GtkWindow *parent, GSettings *settings, FoyerDesk *desk)
{
  return g_object_new (FOYER_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "settings", settings, "desk",
                       desk, NULL);
}
