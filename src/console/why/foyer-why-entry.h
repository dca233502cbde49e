/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_WHY_ENTRY (foyer_why_entry_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWhyEntry, foyer_why_entry, FOYER, WHY_ENTRY, AdwBin)

/**
 * FoyerWhyEntry:
 *
 * Where a question is asked in somebody's own words.
 *
 * Property: `language` (in which questions are offered, `en` first). Read-only: `suggesting` (whether questions are offered), `questions` (#GListModel of #GtkStringObject:
 * which).
 */

/**
 * foyer_why_entry_remember:
 *
 * What stands in the entry was asked: nothing is offered until it changes.
 */
void foyer_why_entry_remember (FoyerWhyEntry *self);

/**
 * foyer_why_entry_is_answered:
 *
 * Returns: whether nothing stands there that was not asked
 */
gboolean foyer_why_entry_is_answered (FoyerWhyEntry *self);

/**
 * FoyerWhyEntry::asked:
 * @words: what somebody wants to know
 */

/**
 * FoyerWhyEntry::emptied:
 *
 * Nothing is asked any more.
 */

/**
 * FoyerWhyEntry::left:
 * @direction: (type GtkDirectionType): down to what was found or is offered, or %GTK_DIR_TAB_BACKWARD for away
 */

G_END_DECLS
