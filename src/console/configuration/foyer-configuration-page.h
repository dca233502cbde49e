/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-area-page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CONFIGURATION_PAGE (foyer_configuration_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerConfigurationPage,
                      foyer_configuration_page,
                      FOYER,
                      CONFIGURATION_PAGE,
                      FoyerAreaPage)

/**
 * FoyerConfigurationPage:
 *
 * Every setting of the portal, drafted at once and published when somebody says so (D1). Properties, read-only: `page-title`,
 * `changes-text`, `has-changes`, `publish-label`, `page-name` (of the page that is shown, %NULL while a setting is looked for), `has-beside`
 * (whether something stands beside the settings). `live-preview`: whether somebody wants to see the portal there.
 */

GtkWidget *foyer_configuration_page_new (void);

/**
 * foyer_configuration_page_look_at:
 * @key: a setting
 *
 * Shows the page on which it stands and goes to it.
 */
void foyer_configuration_page_look_at (FoyerConfigurationPage *self, const char *key);

/**
 * foyer_configuration_page_set_beside:
 * @widget: (transfer none) (nullable): stands beside the settings where the window is wide enough
 */
void foyer_configuration_page_set_beside (FoyerConfigurationPage *self, GtkWidget *widget);

/**
 * foyer_configuration_page_get_beside:
 *
 * Returns: (transfer none) (nullable): what stands there
 */
GtkWidget *foyer_configuration_page_get_beside (FoyerConfigurationPage *self);

G_END_DECLS
