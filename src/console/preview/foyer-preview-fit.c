/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-fit.c - a preview in whatever room there is */

#include "foyer-preview-fit.h"

/* The narrowest window in which all of it can be used. */
#define LEAST_WIDTH 360

struct _FoyerPreviewFit {
  GtkLayoutManager parent_instance;

  FoyerPreviewRoom *room;
  guint measuring; /* until the new width is looked at */
};

G_DEFINE_FINAL_TYPE (FoyerPreviewFit, foyer_preview_fit, GTK_TYPE_LAYOUT_MANAGER)

static int
find_least_width (GtkWidget *child)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static GtkSizeRequestMode
foyer_preview_fit_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
foyer_preview_fit_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  /* What needs more is put elsewhere as soon as there is less. */
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, find_least_width (child));
  gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

/* What is shown must not change while its place is being found. */
static gboolean
on_measured (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FoyerPreviewFit *self = user_data;

  self->measuring = 0;
  foyer_preview_room_settle (self->room);
  return G_SOURCE_REMOVE;
}

static void
foyer_preview_fit_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  FoyerPreviewFit *self = FOYER_PREVIEW_FIT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  gtk_widget_allocate (child, MAX (width, find_least_width (child)), height, baseline, NULL);
  if (foyer_preview_room_measure (self->room, width) && self->measuring == 0)
    self->measuring = gtk_widget_add_tick_callback (widget, on_measured, g_object_ref (self), g_object_unref);
}

static void
foyer_preview_fit_finalize (GObject *object)
{
  g_object_unref (FOYER_PREVIEW_FIT (object)->room);
  G_OBJECT_CLASS (foyer_preview_fit_parent_class)->finalize (object);
}

static void
foyer_preview_fit_class_init (FoyerPreviewFitClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_preview_fit_finalize;
  manager_class->get_request_mode = foyer_preview_fit_get_request_mode;
  manager_class->measure = foyer_preview_fit_measure;
  manager_class->allocate = foyer_preview_fit_allocate;
}

static void
foyer_preview_fit_init (FoyerPreviewFit *self)
{
}

GtkLayoutManager *
foyer_preview_fit_new (FoyerPreviewRoom *room)
{
  FoyerPreviewFit *self = g_object_new (FOYER_TYPE_PREVIEW_FIT, NULL);

  self->room = g_object_ref (room);
  return GTK_LAYOUT_MANAGER (self);
}
