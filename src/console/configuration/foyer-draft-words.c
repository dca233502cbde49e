/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-draft-words.c - what is kept of a settings draft */

#include "foyer-draft-words.h"

#include "foyer-json.h"
#include "foyer-settings-change.h"

FoyerDraftWords *
foyer_draft_words_new (void)
{
  FoyerDraftWords *self = g_new0 (FoyerDraftWords, 1);

  self->patch = json_object_new ();
  self->before = json_object_new ();
  self->sent = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
foyer_draft_words_free (FoyerDraftWords *self)
{
  if (self == NULL)
    return;
  json_object_unref (self->patch);
  json_object_unref (self->before);
  g_ptr_array_unref (self->sent);
  g_free (self);
}

/* --- As text --- */

static void
read_settings (JsonObject *target, JsonObject *from)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (from == NULL)
    return;
  json_object_iter_init (&iter, from);
  while (json_object_iter_next (&iter, &key, &value)) {
    if (foyer_settings_find_field (key) != NULL)
      json_object_set_member (target, key, json_node_copy (value));
  }
}

void
foyer_draft_words_read (FoyerDraftWords *self, const char *text)
{
  g_autoptr (JsonObject) words = foyer_json_parse_object (text, -1, NULL);
  JsonArray *sent = words == NULL ? NULL : foyer_json_object_array (words, "sent");

  if (words == NULL)
    return;
  read_settings (self->patch, foyer_json_object_object (words, "patch"));
  read_settings (self->before, foyer_json_object_object (words, "before"));
  self->since = foyer_json_object_integer (words, "since", 0);
  for (guint i = 0; sent != NULL && i < json_array_get_length (sent); i++) {
    const char *id = foyer_json_node_text (json_array_get_element (sent, i));

    if (id != NULL)
      g_ptr_array_add (self->sent, g_strdup (id));
  }
}

char *
foyer_draft_words_to_text (FoyerDraftWords *self)
{
  g_autoptr (JsonObject) words = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonArray *sent;

  if (json_object_get_size (self->patch) == 0 && self->sent->len == 0)
    return NULL;
  sent = json_array_new ();
  for (guint i = 0; i < self->sent->len; i++)
    json_array_add_string_element (sent, self->sent->pdata[i]);
  json_object_set_object_member (words, "patch", json_object_ref (self->patch));
  json_object_set_object_member (words, "before", json_object_ref (self->before));
  json_object_set_array_member (words, "sent", sent);
  if (self->since != 0)
    json_object_set_int_member (words, "since", self->since);
  node = json_node_init_object (json_node_alloc (), words);
  return foyer_json_canonical (node);
}

/* --- Changing --- */

static JsonNode *
copy_or_null (JsonNode *value)
{
  return value == NULL ? json_node_init_null (json_node_alloc ()) : json_node_copy (value);
}

void
foyer_draft_words_set (FoyerDraftWords *self, const char *key, JsonNode *value, FoyerRecord *settings)
{
  if (!json_object_has_member (self->patch, key)) {
    g_autoptr (JsonObject) published = foyer_record_to_json (settings);

    json_object_set_member (self->before, key, copy_or_null (json_object_get_member (published, key)));
  }
  json_object_set_member (self->patch, key, copy_or_null (value));
}

void
foyer_draft_words_remove (FoyerDraftWords *self, const char *key)
{
  json_object_remove_member (self->patch, key);
  json_object_remove_member (self->before, key);
}

void
foyer_draft_words_clear (FoyerDraftWords *self)
{
  json_object_unref (self->patch);
  json_object_unref (self->before);
  self->patch = json_object_new ();
  self->before = json_object_new ();
}

gboolean
foyer_draft_words_drop_same (FoyerDraftWords *self, FoyerRecord *settings)
{
  g_autoptr (JsonObject) published = foyer_record_to_json (settings);
  g_autoptr (GList) keys = json_object_get_members (self->patch);
  gboolean dropped = FALSE;

  for (GList *link = keys; link != NULL; link = link->next) {
    if (!foyer_settings_is_same (foyer_settings_find_field (link->data),
                                 json_object_get_member (self->patch, link->data),
                                 json_object_get_member (published, link->data)))
      continue;
    foyer_draft_words_remove (self, link->data);
    dropped = TRUE;
  }
  return dropped;
}

JsonObject *
foyer_draft_words_choose_good (FoyerDraftWords *self)
{
  JsonObject *good = json_object_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  json_object_iter_init (&iter, self->patch);
  while (json_object_iter_next (&iter, &key, &value)) {
    g_autofree char *expected = foyer_settings_check_value (foyer_settings_find_field (key), value);

    if (expected == NULL)
      json_object_set_member (good, key, json_node_copy (value));
  }
  return good;
}

/* --- As it was --- */

/* The keys of a copy's @before are the settings that matter in it; those that were drafted then have a @patch. */
FoyerDraftWords *
foyer_draft_words_copy (FoyerDraftWords *self, GList *keys)
{
  FoyerDraftWords *copy = foyer_draft_words_new ();

  for (GList *link = keys; link != NULL; link = link->next) {
    JsonNode *value = json_object_get_member (self->patch, link->data);

    json_object_set_member (copy->before, link->data,
                            copy_or_null (json_object_get_member (self->before, link->data)));
    if (value != NULL)
      json_object_set_member (copy->patch, link->data, json_node_copy (value));
  }
  return copy;
}

FoyerDraftWords *
foyer_draft_words_copy_counterpart (FoyerDraftWords *self, FoyerDraftWords *former)
{
  g_autoptr (GList) keys = json_object_get_members (former->before);

  return foyer_draft_words_copy (self, keys);
}

void
foyer_draft_words_take (FoyerDraftWords *self, FoyerDraftWords *former)
{
  g_autoptr (GList) keys = json_object_get_members (former->before);

  for (GList *link = keys; link != NULL; link = link->next) {
    JsonNode *value = json_object_get_member (former->patch, link->data);

    foyer_draft_words_remove (self, link->data);
    if (value == NULL)
      continue;
    json_object_set_member (self->patch, link->data, json_node_copy (value));
    json_object_set_member (self->before, link->data,
                            json_node_copy (json_object_get_member (former->before, link->data)));
  }
}
