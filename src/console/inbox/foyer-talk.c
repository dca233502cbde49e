/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-talk.c - one conversation as the inbox shows it */

#include "foyer-talk.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-store-drafts.h"
#include "types/client.h"
#include "types/conversation.h"
#include "types/portal_person.h"

struct _FoyerTalk {
  GObject parent_instance;

  /* Construct-time. */
  FoyerStore *store;
  FoyerOfficeTime *time;
  char *staff_id; /* (nullable) */
  gint64 now;

  /* State. */
  FoyerRecord *conversation;
  FoyerRecord *client; /* (nullable) */
  FoyerRecord *person; /* (nullable) */
  char *draft;         /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FoyerTalk, foyer_talk, G_TYPE_OBJECT)

enum {
  PROP_CONVERSATION = 1,
  PROP_CLIENT,
  PROP_PERSON,
  PROP_DRAFT,
  PROP_UNREAD,
  PROP_TIME,
  PROP_NOW,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
notify (FoyerTalk *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
look_up (FoyerTalk *self, FoyerRecord **place, const FoyerRecordType *type, const char *id, guint property)
{
  g_autoptr (FoyerRecord) record = id == NULL ? NULL : foyer_store_get (self->store, type, id);

  if (g_set_object (place, record))
    notify (self, property);
}

static void
look_up_names (FoyerTalk *self)
{
  look_up (self, &self->client, &foyer_client_type, foyer_conversation_get_client_id (self->conversation),
           PROP_CLIENT);
  look_up (self, &self->person, &foyer_portal_person_type,
           foyer_conversation_get_person_id (self->conversation), PROP_PERSON);
}

/* A reply goes before a note: it is what somebody waits for. */
static void
look_up_draft (FoyerTalk *self)
{
  const char *id = foyer_talk_get_id (self);
  g_autofree char *reply = foyer_store_get_draft (self->store, id, FOYER_TALK_REPLY);
  g_autofree char *draft
      = reply != NULL ? g_steal_pointer (&reply) : foyer_store_get_draft (self->store, id, FOYER_TALK_NOTE);

  if (g_strcmp0 (draft, self->draft) == 0)
    return;
  g_free (self->draft);
  self->draft = g_steal_pointer (&draft);
  notify (self, PROP_DRAFT);
}

static void
look_up_conversation (FoyerTalk *self)
{
  g_autoptr (FoyerRecord) conversation
      = foyer_store_get (self->store, &foyer_conversation_type, foyer_talk_get_id (self));

  if (conversation == NULL || !g_set_object (&self->conversation, conversation))
    return;
  notify (self, PROP_CONVERSATION);
  notify (self, PROP_UNREAD);
  look_up_names (self);
}

/* One's own mark. */
static gint64
get_read_up_to (FoyerTalk *self)
{
  g_autoptr (JsonNode) read_by = foyer_conversation_get_read_by (self->conversation);
  const char *text = NULL;
  gint64 at = 0;

  if (read_by != NULL && JSON_NODE_HOLDS_OBJECT (read_by) && self->staff_id != NULL)
    text = foyer_json_object_text (json_node_get_object (read_by), self->staff_id);
  if (text == NULL || !foyer_utc_parse (text, &at, NULL))
    return 0;
  return at;
}

static gboolean
is_among (FoyerChangeSet *changes, const FoyerRecordType *type, const char *id)
{
  GHashTable *ids = foyer_change_set_get_ids (changes, type);

  return ids != NULL && id != NULL && g_hash_table_contains (ids, id);
}

static void
on_store_changed (FoyerTalk *self, FoyerChangeSet *changes)
{
  if (is_among (changes, &foyer_conversation_type, foyer_talk_get_id (self))) {
    look_up_conversation (self);
    look_up_draft (self);
  }
  if (is_among (changes, &foyer_client_type, foyer_conversation_get_client_id (self->conversation))
      || is_among (changes, &foyer_portal_person_type, foyer_conversation_get_person_id (self->conversation)))
    look_up_names (self);
}

static void
foyer_talk_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FoyerTalk *self = FOYER_TALK (object);

  switch (id) {
  case PROP_CONVERSATION:
    g_value_set_object (value, self->conversation);
    break;
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_PERSON:
    g_value_set_object (value, self->person);
    break;
  case PROP_DRAFT:
    g_value_set_string (value, self->draft);
    break;
  case PROP_UNREAD:
    g_value_set_boolean (value, foyer_talk_is_unread (self));
    break;
  case PROP_TIME:
    g_value_set_object (value, self->time);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, self->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
foyer_talk_finalize (GObject *object)
{
  FoyerTalk *self = FOYER_TALK (object);

  g_clear_object (&self->conversation);
  g_clear_object (&self->client);
  g_clear_object (&self->person);
  g_clear_object (&self->time);
  g_clear_object (&self->store);
  g_free (self->staff_id);
  g_free (self->draft);
  G_OBJECT_CLASS (foyer_talk_parent_class)->finalize (object);
}

static void
foyer_talk_class_init (FoyerTalkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = foyer_talk_get_property;
  object_class->finalize = foyer_talk_finalize;

  properties[PROP_CONVERSATION] = g_param_spec_object ("conversation", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_PERSON] = g_param_spec_object ("person", NULL, NULL, FOYER_TYPE_RECORD, flags);
  properties[PROP_DRAFT] = g_param_spec_string ("draft", NULL, NULL, NULL, flags);
  properties[PROP_UNREAD] = g_param_spec_boolean ("unread", NULL, NULL, FALSE, flags);
  properties[PROP_TIME] = g_param_spec_object ("time", NULL, NULL, FOYER_TYPE_OFFICE_TIME, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
foyer_talk_init (FoyerTalk *self)
{
}

FoyerTalk *
foyer_talk_new (FoyerDesk *desk, FoyerRecord *conversation)
{
  FoyerTalk *self = g_object_new (FOYER_TYPE_TALK, NULL);
  const FoyerAccount *account = foyer_desk_get_account (desk);

  self->store = g_object_ref (foyer_desk_get_store (desk));
  self->time = g_object_ref (foyer_desk_get_time (desk));
  self->staff_id = account == NULL ? NULL : g_strdup (account->staff_id);
  self->now = foyer_desk_now (desk);
  self->conversation = g_object_ref (conversation);
  look_up_names (self);
  look_up_draft (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  return self;
}

FoyerRecord *
foyer_talk_get_conversation (FoyerTalk *self)
{
  g_return_val_if_fail (FOYER_IS_TALK (self), NULL);

  return self->conversation;
}

const char *
foyer_talk_get_id (FoyerTalk *self)
{
  g_return_val_if_fail (FOYER_IS_TALK (self), NULL);

  return foyer_record_get_id (self->conversation);
}

const char *
foyer_talk_get_partner (FoyerTalk *self)
{
  g_return_val_if_fail (FOYER_IS_TALK (self), NULL);

  if (self->person != NULL)
    return foyer_portal_person_get_name (self->person);
  return self->client == NULL ? "" : foyer_client_get_name (self->client);
}

gint64
foyer_talk_get_news_after (FoyerTalk *self)
{
  gint64 read_up_to;

  g_return_val_if_fail (FOYER_IS_TALK (self), 0);

  read_up_to = get_read_up_to (self);
  if (!FOYER_HAS (self->conversation, conversation, last_at)
      || foyer_conversation_get_last_from (self->conversation) == FOYER_CONVERSATION_LAST_CLIENT)
    return read_up_to;
  return MAX (read_up_to, foyer_conversation_get_last_at (self->conversation));
}

gboolean
foyer_talk_is_unread (FoyerTalk *self)
{
  g_return_val_if_fail (FOYER_IS_TALK (self), FALSE);

  return FOYER_HAS (self->conversation, conversation, last_at)
         && foyer_conversation_get_last_at (self->conversation) > foyer_talk_get_news_after (self);
}
