/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-panel.h"

G_BEGIN_DECLS

#define FOYER_TYPE_OVERVIEW_PANEL (foyer_overview_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerOverviewPanel, foyer_overview_panel, FOYER, OVERVIEW_PANEL, FoyerSettingPanel)

/**
 * FoyerOverviewPanel:
 *
 * The first page of Configuration (D1): whether the portal is open, where it is, and how it is doing.
 */

G_END_DECLS
