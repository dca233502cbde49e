/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fuzz.c - JSON values made from bytes, for targets whose input is a value rather than a text */

#include "foyer-fuzz.h"

#include "foyer-json.h"

#include <stdio.h>
#include <stdlib.h>

#define DEEPEST 4

static JsonNode *take_value (FoyerFuzzBytes *self, const char *const *names, guint n_names, guint depth);

/* GLib's own way to make warnings fatal is a trap, which libFuzzer does not catch: it would not keep the input. */
static void
end_at_warning (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) == 0)
    return;
  fprintf (stderr, "%s: %s\n", domain == NULL ? "?" : domain, message);
  abort ();
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_default_handler (end_at_warning, NULL);
  return 0;
}

guint
foyer_fuzz_take_byte (FoyerFuzzBytes *self)
{
  if (self->size == 0)
    return 0;
  self->size--;
  return *self->data++;
}

static JsonObject *
take_members (FoyerFuzzBytes *self, const char *const *names, guint n_names, guint depth)
{
  JsonObject *object = json_object_new ();
  guint n_members = foyer_fuzz_take_byte (self) % 5;

  for (guint i = 0; i < n_members; i++) {
    const char *name = names[foyer_fuzz_take_byte (self) % n_names];

    json_object_set_member (object, name, take_value (self, names, n_names, depth));
  }
  return object;
}

static JsonNode *
take_list (FoyerFuzzBytes *self, const char *const *names, guint n_names, guint depth)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  guint n_elements = foyer_fuzz_take_byte (self) % 4;

  for (guint i = 0; i < n_elements; i++)
    json_array_add_element (array, take_value (self, names, n_names, depth));
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
take_value (FoyerFuzzBytes *self, const char *const *names, guint n_names, guint depth)
{
  static const char *const texts[] = { "", "a", "b", "2026-05-06T09:00:00Z", "2026-05-06", "~", "0", "USD" };
  g_autoptr (JsonObject) object = NULL;

  switch (foyer_fuzz_take_byte (self) % 8) {
  case 0:
    return json_node_init_null (json_node_alloc ());
  case 1:
    return json_node_init_boolean (json_node_alloc (), foyer_fuzz_take_byte (self) & 1);
  case 2:
    return json_node_init_int (json_node_alloc (), (gint64) foyer_fuzz_take_byte (self) - 100);
  case 3:
  case 4:
    if (depth == DEEPEST)
      return json_node_init_int (json_node_alloc (), 0);
    object = take_members (self, names, n_names, depth + 1);
    return foyer_json_node_from_object (object);
  case 5:
    if (depth == DEEPEST)
      return json_node_init_int (json_node_alloc (), 0);
    return take_list (self, names, n_names, depth + 1);
  default:
    return json_node_init_string (json_node_alloc (),
                                  texts[foyer_fuzz_take_byte (self) % G_N_ELEMENTS (texts)]);
  }
}

JsonObject *
foyer_fuzz_take_object (FoyerFuzzBytes *self, const char *const *names, guint n_names)
{
  return take_members (self, names, n_names, 0);
}

void
foyer_fuzz_drop_nulls (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *link = names; link != NULL; link = link->next) {
    JsonNode *node = json_object_get_member (object, link->data);

    if (JSON_NODE_HOLDS_NULL (node))
      json_object_remove_member (object, link->data);
    else if (JSON_NODE_HOLDS_OBJECT (node))
      foyer_fuzz_drop_nulls (json_node_get_object (node));
  }
}
