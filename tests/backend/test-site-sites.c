/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-sites.c - whoever sees some sites of a client alone asks for what is at the others (reliability.md §2.6 A10) */

#include "test-site-papers.h"

#include "foyer-test-business.h"

#include <string.h>

/* Tom cares for the depot (pr-9). Everything else is at Ellen's house (pr-1). */
static const char records[]
    = "[{'id': 'pr-9', 'clientId': 'cl-1', 'name': 'Depot', 'street': '9 Depot Road'},"
      " {'id': 'pp-3', 'clientId': 'cl-1', 'name': 'Tom', 'email': 'tom@ruiz.example', 'role': 'owner',"
      "  'status': 'active', 'propertyIds': ['pr-9']},"
      " {'id': 'vs-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'title': 'Quiet check', 'status': 'done',"
      "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'},"
      " {'id': 'vs-3', 'clientId': 'cl-1', 'propertyId': 'pr-9', 'title': 'Depot check', 'status': 'done',"
      "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'},"
      " {'id': 'inv-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'title': 'Quiet bill', 'status': 'issued',"
      "  'number': '7', 'total': {'amount': 1, 'currency': 'USD'},"
      "  'balance': {'amount': 1, 'currency': 'USD'}},"
      " {'id': 'pn-1', 'clientId': 'cl-1', 'name': 'Quiet plan', 'status': 'active', 'propertyIds': "
      "['pr-1']},"
      " {'id': 'eq-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'name': 'Quiet machine'},"
      " {'id': 'rq-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'kind': 'service', 'subject': 'Quiet wish',"
      "  'requestedAt': '2026-11-02 09:00'}]";

static const char *const pages[] = { "/visits/" TEST_ID ("vs", "1"),

                                     "/invoices/" TEST_ID ("inv", "1"),
                                     "/invoices/" TEST_ID ("inv", "1") "/pdf",
                                     "/plans/" TEST_ID ("pn", "1"),
                                     "/equipment/" TEST_ID ("eq", "1"),
                                     "/requests/" TEST_ID ("rq", "1"),
                                     "/properties/" TEST_ID ("pr", "1"),
                                     TEST_QUOTE_PATH,
                                     TEST_QUOTE_PATH "/pdf" };

static const char *const lists[]
    = { "/",       "/visits",    "/invoices",   "/plans",    "/equipment",    "/requests",
        "/quotes", "/statement", "/properties", "/payments", "/requests/new", "/book" };

static void
set_up (TestPapers *self, gconstpointer data)
{
  test_papers_set_up (self, data);
  test_site_put (&self->site, records);
}

/* A10: the pages of what is elsewhere are those of what never was, and no list tells of it. */
static void
test_pages (TestPapers *self, gconstpointer data)
{
  g_autoptr (TestBrowser) tom = test_papers_sign_in (self, "pl-8", "pp-3");
  g_autoptr (FoyerHttpResponse) unknown = test_browser_get (tom, "/no/such");
  g_autoptr (FoyerHttpResponse) own = test_browser_get (tom, "/visits/" TEST_ID ("vs", "3"));

  test_assert_status (own, 200);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autoptr (FoyerHttpResponse) owner = test_browser_get (self->site.browser, pages[i]);
    g_autoptr (FoyerHttpResponse) refused = test_browser_get (tom, pages[i]);

    if (owner->status != 200 || refused->status != 404)
      g_error ("%s answers %u to the owner and %u to Tom", pages[i], owner->status, refused->status);
    g_assert_cmpstr (test_body (refused), ==, test_body (unknown));
  }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (FoyerHttpResponse) list = test_browser_get (tom, lists[i]);

    test_assert_status (list, 200);
    if (strstr (test_body (list), "Quiet") != NULL || strstr (test_body (list), TEST_ID ("pr", "1")) != NULL)
      g_error ("%s tells Tom of what is elsewhere", lists[i]);
  }
}

/* A10: nor is anything of it named in a form, asked about or signed. */
static void
test_forms (TestPapers *self, gconstpointer data)
{
  static const char *const forms[][2] = {
    { "/requests", "kind=service&what=x&site=" TEST_ID ("pr", "1") },
    { "/requests", "kind=complaint&what=x&about=" TEST_ID ("vs", "1") },
    { "/requests", "kind=complaint&what=x&about=" TEST_ID ("inv", "1") },
    { "/invoices/" TEST_ID ("inv", "1") "/dispute", "what=x" },
    { "/requests/" TEST_ID ("rq", "1") "/withdraw", "" },
    { TEST_QUOTE_PATH "/approve", "version=1&" TEST_NAMED },
    { TEST_QUOTE_PATH "/comment", "comment=x" },
    { "/bookings", "service=" TEST_ID ("sv", "1") "&property=" TEST_ID ("pr", "1") "&start=" TEST_SLOT },
  };
  static const char *const places[] = { "/requests/new", "/requests/new", "/requests/new", "/requests/new",
                                        "/requests/new", "/requests/new", "/requests/new", "/book/check" };
  g_autoptr (TestBrowser) tom = test_papers_sign_in (self, "pl-8", "pp-3");
  g_autofree char *before = NULL;

  G_STATIC_ASSERT (G_N_ELEMENTS (forms) == G_N_ELEMENTS (places));
  test_browser_free (test_papers_sign_in (self, "pl-9", "pp-3"));
  before = test_site_dump (&self->site);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (FoyerHttpResponse) page = test_browser_get (tom, places[i]);
    g_autoptr (FoyerHttpResponse) refused = test_browser_post (tom, forms[i][0], forms[i][1]);

    if (refused->status != 404 && refused->status != 403)
      g_error ("%s with %s answers %u", forms[i][0], forms[i][1], refused->status);
  }
  test_site_assert_unchanged (&self->site, before);
}

#define ADD(path, function) \
  g_test_add ("/site/sites/" path, TestPapers, NULL, set_up, function, test_papers_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("A10-pages-of-another-site", test_pages);
  ADD ("A10-forms-about-another-site", test_forms);
  return g_test_run ();
}
