/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-blobs.c - uploads and downloads: who may see what, for how long, and what of a blob */

#include "foyer-blob-files.h"
#include "foyer-blob-id.h"
#include "foyer-jmap.h"
#include "foyer-json.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "foyer-test-client.h"

#include <glib/gstdio.h>
#include <string.h>

#define MESSAGE "ms-01890a5d-ac96-7d4e-8f00-0000000000"
#define DAY 86400

static GBytes *
make_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static FoyerHttpResponse *
upload_to (FoyerTestApi *api, const char *account, GBytes *bytes)
{
  g_autofree char *path = g_strdup_printf ("/jmap/upload/%s/", account);

  return foyer_test_api_request (api, "POST", path, NULL, "text/plain", bytes);
}

static char *
upload (FoyerTestApi *api, const char *text)
{
  g_autoptr (GBytes) bytes = make_bytes (text);
  g_autoptr (FoyerHttpResponse) response = upload_to (api, api->account, bytes);
  g_autoptr (JsonObject) answer = foyer_json_parse_object (g_bytes_get_data (response->body, NULL),
                                                           (gssize) g_bytes_get_size (response->body), NULL);
  g_autofree char *id = foyer_blob_id_of_bytes (bytes);

  g_assert_cmpuint (response->status, ==, 201);
  foyer_test_api_assert (answer, "accountId", api->account);
  foyer_test_api_assert (answer, "blobId", id);
  foyer_test_api_assert (answer, "type", "text/plain");
  g_assert_cmpint (foyer_json_object_integer (answer, "size", -1), ==, (gint64) strlen (text));
  return g_steal_pointer (&id);
}

static FoyerHttpResponse *
download_with (FoyerTestApi *api, const char *id, const char *rest, const char *header, const char *value)
{
  g_autofree char *path = g_strdup_printf ("/jmap/download/%s/%s/%s", api->account, id, rest);
  g_autoptr (FoyerHttpRequest) request
      = foyer_http_request_new ("GET", "localhost", path, "type=text%2Fhtml");

  if (header != NULL)
    foyer_http_request_set_header (request, header, value);
  return foyer_test_server_ask (api->server, &api->credentials, request);
}

static guint
download (FoyerTestApi *api, const char *id)
{
  g_autoptr (FoyerHttpResponse) response = download_with (api, id, "x", NULL, NULL);

  return response->status;
}

static char *
get_text (FoyerHttpResponse *response)
{
  gsize size;
  const char *data = g_bytes_get_data (response->body, &size);

  return size == 0 ? g_strdup ("") : g_strndup (data, size);
}

static void
send_message (FoyerTestApi *api, const char *id, const char *blob)
{
  g_autofree char *conversation = foyer_test_id ("cv-1");
  g_autoptr (JsonObject) answer = foyer_test_api_call (
      api, "Message/set",
      "'create': {'" MESSAGE
      "%s': {'conversationId': '%s', 'body': 'See this', 'sentAt': '2026-11-23T09:00:00Z',"
      " 'attachments': [{'blobId': '%s', 'name': 'a.txt', 'mediaType': 'text/plain'}]}}",
      id, conversation, blob);

  foyer_test_api_assert (answer, "notCreated", "null");
}

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *one;
  FoyerTestApi *other;
  FoyerTestApi *viewer;
} World;

static World
open_world (void)
{
  World world = { .server = foyer_test_server_new () };

  foyer_test_api_add_staff (world.server, "northwind", "st-2", "office");
  foyer_test_api_add_staff (world.server, "northwind", "st-3", "viewer");
  foyer_test_server_put (world.server, "northwind",
                         "[{'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'Boiler'}]");
  world.one = foyer_test_api_new (world.server, "northwind", "st-1");
  world.other = foyer_test_api_new (world.server, "northwind", "st-2");
  world.viewer = foyer_test_api_new (world.server, "northwind", "st-3");
  return world;
}

static void
close_world (World *world)
{
  foyer_test_api_free (world->one);
  foyer_test_api_free (world->other);
  foyer_test_api_free (world->viewer);
  foyer_test_server_free (world->server);
}

/* What nothing refers to is its uploader's alone; what a message refers to is for all who read messages. */
static void
test_who_sees (void)
{
  World world = open_world ();
  g_autofree char *id = upload (world.one, "abc");
  g_autoptr (FoyerTestApi) south = NULL;
  g_autoptr (JsonObject) hidden = NULL;
  g_autoptr (JsonObject) refused = NULL;
  g_autofree char *copy = NULL;

  foyer_test_server_add (world.server, "southwind");
  south = foyer_test_api_new (world.server, "southwind", "st-1");
  g_assert_cmpuint (download (world.one, id), ==, 200);
  g_assert_cmpuint (download (world.other, id), ==, 404);
  hidden = foyer_test_api_call (world.other, "Blob/get", "'ids': ['%s']", id);
  foyer_test_api_assert (hidden, "list", "[]");
  foyer_test_api_assert (hidden, "notFound 0", id);
  refused
      = foyer_test_api_call (world.other, "Blob/upload", "'create': {'k': {'data': [{'blobId': '%s'}]}}", id);
  foyer_test_api_assert (refused, "notCreated k type", "blobNotFound");
  send_message (world.one, "a1", id);
  g_assert_cmpuint (download (world.other, id), ==, 200);
  g_assert_cmpuint (download (world.viewer, id), ==, 200);
  g_assert_cmpuint (download (south, id), ==, 404);
  copy = upload (south, "abc");
  g_assert_cmpstr (copy, ==, id);
  g_assert_cmpuint (download (south, id), ==, 200);
  g_assert_cmpuint (download (world.one, "Bnonsense"), ==, 404);
  close_world (&world);
}

/* What a record says of its blobs is so: a client reads the size before they load it. */
static void
test_sizes_are_true (void)
{
  World world = open_world ();
  g_autofree char *id = upload (world.one, "four");
  g_autofree char *conversation = foyer_test_id ("cv-1");
  static const char call[]
      = "'create': {'" MESSAGE "c1': {'conversationId': '%s', 'body': 'x', 'sentAt': '2026-11-23T09:00:00Z',"
        " 'attachments': [{'blobId': '%s', 'name': 'a', 'mediaType': 'text/plain', 'size': %d}]}}";
  g_autoptr (JsonObject) wrong = foyer_test_api_call (world.one, "Message/set", call, conversation, id, 5);
  g_autoptr (JsonObject) right = foyer_test_api_call (world.one, "Message/set", call, conversation, id, 4);

  foyer_test_api_assert (wrong, "notCreated " MESSAGE "c1 type", "invalidProperties");
  foyer_test_api_assert (wrong, "notCreated " MESSAGE "c1 properties 0", "attachments");
  foyer_test_api_assert (right, "notCreated", "null");
  close_world (&world);
}

/* A record may name what its writer may see. The refused operation is tried again under its id once the blob is there. */
static void
test_records_name_what_is_there (void)
{
  World world = open_world ();
  g_autoptr (GBytes) bytes = make_bytes ("late");
  g_autofree char *id = foyer_blob_id_of_bytes (bytes);
  g_autofree char *conversation = foyer_test_id ("cv-1");
  g_autofree char *call = g_strdup_printf (
      "'create': {'" MESSAGE "b1': {'conversationId': '%s', 'body': 'x', 'sentAt': '2026-11-23T09:00:00Z',"
      " 'attachments': [{'blobId': '%s', 'name': 'a', 'mediaType': 'text/plain', 'size': 4}]}}",
      conversation, id);
  g_autoptr (JsonObject) early
      = foyer_test_api_call (world.one, "Message/set", "%s, 'op': {'id': 'op-1', 'client': 'co-1', 'seq': 1}",
                             call);
  g_autoptr (JsonObject) repeat
      = foyer_test_api_call (world.one, "Message/set", "%s, 'op': {'id': 'op-1', 'client': 'co-1', 'seq': 1}",
                             call);
  g_autofree char *sent = upload (world.one, "late");
  g_autoptr (JsonObject) again
      = foyer_test_api_call (world.one, "Message/set", "%s, 'op': {'id': 'op-1', 'client': 'co-1', 'seq': 2}",
                             call);
  g_autoptr (JsonObject) twice
      = foyer_test_api_call (world.one, "Message/set", "%s, 'op': {'id': 'op-1', 'client': 'co-1', 'seq': 2}",
                             call);
  g_autoptr (JsonObject) logo
      = foyer_test_api_call (world.one, "Organisation/set",
                             "'update': {'%s': {'logo': 'https://example.com/logo.png'}}", "org-x");

  foyer_test_api_assert (early, "notCreated " MESSAGE "b1 type", "blobNotFound");
  foyer_test_api_assert (early, "notCreated " MESSAGE "b1 notFound 0", id);
  foyer_test_api_assert (repeat, "notCreated " MESSAGE "b1 type", "blobNotFound");
  foyer_test_api_assert (again, "created " MESSAGE "b1 id", MESSAGE "b1");
  foyer_test_api_assert (twice, "created " MESSAGE "b1 id", MESSAGE "b1");
  g_assert_cmpstr (sent, ==, id);
  foyer_test_api_assert (logo, "notUpdated org-x type", "notFound");
  close_world (&world);
}

static void
test_is_kept (void)
{
  World world = open_world ();
  g_autofree char *used = upload (world.one, "used");
  g_autofree char *unused = upload (world.one, "unused");
  g_autoptr (JsonObject) photo = NULL;
  g_autoptr (JsonObject) gone = NULL;
  g_autofree char *client = foyer_test_id ("cl-1");
  g_autofree char *last = NULL;
  g_autofree char *later = NULL;

  photo = foyer_test_api_call (world.one, "Photo/set",
                               "'create': {'ph-01890a5d-ac96-7d4e-8f00-0000000000c1': {'clientId': '%s',"
                               " 'blobId': '%s', 'mediaType': 'image/png'}}",
                               client, used);
  foyer_test_api_assert (photo, "notCreated", "null");
  foyer_test_server_advance (world.server, 7 * DAY - 1);
  foyer_test_api_free (world.one);
  world.one = foyer_test_api_new (world.server, "northwind", "st-1");
  later = upload (world.one, "later");
  g_assert_cmpuint (download (world.one, unused), ==, 200);
  foyer_test_server_advance (world.server, 2);
  last = upload (world.one, "last");
  g_assert_cmpuint (download (world.one, unused), ==, 404);
  g_assert_cmpuint (download (world.one, used), ==, 200);
  /* The last reference goes: from now on it is kept as if it had just come. */
  gone = foyer_test_api_call (world.one, "Photo/set",
                              "'destroy': ['ph-01890a5d-ac96-7d4e-8f00-0000000000c1']");
  foyer_test_api_assert (gone, "notDestroyed", "null");
  g_free (last);
  last = upload (world.one, "very last");
  g_assert_cmpuint (download (world.one, used), ==, 200);
  g_assert_cmpuint (download (world.viewer, used), ==, 401);
  foyer_test_server_advance (world.server, 7 * DAY + 1);
  foyer_test_api_free (world.one);
  world.one = foyer_test_api_new (world.server, "northwind", "st-1");
  g_free (last);
  last = upload (world.one, "the end");
  g_assert_cmpuint (download (world.one, used), ==, 404);
  close_world (&world);
}

static void
test_download (void)
{
  World world = open_world ();
  g_autofree char *id = upload (world.one, "0123456789");
  g_autofree char *tag = g_strdup_printf ("\"%s\"", id);
  static const struct {
    const char *range;
    guint status;
    const char *content;
    const char *text;
  } ranges[] = {
    { "bytes=2-4", 206, "bytes 2-4/10", "234" },    { "bytes=7-", 206, "bytes 7-9/10", "789" },
    { "bytes=-2", 206, "bytes 8-9/10", "89" },      { "bytes=-99", 206, "bytes 0-9/10", "0123456789" },
    { "bytes=5-99", 206, "bytes 5-9/10", "56789" }, { "bytes=10-", 416, "bytes */10", "" },
    { "bytes=4-2", 200, NULL, "0123456789" },       { "bytes=0-1,3-4", 200, NULL, "0123456789" },
    { "lines=1-2", 200, NULL, "0123456789" },       { "bytes=x-", 200, NULL, "0123456789" },
  };
  g_autoptr (FoyerHttpResponse) whole = download_with (world.one, id, "Brücke \"1\".html", NULL, NULL);
  g_autoptr (FoyerHttpResponse) known = download_with (world.one, id, "x", "if-none-match", tag);
  g_autoptr (FoyerHttpRequest) changed = NULL;

  g_assert_cmpuint (whole->status, ==, 200);
  g_assert_cmpstr (foyer_http_response_header (whole, "Content-Type"), ==, "text/html");
  g_assert_cmpstr (foyer_http_response_header (whole, "Content-Disposition"), ==,
                   "attachment; filename=\"Br__cke _1_.html\"; filename*=UTF-8''Br%C3%BCcke%20%221%22.html");
  g_assert_cmpstr (foyer_http_response_header (whole, "Content-Security-Policy"), ==,
                   "sandbox; default-src 'none'");
  g_assert_nonnull (strstr (foyer_http_response_header (whole, "Cache-Control"), "immutable"));
  g_assert_cmpstr (foyer_http_response_header (whole, "ETag"), ==, tag);
  g_assert_cmpuint (known->status, ==, 304);
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++) {
    g_autoptr (FoyerHttpResponse) part = download_with (world.one, id, "x", "range", ranges[i].range);
    g_autofree char *text = get_text (part);

    g_assert_cmpuint (part->status, ==, ranges[i].status);
    g_assert_cmpstr (foyer_http_response_header (part, "Content-Range"), ==, ranges[i].content);
    g_assert_cmpstr (text, ==, ranges[i].text);
  }
  close_world (&world);
}

static void
test_pieces (void)
{
  World world = open_world ();
  g_autofree char *first = upload (world.one, "Hello, ");
  g_autofree char *second = upload (world.one, "big world");
  g_autoptr (GBytes) whole = make_bytes ("Hello, world\xe2\x80\xa6");
  g_autofree char *id = foyer_blob_id_of_bytes (whole);
  g_autoptr (JsonObject) have
      = foyer_test_api_call (world.one, "Blob/get", "'ids': ['%s', '%s', 'Bx'], 'properties': ['size']",
                             first, second);
  g_autoptr (JsonObject) joined = foyer_test_api_call (
      world.one, "Blob/upload",
      "'create': {'k': {'data': [{'blobId': '%s'}, {'blobId': '%s', 'offset': 4, 'length': 5}, "
      "{'data:asBase64': '4oCm'}],"
      " 'type': 'text/plain'}, 'l': {'data': [{'blobId': '#k'}, {'data:asText': '!'}]},"
      " 'm': {'data': [{'blobId': '%s', 'offset': 5, 'length': 9}]}, 'n': {'data': [{}]},"
      " 'o': {'data': [{'data:asBase64': 'a'}]}}",
      first, second, first);
  g_autoptr (JsonObject) shown = foyer_test_api_call (world.one, "Blob/get", "'ids': ['%s']", id);
  g_autoptr (JsonObject) part = foyer_test_api_call (
      world.one, "Blob/get",
      "'ids': ['%s'], 'offset': 12, 'length': 2, 'properties': ['data', 'digest:sha-256']", id);
  g_autoptr (JsonObject) bad = foyer_test_api_call (world.one, "Blob/get", "'ids': [], 'properties': ['x']");

  foyer_test_api_assert (have, "list 0 size", "7");
  foyer_test_api_assert (have, "list 1 size", "9");
  foyer_test_api_assert (have, "notFound", "[\"Bx\"]");
  foyer_test_api_assert (joined, "created k id", id);
  foyer_test_api_assert (joined, "created k size", "15");
  foyer_test_api_assert (joined, "created l size", "16");
  foyer_test_api_assert (joined, "notCreated m type", "invalidProperties");
  foyer_test_api_assert (joined, "notCreated n type", "invalidProperties");
  foyer_test_api_assert (joined, "notCreated o type", "invalidProperties");
  foyer_test_api_assert (shown, "list 0 data:asText", "Hello, world…");
  foyer_test_api_assert (shown, "list 0 size", "15");
  foyer_test_api_assert (part, "list 0 data:asBase64", "4oA=");
  foyer_test_api_assert (bad, "type", "invalidArguments");
  close_world (&world);
}

static void
test_refusals (void)
{
  World world = open_world ();
  g_autoptr (GBytes) bytes = make_bytes ("abc");
  g_autofree char *huge_data = g_malloc0 (FOYER_JMAP_MAX_UPLOAD + 1);
  g_autoptr (GBytes) huge = g_bytes_new (huge_data, FOYER_JMAP_MAX_UPLOAD + 1);
  g_autoptr (FoyerHttpResponse) of_viewer = upload_to (world.viewer, world.viewer->account, bytes);
  g_autoptr (FoyerHttpResponse) elsewhere = upload_to (world.one, "org-other", bytes);
  g_autoptr (FoyerHttpResponse) too_long = upload_to (world.one, world.one->account, huge);
  g_autoptr (JsonObject) by_viewer
      = foyer_test_api_call (world.viewer, "Blob/upload",
                             "'create': {'k': {'data': [{'data:asText': 'x'}]}}");
  g_autoptr (JsonObject) same
      = foyer_test_api_call (world.one, "Blob/copy", "'fromAccountId': '%s', 'blobIds': []",
                             world.one->account);
  g_autoptr (JsonObject) other
      = foyer_test_api_call (world.one, "Blob/copy", "'fromAccountId': 'org-other', 'blobIds': []");
  g_autofree char *text = get_text (too_long);

  g_assert_cmpuint (of_viewer->status, ==, 403);
  g_assert_cmpuint (elsewhere->status, ==, 404);
  g_assert_cmpuint (too_long->status, ==, 413);
  g_assert_nonnull (strstr (text, "\"limit\":\"maxSizeUpload\""));
  foyer_test_api_assert (by_viewer, "notCreated k type", "forbidden");
  foyer_test_api_assert (same, "type", "invalidArguments");
  foyer_test_api_assert (other, "type", "fromAccountNotFound");
  close_world (&world);
}

/* What is longer than one upload goes in pieces, and comes back by ranges. */
static void
test_long_file (void)
{
  World world = open_world ();
  gsize size = 2 * FOYER_JMAP_UPLOAD_PIECE + 12345;
  guint8 *data = g_malloc (size);
  g_autoptr (GBytes) whole = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GString) sources = g_string_new (NULL);
  g_autoptr (JsonObject) joined = NULL;
  g_autoptr (FoyerHttpResponse) tail = NULL;
  g_autoptr (GBytes) expected = NULL;

  foyer_random_bytes (world.server->random, data, size);
  whole = g_bytes_new_take (data, size);
  id = foyer_blob_id_of_bytes (whole);
  for (gsize at = 0; at < size; at += FOYER_JMAP_UPLOAD_PIECE) {
    g_autoptr (GBytes) piece = g_bytes_new_from_bytes (whole, at, MIN (FOYER_JMAP_UPLOAD_PIECE, size - at));
    g_autofree char *piece_id = foyer_blob_id_of_bytes (piece);
    g_autoptr (FoyerHttpResponse) response = upload_to (world.one, world.one->account, piece);

    g_assert_cmpuint (response->status, ==, 201);
    g_string_append_printf (sources, "%s{'blobId': '%s'}", at == 0 ? "" : ", ", piece_id);
  }
  joined = foyer_test_api_call (world.one, "Blob/upload",
                                "'create': {'k': {'data': [%s], 'type': 'image/png'}}", sources->str);
  foyer_test_api_assert (joined, "created k id", id);
  tail = download_with (world.one, id, "x", "range", "bytes=8388600-");
  expected = g_bytes_new_from_bytes (whole, 8388600, size - 8388600);
  g_assert_cmpuint (tail->status, ==, 206);
  g_assert_true (g_bytes_equal (tail->body, expected));
  close_world (&world);
}

/* A file that is lost is not there: whoever has it sends it again. */
static void
test_lost_file (void)
{
  World world = open_world ();
  g_autofree char *id = upload (world.one, "abc");
  g_autofree char *path = g_build_filename (world.server->directory, "blobs", "ba", id, NULL);
  g_autoptr (JsonObject) lost = NULL;
  g_autofree char *again = NULL;
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpuint (download (world.one, id), ==, 404);
  lost = foyer_test_api_call (world.one, "Blob/get", "'ids': ['%s'], 'properties': ['size']", id);
  foyer_test_api_assert (lost, "notFound 0", id);
  again = upload (world.one, "abc");
  g_assert_cmpuint (download (world.one, id), ==, 200);
  close_world (&world);
}

/* What a crash left half written goes when the server starts. */
static void
test_unfinished (void)
{
  World world = open_world ();
  g_autofree char *id = upload (world.one, "abc");
  g_autofree char *path = g_build_filename (world.server->directory, "blobs", "new-123456", NULL);
  g_autoptr (FoyerBlobFiles) files = foyer_blob_files_new (world.server->directory);

  g_assert_true (g_file_set_contents (path, "ab", -1, NULL));
  foyer_blob_files_clean (files);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (download (world.one, id), ==, 200);
  close_world (&world);
}

/* --- Over real HTTP --- */

static FoyerTestClient *
begin_upload (World *world, const char *authorization, gsize length)
{
  FoyerTestClient *client = foyer_test_client_new (world->server->port);
  g_autofree char *head = g_strdup_printf (
      "POST /jmap/upload/%s/ HTTP/1.1\r\nHost: 127.0.0.1\r\n%s%s%sContent-Type: image/png\r\n"
      "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
      world->one->account, authorization == NULL ? "" : "Authorization: Bearer ",
      authorization == NULL ? "" : authorization, authorization == NULL ? "" : "\r\n", length);

  foyer_test_client_send (client, head, -1);
  return client;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* What somebody uploads as a page is nobody's page, whatever the browser would like to make of it. */
static void
ask_for_page (World *world)
{
  g_autoptr (GBytes) bytes = make_bytes ("abc");
  g_autofree char *id = foyer_blob_id_of_bytes (bytes);
  g_autoptr (FoyerTestClient) client = foyer_test_client_new (world->server->port);
  g_autofree char *head = g_strdup_printf (
      "GET /jmap/download/%s/%s/a.svg?type=image%%2Fsvg%%2Bxml HTTP/1.1\r\nHost: 127.0.0.1\r\n"
      "Authorization: Bearer %s\r\nRange: bytes=1-\r\n\r\n",
      world->one->account, id, world->one->credentials.bearer);

  foyer_test_client_send (client, head, -1);
  foyer_test_client_wait_closed (client);
  g_assert_cmpuint (foyer_test_client_get_status (client), ==, 206);
  g_assert_nonnull (strstr (client->received->str, "\r\nContent-Type: image/svg+xml\r\n"));
  g_assert_nonnull (strstr (client->received->str, "\r\nContent-Disposition: attachment; "));
  g_assert_nonnull (strstr (client->received->str, "\r\nX-Content-Type-Options: nosniff\r\n"));
  g_assert_nonnull (
      strstr (client->received->str, "\r\nContent-Security-Policy: sandbox; default-src 'none'\r\n"));
  g_assert_cmpuint (foyer_test_client_count (client, "Content-Security-Policy"), ==, 1);
  g_assert_nonnull (strstr (client->received->str, "\r\nContent-Range: bytes 1-2/3\r\n"));
  g_assert_true (g_str_has_suffix (client->received->str, "\r\n\r\nbc"));
}

static void
test_over_http (void)
{
  World world = open_world ();
  g_autoptr (GPtrArray) running = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_test_client_free);
  g_autoptr (FoyerTestClient) stranger = NULL;
  g_autoptr (FoyerTestClient) fifth = NULL;
  g_autoptr (FoyerTestClient) too_long = NULL;
  g_autoptr (FoyerTestClient) after = NULL;
  const char *token = world.one->credentials.bearer;

  foyer_test_server_open (world.server);
  for (guint i = 0; i < FOYER_JMAP_MAX_CONCURRENT_UPLOAD; i++)
    g_ptr_array_add (running, begin_upload (&world, token, 3));
  settle ();
  fifth = begin_upload (&world, token, 3);
  foyer_test_client_send (fifth, "abc", 3);
  foyer_test_client_wait_closed (fifth);
  g_assert_cmpuint (foyer_test_client_get_status (fifth), ==, 429);
  g_assert_nonnull (strstr (fifth->received->str, "\"limit\":\"maxConcurrentUpload\""));
  stranger = begin_upload (&world, NULL, 3);
  foyer_test_client_send (stranger, "abc", 3);
  foyer_test_client_wait_closed (stranger);
  g_assert_cmpuint (foyer_test_client_get_status (stranger), ==, 401);
  too_long = begin_upload (&world, token, FOYER_JMAP_MAX_UPLOAD + 1);
  foyer_test_client_wait_closed (too_long);
  g_assert_cmpuint (foyer_test_client_get_status (too_long), ==, 413);
  g_assert_nonnull (strstr (too_long->received->str, "\"limit\":\"maxSizeUpload\""));
  for (guint i = 0; i < running->len; i++) {
    foyer_test_client_send (running->pdata[i], "abc", 3);
    foyer_test_client_wait_closed (running->pdata[i]);
    g_assert_cmpuint (foyer_test_client_get_status (running->pdata[i]), ==, 201);
  }
  after = begin_upload (&world, token, 3);
  foyer_test_client_send (after, "abc", 3);
  foyer_test_client_wait_closed (after);
  g_assert_cmpuint (foyer_test_client_get_status (after), ==, 201);
  ask_for_page (&world);
  close_world (&world);
}

/* A name is encoded once and decoded once, whatever is in it; it never becomes a path or a header. */
static void
test_names_over_http (void)
{
  static const struct {
    const char *in_url;
    const char *in_header;
  } names[] = {
    { "100%25.pdf", "filename*=UTF-8''100%25.pdf\r\n" },
    { "%2541", "filename*=UTF-8''%2541\r\n" },
    { "3%2F4.pdf", "filename*=UTF-8''3%2F4.pdf\r\n" },
    { "a%0D%0AX:1", "filename*=UTF-8''a%0D%0AX%3A1\r\n" },
    { "%C3%A9%22.html", "filename*=UTF-8''%C3%A9%22.html\r\n" },
  };
  World world = open_world ();
  g_autofree char *id = upload (world.one, "abc");

  foyer_test_server_open (world.server);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (FoyerTestClient) client = foyer_test_client_new (world.server->port);
    g_autofree char *head
        = g_strdup_printf ("GET /jmap/download/%s/%s/%s?type=text/plain HTTP/1.1\r\nHost: "
                           "127.0.0.1\r\nAuthorization: Bearer %s\r\n\r\n",
                           world.one->account, id, names[i].in_url, world.one->credentials.bearer);

    foyer_test_client_send (client, head, -1);
    foyer_test_client_wait_closed (client);
    g_assert_cmpuint (foyer_test_client_get_status (client), ==, 200);
    g_assert_nonnull (strstr (client->received->str, names[i].in_header));
    g_assert_null (strstr (client->received->str, "\r\nX:1"));
  }
  close_world (&world);
}

/* As many requests at once as the session says, and they do not take each other's place with uploads. */
static void
test_at_once (void)
{
  World world = open_world ();
  g_autoptr (GPtrArray) running = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_test_client_free);
  const char *body = "{\"using\":[],\"methodCalls\":[]}";
  g_autofree char *head
      = g_strdup_printf ("POST /jmap/api HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\n"
                         "Content-Type: application/json\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                         world.one->credentials.bearer, strlen (body));
  g_autoptr (FoyerTestClient) upload = NULL;

  foyer_test_server_open (world.server);
  for (guint i = 0; i < FOYER_JMAP_MAX_CONCURRENT + 1; i++) {
    FoyerTestClient *client = foyer_test_client_new (world.server->port);

    foyer_test_client_send (client, head, -1);
    g_ptr_array_add (running, client);
    settle ();
  }
  upload = begin_upload (&world, world.one->credentials.bearer, 3);
  foyer_test_client_send (upload, "abc", 3);
  foyer_test_client_wait_closed (upload);
  g_assert_cmpuint (foyer_test_client_get_status (upload), ==, 201);
  for (guint i = 0; i < running->len; i++) {
    FoyerTestClient *client = running->pdata[i];

    foyer_test_client_send (client, body, -1);
    foyer_test_client_wait_closed (client);
    g_assert_cmpuint (foyer_test_client_get_status (client), ==, i < FOYER_JMAP_MAX_CONCURRENT ? 200 : 429);
    if (i == FOYER_JMAP_MAX_CONCURRENT)
      g_assert_nonnull (strstr (client->received->str, "\"limit\":\"maxConcurrentRequests\""));
  }
  close_world (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backend/blobs/who-sees", test_who_sees);
  g_test_add_func ("/backend/blobs/sizes-are-true", test_sizes_are_true);
  g_test_add_func ("/backend/blobs/records-name-what-is-there", test_records_name_what_is_there);
  g_test_add_func ("/backend/blobs/is-kept", test_is_kept);
  g_test_add_func ("/backend/blobs/download", test_download);
  g_test_add_func ("/backend/blobs/pieces", test_pieces);
  g_test_add_func ("/backend/blobs/refusals", test_refusals);
  g_test_add_func ("/backend/blobs/long-file", test_long_file);
  g_test_add_func ("/backend/blobs/lost-file", test_lost_file);
  g_test_add_func ("/backend/blobs/unfinished", test_unfinished);
  g_test_add_func ("/backend/blobs/over-http", test_over_http);
  g_test_add_func ("/backend/blobs/names-over-http", test_names_over_http);
  g_test_add_func ("/backend/blobs/J01-at-once", test_at_once);
  return g_test_run ();
}
