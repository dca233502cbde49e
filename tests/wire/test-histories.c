/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-histories.c - the server is restored and the console's disk is put back: what was done in either history is there in the end */

#include "accounts/foyer-accounts.h"
#include "backup/foyer-backup.h"
#include "foyer-one-console.h"
#include "foyer-test.h"
#include "types/label.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  FoyerOneConsole *console;
  char *backup;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->console = foyer_one_console_new ();
  foyer_one_console_pass (fixture->console, SECONDS (1));
  fixture->backup = foyer_test_make_directory ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_one_console_free (fixture->console);
  foyer_test_remove_directory (fixture->backup);
}

/* --- The console's disk --- */

static char *
copy_disk (const char *from)
{
  char *to = foyer_test_make_directory ();
  g_autoptr (GDir) directory = g_dir_open (from, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *source = g_build_filename (from, name, NULL);
    g_autofree char *target = g_build_filename (to, name, NULL);
    g_autofree char *bytes = NULL;
    gsize length;

    if (g_file_get_contents (source, &bytes, &length, NULL))
      g_assert_true (g_file_set_contents (target, bytes, (gssize) length, NULL));
  }
  return to;
}

static char *
keep_disk (Fixture *fixture)
{
  char *copy;

  foyer_one_console_close (fixture->console);
  copy = copy_disk (fixture->console->directory);
  foyer_one_console_open (fixture->console);
  return copy;
}

/* @disk: (transfer full) */
static void
put_disk_back (Fixture *fixture, char *disk)
{
  foyer_one_console_close (fixture->console);
  foyer_test_remove_directory (fixture->console->directory);
  fixture->console->directory = disk;
  foyer_one_console_open (fixture->console);
}

/* --- The server --- */

static char *
get_backup_path (Fixture *fixture)
{
  return g_build_filename (fixture->backup, "backup.foyer", NULL);
}

static void
back_up (Fixture *fixture)
{
  g_autofree char *path = get_backup_path (fixture);
  g_auto (FoyerBackupReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  foyer_backup_make (fixture->console->server->directory, path, &report, &error);
  g_assert_no_error (error);
}

/* @disk: (transfer full): what the console has afterwards */
static void
restore (Fixture *fixture, char *disk)
{
  FoyerOneConsole *console = fixture->console;
  FoyerTestServer *server = console->server;
  g_autofree char *path = get_backup_path (fixture);
  g_auto (FoyerBackupReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  foyer_one_console_close (console);
  foyer_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&console->loopback));
  foyer_backend_close (server->backend);
  g_clear_object (&server->backend);
  foyer_backup_restore (path, server->directory, TRUE, server->random, &report, &error);
  g_assert_no_error (error);
  server->backend = foyer_backend_open (server->directory, "http://{slug}.localhost",
                                        FOYER_CLOCK (server->clock), server->random, &error);
  g_assert_no_error (error);
  foyer_backend_set_public_url (server->backend, "http://{slug}.localhost", "http://127.0.0.1");
  console->loopback = FOYER_LOOPBACK (foyer_loopback_new (server, "A", console->token, console->trace));
  foyer_test_remove_directory (console->directory);
  console->directory = disk;
  foyer_one_console_open (console);
}

static void
assert_is_there (Fixture *fixture, const char *id, const char *name)
{
  g_autofree char *found = foyer_one_console_label_at_server (fixture->console, id);

  g_assert_cmpstr (found, ==, name);
}

/* --- Stories --- */

static void
test_restored_server_gets_what_it_forgot (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  char *disk;

  back_up (fixture);
  first = foyer_one_console_create_label (fixture->console, "First");
  foyer_one_console_pass (fixture->console, SECONDS (2));
  assert_is_there (fixture, first, "First");
  disk = keep_disk (fixture);
  restore (fixture, disk);
  foyer_one_console_pass (fixture->console, SECONDS (5));
  assert_is_there (fixture, first, "First");
}

/*
 * The numbers of two histories are the same, and mean other acts: the first act was number 1 before the restore, the second is number 1 after
 * it, and the disk that is put back knows the first alone.
 */
static void
test_numbers_of_two_histories_are_told_apart (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  char *before = keep_disk (fixture);
  char *after;

  back_up (fixture);
  first = foyer_one_console_create_label (fixture->console, "First");
  foyer_one_console_pass (fixture->console, SECONDS (2));
  after = keep_disk (fixture);
  restore (fixture, before);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  second = foyer_one_console_create_label (fixture->console, "Second");
  foyer_one_console_pass (fixture->console, SECONDS (2));
  assert_is_there (fixture, second, "Second");
  assert_is_there (fixture, first, NULL);
  put_disk_back (fixture, after);
  foyer_one_console_pass (fixture->console, SECONDS (30));
  assert_is_there (fixture, first, "First");
  assert_is_there (fixture, second, "Second");
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->console->engine), ==, FOYER_SYNC_IDLE);
}

/* Two acts that the old disk gives numbers which the server has seen: neither is taken for what it has seen, and none passes the other. */
static void
test_disk_that_was_put_back_loses_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  char *before = keep_disk (fixture);

  first = foyer_one_console_create_label (fixture->console, "First");
  foyer_one_console_pass (fixture->console, SECONDS (2));
  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  put_disk_back (fixture, before);
  second = foyer_one_console_create_label (fixture->console, "Second");
  third = foyer_one_console_create_label (fixture->console, "Third");
  foyer_loopback_set_online (fixture->console->loopback, TRUE);
  foyer_one_console_pass (fixture->console, SECONDS (60));
  assert_is_there (fixture, first, "First");
  assert_is_there (fixture, second, "Second");
  assert_is_there (fixture, third, "Third");
}

static gint64
count_kept_answers (Fixture *fixture)
{
  return foyer_database_integer (foyer_backend_get_writer (fixture->console->server->backend),
                                 "SELECT count(*) FROM op_log WHERE result IS NOT NULL", NULL);
}

/*
 * Before its first act leaves, the disk is copied. Later acts say that the answer is taken, and the server forgets it; the disk that is put
 * back asks for it again, and is content to hear that it was done.
 */
static void
test_disk_that_was_put_back_asks_for_what_it_took (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (FoyerOperation) operation = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  guint before;
  char *disk;

  labels = foyer_test_server_list (fixture->console->server, "northwind", &foyer_label_type);
  before = labels->len;
  g_clear_pointer (&labels, g_ptr_array_unref);
  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  first = foyer_one_console_create_label (fixture->console, "First");
  disk = keep_disk (fixture);
  foyer_loopback_set_online (fixture->console->loopback, TRUE);
  foyer_one_console_pass (fixture->console, SECONDS (60));
  assert_is_there (fixture, first, "First");
  g_assert_cmpint (count_kept_answers (fixture), ==, 1);
  second = foyer_one_console_create_label (fixture->console, "Second");
  foyer_one_console_pass (fixture->console, SECONDS (2));
  g_assert_cmpint (count_kept_answers (fixture), ==, 1);
  put_disk_back (fixture, disk);
  foyer_one_console_pass (fixture->console, SECONDS (60));
  labels = foyer_test_server_list (fixture->console->server, "northwind", &foyer_label_type);
  operation = foyer_one_console_find (fixture->console, first);
  g_assert_cmpuint (labels->len, ==, before + 2);
  g_assert_cmpint (foyer_operation_get_state (operation), ==, FOYER_OPERATION_DONE);
  assert_is_there (fixture, second, "Second");
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->console->engine), ==, FOYER_SYNC_IDLE);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/histories/disk-that-was-put-back-asks-for-what-it-took",
       test_disk_that_was_put_back_asks_for_what_it_took);
  ADD ("/histories/restored-server-gets-what-it-forgot", test_restored_server_gets_what_it_forgot);
  ADD ("/histories/numbers-of-two-histories-are-told-apart", test_numbers_of_two_histories_are_told_apart);
  ADD ("/histories/disk-that-was-put-back-loses-nothing", test_disk_that_was_put_back_loses_nothing);
  return g_test_run ();
}
