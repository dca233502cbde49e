/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-memory-source.c - a record source in memory */

#include "foyer-memory-source.h"

#include "foyer-record-builder.h"

struct _FoyerMemorySource {
  GObject parent_instance;

  GHashTable *records; /* (element-type utf8 FoyerRecord) (owned), by id */
  guint changes;
};

static void foyer_memory_source_record_source_init (FoyerRecordSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerMemorySource,
                               foyer_memory_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_RECORD_SOURCE,
                                                      foyer_memory_source_record_source_init))

static int
compare_records (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return foyer_query_compare (user_data, *(FoyerRecord **) a, *(FoyerRecord **) b);
}

static gboolean
is_after (const FoyerQuery *query, FoyerRecord *record)
{
  g_autoptr (FoyerRecord) key = NULL;

  if (query->after_id == NULL)
    return TRUE;
  key = foyer_record_new (query->type, query->after_id);
  if (query->order != NULL) {
    FoyerValue *value = foyer_record_value (key, (guint) (query->order - query->type->fields));

    value->text = g_strdup (query->after_text);
    value->number = query->after_text == NULL ? query->after_number : FOYER_ABSENT;
  }
  return foyer_query_compare (query, key, record) < 0;
}

static GPtrArray *
foyer_memory_source_list (FoyerRecordSource *source, const FoyerQuery *query, GError **error)
{
  FoyerMemorySource *self = FOYER_MEMORY_SOURCE (source);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  FoyerRecord *record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record)) {
    if (foyer_query_matches (query, record) && is_after (query, record))
      g_ptr_array_add (found, g_object_ref (record));
  }
  g_ptr_array_sort_with_data (found, compare_records, (gpointer) query);
  if (query->limit > 0 && found->len > query->limit)
    g_ptr_array_set_size (found, (int) query->limit);
  return g_steal_pointer (&found);
}

static gint64
foyer_memory_source_count (FoyerRecordSource *source, const FoyerQuery *query, GError **error)
{
  FoyerMemorySource *self = FOYER_MEMORY_SOURCE (source);
  GHashTableIter iter;
  FoyerRecord *record;
  gint64 count = 0;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    count += foyer_query_matches (query, record);
  return count;
}

static FoyerRecord *
foyer_memory_source_get (FoyerRecordSource *source,
                         const FoyerRecordType *type,
                         const char *id,
                         GError **error)
{
  FoyerRecord *record = g_hash_table_lookup (FOYER_MEMORY_SOURCE (source)->records, id);

  if (record == NULL || foyer_record_get_record_type (record) != type)
    return NULL;
  return g_object_ref (record);
}

static char *
foyer_memory_source_get_state (FoyerRecordSource *source, const FoyerRecordType *type, GError **error)
{
  return g_strdup_printf ("memory-%u", FOYER_MEMORY_SOURCE (source)->changes);
}

static void
foyer_memory_source_record_source_init (FoyerRecordSourceInterface *iface)
{
  iface->get = foyer_memory_source_get;
  iface->list = foyer_memory_source_list;
  iface->count = foyer_memory_source_count;
  iface->get_state = foyer_memory_source_get_state;
}

static void
foyer_memory_source_finalize (GObject *object)
{
  g_hash_table_unref (FOYER_MEMORY_SOURCE (object)->records);
  G_OBJECT_CLASS (foyer_memory_source_parent_class)->finalize (object);
}

static void
foyer_memory_source_class_init (FoyerMemorySourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_memory_source_finalize;
}

static void
foyer_memory_source_init (FoyerMemorySource *self)
{
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

FoyerMemorySource *
foyer_memory_source_new (void)
{
  return g_object_new (FOYER_TYPE_MEMORY_SOURCE, NULL);
}

void
foyer_memory_source_put (FoyerMemorySource *self, FoyerRecord *record)
{
  g_return_if_fail (FOYER_IS_MEMORY_SOURCE (self));

  g_hash_table_replace (self->records, g_strdup (foyer_record_get_id (record)), g_object_ref (record));
  self->changes++;
}
