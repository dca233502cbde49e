/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-why-answer.h"

G_BEGIN_DECLS

#define FOYER_TYPE_WHY_ITEM (foyer_why_item_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWhyItem, foyer_why_item, FOYER, WHY_ITEM, GObject)

/**
 * FoyerWhyItem:
 *
 * What one card says: a fact, why, and what can be done about it.
 *
 * Properties, all read-only: `key` (the same for the same fact in the next answer), `icon-name`, `title`, `text` (or %NULL), `detail` (or %NULL),
 * `fix` (the words of the button, or %NULL), `say` (what to tell the client, or %NULL), `spoken` (all of it in one).
 */

/**
 * foyer_why_item_new_finding:
 * @answer: whose finding it is; it lives as long as the item
 * @place: where it stands, for the key
 */
FoyerWhyItem *
foyer_why_item_new_finding (FoyerWhyAnswer *answer, const FoyerFinding *finding, const char *place);

/**
 * foyer_why_item_new_hidden:
 * @group: of @answer
 */
FoyerWhyItem *foyer_why_item_new_hidden (FoyerWhyAnswer *answer, const FoyerHiddenGroup *group);

/**
 * foyer_why_item_new_ghosts:
 * @group: of the ghosts of @answer
 */
FoyerWhyItem *foyer_why_item_new_ghosts (FoyerWhyAnswer *answer, JsonObject *group);

const char *foyer_why_item_get_key (FoyerWhyItem *self);
const char *foyer_why_item_get_title (FoyerWhyItem *self);
const char *foyer_why_item_get_say (FoyerWhyItem *self);

/**
 * foyer_why_item_get_remedy:
 *
 * Returns: (transfer none) (nullable): what would put it right; %NULL if there is nothing to do but to say so
 */
const FoyerRemedy *foyer_why_item_get_remedy (FoyerWhyItem *self);

G_END_DECLS
