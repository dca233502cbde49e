/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-panel.h"

G_BEGIN_DECLS

#define FOYER_TYPE_DOMAINS_PANEL (foyer_domains_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDomainsPanel, foyer_domains_panel, FOYER, DOMAINS_PANEL, FoyerSettingPanel)

/**
 * FoyerDomainsPanel:
 *
 * Host names of the business's own (000-45..54): added, removed, how far each was verified, and which DNS records it needs. They are records, no
 * settings: each change acts by itself, and until it was sent it can be taken back.
 */

/**
 * foyer_domains_panel_describe:
 *
 * Returns: (transfer full): `1 verified, 1 failed`, or `None of your own`
 */
char *foyer_domains_panel_describe (FoyerDesk *desk);

G_END_DECLS
