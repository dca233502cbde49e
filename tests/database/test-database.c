/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-database.c - connections, transactions, savepoints and statements */

#include "foyer-database.h"

#include "foyer-test.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  char *directory;
  char *path;
  FoyerDatabase *writer;
} Fixture;

static void
run (FoyerDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  foyer_database_execute (database, sql, &error);
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

static FoyerDatabase *
open_file (const char *path, FoyerDatabaseMode mode)
{
  g_autoptr (GError) error = NULL;
  FoyerDatabase *database = foyer_database_open (path, mode, &error);

  g_assert_no_error (error);
  return database;
}

static FoyerStatement *
prepare (FoyerDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  FoyerStatement *statement = foyer_database_prepare (database, sql, &error);

  g_assert_no_error (error);
  return statement;
}

static gboolean
step (FoyerStatement *statement)
{
  g_autoptr (GError) error = NULL;
  gboolean row = foyer_statement_step (statement, &error);

  g_assert_no_error (error);
  return row;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = foyer_test_make_directory ();
  fixture->path = g_build_filename (fixture->directory, "test.db", NULL);
  fixture->writer = open_file (fixture->path, FOYER_DATABASE_WRITER);
  run (fixture->writer, "CREATE TABLE t (n INTEGER, s TEXT, b BLOB) STRICT");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->writer);
  foyer_test_remove_directory (fixture->directory);
  g_free (fixture->path);
}

static gint64
count (FoyerDatabase *database)
{
  return ask (database, "SELECT count(*) FROM t");
}

static void
begin (FoyerDatabase *database)
{
  g_autoptr (GError) error = NULL;

  foyer_database_begin (database, &error);
  g_assert_no_error (error);
}

static void
commit (FoyerDatabase *database)
{
  g_autoptr (GError) error = NULL;

  foyer_database_commit (database, &error);
  g_assert_no_error (error);
}

static void
test_pragmas (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) reader = open_file (fixture->path, FOYER_DATABASE_READER);
  FoyerDatabase *both[] = { fixture->writer, reader };

  for (gsize i = 0; i < G_N_ELEMENTS (both); i++) {
    g_autoptr (FoyerStatement) mode = prepare (both[i], "PRAGMA journal_mode");

    g_assert_true (step (mode));
    g_assert_cmpstr (foyer_statement_get_text (mode, 0), ==, "wal");
    g_assert_cmpint (ask (both[i], "PRAGMA foreign_keys"), ==, 1);
    g_assert_cmpint (ask (both[i], "PRAGMA trusted_schema"), ==, 0);
    g_assert_cmpint (ask (both[i], "PRAGMA cell_size_check"), ==, 1);
    g_assert_cmpint (ask (both[i], "PRAGMA temp_store"), ==, 2);
    g_assert_cmpint (ask (both[i], "PRAGMA mmap_size"), ==, 0);
    g_assert_cmpint (ask (both[i], "PRAGMA busy_timeout"), ==, 5000);
  }
  g_assert_cmpint (ask (fixture->writer, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (ask (fixture->writer, "PRAGMA wal_autocheckpoint"), ==, 8000);
  g_assert_cmpint (ask (fixture->writer, "PRAGMA query_only"), ==, 0);
  g_assert_cmpint (ask (reader, "PRAGMA query_only"), ==, 1);
  g_assert_cmpint (ask (reader, "PRAGMA wal_autocheckpoint"), ==, 0);
  g_assert_cmpstr (foyer_database_get_path (reader), ==, fixture->path);
}

static void
test_modes_of_files (Fixture *fixture, gconstpointer data)
{
  static const char *const endings[] = { "", "-wal", "-shm", ".lock" };

  run (fixture->writer, "INSERT INTO t (n) VALUES (1)");
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);
    GStatBuf info;

    g_assert_cmpint (g_stat (path, &info), ==, 0);
    g_assert_cmpint ((int) (info.st_mode & 0777), ==, 0600);
  }
}

static void
test_two_writers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerDatabase) second = foyer_database_open (fixture->path, FOYER_DATABASE_WRITER, &error);

  g_assert_null (second);
  g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_BUSY);
  run (fixture->writer, "INSERT INTO t (n) VALUES (1)");
  foyer_database_close (fixture->writer);
  second = open_file (fixture->path, FOYER_DATABASE_WRITER);
  g_assert_cmpint (count (second), ==, 1);
  foyer_database_close (second);
  foyer_database_close (second);
}

static void
test_close_checkpoints (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (FoyerDatabase) reader = NULL;

  run (fixture->writer, "INSERT INTO t (n) VALUES (1)");
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  foyer_database_close (fixture->writer);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static void
test_snapshot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) reader = open_file (fixture->path, FOYER_DATABASE_READER);

  begin (reader);
  g_assert_cmpint (count (reader), ==, 0);
  for (int i = 0; i < 3; i++) {
    run (fixture->writer, "INSERT INTO t (n) VALUES (1)");
    g_assert_cmpint (count (reader), ==, 0);
  }
  run (fixture->writer, "PRAGMA wal_checkpoint");
  g_assert_cmpint (count (reader), ==, 0);
  commit (reader);
  begin (reader);
  g_assert_cmpint (count (reader), ==, 3);

  begin (fixture->writer);
  run (fixture->writer, "DELETE FROM t");
  g_assert_cmpint (count (fixture->writer), ==, 0);
  foyer_database_rollback (reader);
  g_assert_cmpint (count (reader), ==, 3);
  commit (fixture->writer);
  g_assert_cmpint (count (reader), ==, 0);
}

static void
test_reader_never_writes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) reader = open_file (fixture->path, FOYER_DATABASE_READER);
  static const char *const writes[]
      = { "INSERT INTO t (n) VALUES (1)", "CREATE TABLE u (n INTEGER)", "DROP TABLE t" };

  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (foyer_database_execute (reader, writes[i], &error));
    g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_READ_ONLY);
  }
  g_assert_cmpint (count (fixture->writer), ==, 0);
}

static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  begin (fixture->writer);
  run (fixture->writer, "INSERT INTO t (n) VALUES (1)");
  run (fixture->writer, "CREATE TABLE u (n INTEGER)");
  foyer_database_rollback (fixture->writer);
  g_assert_cmpint (count (fixture->writer), ==, 0);
  g_assert_cmpint (ask (fixture->writer, "SELECT count(*) FROM sqlite_schema"), ==, 1);
  /* Without a transaction, nothing happens. */
  run (fixture->writer, "INSERT INTO t (n) VALUES (1)");
  foyer_database_rollback (fixture->writer);
  g_assert_cmpint (count (fixture->writer), ==, 1);
  begin (fixture->writer);
  run (fixture->writer, "INSERT INTO t (n) VALUES (2), (3)");
  g_assert_cmpint (foyer_database_changes (fixture->writer), ==, 2);
  commit (fixture->writer);
  g_assert_cmpint (count (fixture->writer), ==, 3);
}

static void
test_closed_in_transaction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerDatabase) again = NULL;

  begin (fixture->writer);
  run (fixture->writer, "INSERT INTO t (n) VALUES (1)");
  foyer_database_close (fixture->writer);
  again = open_file (fixture->path, FOYER_DATABASE_WRITER);
  g_assert_cmpint (count (again), ==, 0);
}

static void
savepoint (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  foyer_database_savepoint (fixture->writer, &error);
  g_assert_no_error (error);
  run (fixture->writer, sql);
}

static void
test_savepoints (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStatement) sum = NULL;

  begin (fixture->writer);
  run (fixture->writer, "INSERT INTO t (n) VALUES (1)");
  savepoint (fixture, "INSERT INTO t (n) VALUES (10)");
  savepoint (fixture, "INSERT INTO t (n) VALUES (100)");
  savepoint (fixture, "INSERT INTO t (n) VALUES (1000)");
  g_assert_true (foyer_database_release_savepoint (fixture->writer, &error));
  foyer_database_rollback_savepoint (fixture->writer);
  g_assert_cmpint (ask (fixture->writer, "SELECT sum(n) FROM t"), ==, 11);
  savepoint (fixture, "INSERT INTO t (n) VALUES (10000)");
  g_assert_true (foyer_database_release_savepoint (fixture->writer, &error));
  g_assert_true (foyer_database_release_savepoint (fixture->writer, &error));
  g_assert_no_error (error);
  commit (fixture->writer);
  g_assert_cmpint (ask (fixture->writer, "SELECT sum(n) FROM t"), ==, 10011);
}

/* A failing call rolls back its own effect; what went before and comes after stands. */
static void
test_savepoint_after_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin (fixture->writer);
  run (fixture->writer, "INSERT INTO t (n) VALUES (1)");
  savepoint (fixture, "INSERT INTO t (n) VALUES (2)");
  g_assert_false (foyer_database_execute (fixture->writer, "INSERT INTO t (n) VALUES ('x')", &error));
  g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CONSTRAINT);
  foyer_database_rollback_savepoint (fixture->writer);
  savepoint (fixture, "INSERT INTO t (n) VALUES (4)");
  g_clear_error (&error);
  g_assert_true (foyer_database_release_savepoint (fixture->writer, &error));
  commit (fixture->writer);
  g_assert_cmpint (ask (fixture->writer, "SELECT sum(n) FROM t"), ==, 5);
}

static void
test_parameters_by_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerStatement) statement
      = prepare (fixture->writer, "SELECT $2, $1, $3, $2, $11, $10, $9, $8, $7, $6, $5, $4");
  static const gint64 expected[] = { 2, 1, 3, 2, 11, 10, 9, 8, 7, 6, 5, 4 };

  for (guint number = 1; number <= 11; number++)
    foyer_statement_bind_integer (statement, number, number);
  g_assert_true (step (statement));
  for (guint column = 0; column < G_N_ELEMENTS (expected); column++)
    g_assert_cmpint (foyer_statement_get_integer (statement, column), ==, expected[column]);
  g_assert_false (step (statement));
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  static const gint64 numbers[] = { 0, -1, G_MAXINT64, G_MININT64 };
  static const char *const texts[] = { "", "'; DROP TABLE t; --", "caf\xc3\xa9 \xf0\x9f\x98\x80", NULL };
  static const gsize sizes[] = { 0, 1, 3, 4 };
  g_autoptr (FoyerStatement) insert
      = prepare (fixture->writer, "INSERT INTO t (b, s, n) VALUES ($3, $2, $1)");
  g_autoptr (FoyerStatement) select = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static ("\0\xff\0x", sizes[i]);

    foyer_statement_bind_integer (insert, 1, numbers[i]);
    foyer_statement_bind_text (insert, 2, texts[i]);
    foyer_statement_bind_blob (insert, 3, bytes);
    g_assert_true (foyer_statement_run (insert, &error));
  }
  /* Bound values are forgotten with each run. */
  g_assert_true (foyer_statement_run (insert, &error));
  foyer_statement_bind_integer (insert, 1, 7);
  foyer_statement_bind_null (insert, 1);
  g_assert_true (foyer_statement_run (insert, &error));
  g_assert_no_error (error);

  select = prepare (fixture->writer, "SELECT n, s, b FROM t ORDER BY rowid");
  for (gsize i = 0; i < 6; i++) {
    g_autoptr (GBytes) bytes = NULL;

    g_assert_true (step (select));
    bytes = foyer_statement_get_blob (select, 2);
    g_assert_cmpint (foyer_statement_is_null (select, 0), ==, i >= 4);
    g_assert_cmpint (bytes == NULL, ==, i >= 4);
    if (i >= 4)
      continue;
    g_assert_cmpint (foyer_statement_get_integer (select, 0), ==, numbers[i]);
    g_assert_cmpstr (foyer_statement_get_text (select, 1), ==, texts[i]);
    g_assert_cmpint (foyer_statement_is_null (select, 1), ==, texts[i] == NULL);
    g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "\0\xff\0x", sizes[i]);
  }
  g_assert_false (step (select));
}

static void
test_in_use_twice (Fixture *fixture, gconstpointer data)
{
  static const char sql[] = "SELECT n FROM t ORDER BY n";
  FoyerStatement *outer;
  FoyerStatement *again;

  run (fixture->writer, "INSERT INTO t (n) VALUES (1), (2), (3)");
  outer = prepare (fixture->writer, sql);
  for (gint64 i = 1; i <= 3; i++) {
    g_autoptr (FoyerStatement) inner = NULL;

    g_assert_true (step (outer));
    inner = prepare (fixture->writer, sql);
    g_assert_true (inner != outer);
    for (gint64 j = 1; j <= 3; j++) {
      g_assert_true (step (inner));
      g_assert_cmpint (foyer_statement_get_integer (inner, 0), ==, j);
    }
    g_assert_false (step (inner));
    g_assert_cmpint (foyer_statement_get_integer (outer, 0), ==, i);
  }
  foyer_statement_release (outer);
  /* It is kept, and begins anew. */
  again = prepare (fixture->writer, sql);
  g_assert_true (again == outer);
  g_assert_true (step (again));
  g_assert_cmpint (foyer_statement_get_integer (again, 0), ==, 1);
  foyer_statement_release (again);
  foyer_statement_release (NULL);
}

static void
test_integer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ask (fixture->writer, "SELECT n FROM t"), ==, 0);
  g_assert_cmpint (ask (fixture->writer, "SELECT 41 + 1"), ==, 42);
  g_assert_cmpint (foyer_database_integer (fixture->writer, "SELECT nothing FROM t", &error), ==, 0);
  g_assert_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/database/connection/pragmas-are-in-force", test_pragmas);
  ADD ("/database/connection/nobody-else-may-read-the-files", test_modes_of_files);
  ADD ("/database/connection/a-second-writer-is-refused", test_two_writers);
  ADD ("/database/connection/closing-a-writer-checkpoints", test_close_checkpoints);
  ADD ("/database/connection/a-reader-sees-one-snapshot-until-renewed", test_snapshot);
  ADD ("/database/connection/a-reader-never-writes", test_reader_never_writes);
  ADD ("/database/transaction/rollback-undoes-all", test_rollback);
  ADD ("/database/transaction/closing-rolls-back", test_closed_in_transaction);
  ADD ("/database/transaction/savepoints-nest", test_savepoints);
  ADD ("/database/transaction/a-failure-costs-its-savepoint-only", test_savepoint_after_failure);
  ADD ("/database/statement/parameters-go-by-number", test_parameters_by_number);
  ADD ("/database/statement/values-come-back-whole", test_values);
  ADD ("/database/statement/in-use-twice", test_in_use_twice);
  ADD ("/database/statement/integer-of-nothing-is-0", test_integer);
#undef ADD
  return g_test_run ();
}
