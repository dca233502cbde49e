/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-configuration-page.h"

G_BEGIN_DECLS

/**
 * foyer_live_preview_follow:
 * @page: of Configuration
 *
 * From now on there is a preview beside @page whenever it wants one, and it shows the page of the portal that the settings there are
 * about (D1).
 */
void foyer_live_preview_follow (FoyerConfigurationPage *page);

G_END_DECLS
