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
 * `changes-text`, `has-changes`, `publish-label`.
 */

GtkWidget *foyer_configuration_page_new (void);

/**
 * foyer_configuration_page_look_at:
 * @key: a setting
 *
 * Shows the page on which it stands and goes to it.
 */
void foyer_configuration_page_look_at (FoyerConfigurationPage *self, const char *key);

G_END_DECLS
