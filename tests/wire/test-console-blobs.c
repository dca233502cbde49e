/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-console-blobs.c - a record leaves after its file, and the file arrives whole, whatever happens on the way */

#include "foyer-blob-files.h"
#include "foyer-blob-id.h"
#include "foyer-id.h"
#include "foyer-one-console.h"
#include "foyer-store-blobs.h"
#include "foyer-test.h"
#include "types/photo.h"

#include <glib/gstdio.h>
#include <string.h>

#define LONG (9 * 1024 * 1024)

typedef struct {
  FoyerOneConsole *console;
  char *blob;
  char *operation;
  char *photo;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->console = foyer_one_console_new ();
  foyer_one_console_pass (fixture->console, SECONDS (1));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_one_console_free (fixture->console);
  g_free (fixture->blob);
  g_free (fixture->operation);
  g_free (fixture->photo);
}

static GBytes *
make_bytes (gsize length)
{
  guint8 *bytes = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (guint8) (i * 7 + i / 4096 + 1);
  return g_bytes_new_take (bytes, length);
}

static void
add_blob (Fixture *fixture, gsize length)
{
  g_autofree char *path = g_build_filename (fixture->console->directory, "picture", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = make_bytes (length);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 size;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) length, NULL));
  foyer_store_add_blob_async (fixture->console->store, file, "image/jpeg", NULL, foyer_test_take_result,
                              &waiting);
  result = foyer_test_wait_result (&waiting);
  fixture->blob = foyer_store_add_blob_finish (fixture->console->store, result, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpint (size, ==, length);
  g_unlink (path);
}

static void
take_photo (Fixture *fixture, gsize length)
{
  g_autoptr (FoyerRecord) client = foyer_test_server_get (fixture->console->server, "northwind", "cl-1");
  g_autoptr (GError) error = NULL;
  g_autofree char *patch = NULL;

  add_blob (fixture, length);
  fixture->photo = foyer_id_new (foyer_photo_type.prefix, FOYER_CLOCK (fixture->console->server->clock),
                                 fixture->console->random);
  patch = g_strdup_printf ("{'clientId': '%s', 'blobId': '%s', 'mediaType': 'image/jpeg'}",
                           foyer_record_get_id (client), fixture->blob);
  fixture->operation = foyer_test_submit (fixture->console->store, FOYER_VERB_CREATE, &foyer_photo_type,
                                          fixture->photo, patch, 0, &error);
  g_assert_no_error (error);
}

static FoyerOperationState
get_state (Fixture *fixture)
{
  g_autoptr (FoyerOperation) operation
      = foyer_store_get_operation (fixture->console->store, fixture->operation);

  return foyer_operation_get_state (operation);
}

static gboolean
waits (Fixture *fixture)
{
  g_autoptr (FoyerOperation) operation
      = foyer_store_get_operation (fixture->console->store, fixture->operation);

  return foyer_store_waits_for_blob (fixture->console->store, operation);
}

static char *
name_file (Fixture *fixture, const char *directory)
{
  g_autoptr (FoyerBlobFiles) files = foyer_blob_files_new (directory);

  return foyer_blob_files_get_path (files, fixture->blob);
}

static void
check_arrived (Fixture *fixture, gsize length)
{
  g_autoptr (FoyerRecord) photo
      = foyer_test_server_get (fixture->console->server, "northwind", fixture->photo);
  g_autoptr (GBytes) bytes = make_bytes (length);
  g_autofree char *expected = foyer_blob_id_of_bytes (bytes);

  g_assert_cmpint (get_state (fixture), ==, FOYER_OPERATION_DONE);
  g_assert_nonnull (photo);
  g_assert_cmpstr (foyer_photo_get_blob_id (photo), ==, expected);
}

static void
test_record_leaves_after_its_file (Fixture *fixture, gconstpointer data)
{
  take_photo (fixture, 1000);
  g_assert_true (waits (fixture));
  foyer_one_console_pass (fixture->console, SECONDS (2));
  g_assert_false (waits (fixture));
  check_arrived (fixture, 1000);
}

static void
test_long_file_goes_in_pieces (Fixture *fixture, gconstpointer data)
{
  take_photo (fixture, LONG);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  check_arrived (fixture, LONG);
}

/* The first piece has arrived and was noted; after the restart the other two are sent, and no more. */
static void
test_upload_goes_on_where_it_was (Fixture *fixture, gconstpointer data)
{
  guint before;

  take_photo (fixture, LONG);
  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  foyer_one_console_pass (fixture->console, SECONDS (1));
  foyer_loopback_set_online (fixture->console->loopback, TRUE);
  foyer_loopback_lose_replies (fixture->console->loopback, 0);
  for (guint i = 0; i < 200 && waits (fixture); i++) {
    foyer_one_console_pass (fixture->console, 7000);
    if (i % 5 == 4) {
      foyer_one_console_close (fixture->console);
      foyer_one_console_open (fixture->console);
    }
  }
  before = foyer_loopback_count_requests (fixture->console->loopback);
  foyer_one_console_pass (fixture->console, SECONDS (5));
  check_arrived (fixture, LONG);
  g_assert_cmpuint (foyer_loopback_count_requests (fixture->console->loopback) - before, <, 12);
}

static void
test_lost_replies_cost_nothing_but_time (Fixture *fixture, gconstpointer data)
{
  take_photo (fixture, LONG);
  foyer_loopback_lose_replies (fixture->console->loopback, 4);
  foyer_one_console_pass (fixture->console, SECONDS (200));
  check_arrived (fixture, LONG);
}

static void
test_others_do_not_wait_for_a_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  take_photo (fixture, 1000);
  foyer_loopback_set_fault (fixture->console->loopback, "\x01\x08\x0f\x16", FOYER_FAULT_STATUS, 503, "{}");
  label = foyer_one_console_create_label (fixture->console, "urgent");
  foyer_one_console_pass (fixture->console, SECONDS (2));
  name = foyer_one_console_label_at_server (fixture->console, label);
  g_assert_cmpstr (name, ==, "urgent");
  g_assert_true (waits (fixture));
  foyer_loopback_set_fault (fixture->console->loopback, NULL, FOYER_FAULT_STATUS, 0, NULL);
  foyer_one_console_pass (fixture->console, SECONDS (120));
  check_arrived (fixture, 1000);
}

static void
test_file_that_the_server_refuses_needs_a_person (Fixture *fixture, gconstpointer data)
{
  take_photo (fixture, 1000);
  foyer_loopback_set_fault (fixture->console->loopback, "\x01\x08\x0f\x16", FOYER_FAULT_STATUS, 413, "{}");
  foyer_one_console_pass (fixture->console, SECONDS (2));
  g_assert_cmpint (get_state (fixture), ==, FOYER_OPERATION_REFUSED);
}

static void
test_file_that_somebody_may_not_add_needs_a_person (Fixture *fixture, gconstpointer data)
{
  foyer_test_server_put (fixture->console->server, "northwind", "[{'id': 'st-1', 'role': 'viewer'}]");
  take_photo (fixture, 1000);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  g_assert_cmpint (get_state (fixture), ==, FOYER_OPERATION_REFUSED);
}

/* A wall between here and the server says no more than that it is there. */
static void
test_no_without_a_reason_is_waited_out (Fixture *fixture, gconstpointer data)
{
  take_photo (fixture, 1000);
  foyer_loopback_set_fault (fixture->console->loopback, "\x01\x08\x0f\x16", FOYER_FAULT_STATUS, 403,
                            "<html>");
  foyer_one_console_pass (fixture->console, SECONDS (2));
  g_assert_true (waits (fixture));
  foyer_loopback_set_fault (fixture->console->loopback, NULL, FOYER_FAULT_STATUS, 0, NULL);
  foyer_one_console_pass (fixture->console, SECONDS (120));
  check_arrived (fixture, 1000);
}

/* As after a rebuild of the store: the row is gone, the file is there. */
static gpointer
forget_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_store_writer_note_uploaded (writer, data, error);
  return NULL;
}

static void
test_file_that_the_server_has_not_is_sent_again (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  take_photo (fixture, 1000);
  foyer_test_write (fixture->console->store, forget_in_worker, fixture->blob);
  g_assert_false (waits (fixture));
  foyer_loopback_set_online (fixture->console->loopback, TRUE);
  foyer_one_console_pass (fixture->console, SECONDS (90));
  check_arrived (fixture, 1000);
}

static char *
get_file (Fixture *fixture, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_sync_engine_get_file_async (fixture->console->engine, fixture->blob, "image/jpeg", NULL,
                                    foyer_test_take_result, &waiting);
  foyer_one_console_pass (fixture->console, SECONDS (1));
  result = foyer_test_wait_result (&waiting);
  return foyer_sync_engine_get_file_finish (fixture->console->engine, result, error);
}

/* Another console of the same office. */
static void
start_afresh (Fixture *fixture)
{
  foyer_one_console_close (fixture->console);
  foyer_test_remove_directory (fixture->console->directory);
  fixture->console->directory = foyer_test_make_directory ();
  foyer_one_console_open (fixture->console);
  foyer_one_console_pass (fixture->console, SECONDS (2));
}

static void
test_other_console_gets_the_file_and_keeps_it (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  take_photo (fixture, 1000);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  start_afresh (fixture);
  path = get_file (fixture, &error);
  g_assert_no_error (error);
  expected = name_file (fixture, fixture->console->directory);
  g_assert_cmpstr (path, ==, expected);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  again = get_file (fixture, &error);
  g_assert_cmpstr (again, ==, path);
}

/* What arrives when the console has been closed is nobody's any more. */
static void
test_closing_ends_a_download (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FoyerSyncEngine) engine = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  take_photo (fixture, 1000);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  start_afresh (fixture);
  engine = g_object_ref (fixture->console->engine);
  foyer_sync_engine_get_file_async (engine, fixture->blob, "image/jpeg", NULL, foyer_test_take_result,
                                    &waiting);
  foyer_one_console_close (fixture->console);
  foyer_one_console_pass (fixture->console, SECONDS (1));
  result = foyer_test_wait_result (&waiting);
  path = foyer_sync_engine_get_file_finish (engine, result, &error);
  g_assert_null (path);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&engine);
  foyer_one_console_open (fixture->console);
}

static void
test_file_with_other_bytes_is_not_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  take_photo (fixture, 1000);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  start_afresh (fixture);
  path = name_file (fixture, fixture->console->server->directory);
  g_assert_true (g_file_set_contents (path, "something else", -1, NULL));
  g_assert_null (get_file (fixture, &error));
  g_assert_nonnull (error);
}

/* Of a long file only the piece is fetched again during which the connection broke. */
static void
test_download_goes_on_where_it_broke_off (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *there = NULL;
  g_autofree char *part = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GBytes) got = NULL;
  gsize length;
  guint before;

  take_photo (fixture, LONG);
  foyer_one_console_pass (fixture->console, SECONDS (20));
  start_afresh (fixture);
  foyer_loopback_lose_reply_after (fixture->console->loopback, 1);
  broken = get_file (fixture, &error);
  g_assert_null (broken);
  g_assert_error (error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_CUT);
  there = name_file (fixture, fixture->console->directory);
  part = g_strconcat (there, ".part", NULL);
  g_assert_true (g_file_get_contents (part, &contents, &length, NULL));
  g_assert_cmpuint (length, ==, 4 * 1024 * 1024);

  g_clear_error (&error);
  foyer_one_console_close (fixture->console);
  foyer_one_console_open (fixture->console);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  before = foyer_loopback_count_requests (fixture->console->loopback);
  path = get_file (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (foyer_loopback_count_requests (fixture->console->loopback) - before, ==, 2);
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  got = g_bytes_new (contents, length);
  expected = foyer_blob_id_of_bytes (got);
  g_assert_cmpstr (expected, ==, fixture->blob);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));
}

typedef struct {
  GCancellable *cancellable; /* (nullable): cancelled at the first piece */
  goffset here[8];
  guint n_told;
} Watch;

static void
on_progress (goffset here, goffset total, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpint (total, ==, -1);
  g_assert_cmpuint (watch->n_told, <, G_N_ELEMENTS (watch->here));
  watch->here[watch->n_told++] = here;
  if (watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);
}

static char *
follow_file (Fixture *fixture, Watch *watch, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_sync_engine_follow_file_async (fixture->console->engine, fixture->blob, "image/jpeg", on_progress,
                                       watch, watch->cancellable, foyer_test_take_result, &waiting);
  foyer_one_console_pass (fixture->console, SECONDS (1));
  result = foyer_test_wait_result (&waiting);
  return foyer_sync_engine_get_file_finish (fixture->console->engine, result, error);
}

/* Whoever waits sees how far it is, and can stop; what has arrived by then is not fetched again. */
static void
test_download_is_watched_and_stopped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch stopping = { .cancellable = cancellable };
  Watch watching = { 0 };
  g_autofree char *stopped = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  take_photo (fixture, LONG);
  foyer_one_console_pass (fixture->console, SECONDS (20));
  start_afresh (fixture);
  stopped = follow_file (fixture, &stopping, &error);
  g_assert_null (stopped);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (stopping.n_told, ==, 1);
  g_assert_cmpint (stopping.here[0], ==, 4 * 1024 * 1024);
  g_clear_error (&error);
  path = follow_file (fixture, &watching, &error);
  g_assert_no_error (error);
  g_assert_nonnull (path);
  g_assert_cmpuint (watching.n_told, ==, 1);
  g_assert_cmpint (watching.here[0], ==, 8 * 1024 * 1024);
}

/* What lies here of it is not of it: it is thrown away, and the next attempt begins anew. */
static void
test_wrong_beginning_is_thrown_away (Fixture *fixture, gconstpointer data)
{
  g_autofree char *there = NULL;
  g_autofree char *part = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  take_photo (fixture, 1000);
  foyer_one_console_pass (fixture->console, SECONDS (2));
  start_afresh (fixture);
  there = name_file (fixture, fixture->console->directory);
  part = g_strconcat (there, ".part", NULL);
  folder = g_path_get_dirname (part);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (part, "something else", -1, NULL));
  g_assert_null (get_file (fixture, &error));
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  path = get_file (fixture, &error);
  g_assert_no_error (error);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/console-blobs/record-leaves-after-its-file", test_record_leaves_after_its_file);
  ADD ("/console-blobs/long-file-goes-in-pieces", test_long_file_goes_in_pieces);
  ADD ("/console-blobs/upload-goes-on-where-it-was", test_upload_goes_on_where_it_was);
  ADD ("/console-blobs/lost-replies-cost-nothing-but-time", test_lost_replies_cost_nothing_but_time);
  ADD ("/console-blobs/others-do-not-wait-for-a-file", test_others_do_not_wait_for_a_file);
  ADD ("/console-blobs/file-that-the-server-refuses-needs-a-person",
       test_file_that_the_server_refuses_needs_a_person);
  ADD ("/console-blobs/file-that-somebody-may-not-add-needs-a-person",
       test_file_that_somebody_may_not_add_needs_a_person);
  ADD ("/console-blobs/no-without-a-reason-is-waited-out", test_no_without_a_reason_is_waited_out);
  ADD ("/console-blobs/file-that-the-server-has-not-is-sent-again",
       test_file_that_the_server_has_not_is_sent_again);
  ADD ("/console-blobs/other-console-gets-the-file-and-keeps-it",
       test_other_console_gets_the_file_and_keeps_it);
  ADD ("/console-blobs/download-goes-on-where-it-broke-off", test_download_goes_on_where_it_broke_off);
  ADD ("/console-blobs/download-is-watched-and-stopped", test_download_is_watched_and_stopped);
  ADD ("/console-blobs/wrong-beginning-is-thrown-away", test_wrong_beginning_is_thrown_away);
  ADD ("/console-blobs/closing-ends-a-download", test_closing_ends_a_download);
  ADD ("/console-blobs/file-with-other-bytes-is-not-kept", test_file_with_other_bytes_is_not_kept);
  return g_test_run ();
}
