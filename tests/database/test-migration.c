/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-migration.c - steps from one schema to the next, all of them or none */

#include "foyer-migration.h"

#include "foyer-record-table.h"
#include "foyer-test.h"

#include <string.h>

static const FoyerMigration steps[] = {
  { .sql = "CREATE TABLE one (a INTEGER) STRICT; INSERT INTO one VALUES (1)" },
  { .sql = "ALTER TABLE one ADD COLUMN b TEXT; UPDATE one SET a = a + 1" },
  { .sql = "CREATE INDEX one_by_a ON one (a); UPDATE one SET a = a * 10", .record_schema = 1 },
};

typedef struct {
  char *directory;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = foyer_test_make_directory ();
  fixture->path = g_build_filename (fixture->directory, "test.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_test_remove_directory (fixture->directory);
  g_free (fixture->path);
}

static FoyerDatabase *
open_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  FoyerDatabase *database = foyer_database_open (path, FOYER_DATABASE_WRITER, &error);

  g_assert_no_error (error);
  return database;
}

static void
migrate (FoyerDatabase *database, guint n_steps)
{
  g_autoptr (GError) error = NULL;

  foyer_database_migrate (database, steps, n_steps, &error);
  g_assert_no_error (error);
}

static gint64
ask (FoyerDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 answer = foyer_database_integer (database, sql, &error);

  g_assert_no_error (error);
  return answer;
}

static char *
describe (FoyerDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, "SELECT type, name, sql FROM sqlite_schema ORDER BY name", &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  while (foyer_statement_step (statement, &error)) {
    for (guint column = 0; column < 3; column++) {
      const char *text = foyer_statement_get_text (statement, column);

      g_string_append (out, text == NULL ? "-" : text);
      g_string_append_c (out, '\n');
    }
  }
  g_assert_no_error (error);
  return g_string_free (out, FALSE);
}

static GBytes *
read_bytes (const char *path)
{
  char *contents;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
test_new_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) database = open_file (fixture->path);

  migrate (database, 3);
  g_assert_cmpint (ask (database, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (ask (database, "SELECT a FROM one"), ==, 20);
}

static void
test_repeat (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) database = open_file (fixture->path);
  gint64 before;

  migrate (database, 3);
  before = ask (database, "PRAGMA data_version");
  migrate (database, 3);
  g_assert_cmpint (ask (database, "PRAGMA data_version"), ==, before);
  g_assert_cmpint (ask (database, "SELECT a FROM one"), ==, 20);
}

static void
test_same_steps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_strconcat (fixture->path, "2", NULL);
  g_autoptr (FoyerDatabase) at_once = open_file (fixture->path);
  g_autoptr (FoyerDatabase) by_and_by = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  migrate (at_once, 3);
  for (guint n = 1; n <= 3; n++) {
    g_clear_object (&by_and_by);
    by_and_by = open_file (other);
    migrate (by_and_by, n);
    g_assert_cmpint (ask (by_and_by, "PRAGMA user_version"), ==, n);
  }
  first = describe (at_once);
  second = describe (by_and_by);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpint (ask (by_and_by, "SELECT a FROM one"), ==, 20);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerDatabase) database = open_file (fixture->path);

  migrate (database, 3);
  foyer_database_close (database);
  g_clear_object (&database);
  before = read_bytes (fixture->path);

  database = open_file (fixture->path);
  g_assert_false (foyer_database_migrate (database, steps, 2, &error));
  g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_SCHEMA_TOO_NEW);
  g_assert_nonnull (strstr (error->message, "schema 3"));
  foyer_database_close (database);
  after = read_bytes (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
}

/* A file that somebody made says anything. */
static void
test_nonsense_version (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) database = open_file (fixture->path);
  g_autoptr (GError) error = NULL;

  foyer_database_execute (database, "PRAGMA user_version = -1", &error);
  g_assert_no_error (error);
  g_assert_false (foyer_database_migrate (database, steps, 3, &error));
  g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CORRUPT);
  g_assert_cmpint (ask (database, "PRAGMA user_version"), ==, -1);
}

static void
test_failing_step (Fixture *fixture, gconstpointer data)
{
  FoyerMigration failing[] = {
    steps[0], steps[1], steps[2], { .sql = "CREATE TABLE two (a INTEGER); INSERT INTO three VALUES (1)" }
  };
  g_autoptr (FoyerDatabase) database = open_file (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_false (foyer_database_migrate (database, failing, 4, &error));
  g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM sqlite_schema"), ==, 0);
  g_assert_cmpint (ask (database, "PRAGMA user_version"), ==, 0);

  migrate (database, 2);
  before = describe (database);
  g_assert_false (foyer_database_migrate (database, failing, 4, &again));
  after = describe (database);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (ask (database, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (ask (database, "SELECT a FROM one"), ==, 2);
  /* No transaction was left open, and the good steps still go. */
  migrate (database, 3);
  g_assert_cmpint (ask (database, "SELECT a FROM one"), ==, 20);
}

static void
test_tables_of_records (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) database = open_file (fixture->path);
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);
  g_autofree char *schema = NULL;

  migrate (database, 3);
  schema = describe (database);
  for (guint i = 0; i < n_types; i++) {
    for (guint j = 0; j < types[i]->n_fields; j++) {
      g_autofree char *sql = g_strconcat ("SELECT count(\"", types[i]->fields[j].column, "\") FROM \"",
                                          types[i]->table, "\"", NULL);
      g_autofree char *name
          = g_strconcat ("\n", types[i]->table, "_by_", types[i]->fields[j].column, "\n", NULL);

      if (types[i]->fields[j].since > 1)
        continue;
      g_assert_cmpint (ask (database, sql), ==, 0);
      g_assert_cmpint (strstr (schema, name) != NULL, ==, types[i]->fields[j].indexed);
    }
  }
}

int
main (int argc, char **argv)
{
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/database/migration/new-file-goes-through-all-steps", test_new_file);
  ADD ("/database/migration/repeating-changes-nothing", test_repeat);
  ADD ("/database/migration/old-file-and-new-come-to-the-same", test_same_steps);
  ADD ("/database/migration/newer-schema-is-refused-and-untouched", test_newer);
  ADD ("/database/migration/nonsense-version-is-refused", test_nonsense_version);
  ADD ("/database/migration/failing-step-leaves-nothing", test_failing_step);
  ADD ("/database/migration/every-field-has-its-column-and-index", test_tables_of_records);
#undef ADD
  return g_test_run ();
}
