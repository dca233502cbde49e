/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-day-track.c - lays out widgets along a stretch of the day */

#include "foyer-day-track.h"

#define LEAST_BAR 6
#define INSET 5
/* Of the text's colour. */
#define LINE_OPACITY .08f

struct _FoyerDayTrack {
  GtkWidget parent_instance;

  int first;
  int minutes;
  int line_step; /* 0 for no lines */
};

G_DEFINE_FINAL_TYPE (FoyerDayTrack, foyer_day_track, GTK_TYPE_WIDGET)

/* A bar may be narrower than its label, which is then cut off. */

#define FOYER_TYPE_DAY_BAR_BOX (foyer_day_bar_box_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDayBarBox, foyer_day_bar_box, FOYER, DAY_BAR_BOX, GtkWidget)

struct _FoyerDayBarBox {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerDayBarBox, foyer_day_bar_box, GTK_TYPE_WIDGET)

static void
foyer_day_bar_box_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
foyer_day_bar_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *label = gtk_widget_get_first_child (widget);
  int least;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_set_child_visible (label, width >= least);
  if (width >= least)
    gtk_widget_allocate (label, width, height, -1, NULL);
}

static void
dispose_children (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static void
foyer_day_bar_box_dispose (GObject *object)
{
  dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (foyer_day_bar_box_parent_class)->dispose (object);
}

static void
foyer_day_bar_box_class_init (FoyerDayBarBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_day_bar_box_dispose;
  widget_class->measure = foyer_day_bar_box_measure;
  widget_class->size_allocate = foyer_day_bar_box_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
foyer_day_bar_box_init (FoyerDayBarBox *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* The track. */

typedef struct {
  int start;
  int end;
} Place;

static const Place *
get_place (GtkWidget *child)
{
  return g_object_get_data (G_OBJECT (child), "foyer-place");
}

static int
to_pixels (FoyerDayTrack *self, int minute, int width)
{
  return (int) ((gint64) (minute - self->first) * width / self->minutes);
}

static void
foyer_day_track_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 60;
    *natural = 400;
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    int height;

    gtk_widget_measure (child, orientation, -1, &height, NULL, NULL, NULL);
    *minimum = *natural = MAX (*natural, height);
  }
}

static void
allocate_child (FoyerDayTrack *self, GtkWidget *child, int width, int height)
{
  const Place *place = get_place (child);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean is_bar = place->end > place->start;
  int left = CLAMP (to_pixels (self, place->start, width), 0, width);
  int right = CLAMP (to_pixels (self, place->end, width), 0, width);
  int inset = is_bar && height > 2 * INSET + LEAST_BAR ? INSET : 0;
  gboolean inside = place->start < self->first + self->minutes
                    && (is_bar ? place->end > self->first : place->start >= self->first);

  if (!is_bar) {
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &right, NULL, NULL);
    right += left;
    inside = inside && right <= width;
  }
  gtk_widget_set_child_visible (child, inside);
  if (inside) {
    const int size = MAX (right - left, is_bar ? LEAST_BAR : 1);
    const GtkAllocation box = { rtl ? width - left - size : left, inset, size, height - 2 * inset };

    gtk_widget_size_allocate (child, &box, -1);
  }
}

static void
foyer_day_track_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    allocate_child (FOYER_DAY_TRACK (widget), child, width, height);
}

static void
get_color (GtkWidget *widget, GdkRGBA *color)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
}

/* A widget for each line would be most of the widgets of the whole window. */
static void
foyer_day_track_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FoyerDayTrack *self = FOYER_DAY_TRACK (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA color;

  get_color (widget, &color);
  color.alpha *= LINE_OPACITY;
  for (int minute = 0; self->line_step > 0 && minute < self->minutes; minute += self->line_step) {
    const int left = to_pixels (self, self->first + minute, width);

    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT ((float) (rtl ? width - left - 1 : left), 0, 1,
                                                    (float) height));
  }
  GTK_WIDGET_CLASS (foyer_day_track_parent_class)->snapshot (widget, snapshot);
}

static void
foyer_day_track_dispose (GObject *object)
{
  dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (foyer_day_track_parent_class)->dispose (object);
}

static void
foyer_day_track_class_init (FoyerDayTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_day_track_dispose;
  widget_class->measure = foyer_day_track_measure;
  widget_class->size_allocate = foyer_day_track_size_allocate;
  widget_class->snapshot = foyer_day_track_snapshot;
  gtk_widget_class_set_css_name (widget_class, "track");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
foyer_day_track_init (FoyerDayTrack *self)
{
}

GtkWidget *
foyer_day_track_new (int first, int minutes)
{
  FoyerDayTrack *self = g_object_new (FOYER_TYPE_DAY_TRACK, NULL);

  g_return_val_if_fail (minutes > 0, GTK_WIDGET (self));

  self->first = first;
  self->minutes = minutes;
  return GTK_WIDGET (self);
}

void
foyer_day_track_set_lines (FoyerDayTrack *self, int step)
{
  g_return_if_fail (FOYER_IS_DAY_TRACK (self));

  self->line_step = step;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
foyer_day_track_add (FoyerDayTrack *self, GtkWidget *child, int start, int end)
{
  Place *place = g_new0 (Place, 1);

  g_return_if_fail (FOYER_IS_DAY_TRACK (self));

  place->start = start;
  place->end = end;
  g_object_set_data_full (G_OBJECT (child), "foyer-place", place, g_free);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
foyer_day_track_add_bar (FoyerDayTrack *self,
                         const char *class,
                         const char *label,
                         const char *tooltip,
                         int start,
                         int end)
{
  GtkWidget *bar = g_object_new (FOYER_TYPE_DAY_BAR_BOX, NULL);
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_parent (text, bar);
  gtk_widget_set_tooltip_text (bar, tooltip);
  if (class != NULL)
    gtk_widget_add_css_class (bar, class);
  foyer_day_track_add (self, bar, start, end);
}
