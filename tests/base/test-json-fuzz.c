/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-json-fuzz.c - good texts, damaged by chance: nothing crashes, and what passes the scanner is what json-glib reads */

#include "foyer-json.h"
#include "random-json.h"

#include <string.h>

#define N_MUTANTS 20000

static const char *const corpus[] = {
  "{}",
  "[]",
  "{\"a\":1,\"b\":[true,false,null],\"c\":{\"d\":\"e\"}}",
  "[0,-1,1.5,1e10,-2.5E-3,9007199254740991,-9007199254740991]",
  "[\"\",\"\\u0041\\ud83d\\ude00\",\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"caf\xc3\xa9 \xf0\x9f\x98\x80\"]",
  "{\"using\":[\"urn:ietf:params:jmap:core\"],\"methodCalls\":[[\"Booking/"
  "get\",{\"accountId\":\"o1\",\"#ids\":"
  "{\"resultOf\":\"0\",\"name\":\"Booking/query\",\"path\":\"/ids\"}},\"1\"]]}",
  "{\"id\":\"bk-0199e1b3-6f00-7abc-8def-0123456789ab\",\"start\":\"2026-05-06T09:00:00Z\",\"price\":"
  "{\"amount\":12345,\"currency\":\"USD\"},\"notes\":\"a\\nb\"}",
  "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
  " \t\r\n{ \"a\" : [ 1 , 2 ] } \n",
};

static const char *const tokens[] = {
  "[",
  "]",
  "{",
  "}",
  ",",
  ":",
  "\"",
  "\\",
  "\\u0000",
  "\\ud800",
  "\\udc00",
  "\\u0061",
  "null",
  "true",
  "NaN",
  "1e400",
  "-",
  "0",
  "00",
  ".",
  "e",
  "9007199254740992",
  "/*",
  "//",
  "'",
  "\xc0\x80",
  "\xed\xa0\x80",
  "\xef\xbb\xbf",
  "\"a\":1,",
  "[[[[[[[[",
  "{\"a\":{\"a\":",
};

static gboolean
check_text (GString *text)
{
  /* As long as it is and no byte longer, for the sanitizer. */
  g_autofree char *exact = text->len == 0 ? NULL : g_memdup2 (text->str, text->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *twice = NULL;

  if (!foyer_json_check (exact == NULL ? "" : exact, (gssize) text->len, &error)) {
    g_assert_cmpint ((int) error->domain, ==, (int) FOYER_JSON_ERROR);
    return FALSE;
  }
  node = foyer_json_parse (exact, (gssize) text->len, &error);
  if (node == NULL)
    g_error ("json-glib does not read %s: %s", text->str, error->message);
  canonical = foyer_json_canonical (node);
  again = foyer_json_parse (canonical, -1, &error);
  if (again == NULL)
    g_error ("%s became %s: %s", text->str, canonical, error->message);
  twice = foyer_json_canonical (again);
  g_assert_cmpstr (twice, ==, canonical);
  return TRUE;
}

static void
test_mutants (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (21);
  guint passed = 0;

  for (guint i = 0; i < N_MUTANTS; i++) {
    g_autoptr (GString) text = g_string_new (corpus[i % G_N_ELEMENTS (corpus)]);

    random_json_mutate (text, random, tokens, G_N_ELEMENTS (tokens));
    passed += (guint) check_text (text);
  }
  /* A fuzz that is always refused, or never, tries nothing. */
  g_assert_cmpuint (passed, >, N_MUTANTS / 50);
  g_assert_cmpuint (passed, <, N_MUTANTS / 2);
}

static void
test_token_soup (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (22);

  for (guint i = 0; i < N_MUTANTS / 4; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    guint length = foyer_random_below (random, 30);

    for (guint j = 0; j < length; j++)
      g_string_append (text, tokens[foyer_random_below (random, G_N_ELEMENTS (tokens))]);
    check_text (text);
  }
}

static void
test_damaged_random_values (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (23);

  for (guint i = 0; i < N_MUTANTS / 10; i++) {
    g_autoptr (JsonNode) node = random_json_value (random, 4);
    g_autoptr (GString) text = g_string_new (NULL);

    random_json_write (text, node, random);
    g_assert_true (check_text (text));
    random_json_mutate (text, random, tokens, G_N_ELEMENTS (tokens));
    check_text (text);
  }
}

/* Every text of up to three characters out of those that mean something. */
static void
test_all_short_texts (void)
{
  static const char alphabet[] = "[]{},:\"\\/0159-+.eEu \n'tfnax\x7f\xc3\xa9";
  const guint n = sizeof alphabet - 1;

  for (guint i = 0; i < n * n * n; i++) {
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint rest = i; rest > 0; rest /= n)
      g_string_append_c (text, alphabet[rest % n]);
    check_text (text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json/fuzz/mutants-of-a-corpus", test_mutants);
  g_test_add_func ("/base/json/fuzz/token-soup", test_token_soup);
  g_test_add_func ("/base/json/fuzz/damaged-random-values", test_damaged_random_values);
  g_test_add_func ("/base/json/fuzz/all-short-texts", test_all_short_texts);
  return g_test_run ();
}
