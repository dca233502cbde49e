/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-need.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_NEED_CARD (foyer_need_card_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNeedCard, foyer_need_card, FOYER, NEED_CARD, GtkListBoxRow)

/**
 * FoyerNeedCard:
 *
 * An operation that needs a person, with a button for each choice that fits. What is pressed is the action `outbox.answer` with the choice's
 * name, the operation's id, and whether the same is to be done for all that are like it.
 *
 * Properties: `desk`, `operation`, `need`, `similar` (uint: how many others are like it), `foremost` (whether it is the
 * first, whose best answer is suggested).
 */

G_END_DECLS
