/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-picture-fetch.c - pictures are fetched from the internet, once, and from nowhere else (003-14) */

#include "fetch/foyer-global-address.h"
#include "fetch/foyer-picture-fetch.h"
#include "foyer-picture-host.h"
#include "foyer-raster.h"
#include "foyer-test-api.h"
#include "uploads/foyer-picture.h"

#include <string.h>

#define GOOD "HTTP/1.1 200 OK\r\nContent-Type: text/html"
#define URL "https://localhost/logo"

static GBytes *
read_picture (const char *name)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("FOYER_SOURCE_DIR"), "tests", "backend", "pictures", name, NULL);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

static gboolean
is_anybody (GInetAddress *address)
{
  return TRUE;
}

/* --- Whose an address is --- */

static void
test_guard (void)
{
  static const char *const open[]
      = { "1.1.1.1",         "8.8.8.8",         "93.184.216.34",   "172.15.255.255",  "172.32.0.0",
          "100.63.255.255",  "100.128.0.0",     "169.253.255.255", "192.0.1.0",       "198.17.255.255",
          "198.20.0.0",      "223.255.255.255", "11.0.0.0",        "126.255.255.255", "128.0.0.1",
          "2606:4700::1111", "2a00:1450::200",  "2001:4860::8888", "2001:200::1" };
  static const char *const closed[] = { "0.0.0.0",
                                        "0.1.2.3",
                                        "10.0.0.1",
                                        "10.255.255.255",
                                        "100.64.0.1",
                                        "100.127.255.255",
                                        "127.0.0.1",
                                        "127.255.255.254",
                                        "169.254.169.254",
                                        "172.16.0.1",
                                        "172.31.255.255",
                                        "192.0.0.1",
                                        "192.0.2.1",
                                        "192.88.99.1",
                                        "192.168.0.1",
                                        "192.168.255.255",
                                        "198.18.0.1",
                                        "198.19.255.255",
                                        "198.51.100.7",
                                        "203.0.113.7",
                                        "224.0.0.1",
                                        "239.255.255.255",
                                        "240.0.0.1",
                                        "255.255.255.255",
                                        "::",
                                        "::1",
                                        "::7f00:1",
                                        "::ffff:127.0.0.1",
                                        "::ffff:8.8.8.8",
                                        "64:ff9b::7f00:1",
                                        "64:ff9b::808:808",
                                        "64:ff9b:1::1",
                                        "100::1",
                                        "2001::1",
                                        "2001:1::1",
                                        "2001:db8::1",
                                        "2002:7f00:1::",
                                        "2002:808:808::1",
                                        "3ffe::1",
                                        "3fff::1",
                                        "5f00::1",
                                        "fc00::1",
                                        "fd12:3456::1",
                                        "fe80::1",
                                        "febf::1",
                                        "fec0::1",
                                        "ff02::1",
                                        "4000::1" };

  for (guint i = 0; i < G_N_ELEMENTS (open); i++) {
    g_autoptr (GInetAddress) address = g_inet_address_new_from_string (open[i]);

    if (!foyer_global_address_is (address))
      g_error ("%s may be asked", open[i]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++) {
    g_autoptr (GInetAddress) address = g_inet_address_new_from_string (closed[i]);

    if (foyer_global_address_is (address))
      g_error ("%s must not be asked", closed[i]);
  }
}

static void
test_addresses (void)
{
  static const char *const good[]
      = { "https://example.com/logo.png", "HTTPS://example.com", "https://example.com:443/a?b#c" };
  static const char *const bad[] = { "",
                                     "logo.png",
                                     "//example.com/a",
                                     "http://example.com/a",
                                     "https://example.com:8443/a",
                                     "https://example.com:80/a",
                                     "https://me@example.com/a",
                                     "https://me:secret@example.com/a",
                                     "ftp://example.com/a",
                                     "file:///etc/passwd",
                                     "gopher://example.com/a",
                                     "https://",

                                     "https:example.com",
                                     "https://exa mple.com/a",
                                     "https://example.com/a\r\nHost: b",
                                     "https://example.com:443@127.0.0.1/" };
  g_autofree char *endless = g_strnfill (3000, 'a');
  g_autofree char *longest = g_strconcat ("https://example.com/", endless, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    g_autoptr (GError) error = NULL;

    foyer_picture_fetch_check (good[i], &error);
    g_assert_no_error (error);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    if (foyer_picture_fetch_check (bad[i], &error))
      g_error ("%s was taken", bad[i]);
    g_assert_error (error, FOYER_FETCH_ERROR, FOYER_FETCH_ERROR_ADDRESS);
  }
  g_assert_false (foyer_picture_fetch_check (longest, NULL));
}

/* --- Fetching --- */

typedef struct {
  FoyerPictureHost *host;
  FoyerPictureFetch fetch;
  char *program;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->host = foyer_picture_host_new ();
  fixture->program = foyer_picture_find_program ();
  fixture->fetch = (FoyerPictureFetch){ .program = fixture->program,
                                        .is_open = is_anybody,
                                        .patience = 60000,
                                        .authority = foyer_picture_host_get_authority (fixture->host),
                                        .detour = foyer_picture_host_get_detour (fixture->host) };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_picture_host_free (fixture->host);
  g_free (fixture->program);
}

static void
assert_refused (Fixture *fixture, FoyerFetchError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = foyer_picture_fetch (&fixture->fetch, URL, &error);

  g_assert_null (picture);
  g_assert_error (error, FOYER_FETCH_ERROR, (int) code);
}

static void
assert_answer_refused (Fixture *fixture, const char *head, GBytes *bytes, FoyerFetchError code)
{
  foyer_picture_host_answer (fixture->host, head, bytes);
  assert_refused (fixture, code);
}

/* What the host says of it is of no interest, and nothing that it wrote into it stays. */
static void
test_fetched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) there = read_picture ("notes.png");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = NULL;
  g_autofree char *request = NULL;
  FoyerRaster raster;

  foyer_picture_host_answer (fixture->host, GOOD, there);
  picture = foyer_picture_fetch (&fixture->fetch, URL "?size=2", &error);
  g_assert_no_error (error);
  g_assert_true (foyer_raster_read (picture, &raster));
  g_assert_cmpint (raster.format, ==, FOYER_RASTER_PNG);
  g_assert_false (g_bytes_equal (picture, there));
  g_assert_cmpuint (foyer_picture_host_count (fixture->host), ==, 1);
  request = foyer_picture_host_get_request (fixture->host);
  g_assert_true (g_str_has_prefix (request, "GET /logo?size=2 HTTP/1.1\r\n"));
  g_assert_null (strstr (request, "Cookie"));
  g_assert_null (strstr (request, "Authorization"));
  g_assert_null (strstr (request, "Referer"));
}

/* a redirection could lead behind the guard, and is never followed. */
static void
test_other_answers (Fixture *fixture, gconstpointer data)
{
  static const char *const heads[] = {
    "HTTP/1.1 301 Moved\r\nLocation: https://localhost/other",
    "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest/meta-data",
    "HTTP/1.1 307 There\r\nLocation: file:///etc/passwd",
    "HTTP/1.1 404 Not Found",
    "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=a",
    "HTTP/1.1 500 Oh",
    "HTTP/1.1 204 Nothing",
    "HTTP/1.1 206 Some\r\nContent-Range: bytes 0-1/2",
  };
  g_autoptr (GBytes) picture = read_picture ("wide.png");

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    assert_answer_refused (fixture, heads[i], picture, FOYER_FETCH_ERROR_ANSWER);
  g_assert_cmpuint (foyer_picture_host_count (fixture->host), ==, G_N_ELEMENTS (heads));
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  const gsize size = FOYER_PICTURE_FETCH_LARGEST + 1;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);

  assert_answer_refused (fixture, GOOD, bytes, FOYER_FETCH_ERROR_SIZE);
  assert_answer_refused (fixture, GOOD "\r\nContent-Length: 90000000000", bytes, FOYER_FETCH_ERROR_SIZE);
}

static void
test_no_picture (Fixture *fixture, gconstpointer data)
{
  static const char *const files[]
      = { "", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "GIF89a", "\x89PNG\r\n\x1a\n" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (files[i], strlen (files[i]));

    assert_answer_refused (fixture, "HTTP/1.1 200 OK\r\nContent-Type: image/png", bytes,
                           FOYER_FETCH_ERROR_PICTURE);
  }
}

/* no connection is made to whoever may not be asked, whatever name leads there. */
static void
test_closed_networks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) picture = read_picture ("wide.png");

  foyer_picture_host_answer (fixture->host, GOOD, picture);
  fixture->fetch.is_open = foyer_global_address_is;
  assert_refused (fixture, FOYER_FETCH_ERROR_UNREACHABLE);
  g_assert_cmpuint (foyer_picture_host_count (fixture->host), ==, 0);
}

/* a closed port, a closed network, a host that says nothing and one that nobody believes are told alike: nobody finds out by us what there is
 * in our network. */
static void
test_nobody_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) picture = read_picture ("wide.png");

  fixture->fetch.patience = 300;
  assert_answer_refused (fixture, NULL, NULL, FOYER_FETCH_ERROR_UNREACHABLE);
  fixture->fetch.patience = 60000;
  foyer_picture_host_answer (fixture->host, GOOD, picture);
  fixture->fetch.authority = NULL;
  assert_refused (fixture, FOYER_FETCH_ERROR_UNREACHABLE);
  fixture->fetch.authority = foyer_picture_host_get_authority (fixture->host);
  fixture->fetch.detour = "127.0.0.1:1";
  assert_refused (fixture, FOYER_FETCH_ERROR_UNREACHABLE);
}

/* --- The method --- */

typedef struct {
  FoyerTestServer *server;
  FoyerPictureHost *host;
  FoyerTestApi *ana;
} Office;

static void
open_office (Office *office, gconstpointer data)
{
  g_autoptr (GBytes) picture = read_picture ("wide.png");

  office->host = foyer_picture_host_new ();
  office->server = foyer_test_server_new ();
  foyer_test_server_add (office->server, "acme");
  foyer_test_api_add_staff (office->server, "acme", "st-1", "admin");
  foyer_test_api_add_staff (office->server, "acme", "st-2", "office");
  foyer_test_api_add_staff (office->server, "acme", "st-3", "viewer");
  office->ana = foyer_test_api_new (office->server, "acme", "st-1");
  foyer_picture_host_answer (office->host, GOOD, picture);
  foyer_backend_set_fetch (office->server->backend, is_anybody,
                           foyer_picture_host_get_authority (office->host),
                           foyer_picture_host_get_detour (office->host));
}

static void
close_office (Office *office, gconstpointer data)
{
  foyer_test_api_free (office->ana);
  foyer_test_server_free (office->server);
  foyer_picture_host_free (office->host);
}

static JsonObject *
fetch (FoyerTestApi *api, const char *url)
{
  return foyer_test_api_call (api, "Picture/fetch", "'url': '%s'", url);
}

static void
test_method (Office *office, gconstpointer data)
{
  g_autoptr (FoyerTestApi) ben = foyer_test_api_new (office->server, "acme", "st-2");
  g_autoptr (JsonObject) first = fetch (office->ana, URL);
  g_autoptr (JsonObject) second = fetch (ben, URL);
  g_autoptr (JsonObject) got = NULL;
  g_autofree char *id = foyer_test_api_read (first, "blobId");

  foyer_test_api_assert (first, "@", "Picture/fetch");
  foyer_test_api_assert (first, "type", "image/png");
  foyer_test_api_assert (second, "blobId", id);
  got = foyer_test_api_call (office->ana, "Blob/get", "'ids': ['%s'], 'properties': ['size']", id);
  foyer_test_api_assert (got, "list 0 id", id);
}

static void
test_method_refuses (Office *office, gconstpointer data)
{
  g_autoptr (FoyerTestApi) vera = foyer_test_api_new (office->server, "acme", "st-3");
  g_autoptr (JsonObject) viewer = fetch (vera, URL);
  g_autoptr (JsonObject) clear = fetch (office->ana, "http://localhost/logo");
  g_autoptr (JsonObject) none = foyer_test_api_call (office->ana, "Picture/fetch", "'url': 7");
  g_autoptr (JsonObject) missing = NULL;

  foyer_test_api_assert (viewer, "type", "forbidden");
  foyer_test_api_assert (clear, "type", "invalidAddress");
  foyer_test_api_assert (none, "type", "invalidArguments");
  g_assert_cmpuint (foyer_picture_host_count (office->host), ==, 0);
  foyer_picture_host_answer (office->host, "HTTP/1.1 404 No", NULL);
  missing = fetch (office->ana, URL);
  foyer_test_api_assert (missing, "type", "noFile");
  g_assert_cmpuint (foyer_picture_host_count (office->host), ==, 1);
}

/* whoever signs in without being asked for it makes the server knock ten times, not ten thousand. */
static void
test_rate (Office *office, gconstpointer data)
{
  g_autoptr (FoyerTestApi) ben = foyer_test_api_new (office->server, "acme", "st-2");
  g_autoptr (JsonObject) many = NULL;
  g_autoptr (JsonObject) other = NULL;

  for (guint i = 0; i < 10; i++) {
    g_autoptr (JsonObject) answer = fetch (office->ana, URL);

    foyer_test_api_assert (answer, "@", "Picture/fetch");
  }
  many = fetch (office->ana, URL);
  foyer_test_api_assert (many, "type", "rateLimit");
  g_assert_cmpuint (foyer_picture_host_count (office->host), ==, 10);
  other = fetch (ben, URL);
  foyer_test_api_assert (other, "@", "Picture/fetch");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture-fetch/SSRF-whose-an-address-is", test_guard);
  g_test_add_func ("/picture-fetch/SSRF-addresses", test_addresses);
#define ADD(name, test) g_test_add ("/picture-fetch/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("a-picture-is-fetched-once-and-drawn-anew", test_fetched);
  ADD ("SSRF-other-answers-are-none", test_other_answers);
  ADD ("SSRF-too-large", test_too_large);
  ADD ("SSRF-what-is-no-picture", test_no_picture);
  ADD ("SSRF-closed-networks", test_closed_networks);
  ADD ("SSRF-nobody-there-is-told-alike", test_nobody_there);
#undef ADD
#define ADD(name, test) g_test_add ("/picture-fetch/" name, Office, NULL, open_office, test, close_office)
  ADD ("method-gives-a-blob", test_method);
  ADD ("method-refuses", test_method_refuses);
  ADD ("SSRF-method-is-limited", test_rate);
#undef ADD
  return g_test_run ();
}
