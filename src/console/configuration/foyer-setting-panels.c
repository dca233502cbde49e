/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setting-panels.c - which panel stands on which page of Configuration */

#include "foyer-setting-panels.h"

#include "foyer-booking-trial.h"
#include "foyer-documents-panel.h"
#include "foyer-domains-panel.h"
#include "foyer-mails-panel.h"
#include "foyer-overview-panel.h"
#include "foyer-proposals-panel.h"
#include "foyer-settings-history.h"
#include "foyer-sign-in-presets.h"
#include "foyer-sign-in-ways.h"
#include "foyer-team-mails-panel.h"
#include "foyer-texts-panel.h"

#include "types/document.h"
#include "types/domain.h"
#include "types/settings_version.h"
#include "types/template.h"

static const FoyerSettingPanelPlace places[] = {
  { .page = "overview", .get_type = foyer_overview_panel_get_type },
  { .page = "overview", .get_type = foyer_proposals_panel_get_type, .is_below = TRUE },
  { .page = "booking", .get_type = foyer_booking_trial_get_type, .is_below = TRUE },
  { .page = "sign-in", .get_type = foyer_sign_in_presets_get_type },
  { .page = "sign-in", .get_type = foyer_sign_in_ways_get_type },
  { .page = "texts", .get_type = foyer_texts_panel_get_type },
  { .page = "notifications", .get_type = foyer_team_mails_panel_get_type, .is_below = TRUE },
  { .page = "documents",
    .get_type = foyer_documents_panel_get_type,
    .describe = foyer_documents_panel_describe,
    .about = &foyer_document_type },
  { .page = "mails",
    .get_type = foyer_mails_panel_get_type,
    .describe = foyer_mails_panel_describe,
    .about = &foyer_template_type },
  { .page = "domains",
    .get_type = foyer_domains_panel_get_type,
    .describe = foyer_domains_panel_describe,
    .about = &foyer_domain_type },
  { .page = "history",
    .get_type = foyer_settings_history_get_type,
    .describe = foyer_settings_history_describe,
    .about = &foyer_settings_version_type },
};

const FoyerSettingPanelPlace *
foyer_setting_panel_places (guint *n_places)
{
  *n_places = G_N_ELEMENTS (places);
  return places;
}

char *
foyer_setting_panels_describe (const char *page, FoyerDesk *desk)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    if (places[i].describe != NULL && g_str_equal (places[i].page, page))
      return places[i].describe (desk);
  }
  return NULL;
}
