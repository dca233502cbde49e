/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-pages.c - whatever is in a long list is reached by turning its pages, once, and back again */

#include "test-site-world.h"

#include "foyer-date.h"

#include <string.h>

#define ID(prefix, number) prefix "-00000000-0000-7000-8000-" number
#define THING ">(?:[^<>]*)Thing ([0-9]{5})<"

/**
 * Walk:
 * @limit: how many records a page has
 * @count: how many there are
 * @json: one of them; its first %u is its number, its first %s a time, of which two and two have the same
 * @extra: (nullable): records that must be there first
 * @pattern: finds the numbers on a page
 */
typedef struct {
  const char *url;
  const char *list;
  guint limit;
  guint count;
  const char *json;
  const char *extra;
  const char *pattern;
  gboolean is_ahead;
} Walk;

static const Walk walks[] = {
  { "/visits", "past", 30, 10000,
    "{'id': 'vs-%u', 'clientId': 'cl-1', 'title': 'Thing %05u', 'status': 'done', 'start': '%s', 'end': "
    "'%s'}",
    NULL, THING },
  { "/visits", "upcoming", 50, 230,
    "{'id': 'vs-%u', 'clientId': 'cl-1', 'title': 'Thing %05u', 'status': 'scheduled', 'start': '%s', 'end': "
    "'%s'}",
    NULL, THING, TRUE },
  { "/visits", "bookings", 40, 130,
    "{'id': 'bk-%u', 'clientId': 'cl-1', 'serviceId': 'sv-1', 'note': '%05u', "
    "'status': 'declined', "
    "'start': '%s', 'end': '%s', 'requestedAt': '2020-01-01 09:00'}",
    NULL, "href=\"/bookings/bk-00000000-0000-7000-8000-0000000([0-9]{5})\"" },
  { "/quotes", "quotes", 200, 450,
    "{'id': 'qt-%u', 'clientId': 'cl-1', 'title': 'Thing %05u', 'status': 'sent', 'sentAt': '%s'}", NULL,
    THING },
  { "/invoices", "invoices", 200, 450,
    "{'id': 'inv-%u', 'clientId': 'cl-1', 'title': 'Thing %05u', 'status': 'issued', 'issuedOn': '%.10s'}",
    NULL, THING },
  { "/invoices", "invoices", 200, 450,
    "{'id': 'inv-%u', 'clientId': 'cl-2', 'billToId': 'cl-1', 'title': 'Thing %05u', 'status': 'issued'}",
    NULL, THING },
  { "/payments", "payments", 200, 450,
    "{'id': 'py-%u', 'clientId': 'cl-1', 'amount': {'amount': 1, 'currency': 'USD'}, 'detail': 'Thing %05u',"
    " 'paidAt': '%s'}",
    NULL, THING },
  { "/requests", "requests", 200, 450,
    "{'id': 'rq-%u', 'clientId': 'cl-1', 'kind': 'complaint', 'subject': 'Thing %05u', 'requestedAt': '%s'}",
    NULL, THING },
  { "/messages", "conversations", 200, 450,
    "{'id': 'cv-%u', 'clientId': 'cl-1', 'subject': 'Thing %05u', 'lastAt': '%s'}", NULL, THING },
  { "/messages/" ID ("cv", "000000000001"), "messages", 200, 450,
    "{'id': 'ms-%u', 'conversationId': 'cv-1', 'kind': 'client', 'body': 'Thing %05u', 'sentAt': '%s'}",
    "[{'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'Letter', 'lastAt': '2026-11-02 09:00'}]", THING },
  { "/properties", "properties", 200, 450,
    "{'id': 'pr-1%04u', 'clientId': 'cl-1', 'name': 'Thing %05u', 'street': '1 A'}", NULL, THING },
  { "/properties/" ID ("pr", "000000000001"), "visits", 200, 450,
    "{'id': 'vs-%u', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'title': 'Thing %05u', 'status': 'done',"
    " 'start': '%s', 'end': '%s'}",
    NULL, THING },
  { "/plans", "plans", 200, 450,
    "{'id': 'pn-%u', 'clientId': 'cl-1', 'name': 'Thing %05u', 'status': 'active'}", NULL, THING },
  { "/plans", "contracts", 200, 450,
    "{'id': 'ct-%u', 'clientId': 'cl-1', 'title': 'Thing %05u', 'status': 'active'}", NULL, THING },
  { "/plans/" ID ("pn", "000000000001"), "visits", 200, 450,
    "{'id': 'vs-%u', 'clientId': 'cl-1', 'planId': 'pn-1', 'title': 'Thing %05u', 'status': 'done',"
    " 'start': '%s', 'end': '%s'}",
    "[{'id': 'pn-1', 'clientId': 'cl-1', 'name': 'Care', 'status': 'active'}]", THING },
  { "/documents", "documents", 200, 450,
    "{'id': 'dc-%u', 'clientId': 'cl-1', 'title': 'Thing %05u', 'shownTo': 'all'}",
    "[{'id': 'dc-90001', 'title': 'Terms', 'shownTo': 'all'}]", THING },
  { "/equipment", "equipment", 200, 450,
    "{'id': 'eq-%u', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'name': 'Thing %05u'}", NULL, THING },
};

/* Fills the places of @walk->json. */
static char *
write_one (const Walk *walk, guint number)
{
  gint64 start = TEST_SERVER_NOW + (walk->is_ahead ? 1 : -1) * (gint64) (1 + number / 2) * 7200;
  g_autofree char *from = foyer_utc_format (start);
  g_autofree char *until = foyer_utc_format (start + 3600);
  g_autoptr (GString) json = g_string_new (walk->json);
  g_autofree char *plain = g_strdup_printf ("%u", number);
  g_autofree char *padded = g_strdup_printf ("%05u", number);
  g_autofree char *four = g_strdup_printf ("%04u", number);
  g_autofree char *day = g_strndup (from, 10);

  g_string_replace (json, "%u", plain, 0);
  g_string_replace (json, "%05u", padded, 0);
  g_string_replace (json, "%04u", four, 0);
  g_string_replace (json, "%.10s", day, 0);
  g_string_replace (json, "%s", from, 1);
  g_string_replace (json, "%s", until, 1);
  return g_string_free (g_steal_pointer (&json), FALSE);
}

static void
put_all (TestSite *site, const Walk *walk)
{
  if (walk->extra != NULL)
    test_site_put (site, walk->extra);
  for (guint done = 0; done < walk->count;) {
    g_autoptr (GString) json = g_string_new ("[");

    for (guint i = 0; i < 500 && done < walk->count; i++) {
      g_autofree char *one = write_one (walk, ++done);

      g_string_append_printf (json, "%s%s", i == 0 ? "" : ", ", one);
    }
    g_string_append (json, "]");
    test_site_put (site, json->str);
  }
}

static GPtrArray *
find_all (const char *html, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  for (g_regex_match (regex, html, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (found, g_match_info_fetch (match, 1));
  return found;
}

/* Where the page of @walk's list leads, or NULL. */
static char *
find_way (const Walk *walk, const char *html, const char *way)
{
  g_autofree char *escaped = g_regex_escape_string (walk->url, -1);
  g_autofree char *pattern
      = g_strdup_printf ("href=\"(%s\\?list=%s&amp;%s=[^\"]+)\"", escaped, walk->list, way);
  g_autoptr (GPtrArray) found = find_all (html, pattern);
  g_autoptr (GString) address = NULL;

  g_assert_cmpuint (found->len, <=, 1);
  if (found->len == 0)
    return NULL;
  address = g_string_new (found->pdata[0]);
  g_string_replace (address, "&amp;", "&", 0);
  return g_string_free (g_steal_pointer (&address), FALSE);
}

/* What one page shows, as one text. */
static char *
read_page (TestSite *site, const Walk *walk, const char *address, char **before, char **after)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (site->browser, address);
  g_autoptr (GPtrArray) found = NULL;

  test_assert_status (page, 200);
  found = find_all (test_body (page), walk->pattern);
  *before = find_way (walk, test_body (page), "before");
  *after = find_way (walk, test_body (page), "after");
  g_ptr_array_add (found, NULL);
  return g_strjoinv (" ", (char **) found->pdata);
}

static void
note_each (GHashTable *seen, const char *page)
{
  g_auto (GStrv) numbers = g_strsplit (page, " ", -1);

  for (guint i = 0; numbers[i] != NULL; i++) {
    if (!g_hash_table_add (seen, g_strdup (numbers[i])))
      g_error ("%s is on two pages", numbers[i]);
  }
}

static void
test_each_once (TestSite *site, gconstpointer data)
{
  const Walk *walk = data;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *address = g_strdup (walk->url);
  g_autofree char *last_before = NULL;

  put_all (site, walk);
  while (address != NULL) {
    g_autofree char *before = NULL;
    char *after = NULL;
    char *page = read_page (site, walk, address, &before, &after);

    g_assert_cmpint (before == NULL, ==, pages->len == 0);
    note_each (seen, page);
    g_ptr_array_add (pages, page);
    g_free (address);
    address = after;
    g_free (last_before);
    last_before = g_steal_pointer (&before);
    g_assert_cmpuint (pages->len, <=, walk->count / walk->limit + 2);
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, walk->count);
  g_assert_cmpuint (pages->len, ==, (walk->count + walk->limit - 1) / walk->limit);

  /* The same pages the other way round. */
  for (guint i = pages->len - 1; i > 0; i--) {
    char *before = NULL;
    g_autofree char *after = NULL;
    g_autofree char *page = read_page (site, walk, last_before, &before, &after);

    g_assert_cmpstr (page, ==, pages->pdata[i - 1]);
    g_assert_nonnull (after);
    g_free (last_before);
    last_before = before;
  }
  g_assert_null (last_before);
}

/* --- What is not in the list --- */

static const char *const elsewhere[] = {
  /* another client's, a hidden one's, one of another list, one of another type, and what is no record */
  "/visits?list=past&after=" ID ("vs", "000000090001"),
  "/visits?list=past&before=" ID ("vs", "000000090001"),
  "/visits?list=past&after=" ID ("vs", "000000090002"),
  "/visits?list=upcoming&after=" ID ("vs", "000000000001"),
  "/visits?list=past&after=" ID ("inv", "000000000001"),
  "/visits?list=past&after=" ID ("vs", "000000099999"),
  "/visits?list=past&after=nobody",
  "/visits?list=past&after=",
  "/visits?list=past",
  "/visits?list=invoices&after=" ID ("inv", "000000000001"),
  "/visits?list=nothing&after=" ID ("vs", "000000000001"),
  "/visits?after=" ID ("vs", "000000000001"),
  "/visits?list=past&list=past&after=" ID ("vs", "000000000001"),
  "/visits?list=past&after=%zz",
};

static void
test_elsewhere (TestSite *site, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) first = NULL;
  g_autofree char *expected = NULL;

  put_all (site, &(Walk){ .count = 40, .json = walks[0].json });
  test_site_put (site, "[{'id': 'vs-90001', 'clientId': 'cl-2', 'title': 'Others', 'status': 'done',"
                       "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'},"
                       " {'id': 'vs-90002', 'clientId': 'cl-1', 'title': 'Hidden', 'status': 'skipped',"
                       "  'start': '2026-11-02 09:00', 'end': '2026-11-02 10:00'},"
                       " {'id': 'inv-1', 'clientId': 'cl-1', 'title': 'Bill', 'status': 'issued'}]");
  first = test_browser_get (site->browser, "/visits");
  expected = g_strdup (test_body (first));
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++) {
    g_autoptr (FoyerHttpResponse) page = test_browser_get (site->browser, elsewhere[i]);

    g_test_message ("%s", elsewhere[i]);
    test_assert_status (page, 200);
    g_assert_cmpstr (test_body (page), ==, expected);
  }
}

/* What is not shown makes no page shorter. */
static void
test_hidden_between (TestSite *site, gconstpointer data)
{
  static const char hidden[] = "{'id': 'vs-5%04u', 'clientId': 'cl-1', 'title': 'Hidden', 'status': "
                               "'skipped', 'start': '%s', 'end': '%s'}";
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *page = NULL;
  g_auto (GStrv) numbers = NULL;

  put_all (site, &(Walk){ .count = 100, .json = hidden });
  put_all (site, &(Walk){ .count = 100, .json = walks[0].json });
  page = read_page (site, &walks[0], "/visits", &before, &after);
  numbers = g_strsplit (page, " ", -1);
  g_assert_cmpuint (g_strv_length (numbers), ==, 30);
  g_assert_nonnull (after);
}

/* A booking has its page also where the first page of the list has no room for it. */
static void
test_booking_of_other_page (TestSite *site, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) last = NULL;
  g_autoptr (FoyerHttpResponse) others = NULL;

  put_all (site, &(Walk){ .count = 60, .json = walks[2].json });
  last = test_browser_get (site->browser, "/bookings/" ID ("bk", "000000000060"));
  others = test_browser_get (site->other, "/bookings/" ID ("bk", "000000000060"));
  test_assert_status (last, 200);
  test_assert_status (others, 404);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, function) \
  g_test_add ("/backend/site-pages/" name, TestSite, data, test_site_set_up, function, test_site_tear_down)
  for (guint i = 0; i < G_N_ELEMENTS (walks); i++) {
    g_autofree char *name = g_strdup_printf ("/backend/site-pages/each-once/%s-%u", walks[i].list, i);

    g_test_add (name, TestSite, &walks[i], test_site_set_up, test_each_once, test_site_tear_down);
  }
  ADD ("elsewhere", NULL, test_elsewhere);
  ADD ("hidden-between", NULL, test_hidden_between);
  ADD ("booking-of-other-page", NULL, test_booking_of_other_page);
#undef ADD
  return g_test_run ();
}
