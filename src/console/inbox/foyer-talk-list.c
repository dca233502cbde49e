/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-talk-list.c - the conversations that a query asks for */

#include "foyer-talk-list.h"

#include "foyer-living-items.h"

#include "foyer-record-list.h"

struct _FoyerTalkList {
  GObject parent_instance;

  FoyerDesk *desk;
  FoyerRecordList *records;
  FoyerLivingItems *talks;
};

static void foyer_talk_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerTalkList,
                               foyer_talk_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, foyer_talk_list_list_model_init))

static GType
foyer_talk_list_get_item_type (GListModel *model)
{
  return FOYER_TYPE_TALK;
}

static guint
foyer_talk_list_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (FOYER_TALK_LIST (model)->records));
}

/* A conversation that changed is the same talk, which follows the store by itself. */
static gpointer
foyer_talk_list_get_item (GListModel *model, guint position)
{
  FoyerTalkList *self = FOYER_TALK_LIST (model);
  g_autoptr (FoyerRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records), position);
  FoyerTalk *talk;

  if (record == NULL)
    return NULL;
  talk = foyer_living_items_find (self->talks, foyer_record_get_id (record));
  if (talk != NULL)
    return g_object_ref (talk);
  talk = foyer_talk_new (self->desk, record);
  foyer_living_items_add (self->talks, foyer_record_get_id (record), G_OBJECT (talk));
  return talk;
}

static void
foyer_talk_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = foyer_talk_list_get_item_type;
  iface->get_n_items = foyer_talk_list_get_n_items;
  iface->get_item = foyer_talk_list_get_item;
}

static void
foyer_talk_list_finalize (GObject *object)
{
  FoyerTalkList *self = FOYER_TALK_LIST (object);

  g_clear_object (&self->records);
  g_clear_object (&self->desk);
  foyer_living_items_free (self->talks);
  G_OBJECT_CLASS (foyer_talk_list_parent_class)->finalize (object);
}

static void
foyer_talk_list_class_init (FoyerTalkListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_talk_list_finalize;
}

static void
foyer_talk_list_init (FoyerTalkList *self)
{
  self->talks = foyer_living_items_new (NULL, NULL);
}

FoyerTalkList *
foyer_talk_list_new (FoyerDesk *desk, FoyerQuery *query)
{
  FoyerTalkList *self = g_object_new (FOYER_TYPE_TALK_LIST, NULL);

  self->desk = g_object_ref (desk);
  self->records = foyer_record_list_new (foyer_desk_get_store (desk), query);
  g_signal_connect_object (self->records, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
foyer_talk_list_set_query (FoyerTalkList *self, FoyerQuery *query)
{
  g_return_if_fail (FOYER_IS_TALK_LIST (self));

  foyer_record_list_set_query (self->records, query);
}

gboolean
foyer_talk_list_find (FoyerTalkList *self, const char *id, guint *position)
{
  g_return_val_if_fail (FOYER_IS_TALK_LIST (self), FALSE);

  return foyer_record_list_find (self->records, id, position);
}
