/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-pane.c - a part of the window whose width is the design's */

#include "foyer-pane.h"

struct _FoyerPane {
  AdwBin parent_instance;

  int minimum_width;
  int natural_width;
};

G_DEFINE_FINAL_TYPE (FoyerPane, foyer_pane, ADW_TYPE_BIN)

enum {
  PROP_MINIMUM_WIDTH = 1,
  PROP_NATURAL_WIDTH,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static GtkSizeRequestMode
foyer_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
foyer_pane_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  FoyerPane *self = FOYER_PANE (widget);
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));
  int least = 0;
  int most = 0;

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, &least, &most, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    least = MAX (least, self->minimum_width);
    most = MAX (least, self->natural_width < 0 ? most : self->natural_width);
  }
  *minimum = least;
  *natural = most;
}

static void
foyer_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
set_width (FoyerPane *self, int *place, int width, guint id)
{
  if (*place == width)
    return;
  *place = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
foyer_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerPane *self = FOYER_PANE (object);

  switch (id) {
  case PROP_MINIMUM_WIDTH:
    set_width (self, &self->minimum_width, g_value_get_int (value), id);
    break;
  case PROP_NATURAL_WIDTH:
    set_width (self, &self->natural_width, g_value_get_int (value), id);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerPane *self = FOYER_PANE (object);

  switch (id) {
  case PROP_MINIMUM_WIDTH:
    g_value_set_int (value, self->minimum_width);
    break;
  case PROP_NATURAL_WIDTH:
    g_value_set_int (value, self->natural_width);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_pane_class_init (FoyerPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_pane_set_property;
  object_class->get_property = foyer_pane_get_property;
  widget_class->get_request_mode = foyer_pane_get_request_mode;
  widget_class->measure = foyer_pane_measure;
  widget_class->size_allocate = foyer_pane_size_allocate;

  properties[PROP_MINIMUM_WIDTH]
      = g_param_spec_int ("minimum-width", NULL, NULL, -1, G_MAXINT, -1,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NATURAL_WIDTH]
      = g_param_spec_int ("natural-width", NULL, NULL, -1, G_MAXINT, -1,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_pane_init (FoyerPane *self)
{
  self->minimum_width = -1;
  self->natural_width = -1;
  /* AdwBin's own layout manager would be asked instead of the functions above. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

GtkWidget *
foyer_pane_new (void)
{
  return g_object_new (FOYER_TYPE_PANE, NULL);
}
