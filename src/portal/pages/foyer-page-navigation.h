/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page-frame.h"

G_BEGIN_DECLS

/**
 * foyer_page_write_menu:
 *
 * Writes the list of all sections that the viewer may see.
 */
void foyer_page_write_menu (FoyerPage *page, FoyerSection current);

/**
 * foyer_page_write_bar:
 *
 * Writes the bar at the foot of a phone: the four first of them, and the way to the rest.
 */
void foyer_page_write_bar (FoyerPage *page, FoyerSection current);

G_END_DECLS
