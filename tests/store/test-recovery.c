/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-recovery.c - whatever happens to the file, what a person did and has not left is there at the next start */

#include "foyer-id.h"
#include "foyer-journal-entry.h"
#include "foyer-test.h"
#include "types/invite.h"
#include "types/label.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

#define INVITE \
  "{'clientId': 'cl-01890a5d-ac96-7d4e-8f00-000000000001'," \
  " 'personId': 'pp-01890a5d-ac96-7d4e-8f00-000000000002', 'password': 'correct horse'}"
#define HOLD (10 * G_USEC_PER_SEC)

typedef struct {
  char *directory;
  char *path;
  char *journal_path;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerStore *store;
} Fixture;

static void
open_store (Fixture *fixture)
{
  fixture->store = foyer_test_open_store (fixture->directory, fixture->clock, fixture->random, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = foyer_test_make_directory ();
  fixture->path = g_build_filename (fixture->directory, "store.db", NULL);
  fixture->journal_path = g_build_filename (fixture->directory, "operations.journal", NULL);
  fixture->clock = FOYER_CLOCK (foyer_manual_clock_new (G_GINT64_CONSTANT (1790000000000000)));
  fixture->random = foyer_random_new_seeded (3);
  open_store (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    foyer_test_close_store (fixture->store);
  g_object_unref (fixture->clock);
  g_object_unref (fixture->random);
  foyer_test_remove_directory (fixture->directory);
  g_free (fixture->path);
  g_free (fixture->journal_path);
}

static void
close_store (Fixture *fixture)
{
  foyer_test_close_store (g_steal_pointer (&fixture->store));
}

static void
restart (Fixture *fixture)
{
  close_store (fixture);
  open_store (fixture);
}

static char *
make_label (Fixture *fixture, const char *name)
{
  g_autofree char *id = foyer_id_new ("lb", fixture->clock, fixture->random);
  g_autofree char *patch = g_strdup_printf ("{'name': '%s'}", name);
  char *operation
      = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type, id, patch, 0, NULL);

  g_assert_nonnull (operation);
  return operation;
}

static void
undo (Fixture *fixture, const char *operation_id)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_store_undo_async (fixture->store, operation_id, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  g_assert_true (foyer_store_undo_finish (fixture->store, result, NULL));
}

static void
try_to_back_up (Fixture *fixture, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_store_back_up_async (fixture->store, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  foyer_store_back_up_finish (fixture->store, result, error);
}

static void
back_up (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  try_to_back_up (fixture, &error);
  g_assert_no_error (error);
}

/* -1 if the store does not know it. */
static int
get_state (Fixture *fixture, const char *operation_id)
{
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (fixture->store, operation_id);

  return operation == NULL ? -1 : (int) foyer_operation_get_state (operation);
}

static guint
count_labels (Fixture *fixture)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_label_type);
  g_autoptr (GPtrArray) labels = foyer_store_list (fixture->store, query);

  return labels->len;
}

static gpointer
settle_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_store_writer_settle (writer, data, FOYER_OPERATION_DONE, NULL, error);
  return NULL;
}

static void
ruin (Fixture *fixture)
{
  g_assert_true (
      g_file_set_contents (fixture->path, "This is no database, whatever its name says.", -1, NULL));
}

static void
expect_rebuild (void)
{
  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "The store is damaged*");
}

static void
run_sql (Fixture *fixture, const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
test_ruined_file_keeps_what_has_not_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = make_label (fixture, "kept");
  g_autofree char *undone = make_label (fixture, "undone");
  g_autofree char *done = make_label (fixture, "done");
  const FoyerRecovery *recovery;

  undo (fixture, undone);
  foyer_test_write (fixture->store, settle_in_worker, done);
  close_store (fixture);
  ruin (fixture);
  expect_rebuild ();
  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "*put 1 operations right");
  open_store (fixture);
  g_test_assert_expected_messages ();
  recovery = foyer_store_get_recovery (fixture->store);
  g_assert_true (recovery->happened);
  g_assert_cmpuint (recovery->kept, ==, 1);
  g_assert_cmpint (recovery->copied_at, ==, 0);
  g_assert_true (g_file_test (recovery->damaged_path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (get_state (fixture, kept), ==, FOYER_OPERATION_QUEUED);
  g_assert_cmpint (get_state (fixture, undone), ==, -1);
  g_assert_cmpint (get_state (fixture, done), ==, -1);
  g_assert_cmpuint (count_labels (fixture), ==, 1);
  restart (fixture);
  g_assert_false (foyer_store_get_recovery (fixture->store)->happened);
  g_assert_cmpuint (count_labels (fixture), ==, 1);
}

static void
test_copy_is_used_but_not_believed_about_operations (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = make_label (fixture, "before the copy");
  g_autofree char *undone = make_label (fixture, "undone after the copy");
  g_autofree char *done = make_label (fixture, "done after the copy");
  g_autofree char *after = NULL;

  back_up (fixture);
  undo (fixture, undone);
  foyer_test_write (fixture->store, settle_in_worker, done);
  after = make_label (fixture, "after the copy");
  close_store (fixture);
  ruin (fixture);
  expect_rebuild ();
  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "*operations right");
  open_store (fixture);
  g_test_assert_expected_messages ();
  g_assert_cmpint (foyer_store_get_recovery (fixture->store)->copied_at, >, 0);
  g_assert_cmpuint (foyer_store_get_recovery (fixture->store)->kept, ==, 2);
  g_assert_cmpint (get_state (fixture, before), ==, FOYER_OPERATION_QUEUED);
  g_assert_cmpint (get_state (fixture, undone), ==, FOYER_OPERATION_UNDONE);
  g_assert_cmpint (get_state (fixture, done), ==, FOYER_OPERATION_DONE);
  g_assert_cmpint (get_state (fixture, after), ==, FOYER_OPERATION_QUEUED);
}

static void
test_damaged_copy_gives_way_to_an_older_one (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = make_label (fixture, "kept");
  g_autofree char *newest = g_strconcat (fixture->path, ".copy-1", NULL);

  back_up (fixture);
  foyer_manual_clock_advance (FOYER_MANUAL_CLOCK (fixture->clock), G_GINT64_CONSTANT (3601) * G_USEC_PER_SEC);
  back_up (fixture);
  close_store (fixture);
  ruin (fixture);
  g_assert_true (g_file_set_contents (newest, "not this one", -1, NULL));
  expect_rebuild ();
  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "Copy 1*");
  open_store (fixture);
  g_test_assert_expected_messages ();
  g_assert_cmpint (foyer_store_get_recovery (fixture->store)->copied_at, ==, 1790000000);
  g_assert_cmpint (get_state (fixture, kept), ==, FOYER_OPERATION_QUEUED);
}

/* An index that says something else than its table: no page is damaged, and a quick look finds nothing. */
static void
tangle_index (Fixture *fixture)
{
  close_store (fixture);
  run_sql (fixture, "PRAGMA writable_schema = ON;"
                    "UPDATE sqlite_schema SET sql = replace (sql, '\"position\"', '\"name\"')"
                    " WHERE type = 'index' AND tbl_name = 'label'");
  open_store (fixture);
}

static void
count_damage (FoyerStore *store, guint *count)
{
  (*count)++;
}

/* A console that is never closed makes a copy every hour; once a week it looks through the file before, and finds what no page asks for. */
static void
test_file_is_looked_through_every_week (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = make_label (fixture, "one");
  g_autofree char *other = make_label (fixture, "another");
  guint damages = 0;
  guint hours;

  back_up (fixture);
  tangle_index (fixture);
  g_signal_connect (fixture->store, "damaged", G_CALLBACK (count_damage), &damages);
  for (hours = 0; hours < 8 * 24 && damages == 0; hours++) {
    foyer_manual_clock_advance (FOYER_MANUAL_CLOCK (fixture->clock),
                                G_GINT64_CONSTANT (3601) * G_USEC_PER_SEC);
    try_to_back_up (fixture, NULL);
    foyer_test_settle ();
  }
  g_assert_cmpuint (damages, ==, 1);
  g_assert_cmpuint (hours, >, 7 * 24 - 2);
}

static void
test_copies_are_an_hour_apart_and_three (Fixture *fixture, gconstpointer data)
{
  guint found = 0;
  const char *name;
  g_autoptr (GDir) folder = NULL;

  for (guint i = 0; i < 10; i++) {
    foyer_manual_clock_advance (FOYER_MANUAL_CLOCK (fixture->clock),
                                G_GINT64_CONSTANT (1900) * G_USEC_PER_SEC);
    back_up (fixture);
  }
  folder = g_dir_open (fixture->directory, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    found += strstr (name, ".copy-") != NULL;
  g_assert_cmpuint (found, ==, 3);
}

static void
test_operation_that_lost_its_row_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = make_label (fixture, "kept");

  close_store (fixture);
  run_sql (fixture, "DELETE FROM operation; DELETE FROM label; DELETE FROM shadow");
  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "*put 1 operations right");
  open_store (fixture);
  g_assert_cmpint (get_state (fixture, kept), ==, FOYER_OPERATION_QUEUED);
  g_assert_cmpuint (count_labels (fixture), ==, 1);
}

static void
test_damaged_patch_is_read_from_the_journal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = make_label (fixture, "kept");
  g_autoptr (FoyerOperation) operation = NULL;

  close_store (fixture);
  run_sql (fixture, "UPDATE operation SET patch = '{\"name\":\"kepp\"}', type = 'Nothing', verb = 9");
  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "*put 1 operations right");
  open_store (fixture);
  operation = foyer_store_get_operation (fixture->store, kept);
  g_assert_nonnull (operation);
  g_assert_cmpstr (json_object_get_string_member (foyer_operation_get_data (operation)->patch, "name"), ==,
                   "kept");
}

static void
test_damaged_row_without_a_frame_is_put_away (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lost = make_label (fixture, "lost");

  close_store (fixture);
  run_sql (fixture, "UPDATE operation SET patch = 'x'");
  g_unlink (fixture->journal_path);
  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "Operation * is damaged*");
  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "*put 1 operations right");
  open_store (fixture);
  g_assert_cmpint (get_state (fixture, lost), ==, -1);
}

static void
test_store_of_an_older_foyer_gets_a_journal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = make_label (fixture, "kept");

  close_store (fixture);
  g_unlink (fixture->journal_path);
  open_store (fixture);
  g_assert_cmpint (get_state (fixture, kept), ==, FOYER_OPERATION_QUEUED);
  close_store (fixture);
  ruin (fixture);
  expect_rebuild ();
  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "*put 1 operations right");
  open_store (fixture);
  g_assert_cmpint (get_state (fixture, kept), ==, FOYER_OPERATION_QUEUED);
}

/* A limit on the size of files is a disk that fails in the middle of a write. */
static void
set_file_limit (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static goffset
get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : 0;
}

static gboolean
try_label (Fixture *fixture, GError **error)
{
  g_autofree char *id = foyer_id_new ("lb", fixture->clock, fixture->random);
  g_autofree char *operation = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type, id,
                                                  "{'name': 'x'}", 0, error);

  return operation != NULL;
}

static void
test_journal_that_cannot_grow_keeps_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = make_label (fixture, "kept");
  goffset size = get_size (fixture->journal_path);

  set_file_limit ((rlim_t) size + 10);
  g_assert_false (try_label (fixture, &error));
  set_file_limit (RLIM_INFINITY);
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_FAILED);
  g_assert_cmpint (get_size (fixture->journal_path), ==, size);
  g_assert_true (try_label (fixture, NULL));
  restart (fixture);
  g_assert_cmpuint (count_labels (fixture), ==, 2);
  g_assert_cmpint (get_state (fixture, kept), ==, FOYER_OPERATION_QUEUED);
}

static void
test_unknown_commit_is_looked_up_at_the_next_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) later = NULL;
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *first = make_label (fixture, "first");

  set_file_limit ((rlim_t) get_size (wal));
  g_assert_false (try_label (fixture, &error));
  set_file_limit (RLIM_INFINITY);
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_UNKNOWN);
  g_assert_false (try_label (fixture, &later));
  g_assert_error (later, FOYER_STORE_ERROR, FOYER_STORE_ERROR_UNKNOWN);
  g_assert_cmpuint (count_labels (fixture), ==, 1);
  close_store (fixture);
  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "*put 1 operations right");
  open_store (fixture);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (count_labels (fixture), ==, 2);
}

static void
test_secret_goes_when_its_operation_has_ended (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_id_new (foyer_invite_type.prefix, fixture->clock, fixture->random);
  g_autofree char *operation = NULL;
  g_autoptr (FoyerOperation) held = NULL;
  g_autoptr (FoyerOperation) ended = NULL;
  g_autoptr (GError) error = NULL;

  operation
      = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_invite_type, id, INVITE, HOLD, &error);
  g_assert_no_error (error);
  held = foyer_store_get_operation (fixture->store, operation);
  g_assert_cmpstr (json_object_get_string_member (foyer_operation_get_data (held)->patch, "password"), ==,
                   "correct horse");
  undo (fixture, operation);
  ended = foyer_store_get_operation (fixture->store, operation);
  g_assert_cmpstr (json_object_get_string_member (foyer_operation_get_data (ended)->patch, "password"), ==,
                   "•••");
}

/* In how many files of the store these words stand. */
static guint
count_files_with (Fixture *fixture, const char *words, gboolean but_the_store)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->directory, 0, NULL);
  const char *name;
  guint n_files = 0;

  while ((name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->directory, name, NULL);
    g_autofree char *bytes = NULL;
    gsize size = 0;

    if (g_file_test (path, G_FILE_TEST_IS_DIR)
        || (but_the_store && (g_str_equal (name, "store.db") || g_str_equal (name, "store.db-wal")))
        || !g_file_get_contents (path, &bytes, &size, NULL))
      continue;
    if (memmem (bytes, size, words, strlen (words)) != NULL) {
      g_test_message ("%s", name);
      n_files++;
    }
  }
  return n_files;
}

/* While it waits, the secret is in the store alone, and afterwards nowhere: not in the journal, and not in a copy. */
static void
test_secret_is_in_no_file_afterwards (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = foyer_id_new (foyer_invite_type.prefix, fixture->clock, fixture->random);
  g_autofree char *operation = NULL;
  g_autofree char *copy = g_strconcat (fixture->path, ".copy-1", NULL);
  g_autoptr (GError) error = NULL;

  operation
      = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_invite_type, id, INVITE, HOLD, &error);
  g_assert_no_error (error);
  back_up (fixture);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files_with (fixture, "correct horse", TRUE), ==, 0);
  undo (fixture, operation);
  close_store (fixture);
  g_assert_cmpuint (count_files_with (fixture, "correct horse", FALSE), ==, 0);
  open_store (fixture);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);

  ADD ("/recovery/C06-ruined-file-keeps-what-has-not-left", test_ruined_file_keeps_what_has_not_left);
  ADD ("/recovery/copy-is-used-but-not-believed-about-operations",
       test_copy_is_used_but_not_believed_about_operations);
  ADD ("/recovery/damaged-copy-gives-way-to-an-older-one", test_damaged_copy_gives_way_to_an_older_one);
  ADD ("/recovery/file-is-looked-through-every-week", test_file_is_looked_through_every_week);
  ADD ("/recovery/copies-are-an-hour-apart-and-three", test_copies_are_an_hour_apart_and_three);
  ADD ("/recovery/operation-that-lost-its-row-comes-back", test_operation_that_lost_its_row_comes_back);
  ADD ("/recovery/damaged-patch-is-read-from-the-journal", test_damaged_patch_is_read_from_the_journal);
  ADD ("/recovery/damaged-row-without-a-frame-is-put-away", test_damaged_row_without_a_frame_is_put_away);
  ADD ("/recovery/store-of-an-older-foyer-gets-a-journal", test_store_of_an_older_foyer_gets_a_journal);
  ADD ("/recovery/journal-that-cannot-grow-keeps-nothing", test_journal_that_cannot_grow_keeps_nothing);
  ADD ("/recovery/unknown-commit-is-looked-up-at-the-next-start",
       test_unknown_commit_is_looked_up_at_the_next_start);
  ADD ("/recovery/secret-is-in-no-file-afterwards", test_secret_is_in_no_file_afterwards);
  ADD ("/recovery/secret-goes-when-its-operation-has-ended", test_secret_goes_when_its_operation_has_ended);
  return g_test_run ();
}
