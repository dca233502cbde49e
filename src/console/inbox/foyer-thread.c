/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-thread.c - the messages of one conversation, read from the end */

#include "foyer-thread.h"

#include "foyer-attachment.h"
#include "foyer-letter.h"

#include "foyer-record-list.h"
#include "types/message.h"
#include "types/portal_person.h"
#include "types/staff_member.h"

struct _FoyerThread {
  GObject parent_instance;

  /* Construct-time. */
  FoyerDesk *desk;
  FoyerStore *store;
  FoyerOfficeTime *time;
  FoyerRecordList *records; /* the newest first */
  char *partner;
  gint64 news_after;

  /* State. */
  GHashTable *letters; /* (element-type utf8 FoyerLetter): those that were asked for, by message */
};

static void foyer_thread_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerThread,
                               foyer_thread,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, foyer_thread_list_model_init))

static guint
count (FoyerThread *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->records));
}

static FoyerRecord *
get_message (FoyerThread *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->records), count (self) - 1 - position);
}

static char *
find_author (FoyerThread *self, FoyerRecord *message)
{
  const char *staff_id = foyer_message_get_staff_id (message);
  const char *person_id = foyer_message_get_person_id (message);
  g_autoptr (FoyerRecord) record = NULL;

  if (staff_id != NULL) {
    record = foyer_store_get (self->store, &foyer_staff_member_type, staff_id);
    return g_strdup (record == NULL ? "" : foyer_staff_member_get_name (record));
  }
  if (foyer_message_get_kind (message) != FOYER_MESSAGE_CLIENT)
    return g_strdup ("");
  if (person_id != NULL)
    record = foyer_store_get (self->store, &foyer_portal_person_type, person_id);
  return g_strdup (record == NULL ? self->partner : foyer_portal_person_get_name (record));
}

static gboolean
is_news (FoyerThread *self, FoyerRecord *message)
{
  return foyer_message_get_kind (message) == FOYER_MESSAGE_CLIENT
         && foyer_message_get_sent_at (message) > self->news_after;
}

/* What stands before a message decides whether it begins a day, or what is new. */
static void
place (FoyerThread *self, FoyerLetter *letter, guint position)
{
  FoyerRecord *message = foyer_letter_get_message (letter);
  g_autoptr (FoyerRecord) before = position == 0 ? NULL : get_message (self, position - 1);

  foyer_letter_set_heads_day (letter,
                              before == NULL
                                  || !foyer_office_time_is_same_day (self->time,
                                                                     foyer_message_get_sent_at (before),
                                                                     foyer_message_get_sent_at (message)));
  foyer_letter_set_heads_news (letter, is_news (self, message)
                                           && (before == NULL
                                               || foyer_message_get_sent_at (before) <= self->news_after));
}

static GListModel *
list_attachments (FoyerThread *self, FoyerRecord *message)
{
  GListStore *attachments = g_list_store_new (FOYER_TYPE_ATTACHMENT);
  g_autoptr (JsonNode) node = foyer_message_get_attachments (message);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *element = json_array_get_element (array, i);
    g_autoptr (FoyerAttachment) attachment
        = JSON_NODE_HOLDS_OBJECT (element) ? foyer_attachment_new (self->desk, json_node_get_object (element))
                                           : NULL;

    if (attachment != NULL)
      g_list_store_append (attachments, attachment);
  }
  return G_LIST_MODEL (attachments);
}

static FoyerLetter *
find_letter (FoyerThread *self, FoyerRecord *message)
{
  FoyerLetter *letter = g_hash_table_lookup (self->letters, foyer_record_get_id (message));
  g_autoptr (GListModel) attachments = NULL;
  g_autofree char *author = NULL;

  if (letter != NULL && foyer_letter_get_message (letter) == message)
    return letter;
  author = find_author (self, message);
  attachments = list_attachments (self, message);
  letter = foyer_letter_new (message, author, self->time, attachments);
  g_hash_table_insert (self->letters, g_strdup (foyer_record_get_id (message)), letter);
  return letter;
}

static GType
foyer_thread_get_item_type (GListModel *model)
{
  return FOYER_TYPE_LETTER;
}

static guint
foyer_thread_get_n_items (GListModel *model)
{
  return count (FOYER_THREAD (model));
}

static gpointer
foyer_thread_get_item (GListModel *model, guint position)
{
  FoyerThread *self = FOYER_THREAD (model);
  g_autoptr (FoyerRecord) message = position < count (self) ? get_message (self, position) : NULL;
  FoyerLetter *letter;

  if (message == NULL)
    return NULL;
  letter = find_letter (self, message);
  place (self, letter, position);
  return g_object_ref (letter);
}

static void
foyer_thread_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = foyer_thread_get_item_type;
  iface->get_n_items = foyer_thread_get_n_items;
  iface->get_item = foyer_thread_get_item;
}

static void
on_items_changed (GListModel *records, guint position, guint removed, guint added, gpointer user_data)
{
  FoyerThread *self = user_data;
  guint n_items = count (self);
  guint first = n_items - position - added;
  g_autoptr (FoyerRecord) next = NULL;
  FoyerLetter *letter;

  g_list_model_items_changed (G_LIST_MODEL (self), first, removed, added);
  /* The message after the change has another one before it now. */
  if (first + added >= n_items)
    return;
  next = get_message (self, first + added);
  letter = g_hash_table_lookup (self->letters, foyer_record_get_id (next));
  if (letter != NULL)
    place (self, letter, first + added);
}

static void
foyer_thread_finalize (GObject *object)
{
  FoyerThread *self = FOYER_THREAD (object);

  g_clear_object (&self->records);
  g_clear_object (&self->desk);
  g_clear_object (&self->store);
  g_clear_object (&self->time);
  g_hash_table_unref (self->letters);
  g_free (self->partner);
  G_OBJECT_CLASS (foyer_thread_parent_class)->finalize (object);
}

static void
foyer_thread_class_init (FoyerThreadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_thread_finalize;
}

static void
foyer_thread_init (FoyerThread *self)
{
  self->letters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

FoyerThread *
foyer_thread_new (FoyerDesk *desk, FoyerTalk *talk)
{
  FoyerThread *self = g_object_new (FOYER_TYPE_THREAD, NULL);
  FoyerQuery *query = foyer_query_new (&foyer_message_type);

  foyer_query_where_text (query, "conversationId", foyer_talk_get_id (talk));
  foyer_query_order (query, "sentAt", TRUE);
  self->desk = g_object_ref (desk);
  self->store = g_object_ref (foyer_desk_get_store (desk));
  self->time = g_object_ref (foyer_desk_get_time (desk));
  self->partner = g_strdup (foyer_talk_get_partner (talk));
  self->news_after = foyer_talk_get_news_after (talk);
  self->records = foyer_record_list_new (self->store, query);
  g_signal_connect_object (self->records, "items-changed", G_CALLBACK (on_items_changed), self, 0);
  return self;
}
