/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-transcript.c - written exchanges of the protocol */

#include "foyer-transcript.h"

#include "foyer-json.h"

#include <string.h>

#define OPEN "…"

struct _FoyerTranscript {
  JsonArray *exchanges;
  GHashTable *names; /* (element-type utf8 JsonNode) */
};

FoyerTranscript *
foyer_transcript_load (const char *path)
{
  g_autofree char *full = g_build_filename (g_getenv ("FOYER_SOURCE_DIR"), "tests", path, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  FoyerTranscript *self = g_new0 (FoyerTranscript, 1);

  g_file_get_contents (full, &text, NULL, &error);
  g_assert_no_error (error);
  node = foyer_json_parse (text, -1, &error);
  g_assert_no_error (error);
  self->exchanges = json_array_ref (json_node_get_array (node));
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
  return self;
}

void
foyer_transcript_free (FoyerTranscript *self)
{
  json_array_unref (self->exchanges);
  g_hash_table_unref (self->names);
  g_free (self);
}

guint
foyer_transcript_get_length (FoyerTranscript *self)
{
  return json_array_get_length (self->exchanges);
}

JsonObject *
foyer_transcript_get (FoyerTranscript *self, guint index)
{
  return json_array_get_object_element (self->exchanges, index);
}

void
foyer_transcript_set (FoyerTranscript *self, const char *name, const char *value)
{
  g_hash_table_replace (self->names, g_strdup (name), json_node_init_string (json_node_alloc (), value));
}

static const char *
get_name (JsonNode *node)
{
  const char *text = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                         ? json_node_get_string (node)
                         : NULL;

  return text != NULL && text[0] == '$' ? text + 1 : NULL;
}

/* Names of members may be names too: ids stand there. */
static const char *
fill_member (FoyerTranscript *self, const char *member)
{
  JsonNode *known = member[0] == '$' ? g_hash_table_lookup (self->names, member + 1) : NULL;

  return known == NULL ? member : json_node_get_string (known);
}

JsonNode *
foyer_transcript_fill (FoyerTranscript *self, JsonNode *template)
{
  const char *name = get_name (template);

  if (name != NULL && g_hash_table_contains (self->names, name))
    return json_node_copy (g_hash_table_lookup (self->names, name));
  if (JSON_NODE_HOLDS_OBJECT (template)) {
    g_autoptr (JsonObject) filled = json_object_new ();
    g_autoptr (GList) members = json_object_get_members (json_node_get_object (template));

    for (GList *link = members; link != NULL; link = link->next)
      json_object_set_member (
          filled, fill_member (self, link->data),
          foyer_transcript_fill (self, json_object_get_member (json_node_get_object (template), link->data)));
    return foyer_json_node_from_object (filled);
  }
  if (JSON_NODE_HOLDS_ARRAY (template)) {
    g_autoptr (JsonArray) filled = json_array_new ();
    JsonArray *array = json_node_get_array (template);

    for (guint i = 0; i < json_array_get_length (array); i++)
      json_array_add_element (filled, foyer_transcript_fill (self, json_array_get_element (array, i)));
    return json_node_init_array (json_node_alloc (), filled);
  }
  return json_node_copy (template);
}

static char *
differ (const char *path, JsonNode *expected, JsonNode *actual)
{
  g_autofree char *wanted = expected == NULL ? g_strdup ("nothing") : foyer_json_canonical (expected);
  g_autofree char *found = actual == NULL ? g_strdup ("nothing") : foyer_json_canonical (actual);

  return g_strdup_printf ("%s: expected %s, found %s", path, wanted, found);
}

static char *match_at (FoyerTranscript *self, const char *path, JsonNode *expected, JsonNode *actual);

static char *
match_objects (FoyerTranscript *self, const char *path, JsonNode *expected, JsonNode *actual)
{
  JsonObject *wanted = json_node_get_object (expected);
  JsonObject *found = json_node_get_object (actual);
  g_autoptr (GList) members = json_object_get_members (wanted);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) others = NULL;

  for (GList *link = members; link != NULL; link = link->next) {
    const char *member = fill_member (self, link->data);
    g_autofree char *inner = g_strdup_printf ("%s/%s", path, member);
    char *difference;

    if (strcmp (member, OPEN) == 0)
      continue;
    g_hash_table_add (seen, g_strdup (member));
    difference = match_at (self, inner, json_object_get_member (wanted, link->data),
                           json_object_get_member (found, member));
    if (difference != NULL)
      return difference;
  }
  if (json_object_has_member (wanted, OPEN))
    return NULL;
  others = json_object_get_members (found);
  for (GList *link = others; link != NULL; link = link->next) {
    g_autofree char *inner = g_strdup_printf ("%s/%s", path, (const char *) link->data);

    if (!g_hash_table_contains (seen, link->data))
      return differ (inner, NULL, json_object_get_member (found, link->data));
  }
  return NULL;
}

static char *
match_arrays (FoyerTranscript *self, const char *path, JsonNode *expected, JsonNode *actual)
{
  JsonArray *wanted = json_node_get_array (expected);
  JsonArray *found = json_node_get_array (actual);

  if (json_array_get_length (wanted) != json_array_get_length (found))
    return differ (path, expected, actual);
  for (guint i = 0; i < json_array_get_length (wanted); i++) {
    g_autofree char *inner = g_strdup_printf ("%s/%u", path, i);
    char *difference
        = match_at (self, inner, json_array_get_element (wanted, i), json_array_get_element (found, i));

    if (difference != NULL)
      return difference;
  }
  return NULL;
}

static char *
match_at (FoyerTranscript *self, const char *path, JsonNode *expected, JsonNode *actual)
{
  const char *name = get_name (expected);

  if (actual == NULL)
    return differ (path, expected, actual);
  if (JSON_NODE_HOLDS_VALUE (expected) && json_node_get_value_type (expected) == G_TYPE_STRING
      && strcmp (json_node_get_string (expected), "*") == 0)
    return NULL;
  if (name != NULL) {
    JsonNode *known = g_hash_table_lookup (self->names, name);

    if (known == NULL) {
      g_hash_table_insert (self->names, g_strdup (name), json_node_copy (actual));
      return NULL;
    }
    return foyer_json_equal (known, actual) ? NULL : differ (path, known, actual);
  }
  if (JSON_NODE_HOLDS_OBJECT (expected) && JSON_NODE_HOLDS_OBJECT (actual))
    return match_objects (self, path, expected, actual);
  if (JSON_NODE_HOLDS_ARRAY (expected) && JSON_NODE_HOLDS_ARRAY (actual))
    return match_arrays (self, path, expected, actual);
  return foyer_json_equal (expected, actual) ? NULL : differ (path, expected, actual);
}

char *
foyer_transcript_match (FoyerTranscript *self, JsonNode *expected, JsonNode *actual)
{
  return match_at (self, "", expected, actual);
}
