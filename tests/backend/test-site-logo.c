/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-logo.c - the business's logo: there for everybody at its own portal, and nothing else that was uploaded */

#include "test-site-browser.h"

#include "foyer-blob-files.h"
#include "foyer-blob-id.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "sample/foyer-sample-logo.h"

#include <string.h>

#define PLAIN_MARK "src=\"/static/mark-"
#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><script>1</script></svg>"

/* Two businesses, and browsers of both in which nobody is signed in. */
typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *ana;
  FoyerTestApi *acme_ana;
  TestBrowser *browser;
  TestBrowser *acme;
  GBytes *light;
  GBytes *dark;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  foyer_test_server_add (self->server, "acme");
  self->ana = foyer_test_api_new (self->server, "northwind", "st-1");
  self->acme_ana = foyer_test_api_new (self->server, "acme", "st-1");
  self->browser = test_browser_new (self->server, "northwind");
  self->acme = test_browser_new (self->server, "acme");
  self->light = foyer_sample_logo (FOYER_BRAND_LIGHT);
  self->dark = foyer_sample_logo (FOYER_BRAND_DARK);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_bytes_unref (self->light);
  g_bytes_unref (self->dark);
  test_browser_free (self->browser);
  test_browser_free (self->acme);
  foyer_test_api_free (self->ana);
  foyer_test_api_free (self->acme_ana);
  foyer_test_server_free (self->server);
}

/* Staff say what they like about the type; it counts for nothing. */
static char *
upload (FoyerTestApi *api, GBytes *bytes)
{
  g_autofree char *path = g_strdup_printf ("/jmap/upload/%s/", api->account);
  g_autoptr (FoyerHttpResponse) response
      = foyer_test_api_request (api, "POST", path, NULL, "image/png", bytes);

  test_assert_status (response, 201);
  return foyer_blob_id_of_bytes (bytes);
}

static char *
upload_text (FoyerTestApi *api, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return upload (api, bytes);
}

static void
put (Fixture *self, const char *slug, const char *record, const char *member, const char *value)
{
  g_autofree char *json = g_strdup_printf ("[{'id': '%s', '%s': '%s'}]", record, member, value);

  foyer_test_server_put (self->server, slug, json);
}

static char *
path_of (const char *id, const char *suffix)
{
  return g_strdup_printf ("/static/logo-%s.%s", id, suffix);
}

static void
assert_page_has (TestBrowser *browser, const char *text)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, "/sign-in");

  if (strstr (test_body (page), text) == NULL)
    g_error ("no %s in\n%s", text, test_body (page));
}

static void
assert_status (TestBrowser *browser, const char *path, guint status)
{
  g_autoptr (FoyerHttpResponse) response = test_browser_get (browser, path);

  if (response->status != status)
    g_error ("%s answers %u", path, response->status);
}

/* --- What is shown --- */

/* A client's pages load it after all others, pages on which somebody signs in or pays never; what it says is written anew (000-60). */
static void
test_sheet (Fixture *self, gconstpointer data)
{
  g_autoptr (TestBrowser) client
      = test_browser_new_signed_in (self->server, "northwind", "pl-1", "cl-1", NULL);
  g_autoptr (FoyerHttpResponse) before = NULL;
  g_autoptr (FoyerHttpResponse) home = NULL;
  g_autoptr (FoyerHttpResponse) gate = NULL;
  g_autoptr (FoyerHttpResponse) sheet = NULL;
  g_autofree char *path = NULL;
  const char *link;

  before = test_browser_get (client, "/");
  g_assert_null (strstr (test_body (before), "/static/sheet-"));
  put (self, "northwind", "ps-1", "brand.css", "body p { color: red } /* ours */");
  home = test_browser_get (client, "/");
  gate = test_browser_get (self->browser, "/sign-in");
  test_assert_status (home, 200);
  g_assert_null (strstr (test_body (gate), "/static/sheet-"));
  link = strstr (test_body (home), "/static/sheet-");
  g_assert_nonnull (link);
  g_assert_null (strstr (link, "stylesheet"));
  path = g_strndup (link, strcspn (link, "\""));
  sheet = test_browser_get (client, path);
  test_assert_status (sheet, 200);
  g_assert_cmpstr (test_body (sheet), ==, ".fy-theme p{color:red;}\n");
  g_assert_cmpstr (foyer_http_response_header (sheet, "content-type"), ==, "text/css; charset=utf-8");
  assert_status (self->acme, path, 404);
}

/* What an earlier program let in is left out, alone: the pages stand, staff read all settings and change the others. */
static void
test_forbidden_sheet (Fixture *self, gconstpointer data)
{
  const char *forbidden = "@import url(https://evil.example/x.css);";
  g_autoptr (TestBrowser) client
      = test_browser_new_signed_in (self->server, "northwind", "pl-1", "cl-1", NULL);
  g_autofree char *id = foyer_test_id ("ps-1");
  g_autoptr (JsonObject) settings = NULL;
  g_autoptr (JsonObject) named = NULL;
  g_autoptr (JsonObject) sheeted = NULL;
  g_autoptr (FoyerHttpResponse) home = NULL;

  put (self, "northwind", "ps-1", "brand.css", forbidden);
  settings = foyer_test_api_call (self->ana, "PortalSettings/get", "'ids': ['%s']", id);
  foyer_test_api_assert (settings, "list 0 brand.css", forbidden);
  named = foyer_test_api_call (self->ana, "PortalSettings/set", "'update': {'%s': {'brand.name': 'Just so'}}",
                               id);
  foyer_test_api_assert (named, "notUpdated", "null");
  home = test_browser_get (client, "/");
  test_assert_status (home, 200);
  g_assert_nonnull (strstr (test_body (home), "Just so"));
  g_assert_null (strstr (test_body (home), "/static/sheet-"));
  g_assert_null (strstr (test_body (home), "evil.example"));
  sheeted
      = foyer_test_api_call (self->ana, "PortalSettings/set",
                             "'update': {'%s': {'brand.css': '@import url(https://evil.example/y.css);'}}",
                             id);
  foyer_test_api_assert (sheeted, "updated", "null");
}

static void
test_everybody (Fixture *self, gconstpointer data)
{
  g_autofree char *light = upload (self->ana, self->light);
  g_autofree char *dark = upload (self->ana, self->dark);
  g_autofree char *light_path = path_of (light, "png");
  g_autofree char *dark_path = path_of (dark, "png");
  g_autoptr (FoyerHttpRequest) post = NULL;
  g_autoptr (FoyerHttpResponse) file = NULL;
  g_autoptr (FoyerHttpResponse) posted = NULL;

  assert_page_has (self->browser, PLAIN_MARK);
  put (self, "northwind", "ps-1", "brand.logo", light);
  put (self, "northwind", "ps-1", "brand.logo_dark", dark);
  assert_page_has (self->browser, light_path);
  assert_page_has (self->browser, dark_path);
  assert_page_has (self->browser, "width=\"158\" height=\"36\" alt=\"Northwind Heating\"");

  file = test_browser_get (self->browser, light_path);
  test_assert_status (file, 200);
  g_assert_true (g_bytes_equal (file->body, self->light));
  g_assert_cmpstr (foyer_http_response_header (file, "content-type"), ==, "image/png");
  g_assert_cmpstr (foyer_http_response_header (file, "cache-control"), ==,
                   "public, max-age=31536000, immutable");
  g_assert_null (foyer_http_response_header (file, "set-cookie"));
  assert_status (self->browser, dark_path, 200);

  post = test_browser_request (self->browser, "POST", light_path);
  posted = test_browser_ask (self->browser, post);
  test_assert_status (posted, 405);
}

/* Also who is told that the portal is off sees whose it is. */
/* The banner is a file of its own, and clients get it with their first page (001-31). */
static void
test_banner (Fixture *self, gconstpointer data)
{
  g_autofree char *id = upload (self->ana, self->dark);
  g_autofree char *path = g_strdup_printf ("/static/banner-%s.png", id);
  g_autofree char *as_logo = path_of (id, "png");
  g_autoptr (TestBrowser) client
      = test_browser_new_signed_in (self->server, "northwind", "pl-1", "cl-1", NULL);
  g_autoptr (FoyerHttpResponse) home = NULL;
  g_autoptr (FoyerHttpResponse) visits = NULL;
  g_autoptr (FoyerHttpResponse) picture = NULL;

  assert_status (client, path, 404);
  put (self, "northwind", "ps-1", "brand.banner", id);
  home = test_browser_get (client, "/");
  visits = test_browser_get (client, "/visits");
  picture = test_browser_get (client, path);
  g_assert_nonnull (strstr (test_body (home), path));
  g_assert_null (strstr (test_body (visits), path));
  test_assert_status (picture, 200);
  g_assert_cmpstr (foyer_http_response_header (picture, "content-type"), ==, "image/png");
  assert_status (client, as_logo, 404);
  assert_status (self->acme, path, 404);
}

static void
test_off (Fixture *self, gconstpointer data)
{
  g_autofree char *id = upload (self->ana, self->light);
  g_autofree char *path = path_of (id, "png");
  g_autoptr (FoyerHttpResponse) page = NULL;

  put (self, "northwind", "ps-1", "brand.logo", id);
  foyer_test_server_put (self->server, "northwind", "[{'id': 'ps-1', 'portal.enabled': false}]");
  page = test_browser_get (self->browser, "/sign-in");
  test_assert_status (page, 403);
  g_assert_nonnull (strstr (test_body (page), path));
  assert_status (self->browser, path, 200);
}

/* The organisation's own is shown until the settings name another, and not longer (X8). */
static void
test_inherited (Fixture *self, gconstpointer data)
{
  g_autofree char *own = upload (self->ana, self->light);
  g_autofree char *other = upload (self->ana, self->dark);
  g_autofree char *own_path = path_of (own, "png");
  g_autofree char *other_path = path_of (other, "png");

  put (self, "northwind", "org-1", "logo", own);
  assert_page_has (self->browser, own_path);
  put (self, "northwind", "ps-1", "brand.logo", other);
  assert_page_has (self->browser, other_path);
  assert_status (self->browser, other_path, 200);
  assert_status (self->browser, own_path, 404);
  put (self, "northwind", "ps-1", "brand.logo", "https://northwind.example/logo.png");
  assert_page_has (self->browser, PLAIN_MARK);
  assert_status (self->browser, other_path, 404);
}

/* --- What is not --- */

/* Every address that names no logo gets the very same answer, whether or not there is such a blob. */
static void
test_nothing_else (Fixture *self, gconstpointer data)
{
  g_autofree char *logo = upload (self->ana, self->light);
  g_autofree char *unnamed = upload (self->ana, self->dark);
  g_autofree char *printed = upload_text (self->ana, "for PDFs alone");
  g_autofree char *nobodys = g_strdup ("BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  const struct {
    const char *id;
    const char *suffix;
  } asked[] = { { unnamed, "png" }, { printed, "png" }, { logo, "jpg" },   { logo, "svg" },  { logo, "" },
                { logo, "PNG" },    { "", "png" },      { "../x", "png" }, { "%2e", "png" }, { "B", "png" } };
  g_autofree char *nowhere = path_of (nobodys, "png");
  g_autoptr (FoyerHttpResponse) expected = NULL;

  put (self, "northwind", "ps-1", "brand.logo", logo);
  put (self, "northwind", "ps-1", "brand.pdf_logo", printed);
  expected = test_browser_get (self->browser, nowhere);
  test_assert_status (expected, 404);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++) {
    g_autofree char *path = path_of (asked[i].id, asked[i].suffix);
    g_autoptr (FoyerHttpResponse) response = test_browser_get (self->browser, path);

    test_assert_status (response, 404);
    g_assert_cmpstr (test_body (response), ==, test_body (expected));
    g_assert_cmpstr (foyer_http_response_header (response, "content-type"), ==,
                     foyer_http_response_header (expected, "content-type"));
    g_assert_null (foyer_http_response_header (response, "cache-control"));
  }
}

/* Only pictures by content: what was said at the upload is not believed. */
static void
test_no_picture (Fixture *self, gconstpointer data)
{
  static const char *const texts[]
      = { SVG, "<!DOCTYPE html><script>alert(1)</script>", "%PDF-1.7 and so on" };
  static const char *const suffixes[] = { "png", "svg", "jpg", "webp" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *id = upload_text (self->ana, texts[i]);

    put (self, "northwind", "ps-1", "brand.logo", id);
    assert_page_has (self->browser, PLAIN_MARK);
    for (guint k = 0; k < G_N_ELEMENTS (suffixes); k++) {
      g_autofree char *path = path_of (id, suffixes[k]);

      assert_status (self->browser, path, 404);
    }
  }
}

/* Neither does one business see the other's, nor can a record make it so; whoever is signed in where. */
static void
test_two_businesses (Fixture *self, gconstpointer data)
{
  g_autofree char *own = upload (self->ana, self->light);
  g_autofree char *acmes = upload (self->acme_ana, self->dark);
  g_autofree char *own_path = path_of (own, "png");
  g_autofree char *acmes_path = path_of (acmes, "png");
  g_autoptr (TestBrowser) ellen
      = test_browser_new_signed_in (self->server, "northwind", "pl-1", "cl-1", NULL);
  g_autoptr (TestBrowser) acme_ellen
      = test_browser_new_signed_in (self->server, "acme", "pl-1", "cl-1", NULL);
  g_autoptr (TestBrowser) stranger = test_browser_new (self->server, "northwind");
  TestBrowser *const of_northwind[] = { self->browser, ellen, stranger };
  TestBrowser *const of_acme[] = { self->acme, acme_ellen };

  stranger->session = g_strdup (acme_ellen->session);
  put (self, "northwind", "ps-1", "brand.logo", own);
  put (self, "acme", "ps-1", "brand.logo", acmes);
  for (guint i = 0; i < G_N_ELEMENTS (of_northwind); i++) {
    assert_status (of_northwind[i], own_path, 200);
    assert_status (of_northwind[i], acmes_path, 404);
  }
  for (guint i = 0; i < G_N_ELEMENTS (of_acme); i++) {
    assert_status (of_acme[i], acmes_path, 200);
    assert_status (of_acme[i], own_path, 404);
  }

  /* The settings name a file that is there, but not theirs. */
  put (self, "northwind", "ps-1", "brand.logo", acmes);
  assert_page_has (self->browser, PLAIN_MARK);
  for (guint i = 0; i < G_N_ELEMENTS (of_northwind); i++)
    assert_status (of_northwind[i], acmes_path, 404);
  assert_status (self->acme, acmes_path, 200);
}

/* A disk that has lost the file costs the picture, in a minute at the latest, and not the portal. */
static void
test_lost (Fixture *self, gconstpointer data)
{
  g_autofree char *id = upload (self->ana, self->light);
  g_autofree char *path = path_of (id, "png");
  g_autoptr (FoyerBlobFiles) files = foyer_blob_files_new (self->server->directory);

  put (self, "northwind", "ps-1", "brand.logo", id);
  assert_page_has (self->browser, path);
  foyer_blob_files_remove (files, id);
  assert_status (self->browser, path, 200);
  foyer_test_server_advance (self->server, 60);
  g_test_expect_message ("foyer-server", G_LOG_LEVEL_WARNING, "A logo was not read*");
  assert_page_has (self->browser, PLAIN_MARK);
  g_test_expect_message ("foyer-server", G_LOG_LEVEL_WARNING, "A logo was not read*");
  assert_status (self->browser, path, 404);
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/site/sheet/last-and-not-at-the-gate", Fixture, NULL, set_up, test_sheet, tear_down);
  g_test_add ("/site/sheet/a-forbidden-one-alone-is-left-out", Fixture, NULL, set_up, test_forbidden_sheet,
              tear_down);
  g_test_add ("/site/logo/for-everybody", Fixture, NULL, set_up, test_everybody, tear_down);
  g_test_add ("/site/banner/on-the-first-page", Fixture, NULL, set_up, test_banner, tear_down);
  g_test_add ("/site/logo/also-while-the-portal-is-off", Fixture, NULL, set_up, test_off, tear_down);
  g_test_add ("/site/logo/of-the-organisation-until-another", Fixture, NULL, set_up, test_inherited,
              tear_down);
  g_test_add ("/site/logo/no-other-blob", Fixture, NULL, set_up, test_nothing_else, tear_down);
  g_test_add ("/site/logo/pictures-only", Fixture, NULL, set_up, test_no_picture, tear_down);
  g_test_add ("/site/logo/two-businesses", Fixture, NULL, set_up, test_two_businesses, tear_down);
  g_test_add ("/site/logo/a-lost-file", Fixture, NULL, set_up, test_lost, tear_down);
  return g_test_run ();
}
