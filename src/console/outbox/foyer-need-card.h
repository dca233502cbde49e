/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-need.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_NEED_CARD (foyer_need_card_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNeedCard, foyer_need_card, FOYER, NEED_CARD, GtkListBoxRow)

/**
 * FoyerNeedCard:
 *
 * What happened to a decision that needs a person, and the two truths side by side. Property: `need` (#FoyerNeed).
 * 
 * Its button is the action `outbox.discard` with the id of the operation.
 */

G_END_DECLS
