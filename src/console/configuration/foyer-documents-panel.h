/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-panel.h"

G_BEGIN_DECLS

#define FOYER_TYPE_DOCUMENTS_PANEL (foyer_documents_panel_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDocumentsPanel, foyer_documents_panel, FOYER, DOCUMENTS_PANEL, FoyerSettingPanel)

/**
 * FoyerDocumentsPanel:
 *
 * The business's own documents on the portal (000-25, 000-74): added, named, put in order, shown, signed (000-34), taken off. They are records, not
 * settings: each change acts by itself and can be taken back; what was added, until it was sent.
 */

/**
 * foyer_documents_panel_add:
 * @file: is copied
 *
 * Adds a document that nobody sees yet.
 */
void foyer_documents_panel_add (FoyerDocumentsPanel *self, GFile *file);

/**
 * foyer_documents_panel_describe:
 *
 * Returns: (transfer full): `9 on the portal`
 */
char *foyer_documents_panel_describe (FoyerDesk *desk);

G_END_DECLS
