/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-day-strip.c - one day of the crews */

#include "foyer-day-strip.h"

#include "foyer-day-track.h"

#include "foyer-date-text.h"

#define NAME_WIDTH 96
#define LONGEST_NAME 8
#define LANE_HEIGHT 42
#define PADDING 14
/* In minutes: every hour has a line, every second a label. */
#define LINE_STEP 60
#define LABEL_STEP 120

struct _FoyerDayStrip {
  GtkWidget parent_instance;

  FoyerDayPlan *plan; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerDayStrip, foyer_day_strip, GTK_TYPE_WIDGET)

enum {
  PROP_PLAN = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* Only what its CSS node is called sets this box apart. */
static GtkWidget *
create_node (const char *name, GtkAccessibleRole role)
{
  return g_object_new (GTK_TYPE_BOX, "css-name", name, "accessible-role", role, NULL);
}

static GtkWidget *
create_hours (FoyerDayPlan *plan)
{
  GtkWidget *track = foyer_day_track_new (plan->first, FOYER_DAY_PLAN_MINUTES);

  for (int minute = plan->first; minute < plan->first + FOYER_DAY_PLAN_MINUTES; minute += LABEL_STEP) {
    g_autofree char *text = foyer_time_text (minute, plan->language);
    GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "css-name", "hour", "label", text, NULL);

    foyer_day_track_add (FOYER_DAY_TRACK (track), label, minute, minute);
  }
  gtk_widget_set_hexpand (track, TRUE);
  return track;
}

static GtkWidget *
create_header (FoyerDayPlan *plan, GtkSizeGroup *names)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *no_name = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *hours = create_hours (plan);

  gtk_size_group_add_widget (names, no_name);
  gtk_widget_set_margin_start (no_name, PADDING);
  gtk_widget_set_margin_end (hours, PADDING);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_box_append (GTK_BOX (box), no_name);
  gtk_box_append (GTK_BOX (box), hours);
  return box;
}

static GtkWidget *
create_name (const FoyerDayLane *lane)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (lane->short_name);
  GtkWidget *crew = gtk_label_new (lane->crew);

  gtk_widget_set_size_request (box, NAME_WIDTH - PADDING, -1);
  gtk_widget_set_tooltip_text (box, lane->name);
  gtk_widget_set_margin_start (box, PADDING);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (crew), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), LONGEST_NAME);
  gtk_label_set_max_width_chars (GTK_LABEL (crew), LONGEST_NAME);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_margin_end (crew, 6);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (crew, "caption");
  gtk_widget_add_css_class (crew, "dim-label");
  if (lane->judged)
    gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), crew);
  return box;
}

static void
add_bar (FoyerDayTrack *track, const FoyerDayBar *bar, const char *language)
{
  static const char *const classes[] = {
    [FOYER_BAR_TAKEN] = NULL,
    [FOYER_BAR_HELD] = "held",
    [FOYER_BAR_REQUEST] = "request",
  };
  g_autofree char *window = foyer_window_text (bar->start, bar->end, FOYER_WINDOW_COMPACT, language);
  g_autofree char *tooltip = g_strdup_printf ("%s, %s", bar->label, window);

  foyer_day_track_add_bar (track, classes[bar->kind], bar->label, tooltip, bar->start, bar->end);
}

static void
add_bars (FoyerDayTrack *track, const FoyerDayLane *lane, FoyerDayBarKind kind, const char *language)
{
  for (guint i = 0; i < lane->bars->len; i++) {
    const FoyerDayBar *bar = lane->bars->pdata[i];

    if (bar->kind == kind)
      add_bar (track, bar, language);
  }
}

static GtkWidget *
create_lane (FoyerDayPlan *plan, const FoyerDayLane *lane, GtkSizeGroup *names)
{
  g_autofree char *spoken = foyer_day_lane_spoken (lane, plan->language);
  GtkWidget *box = create_node ("lane", GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  GtkWidget *name = create_name (lane);
  GtkWidget *track = foyer_day_track_new (plan->first, FOYER_DAY_PLAN_MINUTES);

  foyer_day_track_set_lines (FOYER_DAY_TRACK (track), LINE_STEP);
  /* From below to above: what is certain hides what is not, and nothing hides what is looked at. */
  add_bars (FOYER_DAY_TRACK (track), lane, FOYER_BAR_HELD, plan->language);
  add_bars (FOYER_DAY_TRACK (track), lane, FOYER_BAR_TAKEN, plan->language);
  add_bars (FOYER_DAY_TRACK (track), lane, FOYER_BAR_REQUEST, plan->language);
  if (lane->off != NULL) {
    GtkWidget *note = gtk_label_new (lane->off);

    gtk_widget_add_css_class (note, "foyer-off-note");
    gtk_widget_add_css_class (box, "off");
    foyer_day_track_add (FOYER_DAY_TRACK (track), note, plan->first, plan->first + FOYER_DAY_PLAN_MINUTES);
  }
  gtk_widget_set_hexpand (track, TRUE);
  gtk_widget_set_margin_end (track, PADDING);
  gtk_widget_set_size_request (box, -1, LANE_HEIGHT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_size_group_add_widget (names, name);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), track);
  return box;
}

static void
remove_children (FoyerDayStrip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
fill (FoyerDayStrip *self)
{
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  remove_children (self);
  if (self->plan == NULL)
    return;
  gtk_widget_set_parent (create_header (self->plan, names), GTK_WIDGET (self));
  for (guint i = 0; i < self->plan->lanes->len; i++)
    gtk_widget_set_parent (create_lane (self->plan, self->plan->lanes->pdata[i], names), GTK_WIDGET (self));
}

static void
foyer_day_strip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FoyerDayStrip *self = FOYER_DAY_STRIP (object);

  if (self->plan == g_value_get_boxed (value))
    return;
  g_clear_pointer (&self->plan, foyer_day_plan_unref);
  self->plan = g_value_dup_boxed (value);
  fill (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
foyer_day_strip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boxed (value, FOYER_DAY_STRIP (object)->plan);
}

static void
foyer_day_strip_dispose (GObject *object)
{
  FoyerDayStrip *self = FOYER_DAY_STRIP (object);

  remove_children (self);
  g_clear_pointer (&self->plan, foyer_day_plan_unref);
  G_OBJECT_CLASS (foyer_day_strip_parent_class)->dispose (object);
}

static void
foyer_day_strip_class_init (FoyerDayStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = foyer_day_strip_set_property;
  object_class->get_property = foyer_day_strip_get_property;
  object_class->dispose = foyer_day_strip_dispose;

  properties[PROP_PLAN]
      = g_param_spec_boxed ("plan", NULL, NULL, FOYER_TYPE_DAY_PLAN,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
foyer_day_strip_init (FoyerDayStrip *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "foyer-strip");
}
