/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FoyerLivingItems:
 *
 * The items of a list that somebody holds at this moment, by the id of the record that each shows. A list that makes its items as they are asked for finds
 * here the one that it made before; an item leaves when it dies. Made and used in the main thread.
 */
typedef struct _FoyerLivingItems FoyerLivingItems;

/**
 * FoyerItemGoneFunc:
 * @id: of whom no item lives any more
 */
typedef void (*FoyerItemGoneFunc) (gpointer user_data, const char *id);

/**
 * foyer_living_items_new:
 * @gone: (nullable): called when an item dies; @user_data must live as long as the table
 */
FoyerLivingItems *foyer_living_items_new (FoyerItemGoneFunc gone, gpointer user_data);

void foyer_living_items_free (FoyerLivingItems *self);

/**
 * foyer_living_items_add:
 * @item: not referenced; takes the place of another one of that @id
 */
void foyer_living_items_add (FoyerLivingItems *self, const char *id, GObject *item);

/**
 * foyer_living_items_find:
 *
 * Returns: (transfer none) (nullable): the item of @id
 */
gpointer foyer_living_items_find (FoyerLivingItems *self, const char *id);

/**
 * foyer_living_items_list:
 *
 * Returns: (transfer container) (element-type GObject): all of them, in no order
 */
GList *foyer_living_items_list (FoyerLivingItems *self);

/**
 * foyer_living_items_forget:
 *
 * Forgets all; whoever holds them keeps them.
 */
void foyer_living_items_forget (FoyerLivingItems *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerLivingItems, foyer_living_items_free)

G_END_DECLS
