/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-compare.c - Portal/compare tells what clients are shown, and nothing about anything else */

#include "test-site-world.h"

#include "foyer-json.h"
#include "foyer-test-api.h"

#include <string.h>

#define ID(prefix, number) prefix "-00000000-0000-7000-8000-00000000000" number
#define ELLEN "'viewer': {'clientId': '" ID ("cl", "1") "', 'linkId': '" ID ("pl", "1") "'}"
#define HILLSIDE "'viewer': {'clientId': '" ID ("cl", "2") "', 'linkId': '" ID ("pl", "2") "'}"
#define NOBODY "'viewer': {}"
#define REST "'settings': %d, 'now': '2026-11-23T09:00:00Z', 'states': {}"

typedef struct {
  TestSite site;
  FoyerTestApi *api;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  test_site_set_up (&fixture->site, data);
  fixture->api = foyer_test_api_new (fixture->site.server, "northwind", "st-1");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_test_api_free (fixture->api);
  test_site_tear_down (&fixture->site, data);
}

/* The number of the published settings, as the server tells it to whoever has another. */
static int
get_version (Fixture *fixture)
{
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (fixture->api, "Portal/compare", NOBODY ", 'page': '/', " REST, 99);

  foyer_test_api_assert (answer, "type", "stateMismatch");
  return (int) foyer_json_object_integer (answer, "settings", -1);
}

static char *
compare (Fixture *fixture, const char *viewer, const char *address)
{
  g_autofree char *arguments
      = g_strdup_printf ("%s, 'page': '%s', " REST, viewer, address, get_version (fixture));
  g_autoptr (JsonObject) answer = foyer_test_api_call (fixture->api, "Portal/compare", "%s", arguments);

  foyer_test_api_assert (answer, "@", "Portal/compare");
  return foyer_test_api_read (answer, "pageHash");
}

/* The hash of what a browser gets, without the values that are of its session alone. */
static char *
hash_live (TestBrowser *browser, const char *address)
{
  g_autoptr (FoyerHttpResponse) answer = test_browser_get (browser, address);
  const char *html = test_body (answer);
  g_autoptr (GRegex) token = g_regex_new ("(name=\"token\" value=\")[^\"]*", 0, 0, NULL);
  g_autofree char *empty = g_regex_replace (token, html, -1, 0, "\\1", 0, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, empty, -1);
}

static void
test_same (Fixture *fixture, gconstpointer unused)
{
  static const char *const addresses[]
      = { "/",         "/visits", "/invoices", "/quotes", "/documents", "/requests/new",
          "/messages", "/book",   "/profile" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autofree char *told = compare (fixture, ELLEN, addresses[i]);
    g_autofree char *live = hash_live (fixture->site.browser, addresses[i]);

    g_assert_cmpstr (told, ==, live);
  }
}

/* The page itself, if it is asked for: that of which the hash is. */
static void
test_with_page (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonObject) without
      = foyer_test_api_call (fixture->api, "Portal/compare", ELLEN ", 'page': '/visits', " REST,
                             get_version (fixture));
  g_autoptr (JsonObject) with
      = foyer_test_api_call (fixture->api, "Portal/compare",
                             ELLEN ", 'page': '/visits', 'withPage': true, " REST, get_version (fixture));
  const char *page = foyer_json_object_text (with, "page");
  g_autofree char *hash = NULL;

  g_assert_false (json_object_has_member (without, "page"));
  g_assert_nonnull (page);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, page, -1);
  g_assert_cmpstr (hash, ==, foyer_json_object_text (with, "pageHash"));
}

static void
test_different (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *ellen = compare (fixture, ELLEN, "/");
  g_autofree char *hillside = compare (fixture, HILLSIDE, "/");
  g_autofree char *nobody = compare (fixture, NOBODY, "/");
  g_autofree char *sign_in = compare (fixture, NOBODY, "/sign-in");

  g_assert_cmpstr (ellen, !=, hillside);
  g_assert_cmpstr (ellen, !=, nobody);
  g_assert_cmpstr (nobody, ==, sign_in);
}

static void
test_mismatch (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonObject) answer = foyer_test_api_call (
      fixture->api, "Portal/compare",
      ELLEN ", 'page': '/', 'settings': %d, 'now': '2026-11-23T09:00:00Z', 'states': {'Visit': 'old'}",
      get_version (fixture));
  g_autofree char *state = foyer_test_api_read (answer, "states Visit");

  foyer_test_api_assert (answer, "type", "stateMismatch");
  g_assert_cmpstr (state, !=, "old");
  g_assert_cmpstr (state, !=, "nothing");
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  static const char *const bad[] = {
    "'page': '/', 'settings': 1, 'now': '2026-11-23T09:00:00Z', 'states': {}",
    NOBODY ", 'page': 'visits', 'settings': 1, 'now': '2026-11-23T09:00:00Z', 'states': {}",
    NOBODY ", 'page': '/', 'settings': 'x', 'now': '2026-11-23T09:00:00Z', 'states': {}",
    NOBODY ", 'page': '/', 'settings': 1, 'now': 'soon', 'states': {}",
    NOBODY ", 'page': '/', 'settings': 1, 'now': '2026-11-23T09:00:00Z'",
    NOBODY ", 'page': '/', 'settings': 1, 'now': '2026-11-23T09:00:00Z', 'states': {'Nothing': 'a'}",
    NOBODY ", 'page': '/', 'settings': 1, 'now': '2026-11-23T09:00:00Z', 'states': {}, 'withPage': []",
    "'viewer': {'clientId': 5}, 'page': '/', 'settings': 1, 'now': '2026-11-23T09:00:00Z', 'states': {}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (JsonObject) answer = foyer_test_api_call (fixture->api, "Portal/compare", "%s", bad[i]);

    foyer_test_api_assert (answer, "type", "invalidArguments");
  }
}

/* Staff who look are no clients who were there. */
static void
test_nothing_is_written (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = test_site_dump (&fixture->site);
  g_autofree char *hash = compare (fixture, ELLEN, "/messages");

  test_site_assert_unchanged (&fixture->site, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/backend/compare/same-as-the-live-portal", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/backend/compare/with-the-page", Fixture, NULL, set_up, test_with_page, tear_down);
  g_test_add ("/backend/compare/each-sees-their-own", Fixture, NULL, set_up, test_different, tear_down);
  g_test_add ("/backend/compare/other-records-are-told", Fixture, NULL, set_up, test_mismatch, tear_down);
  g_test_add ("/backend/compare/bad-questions", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/backend/compare/nothing-is-written", Fixture, NULL, set_up, test_nothing_is_written,
              tear_down);
  return g_test_run ();
}
