/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-spoken.c - gives a list row its name for assistive technologies */

#include "foyer-spoken.h"

struct _FoyerSpoken {
  AdwBin parent_instance;

  char *text;
};

G_DEFINE_FINAL_TYPE (FoyerSpoken, foyer_spoken, ADW_TYPE_BIN)

enum {
  PROP_TEXT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* This is in the row's widget, and that in the widget of the list. */
static void
name_item (FoyerSpoken *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *item = row == NULL ? NULL : gtk_widget_get_parent (row);

  if (item != NULL && self->text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
}

static void
foyer_spoken_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foyer_spoken_parent_class)->root (widget);
  name_item (FOYER_SPOKEN (widget));
}

static void
foyer_spoken_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerSpoken *self = FOYER_SPOKEN (object);

  if (g_strcmp0 (self->text, g_value_get_string (value)) == 0)
    return;
  g_free (self->text);
  self->text = g_value_dup_string (value);
  name_item (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_spoken_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, FOYER_SPOKEN (object)->text);
}

static void
foyer_spoken_finalize (GObject *object)
{
  g_free (FOYER_SPOKEN (object)->text);
  G_OBJECT_CLASS (foyer_spoken_parent_class)->finalize (object);
}

static void
foyer_spoken_class_init (FoyerSpokenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_spoken_set_property;
  object_class->get_property = foyer_spoken_get_property;
  object_class->finalize = foyer_spoken_finalize;
  GTK_WIDGET_CLASS (klass)->root = foyer_spoken_root;

  properties[PROP_TEXT]
      = g_param_spec_string ("text", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_spoken_init (FoyerSpoken *self)
{
}
