/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-living-items.c - the items of a list that somebody holds */

#include "foyer-living-items.h"

struct _FoyerLivingItems {
  GHashTable *ids;   /* (element-type utf8 GObject) */
  GHashTable *items; /* (element-type GObject utf8): the other way round */
  FoyerItemGoneFunc gone;
  gpointer user_data;
};

static void
on_item_gone (gpointer user_data, GObject *item)
{
  FoyerLivingItems *self = user_data;
  g_autofree char *id = NULL;

  if (!g_hash_table_steal_extended (self->items, item, NULL, (gpointer *) &id))
    return;
  /* A record that changed has a new item under its id, which stays. */
  if (g_hash_table_lookup (self->ids, id) != item)
    return;
  g_hash_table_remove (self->ids, id);
  if (self->gone != NULL)
    self->gone (self->user_data, id);
}

FoyerLivingItems *
foyer_living_items_new (FoyerItemGoneFunc gone, gpointer user_data)
{
  FoyerLivingItems *self = g_new0 (FoyerLivingItems, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->items = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->gone = gone;
  self->user_data = user_data;
  return self;
}

void
foyer_living_items_free (FoyerLivingItems *self)
{
  foyer_living_items_forget (self);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->items);
  g_free (self);
}

void
foyer_living_items_add (FoyerLivingItems *self, const char *id, GObject *item)
{
  g_object_weak_ref (item, on_item_gone, self);
  g_hash_table_insert (self->items, item, g_strdup (id));
  g_hash_table_insert (self->ids, g_strdup (id), item);
}

gpointer
foyer_living_items_find (FoyerLivingItems *self, const char *id)
{
  return g_hash_table_lookup (self->ids, id);
}

GList *
foyer_living_items_list (FoyerLivingItems *self)
{
  return g_hash_table_get_values (self->ids);
}

void
foyer_living_items_forget (FoyerLivingItems *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    g_object_weak_unref (item, on_item_gone, self);
  g_hash_table_remove_all (self->items);
  g_hash_table_remove_all (self->ids);
}
