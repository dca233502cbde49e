/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-record-table.c - records of every type in SQL: nothing lost, nothing old, nothing of another organisation */

#include "foyer-record-table.h"

#include "foyer-json.h"
#include "foyer-record-digest.h"
#include "foyer-test.h"
#include "record-maker.h"

#define ROUNDS 20

static const FoyerRecordType *const *all_types;
static guint n_types;

typedef struct {
  char *directory;
  FoyerDatabase *database;
  FoyerRandom *random;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->directory = foyer_test_make_directory ();
  fixture->random = foyer_random_new_seeded (61);
  path = g_build_filename (fixture->directory, "test.db", NULL);
  fixture->database = foyer_database_open (path, FOYER_DATABASE_WRITER, &error);
  g_assert_no_error (error);
  foyer_database_begin (fixture->database, &error);
  for (guint step = 1; step <= FOYER_RECORD_SCHEMA && error == NULL; step++)
    foyer_record_tables_migrate (fixture->database, step, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_database_rollback (fixture->database);
  g_assert_finalize_object (fixture->database);
  g_object_unref (fixture->random);
  foyer_test_remove_directory (fixture->directory);
}

static FoyerRecord *
read_record (const FoyerRecordType *type, JsonObject *json)
{
  g_autoptr (GError) error = NULL;
  FoyerRecord *record = foyer_record_from_json (type, json, &error);

  g_assert_no_error (error);
  return record;
}

static JsonObject *
make_json (Fixture *fixture, const FoyerRecordType *type, gint64 rev)
{
  JsonObject *json = record_maker_json (type, fixture->random, 20 * foyer_random_below (fixture->random, 6));

  json_object_set_int_member (json, "rev", rev);
  json_object_set_string_member (json, "createdAt", "2026-05-06T09:00:00Z");
  json_object_set_string_member (json, "updatedAt", "2026-05-06T09:00:01Z");
  if (rev % 2 == 0)
    json_object_set_string_member (json, "updatedBy", "st-1");
  return json;
}

static FoyerRecord *
make_record (Fixture *fixture, const FoyerRecordType *type, gint64 rev)
{
  g_autoptr (JsonObject) json = make_json (fixture, type, rev);

  return read_record (type, json);
}

/* The same record, changed. */
static FoyerRecord *
make_later (Fixture *fixture, FoyerRecord *record, gint64 rev)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  g_autoptr (JsonObject) json = make_json (fixture, type, rev);

  json_object_set_string_member (json, "id", foyer_record_get_id (record));
  return read_record (type, json);
}

static void
put (Fixture *fixture, gint64 organisation, FoyerRecord *record, gint64 generation)
{
  g_autoptr (GError) error = NULL;

  foyer_record_table_put (fixture->database, organisation, record, generation, &error);
  g_assert_no_error (error);
}

static char *
to_text (FoyerRecord *record)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (record);

  return foyer_json_canonical_object (json);
}

/* What is written straight from the row is what the record would say. */
static void
assert_same_text (Fixture *fixture, gint64 organisation, FoyerRecord *record)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (record);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (JsonObject) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = foyer_json_canonical_object (json);
  g_autofree char *second = NULL;
  gboolean found;

  foyer_record_table_append_json (fixture->database, organisation, foyer_record_get_record_type (record),
                                  foyer_record_get_id (record), text, &found, &error);
  g_assert_no_error (error);
  g_assert_true (found);
  again = foyer_json_parse_object (text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  second = foyer_json_canonical_object (again);
  g_assert_cmpstr (second, ==, first);
}

/* @expected is NULL where nothing must be found. */
static void
assert_stored (Fixture *fixture, gint64 organisation, FoyerRecord *record, FoyerRecord *expected)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerRecord) found
      = foyer_record_table_get (fixture->database, organisation, type, foyer_record_get_id (record), &error);
  g_autofree char *text = found == NULL ? NULL : to_text (found);
  g_autofree char *expected_text = expected == NULL ? NULL : to_text (expected);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected_text);
  if (found != NULL)
    assert_same_text (fixture, organisation, found);
}

static gint64
count (Fixture *fixture, const FoyerRecordType *type)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  g_autoptr (GError) error = NULL;
  gint64 found = foyer_record_table_count (fixture->database, 1, query, &error);

  g_assert_no_error (error);
  return found;
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

    for (guint round = 0; round < ROUNDS; round++) {
      FoyerRecord *record = make_record (fixture, all_types[i], round);

      g_ptr_array_add (records, record);
      assert_stored (fixture, 1, record, NULL);
      put (fixture, 1, record, 0);
    }
    for (guint round = 0; round < ROUNDS; round++)
      assert_stored (fixture, 1, records->pdata[round], records->pdata[round]);
    g_assert_cmpint (count (fixture, all_types[i]), ==, ROUNDS);
    for (guint round = 0; round < ROUNDS; round += 2) {
      for (int twice = 0; twice < 2; twice++)
        g_assert_true (foyer_record_table_remove (fixture->database, 1, all_types[i],
                                                  foyer_record_get_id (records->pdata[round]), &error));
    }
    for (guint round = 0; round < ROUNDS; round++)
      assert_stored (fixture, 1, records->pdata[round], round % 2 == 0 ? NULL : records->pdata[round]);
    g_assert_cmpint (count (fixture, all_types[i]), ==, ROUNDS / 2);
  }
}

static void
test_replaces_whole (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < n_types; i++) {
    g_autoptr (FoyerRecord) record = make_record (fixture, all_types[i], 1);

    put (fixture, 1, record, 0);
    for (gint64 rev = 2; rev < ROUNDS; rev++) {
      g_autoptr (FoyerRecord) later = make_later (fixture, record, rev);

      put (fixture, 1, later, 0);
      assert_stored (fixture, 1, record, later);
    }
    g_assert_cmpint (count (fixture, all_types[i]), ==, 1);
  }
}

static void
test_older_changes_nothing (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < n_types; i++) {
    g_autoptr (FoyerRecord) record = make_record (fixture, all_types[i], 10);
    g_autoptr (FoyerRecord) older = make_later (fixture, record, 9);
    g_autoptr (FoyerRecord) same = make_later (fixture, record, 10);

    put (fixture, 1, record, 3);
    put (fixture, 1, older, 3);
    assert_stored (fixture, 1, record, record);
    put (fixture, 1, older, 2);
    assert_stored (fixture, 1, record, record);
    put (fixture, 1, same, 3);
    assert_stored (fixture, 1, record, same);
    /* After a restore from a backup, numbers are lower and true. */
    put (fixture, 1, older, 4);
    assert_stored (fixture, 1, record, older);
  }
}

static void
test_organisations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (FoyerRecord) record = make_record (fixture, all_types[i], 5);
    g_autoptr (FoyerRecord) other = make_later (fixture, record, 4);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    put (fixture, 1, record, 0);
    before = foyer_record_digest (fixture->database, 1, all_types[i], &error);
    assert_stored (fixture, 2, record, NULL);
    put (fixture, 2, other, 0);
    assert_stored (fixture, 1, record, record);
    assert_stored (fixture, 2, record, other);
    after = foyer_record_digest (fixture->database, 1, all_types[i], &error);
    g_assert_cmpstr (before, ==, after);
    g_assert_cmpint (count (fixture, all_types[i]), ==, 1);
    foyer_record_table_remove (fixture->database, 2, all_types[i], foyer_record_get_id (record), &error);
    g_assert_no_error (error);
    assert_stored (fixture, 1, record, record);
  }
}

static void
test_extra (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < n_types; i++) {
    g_autoptr (JsonObject) json = make_json (fixture, all_types[i], 2);
    g_autoptr (JsonObject) future = foyer_test_json ("{'b': [1, {'a': 'caf\xc3\xa9'}], 'a': null}");
    g_autoptr (FoyerRecord) record = NULL;
    g_autoptr (FoyerRecord) found = NULL;
    g_autoptr (JsonObject) again = NULL;

    json_object_set_object_member (json, "fromTheFuture", json_object_ref (future));
    record = read_record (all_types[i], json);
    put (fixture, 1, record, 0);
    found = foyer_record_table_get (fixture->database, 1, all_types[i], foyer_record_get_id (record), NULL);
    again = foyer_record_to_json (found);
    g_assert_true (foyer_json_equal (json_object_get_member (again, "fromTheFuture"),
                                     json_object_get_member (json, "fromTheFuture")));
  }
}

/* What is a secret is in no column of no row. */
static void
test_secrets (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < n_types; i++) {
    for (guint j = 0; j < all_types[i]->n_fields; j++) {
      const FoyerField *field = &all_types[i]->fields[j];
      g_autoptr (FoyerRecord) record = NULL;
      g_autofree char *sql = NULL;

      if (!field->secret)
        continue;
      record = make_record (fixture, all_types[i], 1);
      g_free (foyer_record_value (record, j)->text);
      foyer_record_value (record, j)->text = g_strdup ("hunter2");
      put (fixture, 1, record, 0);
      sql = g_strconcat ("SELECT count(\"", field->column, "\") FROM \"", all_types[i]->table, "\"", NULL);
      g_assert_cmpint (foyer_database_integer (fixture->database, sql, NULL), ==, 0);
    }
  }
}

static void
assert_changed (Fixture *fixture,
                const FoyerRecordType *type,
                gint64 since,
                guint limit,
                const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStatement) statement
      = foyer_record_table_select_changed (fixture->database, 1, type, since, limit, &error);
  g_autoptr (GString) seen = g_string_new (NULL);

  g_assert_no_error (error);
  while (foyer_statement_step (statement, &error)) {
    g_assert_nonnull (foyer_statement_get_text (statement, 0));
    g_string_append_printf (seen, "%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT " ",
                            foyer_statement_get_integer (statement, 1),
                            foyer_statement_get_integer (statement, 2));
  }
  g_assert_no_error (error);
  g_assert_cmpstr (seen->str, ==, expected);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  static const gint64 revs[] = { 7, 3, 5, 9, 1 };

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
    g_autoptr (FoyerRecord) later = NULL;
    g_autoptr (FoyerRecord) stale = NULL;
    g_autoptr (FoyerRecord) foreign = make_record (fixture, all_types[i], 8);

    put (fixture, 2, foreign, 0);
    for (gsize j = 0; j < G_N_ELEMENTS (revs); j++) {
      g_ptr_array_add (records, make_record (fixture, all_types[i], revs[j]));
      put (fixture, 1, records->pdata[j], 0);
    }
    assert_changed (fixture, all_types[i], 0, 100, "1/1 3/3 5/5 7/7 9/9 ");
    assert_changed (fixture, all_types[i], 3, 100, "5/5 7/7 9/9 ");
    assert_changed (fixture, all_types[i], 3, 2, "5/5 7/7 ");
    assert_changed (fixture, all_types[i], 9, 100, "");
    /* The number of its creation stays with a record, so that created can be told from updated. */
    later = make_later (fixture, records->pdata[1], 11);
    stale = make_later (fixture, records->pdata[1], 10);
    put (fixture, 1, later, 0);
    put (fixture, 1, stale, 0);
    assert_changed (fixture, all_types[i], 0, 100, "1/1 5/5 7/7 9/9 11/3 ");
    assert_changed (fixture, all_types[i], 9, 100, "11/3 ");
  }
}

static void
test_older_generations (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < n_types; i++) {
    g_autoptr (GHashTable) older = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (FoyerStatement) statement = NULL;
    g_autoptr (FoyerRecord) foreign = make_record (fixture, all_types[i], 1);
    g_autoptr (GError) error = NULL;

    put (fixture, 2, foreign, 0);
    for (gint64 j = 0; j < 12; j++) {
      g_autoptr (FoyerRecord) record = make_record (fixture, all_types[i], j);

      put (fixture, 1, record, j % 3);
      /* Seen again by the resync. */
      if (j == 0)
        put (fixture, 1, record, 2);
      else if (j % 3 < 2)
        g_hash_table_add (older, g_strdup (foyer_record_get_id (record)));
    }
    statement = foyer_record_table_select_older (fixture->database, 1, all_types[i], 2, &error);
    g_assert_no_error (error);
    while (foyer_statement_step (statement, &error))
      g_assert_true (g_hash_table_remove (older, foyer_statement_get_text (statement, 0)));
    g_assert_no_error (error);
    g_assert_cmpuint (g_hash_table_size (older), ==, 0);
  }
}

static char *
digest (Fixture *fixture, gint64 organisation, const FoyerRecordType *type)
{
  g_autoptr (GError) error = NULL;
  char *text = foyer_record_digest (fixture->database, organisation, type, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (text), ==, 16);
  return text;
}

static void
assert_digests_differ (Fixture *fixture, const FoyerRecordType *type)
{
  g_autofree char *first = digest (fixture, 1, type);
  g_autofree char *second = digest (fixture, 2, type);

  g_assert_cmpstr (first, !=, second);
}

static void
test_digest (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < n_types; i++) {
    g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
    g_autoptr (FoyerRecord) one_more = make_record (fixture, all_types[i], 1);
    g_autoptr (FoyerRecord) later = NULL;
    g_autofree char *empty = digest (fixture, 1, all_types[i]);
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;
    g_autofree char *emptied = NULL;

    g_assert_cmpstr (empty, ==, "0000000000000000");
    for (gint64 rev = 0; rev < ROUNDS; rev++) {
      g_ptr_array_add (records, make_record (fixture, all_types[i], rev));
      put (fixture, 1, records->pdata[rev], 0);
    }
    for (guint j = ROUNDS; j > 0; j--)
      put (fixture, 2, records->pdata[j - 1], 7);
    first = digest (fixture, 1, all_types[i]);
    second = digest (fixture, 2, all_types[i]);
    g_assert_cmpstr (first, ==, second);

    put (fixture, 1, one_more, 0);
    assert_digests_differ (fixture, all_types[i]);
    foyer_record_table_remove (fixture->database, 1, all_types[i], foyer_record_get_id (one_more), NULL);
    emptied = digest (fixture, 1, all_types[i]);
    g_assert_cmpstr (emptied, ==, first);
    later = make_later (fixture, records->pdata[3], ROUNDS);
    put (fixture, 1, later, 0);
    assert_digests_differ (fixture, all_types[i]);
  }
}

/* Two records that change numbers are not the same set. */
static void
test_digest_of_swapped_revs (Fixture *fixture, gconstpointer data)
{
  const FoyerRecordType *type = foyer_record_type_by_name ("Client");
  g_autoptr (FoyerRecord) a = make_record (fixture, type, 1);
  g_autoptr (FoyerRecord) b = make_record (fixture, type, 2);
  g_autoptr (FoyerRecord) a_later = make_later (fixture, a, 2);
  g_autoptr (FoyerRecord) b_earlier = make_later (fixture, b, 1);

  put (fixture, 1, a, 0);
  put (fixture, 1, b, 0);
  put (fixture, 2, a_later, 0);
  put (fixture, 2, b_earlier, 0);
  assert_digests_differ (fixture, type);
}

static void
test_source_state (Fixture *fixture, gconstpointer data)
{
  const FoyerRecordType *type = foyer_record_type_by_name ("Booking");
  g_autoptr (FoyerRecordSource) source = foyer_database_source_new (fixture->database, 1);
  g_autoptr (FoyerRecord) record = make_record (fixture, type, 4);
  g_autoptr (FoyerRecord) later = make_later (fixture, record, 6);
  g_autoptr (FoyerRecord) found = NULL;
  g_autofree char *empty = foyer_record_source_get_state (source, type, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = to_text (later);

  put (fixture, 1, record, 0);
  first = foyer_record_source_get_state (source, type, NULL);
  put (fixture, 1, later, 0);
  second = foyer_record_source_get_state (source, type, NULL);
  g_assert_cmpstr (empty, !=, first);
  g_assert_cmpstr (first, !=, second);
  found = foyer_record_source_get (source, type, foyer_record_get_id (record), NULL);
  text = to_text (found);
  g_assert_cmpstr (text, ==, expected);
  g_assert_null (foyer_record_source_get (source, type, NULL, NULL));
}

int
main (int argc, char **argv)
{
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  all_types = foyer_record_types (&n_types);
  ADD ("/database/records/every-type-comes-back-whole", test_round_trip);
  ADD ("/database/records/putting-replaces-every-field", test_replaces_whole);
  ADD ("/database/records/an-older-rev-changes-nothing", test_older_changes_nothing);
  ADD ("/database/records/organisations-never-meet", test_organisations);
  ADD ("/database/records/members-of-the-future-are-kept", test_extra);
  ADD ("/database/records/secrets-are-never-stored", test_secrets);
  ADD ("/database/records/changed-since-in-order", test_changed);
  ADD ("/database/records/older-generations-are-found", test_older_generations);
  ADD ("/database/records/digest-is-of-the-set", test_digest);
  ADD ("/database/records/digest-tells-who-has-which-rev", test_digest_of_swapped_revs);
  ADD ("/database/records/state-changes-with-any-record", test_source_state);
#undef ADD
  return g_test_run ();
}
