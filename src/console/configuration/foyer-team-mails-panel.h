/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-panel.h"

G_BEGIN_DECLS

#define FOYER_TYPE_TEAM_MAILS_PANEL (foyer_team_mails_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTeamMailsPanel, foyer_team_mails_panel, FOYER, TEAM_MAILS_PANEL, FoyerSettingPanel)

/**
 * FoyerTeamMailsPanel:
 *
 * Who in the team gets a mail as well, and of what (D1, 000-70..72). Each decides for themselves, and administrators for all.
 */

G_END_DECLS
