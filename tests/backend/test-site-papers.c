/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-papers.c - a quote that was sent and a document that is to be signed, for tests of what clients sign */

#include "test-site-papers.h"

void
test_papers_set_up (TestPapers *self, gconstpointer data)
{
  g_autoptr (JsonObject) sent = NULL;

  test_site_set_up (&self->site, data);
  self->ana = foyer_test_api_new (self->site.server, "northwind", "st-1");
  test_site_put (
      &self->site,
      "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen Ruiz', 'email': 'ellen@ruiz.example',"
      "  'role': 'owner', 'status': 'active'},"
      " {'id': 'pp-2', 'clientId': 'cl-1', 'name': 'Ben Ruiz', 'email': 'ben@ruiz.example',"
      "  'role': 'accounts', 'status': 'active'},"
      " {'id': 'qt-1', 'clientId': 'cl-1', 'title': 'New unit', 'number': '7'},"
      " {'id': 'qv-1', 'quoteId': 'qt-1', 'version': 1, 'intro': 'One unit',"
      "  'lines': [{'name': 'Unit', 'quantity': 1000, 'price': {'amount': 50000, 'currency': 'USD'},"
      "   'amount': {'amount': 50000, 'currency': 'USD'}}],"
      "  'total': {'amount': 50000, 'currency': 'USD'}},"
      " {'id': 'qv-2', 'quoteId': 'qt-1', 'version': 2, 'intro': 'Two units',"
      "  'total': {'amount': 90000, 'currency': 'USD'}},"
      " {'id': 'dc-1', 'clientId': 'cl-1', 'title': 'Agreement', 'shownTo': 'all', 'blobId': 'b',"
      "  'needsSignature': true, 'fileName': 'agreement.pdf', 'size': 10},"
      " {'id': 'ct-1', 'clientId': 'cl-1', 'title': 'Care', 'status': 'sent', 'documentId': 'dc-1'}]");
  sent = foyer_test_api_call (self->ana, "Quote/set",
                              "'update': {'" TEST_QUOTE "': {'status': 'sent', 'versionId': '" TEST_ID (
                                  "qv", "1") "',"
                                             " 'validUntil': '2026-12-24'}}");
  foyer_test_api_assert (sent, "notUpdated " TEST_QUOTE " type", "nothing");
}

void
test_papers_tear_down (TestPapers *self, gconstpointer data)
{
  foyer_test_api_free (self->ana);
  test_site_tear_down (&self->site, data);
}

char *
test_papers_read_field (const char *page, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("name=\"%s\"[^>]*? value=\"([^\"]*)\"", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, page, 0, &match) ? g_match_info_fetch (match, 1) : g_strdup ("");
}

/* The form of a page, filled in. */
char *
test_papers_fill_form (TestBrowser *browser, const char *path, const char *more)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (browser, path);
  g_autofree char *version = test_papers_read_field (test_body (page), "version");
  g_autofree char *paper = test_papers_read_field (test_body (page), "paper");
  g_autofree char *agree = test_papers_read_field (test_body (page), "agree");

  test_assert_status (page, 200);
  return g_strdup_printf ("version=%s&paper=%s&agree=%s&%s", version, paper, agree, more);
}

guint
test_papers_count (TestPapers *self, const FoyerRecordType *type)
{
  g_autoptr (GPtrArray) records = foyer_test_server_list (self->site.server, "northwind", type);

  return records->len;
}

FoyerRecord *
test_papers_get_only (TestPapers *self, const FoyerRecordType *type)
{
  g_autoptr (GPtrArray) records = foyer_test_server_list (self->site.server, "northwind", type);

  g_assert_cmpuint (records->len, ==, 1);
  return g_object_ref (records->pdata[0]);
}

TestBrowser *
test_papers_sign_in (TestPapers *self, const char *link, const char *person)
{
  g_autofree char *members = g_strdup_printf ("'personId': '%s'", person);

  return test_browser_new_signed_in (self->site.server, "northwind", link, "cl-1", members);
}

void
test_papers_change_settings (TestPapers *self, const char *members)
{
  g_autofree char *json = g_strdup_printf ("[{'id': 'ps-1', %s}]", members);

  test_site_put (&self->site, json);
}
