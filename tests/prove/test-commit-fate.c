/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-commit-fate.c - a commit that the disk spoils: what was said of it stays true when the process ends */

#include "foyer-database.h"

#include "foyer-faulty-disk.h"
#include "foyer-test.h"
#include "types/label.h"

#include <glib/gstdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
  char *directory;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = g_dir_make_tmp ("foyer-fate-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->directory, "server.db", NULL);
}

static void
remove_files (Fixture *fixture)
{
  static const char *const ends[] = { "", "-wal", "-shm", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    g_autofree char *path = g_strconcat (fixture->path, ends[i], NULL);

    g_unlink (path);
  }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_files (fixture);
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture->path);
}

static FoyerDatabase *
open_database (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  FoyerDatabase *database = foyer_database_open (fixture->path, FOYER_DATABASE_WRITER, &error);

  g_assert_no_error (error);
  return database;
}

static void
make_table (Fixture *fixture)
{
  g_autoptr (FoyerDatabase) database = open_database (fixture);

  g_assert_true (foyer_database_execute (database, "CREATE TABLE deed (number INTEGER) STRICT", NULL));
  foyer_database_close (database);
}

/* What the child was told of its commit. */
typedef enum {
  NOT_BEGUN,
  DONE,
  NOT_DONE,
  UNKNOWN,
} Fate;

static Fate
do_deed (const char *path)
{
  FoyerDatabase *database = foyer_database_open (path, FOYER_DATABASE_WRITER, NULL);
  g_autoptr (GError) error = NULL;

  if (database == NULL || !foyer_database_begin (database, NULL))
    return NOT_BEGUN;
  if (!foyer_database_execute (database, "INSERT INTO deed (number) VALUES (1)", NULL)) {
    foyer_database_rollback (database);
    return NOT_DONE;
  }
  if (foyer_database_commit_or_undo (database, &error))
    return DONE;
  return g_error_matches (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_UNKNOWN) ? UNKNOWN : NOT_DONE;
}

typedef struct {
  Fate fate;
  gboolean reached; /* the point at which something goes wrong */
} Told;

/* The process ends without closing anything, as in a crash. */
static Told
play (const char *path, Fate (*deed) (const char *path), FoyerFault fault, guint64 point)
{
  Told *told = mmap (NULL, sizeof *told, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  Told copy;
  int status;
  pid_t child;

  g_assert_true (told != MAP_FAILED);
  told->fate = NOT_BEGUN;
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    foyer_faulty_disk_install (fault, point, 1);
    told->fate = deed (path);
    told->reached = foyer_faulty_disk_count (FALSE) >= point;
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  copy = *told;
  munmap (told, sizeof *told);
  return copy;
}

static gint64
count_deeds (Fixture *fixture)
{
  g_autoptr (FoyerDatabase) database = open_database (fixture);
  gint64 count = foyer_database_integer (database, "SELECT count(*) FROM deed", NULL);

  foyer_database_close (database);
  return count;
}

static void
test_fate (Fixture *fixture, gconstpointer data)
{
  FoyerFault fault = (FoyerFault) GPOINTER_TO_INT (data);
  guint spoilt = 0;
  guint64 point = 1;
  Told told;

  do {
    gint64 count;

    remove_files (fixture);
    make_table (fixture);
    told = play (fixture->path, do_deed, fault, point++);
    count = count_deeds (fixture);
    spoilt += told.fate == NOT_DONE || told.fate == UNKNOWN;
    if (told.fate == DONE)
      g_assert_cmpint (count, ==, 1);
    else if (told.fate != UNKNOWN)
      g_assert_cmpint (count, ==, 0);
    /* One error is got over: then it is known. */
    if (fault == FOYER_FAULT_IO_ONCE)
      g_assert_cmpint (told.fate, !=, UNKNOWN);
  } while (told.reached);
  g_assert_cmpuint (point, >, 5);
  g_assert_cmpuint (spoilt, >, 0);
}

/* --- What a person did at a console --- */

#define LABEL "lb-01890a5d-ac96-7d4e-8f00-0123456789ab"

static FoyerStore *
open_store (const char *directory)
{
  g_autoptr (FoyerClock) clock = FOYER_CLOCK (foyer_manual_clock_new (G_GINT64_CONSTANT (1790000000000000)));
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (3);

  return foyer_test_open_store (directory, clock, random, NULL);
}

static Fate
act (const char *directory)
{
  FoyerStore *store = open_store (directory);
  g_autoptr (GError) error = NULL;
  g_autofree char *operation = NULL;

  if (store == NULL)
    return NOT_BEGUN;
  operation
      = foyer_test_submit (store, FOYER_VERB_CREATE, &foyer_label_type, LABEL, "{'name': 'mine'}", 0, &error);
  if (operation != NULL)
    return DONE;
  return g_error_matches (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_UNKNOWN) ? UNKNOWN : NOT_DONE;
}

/* Whether it is here, and will be sent, when the console is opened again. */
static gboolean
is_kept (const char *directory)
{
  static const FoyerOperationState waiting[] = { FOYER_OPERATION_HELD, FOYER_OPERATION_QUEUED };
  FoyerStore *store = open_store (directory);
  g_autoptr (GPtrArray) operations = NULL;
  g_autoptr (FoyerRecord) record = NULL;

  g_assert_nonnull (store);
  operations = foyer_store_list_operations (store, waiting, G_N_ELEMENTS (waiting), 0, 10);
  record = foyer_store_get (store, &foyer_label_type, LABEL);
  g_assert_true ((operations->len > 0) == (record != NULL));
  foyer_test_close_store (store);
  return operations->len > 0;
}

/* Also where all of the commit is on the disk that said that it was full. */
static void
test_what_was_called_undone_stays_undone (void)
{
  guint spoilt = 0;
  guint64 point = 1;
  Told told;

  do {
    char *directory = foyer_test_make_directory ();
    FoyerStore *store = open_store (directory);

    foyer_test_close_store (store);
    told = play (directory, act, FOYER_FAULT_FULL_TOO_LATE, point++);
    spoilt += told.fate == NOT_DONE;
    if (told.fate != UNKNOWN)
      g_assert_true (is_kept (directory) == (told.fate == DONE));
    foyer_test_remove_directory (directory);
  } while (told.reached);
  g_assert_cmpuint (spoilt, >, 0);
}

/* --- Working on while the disk is full --- */

#define N_ACTS 80

typedef struct {
  Fate fates[N_ACTS];
  gboolean readable; /* while the disk was full */
} Morning;

static char *
name_label (guint number)
{
  return g_strdup_printf ("lb-01890a5d-ac96-7d4e-8f00-%012u", number);
}

static Fate
make_label (FoyerStore *store, guint number)
{
  g_autofree char *id = name_label (number);
  g_autoptr (GError) error = NULL;
  g_autofree char *operation
      = foyer_test_submit (store, FOYER_VERB_CREATE, &foyer_label_type, id, "{'name': 'mine'}", 0, &error);

  if (operation != NULL)
    return DONE;
  return g_error_matches (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_DISK_FULL) ? NOT_DONE : UNKNOWN;
}

/* Never closed and opened anew: it is the same program that goes on when there is room again. */
static void
work (const char *directory, Morning *morning)
{
  g_autofree char *first = name_label (0);
  FoyerStore *store = open_store (directory);

  g_assert_nonnull (store);
  morning->readable = TRUE;
  for (guint i = 0; i < N_ACTS; i++) {
    g_autoptr (FoyerRecord) record = NULL;

    morning->fates[i] = make_label (store, i);
    record = foyer_store_get (store, &foyer_label_type, first);
    morning->readable = morning->readable && record != NULL;
  }
}

static void
test_room_is_made_again (void)
{
  char *directory = foyer_test_make_directory ();
  Morning *morning = mmap (NULL, sizeof *morning, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  guint refused = 0;
  FoyerStore *store;
  int status;
  pid_t child;

  g_assert_true (morning != MAP_FAILED);
  foyer_test_close_store (open_store (directory));
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    foyer_faulty_disk_install (FOYER_FAULT_FULL_FOR_A_WHILE, 40, 1);
    work (directory, morning);
    _exit (0);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  g_assert_true (morning->readable);
  g_assert_cmpint (morning->fates[0], ==, DONE);
  g_assert_cmpint (morning->fates[N_ACTS - 1], ==, DONE);
  store = open_store (directory);
  for (guint i = 0; i < N_ACTS; i++) {
    g_autofree char *id = name_label (i);
    g_autoptr (FoyerRecord) record = foyer_store_get (store, &foyer_label_type, id);

    g_assert_cmpint (morning->fates[i], !=, UNKNOWN);
    g_assert_true ((record != NULL) == (morning->fates[i] == DONE));
    refused += morning->fates[i] == NOT_DONE;
  }
  g_assert_cmpuint (refused, >, 5);
  foyer_test_close_store (store);
  foyer_test_remove_directory (directory);
  munmap (morning, sizeof *morning);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/commit-fate/one-error-is-got-over", Fixture, GINT_TO_POINTER (FOYER_FAULT_IO_ONCE), set_up,
              test_fate, tear_down);
  g_test_add ("/commit-fate/errors-without-end-leave-it-open", Fixture,
              GINT_TO_POINTER (FOYER_FAULT_IO_FOREVER), set_up, test_fate, tear_down);
  g_test_add ("/commit-fate/full-disk", Fixture, GINT_TO_POINTER (FOYER_FAULT_FULL_ONCE), set_up, test_fate,
              tear_down);
  g_test_add ("/commit-fate/full-disk-that-took-it-all", Fixture, GINT_TO_POINTER (FOYER_FAULT_FULL_TOO_LATE),
              set_up, test_fate, tear_down);
  g_test_add_func ("/commit-fate/what-a-full-disk-refused-at-a-console-stays-undone",
                   test_what_was_called_undone_stays_undone);
  g_test_add_func ("/commit-fate/a-console-goes-on-by-itself-when-there-is-room-again",
                   test_room_is_made_again);
  return g_test_run ();
}
