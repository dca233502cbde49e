/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-patch.c - PatchObjects of RFC 8620 §5.3 */

#include "foyer-json.h"
#include "foyer-patch.h"
#include "record-maker.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/invoice.h"
#include "types/portal_person.h"
#include "types/request.h"

#include <string.h>

#define ROUNDS 40

static JsonObject *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonObject *object = foyer_json_parse_object (text, -1, &error);

  g_assert_no_error (error);
  return object;
}

static void
assert_json (JsonObject *object, const char *expected)
{
  g_autoptr (JsonObject) wanted = parse (expected);
  g_autofree char *first = foyer_json_canonical_object (object);
  g_autofree char *second = foyer_json_canonical_object (wanted);

  g_assert_cmpstr (first, ==, second);
}

static void
assert_applied (const char *record_text, const char *patch_text, const char *expected)
{
  g_autoptr (JsonObject) record = record_text == NULL ? NULL : parse (record_text);
  g_autoptr (JsonObject) patch = parse (patch_text);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) after = foyer_patch_apply (record, patch, &error);

  g_assert_no_error (error);
  assert_json (after, expected);
  if (record != NULL)
    assert_json (record, record_text);
  assert_json (patch, patch_text);
}

static void
assert_not_applied (const char *record_text, const char *patch_text)
{
  g_autoptr (JsonObject) record = parse (record_text);
  g_autoptr (JsonObject) patch = parse (patch_text);
  g_autoptr (GError) error = NULL;

  g_assert_null (foyer_patch_apply (record, patch, &error));
  g_assert_error (error, FOYER_RECORD_ERROR, FOYER_RECORD_ERROR_PATCH);
  assert_json (record, record_text);
}

static void
test_members (void)
{
  assert_applied ("{\"a\":1,\"b\":2}", "{\"a\":3}", "{\"a\":3,\"b\":2}");
  assert_applied ("{\"a\":1}", "{\"b\":[1,2]}", "{\"a\":1,\"b\":[1,2]}");
  assert_applied ("{\"a\":{\"x\":1,\"y\":2}}", "{\"a\":{\"z\":3}}", "{\"a\":{\"z\":3}}");
  assert_applied ("{\"a\":1}", "{}", "{\"a\":1}");
  assert_applied (NULL, "{\"id\":\"bk-1\",\"a\":{\"b\":2}}", "{\"id\":\"bk-1\",\"a\":{\"b\":2}}");
}

static void
test_null_removes (void)
{
  assert_applied ("{\"a\":1,\"b\":2}", "{\"a\":null}", "{\"b\":2}");
  assert_applied ("{\"a\":1}", "{\"b\":null}", "{\"a\":1}");
  assert_applied ("{\"a\":{\"x\":1,\"y\":2}}", "{\"a/x\":null}", "{\"a\":{\"y\":2}}");
  assert_applied ("{\"a\":{\"x\":1}}", "{\"a/x\":null,\"a/y\":null}", "{\"a\":{}}");
}

static void
test_paths (void)
{
  assert_applied ("{\"a\":{\"x\":1}}", "{\"a/x\":2,\"a/y\":3}", "{\"a\":{\"x\":2,\"y\":3}}");
  assert_applied ("{\"a\":{\"b\":{\"c\":1}}}", "{\"a/b/c\":{\"d\":[]}}",
                  "{\"a\":{\"b\":{\"c\":{\"d\":[]}}}}");
  assert_applied ("{\"a\":{}}", "{\"a/\":1}", "{\"a\":{\"\":1}}");
}

static void
test_parents_must_exist (void)
{
  assert_not_applied ("{\"a\":1}", "{\"b/c\":1}");
  assert_not_applied ("{\"a\":1}", "{\"a/c\":1}");
  assert_not_applied ("{\"a\":null}", "{\"a/c\":1}");
  assert_not_applied ("{\"a\":{}}", "{\"a/b/c\":1}");
  assert_not_applied ("{\"a\":{}}", "{\"a/b/c\":null}");
  assert_not_applied ("{\"a\":[1,2]}", "{\"a/0\":1}");
  assert_not_applied ("{\"a\":{\"b\":[{}]}}", "{\"a/b/0/c\":1}");
}

/* RFC 6901: ~1 is a slash, ~0 a tilde, and ~01 is ~1, not a slash. */
static void
test_escapes (void)
{
  assert_applied ("{\"a\":{}}", "{\"a/x~1y\":1}", "{\"a\":{\"x/y\":1}}");
  assert_applied ("{\"a\":{}}", "{\"a/x~0y\":1}", "{\"a\":{\"x~y\":1}}");
  assert_applied ("{\"a\":{}}", "{\"a/~01\":1}", "{\"a\":{\"~1\":1}}");
  assert_applied ("{\"a/b\":{\"c\":1}}", "{\"a~1b/c\":2}", "{\"a/b\":{\"c\":2}}");
  assert_applied ("{\"a/b\":1,\"a~b\":2}", "{\"a~1b\":null}", "{\"a~b\":2}");
  assert_applied ("{}", "{\"booking.mode\":\"auto\"}", "{\"booking.mode\":\"auto\"}");
}

static void
assert_check (const FoyerRecordType *type, const char *patch_text, gboolean good)
{
  g_autoptr (JsonObject) patch = parse (patch_text);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (foyer_patch_check (type, patch, &error), ==, good);
  if (good)
    g_assert_no_error (error);
  else
    g_assert_error (error, FOYER_RECORD_ERROR, FOYER_RECORD_ERROR_PATCH);
}

static void
test_check (void)
{
  assert_check (&foyer_booking_type, "{}", TRUE);
  assert_check (&foyer_booking_type, "{\"status\":\"approved\",\"note\":null}", TRUE);
  assert_check (&foyer_client_type, "{\"contacts/a\":{\"name\":\"Tom\"},\"contacts/b\":null}", TRUE);
  assert_check (&foyer_client_type, "{\"contacts/a/name\":\"Tom\"}", TRUE);
  assert_check (&foyer_invoice_type, "{\"total/amount\":5}", TRUE);
  assert_check (&foyer_booking_type, "{\"fieldOfTomorrow/x\":1}", TRUE);

  /* Into a list, or into what has no parts. */
  assert_check (&foyer_booking_type, "{\"attachments/0\":{}}", FALSE);
  assert_check (&foyer_booking_type, "{\"offers/0/start\":\"2026-05-06T09:00:00Z\"}", FALSE);
  assert_check (&foyer_booking_type, "{\"note/0\":\"a\"}", FALSE);
  assert_check (&foyer_client_type, "{\"labelIds/0\":\"lb-1\"}", FALSE);

  /* Absolute or empty. */
  assert_check (&foyer_booking_type, "{\"/status\":\"approved\"}", FALSE);
  assert_check (&foyer_booking_type, "{\"\":1}", FALSE);
  assert_not_applied ("{}", "{\"\":1}");

  /* A second name for the same member. */
  assert_check (&foyer_booking_type, "{\"a~\":1}", FALSE);
  assert_check (&foyer_booking_type, "{\"a~2\":1}", FALSE);
  assert_check (&foyer_booking_type, "{\"a~0\":1}", TRUE);

  /* One the beginning of another, whichever comes first. */
  assert_check (&foyer_client_type, "{\"contacts\":{},\"contacts/a\":{}}", FALSE);
  assert_check (&foyer_client_type, "{\"contacts/a\":{},\"contacts\":{}}", FALSE);
  assert_check (&foyer_client_type, "{\"contacts/a/name\":\"Tom\",\"contacts/a\":null}", FALSE);
  assert_check (&foyer_client_type, "{\"contacts/a\":{},\"contacts/ab\":{}}", TRUE);
}

static void
test_lookup (void)
{
  g_autoptr (JsonObject) record = parse ("{\"a\":{\"x/y\":{\"b\":7}},\"l\":[1]}");

  g_assert_cmpint (json_node_get_int (foyer_patch_lookup (record, "a/x~1y/b")), ==, 7);
  g_assert_true (JSON_NODE_HOLDS_ARRAY (foyer_patch_lookup (record, "l")));
  g_assert_null (foyer_patch_lookup (record, "a/x"));
  g_assert_null (foyer_patch_lookup (record, "b/c/d"));
  g_assert_null (foyer_patch_lookup (record, "l/0"));
}

static void
test_expected (void)
{
  g_autoptr (JsonObject) record
      = parse ("{\"status\":\"pending\",\"note\":\"a\",\"start\":\"2026-05-06T09:00:00Z\"}");
  g_autoptr (JsonObject) patch = parse ("{\"status\":\"approved\",\"note\":\"b\",\"crewId\":\"cm-1\"}");
  g_autoptr (JsonObject) expected = foyer_patch_expected (&foyer_booking_type, record, patch);

  assert_json (expected, "{\"status\":\"pending\",\"crewId\":null}");
}

/* A path that is deeper than any record is refused at once, and does not come back whole. */
static void
test_deep_paths (void)
{
  g_autoptr (GString) pointer = g_string_new ("notifications");
  g_autoptr (JsonObject) patch = json_object_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (pointer, "/ä");
  json_object_set_int_member (patch, pointer->str, 1);
  g_assert_false (foyer_patch_check (&foyer_portal_person_type, patch, &error));
  g_assert_error (error, FOYER_RECORD_ERROR, FOYER_RECORD_ERROR_PATCH);
  g_assert_nonnull (strstr (error->message, "no record is as deep"));
  g_assert_cmpuint (strlen (error->message), <, 300);
}

static void
test_inverse (void)
{
  g_autoptr (JsonObject) record = parse ("{\"a\":1,\"m\":{\"x\":1}}");
  g_autoptr (JsonObject) patch = parse ("{\"a\":2,\"b\":3,\"m/x\":null,\"m/y\":4}");
  g_autoptr (JsonObject) inverse = foyer_patch_inverse (record, patch);

  assert_json (inverse, "{\"a\":1,\"b\":null,\"m/x\":1,\"m/y\":null}");
}

/* --- Properties -------------------------------------------------------------------------------------------------- */

static void
patch_map (JsonObject *patch, JsonObject *record, const FoyerField *field, FoyerRandom *random)
{
  static const char *const keys[] = { "new", "with~1slash", "with~0tilde", "" };
  JsonObject *map = foyer_json_object_object (record, field->name);
  const char *key = keys[foyer_random_below (random, G_N_ELEMENTS (keys))];
  g_autofree char *pointer = g_strdup_printf ("%s/%s", field->name, key);
  g_autoptr (GList) members = NULL;

  if (map == NULL)
    return;
  json_object_set_string_member (patch, pointer, "value");
  members = json_object_get_members (map);
  if (members != NULL) {
    g_autofree char *present = g_strdup_printf ("%s/%s", field->name, (const char *) members->data);

    json_object_set_null_member (patch, present);
  }
}

/* A patch with something of each kind; every field is left, set, removed or patched inside. */
static JsonObject *
make_patch (const FoyerRecordType *type, JsonObject *record, FoyerRandom *random)
{
  JsonObject *patch = json_object_new ();

  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];

    switch (foyer_random_below (random, 5)) {
    case 0:
      json_object_set_member (patch, field->name, record_maker_value (field, random));
      break;
    case 1:
      json_object_set_null_member (patch, field->name);
      break;
    case 2:
      if (field->kind == FOYER_KIND_MAP)
        patch_map (patch, record, field, random);
      break;
    default:
      break;
    }
  }
  return patch;
}

static void
assert_same (JsonObject *a, JsonObject *b)
{
  g_autofree char *first = foyer_json_canonical_object (a);
  g_autofree char *second = foyer_json_canonical_object (b);

  g_assert_cmpstr (first, ==, second);
}

static void
check_properties (const FoyerRecordType *type, FoyerRandom *random)
{
  g_autoptr (JsonObject) before = record_maker_json (type, random, 60);
  g_autoptr (JsonObject) patch = make_patch (type, before, random);
  g_autoptr (JsonObject) inverse = foyer_patch_inverse (before, patch);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) after = NULL;
  g_autoptr (JsonObject) back = NULL;
  g_autoptr (JsonObject) twice = NULL;
  g_autoptr (JsonObject) difference = NULL;
  g_autoptr (JsonObject) again = NULL;

  foyer_patch_check (type, patch, &error);
  g_assert_no_error (error);
  after = foyer_patch_apply (before, patch, &error);
  g_assert_no_error (error);
  back = foyer_patch_apply (after, inverse, &error);
  g_assert_no_error (error);
  assert_same (back, before);

  twice = foyer_patch_apply (after, patch, &error);
  g_assert_no_error (error);
  assert_same (twice, after);

  difference = foyer_patch_difference (before, after);
  again = foyer_patch_apply (before, difference, &error);
  g_assert_no_error (error);
  assert_same (again, after);
}

/* Undoing gives back what was, patching twice is patching once, and the difference leads from one to the other. */
static void
test_properties (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (20261121);
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    for (guint round = 0; round < ROUNDS; round++)
      check_properties (types[i], random);
  }
}

static void
test_difference (void)
{
  g_autoptr (JsonObject) from = parse ("{\"a\":1,\"b\":{\"x\":1,\"y\":2},\"c\":[1],\"d/e\":1}");
  g_autoptr (JsonObject) to = parse ("{\"a\":1,\"b\":{\"y\":2,\"x\":1},\"c\":[1,2],\"f~g\":2}");
  g_autoptr (JsonObject) difference = foyer_patch_difference (from, to);
  g_autoptr (JsonObject) none = foyer_patch_difference (from, from);

  assert_json (difference, "{\"c\":[1,2],\"d~1e\":null,\"f~0g\":2}");
  assert_json (none, "{}");
}

/* What a fold does: patches of one record, one after the other, on a newer server copy. */
static void
test_fold (void)
{
  g_autoptr (JsonObject) server = parse ("{\"name\":\"Hillside\",\"contacts\":{\"a\":{\"name\":\"Tom\"}}}");
  g_autoptr (JsonObject) first = parse ("{\"contacts/b\":{\"name\":\"Ann\"}}");
  g_autoptr (JsonObject) second = parse ("{\"contacts/b/name\":\"Anna\",\"phone\":\"555-0100\"}");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) middle = foyer_patch_apply (server, first, &error);
  g_autoptr (JsonObject) end = foyer_patch_apply (middle, second, &error);

  g_assert_no_error (error);
  assert_json (end,
               "{\"name\":\"Hillside\",\"contacts\":{\"a\":{\"name\":\"Tom\"},\"b\":{\"name\":\"Anna\"}},"
               "\"phone\":\"555-0100\"}");
  assert_json (first, "{\"contacts/b\":{\"name\":\"Ann\"}}");
}

/* Two people add a remark each, neither having seen the other's. */
static void
test_lists_that_only_grow_lose_nothing (void)
{
  g_autoptr (JsonObject) record
      = parse ("{\"subject\":\"Boiler\",\"comments\":[{\"text\":\"first\"},{\"text\":\"theirs\"}]}");
  g_autoptr (JsonObject) patch = parse ("{\"comments\":[{\"text\":\"first\"},{\"text\":\"mine\"}]}");
  g_autoptr (JsonObject) emptying = parse ("{\"comments\":null,\"subject\":\"Boiler!\"}");
  g_autoptr (JsonObject) rebased = foyer_patch_rebase (&foyer_request_type, record, patch, NULL);
  g_autoptr (JsonObject) again = NULL;
  g_autoptr (JsonObject) after = NULL;
  g_autoptr (JsonObject) kept = foyer_patch_rebase (&foyer_request_type, record, emptying, NULL);

  assert_json (rebased, "{\"comments\":[{\"text\":\"first\"},{\"text\":\"theirs\"},{\"text\":\"mine\"}]}");
  after = foyer_patch_apply (record, rebased, NULL);
  again = foyer_patch_rebase (&foyer_request_type, after, patch, NULL);
  assert_json (again, "{\"comments\":[{\"text\":\"first\"},{\"text\":\"theirs\"},{\"text\":\"mine\"}]}");
  assert_json (kept, "{\"comments\":[{\"text\":\"first\"},{\"text\":\"theirs\"}],\"subject\":\"Boiler!\"}");
}

/* Neither has seen that the other makes the map's first entry. */
static void
test_first_entries_of_a_map_merge (void)
{
  g_autoptr (JsonObject) record = parse ("{\"name\":\"Hillside\"}");
  g_autoptr (JsonObject) mine = parse ("{\"contacts/a~1b\":{\"name\":\"Tom\"},\"contacts/c\":null}");
  g_autoptr (JsonObject) theirs = parse ("{\"contacts/z\":{\"name\":\"Ann\"}}");
  g_autoptr (JsonObject) deep = parse ("{\"contacts/z/name\":\"Ann\"}");
  g_autoptr (JsonObject) first = foyer_patch_rebase (&foyer_client_type, record, mine, NULL);
  g_autoptr (JsonObject) middle = foyer_patch_apply (record, first, NULL);
  g_autoptr (JsonObject) second = foyer_patch_rebase (&foyer_client_type, middle, theirs, NULL);
  g_autoptr (JsonObject) end = foyer_patch_apply (middle, second, NULL);
  g_autoptr (JsonObject) nowhere = foyer_patch_rebase (&foyer_client_type, record, deep, NULL);
  g_autoptr (GError) error = NULL;

  assert_json (first, "{\"contacts\":{\"a/b\":{\"name\":\"Tom\"}}}");
  assert_json (end,
               "{\"name\":\"Hillside\",\"contacts\":{\"a/b\":{\"name\":\"Tom\"},\"z\":{\"name\":\"Ann\"}}}");
  g_assert_null (foyer_patch_apply (record, nowhere, &error));
  g_assert_error (error, FOYER_RECORD_ERROR, FOYER_RECORD_ERROR_PATCH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/patch/members", test_members);
  g_test_add_func ("/patch/null-removes", test_null_removes);
  g_test_add_func ("/patch/paths", test_paths);
  g_test_add_func ("/patch/parents-must-exist", test_parents_must_exist);
  g_test_add_func ("/patch/escapes", test_escapes);
  g_test_add_func ("/patch/check", test_check);
  g_test_add_func ("/patch/lookup", test_lookup);
  g_test_add_func ("/patch/expected", test_expected);
  g_test_add_func ("/patch/inverse", test_inverse);
  g_test_add_func ("/patch/properties", test_properties);
  g_test_add_func ("/patch/deep-paths", test_deep_paths);
  g_test_add_func ("/patch/difference", test_difference);
  g_test_add_func ("/patch/fold", test_fold);
  g_test_add_func ("/patch/first-entries-of-a-map-merge", test_first_entries_of_a_map_merge);
  g_test_add_func ("/patch/lists-that-only-grow-lose-nothing", test_lists_that_only_grow_lose_nothing);
  return g_test_run ();
}
