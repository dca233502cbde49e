/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-why-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_WHY_CARD (foyer_why_card_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWhyCard, foyer_why_card, FOYER, WHY_CARD, GtkListBoxRow)

/**
 * FoyerWhyCard:
 *
 * One fact of the Why? panel, with what helps beside it. Return on it does what its first button does.
 *
 * Property: `item` (#FoyerWhyItem). What can be done are the actions `why.fix`, `why.other` and `why.say` of whoever is around it, with the
 * item's key as their target.
 */

GtkWidget *foyer_why_card_new (FoyerWhyItem *item);

FoyerWhyItem *foyer_why_card_get_item (FoyerWhyCard *self);

/**
 * foyer_why_card_set_item:
 *
 * Says what @item says. The focus stays where it was.
 */
void foyer_why_card_set_item (FoyerWhyCard *self, FoyerWhyItem *item);

G_END_DECLS
