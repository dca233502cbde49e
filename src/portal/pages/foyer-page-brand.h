/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-brand.h"
#include "foyer-page.h"

G_BEGIN_DECLS

/**
 * foyer_page_get_palette:
 *
 * Returns: the organisation's colours
 */
FoyerPalette foyer_page_get_palette (FoyerPage *page);

/**
 * foyer_page_write_brand:
 *
 * Writes the business's own logo, which says its name. Without one the mark is drawn, and the name stands beside it.
 */
void foyer_page_write_brand (FoyerPage *page);

/**
 * foyer_page_write_banner:
 *
 * Writes the business's banner, if it has one: it decorates, and says nothing to those who do not see it (001-31).
 */
void foyer_page_write_banner (FoyerPage *page);

G_END_DECLS
