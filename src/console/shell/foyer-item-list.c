/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-item-list.c - what a page makes of the records that a query asks for */

#include "foyer-item-list.h"

#include "foyer-living-items.h"

#include "foyer-record-list.h"

struct _FoyerItemList {
  GObject parent_instance;

  FoyerRecordList *records;
  FoyerLivingItems *items;
  FoyerItemFunc make;
  FoyerItemFitsFunc fits; /* (nullable) */
  gpointer user_data;
};

static void foyer_item_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerItemList,
                               foyer_item_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, foyer_item_list_list_model_init))

static GType
foyer_item_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
foyer_item_list_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (FOYER_ITEM_LIST (model)->records));
}

static gpointer
foyer_item_list_get_item (GListModel *model, guint position)
{
  FoyerItemList *self = FOYER_ITEM_LIST (model);
  g_autoptr (FoyerRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records), position);
  GObject *item;

  if (record == NULL)
    return NULL;
  item = foyer_living_items_find (self->items, foyer_record_get_id (record));
  if (item != NULL && (self->fits == NULL || self->fits (item, record)))
    return g_object_ref (item);
  item = self->make (self->user_data, record);
  foyer_living_items_add (self->items, foyer_record_get_id (record), item);
  return item;
}

static void
foyer_item_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = foyer_item_list_get_item_type;
  iface->get_n_items = foyer_item_list_get_n_items;
  iface->get_item = foyer_item_list_get_item;
}

static void
foyer_item_list_finalize (GObject *object)
{
  FoyerItemList *self = FOYER_ITEM_LIST (object);

  g_clear_object (&self->records);
  foyer_living_items_free (self->items);
  G_OBJECT_CLASS (foyer_item_list_parent_class)->finalize (object);
}

static void
foyer_item_list_class_init (FoyerItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_item_list_finalize;
}

static void
foyer_item_list_init (FoyerItemList *self)
{
  self->items = foyer_living_items_new (NULL, NULL);
}

FoyerItemList *
foyer_item_list_new (FoyerStore *store,
                     FoyerQuery *query,
                     FoyerItemFunc make,
                     FoyerItemFitsFunc fits,
                     gpointer user_data)
{
  FoyerItemList *self = g_object_new (FOYER_TYPE_ITEM_LIST, NULL);

  self->make = make;
  self->fits = fits;
  self->user_data = user_data;
  self->records = foyer_record_list_new (store, query);
  g_signal_connect_object (self->records, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
foyer_item_list_set_query (FoyerItemList *self, FoyerQuery *query)
{
  g_return_if_fail (FOYER_IS_ITEM_LIST (self));

  foyer_record_list_set_query (self->records, query);
}

gboolean
foyer_item_list_find (FoyerItemList *self, const char *id, guint *position)
{
  g_return_val_if_fail (FOYER_IS_ITEM_LIST (self), FALSE);

  return foyer_record_list_find (self->records, id, position);
}
