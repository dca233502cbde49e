/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-step-line.c - steps as dots on a line where it is wide, below each other where it is not */

#include "foyer-step-line.h"

#include "foyer-invite-steps.h"
#include "foyer-step-mark.h"

#include <glib/gi18n-lib.h>

#define BETWEEN_ROWS 4
#define BETWEEN_NAMES 12
#define JOIN_INSET 2
#define JOIN_HEIGHT 2

struct _FoyerStepLine {
  GtkWidget parent_instance;

  GPtrArray *marks; /* (element-type FoyerStepMark), children */
  GPtrArray *joins; /* (element-type GtkWidget), children: the line from a mark to the next */
};

G_DEFINE_FINAL_TYPE (FoyerStepLine, foyer_step_line, GTK_TYPE_WIDGET)

static int
get_name_width (FoyerStepLine *self)
{
  int widest = 0;

  for (guint i = 0; i < self->marks->len; i++)
    widest = MAX (widest, foyer_step_mark_get_name_width (self->marks->pdata[i]));
  return widest;
}

static int
get_least_width (FoyerStepLine *self, int name_width)
{
  int least = 0;

  for (guint i = 0; i < self->marks->len; i++)
    least = MAX (least, foyer_step_mark_get_least_width (self->marks->pdata[i], name_width));
  return least;
}

/* The width from which on all stand beside each other: no name is broken and none touches the next. */
static int
get_wide (FoyerStepLine *self, int name_width)
{
  return (int) self->marks->len * (name_width + BETWEEN_NAMES);
}

static int
get_height_beside (FoyerStepLine *self, int name_width, int width)
{
  const int each = width / (int) self->marks->len - BETWEEN_NAMES;
  int height = 0;

  for (guint i = 0; i < self->marks->len; i++)
    height = MAX (height, foyer_step_mark_get_height (self->marks->pdata[i], TRUE, name_width, each));
  return height;
}

static int
get_height_below (FoyerStepLine *self, int name_width, int width)
{
  int height = ((int) self->marks->len - 1) * BETWEEN_ROWS;

  for (guint i = 0; i < self->marks->len; i++)
    height += foyer_step_mark_get_height (self->marks->pdata[i], FALSE, name_width, width);
  return height;
}

static GtkSizeRequestMode
foyer_step_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
foyer_step_line_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  FoyerStepLine *self = FOYER_STEP_LINE (widget);
  const int name_width = get_name_width (self);
  const int least = get_least_width (self, name_width);
  const int wide = get_wide (self, name_width);

  *minimum = *natural = 0;
  if (self->marks->len == 0)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MIN (least, wide);
    *natural = MAX (least, wide);
  } else if (for_size >= wide)
    *minimum = *natural = get_height_beside (self, name_width, for_size);
  else
    *minimum = *natural = get_height_below (self, name_width, MAX (for_size, least));
}

static void
allocate_join (FoyerStepLine *self, guint after, int column, gboolean rtl)
{
  const int width = column - FOYER_STEP_MARK_DOT - 2 * JOIN_INSET;
  const guint from_left = rtl ? self->marks->len - 2 - after : after;
  const GtkAllocation where = { (int) from_left * column + (column + FOYER_STEP_MARK_DOT) / 2 + JOIN_INSET,
                                (FOYER_STEP_MARK_DOT - JOIN_HEIGHT) / 2, width, JOIN_HEIGHT };

  gtk_widget_measure (self->joins->pdata[after], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->joins->pdata[after], &where, -1);
}

static void
allocate_beside (FoyerStepLine *self, int name_width, int width, int height)
{
  const int column = width / (int) self->marks->len;
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < self->marks->len; i++) {
    const guint from_left = rtl ? self->marks->len - 1 - i : i;
    const GtkAllocation where
        = { (int) from_left * column + BETWEEN_NAMES / 2, 0, column - BETWEEN_NAMES, height };

    foyer_step_mark_place (self->marks->pdata[i], TRUE, name_width, &where);
  }
  for (guint i = 0; i < self->joins->len; i++)
    allocate_join (self, i, column, rtl);
}

static void
allocate_below (FoyerStepLine *self, int name_width, int width)
{
  GtkAllocation where = { 0, 0, width, 0 };

  for (guint i = 0; i < self->marks->len; i++) {
    where.height = foyer_step_mark_get_height (self->marks->pdata[i], FALSE, name_width, width);
    foyer_step_mark_place (self->marks->pdata[i], FALSE, name_width, &where);
    where.y += where.height + BETWEEN_ROWS;
  }
}

static void
foyer_step_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FoyerStepLine *self = FOYER_STEP_LINE (widget);
  const int name_width = get_name_width (self);
  const gboolean is_wide = width >= get_wide (self, name_width);

  for (guint i = 0; i < self->joins->len; i++)
    gtk_widget_set_child_visible (self->joins->pdata[i], is_wide);
  if (self->marks->len > 0 && is_wide)
    allocate_beside (self, name_width, width, height);
  else
    allocate_below (self, name_width, width);
}

static void
clear (FoyerStepLine *self)
{
  g_ptr_array_set_size (self->marks, 0);
  g_ptr_array_set_size (self->joins, 0);
}

static void
foyer_step_line_dispose (GObject *object)
{
  clear (FOYER_STEP_LINE (object));
  G_OBJECT_CLASS (foyer_step_line_parent_class)->dispose (object);
}

static void
foyer_step_line_finalize (GObject *object)
{
  FoyerStepLine *self = FOYER_STEP_LINE (object);

  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->joins);
  G_OBJECT_CLASS (foyer_step_line_parent_class)->finalize (object);
}

static void
foyer_step_line_class_init (FoyerStepLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_step_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_step_line_finalize;
  widget_class->get_request_mode = foyer_step_line_get_request_mode;
  widget_class->measure = foyer_step_line_measure;
  widget_class->size_allocate = foyer_step_line_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "steps");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
foyer_step_line_init (FoyerStepLine *self)
{
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->joins = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("From the invite to the first visit"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
add_join (FoyerStepLine *self, gboolean reached)
{
  GtkWidget *join
      = g_object_new (GTK_TYPE_SEPARATOR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "css-classes",
                      (const char *const[]){ "foyer-step-join", reached ? "reached" : NULL, NULL }, NULL);

  gtk_widget_set_parent (join, GTK_WIDGET (self));
  g_ptr_array_add (self->joins, join);
}

void
foyer_step_line_set_steps (FoyerStepLine *self, GArray *steps)
{
  g_return_if_fail (FOYER_IS_STEP_LINE (self));

  clear (self);
  for (guint i = 0; steps != NULL && i < steps->len; i++) {
    const FoyerInviteStep *step = &g_array_index (steps, FoyerInviteStep, i);
    GtkWidget *mark = foyer_step_mark_new (step);

    if (i > 0)
      add_join (self, step->reached && !step->failed);
    gtk_widget_set_parent (mark, GTK_WIDGET (self));
    g_ptr_array_add (self->marks, mark);
  }
  gtk_widget_set_visible (GTK_WIDGET (self), self->marks->len > 0);
}
