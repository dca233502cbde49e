/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-mask.c - makes personal data in a view document unreadable */

#include "foyer-portal-mask.h"

#include <string.h>

/* U+2022 */
#define DOT "\u2022"

/* Members that hold personal data, wherever they stand. */
static const char *const personal[] = {
  /* Who somebody is and how to reach them. */
  "name",
  "phone",
  "email",
  "preparedBy",
  "answeredBy",
  "billedTo",
  "madeFor",
  "codeTo",
  "by",
  "decidedBy",
  "signedBy",
  "crew",
  "staff",
  "person",
  "account",
  "ask",
  /* Where. */
  "street",
  "unit",
  "city",
  "region",
  "postcode",
  "country",
  "accessNotes",
  "place",
  /* What somebody wrote. */
  "body",
  "text",
  "message",
  "snippet",
  "subject",
  "note",
  "clientNote",
  "reason",
  "comment",
  "description",
  "answer",
  "cancelReason",
  "remark",
  "report",
  "result",
  "fileName",
  "caption",
  "detail",
  "words",
  "serial",
  /* Where they came from. */
  "browser",
  "system",
  "address",
};

/* What the business says of itself and what it offers; nothing in these is anybody's. */
static const char *const kept[] = {
  "organisation", "letterhead", "zone", "services", "signIn", "whyNotPay",
};

/* Names of things, not of people. */
static const char *const things[] = { "plans", "plan", "service", "equipment" };

static gboolean
is_among (const char *const *names, gsize n_names, const char *name)
{
  for (gsize i = 0; i < n_names; i++) {
    if (g_strcmp0 (names[i], name) == 0)
      return TRUE;
  }
  return FALSE;
}

#define IS_AMONG(names, name) is_among (names, G_N_ELEMENTS (names), name)

/* Letters and digits become dots; what stands between them keeps its place, so that a page breaks its lines where it did. */
static char *
cover (const char *text)
{
  GString *out = g_string_sized_new (strlen (text) * 3);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (g_unichar_isspace (c) || g_unichar_ispunct (c))
      g_string_append_unichar (out, c);
    else if (!g_unichar_ismark (c))
      g_string_append (out, DOT);
  }
  return g_string_free (out, FALSE);
}

static JsonNode *mask_node (JsonNode *node, const char *holder, gboolean covered);

static JsonNode *
mask_object (JsonObject *object, const char *holder)
{
  JsonObject *masked = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next) {
    const char *member = l->data;
    JsonNode *value = json_object_get_member (object, member);
    gboolean is_name_of_thing = g_str_equal (member, "name") && IS_AMONG (things, holder);

    if (IS_AMONG (kept, member))
      json_object_set_member (masked, member, json_node_copy (value));
    else
      json_object_set_member (masked, member,
                              mask_node (value, member, !is_name_of_thing && IS_AMONG (personal, member)));
  }
  json_node_take_object (node, masked);
  return node;
}

static JsonNode *
mask_array (JsonArray *array, const char *holder, gboolean covered)
{
  JsonArray *masked = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (masked, mask_node (json_array_get_element (array, i), holder, covered));
  json_node_take_array (node, masked);
  return node;
}

/* @holder: the member that holds @node, or the list that it is in. */
static JsonNode *
mask_node (JsonNode *node, const char *holder, gboolean covered)
{
  JsonNode *masked;
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return mask_object (json_node_get_object (node), holder);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return mask_array (json_node_get_array (node), holder, covered);
  if (!covered || json_node_get_value_type (node) != G_TYPE_STRING)
    return json_node_copy (node);
  text = cover (json_node_get_string (node));
  masked = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (masked, text);
  return masked;
}

JsonObject *
foyer_portal_mask (JsonObject *view)
{
  g_autoptr (JsonNode) node = mask_object (view, NULL);

  return json_node_dup_object (node);
}
