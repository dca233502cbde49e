/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-inquiry-list.c - the requests that a query asks for */

#include "foyer-inquiry-list.h"

#include "foyer-living-items.h"

#include "foyer-record-list.h"

struct _FoyerInquiryList {
  GObject parent_instance;

  FoyerDesk *desk;
  FoyerRecordList *records;
  FoyerLivingItems *inquiries;
};

static void foyer_inquiry_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerInquiryList,
                               foyer_inquiry_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, foyer_inquiry_list_list_model_init))

static GType
foyer_inquiry_list_get_item_type (GListModel *model)
{
  return FOYER_TYPE_INQUIRY;
}

static guint
foyer_inquiry_list_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (FOYER_INQUIRY_LIST (model)->records));
}

/* A request that changed is another inquiry: rows and page show what they were made with. */
static gpointer
foyer_inquiry_list_get_item (GListModel *model, guint position)
{
  FoyerInquiryList *self = FOYER_INQUIRY_LIST (model);
  g_autoptr (FoyerRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records), position);
  FoyerInquiry *inquiry;

  if (record == NULL)
    return NULL;
  inquiry = foyer_living_items_find (self->inquiries, foyer_record_get_id (record));
  if (inquiry != NULL && foyer_inquiry_get_request (inquiry) == record)
    return g_object_ref (inquiry);
  inquiry = foyer_inquiry_new (self->desk, record);
  foyer_living_items_add (self->inquiries, foyer_record_get_id (record), G_OBJECT (inquiry));
  return inquiry;
}

static void
foyer_inquiry_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = foyer_inquiry_list_get_item_type;
  iface->get_n_items = foyer_inquiry_list_get_n_items;
  iface->get_item = foyer_inquiry_list_get_item;
}

static void
foyer_inquiry_list_finalize (GObject *object)
{
  FoyerInquiryList *self = FOYER_INQUIRY_LIST (object);

  g_clear_object (&self->records);
  g_clear_object (&self->desk);
  foyer_living_items_free (self->inquiries);
  G_OBJECT_CLASS (foyer_inquiry_list_parent_class)->finalize (object);
}

static void
foyer_inquiry_list_class_init (FoyerInquiryListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_inquiry_list_finalize;
}

static void
foyer_inquiry_list_init (FoyerInquiryList *self)
{
  self->inquiries = foyer_living_items_new (NULL, NULL);
}

FoyerInquiryList *
foyer_inquiry_list_new (FoyerDesk *desk, FoyerQuery *query)
{
  FoyerInquiryList *self = g_object_new (FOYER_TYPE_INQUIRY_LIST, NULL);

  self->desk = g_object_ref (desk);
  self->records = foyer_record_list_new (foyer_desk_get_store (desk), query);
  g_signal_connect_object (self->records, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
foyer_inquiry_list_set_query (FoyerInquiryList *self, FoyerQuery *query)
{
  g_return_if_fail (FOYER_IS_INQUIRY_LIST (self));

  foyer_record_list_set_query (self->records, query);
}

gboolean
foyer_inquiry_list_find (FoyerInquiryList *self, const char *id, guint *position)
{
  g_return_val_if_fail (FOYER_IS_INQUIRY_LIST (self), FALSE);

  return foyer_record_list_find (self->records, id, position);
}
