/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-overview-panel.c - the first page of Configuration */

#include "foyer-overview-panel.h"

#include "foyer-health-rows.h"
#include "foyer-master-switch.h"
#include "foyer-portal-address-row.h"
#include "foyer-settings-draft.h"
#include "foyer-settings.h"

#include "foyer-text.h"
#include "types/organisation.h"

#include <glib/gi18n-lib.h>

struct _FoyerOverviewPanel {
  FoyerSettingPanel parent_instance;

  FoyerMasterSwitch *master; /* (nullable): not owned */
  FoyerHealthRows *health;   /* (nullable): not owned */
};

G_DEFINE_FINAL_TYPE (FoyerOverviewPanel, foyer_overview_panel, FOYER_TYPE_SETTING_PANEL)

static char *
refuse_turning (FoyerOverviewPanel *self)
{
  FoyerSettingPanel *panel = FOYER_SETTING_PANEL (self);
  const char *lock = foyer_setting_panel_get_lock (panel);

  if (foyer_setting_panel_get_may_publish (panel))
    return NULL;
  return g_strdup (lock == NULL ? _ ("Administrators turn it on and off") : lock);
}

/* In the language and under the name in which clients know the business (003-22). */
static char *
write_sentence (FoyerRecord *organisation, FoyerRecord *settings)
{
  const char *language = foyer_organisation_get_language (organisation);
  const char *name = settings == NULL ? foyer_organisation_get_name (organisation)
                                      : foyer_settings_business_name (settings, organisation);

  return foyer_text_fill (foyer_text (language,
                                      "Everything about your visits with {business} is here: {address}"),
                          "business", name, "address", foyer_organisation_get_portal_url (organisation),
                          NULL);
}

static GtkWidget *
create_address (FoyerDesk *desk)
{
  g_autoptr (FoyerRecord) organisation
      = foyer_store_get_singleton (foyer_desk_get_store (desk), &foyer_organisation_type);
  g_autofree char *sentence = NULL;

  if (organisation == NULL || foyer_organisation_get_portal_url (organisation) == NULL)
    return foyer_portal_address_row_new (NULL, NULL);
  sentence = write_sentence (organisation, foyer_settings_draft_get_published (foyer_desk_get_draft (desk)));
  return foyer_portal_address_row_new (foyer_organisation_get_portal_url (organisation), sentence);
}

static void
foyer_overview_panel_start (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  FoyerOverviewPanel *self = FOYER_OVERVIEW_PANEL (panel);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *address = create_address (desk);
  g_autofree char *lock = refuse_turning (self);

  self->master = FOYER_MASTER_SWITCH (foyer_master_switch_new (desk, lock));
  g_signal_connect_object (self->master, "acted", G_CALLBACK (foyer_setting_panel_report_act), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->master, "said", G_CALLBACK (foyer_setting_panel_say), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (address, "said", G_CALLBACK (foyer_setting_panel_say), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Client portal"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->master));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), address);
  self->health = FOYER_HEALTH_ROWS (foyer_health_rows_new (desk, GTK_WIDGET (self->master)));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->health));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
foyer_overview_panel_stop (FoyerSettingPanel *panel, FoyerDesk *desk)
{
  foyer_master_switch_stop (FOYER_OVERVIEW_PANEL (panel)->master);
  foyer_health_rows_stop (FOYER_OVERVIEW_PANEL (panel)->health);
}

static void
foyer_overview_panel_class_init (FoyerOverviewPanelClass *klass)
{
  FoyerSettingPanelClass *panel_class = FOYER_SETTING_PANEL_CLASS (klass);

  panel_class->start = foyer_overview_panel_start;
  panel_class->stop = foyer_overview_panel_stop;
}

static void
foyer_overview_panel_init (FoyerOverviewPanel *self)
{
}
