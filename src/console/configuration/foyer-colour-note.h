/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include "foyer-brand.h"
#include "foyer-field.h"

G_BEGIN_DECLS

/**
 * foyer_colour_note:
 * @key: `brand.primary` or `brand.accent`
 *
 * Returns: (transfer full) (nullable): how well a colour of @palette can be read, and what the portal does about it; %NULL for settings
 *   that are no colour
 */
char *foyer_colour_note (const char *key, FoyerPalette palette);

/**
 * foyer_colour_note_palette:
 * @desk: whose draft and organisation matter
 *
 * Returns: the colours that the portal has once the draft is published; what is drafted and no colour counts as nothing
 */
FoyerPalette foyer_colour_note_palette (FoyerDesk *desk);

G_END_DECLS
