/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-first-sync.c - rows a second of a first sync over loopback HTTP against plain SQLite inserts of the same rows */

#include "foyer-bench.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#define RUNS 3

static double
get_seconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / G_USEC_PER_SEC;
}

static sqlite3 *
open_plain (const char *path)
{
  sqlite3 *database;

  if (sqlite3_open (path, &database) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  sqlite3_exec (database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", NULL, NULL, NULL);
  return database;
}

/* The definitions of the record tables and their indexes, as they are in the store. */
static GPtrArray *
copy_schema (sqlite3 *from, sqlite3 *to)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  sqlite3_prepare_v2 (
      from,
      "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN"
      " (SELECT tbl_name FROM sqlite_master WHERE sql LIKE '%created_rev%') ORDER BY type DESC",
      -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    sqlite3_exec (to, (const char *) sqlite3_column_text (statement, 2), NULL, NULL, NULL);
    if (g_str_equal (sqlite3_column_text (statement, 0), "table"))
      g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (statement, 1)));
  }
  sqlite3_finalize (statement);
  return tables;
}

typedef struct {
  char *table;
  int n_columns;
  GPtrArray *values; /* (element-type sqlite3_value), row after row */
} Rows;

static Rows *
read_rows (sqlite3 *database, const char *table)
{
  Rows *rows = g_new0 (Rows, 1);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *statement;

  sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);
  rows->table = g_strdup (table);
  rows->n_columns = sqlite3_column_count (statement);
  rows->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    for (int i = 0; i < rows->n_columns; i++)
      g_ptr_array_add (rows->values, sqlite3_value_dup (sqlite3_column_value (statement, i)));
  }
  sqlite3_finalize (statement);
  return rows;
}

static void
free_rows (gpointer data)
{
  Rows *rows = data;

  g_free (rows->table);
  g_ptr_array_unref (rows->values);
  g_free (rows);
}

static guint
insert_rows (sqlite3 *database, Rows *rows)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO \"");
  sqlite3_stmt *statement;
  guint count = 0;

  g_string_append_printf (sql, "%s\" VALUES (?", rows->table);
  for (int i = 1; i < rows->n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append (sql, ")");
  sqlite3_prepare_v2 (database, sql->str, -1, &statement, NULL);
  for (guint at = 0; at < rows->values->len; at += (guint) rows->n_columns, count++) {
    for (int i = 0; i < rows->n_columns; i++)
      sqlite3_bind_value (statement, i + 1, rows->values->pdata[at + (guint) i]);
    sqlite3_step (statement);
    sqlite3_reset (statement);
  }
  sqlite3_finalize (statement);
  return count;
}

static double
measure_plain (const char *store_directory)
{
  g_autofree char *from_path = g_build_filename (store_directory, "store.db", NULL);
  g_autofree char *to_path = g_build_filename (store_directory, "plain.db", NULL);
  sqlite3 *from = open_plain (from_path);
  sqlite3 *to = open_plain (to_path);
  g_autoptr (GPtrArray) tables = copy_schema (from, to);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_rows);
  guint count = 0;
  gint64 since;
  double seconds;

  for (guint i = 0; i < tables->len; i++)
    g_ptr_array_add (all, read_rows (from, tables->pdata[i]));
  since = g_get_monotonic_time ();
  sqlite3_exec (to, "BEGIN", NULL, NULL, NULL);
  for (guint i = 0; i < all->len; i++)
    count += insert_rows (to, all->pdata[i]);
  sqlite3_exec (to, "COMMIT", NULL, NULL, NULL);
  seconds = get_seconds (since);
  sqlite3_close (from);
  sqlite3_close (to);
  return count / seconds;
}

static double
measure_sync (FoyerBenchConsole *console, guint *fetched)
{
  gint64 since = g_get_monotonic_time ();

  foyer_bench_console_sync (console);
  g_object_get (console->engine, "fetched", fetched, NULL);
  return *fetched / get_seconds (since);
}

int
main (int argc, char **argv)
{
  guint messages = argc > 1 ? (guint) atoi (argv[1]) : 20000;
  FoyerBenchServer *server = foyer_bench_server_start (200, messages);
  g_autoptr (GArray) synced = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (double));
  guint fetched = 0;
  double sync_rate;
  double plain_rate;

  for (guint i = 0; i < RUNS; i++) {
    FoyerBenchConsole *console = foyer_bench_console_open (server);
    double rate = measure_sync (console, &fetched);

    g_array_append_val (synced, rate);
    rate = measure_plain (console->directory);
    g_array_append_val (plain, rate);
    foyer_bench_console_close (console);
  }
  sync_rate = foyer_bench_percentile (synced, 0.5);
  plain_rate = foyer_bench_percentile (plain, 0.5);
  g_print ("first-sync: %.0f rows/s of %u rows; plain inserts %.0f rows/s; ratio %.2f (aim >= 0.33)\n",
           sync_rate, fetched, plain_rate, sync_rate / plain_rate);
  foyer_bench_server_stop (server);
  return 0;
}
