/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-json-canonical.c - one value, one text: canonical form, equality, hash, and json-glib held to what was scanned */

#include "foyer-json.h"
#include "random-json.h"

#include <string.h>

#define ROUNDS 3000

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = foyer_json_parse (text, -1, &error);

  if (error != NULL)
    g_error ("%s: %s", text, error->message);
  return node;
}

static void
assert_canonical (const char *text, const char *expected)
{
  g_autoptr (JsonNode) node = parse (text);
  g_autofree char *canonical = foyer_json_canonical (node);
  g_autoptr (JsonNode) again = parse (canonical);
  g_autofree char *twice = foyer_json_canonical (again);

  g_assert_cmpstr (canonical, ==, expected);
  g_assert_cmpstr (twice, ==, expected);
}

static void
test_order (void)
{
  assert_canonical (" { \"b\" : 1 , \"a\" : [ ] , \"\" : { } } ", "{\"\":{},\"a\":[],\"b\":1}");
  assert_canonical ("{\"a\":1,\"B\":2,\"aa\":3,\"a-\":4,\"_\":5}",
                    "{\"B\":2,\"_\":5,\"a\":1,\"a-\":4,\"aa\":3}");
  /* Bytes, not the letters of anybody's language. */
  assert_canonical ("{\"\xc3\xa9\":1,\"z\":2,\"\xf0\x9f\x98\x80\":3,\"\xef\xbf\xbd\":4}",
                    "{\"z\":2,\"\xc3\xa9\":1,\"\xef\xbf\xbd\":4,\"\xf0\x9f\x98\x80\":3}");
  assert_canonical ("[3,1,2]", "[3,1,2]");
  assert_canonical ("{\"x\":[{\"b\":1,\"a\":2}]}", "{\"x\":[{\"a\":2,\"b\":1}]}");
}

static void
test_numbers (void)
{
  assert_canonical ("0", "0");
  assert_canonical ("-0", "0");
  assert_canonical ("-0.0", "0");
  assert_canonical ("0.0", "0");
  assert_canonical ("-0e5", "0");
  assert_canonical ("1.0", "1");
  assert_canonical ("1e2", "100");
  assert_canonical ("-1E+2", "-100");
  assert_canonical ("1.50", "1.5");
  assert_canonical ("9007199254740991", "9007199254740991");
  assert_canonical ("9007199254740991.0", "9007199254740991");
  assert_canonical ("-9007199254740991", "-9007199254740991");
  assert_canonical ("1e-400", "0");
}

static void
test_strings (void)
{
  assert_canonical ("\"\\u0061\\/\\u00e9\"", "\"a/\xc3\xa9\"");
  assert_canonical ("\"\\\"\\\\\\n\\r\\t\"", "\"\\\"\\\\\\n\\r\\t\"");
  assert_canonical ("\"\\b\\f\\u0001\\u001F\"", "\"\\u0008\\u000c\\u0001\\u001f\"");
  assert_canonical ("\"\\ud83d\\ude00\"", "\"\xf0\x9f\x98\x80\"");
  assert_canonical ("\"\\u007f\\u2028\"", "\"\x7f\xe2\x80\xa8\"");
  assert_canonical ("{\"\\u000a\\\"\":null}", "{\"\\n\\\"\":null}");
}

static void
test_words (void)
{
  assert_canonical ("[true,false,null,{},[],\"\"]", "[true,false,null,{},[],\"\"]");
}

/* Whatever is written, in whatever way, is read as what it is and comes back as the same bytes. */
static void
test_round_trip (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (11);

  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (JsonNode) node = random_json_value (random, 5);
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (JsonNode) read = NULL;
    g_autofree char *expected = foyer_json_canonical (node);
    g_autofree char *canonical = NULL;

    random_json_write (text, node, random);
    read = parse (text->str);
    canonical = foyer_json_canonical (read);
    g_assert_cmpstr (canonical, ==, expected);
    g_assert_true (foyer_json_equal (node, read));
  }
}

/* Doubles come back to the last bit. */
static void
test_doubles (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (12);

  for (guint round = 0; round < ROUNDS; round++) {
    double value = (foyer_random_unit (random) - 0.5) * 4e15;
    g_autoptr (JsonNode) node = NULL;
    g_autoptr (JsonNode) read = NULL;
    g_autofree char *text = NULL;

    if (round % 2 == 0)
      value /= (double) (1 + foyer_random_below (random, G_MAXUINT32)) * 1e6;
    node = json_node_init_double (json_node_alloc (), value);
    text = foyer_json_canonical (node);
    read = parse (text);
    g_assert_true (json_node_get_double (read) == value);
  }
}

static void
test_equal (void)
{
  static const struct {
    const char *a;
    const char *b;
    gboolean equal;
  } cases[] = {
    { "{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", TRUE },
    { "[1,2]", "[2,1]", FALSE },
    { "1", "1.0", TRUE },
    { "0", "-0.0", TRUE },
    { "1", "\"1\"", FALSE },
    { "null", "\"\"", FALSE },
    { "null", "false", FALSE },
    { "{}", "[]", FALSE },
    { "{\"a\":null}", "{}", FALSE },
    { "\"\\u00e9\"", "\"\xc3\xa9\"", TRUE },
    { "[[]]", "[]", FALSE },
    { "\"a\\\",\\\"b\"", "[\"a\",\"b\"]", FALSE },
  };
  g_autoptr (JsonNode) null = parse ("null");
  g_autoptr (JsonNode) one = parse ("1");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (JsonNode) a = parse (cases[i].a);
    g_autoptr (JsonNode) b = parse (cases[i].b);

    g_assert_cmpint (foyer_json_equal (a, b), ==, cases[i].equal);
    g_assert_cmpint (foyer_json_equal (b, a), ==, cases[i].equal);
    g_assert_true (foyer_json_equal (a, a));
  }
  g_assert_true (foyer_json_equal (NULL, NULL));
  g_assert_true (foyer_json_equal (NULL, null));
  g_assert_true (foyer_json_equal (null, NULL));
  g_assert_false (foyer_json_equal (NULL, one));
  g_assert_false (foyer_json_equal (one, NULL));
}

static void
test_hash (void)
{
  g_autoptr (JsonObject) one = foyer_json_parse_object ("{\"a\":1,\"b\":[true]}", -1, NULL);
  g_autoptr (JsonObject) other = foyer_json_parse_object ("{ \"b\":[ true ], \"\\u0061\":1.0 }", -1, NULL);
  g_autoptr (JsonObject) unlike = foyer_json_parse_object ("{\"a\":1,\"b\":[false]}", -1, NULL);
  g_autoptr (JsonObject) empty = json_object_new ();
  g_autofree char *first = foyer_json_hash (one);
  g_autofree char *second = foyer_json_hash (other);
  g_autofree char *third = foyer_json_hash (unlike);
  g_autofree char *of_empty = foyer_json_hash (empty);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, third);
  g_assert_cmpstr (of_empty, ==, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
}

/* What is only sent keeps the order of its members and means the same. */
static void
test_to_text (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (14);
  g_autoptr (JsonObject) plain
      = foyer_json_parse_object ("{ \"b\" : \"{\", \"\" : {}, \"a\" : [ {} , 1 ] }", -1, NULL);
  g_autofree char *plain_text = foyer_json_to_text (plain);

  g_assert_cmpstr (plain_text, ==, "{\"b\":\"{\",\"\":{},\"a\":[{},1]}");
  for (guint round = 0; round < ROUNDS / 10; round++) {
    g_autoptr (JsonObject) object = json_object_new ();
    g_autoptr (JsonObject) again = NULL;
    g_autofree char *text = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    json_object_set_member (object, "{", random_json_value (random, 5));
    json_object_set_member (object, "after", random_json_value (random, 5));
    text = foyer_json_to_text (object);
    again = foyer_json_parse_object (text, -1, NULL);
    g_assert_nonnull (again);
    before = foyer_json_canonical_object (object);
    after = foyer_json_canonical_object (again);
    g_assert_cmpstr (after, ==, before);
  }
}

static void
test_copy (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (13);

  for (guint round = 0; round < ROUNDS / 10; round++) {
    g_autoptr (JsonNode) node = random_json_value (random, 4);
    g_autoptr (JsonObject) object = json_object_new ();
    g_autoptr (JsonObject) copy = NULL;
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_autofree char *copied = NULL;
    JsonArray *array;

    json_object_set_member (object, "node", json_node_copy (node));
    json_object_set_array_member (object, "array", json_array_new ());
    before = foyer_json_canonical_object (object);
    copy = foyer_json_copy_object (object);
    copied = foyer_json_canonical_object (copy);
    g_assert_cmpstr (copied, ==, before);

    array = foyer_json_object_array (copy, "array");
    json_array_add_int_element (array, 1);
    json_object_remove_member (copy, "node");
    after = foyer_json_canonical_object (object);
    g_assert_cmpstr (after, ==, before);
  }
}

/* What was parsed is immutable; a copy of it is not. */
static void
test_copy_can_be_changed (void)
{
  g_autoptr (JsonObject) parsed = foyer_json_parse_object ("{\"a\":{\"b\":[{}]}}", -1, NULL);
  g_autoptr (JsonObject) copy = foyer_json_copy_object (parsed);
  JsonArray *array = foyer_json_object_array (foyer_json_object_object (copy, "a"), "b");
  g_autofree char *text = NULL;

  json_object_set_int_member (json_array_get_object_element (array, 0), "c", 1);
  json_array_add_null_element (array);
  text = foyer_json_canonical_object (copy);
  g_assert_cmpstr (text, ==, "{\"a\":{\"b\":[{\"c\":1},null]}}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json/canonical/members-in-byte-order", test_order);
  g_test_add_func ("/base/json/canonical/one-text-for-each-number", test_numbers);
  g_test_add_func ("/base/json/canonical/one-text-for-each-string", test_strings);
  g_test_add_func ("/base/json/canonical/words", test_words);
  g_test_add_func ("/base/json/canonical/any-writing-of-a-value-comes-to-the-same", test_round_trip);
  g_test_add_func ("/base/json/canonical/doubles-to-the-last-bit", test_doubles);
  g_test_add_func ("/base/json/equal", test_equal);
  g_test_add_func ("/base/json/hash-is-of-the-value-not-the-text", test_hash);
  g_test_add_func ("/base/json/text-that-is-only-sent-means-the-same", test_to_text);
  g_test_add_func ("/base/json/a-copy-shares-nothing", test_copy);
  g_test_add_func ("/base/json/a-copy-can-be-changed", test_copy_can_be_changed);
  return g_test_run ();
}
