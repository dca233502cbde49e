/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-limits.c - how often the portal may be asked for what (000-68, reliability.md §2.2) */

#include "site/foyer-site-limits.h"

#include "foyer-test-client.h"
#include "http/foyer-rate-table.h"
#include "test-site-world.h"
#include "types/sign_in_event.h"

#include <string.h>

#define HOUR 3600
#define NETWORK "198.51.100.7"
#define OTHER_NETWORK "198.51.100.8"
#define MONEY "{'amount': 4200, 'currency': 'USD'}"
#define INVOICE "inv-00000000-0000-7000-8000-000000000001"

static guint
count_notes (FoyerTestServer *server, FoyerSignInEventOutcome outcome)
{
  g_autoptr (GPtrArray) events = foyer_test_server_list (server, "northwind", &foyer_sign_in_event_type);
  guint count = 0;

  for (guint i = 0; i < events->len; i++)
    count += foyer_sign_in_event_get_outcome (events->pdata[i]) == (int) outcome;
  return count;
}

static void
assert_limited (FoyerHttpResponse *response)
{
  const char *wait = foyer_http_response_header (response, "retry-after");

  test_assert_status (response, 429);
  g_assert_nonnull (wait);
  g_assert_cmpint (g_ascii_strtoll (wait, NULL, 10), >=, 60);
}

/* So many at once, then one after each interval; another key has its own. */
static void
test_numbers (void)
{
  static const struct {
    FoyerSiteLimit limit;
    guint most;
    guint seconds;
  } cases[] = {
    { FOYER_LIMIT_FORMS, 240, 15 },   { FOYER_LIMIT_BOOKINGS, 10, 360 }, { FOYER_LIMIT_REQUESTS, 10, 360 },
    { FOYER_LIMIT_MESSAGES, 60, 60 }, { FOYER_LIMIT_UPLOADS, 60, 60 },   { FOYER_LIMIT_SECRETS, 30, 20 },
    { FOYER_LIMIT_DOORS, 500, 8 },    { FOYER_LIMIT_NOTES, 1, 600 },     { FOYER_LIMIT_CODES, 10, 360 },
  };
  g_autoptr (FoyerManualClock) clock = foyer_manual_clock_new (TEST_SERVER_NOW * G_USEC_PER_SEC);
  g_autoptr (FoyerSiteLimits) limits = foyer_site_limits_new (FOYER_CLOCK (clock));

  G_STATIC_ASSERT (G_N_ELEMENTS (cases) == FOYER_N_SITE_LIMITS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    for (guint n = 0; n < cases[i].most; n++) {
      g_assert_true (foyer_site_limits_has (limits, cases[i].limit, "a"));
      g_assert_true (foyer_site_limits_take (limits, cases[i].limit, "a"));
    }
    g_assert_false (foyer_site_limits_has (limits, cases[i].limit, "a"));
    g_assert_false (foyer_site_limits_take (limits, cases[i].limit, "a"));
    g_assert_true (foyer_site_limits_take (limits, cases[i].limit, "b"));
    g_assert_true (foyer_site_limits_take (limits, cases[i].limit, NULL));
    foyer_manual_clock_advance (clock, cases[i].seconds * G_USEC_PER_SEC);
    g_assert_true (foyer_site_limits_take (limits, cases[i].limit, "a"));
    g_assert_false (foyer_site_limits_take (limits, cases[i].limit, "a"));
  }
}

/* Whoever has one address of IPv6 has the others of its network too. */
static void
test_networks (void)
{
  g_autoptr (FoyerManualClock) clock = foyer_manual_clock_new (TEST_SERVER_NOW * G_USEC_PER_SEC);
  g_autoptr (FoyerRateTable) table = foyer_rate_table_new (FOYER_CLOCK (clock), 2, G_USEC_PER_SEC);

  g_assert_true (foyer_rate_table_take_network (table, "2001:db8:1:2::1"));
  g_assert_true (foyer_rate_table_take_network (table, "2001:db8:1:2:ffff::2"));
  g_assert_false (foyer_rate_table_take_network (table, "2001:db8:1:2:3:4:5:6"));
  g_assert_false (foyer_rate_table_has_network (table, "2001:db8:1:2::9"));
  g_assert_true (foyer_rate_table_take_network (table, "2001:db8:1:3::1"));
  g_assert_true (foyer_rate_table_take_network (table, "192.0.2.1"));
  g_assert_true (foyer_rate_table_take_network (table, "192.0.2.2"));
  g_assert_true (foyer_rate_table_take_network (table, "unix"));
}

/* The same wish sent again counts once; another is another. */
static void
test_bookings (TestSite *self, gconstpointer data)
{
  static const char *const days[] = { "11-24", "11-25", "11-26", "11-27", "11-30", "12-01",
                                      "12-02", "12-03", "12-04", "12-07", "12-08", "12-09" };
  g_autofree char *before = NULL;

  for (guint i = 0; i < 10; i++) {
    g_autofree char *slot = g_strdup_printf ("2026-%sT10:00:00Z", days[i]);
    g_autoptr (FoyerHttpResponse) booked = test_browser_book (self->browser, slot);
    g_autoptr (FoyerHttpResponse) again = test_browser_book (self->browser, slot);

    test_assert_status (booked, 303);
    test_assert_status (again, 303);
  }
  before = test_site_dump (self);
  {
    g_autoptr (FoyerHttpResponse) refused = test_browser_book (self->browser, "2026-12-08T10:00:00Z");
    g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, "/book");

    test_assert_status (refused, 429);
    test_assert_status (page, 200);
    test_site_assert_unchanged (self, before);
  }
  foyer_test_server_advance (self->server, HOUR / 10);
  {
    g_autoptr (FoyerHttpResponse) booked = test_browser_book (self->browser, "2026-12-08T10:00:00Z");

    test_assert_status (booked, 303);
  }
}

/* What a client said too much of is not lost to a blank page: it stands in its form, and the page says when to go on. */
static void
test_requests (TestSite *self, gconstpointer data)
{
  static const char dispute[] = "/invoices/" INVOICE "/dispute";
  g_autofree char *before = NULL;

  test_site_put (self,
                 "[{'id': 'inv-1', 'clientId': 'cl-1', 'title': 'Repair', 'status': 'issued', 'number': "
                 "'1', 'issuedOn': '2026-11-01', 'total': " MONEY ", 'balance': " MONEY "}]");
  for (guint i = 0; i < 10; i++) {
    g_autofree char *form = g_strdup_printf ("kind=service&what=Request+%u", i);
    g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, "/requests/new");
    g_autoptr (FoyerHttpResponse) sent = test_browser_post (self->browser, "/requests", form);

    test_assert_status (sent, 303);
  }
  {
    g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, "/invoices/" INVOICE);

    test_assert_status (page, 200);
  }
  before = test_site_dump (self);
  {
    g_autoptr (FoyerHttpResponse) refused = test_browser_post (self->browser, dispute, "what=Far+too+much");

    assert_limited (refused);
    g_assert_nonnull (strstr (test_body (refused), "That was a lot in a short time"));
    g_assert_nonnull (strstr (test_body (refused), "Far too much</textarea>"));
    g_assert_nonnull (strstr (test_body (refused), "</footer>"));
    test_site_assert_unchanged (self, before);
  }
  foyer_test_server_advance (self->server, HOUR / 10);
  {
    g_autoptr (FoyerHttpResponse) sent = test_browser_post (self->browser, dispute, "what=Far+too+much");

    test_assert_status (sent, 303);
  }
}

/* Forms of every kind together, but whoever wants to go may go. */
static void
test_forms (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) choice = test_browser_get (self->browser, "/book");
  g_autofree char *token = g_strdup (self->browser->token);
  g_autofree char *form = test_form (TEST_SLOT, "");
  g_autofree char *before = test_site_dump (self);
  guint n = 0;

  test_assert_status (choice, 200);
  for (guint status = 200; status == 200; n++) {
    g_autoptr (FoyerHttpResponse) answer = NULL;

    g_free (self->browser->token);
    self->browser->token = g_strdup (token);
    answer = test_browser_post (self->browser, "/book/property", form);
    status = answer->status;
    if (status == 429)
      assert_limited (answer);
    g_assert_cmpuint (n, <, 300);
  }
  g_assert_cmpuint (n, ==, 241);
  test_site_assert_unchanged (self, before);
  {
    g_autoptr (FoyerHttpResponse) home = test_browser_get (self->browser, "/");
    g_autoptr (FoyerHttpResponse) gone = test_browser_post (self->browser, "/sign-out", "");

    test_assert_status (home, 200);
    test_assert_goes (gone, "/sign-in");
  }
}

/* L02: links that do not work, from one network. What works does not count. */
static void
test_secrets (TestSite *self, gconstpointer data)
{
  static const char *const doors[] = { "/l/fyd_x", "/m/fym_x", "/i/fyi_x" };
  g_autoptr (TestBrowser) stranger = test_browser_new (self->server, "northwind");
  g_autofree char *good = test_site_make_link (self, "northwind", "pl-7", "cl-1", NULL);
  g_autofree char *before = NULL;

  stranger->remote = NETWORK;
  for (guint i = 0; i < 40; i++) {
    g_autoptr (FoyerHttpResponse) works = test_browser_get (stranger, good);

    test_assert_goes (works, "/");
  }
  before = test_site_dump (self);
  for (guint i = 0; i < 40; i++) {
    g_autoptr (FoyerHttpResponse) answer = test_browser_get (stranger, doors[i % G_N_ELEMENTS (doors)]);

    if (i < 30)
      test_assert_status (answer, 404);
    else
      assert_limited (answer);
  }
  test_site_assert_unchanged (self, before);
  {
    g_autoptr (FoyerHttpResponse) shut = test_browser_get (stranger, good);
    g_autoptr (FoyerHttpResponse) page = test_browser_get (stranger, "/sign-in");

    assert_limited (shut);
    test_assert_status (page, 200);
    stranger->remote = OTHER_NETWORK;
  }
  {
    g_autoptr (FoyerHttpResponse) open = test_browser_get (stranger, good);

    test_assert_goes (open, "/");
  }
}

/* L18: fresh links for whatever could be a secret, from one network; each would be written down. */
static void
test_wishes (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) stranger = test_browser_new (self->server, "northwind");
  g_autofree char *dead = test_site_make_link (self, "northwind", "pl-7", "cl-1", "'status': 'revoked'");
  guint n_good = 0;

  stranger->remote = NETWORK;
  for (guint i = 0; i < 30; i++) {
    g_autoptr (FoyerHttpResponse) answer = test_browser_post (stranger, dead, "");

    n_good += answer->status == 200;
    if (answer->status != 200)
      assert_limited (answer);
  }
  g_assert_cmpuint (n_good, ==, 20);
  g_assert_cmpint (foyer_test_server_count_wishes (self->server), ==, 20);
}

/* Staff read why nobody gets in, and read it once. */
static void
test_notes (TestSite *self, gconstpointer data)
{
  g_autoptr (TestBrowser) stranger = test_browser_new (self->server, "northwind");

  stranger->remote = NETWORK;
  for (guint i = 0; i < 60; i++) {
    g_autoptr (FoyerHttpResponse) answer = test_browser_post (stranger, "/sign-in", "&email=a%40example.com");

    if (i >= 20)
      assert_limited (answer);
  }
  g_assert_cmpuint (count_notes (self->server, FOYER_SIGN_IN_EVENT_RATE_LIMITED), ==, 1);
  foyer_test_server_advance (self->server, 11 * 60);
  for (guint i = 0; i < 60; i++) {
    g_autoptr (FoyerHttpResponse) answer = test_browser_post (stranger, "/sign-in", "&email=a%40example.com");
  }
  g_assert_cmpuint (count_notes (self->server, FOYER_SIGN_IN_EVENT_RATE_LIMITED), ==, 2);
}

/* One console asks far too often; another sign-in does not notice. */
static void
test_devices (TestSite *self, gconstpointer data)
{
  static const char body[] = "{\"using\":[\"urn:ietf:params:jmap:core\"],\"methodCalls\":[]}";
  g_autofree char *one = foyer_test_server_sign_in (self->server, "northwind");
  g_autofree char *other = foyer_test_server_sign_in (self->server, "northwind");
  guint n_limited = 0;

  foyer_test_server_open (self->server);
  for (guint i = 0; i < 122; i++) {
    g_autoptr (FoyerTestClient) client = foyer_test_client_new (self->server->port);
    g_autofree char *request
        = g_strdup_printf ("POST /jmap/api HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                           "Content-Type: application/json\r\nContent-Length: %u\r\n\r\n%s",
                           i == 120 ? other : one, (guint) strlen (body), body);

    if (i == 121)
      foyer_test_server_advance (self->server, 1);
    foyer_test_client_send (client, request, -1);
    foyer_test_client_wait_closed (client);
    if (foyer_test_client_get_status (client) == 429) {
      n_limited++;
      g_assert_nonnull (strstr (client->received->str, "HTTP/1.1 429 Too Many Requests\r\n"));
      g_assert_nonnull (strstr (client->received->str, "\r\nRetry-After: 1\r\n"));
      /* None of the session's limits was met, and none is named. */
      g_assert_null (strstr (client->received->str, "\"limit\""));
      g_assert_cmpuint (i, >=, 100);
      g_assert_cmpuint (i, <, 120);
    } else {
      g_assert_cmpuint (foyer_test_client_get_status (client), ==, 200);
    }
  }
  g_assert_cmpuint (n_limited, ==, 20);
}

#define ADD(path, function) \
  g_test_add ("/site/limits/" path, TestSite, NULL, test_site_set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/site/limits/numbers", test_numbers);
  g_test_add_func ("/site/limits/networks", test_networks);
  ADD ("bookings", test_bookings);
  ADD ("requests", test_requests);
  ADD ("forms", test_forms);
  ADD ("secrets", test_secrets);
  ADD ("L18-wishes", test_wishes);
  ADD ("L18-notes", test_notes);
  ADD ("devices", test_devices);
  return g_test_run ();
}
