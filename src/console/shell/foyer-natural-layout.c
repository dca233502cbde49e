/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-natural-layout.c - one child, as high as it is at its natural width */

#include "foyer-natural-layout.h"

struct _FoyerNaturalLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerNaturalLayout, foyer_natural_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
get_child (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkSizeRequestMode
foyer_natural_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
foyer_natural_layout_measure (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GtkWidget *child = get_child (widget);
  int width = for_size;

  if (child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
    return;
  }
  if (width < 0)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (child, orientation, width, minimum, natural, minimum_baseline, natural_baseline);
}

static void
foyer_natural_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (gtk_widget_should_layout (child))
      gtk_widget_allocate (child, width, height, baseline, NULL);
  }
}

static void
foyer_natural_layout_class_init (FoyerNaturalLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = foyer_natural_layout_get_request_mode;
  layout_class->measure = foyer_natural_layout_measure;
  layout_class->allocate = foyer_natural_layout_allocate;
}

static void
foyer_natural_layout_init (FoyerNaturalLayout *self)
{
}
