/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-moment-dialog.c - asks for a day and a time of day */

#include "foyer-moment-dialog.h"

#include <glib/gi18n-lib.h>

struct _FoyerMomentDialog {
  AdwWindow parent_instance;

  /* Template. */
  GtkCalendar *calendar;
  GtkButton *confirm_button;
  GtkSpinButton *hour;
  GtkSpinButton *minute;

  /* Construct-time. */
  FoyerOfficeTime *time;
};

G_DEFINE_FINAL_TYPE (FoyerMomentDialog, foyer_moment_dialog, ADW_TYPE_WINDOW)

enum { PROP_MOMENT = 1, PROP_WORDS, N_PROPERTIES };
enum { CHOSEN, N_SIGNALS };

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* What the organisation's clocks skip in spring is the moment after. */
static gint64
get_moment (FoyerMomentDialog *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  FoyerLocalTime local = { 0 };

  g_date_time_get_ymd (day, &local.date.year, &local.date.month, &local.date.day);
  local.second = gtk_spin_button_get_value_as_int (self->hour) * 3600
                 + gtk_spin_button_get_value_as_int (self->minute) * 60;
  return foyer_zone_to_utc (foyer_office_time_get_zone (self->time), &local, NULL);
}

static char *
make_words (FoyerMomentDialog *self)
{
  g_autofree char *date = foyer_office_time_long_date_text (self->time, get_moment (self));
  g_autofree char *clock = foyer_office_time_clock_text (self->time, get_moment (self));

  /* Translators: a date, a time of day and a time zone: Tuesday, May 6, 8 AM (America/Chicago) */
  return g_strdup_printf (_ ("%s, %s (%s)"), date, clock,
                          foyer_zone_get_name (foyer_office_time_get_zone (self->time)));
}

static void
on_changed (FoyerMomentDialog *self)
{
  if (self->time == NULL)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOMENT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

/* `8:05`, not `8:5` */
static gboolean
on_minute_output (GtkSpinButton *button)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (button));

  gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

static void
on_confirm (FoyerMomentDialog *self)
{
  gint64 moment;

  /* What was typed and not left yet counts. */
  gtk_spin_button_update (self->hour);
  gtk_spin_button_update (self->minute);
  moment = get_moment (self);
  g_signal_emit (self, signals[CHOSEN], 0, moment);
  gtk_window_close (GTK_WINDOW (self));
}

static void
foyer_moment_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerMomentDialog *self = FOYER_MOMENT_DIALOG (object);

  /* The template asks while it is being made. */
  if (self->time == NULL)
    return;
  if (id == PROP_MOMENT)
    g_value_set_int64 (value, get_moment (self));
  else
    g_value_take_string (value, make_words (self));
}

static void
foyer_moment_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FOYER_TYPE_MOMENT_DIALOG);
  G_OBJECT_CLASS (foyer_moment_dialog_parent_class)->dispose (object);
}

static void
foyer_moment_dialog_finalize (GObject *object)
{
  g_clear_object (&FOYER_MOMENT_DIALOG (object)->time);
  G_OBJECT_CLASS (foyer_moment_dialog_parent_class)->finalize (object);
}

static void
foyer_moment_dialog_class_init (FoyerMomentDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_moment_dialog_get_property;
  object_class->dispose = foyer_moment_dialog_dispose;
  object_class->finalize = foyer_moment_dialog_finalize;
  properties[PROP_MOMENT] = g_param_spec_int64 ("moment", NULL, NULL, G_MININT64, G_MAXINT64, 0, readable);
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHOSEN] = g_signal_new ("chosen", FOYER_TYPE_MOMENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/Console/foyer-moment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerMomentDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, FoyerMomentDialog, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, FoyerMomentDialog, hour);
  gtk_widget_class_bind_template_child (widget_class, FoyerMomentDialog, minute);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm);
  gtk_widget_class_bind_template_callback (widget_class, on_minute_output);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* The arrows of GTK's calendar have none. In the order in which they stand. */
static void
name_arrows (GtkWidget *widget, guint *n_named)
{
  static const char *const names[]
      = { N_ ("Previous Month"), N_ ("Next Month"), N_ ("Previous Year"), N_ ("Next Year") };

  if (GTK_IS_BUTTON (widget) && *n_named < G_N_ELEMENTS (names)) {
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (names[*n_named]), -1);
    *n_named += 1;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_arrows (child, n_named);
}

static void
foyer_moment_dialog_init (FoyerMomentDialog *self)
{
  guint n_named = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  name_arrows (GTK_WIDGET (self->calendar), &n_named);
}

GtkWindow *
foyer_moment_dialog_new (GtkWindow *parent,
                         const char *title,
                         const char *go,
                         FoyerOfficeTime *time,
                         gint64 moment)
{
  FoyerMomentDialog *self
      = g_object_new (FOYER_TYPE_MOMENT_DIALOG, "transient-for", parent, "title", title, NULL);
  FoyerLocalTime local = foyer_zone_to_local (foyer_office_time_get_zone (time), moment);
  g_autoptr (GDateTime) day
      = g_date_time_new_utc (local.date.year, local.date.month, local.date.day, 0, 0, 0);

  gtk_button_set_label (self->confirm_button, go);
  gtk_calendar_select_day (self->calendar, day);
  gtk_spin_button_set_value (self->hour, local.second / 3600);
  gtk_spin_button_set_value (self->minute, local.second / 60 % 60);
  self->time = g_object_ref (time);
  on_changed (self);
  return GTK_WINDOW (self);
}
