/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-line-numbers.c - the numbers of a text's lines */

#include "foyer-line-numbers.h"

#define GAP 8
/* Whoever writes the first lines must not see the text move. */
#define LEAST_DIGITS 2

struct _FoyerLineNumbers {
  GtkWidget parent_instance;

  GtkTextView *view; /* not owned: it owns the numbers */
};

G_DEFINE_FINAL_TYPE (FoyerLineNumbers, foyer_line_numbers, GTK_TYPE_WIDGET)

static void
get_color (GtkWidget *widget, GdkRGBA *color)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

static void
foyer_line_numbers_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  FoyerLineNumbers *self = FOYER_LINE_NUMBERS (widget);
  g_autofree char *most
      = g_strdup_printf ("%0*d", LEAST_DIGITS,
                         gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (self->view)));
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    return;
  layout = gtk_widget_create_pango_layout (widget, most);
  pango_layout_get_pixel_size (layout, &width, NULL);
  *minimum = *natural = width + GAP;
}

/* The number stands at the first of the rows that a long line takes. */
static void
draw (FoyerLineNumbers *self, GtkSnapshot *snapshot, const GtkTextIter *line)
{
  g_autofree char *number = g_strdup_printf ("%d", gtk_text_iter_get_line (line) + 1);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), number);
  GdkRectangle place;
  GdkRGBA color;
  int width;
  int y;

  gtk_text_view_get_iter_location (self->view, line, &place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_LEFT, 0, place.y, NULL, &y);
  pango_layout_get_pixel_size (layout, &width, NULL);
  get_color (GTK_WIDGET (self), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (gtk_widget_get_width (GTK_WIDGET (self)) - GAP - width, y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
foyer_line_numbers_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FoyerLineNumbers *self = FOYER_LINE_NUMBERS (widget);
  GdkRectangle seen;
  GtkTextIter line;
  int top;

  gtk_text_view_get_visible_rect (self->view, &seen);
  gtk_text_view_get_line_at_y (self->view, &line, seen.y, &top);
  do {
    draw (self, snapshot, &line);
    gtk_text_view_get_line_yrange (self->view, &line, &top, NULL);
  } while (top < seen.y + seen.height && gtk_text_iter_forward_line (&line));
}

static void
foyer_line_numbers_class_init (FoyerLineNumbersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = foyer_line_numbers_measure;
  widget_class->snapshot = foyer_line_numbers_snapshot;
  gtk_widget_class_set_css_name (widget_class, "linenumbers");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
foyer_line_numbers_init (FoyerLineNumbers *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self), "monospace");
}

/* The text is moved without its numbers. */
static void
follow_scrolling (FoyerLineNumbers *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
}

static void
on_changed (FoyerLineNumbers *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
foyer_line_numbers_add (GtkTextView *view)
{
  FoyerLineNumbers *self;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view));

  self = g_object_new (FOYER_TYPE_LINE_NUMBERS, NULL);
  self->view = view;
  g_signal_connect_object (view, "notify::vadjustment", G_CALLBACK (follow_scrolling), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  follow_scrolling (self);
  gtk_text_view_set_gutter (view, GTK_TEXT_WINDOW_LEFT, GTK_WIDGET (self));
}
