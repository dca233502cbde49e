/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SIDEBAR (foyer_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSidebar, foyer_sidebar, FOYER, SIDEBAR, AdwBin)

/**
 * FoyerSidebar:
 *
 * The organisation and its menu, the areas with what waits in each, and the sync line.
 *
 * Properties: `desk`, `area` (name of the area that is marked; one that has no row marks none), `collapsed` (whether it fills the window).
 */

/**
 * foyer_sidebar_open_menu:
 *
 * Opens the menu of the organisation's button.
 */
void foyer_sidebar_open_menu (FoyerSidebar *self);

G_END_DECLS
