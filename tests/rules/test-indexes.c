/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-indexes.c - every filter and order that rules use has an index */

#include "foyer-fit.h"
#include "foyer-portal-entry.h"
#include "foyer-settings.h"
#include "foyer-slots.h"

#include "foyer-test-business.h"
#include "types/booking.h"

#define LA "America/Los_Angeles"

/* The watchman himself: a question over a field without an index is noted, one over an indexed field is not. */
static void
test_watches (void)
{
  g_autoptr (FoyerMemorySource) records = foyer_memory_source_new ();
  g_autoptr (FoyerStrictSource) strict = foyer_strict_source_new (FOYER_RECORD_SOURCE (records));
  g_autoptr (FoyerQuery) fast = foyer_query_new (&foyer_booking_type);
  g_autoptr (FoyerQuery) slow = foyer_query_new (&foyer_booking_type);
  g_autoptr (FoyerQuery) slow_order = foyer_query_new (&foyer_booking_type);
  GPtrArray *seen = foyer_strict_source_get_slow (strict);

  foyer_query_where_number (fast, "status", FOYER_COMPARE_EQUAL, FOYER_BOOKING_PENDING);
  foyer_query_order (fast, "start", FALSE);
  g_assert_cmpint (foyer_record_source_count (FOYER_RECORD_SOURCE (strict), fast, NULL), ==, 0);
  g_assert_cmpuint (seen->len, ==, 0);

  foyer_query_where_text (slow, "note", "x");
  g_assert_cmpint (foyer_record_source_count (FOYER_RECORD_SOURCE (strict), slow, NULL), ==, 0);
  g_assert_cmpuint (seen->len, ==, 1);
  g_assert_cmpstr (seen->pdata[0], ==, "Booking.note");

  foyer_query_order (slow_order, "requestedAt", FALSE);
  g_ptr_array_unref (foyer_record_source_list (FOYER_RECORD_SOURCE (strict), slow_order, NULL));
  g_assert_cmpuint (seen->len, ==, 2);
  g_assert_cmpstr (seen->pdata[1], ==, "Booking.requestedAt");
}

/* All that reads records, once, with everything there is to read. Every other test of this floor watches, too. */
static void
test_all_rules (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  gint64 now = foyer_test_business_at (test, "2025-05-05 09:14");
  g_autoptr (FoyerRecord) booking = NULL;
  g_autoptr (FoyerRecord) service = foyer_test_business_get (test, "sv-1");
  g_autoptr (FoyerRecord) link = NULL;
  g_autoptr (FoyerFit) fit = NULL;
  g_autoptr (GPtrArray) slots = NULL;
  g_autoptr (FoyerPortalEntry) entry = NULL;
  g_autoptr (FoyerRecord) settings = NULL;

  foyer_test_business_put (
      test, "[{'id': 'bk-1', 'clientId': 'cl-1', 'serviceId': 'sv-1', 'crewId': 'cm-1', 'status': "
            "'declined', 'decidedBy': 'st-1',"
            "  'start': '2025-05-06 09:00', 'end': '2025-05-06 11:00', 'requestedAt': '2025-05-04 18:00'},"
            " {'id': 'vs-1', 'clientId': 'cl-2', 'title': 'Repair', 'crewId': 'cm-1', 'origin': 'booking', "
            "'bookingId': 'bk-2',"
            "  'start': '2025-05-06 09:00', 'end': '2025-05-06 11:00'},"
            " {'id': 'pl-1', 'clientId': 'cl-2', 'status': 'revoked', 'revokedBy': 'st-1'}]");
  booking = foyer_test_business_get (test, "bk-1");
  link = foyer_test_business_get (test, "pl-1");
  fit = foyer_fit_check (test->source, booking, now, NULL);
  slots = foyer_slots_list (test->source, service, now, now + 10 * FOYER_SECONDS_PER_DAY, now, NULL);
  entry = foyer_portal_entry_check (test->source, link, now, NULL);
  settings = foyer_settings_get (test->source, NULL);
  g_assert_nonnull (fit);
  g_assert_nonnull (slots);
  g_assert_nonnull (entry);
  g_assert_nonnull (settings);
  g_assert_cmpuint (foyer_strict_source_get_slow (foyer_test_business_get_strict (test))->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indexes/a-question-without-an-index-is-noticed", test_watches);
  g_test_add_func ("/indexes/no-rule-asks-one", test_all_rules);
  return g_test_run ();
}
