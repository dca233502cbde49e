/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-why-answer.h"

G_BEGIN_DECLS

/**
 * FoyerWhyShelf:
 * @FOYER_WHY_ANSWER: the one cause
 * @FOYER_WHY_ALSO: what else fails, and where to look if nothing does
 * @FOYER_WHY_UNKNOWN: what cannot be said from here
 * @FOYER_WHY_HIDDEN: what is hidden from them, by what hides it
 * @FOYER_WHY_GHOSTS: what would stand on the page
 *
 * The sections of the panel, from its top.
 */
typedef enum {
  FOYER_WHY_ANSWER,
  FOYER_WHY_ALSO,
  FOYER_WHY_UNKNOWN,
  FOYER_WHY_HIDDEN,
  FOYER_WHY_GHOSTS,
} FoyerWhyShelf;

#define FOYER_N_WHY_SHELVES 5

/**
 * foyer_why_shelf_name:
 *
 * Returns: (transfer none): what the section is called in the template, and in the keys of its cards
 */
const char *foyer_why_shelf_name (FoyerWhyShelf shelf);

/**
 * FoyerWhyShelves:
 * @items: (element-type FoyerWhyItem): the cards of each section
 * @fine: (element-type utf8): what passed, a sentence each; they belong to the answer
 *
 * An answer, sorted into the sections of the panel. What the one cause says already is not said again below it.
 */
typedef struct {
  GPtrArray *items[FOYER_N_WHY_SHELVES];
  GPtrArray *fine;
} FoyerWhyShelves;

/**
 * foyer_why_shelves_new:
 * @answer: it has to live as long as what is returned
 */
FoyerWhyShelves *foyer_why_shelves_new (FoyerWhyAnswer *answer);
void foyer_why_shelves_free (FoyerWhyShelves *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerWhyShelves, foyer_why_shelves_free)

G_END_DECLS
