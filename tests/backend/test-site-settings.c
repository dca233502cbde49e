/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-settings.c - each setting of self-booking shows on the pages, and holds behind them too (000-36..43, X4, X21) */

#include "test-site-world.h"

#include "foyer-test-business.h"
#include "types/booking.h"
#include "types/visit.h"

#include <string.h>

#define ID(prefix, number) prefix "-00000000-0000-7000-8000-00000000000" number
#define TIMES "/book/time?service=" ID ("sv", "1") "&property=" ID ("pr", "1")

static void
set (TestSite *self, const char *settings)
{
  g_autofree char *json = g_strdup_printf ("[{'id': 'ps-1', %s}]", settings);

  test_site_put (self, json);
}

static FoyerHttpResponse *
book (TestSite *self, const char *start)
{
  g_autofree char *form = test_form (start, "");

  return test_browser_post (self->browser, "/bookings", form);
}

/* Whether the page offers the time, and whether the form is taken that was open until then. */
static void
assert_offered (TestSite *self, const char *start, const char *settings, gboolean expected)
{
  g_autofree char *value = g_strdup_printf ("value=\"%s\" required", start);
  guint count = test_site_count_bookings (self);
  g_autofree char *token = NULL;
  g_autoptr (FoyerHttpResponse) page = NULL;
  g_autoptr (FoyerHttpResponse) answer = NULL;

  test_browser_come_to_check (self->browser, TEST_SLOT);
  token = g_strdup (self->browser->token);
  if (settings != NULL)
    set (self, settings);
  page = test_browser_get (self->browser, TIMES);
  g_assert_cmpint (strstr (test_body (page), value) != NULL, ==, expected);
  g_free (self->browser->token);
  self->browser->token = g_steal_pointer (&token);
  answer = book (self, start);
  test_assert_status (answer, expected ? 303u : 200u);
  g_assert_cmpuint (test_site_count_bookings (self), ==, count + expected);
}

/* What was not offered is, with the setting. */
static void
assert_opens (TestSite *self, const char *start, const char *settings)
{
  assert_offered (self, start, NULL, FALSE);
  assert_offered (self, start, settings, TRUE);
}

/* What was offered is not any more, although the form is open. */
static void
assert_closes (TestSite *self, const char *start, const char *settings)
{
  g_autofree char *value = g_strdup_printf ("value=\"%s\" required", start);
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->browser, TIMES);

  g_assert_nonnull (strstr (test_body (page), value));
  assert_offered (self, start, settings, FALSE);
}

/* 000-36 */
static void
test_lead_shorter (TestSite *self, gconstpointer data)
{
  assert_opens (self, "2026-11-23T12:00:00Z", "'booking.lead_hours': 2");
}

static void
test_lead_longer (TestSite *self, gconstpointer data)
{
  assert_closes (self, "2026-11-25T10:00:00Z", "'booking.lead_hours': 72");
}

/* 000-37 */
static void
test_days_ahead (TestSite *self, gconstpointer data)
{
  assert_closes (self, "2026-12-10T10:00:00Z", "'booking.max_days': 10");
}

static void
test_more_days_ahead (TestSite *self, gconstpointer data)
{
  assert_opens (self, "2027-01-12T10:00:00Z", "'booking.max_days': 90");
}

/* 000-38: one of the day is enough where one is the most. */
static void
test_most_a_day (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) first = NULL;

  test_browser_come_to_check (self->browser, TEST_SLOT);
  first = book (self, "2026-11-25T08:00:00Z");
  test_assert_status (first, 303);
  assert_closes (self, "2026-11-25T12:00:00Z", "'booking.max_per_day': 1");
}

/* X21: what waits takes its time, or does not. With two who can go, two of them fill a time. */
static void
test_pending_holds (TestSite *self, gconstpointer data)
{
  test_site_put (
      self, "[{'id': 'bk-7', 'clientId': 'cl-2', 'serviceId': 'sv-1', 'kind': 'new', 'status': 'pending',"
            "  'start': '2026-11-25 10:00', 'end': '2026-11-25 12:00', 'crewId': 'cm-1',"
            "  'requestedAt': '2026-11-23 08:00', 'source': 'portal'},"
            " {'id': 'bk-8', 'clientId': 'cl-2', 'serviceId': 'sv-1', 'kind': 'new', 'status': 'pending',"
            "  'start': '2026-11-25 10:00', 'end': '2026-11-25 12:00', 'crewId': 'cm-2',"
            "  'requestedAt': '2026-11-23 08:00', 'source': 'portal'}]");
  assert_opens (self, "2026-11-25T10:00:00Z", "'booking.pending_holds': false");
}

/* 000-43 */
static void
test_services (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) before = test_browser_get (self->browser, "/book");
  g_autoptr (FoyerHttpResponse) after = NULL;
  g_autoptr (FoyerHttpResponse) answer = NULL;
  g_autoptr (FoyerHttpResponse) none = NULL;
  g_autofree char *token = NULL;

  g_assert_nonnull (strstr (test_body (before), ID ("sv", "1")));
  test_browser_come_to_check (self->browser, TEST_SLOT);
  set (self, "'booking.services': ['sv-2']");
  token = g_strdup (self->browser->token);
  after = test_browser_get (self->browser, "/book");
  g_free (self->browser->token);
  self->browser->token = g_steal_pointer (&token);
  g_assert_null (strstr (test_body (after), ID ("sv", "1")));
  g_assert_nonnull (strstr (test_body (after), ID ("sv", "2")));
  answer = book (self, TEST_SLOT);
  test_assert_status (answer, 404);
  set (self, "'booking.services': []");
  none = test_browser_get (self->browser, "/book");
  test_assert_status (none, 404);
  g_assert_cmpuint (test_site_count_bookings (self), ==, 0);
}

/* 000-41 */
static void
test_property (TestSite *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) before
      = test_browser_get (self->browser, "/book/property?service=" ID ("sv", "1"));
  g_autoptr (FoyerHttpResponse) after = NULL;

  g_assert_null (strstr (test_body (before), "value=\"none\""));
  set (self, "'booking.require_property': false");
  after = test_browser_get (self->browser, "/book/property?service=" ID ("sv", "1"));
  g_assert_nonnull (strstr (test_body (after), "value=\"none\""));
}

/* 000-8, 000-39, X4: the four modes, on the first page, at the door of booking and in what a booking becomes. */
static void
test_modes (TestSite *self, gconstpointer data)
{
  static const struct {
    const char *mode;
    gboolean may_ask;
    gboolean may_book;
    FoyerBookingStatus becomes;
  } modes[] = {
    { "off", FALSE, FALSE, FOYER_BOOKING_PENDING },
    { "requests", TRUE, FALSE, FOYER_BOOKING_PENDING },
    { "approve", TRUE, TRUE, FOYER_BOOKING_PENDING },
    { "auto", TRUE, TRUE, FOYER_BOOKING_APPROVED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autofree char *mode = g_strdup_printf ("'booking.mode': '%s'", modes[i].mode);
    g_autofree char *start = g_strdup_printf ("2026-11-2%uT10:00:00Z", 4 + i % 2);
    g_autoptr (FoyerHttpResponse) form = NULL;
    g_autoptr (FoyerHttpResponse) steps = NULL;
    g_autoptr (FoyerHttpResponse) answer = NULL;
    g_autoptr (GPtrArray) bookings = NULL;

    set (self, mode);
    form = test_browser_get (self->browser, "/requests/new");
    steps = test_browser_get (self->browser, "/book");
    g_assert_cmpint (strstr (test_body (form), "value=\"service\"") != NULL, ==, modes[i].may_ask);
    test_assert_status (steps, modes[i].may_book ? 200u : 404u);
    if (!modes[i].may_book)
      continue;
    answer = test_browser_book (self->browser, start);
    test_assert_status (answer, 303);
    bookings = foyer_test_server_list (self->server, "northwind", &foyer_booking_type);
    for (guint k = 0; k < bookings->len; k++) {
      g_autofree char *path = g_strconcat ("/bookings/", foyer_record_get_id (bookings->pdata[k]), NULL);

      if (strcmp (path, foyer_http_response_header (answer, "location")) == 0)
        g_assert_cmpint (foyer_booking_get_status (bookings->pdata[k]), ==, modes[i].becomes);
    }
  }
}

#define ADD(path, function) \
  g_test_add ("/site/settings/" path, TestSite, NULL, test_site_set_up, function, test_site_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("lead-shorter", test_lead_shorter);
  ADD ("lead-longer", test_lead_longer);
  ADD ("days-ahead", test_days_ahead);
  ADD ("more-days-ahead", test_more_days_ahead);
  ADD ("most-a-day", test_most_a_day);
  ADD ("pending-holds", test_pending_holds);
  ADD ("services", test_services);
  ADD ("property", test_property);
  ADD ("modes", test_modes);
  return g_test_run ();
}
