/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-prefetch.c - files that will be looked at soon are here before anybody asks, and cost neither money nor room nor time */

#include "foyer-blob-id.h"
#include "foyer-blob-table.h"
#include "foyer-fake-network.h"
#include "foyer-one-console.h"
#include "foyer-store-blobs.h"
#include "foyer-store-private.h"
#include "foyer-test-api.h"
#include "foyer-test.h"

#include <string.h>

typedef struct {
  FoyerOneConsole *console;
  FoyerTestApi *api;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->console = foyer_one_console_new ();
  fixture->api = foyer_test_api_new (fixture->console->server, "northwind", "st-1");
  foyer_one_console_pass (fixture->console, SECONDS (1));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_test_api_free (fixture->api);
  foyer_one_console_free (fixture->console);
}

/* Returns: the id of a file that the server has: @length times @letter */
static char *
upload (Fixture *fixture, char letter, gsize length)
{
  g_autofree char *words = g_strnfill (length, letter);
  g_autoptr (GBytes) bytes = g_bytes_new (words, length);
  g_autofree char *path = g_strdup_printf ("/jmap/upload/%s/", fixture->api->account);
  g_autoptr (FoyerHttpResponse) response
      = foyer_test_api_request (fixture->api, "POST", path, NULL, "image/jpeg", bytes);

  g_assert_cmpuint (response->status, ==, 201);
  return foyer_blob_id_of_bytes (bytes);
}

static void
put_message (Fixture *fixture, const char *id, const char *blob, const char *sent_at, gint64 size)
{
  g_autofree char *json = g_strdup_printf (
      "[{'id': '%s', 'conversationId': 'cv-1', 'kind': 'client', 'body': 'Look', 'sentAt': '%s', "
      "'attachments': "
      "[{'blobId': '%s', 'name': 'leak.jpg', 'mediaType': 'image/jpeg', 'size': %" G_GINT64_FORMAT "}]}]",
      id, sent_at, blob, size);

  foyer_test_server_put (fixture->console->server, "northwind", json);
}

static gboolean
is_here (Fixture *fixture, const char *blob)
{
  g_autofree char *path = foyer_store_get_blob_path (fixture->console->store, blob);

  return path != NULL;
}

static void
test_recent_and_coming_files_come_by_themselves (Fixture *fixture, gconstpointer data)
{
  g_autofree char *attached = upload (fixture, 'a', 1000);
  g_autofree char *photo = upload (fixture, 'b', 5 * 1024 * 1024);
  g_autofree char *old = upload (fixture, 'c', 1000);
  g_autofree char *past = upload (fixture, 'd', 1000);
  g_autofree char *json = NULL;

  put_message (fixture, "ms-1", attached, "2026-11-22 08:00", 1000);
  put_message (fixture, "ms-2", old, "2026-08-22 08:00", 1000);
  json = g_strdup_printf (
      "[{'id': 'vs-1', 'clientId': 'cl-1', 'title': 'Boiler', 'start': '2026-11-25 09:00', 'end': "
      "'2026-11-25 10:00'},"
      " {'id': 'vs-2', 'clientId': 'cl-2', 'title': 'Boiler', 'start': '2026-10-25 09:00', 'end': "
      "'2026-10-25 10:00'},"
      " {'id': 'ph-1', 'clientId': 'cl-1', 'visitId': 'vs-1', 'blobId': '%s', 'mediaType': 'image/jpeg'},"
      " {'id': 'ph-2', 'clientId': 'cl-2', 'visitId': 'vs-2', 'blobId': '%s', 'mediaType': 'image/jpeg'}]",
      photo, past);
  foyer_test_server_put (fixture->console->server, "northwind", json);
  foyer_one_console_pass (fixture->console, SECONDS (90));
  g_assert_true (is_here (fixture, attached));
  g_assert_true (is_here (fixture, photo));
  g_assert_false (is_here (fixture, old));
  g_assert_false (is_here (fixture, past));
}

/* What somebody opens is fetched all the same. */
static void
test_metered_network_is_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerFakeNetwork) network = foyer_fake_network_new ();
  g_autofree char *blob = upload (fixture, 'a', 1000);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *path = NULL;

  foyer_fake_network_change (network, TRUE);
  foyer_fake_network_set_metered (network, TRUE);
  foyer_sync_engine_watch_network (fixture->console->engine, G_NETWORK_MONITOR (network));
  put_message (fixture, "ms-1", blob, "2026-11-22 08:00", 1000);
  foyer_one_console_pass (fixture->console, SECONDS (90));
  g_assert_false (is_here (fixture, blob));
  foyer_sync_engine_get_file_async (fixture->console->engine, blob, "image/jpeg", NULL,
                                    foyer_test_take_result, &waiting);
  foyer_one_console_pass (fixture->console, SECONDS (1));
  result = foyer_test_wait_result (&waiting);
  path = foyer_sync_engine_get_file_finish (fixture->console->engine, result, NULL);
  g_assert_nonnull (path);
}

/* Neither one that says so nor one that does not keeps the others from coming. */
static void
test_long_and_lost_files_wait_until_somebody_asks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_one = upload (fixture, 'a', 9 * 1024 * 1024);
  g_autofree char *liar = upload (fixture, 'b', 9 * 1024 * 1024);
  g_autofree char *good = upload (fixture, 'c', 1000);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("nobody has it", 13);
  g_autofree char *lost = foyer_blob_id_of_bytes (bytes);

  put_message (fixture, "ms-1", long_one, "2026-11-22 08:04", 9 * 1024 * 1024);
  put_message (fixture, "ms-2", liar, "2026-11-22 08:03", 1);
  put_message (fixture, "ms-3", lost, "2026-11-22 08:02", 1000);
  put_message (fixture, "ms-4", good, "2026-11-22 08:01", 1000);
  foyer_one_console_pass (fixture->console, SECONDS (180));
  g_assert_true (is_here (fixture, good));
  g_assert_false (is_here (fixture, long_one));
  g_assert_false (is_here (fixture, liar));
}

/* The server is asked for each file once, however often there is something new. */
static void
test_nothing_is_fetched_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *blob = upload (fixture, 'a', 1000);
  g_autofree char *label = NULL;
  guint requests;

  put_message (fixture, "ms-1", blob, "2026-11-22 08:00", 1000);
  foyer_one_console_pass (fixture->console, SECONDS (90));
  g_assert_true (is_here (fixture, blob));
  requests = foyer_loopback_get_fetches (fixture->console->loopback);
  g_assert_cmpuint (requests, ==, 1);
  put_message (fixture, "ms-2", blob, "2026-11-22 09:00", 1000);
  foyer_one_console_pass (fixture->console, SECONDS (90));
  g_assert_cmpuint (foyer_loopback_get_fetches (fixture->console->loopback), ==, requests);
}

/* --- Room --- */

typedef struct {
  gint64 room;
  GPtrArray *gone; /* (element-type utf8) */
} Eviction;

static gpointer
evict_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Eviction *eviction = data;

  eviction->gone = foyer_blob_table_take_oldest (writer->database, eviction->room, error);
  return NULL;
}

static gpointer
add_rows_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  static const FoyerBlobRow rows[] = {
    { .id = (char *) "first",
      .type = (char *) "a/b",
      .size = 100,
      .state = FOYER_BLOB_EVERYWHERE,
      .used_at = 1 },
    { .id = (char *) "second",
      .type = (char *) "a/b",
      .size = 100,
      .state = FOYER_BLOB_EVERYWHERE,
      .used_at = 2 },
    { .id = (char *) "mine",
      .type = (char *) "a/b",
      .size = 100,
      .state = FOYER_BLOB_HERE_ONLY,
      .used_at = 0 },
    { .id = (char *) "third",
      .type = (char *) "a/b",
      .size = 100,
      .state = FOYER_BLOB_EVERYWHERE,
      .used_at = 3 },
  };

  foyer_change_set_add_operations (writer->changes);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_true (foyer_blob_table_put (writer->database, &rows[i], error));
  return NULL;
}

/* What was looked at stays, whenever it came; what the server has not got yet stays whatever happens. */
static void
test_longest_unused_goes_first (Fixture *fixture, gconstpointer data)
{
  Eviction eviction = { 200, NULL };

  foyer_test_write (fixture->console->store, add_rows_in_worker, NULL);
  foyer_store_note_blob_used (fixture->console->store, "first");
  foyer_test_settle ();
  foyer_test_write (fixture->console->store, evict_in_worker, &eviction);
  g_assert_cmpuint (eviction.gone->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (eviction.gone, 0), ==, "second");
  g_ptr_array_unref (eviction.gone);
  eviction.room = 0;
  foyer_test_write (fixture->console->store, evict_in_worker, &eviction);
  g_assert_cmpuint (eviction.gone->len, ==, 2);
  g_assert_cmpint (foyer_database_integer (fixture->console->store->main_database,
                                           "SELECT count(*) FROM blob WHERE id = 'mine'", NULL),
                   ==, 1);
  g_ptr_array_unref (eviction.gone);
}

static gpointer
fill_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  const FoyerBlobRow row = { .id = (char *) "much",
                             .type = (char *) "a/b",
                             .size = FOYER_STORE_BLOB_ROOM / 4 * 3,
                             .state = FOYER_BLOB_EVERYWHERE,
                             .used_at = 1 };

  foyer_change_set_add_operations (writer->changes);
  foyer_blob_table_put (writer->database, &row, error);
  return NULL;
}

/* Nothing leaves for what nobody asked for. */
static void
test_full_room_is_left_alone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *blob = upload (fixture, 'a', 1000);

  foyer_test_write (fixture->console->store, fill_in_worker, NULL);
  put_message (fixture, "ms-1", blob, "2026-11-22 08:00", 1000);
  foyer_one_console_pass (fixture->console, SECONDS (90));
  g_assert_false (is_here (fixture, blob));
}

#define ADD(path, function) g_test_add ("/prefetch/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("recent-and-coming-files-come-by-themselves", test_recent_and_coming_files_come_by_themselves);
  ADD ("metered-network-is-left-alone", test_metered_network_is_left_alone);
  ADD ("long-and-lost-files-wait-until-somebody-asks", test_long_and_lost_files_wait_until_somebody_asks);
  ADD ("nothing-is-fetched-twice", test_nothing_is_fetched_twice);
  ADD ("longest-unused-goes-first", test_longest_unused_goes_first);
  ADD ("full-room-is-left-alone", test_full_room_is_left_alone);
  return g_test_run ();
}
