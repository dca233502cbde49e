/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-list.c - a list model of the records that a query asks for, read a page at a time */

#include "foyer-record-list.h"

#include "foyer-record-builder.h"

/* What a window shows at once. */
#define FIRST 30
/* A list view makes a row for each record up to some number of them, before the window answers anybody: they come a few at a time, with a
 * breath in between in which the window draws and answers. */
#define FEW 6
#define WITH_ROWS 200
#define BREATH (5 * G_TIME_SPAN_MILLISECOND)
/* Of what has no row. */
#define PAGE 100
/* How near to the end of what has been read the next page is asked for. */
#define AHEAD 30
/* More changes at once than this are read anew instead of one by one. */
#define MANY_CHANGES 64

struct _FoyerRecordList {
  GObject parent_instance;

  FoyerStore *store; /* (owned) */
  FoyerQuery *query; /* (owned) */
  gulong changed_handler;

  GSequence *records; /* (element-type FoyerRecord) (owned), in the order of the query */
  GHashTable *places; /* (element-type utf8 GSequenceIter): by id */
  gboolean has_more;  /* records after the last one read */
  guint next_page_timer;
};

static void foyer_record_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerRecordList,
                               foyer_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, foyer_record_list_list_model_init))

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return foyer_query_compare (user_data, (FoyerRecord *) a, (FoyerRecord *) b);
}

static GSequenceIter *
insert (FoyerRecordList *self, FoyerRecord *record)
{
  GSequenceIter *place
      = g_sequence_insert_sorted (self->records, g_object_ref (record), compare, self->query);

  g_hash_table_replace (self->places, g_strdup (foyer_record_get_id (record)), place);
  return place;
}

static FoyerRecord *
get_last (FoyerRecordList *self)
{
  if (g_sequence_is_empty (self->records))
    return NULL;
  return g_sequence_get (g_sequence_iter_prev (g_sequence_get_end_iter (self->records)));
}

/* Reads up to @limit records after the last one and says how many there were. */
static guint
read_on (FoyerRecordList *self, guint limit)
{
  g_autoptr (GPtrArray) page = NULL;
  FoyerRecord *last = get_last (self);

  if (last == NULL) {
    foyer_query_after (self->query, 0, NULL, NULL);
  } else {
    const FoyerValue *value
        = self->query->order == NULL ? NULL : foyer_query_get_value (self->query->order, last);

    foyer_query_after (self->query, value == NULL ? 0 : value->number, value == NULL ? NULL : value->text,
                       foyer_record_get_id (last));
  }
  foyer_query_limit (self->query, limit);
  page = foyer_store_list (self->store, self->query);
  for (guint i = 0; i < page->len; i++)
    insert (self, page->pdata[i]);
  self->has_more = page->len == limit;
  return page->len;
}

static void
on_next_page (gpointer user_data)
{
  FoyerRecordList *self = user_data;
  guint before = (guint) g_sequence_get_length (self->records);
  guint added;

  self->next_page_timer = 0;
  added = read_on (self, before < WITH_ROWS ? FEW : PAGE);
  if (added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, added);
}

static void
forget_all (FoyerRecordList *self)
{
  guint removed = (guint) g_sequence_get_length (self->records);

  g_hash_table_remove_all (self->places);
  g_sequence_remove_range (g_sequence_get_begin_iter (self->records),
                           g_sequence_get_end_iter (self->records));
  if (removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, 0);
}

/* Out first and in afterwards: one change of everything would make GTK look through all items for survivors. In a first sync a list grows
 * from nothing to what a window shows. */
static void
reload (FoyerRecordList *self)
{
  guint before = (guint) g_sequence_get_length (self->records);
  guint added;

  forget_all (self);
  added = read_on (self, CLAMP (before, FEW, FIRST));
  if (added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, added);
}

static gboolean
is_within_read_part (FoyerRecordList *self, FoyerRecord *record)
{
  FoyerRecord *last = get_last (self);

  return !self->has_more || last == NULL || foyer_query_compare (self->query, record, last) < 0;
}

static void
remove_at (FoyerRecordList *self, GSequenceIter *place, const char *id)
{
  guint position = (guint) g_sequence_iter_get_position (place);

  g_hash_table_remove (self->places, id);
  g_sequence_remove (place);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static gboolean
keeps_its_place (FoyerRecordList *self, GSequenceIter *place, FoyerRecord *record)
{
  GSequenceIter *previous = g_sequence_iter_prev (place);
  GSequenceIter *next = g_sequence_iter_next (place);

  if (!g_sequence_iter_is_begin (place) && compare (g_sequence_get (previous), record, self->query) >= 0)
    return FALSE;
  return g_sequence_iter_is_end (next) || compare (record, g_sequence_get (next), self->query) < 0;
}

static void
update_one (FoyerRecordList *self, const char *id)
{
  g_autoptr (FoyerRecord) record = foyer_store_get (self->store, self->query->type, id);
  gboolean belongs = record != NULL && foyer_query_matches (self->query, record);
  GSequenceIter *place = g_hash_table_lookup (self->places, id);

  if (place != NULL && belongs && keeps_its_place (self, place, record)) {
    g_sequence_set (place, g_object_ref (record));
    g_list_model_items_changed (G_LIST_MODEL (self), (guint) g_sequence_iter_get_position (place), 1, 1);
    return;
  }
  if (place != NULL)
    remove_at (self, place, id);
  if (belongs && is_within_read_part (self, record)) {
    place = insert (self, record);
    g_list_model_items_changed (G_LIST_MODEL (self), (guint) g_sequence_iter_get_position (place), 0, 1);
  }
}

static void
on_changed (FoyerStore *store, FoyerChangeSet *changes, gpointer user_data)
{
  FoyerRecordList *self = user_data;
  GHashTable *ids = foyer_change_set_get_ids (changes, self->query->type);
  g_autoptr (GList) list = NULL;

  if (ids == NULL)
    return;
  if (g_hash_table_size (ids) > MANY_CHANGES) {
    reload (self);
    return;
  }
  list = g_hash_table_get_keys (ids);
  for (GList *link = list; link != NULL; link = link->next)
    update_one (self, link->data);
}

static GType
foyer_record_list_get_item_type (GListModel *model)
{
  return FOYER_TYPE_RECORD;
}

static guint
foyer_record_list_get_n_items (GListModel *model)
{
  return (guint) g_sequence_get_length (FOYER_RECORD_LIST (model)->records);
}

static gpointer
foyer_record_list_get_item (GListModel *model, guint position)
{
  FoyerRecordList *self = FOYER_RECORD_LIST (model);
  guint n_items = (guint) g_sequence_get_length (self->records);

  if (position >= n_items)
    return NULL;
  /* The list may not change while it is being read, so the next page comes a moment later. */
  if (self->has_more && self->next_page_timer == 0 && position + AHEAD >= n_items)
    self->next_page_timer
        = foyer_clock_add_timer (foyer_store_get_clock (self->store), BREATH, on_next_page, self);
  return g_object_ref (g_sequence_get (g_sequence_get_iter_at_pos (self->records, (int) position)));
}

static void
foyer_record_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = foyer_record_list_get_item_type;
  iface->get_n_items = foyer_record_list_get_n_items;
  iface->get_item = foyer_record_list_get_item;
}

static void
foyer_record_list_dispose (GObject *object)
{
  FoyerRecordList *self = FOYER_RECORD_LIST (object);

  if (self->store != NULL) {
    foyer_clock_clear_timer (foyer_store_get_clock (self->store), &self->next_page_timer);
    g_clear_signal_handler (&self->changed_handler, self->store);
  }
  g_clear_object (&self->store);
  G_OBJECT_CLASS (foyer_record_list_parent_class)->dispose (object);
}

static void
foyer_record_list_finalize (GObject *object)
{
  FoyerRecordList *self = FOYER_RECORD_LIST (object);

  g_clear_pointer (&self->query, foyer_query_free);
  g_sequence_free (self->records);
  g_hash_table_unref (self->places);
  G_OBJECT_CLASS (foyer_record_list_parent_class)->finalize (object);
}

static void
foyer_record_list_class_init (FoyerRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_record_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_record_list_finalize;
}

static void
foyer_record_list_init (FoyerRecordList *self)
{
  self->records = g_sequence_new (g_object_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

FoyerRecordList *
foyer_record_list_new (FoyerStore *store, FoyerQuery *query)
{
  FoyerRecordList *self = g_object_new (FOYER_TYPE_RECORD_LIST, NULL);

  self->store = g_object_ref (store);
  self->query = query;
  self->changed_handler = g_signal_connect (store, "changed", G_CALLBACK (on_changed), self);
  read_on (self, FIRST);
  return self;
}

void
foyer_record_list_set_query (FoyerRecordList *self, FoyerQuery *query)
{
  guint added;

  g_return_if_fail (FOYER_IS_RECORD_LIST (self));

  forget_all (self);
  foyer_query_free (self->query);
  self->query = query;
  added = read_on (self, FIRST);
  if (added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, added);
}

gboolean
foyer_record_list_find (FoyerRecordList *self, const char *id, guint *position)
{
  GSequenceIter *place;

  g_return_val_if_fail (FOYER_IS_RECORD_LIST (self), FALSE);

  place = g_hash_table_lookup (self->places, id);
  if (place == NULL)
    return FALSE;
  if (position != NULL)
    *position = (guint) g_sequence_iter_get_position (place);
  return TRUE;
}
