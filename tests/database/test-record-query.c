/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-record-query.c - questions to SQL: the same answers as from memory, page by page, and always by an index */

#include "foyer-record-table.h"

#include "foyer-json.h"
#include "foyer-memory-source.h"
#include "foyer-record-digest.h"
#include "foyer-test.h"
#include "record-maker.h"
#include "types/visit.h"

#include <sqlite3.h>
#include <string.h>

#define N_RECORDS 40
#define N_VALUES 4

static const FoyerRecordType *const *all_types;
static guint n_types;

/* The last statement that any connection ran. */
static char *last_sql;

typedef struct {
  char *directory;
  FoyerDatabase *database;
  FoyerRandom *random;
} Fixture;

static int
on_statement (unsigned kind, void *context, void *statement, void *text)
{
  g_free (last_sql);
  last_sql = g_strdup (sqlite3_sql (statement));
  return 0;
}

static int
watch_connection (sqlite3 *handle, char **message, const struct sqlite3_api_routines *routines)
{
  return sqlite3_trace_v2 (handle, SQLITE_TRACE_STMT, on_statement, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->directory = foyer_test_make_directory ();
  fixture->random = foyer_random_new_seeded (71);
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

static gboolean
is_number (const FoyerField *field)
{
  return field->kind == FOYER_KIND_INTEGER || field->kind == FOYER_KIND_BOOLEAN
         || field->kind == FOYER_KIND_TIME || field->kind == FOYER_KIND_ENUM;
}

static gboolean
is_asked_for (const FoyerField *field)
{
  return field->indexed && !field->secret && field->kind != FOYER_KIND_MONEY;
}

/* Records of which many have the same value of @field, and some none. */
static FoyerMemorySource *
fill (Fixture *fixture, const FoyerRecordType *type, const FoyerField *field)
{
  FoyerMemorySource *memory = foyer_memory_source_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = 0; i < N_VALUES; i++)
    g_ptr_array_add (values, record_maker_value (field, fixture->random));
  for (guint i = 0; i < N_RECORDS; i++) {
    g_autoptr (JsonObject) json = record_maker_json (type, fixture->random, 50);
    g_autoptr (FoyerRecord) record = NULL;
    g_autoptr (GError) error = NULL;

    if (field->required || foyer_random_below (fixture->random, 4) > 0)
      json_object_set_member (json, field->name,
                              json_node_copy (values->pdata[foyer_random_below (fixture->random, N_VALUES)]));
    else
      json_object_remove_member (json, field->name);
    record = foyer_record_from_json (type, json, &error);
    g_assert_no_error (error);
    foyer_memory_source_put (memory, record);
    foyer_record_table_put (fixture->database, 1, record, 0, &error);
    g_assert_no_error (error);
  }
  return memory;
}

static void
empty (Fixture *fixture, const FoyerRecordType *type)
{
  g_autofree char *sql = g_strconcat ("DELETE FROM \"", type->table, "\"", NULL);

  g_assert_true (foyer_database_execute (fixture->database, sql, NULL));
}

static GPtrArray *
list (Fixture *fixture, const FoyerQuery *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = foyer_record_table_list (fixture->database, 1, query, &error);

  g_assert_no_error (error);
  return found;
}

static void
assert_same_records (GPtrArray *found, GPtrArray *expected, const FoyerQuery *query)
{
  for (guint i = 0; i < MIN (found->len, expected->len); i++) {
    if (strcmp (foyer_record_get_id (found->pdata[i]), foyer_record_get_id (expected->pdata[i])) != 0)
      g_error ("%s by %s, descending %d: number %u is another", query->type->name,
               query->order == NULL ? "id" : query->order->name, query->descending, i);
  }
  if (found->len != expected->len)
    g_error ("%s by %s, descending %d: %u records, not %u", query->type->name,
             query->order == NULL ? "id" : query->order->name, query->descending, found->len, expected->len);
}

/* Fails if the last statement reads a whole table or index, or sorts what an index has in order. */
static void
assert_by_index (Fixture *fixture, gboolean in_order)
{
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", last_sql, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStatement) plan = foyer_database_prepare (fixture->database, sql, &error);
  guint steps = 0;

  g_assert_no_error (error);
  while (foyer_statement_step (plan, &error)) {
    const char *detail = foyer_statement_get_text (plan, 3);

    steps++;
    if (g_str_has_prefix (detail, "SCAN") || (in_order && strstr (detail, "TEMP B-TREE") != NULL))
      g_error ("%s: %s", sql, detail);
  }
  g_assert_no_error (error);
  g_assert_cmpuint (steps, >, 0);
}

static void
assert_answers_agree (Fixture *fixture, FoyerMemorySource *memory, FoyerQuery *query)
{
  g_autoptr (GPtrArray) expected = foyer_record_source_list (FOYER_RECORD_SOURCE (memory), query, NULL);
  g_autoptr (GPtrArray) found = list (fixture, query);
  g_autoptr (GError) error = NULL;

  assert_by_index (fixture, query->conditions->len == 0);
  assert_same_records (found, expected, query);
  g_assert_cmpint (foyer_record_table_count (fixture->database, 1, query, &error), ==,
                   foyer_record_source_count (FOYER_RECORD_SOURCE (memory), query, NULL));
  g_assert_no_error (error);
  assert_by_index (fixture, TRUE);
}

static void
test_by_id (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < n_types; i++) {
    g_autoptr (FoyerMemorySource) memory = fill (fixture, all_types[i], &all_types[i]->fields[0]);

    for (int descending = 0; descending < 2; descending++) {
      g_autoptr (FoyerQuery) query = foyer_query_new (all_types[i]);

      foyer_query_order (query, NULL, descending == 1);
      assert_answers_agree (fixture, memory, query);
      foyer_query_limit (query, 7);
      assert_answers_agree (fixture, memory, query);
    }
  }
}

static void
add_condition (FoyerQuery *query,
               const FoyerField *field,
               const FoyerValue *value,
               FoyerComparison comparison)
{
  if (!is_number (field))
    foyer_query_where_text (query, field->name, value->text);
  else if (value->number != FOYER_ABSENT)
    foyer_query_where_number (query, field->name, comparison, value->number);
}

static void
check_filters (Fixture *fixture, const FoyerRecordType *type, const FoyerField *field)
{
  g_autoptr (FoyerMemorySource) memory = fill (fixture, type, field);
  g_autoptr (FoyerQuery) all = foyer_query_new (type);
  g_autoptr (GPtrArray) records = list (fixture, all);

  for (guint i = 0; i < 8; i++) {
    FoyerRecord *record = records->pdata[foyer_random_below (fixture->random, records->len)];
    const FoyerValue *value = foyer_query_get_value (field, record);
    g_autoptr (FoyerQuery) query = foyer_query_new (type);

    add_condition (query, field, value, FOYER_COMPARE_EQUAL + (FoyerComparison) (i % 3));
    if (i % 2 == 0)
      foyer_query_order (query, field->name, i % 4 == 0);
    assert_answers_agree (fixture, memory, query);
  }
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < n_types; i++) {
    for (guint j = 0; j < all_types[i]->n_fields; j++) {
      if (!is_asked_for (&all_types[i]->fields[j]))
        continue;
      check_filters (fixture, all_types[i], &all_types[i]->fields[j]);
      empty (fixture, all_types[i]);
    }
  }
}

/* All pages of @size, one after the other. */
static GPtrArray *
list_by_pages (Fixture *fixture, FoyerQuery *query, guint size)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  foyer_query_limit (query, size);
  for (;;) {
    g_autoptr (GPtrArray) page = list (fixture, query);
    FoyerRecord *last;
    const FoyerValue *value;

    assert_by_index (fixture, query->conditions->len == 0);
    g_assert_cmpuint (page->len, <=, size);
    for (guint i = 0; i < page->len; i++)
      g_ptr_array_add (found, g_object_ref (page->pdata[i]));
    if (page->len < size || found->len > N_RECORDS)
      break;
    last = page->pdata[page->len - 1];
    value = query->order == NULL ? NULL : foyer_query_get_value (query->order, last);
    foyer_query_after (query, value == NULL ? 0 : value->number, value == NULL ? NULL : value->text,
                       foyer_record_get_id (last));
  }
  foyer_query_limit (query, 0);
  foyer_query_after (query, 0, NULL, NULL);
  return found;
}

static void
check_pages (Fixture *fixture, const FoyerRecordType *type, const FoyerField *field)
{
  g_autoptr (FoyerMemorySource) memory = fill (fixture, type, field);

  for (guint i = 0; i < 6; i++) {
    g_autoptr (FoyerQuery) query = foyer_query_new (type);
    g_autoptr (GPtrArray) expected = NULL;
    g_autoptr (GPtrArray) found = NULL;

    foyer_query_order (query, field->name, i % 2 == 1);
    expected = foyer_record_source_list (FOYER_RECORD_SOURCE (memory), query, NULL);
    g_assert_cmpuint (expected->len, ==, N_RECORDS);
    found = list_by_pages (fixture, query, 1 + i * 3);
    assert_same_records (found, expected, query);
    assert_answers_agree (fixture, memory, query);
  }
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < n_types; i++) {
    for (guint j = 0; j < all_types[i]->n_fields; j++) {
      if (!is_asked_for (&all_types[i]->fields[j]))
        continue;
      check_pages (fixture, all_types[i], &all_types[i]->fields[j]);
      empty (fixture, all_types[i]);
    }
  }
}

static void
test_pages_of_a_filter (Fixture *fixture, gconstpointer data)
{
  const FoyerRecordType *type = foyer_record_type_by_name ("Booking");
  const FoyerField *status = foyer_record_type_field (type, "status");
  g_autoptr (FoyerMemorySource) memory = fill (fixture, type, status);

  for (gint64 value = 0; value < 7; value++) {
    for (int descending = 0; descending < 2; descending++) {
      g_autoptr (FoyerQuery) query = foyer_query_new (type);
      g_autoptr (GPtrArray) expected = NULL;
      g_autoptr (GPtrArray) found = NULL;

      foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, value);
      foyer_query_order (query, "start", descending == 1);
      expected = foyer_record_source_list (FOYER_RECORD_SOURCE (memory), query, NULL);
      found = list_by_pages (fixture, query, 2);
      assert_same_records (found, expected, query);
    }
  }
}

static void
test_other_questions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecordSource) source = foyer_database_source_new (fixture->database, 1);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerStatement) changed = NULL;
    g_autoptr (FoyerStatement) older = NULL;
    g_autofree char *digest = NULL;
    g_autofree char *state = NULL;

    g_assert_null (foyer_record_table_get (fixture->database, 1, all_types[i], "x", &error));
    assert_by_index (fixture, TRUE);
    changed = foyer_record_table_select_changed (fixture->database, 1, all_types[i], 0, 10, &error);
    g_assert_false (foyer_statement_step (changed, &error));
    assert_by_index (fixture, TRUE);
    older = foyer_record_table_select_older (fixture->database, 1, all_types[i], 1, &error);
    g_assert_false (foyer_statement_step (older, &error));
    assert_by_index (fixture, TRUE);
    digest = foyer_record_digest (fixture->database, 1, all_types[i], &error);
    assert_by_index (fixture, TRUE);
    state = foyer_record_source_get_state (source, all_types[i], &error);
    assert_by_index (fixture, TRUE);
    g_assert_no_error (error);
  }
}

/* What is taken in a week is found among the visits of about that time, not among all that ever were. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_visit_type);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (FoyerStatement) plan = NULL;
  g_autoptr (GError) error = NULL;

  foyer_query_where_number (query, "start", FOYER_COMPARE_AT_LEAST, 1000);
  foyer_query_where_number (query, "start", FOYER_COMPARE_LESS, 2000);
  foyer_query_where_number (query, "end", FOYER_COMPARE_AT_LEAST, 1500);
  foyer_query_order (query, "start", FALSE);
  found = list (fixture, query);
  sql = g_strconcat ("EXPLAIN QUERY PLAN ", last_sql, NULL);
  plan = foyer_database_prepare (fixture->database, sql, &error);
  g_assert_no_error (error);
  g_assert_true (foyer_statement_step (plan, &error));
  g_assert_nonnull (strstr (foyer_statement_get_text (plan, 3), "start>? AND start<?"));
}

int
main (int argc, char **argv)
{
  int result;

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  sqlite3_auto_extension ((void (*) (void)) watch_connection);
  all_types = foyer_record_types (&n_types);
  ADD ("/database/query/by-id", test_by_id);
  ADD ("/database/query/filters-answer-as-memory-does", test_filters);
  ADD ("/database/query/paging-by-key-equals-sorting-everything", test_pages);
  ADD ("/database/query/pages-of-a-filter", test_pages_of_a_filter);
  ADD ("/database/query/no-question-scans", test_other_questions);
  ADD ("/database/query/a-window-is-read-by-both-its-ends", test_window);
#undef ADD
  result = g_test_run ();
  g_free (last_sql);
  return result;
}
