/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-first-sync.c - rows a second of a first sync over loopback HTTP against plain SQLite inserts of the same rows */

#include "foyer-bench.h"

#include "foyer-record-list.h"
#include "types/booking.h"

#include <glib/gstdio.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sqlite3.h>
#include <stdlib.h>

#define RUNS 3
#define BATCH 10000 /* rows in memory at a time */

static double
get_seconds (gint64 since)
{
  return (double) (g_get_monotonic_time () - since) / G_USEC_PER_SEC;
}

/* With as much memory for pages as a console's store allows itself. */
static sqlite3 *
open_plain (const char *path)
{
  sqlite3 *database;

  if (sqlite3_open (path, &database) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  sqlite3_exec (database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000",
                NULL, NULL, NULL);
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

static sqlite3_stmt *
prepare_insert (sqlite3 *database, const char *table, int n_columns)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO \"");
  sqlite3_stmt *statement;

  g_string_append_printf (sql, "%s\" VALUES (?", table);
  for (int i = 1; i < n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append (sql, ")");
  sqlite3_prepare_v2 (database, sql->str, -1, &statement, NULL);
  return statement;
}

/* Fills @values with up to BATCH rows, row after row. Returns: %FALSE once @rows has come to its end: another step would begin anew */
static gboolean
read_batch (sqlite3_stmt *rows, GPtrArray *values)
{
  g_ptr_array_set_size (values, 0);
  for (guint count = 0; count < BATCH; count++) {
    if (sqlite3_step (rows) != SQLITE_ROW)
      return FALSE;
    for (int i = 0; i < sqlite3_column_count (rows); i++)
      g_ptr_array_add (values, sqlite3_value_dup (sqlite3_column_value (rows, i)));
  }
  return TRUE;
}

static guint
insert_batch (sqlite3_stmt *insert, int n_columns, GPtrArray *values)
{
  guint count = 0;

  for (guint at = 0; at < values->len; at += (guint) n_columns, count++) {
    for (int i = 0; i < n_columns; i++)
      sqlite3_bind_value (insert, i + 1, values->pdata[at + (guint) i]);
    sqlite3_step (insert);
    sqlite3_reset (insert);
  }
  return count;
}

/* In the order in which the console got them. Only the inserts are timed, not the reading of what is to be inserted. */
static guint
copy_table (sqlite3 *from, sqlite3 *to, const char *table, double *seconds)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY rev", table);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  sqlite3_stmt *rows;
  sqlite3_stmt *insert;
  gboolean more = TRUE;
  guint count = 0;

  sqlite3_prepare_v2 (from, sql, -1, &rows, NULL);
  insert = prepare_insert (to, table, sqlite3_column_count (rows));
  while (more) {
    gint64 since;

    more = read_batch (rows, values);
    since = g_get_monotonic_time ();
    count += insert_batch (insert, sqlite3_column_count (rows), values);
    *seconds += get_seconds (since);
  }
  sqlite3_finalize (rows);
  sqlite3_finalize (insert);
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
  guint count = 0;
  double seconds = 0;
  gint64 since;

  sqlite3_exec (to, "BEGIN", NULL, NULL, NULL);
  for (guint i = 0; i < tables->len; i++)
    count += copy_table (from, to, tables->pdata[i], &seconds);
  since = g_get_monotonic_time ();
  sqlite3_exec (to, "COMMIT", NULL, NULL, NULL);
  seconds += get_seconds (since);
  sqlite3_close (from);
  sqlite3_close (to);
  return count / seconds;
}

/* When the progress was told. */
typedef struct {
  guint fetched;
  gint64 peak; /* kB, until then */
} Step;

typedef struct {
  double rate;
  FoyerBenchStall stall;
  double peak_memory;      /* MB */
  double half_peak_memory; /* MB: until half of the rows were there */
  guint fetched;
  GArray *steps; /* (element-type Step) (owned) */
} Measured;

static void
on_fetched (GObject *engine, GParamSpec *property, gpointer user_data)
{
  Step step = { .peak = foyer_bench_peak_memory () };

  g_object_get (engine, "fetched", &step.fetched, NULL);
  g_array_append_val ((GArray *) user_data, step);
}

static double
find_half_peak (const Measured *measured)
{
  for (guint i = 0; i < measured->steps->len; i++) {
    const Step *step = &g_array_index (measured->steps, Step, i);

    if (step->fetched >= measured->fetched / 2)
      return (double) step->peak / 1024;
  }
  return measured->peak_memory;
}

/* With a list open, as the window has one. */
static Measured
measure_sync (FoyerBenchConsole *console)
{
  FoyerQuery *query = foyer_query_new (&foyer_booking_type);
  g_autoptr (FoyerRecordList) list = NULL;
  Measured measured = { .steps = g_array_new (FALSE, FALSE, sizeof (Step)) };
  gint64 since;

  foyer_query_order (query, "start", FALSE);
  list = foyer_record_list_new (console->store, query);
  g_signal_connect (console->engine, "notify::fetched", G_CALLBACK (on_fetched), measured.steps);
  g_file_set_contents ("/proc/self/clear_refs", "5", 1, NULL); /* Forgets the peak so far. */
  foyer_bench_watch_stalls ();
  since = g_get_monotonic_time ();
  foyer_bench_console_sync (console);
  g_object_get (console->engine, "fetched", &measured.fetched, NULL);
  measured.rate = measured.fetched / get_seconds (since);
  measured.stall = foyer_bench_longest_stall ();
  measured.peak_memory = (double) foyer_bench_peak_memory () / 1024;
  measured.half_peak_memory = find_half_peak (&measured);
  g_signal_handlers_disconnect_by_data (console->engine, measured.steps);
  return measured;
}

/* As many as the console allows itself, see console/foyer-heap.c. */
static void
prepare_heap (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 2);
#endif
}

int
main (int argc, char **argv)
{
  guint messages = argc > 1 ? (guint) atoi (argv[1]) : 85000;
  guint runs = argc > 2 ? (guint) atoi (argv[2]) : RUNS;
  FoyerBenchServer *server;
  g_autoptr (GArray) synced = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) stalls = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) own_stalls = g_array_new (FALSE, FALSE, sizeof (double));
  Measured first = { 0 };
  double sync_rate;
  double plain_rate;

  prepare_heap ();
  server = foyer_bench_server_start (200, messages);
  for (guint i = 0; i < runs; i++) {
    FoyerBenchConsole *console = foyer_bench_console_open (server);
    Measured measured = measure_sync (console);
    double rate = measure_plain (console->directory);

    if (i == 0) /* Later runs begin with the memory of the earlier ones. */
      first = measured;
    else
      g_array_unref (measured.steps);
    g_array_append_val (synced, measured.rate);
    g_array_append_val (stalls, measured.stall.wall);
    g_array_append_val (own_stalls, measured.stall.own);
    g_array_append_val (plain, rate);
    foyer_bench_console_close (console);
  }
  sync_rate = foyer_bench_percentile (synced, 0.5);
  plain_rate = foyer_bench_percentile (plain, 0.5);
  g_print ("first-sync: %.0f rows/s of %u rows; plain inserts %.0f rows/s; ratio %.2f (aim >= 0.4)\n",
           sync_rate, first.fetched, plain_rate, sync_rate / plain_rate);
  g_print ("first-sync: longest stall of the main thread %.1f ms, %.1f ms of it its own work (aim <= 16 ms); "
           "progress told %u times\n",
           foyer_bench_percentile (stalls, 0.5), foyer_bench_percentile (own_stalls, 0.5), first.steps->len);
  g_print ("first-sync: peak memory %.0f MB at half of %u rows, %.0f MB at their end (aim: independent of "
           "the rows)\n",
           first.half_peak_memory, first.fetched, first.peak_memory);
  g_array_unref (first.steps);
  foyer_bench_server_stop (server);
  return 0;
}
