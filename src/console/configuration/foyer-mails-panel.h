/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-panel.h"

G_BEGIN_DECLS

#define FOYER_TYPE_MAILS_PANEL (foyer_mails_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMailsPanel, foyer_mails_panel, FOYER, MAILS_PANEL, FoyerSettingPanel)

/**
 * FoyerMailsPanel:
 *
 * The mails that clients get, and which of them say something else than Foyer ships (000-75). Each opens in an editor. They are records, no
 * settings: what is saved acts by itself.
 */

/**
 * foyer_mails_panel_describe:
 *
 * Returns: (transfer full): `9 mails, 1 in your own words`
 */
char *foyer_mails_panel_describe (FoyerDesk *desk);

/**
 * foyer_mails_panel_open:
 * @kind: one of those whose words staff may change
 *
 * Opens the editor, as its row does.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *foyer_mails_panel_open (FoyerMailsPanel *self, guint kind);

G_END_DECLS
