/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-panel.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PROPOSALS_PANEL (foyer_proposals_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerProposalsPanel, foyer_proposals_panel, FOYER, PROPOSALS_PANEL, FoyerSettingPanel)

/**
 * FoyerProposalsPanel:
 *
 * Settings that somebody without the right to publish has submitted (X18): whoever may publish puts them into the own draft or turns them
 * down; who made them takes them back. It is away while nothing is submitted.
 */

G_END_DECLS
