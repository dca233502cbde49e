/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-team-mails-row.c - of what one of the team gets a mail as well */

#include "foyer-team-mails-row.h"

#include "types/staff_member.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *field;
  const char *title;
  gboolean (*get) (FoyerRecord *member);
} events[] = {
  { "mailBookings", N_ ("Bookings"), foyer_staff_member_get_mail_bookings },
  { "mailCancellations", N_ ("Cancellations"), foyer_staff_member_get_mail_cancellations },
  { "mailMessages", N_ ("Messages"), foyer_staff_member_get_mail_messages },
};

struct _FoyerTeamMailsRow {
  AdwExpanderRow parent_instance;

  FoyerRecord *member;
  char *lock; /* (nullable) */
  GtkSwitch *switches[G_N_ELEMENTS (events)];
};

G_DEFINE_FINAL_TYPE (FoyerTeamMailsRow, foyer_team_mails_row, ADW_TYPE_EXPANDER_ROW)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static char *
describe (FoyerTeamMailsRow *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    if (events[i].get (self->member))
      g_string_append_printf (words, "%s%s", words->len == 0 ? "" : " · ", _ (events[i].title));
  }
  if (words->len == 0)
    g_string_append (words, _ ("No mails"));
  if (self->lock != NULL)
    g_string_append_printf (words, "\n%s", self->lock);
  return g_strdup (words->str);
}

static void
on_switched (FoyerTeamMailsRow *self, GParamSpec *pspec, GtkSwitch *button)
{
  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    gboolean active = gtk_switch_get_active (button);
    g_autoptr (JsonObject) patch = NULL;

    if (self->switches[i] != button || events[i].get (self->member) == active)
      continue;
    patch = json_object_new ();
    json_object_set_boolean_member (patch, events[i].field, active);
    g_signal_emit (self, signals[CHANGED], 0, patch);
  }
}

static void
foyer_team_mails_row_finalize (GObject *object)
{
  g_clear_object (&FOYER_TEAM_MAILS_ROW (object)->member);
  g_free (FOYER_TEAM_MAILS_ROW (object)->lock);
  G_OBJECT_CLASS (foyer_team_mails_row_parent_class)->finalize (object);
}

static void
foyer_team_mails_row_class_init (FoyerTeamMailsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_team_mails_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", FOYER_TYPE_TEAM_MAILS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, JSON_TYPE_OBJECT | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
foyer_team_mails_row_init (FoyerTeamMailsRow *self)
{
}

static void
add_event (FoyerTeamMailsRow *self, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();
  g_autofree char *heard
      = g_strdup_printf (_ ("%s: %s"), foyer_staff_member_get_name (self->member), _ (events[index].title));

  self->switches[index] = GTK_SWITCH (button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (events[index].title));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

GtkWidget *
foyer_team_mails_row_new (FoyerRecord *member, const char *lock)
{
  FoyerTeamMailsRow *self = g_object_new (FOYER_TYPE_TEAM_MAILS_ROW, NULL);

  self->member = g_object_ref (member);
  self->lock = g_strdup (lock);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  if (lock != NULL) {
    adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), FALSE);
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self),
                                 gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  }
  for (guint i = 0; lock == NULL && i < G_N_ELEMENTS (events); i++)
    add_event (self, i);
  foyer_team_mails_row_show (self, member);
  for (guint i = 0; lock == NULL && i < G_N_ELEMENTS (events); i++)
    g_signal_connect_object (self->switches[i], "notify::active", G_CALLBACK (on_switched), self,
                             G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
foyer_team_mails_row_show (FoyerTeamMailsRow *self, FoyerRecord *member)
{
  g_autofree char *words = NULL;

  g_return_if_fail (FOYER_IS_TEAM_MAILS_ROW (self));

  g_set_object (&self->member, member);
  words = describe (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), foyer_staff_member_get_name (member));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  foyer_staff_member_get_name (member), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  for (guint i = 0; self->lock == NULL && i < G_N_ELEMENTS (events); i++)
    gtk_switch_set_active (self->switches[i], events[i].get (member));
}

FoyerRecord *
foyer_team_mails_row_get_member (FoyerTeamMailsRow *self)
{
  g_return_val_if_fail (FOYER_IS_TEAM_MAILS_ROW (self), NULL);

  return self->member;
}
