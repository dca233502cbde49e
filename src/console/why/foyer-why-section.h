/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-why-card.h"

G_BEGIN_DECLS

#define FOYER_TYPE_WHY_SECTION (foyer_why_section_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWhySection, foyer_why_section, FOYER, WHY_SECTION, AdwBin)

/**
 * FoyerWhySection:
 *
 * Cards under a title. It is not there while it has none.
 *
 * Properties: `title`, `count` (uint, read-only).
 */

/**
 * foyer_why_section_show:
 * @items: (element-type FoyerWhyItem): what stands there from now on. A card stays with its key, so that the focus does
 */
void foyer_why_section_show (FoyerWhySection *self, GPtrArray *items);

/**
 * foyer_why_section_focus:
 *
 * Gives the focus to the first card.
 *
 * Returns: %FALSE if there is none
 */
gboolean foyer_why_section_focus (FoyerWhySection *self);

/**
 * foyer_why_section_find:
 *
 * Returns: (transfer none) (nullable): the item of that key
 */
FoyerWhyItem *foyer_why_section_find (FoyerWhySection *self, const char *key);

/**
 * foyer_why_section_get_item:
 *
 * Returns: (transfer none) (nullable): the item at @position
 */
FoyerWhyItem *foyer_why_section_get_item (FoyerWhySection *self, guint position);

guint foyer_why_section_get_count (FoyerWhySection *self);

G_END_DECLS
