/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-database-errors.c - errors are named by what can be done about them */

#include "foyer-database.h"

#include "foyer-test.h"

#include <sqlite3.h>
#include <string.h>

#define MEBIBYTE (1024 * 1024)

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

static void
assert_not_opened (const char *path, FoyerDatabaseMode mode, FoyerDatabaseError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (foyer_database_open (path, mode, &error));
  g_assert_error (error, FOYER_DATABASE_ERROR, (int) code);
}

static FoyerDatabase *
open_writer (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  FoyerDatabase *database = foyer_database_open (fixture->path, FOYER_DATABASE_WRITER, &error);

  g_assert_no_error (error);
  return database;
}

static void
run (FoyerDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  foyer_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

static void
assert_fails (FoyerDatabase *database, const char *sql, FoyerDatabaseError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (foyer_database_execute (database, sql, &error));
  g_assert_error (error, FOYER_DATABASE_ERROR, (int) code);
}

static gint64
ask (FoyerDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 answer = foyer_database_integer (database, sql, &error);

  g_assert_no_error (error);
  return answer;
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) database = open_writer (fixture);
  g_autoptr (GError) error = NULL;
  sqlite3 *foreign = NULL;

  run (database, "CREATE TABLE t (n INTEGER); PRAGMA busy_timeout = 1");
  /* A program that knows nothing of our lock file. */
  g_assert_cmpint (sqlite3_open (fixture->path, &foreign), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (foreign, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (foyer_database_begin (database, &error));
  g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_BUSY);
  assert_fails (database, "INSERT INTO t VALUES (1)", FOYER_DATABASE_ERROR_BUSY);
  sqlite3_exec (foreign, "ROLLBACK", NULL, NULL, NULL);
  run (database, "INSERT INTO t VALUES (1)");
  g_assert_cmpint (sqlite3_close (foreign), ==, SQLITE_OK);
}

static void
test_places_that_cannot_be (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->directory, "none", "test.db", NULL);
  g_autofree char *below_file = g_build_filename (fixture->path, "test.db", NULL);

  assert_not_opened (fixture->path, FOYER_DATABASE_READER, FOYER_DATABASE_ERROR_READ_ONLY);
  assert_not_opened (missing, FOYER_DATABASE_WRITER, FOYER_DATABASE_ERROR_READ_ONLY);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_not_opened (below_file, FOYER_DATABASE_WRITER, FOYER_DATABASE_ERROR_READ_ONLY);
  assert_not_opened (below_file, FOYER_DATABASE_READER, FOYER_DATABASE_ERROR_READ_ONLY);
}

static void
test_no_database (Fixture *fixture, gconstpointer data)
{
  static const char *const contents[]
      = { "SQLite format 3", "<html>not found</html>", "SQLite format 3 and more" };
  g_autofree char *much = g_strnfill (100000, 'x');

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autofree char *whole = g_strconcat (contents[i], much, NULL);

    g_assert_true (g_file_set_contents (fixture->path, whole, -1, NULL));
    assert_not_opened (fixture->path, FOYER_DATABASE_WRITER, FOYER_DATABASE_ERROR_CORRUPT);
  }
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  FoyerDatabase *database = open_writer (fixture);
  g_autoptr (FoyerDatabase) damaged = NULL;
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  run (database, "CREATE TABLE t (n INTEGER, s TEXT); WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + "
                 "1 FROM c WHERE i < 2000) "
                 "INSERT INTO t SELECT i, 'something' || i FROM c");
  g_assert_finalize_object (database);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 4 * 4096);
  memset (contents + 2 * 4096, 0xff, length - 3 * 4096);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));

  damaged = open_writer (fixture);
  statement = foyer_database_prepare (damaged, "SELECT s FROM t", &error);
  g_assert_no_error (error);
  while (foyer_statement_step (statement, &error))
    ;
  g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CORRUPT);
}

static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) database = open_writer (fixture);
  g_autoptr (GError) error = NULL;

  run (database, "CREATE TABLE t (b BLOB); INSERT INTO t VALUES (zeroblob(100)); PRAGMA max_page_count = 10");
  assert_fails (database, "INSERT INTO t VALUES (zeroblob(1000000))", FOYER_DATABASE_ERROR_DISK_FULL);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM t"), ==, 1);

  g_assert_true (foyer_database_begin (database, &error));
  run (database, "INSERT INTO t VALUES (zeroblob(1))");
  assert_fails (database, "INSERT INTO t VALUES (zeroblob(1000000))", FOYER_DATABASE_ERROR_DISK_FULL);
  foyer_database_rollback (database);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM t"), ==, 1);

  run (database, "PRAGMA max_page_count = 100000");
  run (database, "INSERT INTO t VALUES (zeroblob(1000000))");
}

/* SQLite ends a transaction by itself when the disk fails, and runs what comes then on its own: half of what belonged together. */
static void
test_nothing_runs_after_a_failure_that_nobody_asked_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) database = open_writer (fixture);
  g_autoptr (GError) error = NULL;

  run (database, "CREATE TABLE t (b BLOB); INSERT INTO t VALUES (zeroblob(100)); PRAGMA max_page_count = 10");
  g_assert_true (foyer_database_begin (database, &error));
  run (database, "INSERT INTO t VALUES (zeroblob(1))");
  foyer_database_execute (database, "INSERT INTO t VALUES (zeroblob(1000000))", NULL);
  assert_fails (database, "INSERT INTO t VALUES (zeroblob(2))", FOYER_DATABASE_ERROR_DISK_FULL);
  g_assert_cmpint (foyer_database_integer (database, "SELECT count(*) FROM t", NULL), ==, 0);
  g_assert_false (foyer_database_commit (database, &error));
  g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_DISK_FULL);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM t"), ==, 1);

  g_clear_error (&error);
  g_assert_true (foyer_database_begin (database, &error));
  run (database, "INSERT INTO t VALUES (zeroblob(3))");
  g_assert_true (foyer_database_commit (database, &error));
  g_assert_cmpint (ask (database, "SELECT count(*) FROM t"), ==, 2);
}

static void
test_constraint (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) database = open_writer (fixture);

  run (database, "CREATE TABLE p (n INTEGER PRIMARY KEY, s TEXT UNIQUE NOT NULL, CHECK (n < 10)) STRICT; "
                 "CREATE TABLE c (p INTEGER REFERENCES p (n)) STRICT; "
                 "INSERT INTO p VALUES (1, 'a')");
  assert_fails (database, "INSERT INTO p VALUES (1, 'b')", FOYER_DATABASE_ERROR_CONSTRAINT);
  assert_fails (database, "INSERT INTO p VALUES (2, 'a')", FOYER_DATABASE_ERROR_CONSTRAINT);
  assert_fails (database, "INSERT INTO p VALUES (2, NULL)", FOYER_DATABASE_ERROR_CONSTRAINT);
  assert_fails (database, "INSERT INTO p VALUES (10, 'b')", FOYER_DATABASE_ERROR_CONSTRAINT);
  assert_fails (database, "INSERT INTO p VALUES ('x', 'b')", FOYER_DATABASE_ERROR_CONSTRAINT);
  assert_fails (database, "INSERT INTO c VALUES (7)", FOYER_DATABASE_ERROR_CONSTRAINT);
  assert_fails (database, "DELETE FROM q", FOYER_DATABASE_ERROR_FAILED);
  assert_fails (database, "SELEC 1", FOYER_DATABASE_ERROR_FAILED);
  g_assert_false (foyer_database_execute (database, "INSERT INTO c VALUES (7)", NULL));
}

/* The transaction did not happen, and none is left open. */
static void
test_refused_commit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) database = open_writer (fixture);
  g_autoptr (GError) error = NULL;

  run (database, "CREATE TABLE p (n INTEGER PRIMARY KEY); CREATE TABLE c (p INTEGER REFERENCES p (n) "
                 "DEFERRABLE INITIALLY DEFERRED)");
  g_assert_true (foyer_database_begin (database, &error));
  run (database, "INSERT INTO c VALUES (7)");
  g_assert_false (foyer_database_commit (database, &error));
  g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CONSTRAINT);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM c"), ==, 0);
  g_clear_error (&error);
  g_assert_true (foyer_database_begin (database, &error));
  g_assert_true (foyer_database_commit (database, &error));
}

/* What is too long is refused; it never becomes NULL on its way. */
static void
test_too_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) database = open_writer (fixture);
  g_autofree char *text = g_strnfill (33 * MEBIBYTE, 'a');
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, 33 * MEBIBYTE);
  g_autoptr (FoyerStatement) insert = NULL;
  g_autoptr (FoyerStatement) select = NULL;
  g_autoptr (GError) error = NULL;

  run (database, "CREATE TABLE t (s)");
  insert = foyer_database_prepare (database, "INSERT INTO t VALUES ($1)", &error);
  foyer_statement_bind_text (insert, 1, text);
  g_assert_false (foyer_statement_run (insert, &error));
  g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  foyer_statement_bind_blob (insert, 1, bytes);
  g_assert_false (foyer_statement_step (insert, &error));
  g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  foyer_statement_reset (insert);
  g_assert_cmpint (ask (database, "SELECT count(*) FROM t"), ==, 0);
  /* The next run knows nothing of it. */
  text[MEBIBYTE] = '\0';
  foyer_statement_bind_text (insert, 1, text);
  g_assert_true (foyer_statement_run (insert, &error));
  g_assert_cmpint (ask (database, "SELECT length(s) FROM t"), ==, MEBIBYTE);
}

int
main (int argc, char **argv)
{
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/database/errors/busy", test_busy);
  ADD ("/database/errors/read-only-where-it-cannot-be", test_places_that_cannot_be);
  ADD ("/database/errors/corrupt-if-no-database", test_no_database);
  ADD ("/database/errors/corrupt-if-damaged", test_damaged);
  ADD ("/database/errors/disk-full-changes-nothing", test_disk_full);
  ADD ("/database/errors/nothing-runs-after-a-failure-that-nobody-asked-for",
       test_nothing_runs_after_a_failure_that_nobody_asked_for);
  ADD ("/database/errors/constraint", test_constraint);
  ADD ("/database/errors/a-refused-commit-is-rolled-back", test_refused_commit);
  ADD ("/database/errors/too-long-is-refused", test_too_long);
#undef ADD
  return g_test_run ();
}
