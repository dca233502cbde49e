/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-impact-rows.c - who could no longer sign in if the draft were published */

#include "foyer-impact-rows.h"

#include "foyer-impact-watch.h"
#include "foyer-people-row.h"

#include <glib/gi18n-lib.h>

struct _FoyerImpactRows {
  AdwBin parent_instance;

  GtkWidget *counting;
  GtkSpinner *spinner;
  GtkWidget *nobody;
  FoyerPeopleRow *lost;
  FoyerPeopleRow *gained;

  FoyerImpactWatch *watch; /* (nullable): %NULL before it has started and after it has stopped */
};

G_DEFINE_FINAL_TYPE (FoyerImpactRows, foyer_impact_rows, ADW_TYPE_BIN)

static void
show_people (FoyerPeopleRow *row,
             FoyerSettingsImpact *impact,
             FoyerSignInChange change,
             const char *title,
             const char *why)
{
  foyer_people_row_show (row, title, "", impact, foyer_settings_impact_list (impact, change), why);
}

static void
show_impact (FoyerImpactRows *self, FoyerSettingsImpact *impact)
{
  g_autofree char *lost = g_strdup_printf (ngettext ("%u person could no longer sign in",
                                                     "%u people could no longer sign in", impact->n_lost),
                                           impact->n_lost);
  g_autofree char *gained = g_strdup_printf (ngettext ("%u more person could sign in",
                                                       "%u more people could sign in", impact->n_gained),
                                             impact->n_gained);

  show_people (self->lost, impact, FOYER_SIGN_IN_LOST, lost, "%s");
  /* TRANSLATORS: %s is why somebody could not sign in: “Until now: Passwords are off” */
  show_people (self->gained, impact, FOYER_SIGN_IN_GAINED, gained, _ ("Until now: %s"));
}

static void
show (FoyerImpactRows *self)
{
  FoyerSettingsImpact *impact = foyer_impact_watch_get (self->watch);
  gboolean is_counting = foyer_impact_watch_is_counting (self->watch);
  gboolean concerns = impact != NULL && !is_counting && impact->concerns;

  if (concerns)
    show_impact (self, impact);
  gtk_spinner_set_spinning (self->spinner, is_counting);
  gtk_widget_set_visible (self->counting, is_counting);
  gtk_widget_set_visible (self->nobody, concerns && impact->n_lost == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->lost), concerns && impact->n_lost > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->gained), concerns && impact->n_gained > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), is_counting || concerns);
}

/* --- The object --- */

static GtkWidget *
create_row (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
add_icon (FoyerPeopleRow *row, const char *name, const char *style)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  if (style != NULL)
    gtk_widget_add_css_class (icon, style);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
}

static void
foyer_impact_rows_dispose (GObject *object)
{
  foyer_impact_rows_stop (FOYER_IMPACT_ROWS (object));
  G_OBJECT_CLASS (foyer_impact_rows_parent_class)->dispose (object);
}

static void
foyer_impact_rows_class_init (FoyerImpactRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_impact_rows_dispose;
}

static void
foyer_impact_rows_init (FoyerImpactRows *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->counting = create_row (_ ("Looking for who could no longer sign in"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->counting), GTK_WIDGET (self->spinner));
  self->nobody = create_row (_ ("Everybody who can sign in now still can"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->nobody),
                             gtk_image_new_from_icon_name ("object-select-symbolic"));
  self->lost = FOYER_PEOPLE_ROW (foyer_people_row_new ());
  add_icon (self->lost, "dialog-warning-symbolic", "foyer-warn");
  self->gained = FOYER_PEOPLE_ROW (foyer_people_row_new ());
  add_icon (self->gained, "system-users-symbolic", NULL);
  adw_preferences_group_add (group, self->counting);
  adw_preferences_group_add (group, GTK_WIDGET (self->lost));
  adw_preferences_group_add (group, self->nobody);
  adw_preferences_group_add (group, GTK_WIDGET (self->gained));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
foyer_impact_rows_start (FoyerImpactRows *self, FoyerDesk *desk)
{
  g_return_if_fail (FOYER_IS_IMPACT_ROWS (self) && self->watch == NULL);

  self->watch = foyer_impact_watch_new (desk, FALSE);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

void
foyer_impact_rows_stop (FoyerImpactRows *self)
{
  g_return_if_fail (FOYER_IS_IMPACT_ROWS (self));

  if (self->watch == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->watch, self);
  foyer_impact_watch_stop (self->watch);
  g_clear_object (&self->watch);
}
