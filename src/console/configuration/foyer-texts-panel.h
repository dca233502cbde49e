/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-panel.h"

G_BEGIN_DECLS

#define FOYER_TYPE_TEXTS_PANEL (foyer_texts_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTextsPanel, foyer_texts_panel, FOYER, TEXTS_PANEL, FoyerSettingPanel)

/**
 * FoyerTextsPanel:
 *
 * Whether text messages can go out, which went out last and how many this week, and what the chosen ones mean together (D1, 003-27).
 */

G_END_DECLS
