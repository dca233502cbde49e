/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-change-set.c - what one commit changed */

#include "foyer-change-set.h"

struct _FoyerChangeSet {
  gatomicrefcount references;
  GHashTable *ids; /* (element-type FoyerRecordType GHashTable) (owned): sets of ids by type */
  gboolean operations;
};

G_DEFINE_BOXED_TYPE (FoyerChangeSet, foyer_change_set, foyer_change_set_ref, foyer_change_set_unref)

FoyerChangeSet *
foyer_change_set_new (void)
{
  FoyerChangeSet *self = g_new0 (FoyerChangeSet, 1);

  g_atomic_ref_count_init (&self->references);
  self->ids = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  return self;
}

FoyerChangeSet *
foyer_change_set_ref (FoyerChangeSet *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
foyer_change_set_unref (FoyerChangeSet *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->ids);
  g_free (self);
}

void
foyer_change_set_add (FoyerChangeSet *self, const FoyerRecordType *type, const char *id)
{
  GHashTable *set = g_hash_table_lookup (self->ids, type);

  if (set == NULL) {
    set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert (self->ids, (gpointer) type, set);
  }
  g_hash_table_add (set, g_strdup (id));
}

void
foyer_change_set_add_operations (FoyerChangeSet *self)
{
  self->operations = TRUE;
}

GHashTable *
foyer_change_set_get_ids (FoyerChangeSet *self, const FoyerRecordType *type)
{
  return g_hash_table_lookup (self->ids, type);
}

gboolean
foyer_change_set_has_operations (FoyerChangeSet *self)
{
  return self->operations;
}

gboolean
foyer_change_set_is_empty (FoyerChangeSet *self)
{
  return !self->operations && g_hash_table_size (self->ids) == 0;
}
