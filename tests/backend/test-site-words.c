/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-words.c - what people type is looked for and shown letter by letter, as words (reliability.md §2.6, I) */

#include "foyer-test-api.h"
#include "site/foyer-site-routes.h"
#include "test-site-world.h"
#include "types/request.h"

#include <string.h>

/* --- I08: looking for signs that mean something to a search --- */

/* A word of each kind that some search takes for more than letters, and the one label that has it. */
static const char *const signs[]
    = { "%", "_", "\\\"", "*", "NEAR(", "^", "\\\\", "a OR b", "[x]", "-x", "'" };

static JsonObject *
search_labels (FoyerTestApi *office, const char *wanted)
{
  g_autoptr (GString) text = g_string_new (wanted);

  /* The tests write JSON with single quotes. */
  g_string_replace (text, "'", "\\u0027", 0);
  return foyer_test_api_call (office, "Label/query", "'filter': {'text': '%s'}", text->str);
}

static void
test_search_is_literal (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  g_autoptr (FoyerTestApi) office = NULL;
  g_autoptr (FoyerTestApi) elsewhere = NULL;

  foyer_test_server_add (server, "southwind");
  office = foyer_test_api_new (server, "northwind", "st-1");
  elsewhere = foyer_test_api_new (server, "southwind", "st-1");
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    g_autoptr (GString) word = g_string_new (signs[i]);
    g_autoptr (JsonObject) made = NULL;
    g_autoptr (JsonObject) theirs = NULL;

    g_string_replace (word, "'", "\\u0027", 0);
    made = foyer_test_api_call (office, "Label/set", "'create': {'a': {'name': 'Label%c %s here'}}", 'A' + i,
                                word->str);
    theirs = foyer_test_api_call (elsewhere, "Label/set", "'create': {'a': {'name': 'Theirs%c %s here'}}",
                                  'A' + i, word->str);
    foyer_test_api_assert (made, "notCreated", "null");
    foyer_test_api_assert (theirs, "notCreated", "null");
  }
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    g_autoptr (JsonObject) found = search_labels (office, signs[i]);
    g_autofree char *total
        = g_strdup_printf ("%u", json_array_get_length (json_object_get_array_member (found, "ids")));

    g_test_message ("%s: %s", signs[i], total);
    g_assert_cmpstr (total, ==, "1");
  }
}

/* The portal's own lists know no search: whatever stands behind the question mark, they are the lists they were. */
static void
test_lists_know_no_search (TestSite *self, gconstpointer data)
{
  static const char *const questions[]
      = { "q=%25", "search=_", "filter=*", "q=%22%20OR%201", "sort=id)--", "fields=*" };
  static const char *const lists[]
      = { "/visits", "/invoices", "/quotes", "/requests", "/documents", "/messages" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (FoyerHttpResponse) plain = test_browser_get (self->browser, lists[i]);

    for (guint j = 0; j < G_N_ELEMENTS (questions); j++) {
      g_autofree char *address = g_strdup_printf ("%s?%s", lists[i], questions[j]);
      g_autoptr (FoyerHttpResponse) asked = test_browser_get (self->browser, address);

      test_assert_status (asked, 200);
      g_assert_null (strstr (test_body (asked), "Hillside"));
      g_assert_cmpuint (strlen (test_body (asked)), ==, strlen (test_body (plain)));
    }
  }
}

/* --- I10 --- */

/* Nothing that the portal hands out is opened by a spreadsheet, which would calculate what a client typed. */
static void
test_no_cells (TestSite *self, gconstpointer data)
{
  static const char *const kinds[]
      = { "text/html", "text/css", "text/calendar", "application/pdf", "image/" };
  guint n_routes;
  const FoyerSiteRoute *routes = foyer_site_routes (&n_routes);

  for (guint i = 0; i < n_routes; i++) {
    g_autoptr (GString) path = g_string_new (routes[i].path);
    g_autoptr (FoyerHttpResponse) response = NULL;
    const char *type;
    gboolean is_known = FALSE;

    if (strcmp (routes[i].method, "GET") != 0)
      continue;
    g_string_replace (path, "*", "vs-00000000-0000-7000-8000-000000000001", 0);
    response = test_browser_get (self->browser, path->str);
    type = foyer_http_response_header (response, "content-type");
    for (guint j = 0; type != NULL && j < G_N_ELEMENTS (kinds); j++)
      is_known = is_known || g_str_has_prefix (type, kinds[j]);
    if (type != NULL && !is_known)
      g_error ("%s is sent as %s", path->str, type);
  }
}

/* --- I13: nothing that people type is markup, of any kind --- */

#define MARKDOWN \
  "# Title\\n<b>raw</b> [x](javascript:alert(1)) ![p](https://evil.example/p.png) " \
  "<https://evil.example/>\\n" \
  "[y]: data:text/html,x\\n> > quoted\\n```\\ncode\\n```\\n<svg onload=alert(2)>"

static void
test_markdown (TestSite *self, gconstpointer data)
{
  static const char *const pages[] = { "/visits/vs-00000000-0000-7000-8000-000000000001",
                                       "/requests/rq-00000000-0000-7000-8000-000000000001",
                                       "/messages/cv-00000000-0000-7000-8000-000000000001" };

  test_site_put (self,
                 "[{'id': 'vs-1', 'clientId': 'cl-1', 'title': 'Visit', 'status': 'done',"
                 "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00', 'report': '" MARKDOWN
                 "', 'reportVisible': true},"
                 " {'id': 'rq-1', 'clientId': 'cl-1', 'kind': 'complaint', 'subject': 'S', 'body': '" MARKDOWN
                 "', 'requestedAt': '2026-11-02 09:00'},"
                 " {'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'Talk', 'lastAt': '2026-11-02 09:00'},"
                 " {'id': 'ms-1', 'clientId': 'cl-1', 'conversationId': 'cv-1', 'author': 'staff',"
                 "  'authorName': 'Ana', 'sentAt': '2026-11-02 09:00', 'body': '" MARKDOWN "'}]");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, pages[i]);
    const char *body = test_body (page);

    test_assert_status (page, 200);
    /* What was typed stands there as it was typed. */
    g_assert_nonnull (strstr (body, "# Title"));
    g_assert_nonnull (strstr (body, "[x](javascript:alert(1))"));
    g_assert_nonnull (strstr (body, "![p](https://evil.example/p.png)"));
    g_assert_nonnull (strstr (body, "```"));
    g_assert_null (strstr (body, "<b>raw"));
    g_assert_null (strstr (body, "<svg onload"));
    g_assert_null (strstr (body, "href=\"javascript:"));
    g_assert_null (strstr (body, "href=\"https://evil"));
    g_assert_null (strstr (body, "src=\"https://evil"));
    g_assert_null (strstr (body, "<blockquote><blockquote"));
  }
}

/* The best of a few, so that another program that has the processor for a moment decides nothing. */
static gint64
time_of_page (TestSite *self, const char *path)
{
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 5; i++) {
    gint64 start = g_get_monotonic_time ();
    g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, path);

    test_assert_status (page, 200);
    best = MIN (best, g_get_monotonic_time () - start);
  }
  return best;
}

static void
put_report (TestSite *self, const char *id, const char *piece)
{
  g_autoptr (GString) report = g_string_new (NULL);
  g_autofree char *json = NULL;

  while (report->len + strlen (piece) <= 19000)
    g_string_append (report, piece);
  json = g_strdup_printf ("[{'id': '%s', 'clientId': 'cl-1', 'title': 'Visit', 'status': 'done',"
                          "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00', 'report': '%s',"
                          "  'reportVisible': true}]",
                          id, report->str);
  test_site_put (self, json);
}

/* As many quotes in each other as a field can hold cost what as many letters cost. */
static void
test_nested_quotes (TestSite *self, gconstpointer data)
{
  gint64 plain;
  gint64 nested;
  gint64 lists;

  put_report (self, "vs-1", "ab");
  put_report (self, "vs-2", "> ");
  put_report (self, "vs-3", "*_[(");
  plain = time_of_page (self, "/visits/vs-00000000-0000-7000-8000-000000000001");
  nested = time_of_page (self, "/visits/vs-00000000-0000-7000-8000-000000000002");
  lists = time_of_page (self, "/visits/vs-00000000-0000-7000-8000-000000000003");
  g_test_message ("%" G_GINT64_FORMAT " plain, %" G_GINT64_FORMAT " nested, %" G_GINT64_FORMAT " µs", plain,
                  nested, lists);
  g_assert_cmpint (nested, <, 4 * plain + 5000);
  g_assert_cmpint (lists, <, 4 * plain + 5000);
}

/* I01: words that would turn the words around them do not, and no line is hidden in another. */
static void
test_turning (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, "/requests/new");
  g_autoptr (FoyerHttpResponse) answer
      = test_browser_post (self->browser, "/requests",
                           "kind=service&what=Pay%E2%80%AE+1%E2%81%A6+now%E2%80%A8and+%E2%80%8F%D7%A9");
  g_autoptr (GPtrArray) requests = NULL;

  test_assert_status (answer, 303);
  requests = foyer_test_server_list (self->server, "northwind", &foyer_request_type);
  g_assert_cmpuint (requests->len, ==, 1);
  g_assert_cmpstr (foyer_request_get_body (requests->pdata[0]), ==, "Pay 1 now\nand \u200f\u05e9");
}

#define ADD(path, function) \
  g_test_add ("/site/words/" path, TestSite, NULL, test_site_set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/site/words/I08-search-is-literal", test_search_is_literal);
  ADD ("I01-turning-words", test_turning);
  ADD ("I08-lists-know-no-search", test_lists_know_no_search);
  ADD ("I10-no-cells", test_no_cells);
  ADD ("I13-markdown", test_markdown);
  ADD ("I13-nested-quotes", test_nested_quotes);
  return g_test_run ();
}
