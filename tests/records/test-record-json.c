/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-record-json.c - records to JSON and back, and what is refused on the way */

#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-record.h"
#include "record-maker.h"
#include "types/portal_settings.h"

#include <string.h>

#define ROUNDS 60

static const FoyerRecordType *const *all_types;
static guint n_types;

static void
assert_same_json (JsonObject *a, JsonObject *b)
{
  g_autofree char *first = foyer_json_canonical_object (a);
  g_autofree char *second = foyer_json_canonical_object (b);

  g_assert_cmpstr (first, ==, second);
}

static FoyerRecord *
read_record (const FoyerRecordType *type, JsonObject *json)
{
  g_autoptr (GError) error = NULL;
  FoyerRecord *record = foyer_record_from_json (type, json, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

static void
remove_secrets (const FoyerRecordType *type, JsonObject *json)
{
  for (guint i = 0; i < type->n_fields; i++) {
    if (type->fields[i].secret)
      json_object_remove_member (json, type->fields[i].name);
  }
}

static void
test_round_trip (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (1);

  for (guint i = 0; i < n_types; i++) {
    for (guint round = 0; round < ROUNDS; round++) {
      g_autoptr (JsonObject) json = record_maker_json (all_types[i], random, round % 3 * 50);
      g_autoptr (FoyerRecord) record = read_record (all_types[i], json);
      g_autoptr (JsonObject) again = foyer_record_to_json (record);

      remove_secrets (all_types[i], json);
      assert_same_json (json, again);
    }
  }
}

static void
test_server_fields (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (2);
  const FoyerRecordType *type = foyer_record_type_by_name ("Booking");
  g_autoptr (JsonObject) json = record_maker_json (type, random, 50);
  g_autoptr (FoyerRecord) record = NULL;
  g_autoptr (JsonObject) again = NULL;

  json_object_set_int_member (json, "rev", 41);
  json_object_set_string_member (json, "createdAt", "2026-05-06T09:00:00Z");
  json_object_set_string_member (json, "updatedAt", "2026-05-06T09:00:01Z");
  json_object_set_string_member (json, "updatedBy", "st-1");
  record = read_record (type, json);
  again = foyer_record_to_json (record);
  assert_same_json (json, again);
  g_assert_cmpint (foyer_record_get_rev (record), ==, 41);
  g_assert_cmpint (foyer_record_get_created_at (record), ==, 1778058000);
  g_assert_cmpint (foyer_record_get_updated_at (record), ==, 1778058001);
  g_assert_cmpstr (foyer_record_get_updated_by (record), ==, "st-1");
}

static void
assert_reads_alike (const FoyerRecordType *type, const char *text)
{
  g_autofree char *exact = g_memdup2 (text, strlen (text)); /* Nothing after the end may be looked at. */
  g_autoptr (JsonObject) json = foyer_json_parse_object (exact, (gssize) strlen (text), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) span_error = NULL;
  g_autoptr (FoyerRecord) record = foyer_record_from_json (type, json, &error);
  g_autoptr (FoyerRecord) same
      = foyer_record_from_span (type, foyer_json_span_new (exact, strlen (text)), &span_error);
  g_autoptr (JsonObject) first = NULL;
  g_autoptr (JsonObject) second = NULL;

  g_assert_cmpint (record == NULL, ==, same == NULL);
  if (record == NULL) {
    g_assert_cmpstr (error->message, ==, span_error->message);
    return;
  }
  first = foyer_record_to_json (record);
  second = foyer_record_to_json (same);
  assert_same_json (first, second);
}

/* Good ones, and such in which one member is not as it should be. */
static void
test_spans (void)
{
  static const char *const others[] = { "null",
                                        "0",
                                        "-7",
                                        "1.5",
                                        "99999999999",
                                        "true",
                                        "\"\"",
                                        "\"x\"",
                                        "\"\\u00e4\"",
                                        "\"a\\nb\"",
                                        "[]",
                                        "[1]",
                                        "[\"x\"]",
                                        "{}",
                                        "{\"amount\":1,\"currency\":\"USD\"}",
                                        "{\"currency\":\"USD\",\"amount\":1}",
                                        "{\"amount\":1,\"currency\":\"USD\",\"more\":1}",
                                        "\"2026-02-30\"",
                                        "\"2026-02-28\"",
                                        "\"2026-02-28T09:00:00Z\"",
                                        "\"2026-02-28T25:00:00Z\"" };
  static const char *const fixed[]
      = { "id", "rev", "createdAt", "updatedAt", "updatedBy", "fieldOfTomorrow" };
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (11);

  for (guint i = 0; i < n_types; i++) {
    const FoyerRecordType *type = all_types[i];

    for (guint round = 0; round < ROUNDS; round++) {
      g_autoptr (JsonObject) json = record_maker_json (type, random, round % 3 * 50);
      g_autofree char *text = NULL;
      g_autofree char *changed = NULL;
      guint which = foyer_random_below (random, type->n_fields + G_N_ELEMENTS (fixed));
      const char *name = which < type->n_fields ? type->fields[which].name : fixed[which - type->n_fields];
      const char *other = others[foyer_random_below (random, G_N_ELEMENTS (others))];

      json_object_set_int_member (json, "rev", round);
      json_object_set_string_member (json, "createdAt", "2026-05-06T09:00:00Z");
      text = round % 2 == 0 ? foyer_json_to_text (json) : foyer_json_canonical_object (json);
      assert_reads_alike (type, text);
      json_object_set_member (json, name, json_from_string (other, NULL));
      changed = foyer_json_to_text (json);
      assert_reads_alike (type, changed);
    }
  }
}

/* An older program must give back what a newer one added. */
static void
test_unknown_members (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (3);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (JsonObject) json = record_maker_json (all_types[i], random, 50);
    g_autoptr (JsonNode) newer = json_from_string ("{\"a\":[1,{\"b\":null}],\"c\":\"d\"}", NULL);
    g_autoptr (FoyerRecord) record = NULL;
    g_autoptr (JsonObject) again = NULL;

    remove_secrets (all_types[i], json);
    json_object_set_member (json, "fieldOfTomorrow", json_node_copy (newer));
    json_object_set_string_member (json, "field.of/to~morrow", "");
    record = read_record (all_types[i], json);
    again = foyer_record_to_json (record);
    assert_same_json (json, again);
  }
}

static void
test_null_is_absent (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (4);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (JsonObject) bare = record_maker_json (all_types[i], random, 0);
    g_autoptr (JsonObject) nulls = foyer_json_copy_object (bare);
    g_autoptr (FoyerRecord) record = NULL;
    g_autoptr (JsonObject) again = NULL;

    for (guint j = 0; j < all_types[i]->n_fields; j++) {
      if (!all_types[i]->fields[j].required)
        json_object_set_null_member (nulls, all_types[i]->fields[j].name);
    }
    record = read_record (all_types[i], nulls);
    again = foyer_record_to_json (record);
    assert_same_json (bare, again);
  }
}

static void
assert_refused (const FoyerRecordType *type, JsonObject *good, const FoyerField *field, JsonNode *value)
{
  g_autoptr (JsonObject) json = foyer_json_copy_object (good);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerRecord) record = NULL;
  g_autofree char *start = g_strdup_printf ("%s %s, %s: expected ", type->name,
                                            foyer_json_object_text (good, "id"), field->name);

  if (value == NULL)
    json_object_remove_member (json, field->name);
  else
    json_object_set_member (json, field->name, json_node_copy (value));
  record = foyer_record_from_json (type, json, &error);
  if (record != NULL) {
    g_autofree char *shown = foyer_json_canonical_object (json);

    g_error ("%s.%s was taken: %s", type->name, field->name, shown);
  }
  g_assert_error (error, FOYER_RECORD_ERROR, FOYER_RECORD_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, start));
  g_assert_cmpuint (strlen (error->message), >, strlen (start));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (field->secret && value != NULL && !JSON_NODE_HOLDS_NULL (value)) {
    g_autofree char *shown = foyer_json_canonical (value);

    g_assert_null (strstr (error->message, shown));
  }
}

static void
assert_text_refused (const FoyerRecordType *type, JsonObject *good, const FoyerField *field, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) value = json_from_string (json, &error);

  g_assert_no_error (error);
  assert_refused (type, good, field, value);
}

/* What no field of the kind may hold, whatever its bounds. */
static const char *const *
get_wrong_values (FoyerFieldKind kind)
{
  static const char *const texts[] = { "17", "true", "[]", "{}", "1.5", NULL };
  static const char *const integers[] = { "\"17\"", "true", "[]", "{}", "1.5", "1e300", NULL };
  static const char *const moneys[] = { "17",
                                        "\"$5\"",
                                        "{}",
                                        "[]",
                                        "{\"amount\":5}",
                                        "{\"currency\":\"USD\"}",
                                        "{\"amount\":1.5,\"currency\":\"USD\"}",
                                        "{\"amount\":\"5\",\"currency\":\"USD\"}",
                                        "{\"amount\":5,\"currency\":\"usd\"}",
                                        "{\"amount\":5,\"currency\":\"EURO\"}",
                                        "{\"amount\":5,\"currency\":7}",
                                        "{\"amount\":5,\"currency\":\"USD\",\"tax\":1}",
                                        NULL };
  static const char *const booleans[] = { "0", "1", "\"true\"", "[]", "{}", NULL };
  static const char *const dates[] = { "20260506",
                                       "\"\"",
                                       "\"2026-5-6\"",
                                       "\"2026-02-30\"",
                                       "\"2026-13-01\"",
                                       "\"06.05.2026\"",
                                       "\"2026-05-06T09:00:00Z\"",
                                       "true",
                                       "{}",
                                       NULL };
  static const char *const times[] = { "1778058000",
                                       "\"\"",
                                       "\"2026-05-06\"",
                                       "\"2026-05-06 09:00:00Z\"",
                                       "\"2026-05-06T09:00:00\"",
                                       "\"2026-05-06T09:00:00.5Z\"",
                                       "\"2026-05-06T09:00:00+00:00\"",
                                       "\"2026-05-06T24:00:00Z\"",
                                       "\"2026-06-30T23:59:60Z\"",
                                       "[]",
                                       NULL };
  static const char *const enums[]
      = { "0", "\"\"", "\" \"", "\"no such word\"", "\"NO_SUCH_WORD\"", "true", "[]", NULL };
  static const char *const ids[] = { "7", "\"\"", "\"with space\"", "\"ü\"", "\"a/b\"", "[]", "{}", NULL };
  static const char *const lists[] = { "7", "\"text\"", "{}", "[7]", "[null]", "[[]]", NULL };
  static const char *const object_lists[]
      = { "7", "\"text\"", "{}", "[7]", "[\"text\"]", "[null]", "[[]]", NULL };
  static const char *const maps[] = { "7", "\"text\"", "[]", "true", NULL };

  switch (kind) {
  case FOYER_KIND_INTEGER:
    return integers;
  case FOYER_KIND_MONEY:
    return moneys;
  case FOYER_KIND_BOOLEAN:
    return booleans;
  case FOYER_KIND_DATE:
    return dates;
  case FOYER_KIND_TIME:
    return times;
  case FOYER_KIND_ENUM:
    return enums;
  case FOYER_KIND_REF:
    return ids;
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
    return lists;
  case FOYER_KIND_LIST:
    return object_lists;
  case FOYER_KIND_MAP:
    return maps;
  case FOYER_KIND_TEXT:
  default:
    return texts;
  }
}

static const char *const *
get_wrong_texts (FoyerPattern pattern)
{
  static const char *const none[] = { NULL };
  static const char *const lines[] = { "a\nb", "a\tb", "\r", "a\xc2\x85z", NULL };
  static const char *const colours[] = { "red", "#fff", "123456#", "#12345g", "#1234567", NULL };
  static const char *const emails[] = { "maria",
                                        "maria@",
                                        "@example",
                                        "a b@mail.example",
                                        "a@b@mail.example",
                                        "maria@example",
                                        "m@mail.example\n",
                                        "<m@mail.example>",
                                        NULL };
  static const char *const urls[] = { "http://mail.example",
                                      "javascript:alert(1)",
                                      "//mail.example",
                                      "https:// a",
                                      "ftp",
                                      "https://",
                                      "https://maria:secret@mail.example",
                                      "https://mail.example@evil.example",
                                      "https://mäil.example",
                                      "https://mail.example/ä",
                                      "https://mail.example/a|b",
                                      "https://mail.example/\"",
                                      "https://mail_er.example",
                                      "https://mail..example",
                                      "https://-mail.example",
                                      "https://mail.example:",
                                      "https://mail.example:123456",
                                      "https://mail.example\\@evil.example",
                                      "https://%6dail.example",
                                      NULL };
  static const char *const phones[] = { "12", "call me", "555-0100 ext 5", "1234567890123456", NULL };
  static const char *const hosts[]
      = { "localhost", "-a.example", "a..example", "a_b.example", "10.0.0.1", "a.example.", NULL };
  static const char *const slugs[] = { "-a", "a-", "a.b", "a b", "ä", NULL };
  static const char *const zones[] = { "/etc/passwd", "Europe Berlin", "Zürich", NULL };
  static const char *const languages[] = { "e", "en_US", "en US", NULL };
  static const char *const currencies[] = { "usd", "US1", NULL };
  static const char *const pictures[] = { "logo.png", "https://mail.example/logo.png", "B", NULL };
  static const char *const sheets[] = { "p", "@import 'a';", "p { color: url(a) }", NULL };

  switch (pattern) {
  case FOYER_PATTERN_LINE:
    return lines;
  case FOYER_PATTERN_COLOUR:
    return colours;
  case FOYER_PATTERN_EMAIL:
    return emails;
  case FOYER_PATTERN_URL:
    return urls;
  case FOYER_PATTERN_PHONE:
    return phones;
  case FOYER_PATTERN_HOST:
    return hosts;
  case FOYER_PATTERN_SLUG:
    return slugs;
  case FOYER_PATTERN_ZONE:
    return zones;
  case FOYER_PATTERN_LANGUAGE:
    return languages;
  case FOYER_PATTERN_CURRENCY:
    return currencies;
  case FOYER_PATTERN_PICTURE:
    return pictures;
  case FOYER_PATTERN_SHEET:
    return sheets;
  case FOYER_PATTERN_ANY:
  default:
    return none;
  }
}

static void
refuse_wrong_kinds (const FoyerRecordType *type, JsonObject *good, const FoyerField *field)
{
  const char *const *wrong = get_wrong_values (field->kind);

  for (guint i = 0; wrong[i] != NULL; i++)
    assert_text_refused (type, good, field, wrong[i]);
  if (field->required) {
    g_autoptr (JsonNode) null = json_node_init_null (json_node_alloc ());

    assert_refused (type, good, field, NULL);
    assert_refused (type, good, field, null);
  }
}

/* A record is read whatever its sheet says, and whatever its pictures and addresses were once; what would change it to that is refused. */
static void
assert_only_read (const FoyerRecordType *type, JsonObject *good, const FoyerField *field, JsonNode *value)
{
  g_autoptr (JsonObject) json = foyer_json_copy_object (good);
  g_autoptr (JsonObject) again = NULL;
  g_autoptr (FoyerRecord) record = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *text = NULL;

  json_object_set_member (json, field->name, json_node_copy (value));
  text = foyer_json_canonical_object (json);
  assert_reads_alike (type, text);
  record = read_record (type, json);
  again = foyer_record_to_json (record);
  assert_same_json (json, again);
  none = foyer_record_type_check_change (type, json, json);
  g_assert_cmpuint (none->len, ==, 0);
  problems = foyer_record_type_check_change (type, good, json);
  g_assert_cmpuint (problems->len, ==, 1);
}

/* What was allowed once. */
static gboolean
may_be_old (const FoyerField *field)
{
  return field->pattern == FOYER_PATTERN_SHEET || field->pattern == FOYER_PATTERN_PICTURE
         || field->pattern == FOYER_PATTERN_URL || field->kind == FOYER_KIND_TEXTS;
}

static void
refuse_wrong_patterns (const FoyerRecordType *type, JsonObject *good, const FoyerField *field)
{
  const char *const *wrong = get_wrong_texts (field->pattern);

  for (guint i = 0; wrong[i] != NULL; i++) {
    g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), wrong[i]);

    if (field->kind == FOYER_KIND_TEXTS) {
      g_autoptr (JsonArray) array = json_array_new ();
      g_autoptr (JsonNode) list = NULL;

      json_array_add_element (array, json_node_copy (value));
      list = json_node_init_array (json_node_alloc (), array);
      if (may_be_old (field))
        assert_only_read (type, good, field, list);
      else
        assert_refused (type, good, field, list);
    } else if (may_be_old (field)) {
      assert_only_read (type, good, field, value);
    } else {
      assert_refused (type, good, field, value);
    }
  }
}

static void
refuse_wrong_lengths (const FoyerRecordType *type, JsonObject *good, const FoyerField *field)
{
  gint64 most = field->maximum == 0 ? 65536 : field->maximum;
  g_autofree char *letters = g_strnfill ((gsize) most + 1, 'x');
  g_autoptr (JsonNode) value = json_node_init_string (json_node_alloc (), letters);

  assert_refused (type, good, field, value);
  if (field->minimum > 0) {
    letters[field->minimum - 1] = '\0';
    json_node_set_string (value, letters);
    assert_refused (type, good, field, value);
  }
}

static void
refuse_wrong_numbers (const FoyerRecordType *type, JsonObject *good, const FoyerField *field)
{
  const char *format = field->kind == FOYER_KIND_INTEGER ? "%s" : "{\"amount\":%s,\"currency\":\"USD\"}";
  gint64 numbers[] = { field->minimum - 1, field->maximum + 1 };

  if (field->minimum == 0 && field->maximum == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, numbers[i]);
    g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
    g_autofree char *json = g_strjoinv (number, parts);

    assert_text_refused (type, good, field, json);
  }
}

static void
refuse_wrong_counts (const FoyerRecordType *type, JsonObject *good, const FoyerField *field)
{
  FoyerField one = *field;
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (5);
  guint most = field->maximum == 0 ? 1000 : (guint) field->maximum;
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) list = json_node_init_array (json_node_alloc (), array);

  one.kind = field->kind == FOYER_KIND_REFS ? FOYER_KIND_REF
             : field->values != NULL        ? FOYER_KIND_ENUM
                                            : FOYER_KIND_TEXT;
  one.minimum = 0;
  one.maximum = 0;
  for (guint i = 0; i <= most; i++) {
    if (field->kind == FOYER_KIND_LIST)
      json_array_add_object_element (array, json_object_new ());
    else
      json_array_add_element (array, record_maker_value (&one, random));
  }
  assert_refused (type, good, field, list);
}

static void
refuse_field (const FoyerRecordType *type, JsonObject *good, const FoyerField *field)
{
  refuse_wrong_kinds (type, good, field);
  switch (field->kind) {
  case FOYER_KIND_TEXT:
    refuse_wrong_lengths (type, good, field);
    refuse_wrong_patterns (type, good, field);
    break;
  case FOYER_KIND_INTEGER:
  case FOYER_KIND_MONEY:
    refuse_wrong_numbers (type, good, field);
    break;
  case FOYER_KIND_TEXTS:
    refuse_wrong_counts (type, good, field);
    refuse_wrong_patterns (type, good, field);
    break;
  case FOYER_KIND_REFS:
  case FOYER_KIND_LIST:
    refuse_wrong_counts (type, good, field);
    break;
  case FOYER_KIND_BOOLEAN:
  case FOYER_KIND_DATE:
  case FOYER_KIND_TIME:
  case FOYER_KIND_ENUM:
  case FOYER_KIND_REF:
  case FOYER_KIND_MAP:
  default:
    break;
  }
}

static void
test_malformed (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (6);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (JsonObject) good = record_maker_json (all_types[i], random, 100);
    g_autoptr (FoyerRecord) record = read_record (all_types[i], good);

    for (guint j = 0; j < all_types[i]->n_fields; j++)
      refuse_field (all_types[i], good, &all_types[i]->fields[j]);
  }
}

static void
test_ids (void)
{
  static const char *const wrong[]
      = { "{}", "{\"id\":7}", "{\"id\":\"\"}", "{\"id\":\"a b\"}", "{\"id\":null}" };
  const FoyerRecordType *type = foyer_record_type_by_name ("Label");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (JsonNode) node = json_from_string (wrong[i], NULL);
    JsonObject *json = json_node_get_object (node);
    g_autoptr (GError) error = NULL;

    json_object_set_string_member (json, "name", "VIP");
    json_object_set_int_member (json, "position", 0);
    g_assert_null (foyer_record_from_json (type, json, &error));
    g_assert_error (error, FOYER_RECORD_ERROR, FOYER_RECORD_ERROR_INVALID);
    g_assert_true (g_str_has_prefix (error->message, "Label "));
    g_assert_nonnull (strstr (error->message, "id: expected "));
  }
}

/* What was typed into a secret field goes no further than the record that was read. */
static void
test_secrets (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (7);

  for (guint i = 0; i < n_types; i++) {
    for (guint j = 0; j < all_types[i]->n_fields; j++) {
      const FoyerField *field = &all_types[i]->fields[j];
      g_autoptr (JsonObject) json = NULL;
      g_autoptr (FoyerRecord) record = NULL;
      g_autoptr (JsonObject) again = NULL;
      g_autofree char *search = NULL;

      if (!field->secret)
        continue;
      json = record_maker_json (all_types[i], random, 0);
      json_object_set_string_member (json, field->name, "correct horse");
      record = read_record (all_types[i], json);
      again = foyer_record_to_json (record);
      g_assert_false (json_object_has_member (again, field->name));
      search = foyer_record_search_text (record);
      g_assert_null (strstr (search, "correct horse"));
    }
  }
}

/* What stood there is told up to its 39th sign, however many bytes these are. */
static void
test_what_was_given_is_cut (void)
{
  const FoyerField *field = foyer_record_type_field (&foyer_portal_settings_type, "portal.enabled");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonNode) value = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *problem = NULL;

  for (guint i = 0; i < 22; i++)
    g_string_append (text, "ä");
  g_string_append (text, "aaaaaaaaaaaaaaaa");
  expected = g_strdup_printf ("true or false, not \"%s…", text->str);
  g_string_append (text, "b");
  value = json_node_init_string (json_node_alloc (), text->str);
  problem = foyer_field_check (field, value);
  g_assert_cmpstr (problem, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  all_types = foyer_record_types (&n_types);

  g_test_add_func ("/records/json/spans-are-read-like-objects", test_spans);
  g_test_add_func ("/record-json/round-trip", test_round_trip);
  g_test_add_func ("/record-json/server-fields", test_server_fields);
  g_test_add_func ("/record-json/unknown-members", test_unknown_members);
  g_test_add_func ("/record-json/null-is-absent", test_null_is_absent);
  g_test_add_func ("/record-json/malformed", test_malformed);
  g_test_add_func ("/record-json/ids", test_ids);
  g_test_add_func ("/record-json/secrets", test_secrets);
  g_test_add_func ("/record-json/what-was-given-is-cut", test_what_was_given_is_cut);
  return g_test_run ();
}
