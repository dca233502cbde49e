/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-trial.c - leads to the calendar that a client would see today */

#include "foyer-booking-trial.h"

#include <glib/gi18n-lib.h>

struct _FoyerBookingTrial {
  FoyerSettingPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (FoyerBookingTrial, foyer_booking_trial, FOYER_TYPE_SETTING_PANEL)

static void
foyer_booking_trial_start (FoyerSettingPanel *panel, FoyerDesk *desk)
{
}

static void
foyer_booking_trial_class_init (FoyerBookingTrialClass *klass)
{
  FOYER_SETTING_PANEL_CLASS (klass)->start = foyer_booking_trial_start;
}

static void
foyer_booking_trial_init (FoyerBookingTrial *self)
{
  const char *title = _ ("Try It");
  const char *subtitle = _ ("The calendar that a client would see now, with what is changed here");
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.preview-booking");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_bin_set_child (ADW_BIN (self), group);
}
