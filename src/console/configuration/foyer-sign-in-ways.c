/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in-ways.c - who could sign in with each way in, if the draft were published */

#include "foyer-sign-in-ways.h"

#include "foyer-address-probe.h"
#include "foyer-impact-watch.h"
#include "foyer-people-row.h"

#include <glib/gi18n-lib.h>

static const struct {
  FoyerSignInMethod method;
  const char *title;
} ways[] = {
  { FOYER_SIGN_IN_EMAIL_LINK, N_ ("A link by email") },
  { FOYER_SIGN_IN_PASSWORD, N_ ("A password") },
  { FOYER_SIGN_IN_PHONE_CHECK, N_ ("Their phone number alone") },
  { FOYER_SIGN_IN_DIRECT_LINK, N_ ("A direct link, without signing in") },
};

#define N_WAYS G_N_ELEMENTS (ways)

struct _FoyerSignInWays {
  FoyerSettingPanel parent_instance;

  AdwPreferencesGroup *group;
  GtkSpinner *spinner;
  FoyerPeopleRow *rows[N_WAYS];
  FoyerAddressProbe *probe;

  FoyerImpactWatch *watch; /* (nullable): %NULL before it has started and after it has stopped */
};

G_DEFINE_FINAL_TYPE (FoyerSignInWays, foyer_sign_in_ways, FOYER_TYPE_SETTING_PANEL)

static void
show_way (FoyerSignInWays *self, guint i, FoyerSettingsImpact *impact)
{
  GPtrArray *people = foyer_settings_impact_list_by_way (impact, ways[i].method);
  /* TRANSLATORS: a way in, and how many people could take it: “A password: 14” */
  g_autofree char *title = g_strdup_printf (_ ("%s: %u"), _ (ways[i].title), people->len);

  foyer_people_row_show (self->rows[i], title, _ ("Nobody"), impact, people, NULL);
}

static void
show (FoyerSignInWays *self)
{
  FoyerSettingsImpact *impact = foyer_impact_watch_get (self->watch);
  gboolean is_counting = foyer_impact_watch_is_counting (self->watch);

  gtk_spinner_set_spinning (self->spinner, is_counting);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_counting);
  gtk_widget_set_visible (GTK_WIDGET (self), impact != NULL || is_counting);
  for (guint i = 0; i < N_WAYS; i++) {
    gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), impact != NULL);
    if (impact != NULL && !is_counting)
      show_way (self, i, impact);
  }
}

char *
foyer_sign_in_ways_describe (guint set)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < N_WAYS; i++) {
    if ((set & (1u << ways[i].method)) != 0)
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : " · ", _ (ways[i].title));
  }
  return g_strdup (names->str);
}

/* --- The object --- */

static void
foyer_sign_in_ways_start (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  FoyerSignInWays *self = FOYER_SIGN_IN_WAYS (panel);

  self->watch = foyer_impact_watch_new (desk, TRUE);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  foyer_address_probe_start (self->probe, desk);
  show (self);
}

static void
foyer_sign_in_ways_stop (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  FoyerSignInWays *self = FOYER_SIGN_IN_WAYS (panel);

  foyer_address_probe_stop (self->probe);
  g_signal_handlers_disconnect_by_data (self->watch, self);
  foyer_impact_watch_stop (self->watch);
  g_clear_object (&self->watch);
}

static void
foyer_sign_in_ways_class_init (FoyerSignInWaysClass *klass)
{
  FoyerSettingPanelClass *panel_class = FOYER_SETTING_PANEL_CLASS (klass);

  panel_class->start = foyer_sign_in_ways_start;
  panel_class->stop = foyer_sign_in_ways_stop;
}

static void
foyer_sign_in_ways_init (FoyerSignInWays *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Counting"), -1);
  adw_preferences_group_set_title (self->group, _ ("Who could sign in with…"));
  adw_preferences_group_set_description (self->group, _ ("As it would be with your changes"));
  adw_preferences_group_set_header_suffix (self->group, GTK_WIDGET (self->spinner));
  for (guint i = 0; i < N_WAYS; i++) {
    self->rows[i] = FOYER_PEOPLE_ROW (foyer_people_row_new ());
    adw_preferences_group_add (self->group, GTK_WIDGET (self->rows[i]));
  }
  self->probe = g_object_new (FOYER_TYPE_ADDRESS_PROBE, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->probe));
  adw_bin_set_child (ADW_BIN (self), box);
}
