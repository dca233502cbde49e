/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-publish-moment.c - when a draft is to be published */

#include "foyer-publish-moment.h"

#include "foyer-moment-dialog.h"

#include <glib/gi18n-lib.h>

/* Hours on the office's wall. */
#define EVENING 22
#define MORNING 8

#define DAY (24 * 60 * 60)

struct _FoyerPublishMoment {
  AdwPreferencesGroup parent_instance;

  AdwActionRow *now_row;
  AdwActionRow *evening_row;
  AdwActionRow *picked_row;
  GtkCheckButton *now;
  GtkCheckButton *evening;
  GtkCheckButton *picked;

  FoyerDesk *desk; /* (nullable): not owned: the widget is gone before it */
  guint undo_seconds;
  gint64 evening_at; /* seconds since 1970, as is the next */
  gint64 picked_at;  /* 0 until somebody has picked one */
};

G_DEFINE_FINAL_TYPE (FoyerPublishMoment, foyer_publish_moment, ADW_TYPE_PREFERENCES_GROUP)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The next time that the clock on the office's wall shows @hour, not before @earliest. */
static gint64
find_hour (FoyerOfficeTime *time, gint64 earliest, int hour)
{
  FoyerZone *zone = foyer_office_time_get_zone (time);

  for (gint64 day = earliest;; day += DAY) {
    FoyerLocalTime local = foyer_zone_to_local (zone, day);
    gint64 moment;

    local.second = hour * 60 * 60;
    moment = foyer_zone_to_utc (zone, &local, NULL);
    if (moment > earliest)
      return moment;
  }
}

static char *
describe_now (FoyerPublishMoment *self)
{
  if (!foyer_desk_is_online (self->desk))
    return g_strdup (_ ("When this computer is online again; until then it waits in the Outbox"));
  if (self->undo_seconds == 0)
    return g_strdup (_ ("It can be reverted later"));
  return g_strdup_printf (ngettext ("You can undo for %u second", "You can undo for %u seconds",
                                    self->undo_seconds),
                          self->undo_seconds);
}

static void
show (FoyerPublishMoment *self)
{
  FoyerOfficeTime *time = foyer_desk_get_time (self->desk);
  gint64 now = foyer_desk_now (self->desk);
  g_autofree char *at_once = describe_now (self);
  g_autofree char *evening = foyer_office_time_moment_text (time, self->evening_at, now);
  g_autofree char *picked = self->picked_at == 0 ? g_strdup (_ ("Pick a day and a time"))
                                                 : foyer_office_time_moment_text (time, self->picked_at, now);

  adw_action_row_set_subtitle (self->now_row, at_once);
  adw_action_row_set_subtitle (self->evening_row, evening);
  adw_action_row_set_subtitle (self->picked_row, picked);
}

/* --- Picking --- */

static void
on_chosen (FoyerPublishMoment *self, gint64 moment)
{
  self->picked_at = moment;
  gtk_check_button_set_active (self->picked, TRUE);
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Whoever has picked nothing means what was meant before. */
static void
on_closed (FoyerPublishMoment *self)
{
  if (self->picked_at == 0)
    gtk_check_button_set_active (self->now, TRUE);
}

void
foyer_publish_moment_pick (FoyerPublishMoment *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  FoyerOfficeTime *time;
  gint64 first;
  GtkWindow *dialog;

  g_return_if_fail (FOYER_IS_PUBLISH_MOMENT (self) && self->desk != NULL);

  time = foyer_desk_get_time (self->desk);
  first = self->picked_at == 0 ? find_hour (time, foyer_desk_now (self->desk), MORNING) : self->picked_at;
  dialog = foyer_moment_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                    _ ("Publish at Another Time"), _ ("Choose"), time, first);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "unmap", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
on_toggled (FoyerPublishMoment *self, GtkCheckButton *button)
{
  if (self->desk == NULL || !gtk_check_button_get_active (button))
    return;
  if (button == self->picked && self->picked_at == 0)
    foyer_publish_moment_pick (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- The object --- */

static AdwActionRow *
add_choice (FoyerPublishMoment *self, const char *title, const char *name, GtkCheckButton **button)
{
  GtkWidget *row = adw_action_row_new ();

  *button = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (*button), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (*button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (*button));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_object (*button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  return ADW_ACTION_ROW (row);
}

static GtkWidget *
create_pick_button (FoyerPublishMoment *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Pick…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pick a day and a time"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (foyer_publish_moment_pick), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
foyer_publish_moment_class_init (FoyerPublishMomentClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", FOYER_TYPE_PUBLISH_MOMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
foyer_publish_moment_init (FoyerPublishMoment *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("When"));
  self->now_row = add_choice (self, _ ("Now"), _ ("Publish now"), &self->now);
  self->evening_row = add_choice (self, _ ("In the evening"), _ ("Publish in the evening"), &self->evening);
  self->picked_row = add_choice (self, _ ("At another time"), _ ("Publish at another time"), &self->picked);
  gtk_check_button_set_group (self->evening, self->now);
  gtk_check_button_set_group (self->picked, self->now);
  gtk_check_button_set_active (self->now, TRUE);
  adw_action_row_add_suffix (self->picked_row, create_pick_button (self));
}

void
foyer_publish_moment_start (FoyerPublishMoment *self, FoyerDesk *desk, guint undo_seconds)
{
  g_return_if_fail (FOYER_IS_PUBLISH_MOMENT (self));

  self->desk = desk;
  self->undo_seconds = undo_seconds;
  self->evening_at = find_hour (foyer_desk_get_time (desk), foyer_desk_now (desk), EVENING);
  show (self);
}

gint64
foyer_publish_moment_get (FoyerPublishMoment *self)
{
  g_return_val_if_fail (FOYER_IS_PUBLISH_MOMENT (self), 0);

  if (gtk_check_button_get_active (self->evening))
    return self->evening_at;
  return gtk_check_button_get_active (self->picked) ? self->picked_at : 0;
}
