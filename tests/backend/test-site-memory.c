/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-memory.c - a page that was made before is sent again only to who asks for it now, and only while it is still right */

#include "test-site-world.h"

#include "foyer-backend-private.h"

#include <string.h>

#define BILL \
  "[{'id': 'inv-9', 'clientId': 'cl-1', 'title': 'Leaking valve', 'status': 'issued', 'issuedOn': " \
  "'2026-10-01'}]"

/* --- The memory alone --- */

static FoyerPortalPage *
make_page (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (FoyerSlotPlace));

  return foyer_portal_page_new (bytes, places);
}

static gboolean
has (FoyerSiteMemory *memory, gint64 organisation, const char *session, const char *path, const char *query)
{
  FoyerPageKind made;
  g_autoptr (FoyerPortalPage) page
      = foyer_site_memory_find_page (memory, organisation, session, path, query, &made);

  return page != NULL;
}

/* Whatever is asked otherwise, or by others, is another page. */
static void
test_keys (void)
{
  g_autoptr (FoyerSiteMemory) memory = foyer_site_memory_new ();
  g_autoptr (FoyerPortalPage) page = make_page ("one");

  foyer_site_memory_begin (memory, 1, "2026a", 60);
  foyer_site_memory_keep_page (memory, 1, "se-1", "/visits", "list=past", page, FOYER_PAGE_VISITS);
  g_assert_true (has (memory, 1, "se-1", "/visits", "list=past"));
  g_assert_false (has (memory, 2, "se-1", "/visits", "list=past"));
  g_assert_false (has (memory, 1, "se-2", "/visits", "list=past"));
  g_assert_false (has (memory, 1, "se-1", "/visits", NULL));
  g_assert_false (has (memory, 1, "se-1", "/visits", ""));
  g_assert_false (has (memory, 1, "se-1", "/visits?list=past", NULL));
  g_assert_false (has (memory, 1, "se-1", "/invoices", "list=past"));
}

/* Another database, another minute, before or after, other zones: nothing is left, of pages and of settings. */
static void
test_forgetting (void)
{
  static const struct {
    gint64 version;
    const char *zones;
    gint64 now;
    guint left;
  } looks[] = {
    { 1, "2026a", 119, 1 }, { 2, "2026a", 119, 0 }, { 1, "2026b", 119, 0 }, { 1, "2026a", 120, 0 },
    { 1, "2026a", 59, 0 },  { 0, "2026a", 60, 0 },  { -1, "2026a", 60, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++) {
    g_autoptr (FoyerSiteMemory) memory = foyer_site_memory_new ();
    g_autoptr (FoyerPortalPage) page = make_page ("one");

    foyer_site_memory_begin (memory, 1, "2026a", 60);
    foyer_site_memory_keep_page (memory, 1, "se-1", "/", NULL, page, FOYER_PAGE_HOME);
    foyer_site_memory_begin (memory, looks[i].version, looks[i].zones, looks[i].now);
    g_assert_cmpuint (foyer_site_memory_count_pages (memory), ==, looks[i].left);
  }
}

/* A version that cannot be read is like no other, itself included. */
static void
test_no_version (void)
{
  g_autoptr (FoyerSiteMemory) memory = foyer_site_memory_new ();
  g_autoptr (FoyerPortalPage) page = make_page ("one");

  foyer_site_memory_begin (memory, -1, "2026a", 60);
  foyer_site_memory_keep_page (memory, 1, "se-1", "/", NULL, page, FOYER_PAGE_HOME);
  foyer_site_memory_begin (memory, -1, "2026a", 60);
  g_assert_cmpuint (foyer_site_memory_count_pages (memory), ==, 0);
}

static void
test_room (void)
{
  g_autoptr (FoyerSiteMemory) memory = foyer_site_memory_new ();
  g_autoptr (FoyerPortalPage) page = make_page ("one");

  foyer_site_memory_begin (memory, 1, "2026a", 60);
  for (guint i = 0; i < 3 * FOYER_SITE_MEMORY_PAGES; i++) {
    g_autofree char *query = g_strdup_printf ("n=%u", i);

    foyer_site_memory_keep_page (memory, 1, "se-1", "/", query, page, FOYER_PAGE_HOME);
    g_assert_cmpuint (foyer_site_memory_count_pages (memory), <=, FOYER_SITE_MEMORY_PAGES);
    g_assert_true (has (memory, 1, "se-1", "/", query));
  }
}

/* --- On the site --- */

static guint
count (TestSite *self)
{
  return foyer_site_memory_count_pages (self->server->backend->memory);
}

static char *
look (TestBrowser *browser, const char *address)
{
  g_autoptr (FoyerHttpResponse) response = test_browser_get (browser, address);

  test_assert_status (response, 200);
  return g_strdup (test_body (response));
}

static void
assert_gone (TestSite *self, const char *address)
{
  g_autoptr (FoyerHttpResponse) response = test_browser_get (self->browser, address);

  test_assert_goes (response, "/sign-in");
}

/* The bytes are the same, and the token in them is good for a form. */
static void
test_same_again (TestSite *self, gconstpointer data)
{
  g_autofree char *first = look (self->browser, "/profile");
  guint n = count (self);
  g_autofree char *second = look (self->browser, "/profile");
  g_autoptr (FoyerHttpResponse) out = NULL;

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (self->browser->token);
  out = test_browser_post (self->browser, "/sign-out", "");
  g_assert_cmpuint (out->status, ==, 303);
  assert_gone (self, "/profile");
}

/* Two clients ask for the same address in turn, and one without a cookie. */
static void
test_others (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) stranger = test_browser_new (self->server, "northwind");
  g_autoptr (TestBrowser) elsewhere = NULL;

  for (guint i = 0; i < 3; i++) {
    g_autofree char *ellens = look (self->browser, "/");
    g_autofree char *hillsides = look (self->other, "/");
    g_autoptr (FoyerHttpResponse) nobodys = test_browser_get (stranger, "/visits");

    g_assert_nonnull (strstr (ellens, "Ellen"));
    g_assert_null (strstr (ellens, "Hillside"));
    g_assert_nonnull (strstr (hillsides, "Hillside"));
    g_assert_null (strstr (hillsides, "Ellen"));
    test_assert_goes (nobodys, "/sign-in");
  }
  g_assert_cmpuint (count (self), ==, 2);

  /* The same session cookie means nothing to another business. */
  foyer_test_server_add (self->server, "acme");
  elsewhere = test_browser_new (self->server, "acme");
  elsewhere->session = g_strdup (self->browser->session);
  {
    g_autofree char *again = look (self->browser, "/visits");
    g_autoptr (FoyerHttpResponse) foreign = test_browser_get (elsewhere, "/visits");

    g_assert_nonnull (again);
    test_assert_goes (foreign, "/sign-in");
  }
}

/* Staff write a bill, change its title and take it away: each next look shows it, in the same second. */
static void
test_writing (TestSite *self, gconstpointer data)
{
  g_autofree char *before = look (self->browser, "/invoices");
  g_autofree char *billed = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *withdrawn = NULL;

  g_assert_null (strstr (before, "Leaking valve"));
  test_site_put (self, BILL);
  billed = look (self->browser, "/invoices");
  g_assert_nonnull (strstr (billed, "Leaking valve"));
  test_site_put (self, "[{'id': 'inv-9', 'title': 'Burst pipe'}]");
  renamed = look (self->browser, "/invoices");
  g_assert_nonnull (strstr (renamed, "Burst pipe"));
  test_site_put (self, "[{'id': 'inv-9', 'status': 'draft'}]");
  withdrawn = look (self->browser, "/invoices");
  g_assert_null (strstr (withdrawn, "Burst pipe"));
}

/* What the client does by themselves, too. */
static void
test_own_writing (TestSite *self, gconstpointer data)
{
  g_autofree char *before = look (self->browser, "/visits");
  g_autofree char *address = test_site_book (self);
  g_autofree char *after = look (self->browser, "/visits");

  g_assert_null (strstr (before, address));
  g_assert_nonnull (strstr (after, address));
}

static void
test_publishing (TestSite *self, gconstpointer data)
{
  g_autofree char *before = look (self->browser, "/");
  g_autofree char *renamed = NULL;
  g_autoptr (FoyerHttpResponse) off = NULL;

  test_site_put (self, "[{'id': 'ps-1', 'words.visit': 'appointment'}]");
  renamed = look (self->browser, "/");
  g_assert_null (strstr (before, "Appointments"));
  g_assert_nonnull (strstr (renamed, "Appointments"));
  test_site_put (self, "[{'id': 'ps-1', 'portal.enabled': false}]");
  off = test_browser_get (self->browser, "/");
  test_assert_status (off, 403);
}

/* Whoever is shut out is so at the next look, however they are shut out. */
static void
test_revoking (TestSite *self, gconstpointer data)
{
  g_autofree char *before = look (self->browser, "/visits");

  test_site_put (self, "[{'id': 'pl-1', 'status': 'revoked'}]");
  assert_gone (self, "/visits");
  test_site_put (self, "[{'id': 'pl-1', 'status': 'live'}]");
  g_clear_pointer (&before, g_free);
  before = look (self->browser, "/visits");
  test_site_put (self, "[{'id': 'cl-1', 'archivedAt': '2026-11-23T09:00:00Z'}]");
  {
    g_autoptr (FoyerHttpResponse) archived = test_browser_get (self->browser, "/visits");

    g_assert_cmpuint (archived->status, !=, 200);
  }
}

/* Fewer rights: the list is gone from the menu and from its address. */
static void
test_narrowing (TestSite *self, gconstpointer data)
{
  g_autofree char *before = look (self->browser, "/invoices");
  g_autofree char *home = look (self->browser, "/");
  g_autofree char *after = NULL;
  g_autoptr (FoyerHttpResponse) gone = NULL;

  g_assert_nonnull (strstr (home, "href=\"/invoices\""));
  test_site_put (self, "[{'id': 'pl-1', 'scopes': ['visits']}]");
  gone = test_browser_get (self->browser, "/invoices");
  after = look (self->browser, "/");
  test_assert_status (gone, 404);
  g_assert_null (strstr (after, "href=\"/invoices\""));
}

/* A session ends at its second, in the middle of a minute, although its page was asked for a second before and nothing was written. */
static void
test_expiry (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) late = NULL;
  g_autoptr (FoyerHttpResponse) over = NULL;

  foyer_test_server_advance (self->server, 30);
  late = test_browser_new_signed_in (self->server, "northwind", "pl-3", "cl-1", NULL);
  foyer_test_server_advance (self->server, 72 * 3600 - 2);
  for (guint i = 0; i < 2; i++) {
    g_autofree char *seen = look (late, "/visits");

    g_assert_cmpuint (count (self), ==, 1);
    foyer_test_server_advance (self->server, 1);
  }
  g_assert_cmpuint (count (self), ==, 1);
  over = test_browser_get (late, "/visits");
  test_assert_goes (over, "/sign-in");
}

/* Nothing of a page is older than the minute: a visit that is over is so at the next one. */
static void
test_minute (TestSite *self, gconstpointer data)
{
  g_autofree char *before = look (self->browser, "/visits");
  g_autofree char *during = NULL;

  test_site_put (self, "[{'id': 'vs-9', 'clientId': 'cl-1', 'title': 'Boiler check', 'status': 'scheduled', "
                       "'start': '2026-11-23T08:00:00Z', 'end': '2026-11-23T09:01:00Z'}]");
  during = look (self->browser, "/");
  g_assert_nonnull (strstr (during, "Boiler check"));
  foyer_test_server_advance (self->server, 59);
  {
    g_autofree char *still = look (self->browser, "/");

    g_assert_nonnull (strstr (still, "Boiler check"));
  }
  foyer_test_server_advance (self->server, 1);
  {
    g_autofree char *over = look (self->browser, "/");

    g_assert_null (strstr (over, "Boiler check"));
  }
}

/* Only pages that were there, and only those that nothing is noted for, are remembered. */
static void
test_what_is_remembered (TestSite *self, gconstpointer data)
{
  static const char *const others[] = { "/visits/vi-none", "/nothing", "/password", "/static/nothing.css" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (FoyerHttpResponse) response = test_browser_get (self->browser, others[i]);

    g_assert_nonnull (response);
  }
  g_assert_cmpuint (count (self), ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*test) (TestSite *self, gconstpointer data);
  } tests[] = {
    { "/backend/site-memory/same-again", test_same_again },
    { "/backend/site-memory/others", test_others },
    { "/backend/site-memory/writing", test_writing },
    { "/backend/site-memory/own-writing", test_own_writing },
    { "/backend/site-memory/publishing", test_publishing },
    { "/backend/site-memory/revoking", test_revoking },
    { "/backend/site-memory/narrowing", test_narrowing },
    { "/backend/site-memory/expiry", test_expiry },
    { "/backend/site-memory/minute", test_minute },
    { "/backend/site-memory/what-is-remembered", test_what_is_remembered },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backend/site-memory/keys", test_keys);
  g_test_add_func ("/backend/site-memory/forgetting", test_forgetting);
  g_test_add_func ("/backend/site-memory/no-version", test_no_version);
  g_test_add_func ("/backend/site-memory/room", test_room);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TestSite, NULL, test_site_set_up, tests[i].test, test_site_tear_down);
  return g_test_run ();
}
