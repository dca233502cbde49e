/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-json-span.c - what is read where it stands is what json-glib makes of it */

#include "foyer-json-span.h"
#include "foyer-json.h"
#include "random-json.h"

#include <string.h>

#define ROUNDS 3000

static void assert_same (FoyerJsonSpan span, JsonNode *node);

static void
assert_same_object (FoyerJsonSpan span, JsonObject *object)
{
  FoyerJsonWalk walk;
  FoyerJsonSpan name;
  FoyerJsonSpan value;
  guint count = 0;

  g_assert_true (foyer_json_span_is_object (span));
  foyer_json_walk_init (&walk, span);
  while (foyer_json_walk_next_member (&walk, &name, &value)) {
    g_autofree char *meaning = foyer_json_span_dup_string (name);
    FoyerJsonSpan found = foyer_json_span_get_member (span, meaning);

    g_assert_true (json_object_has_member (object, meaning));
    g_assert_true (found.text == value.text && found.length == value.length);
    assert_same (value, json_object_get_member (object, meaning));
    count++;
  }
  g_assert_cmpuint (count, ==, json_object_get_size (object));
  g_assert_null (foyer_json_span_get_member (span, "no such member").text);
}

static void
assert_same_array (FoyerJsonSpan span, JsonArray *array)
{
  FoyerJsonWalk walk;
  FoyerJsonSpan value;
  guint count = 0;

  g_assert_true (foyer_json_span_is_array (span));
  foyer_json_walk_init (&walk, span);
  while (foyer_json_walk_next_element (&walk, &value))
    assert_same (value, json_array_get_element (array, count++));
  g_assert_cmpuint (count, ==, json_array_get_length (array));
}

static void
assert_same (FoyerJsonSpan span, JsonNode *node)
{
  gboolean is_value = JSON_NODE_HOLDS_VALUE (node);
  gint64 number;

  g_assert_cmpint (foyer_json_span_is_null (span), ==, JSON_NODE_HOLDS_NULL (node));
  if (JSON_NODE_HOLDS_OBJECT (node)) {
    assert_same_object (span, json_node_get_object (node));
  } else if (JSON_NODE_HOLDS_ARRAY (node)) {
    assert_same_array (span, json_node_get_array (node));
  } else if (is_value && json_node_get_value_type (node) == G_TYPE_STRING) {
    g_autofree char *text = foyer_json_span_dup_string (span);

    g_assert_cmpstr (text, ==, json_node_get_string (node));
  } else if (is_value && json_node_get_value_type (node) == G_TYPE_INT64) {
    g_assert_true (foyer_json_span_get_integer (span, &number));
    g_assert_cmpint (number, ==, json_node_get_int (node));
  } else {
    g_assert_false (foyer_json_span_get_integer (span, &number));
    g_assert_null (foyer_json_span_dup_string (span));
  }
}

static void
assert_reads (const char *text, gsize length)
{
  g_autofree char *exact = g_memdup2 (text, length); /* Nothing after the end may be looked at. */
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = foyer_json_parse (exact, (gssize) length, &error);

  g_assert_no_error (error);
  assert_same (foyer_json_span_new (exact, length), node);
}

static void
test_chosen (void)
{
  static const char *const texts[] = {
    "{}",
    "[]",
    " [ ] ",
    "[[],{},[{}],\"\"]",
    "[1,-1,0,-0,9007199254740991,-9007199254740991,1.0,1e2,true,false,null]",
    "{ \"a\" : 1 , \"b\" : { \"c\" : [ \"}\" , \"]\" , \"\\\"\" , \"\\\\\" ] } }",
    "{\"\\u0061\":\"\\u00e4\\ud83d\\ude00\\b\\f\\n\\r\\t\\/\\\\\\\"\",\"b\\\"\":1}",
    "\"\xc3\xa9\"",
    "{\"\":{\"\":\"\"}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_reads (texts[i], strlen (texts[i]));
}

static void
test_random (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (7);

  for (guint i = 0; i < ROUNDS; i++) {
    g_autoptr (JsonNode) node = random_json_value (random, 4);
    g_autoptr (GString) text = g_string_new (" ");

    random_json_write (text, node, random);
    /* A number alone is parted from nothing. */
    if (JSON_NODE_HOLDS_OBJECT (node) || JSON_NODE_HOLDS_ARRAY (node))
      assert_reads (text->str, text->len);
  }
}

/* However many names an object has, a second of the same meaning is found. */
static void
test_duplicates (void)
{
  for (guint count = 1; count < 200; count += 7) {
    for (guint which = 0; which < count; which += 5) {
      g_autoptr (GString) text = g_string_new ("{");
      gsize length;

      for (guint i = 0; i < count; i++)
        g_string_append_printf (text, "\"n%u\":%u,", i, i);
      length = text->len;
      g_string_append_printf (text, "\"\\u006e%u\":0}", which);
      g_assert_false (foyer_json_check (text->str, (gssize) text->len, NULL));
      g_string_truncate (text, length);
      g_string_append_printf (text, "\"\\u006f%u\":0}", which);
      g_assert_true (foyer_json_check (text->str, (gssize) text->len, NULL));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json-span/chosen", test_chosen);
  g_test_add_func ("/base/json-span/random", test_random);
  g_test_add_func ("/base/json-span/duplicates-are-found-among-many", test_duplicates);
  return g_test_run ();
}
