/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-json.c - what the strict scanner lets through to json-glib and what it keeps out (I06) */

#include "foyer-json.h"

#include <string.h>

#define GOOD (-1)
#define SYNTAX ((int) FOYER_JSON_ERROR_SYNTAX)
#define INTEROPERABLE ((int) FOYER_JSON_ERROR_INTEROPERABLE)
#define DEPTH ((int) FOYER_JSON_ERROR_DEPTH)

typedef struct {
  const char *text;
  int code; /* a FoyerJsonError, or GOOD */
} Case;

static void
assert_verdict (const char *text, gssize length, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) parse_error = NULL;
  gboolean ok = foyer_json_check (text, length, &error);
  g_autoptr (JsonNode) node = foyer_json_parse (text, length, &parse_error);
  int verdict = error == NULL ? GOOD : error->code;

  if (verdict != code)
    g_error ("%.100s: verdict %d (%s), not %d", text, verdict, error == NULL ? "good" : error->message, code);
  g_assert_cmpint (ok, ==, code == GOOD);
  g_assert_cmpint (node != NULL, ==, ok);
  if (code == GOOD) {
    g_assert_no_error (parse_error);
    return;
  }
  g_assert_error (error, FOYER_JSON_ERROR, code);
  g_assert_error (parse_error, FOYER_JSON_ERROR, code);
  g_assert_nonnull (strstr (error->message, " at byte "));
}

static void
assert_cases (const Case *cases, gsize n_cases)
{
  for (gsize i = 0; i < n_cases; i++) {
    gsize length = strlen (cases[i].text);
    /* A copy without a nul behind it, so that a sanitizer sees the scanner look too far. */
    g_autofree char *exact = g_memdup2 (cases[i].text, length);

    assert_verdict (cases[i].text, -1, cases[i].code);
    if (length > 0)
      assert_verdict (exact, (gssize) length, cases[i].code);
  }
}

static void
test_structure (void)
{
  static const Case cases[] = {
    { "{}", GOOD },
    { "[]", GOOD },
    { "null", GOOD },
    { "true", GOOD },
    { "false", GOOD },
    { "\"\"", GOOD },
    { " \t\r\n{ \"a\" : [ 1 , 2 ] } \n", GOOD },
    { "{\"\":{\"\":[]}}", GOOD },
    { "[[],{},\"\",0,null]", GOOD },
    { "{\"a\":{\"a\":{\"a\":1}},\"b\":{\"a\":1}}", GOOD },
    { "[{\"a\":1},{\"a\":2}]", GOOD },
    { "", SYNTAX },
    { " ", SYNTAX },
    { "{", SYNTAX },
    { "[", SYNTAX },
    { "}", SYNTAX },
    { "]", SYNTAX },
    { "[}", SYNTAX },
    { "{]", SYNTAX },
    { "[1", SYNTAX },
    { "[1,", SYNTAX },
    { "[1,]", SYNTAX },
    { "[,1]", SYNTAX },
    { "[,]", SYNTAX },
    { "[1 2]", SYNTAX },
    { "[1,,2]", SYNTAX },
    { "{\"a\"}", SYNTAX },
    { "{\"a\":}", SYNTAX },
    { "{\"a\":1,}", SYNTAX },
    { "{,}", SYNTAX },
    { "{\"a\" 1}", SYNTAX },
    { "{\"a\":1 \"b\":2}", SYNTAX },
    { "{\"a\":1", SYNTAX },
    { "{a:1}", SYNTAX },
    { "{1:1}", SYNTAX },
    { "{null:1}", SYNTAX },
    { "True", SYNTAX },
    { "nul", SYNTAX },
    { "nulL", SYNTAX },
    { "undefined", SYNTAX },
    { ":", SYNTAX },
    { ",", SYNTAX },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_nothing_else (void)
{
  static const Case cases[] = {
    { "{} {}", SYNTAX },
    { "{}{}", SYNTAX },
    { "1 2", SYNTAX },
    { "nullnull", SYNTAX },
    { "{},", SYNTAX },
    { "[]x", SYNTAX },
    { "[]]", SYNTAX },
    { "// note\n{}", SYNTAX },
    { "{} // note", SYNTAX },
    { "/* note */ {}", SYNTAX },
    { "[1, /* note */ 2]", SYNTAX },
    { "# note\n{}", SYNTAX },
    { "{'a':1}", SYNTAX },
    { "['a']", SYNTAX },
    { "`a`", SYNTAX },
    { "\xef\xbb\xbf{}", SYNTAX },
    { "\xc2\xa0{}", SYNTAX },
    { "\v{}", SYNTAX },
    { "\f{}", SYNTAX },
    { "var a = 1", SYNTAX },
    { "a = {}", SYNTAX },
    { ")]}'\n{}", SYNTAX },
    { "<!DOCTYPE html>", SYNTAX },
    { "\xe2\x80\x9c"
      "a\xe2\x80\x9d",
      SYNTAX },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_numbers (void)
{
  static const Case cases[] = {
    { "0", GOOD },
    { "-0", GOOD },
    { "-0.0", GOOD },
    { "0.0", GOOD },
    { "0e0", GOOD },
    { "10", GOOD },
    { "0.1", GOOD },
    { "1e2", GOOD },
    { "1E+2", GOOD },
    { "1e-2", GOOD },
    { "-1.5e-7", GOOD },
    { "1e308", GOOD },
    { "5e-324", GOOD },
    { "1e-400", GOOD },
    { "999999999999999", GOOD },
    { "9007199254740991", GOOD },
    { "-9007199254740991", GOOD },
    { "9007199254740991.0", GOOD },
    { "9007199254740992", INTEROPERABLE },
    { "-9007199254740992", INTEROPERABLE },
    { "9007199254740993", INTEROPERABLE },
    { "9007199254740992.0", INTEROPERABLE },
    { "9.1e15", INTEROPERABLE },
    { "1e18", INTEROPERABLE },
    { "9223372036854775807", INTEROPERABLE },
    { "9223372036854775808", INTEROPERABLE },
    { "-9223372036854775808", INTEROPERABLE },
    { "18446744073709551616", INTEROPERABLE },
    { "99999999999999999999999999999999", INTEROPERABLE },
    { "1e309", INTEROPERABLE },
    { "1e400", INTEROPERABLE },
    { "-1e400", INTEROPERABLE },
    { "1e99999999999999999999", INTEROPERABLE },
    { "1.00000000000000000000000000000000000000000000000000000000000000000", INTEROPERABLE },
    { "00", SYNTAX },
    { "01", SYNTAX },
    { "-01", SYNTAX },
    { "-00", SYNTAX },
    { "00.5", SYNTAX },
    { "+1", SYNTAX },
    { ".5", SYNTAX },
    { "-.5", SYNTAX },
    { "5.", SYNTAX },
    { "5.e1", SYNTAX },
    { "1e", SYNTAX },
    { "1e+", SYNTAX },
    { "1e+-1", SYNTAX },
    { "1e1.5", SYNTAX },
    { "-", SYNTAX },
    { "--1", SYNTAX },
    { "- 1", SYNTAX },
    { "0x10", SYNTAX },
    { "0b1", SYNTAX },
    { "1_000", SYNTAX },
    { "1,000", SYNTAX },
    { "1L", SYNTAX },
    { "NaN", SYNTAX },
    { "-NaN", SYNTAX },
    { "Infinity", SYNTAX },
    { "-Infinity", SYNTAX },
    { "\xd9\xa1", SYNTAX },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_strings (void)
{
  static const Case cases[] = {
    { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", GOOD },
    { "\"\\u0041\\u00e9\\uFFFF\"", GOOD },
    { "\"\\ud83d\\ude00\"", GOOD },
    { "\"\\uD83D\\uDE00\"", GOOD },
    { "\"\xf0\x9f\x98\x80\"", GOOD },
    { "\"\x7f\"", GOOD },
    { "\"a", SYNTAX },
    { "\"", SYNTAX },
    { "\"\\", SYNTAX },
    { "\"\\\"", SYNTAX },
    { "\"a\\u", SYNTAX },
    { "\"\\u12\"", SYNTAX },
    { "\"\\u12g4\"", SYNTAX },
    { "\"\\u+123\"", SYNTAX },
    { "\"\\x41\"", SYNTAX },
    { "\"\\a\"", SYNTAX },
    { "\"\\'\"", SYNTAX },
    { "\"\\U0041\"", SYNTAX },
    { "\"\\\n\"", SYNTAX },
    { "\"a\nb\"", SYNTAX },
    { "\"a\tb\"", SYNTAX },
    { "\"\x01\"", SYNTAX },
    { "\"\x1f\"", SYNTAX },
    { "{\"a\nb\":1}", SYNTAX },
    { "\"\\u0000\"", INTEROPERABLE },
    { "{\"\\u0000\":1}", INTEROPERABLE },
    { "\"a\\u0000b\"", INTEROPERABLE },
    { "\"\\ud800\"", INTEROPERABLE },
    { "\"\\udc00\"", INTEROPERABLE },
    { "\"\\ude00\\ud83d\"", INTEROPERABLE },
    { "\"\\ud83d\\ud83d\"", INTEROPERABLE },
    { "\"\\ud83d\\n\"", INTEROPERABLE },
    { "\"\\ud83dx\"", INTEROPERABLE },
    { "\"\\ud83d\\u0041\"", INTEROPERABLE },
    { "\"\\ud83d\\u", SYNTAX },
    { "{\"\\udfff\":1}", INTEROPERABLE },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_bad_utf_8 (void)
{
  static const Case cases[] = {
    { "\"\xc0\x80\"", SYNTAX },         /* an overlong nul */
    { "\"\xc1\xbf\"", SYNTAX },         /* overlong */
    { "\"\xe0\x9f\xbf\"", SYNTAX },     /* overlong */
    { "\"\xf0\x8f\xbf\xbf\"", SYNTAX }, /* overlong */
    { "\"\xed\xa0\x80\"", SYNTAX },     /* a surrogate */
    { "\"\xed\xbf\xbf\"", SYNTAX },     /* a surrogate */
    { "\"\xf4\x90\x80\x80\"", SYNTAX }, /* beyond Unicode */
    { "\"\xf8\x88\x80\x80\x80\"", SYNTAX },
    { "\"\x80\"", SYNTAX },
    { "\"\xc3\"", SYNTAX },
    { "\"\xc3", SYNTAX },
    { "\"\xe2\x82\"", SYNTAX },
    { "\"\xff\"", SYNTAX },
    { "\"caf\xe9\"", SYNTAX }, /* Latin-1 */
    { "{\"a\":1}\xff", SYNTAX },
    { "\xff\xfe{\0", SYNTAX },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_nul_bytes (void)
{
  static const char inside[] = "\"a\0b\"";
  static const char behind[] = "{}\0";
  static const char between[] = "[1,\0 2]";
  static const char escaped[] = "\"\\\0\"";
  static const char alone[] = "\0";

  assert_verdict (inside, sizeof inside - 1, SYNTAX);
  assert_verdict (behind, sizeof behind - 1, SYNTAX);
  assert_verdict (between, sizeof between - 1, SYNTAX);
  assert_verdict (escaped, sizeof escaped - 1, SYNTAX);
  assert_verdict (alone, 1, SYNTAX);
  assert_verdict ("", 0, SYNTAX);
  assert_verdict ("{}garbage", 2, GOOD);
}

static void
test_duplicates (void)
{
  static const Case cases[] = {
    { "{\"a\":1,\"a\":1}", INTEROPERABLE },
    { "{\"a\":1,\"b\":2,\"a\":3}", INTEROPERABLE },
    { "{\"a\":1,\"\\u0061\":1}", INTEROPERABLE },
    { "{\"\\u0061\":1,\"a\":1}", INTEROPERABLE },
    { "{\"\":1,\"\":1}", INTEROPERABLE },
    { "{\"/\":1,\"\\/\":1}", INTEROPERABLE },
    { "{\"\\n\":1,\"\\u000a\":1}", INTEROPERABLE },
    { "{\"\\u000A\":1,\"\\u000a\":1}", INTEROPERABLE },
    { "{\"\xc3\xa9\":1,\"\\u00e9\":1}", INTEROPERABLE },
    { "{\"\xf0\x9f\x98\x80\":1,\"\\ud83d\\ude00\":1}", INTEROPERABLE },
    { "{\"x\":{\"a\":1,\"a\":2}}", INTEROPERABLE },
    { "[[{\"a\":{\"b\":1}, \"c\":{\"b\":1,\"b\":1}}]]", INTEROPERABLE },
    { "{\"a\":{\"a\":1},\"a\":1}", INTEROPERABLE },
    { "{\"a\":1,\"A\":1}", GOOD },
    { "{\"a\":1,\"a \":1}", GOOD },
    { "{\"a\":1,\"\\\\u0061\":1}", GOOD },
    { "{\"e\xcc\x81\":1,\"\xc3\xa9\":1}", GOOD },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static char *
nest (guint depth, const char *open, const char *inside, const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, inside);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const struct {
    const char *open;
    const char *inside;
    const char *close;
  } shapes[] = { { "[", "", "]" }, { "{\"a\":", "1", "}" }, { "[0,", "[]", "]" } };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++) {
    guint own = strcmp (shapes[i].inside, "[]") == 0;
    g_autofree char *deepest
        = nest (FOYER_JSON_MAX_DEPTH - own, shapes[i].open, shapes[i].inside, shapes[i].close);
    g_autofree char *deeper
        = nest (FOYER_JSON_MAX_DEPTH + 1 - own, shapes[i].open, shapes[i].inside, shapes[i].close);

    assert_verdict (deepest, -1, GOOD);
    assert_verdict (deeper, -1, DEPTH);
  }
}

static void
test_deep_attack (void)
{
  g_autofree char *brackets = g_strnfill (200000, '[');
  g_autofree char *closed = nest (200000, "[", "", "]");
  g_autofree char *objects = nest (200000, "{\"a\":", "1", "}");
  g_autofree char *closing = g_strnfill (200000, ']');
  g_autofree char *wide = nest (100000, "[],", "", "");
  g_autofree char *flat = g_strconcat ("[", wide, "0]", NULL);

  assert_verdict (brackets, -1, DEPTH);
  assert_verdict (closed, -1, DEPTH);
  assert_verdict (objects, -1, DEPTH);
  assert_verdict (closing, -1, SYNTAX);
  /* Wide is not deep. */
  assert_verdict (flat, -1, GOOD);
}

static void
test_long_string (void)
{
  gsize size = 64 * 1024 * 1024;
  g_autofree char *text = g_malloc (size);
  g_autoptr (GError) error = NULL;

  memset (text, 'a', size);
  text[0] = '"';
  text[size - 1] = '"';
  g_assert_true (foyer_json_check (text, (gssize) size, &error));
  g_assert_no_error (error);
  text[size - 1] = 'a';
  g_assert_false (foyer_json_check (text, (gssize) size, &error));
  g_assert_error (error, FOYER_JSON_ERROR, FOYER_JSON_ERROR_SYNTAX);
}

static void
test_many_members (void)
{
  GString *text = g_string_new ("{");
  g_autofree char *whole = NULL;
  g_autofree char *twice = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (text, "\"m%d\":%d,", i, i);
  whole = g_strconcat (text->str, "\"z\":0}", NULL);
  twice = g_strconcat (text->str, "\"m99999\":0}", NULL);
  g_string_free (text, TRUE);
  assert_verdict (whole, -1, GOOD);
  assert_verdict (twice, -1, INTEROPERABLE);
}

static void
test_offset (void)
{
  static const struct {
    const char *text;
    const char *where;
  } cases[] = {
    { "[1,x]", "at byte 3" },
    { "{\"a\":1,\"a\":2}", "at byte 7" },
    { "[\"\xff\"]", "at byte 2" },
    { "{} x", "at byte 3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (foyer_json_check (cases[i].text, -1, &error));
    g_assert_true (g_str_has_suffix (error->message, cases[i].where));
  }
  g_assert_false (foyer_json_check ("x", -1, NULL));
  g_assert_null (foyer_json_parse ("x", -1, NULL));
}

static void
test_parse_object (void)
{
  static const char *const others[] = { "[]", "null", "1", "\"a\"", "true" };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = foyer_json_parse_object ("{\"a\":1}", -1, &error);

  g_assert_no_error (error);
  g_assert_cmpint (foyer_json_object_integer (object, "a", 0), ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (GError) refusal = NULL;

    g_assert_null (foyer_json_parse_object (others[i], -1, &refusal));
    g_assert_error (refusal, FOYER_JSON_ERROR, FOYER_JSON_ERROR_TYPE);
  }
}

static void
test_typed_members (void)
{
  g_autoptr (JsonObject) object
      = foyer_json_parse_object ("{\"t\":\"x\",\"i\":7,\"d\":7.5,\"b\":true,\"n\":null,\"o\":{},\"a\":[]}",
                                 -1, NULL);
  static const char *const names[] = { "t", "i", "d", "b", "n", "o", "a", "absent" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *name = names[i];

    g_assert_cmpstr (foyer_json_object_text (object, name), ==, strcmp (name, "t") == 0 ? "x" : NULL);
    g_assert_cmpint (foyer_json_object_integer (object, name, -1), ==, strcmp (name, "i") == 0 ? 7 : -1);
    g_assert_cmpint (foyer_json_object_boolean (object, name, FALSE), ==, strcmp (name, "b") == 0);
    g_assert_cmpint (foyer_json_object_object (object, name) != NULL, ==, strcmp (name, "o") == 0);
    g_assert_cmpint (foyer_json_object_array (object, name) != NULL, ==, strcmp (name, "a") == 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json/check/structure", test_structure);
  g_test_add_func ("/base/json/check/one-value-and-nothing-else", test_nothing_else);
  g_test_add_func ("/base/json/check/numbers", test_numbers);
  g_test_add_func ("/base/json/check/strings", test_strings);
  g_test_add_func ("/base/json/check/utf-8-only", test_bad_utf_8);
  g_test_add_func ("/base/json/check/nul-bytes-end-nothing", test_nul_bytes);
  g_test_add_func ("/base/json/check/no-member-twice-however-written", test_duplicates);
  g_test_add_func ("/base/json/check/32-levels-and-no-more", test_depth);
  g_test_add_func ("/base/json/check/I06-200000-brackets-do-not-crash", test_deep_attack);
  g_test_add_func ("/base/json/check/I06-64-megabytes-of-string", test_long_string);
  g_test_add_func ("/base/json/check/100000-members", test_many_members);
  g_test_add_func ("/base/json/check/errors-name-the-byte", test_offset);
  g_test_add_func ("/base/json/parse-object-wants-an-object", test_parse_object);
  g_test_add_func ("/base/json/typed-members-never-convert", test_typed_members);
  return g_test_run ();
}
