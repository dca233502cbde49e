/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-approval-closures.c - what rows and page of a booking say */

#include "foyer-approval-closures.h"
#include "foyer-approvals-closures.h"
#include "foyer-assert-text.h"
#include "foyer-booking-closures.h"
#include "foyer-sync-engine.h"
#include "foyer-test-business.h"

typedef struct {
  FoyerTestBusiness *business;
  FoyerOfficeTime *time;
  gint64 now;
} Fixture;

static const char request[] = "{'id': 'bk-1', 'clientId': 'cl-1', 'serviceId': 'sv-1', 'propertyId': 'pr-1', "
                              "'start': '2025-05-06 09:00', "
                              "'end': '2025-05-06 11:00', 'requestedAt': '2025-05-02 07:00', 'expiresAt': "
                              "'2025-05-04 07:00', 'source': 'portal'}";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->business = foyer_test_business_new ("America/Chicago");
  fixture->time = foyer_office_time_new ("America/Chicago", "en-US");
  fixture->now = foyer_test_business_at (fixture->business, "2025-05-02 09:00");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->time);
  foyer_test_business_free (fixture->business);
}

static FoyerRecord *
make_booking (Fixture *fixture, const char *changes)
{
  return foyer_test_business_make (fixture->business, request, changes);
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) booking = make_booking (fixture, NULL);
  g_autoptr (FoyerRecord) client = foyer_test_business_get (fixture->business, "cl-1");
  g_autoptr (FoyerRecord) service = foyer_test_business_get (fixture->business, "sv-1");
  g_autoptr (FoyerRecord) property = foyer_test_business_get (fixture->business, "pr-1");

  foyer_assert_text (foyer_approval_time_text (NULL, booking, fixture->time), "9–11 AM");
  foyer_assert_text (foyer_approval_service_name (NULL, service), "AC tune-up");
  foyer_assert_text (foyer_approval_who_and_where (NULL, client, property), "Ellen Ruiz, 412 Birch Lane");
  foyer_assert_text (foyer_approval_who_and_where (NULL, client, NULL), "Ellen Ruiz");
  foyer_assert_text (foyer_approval_day_heading (NULL, booking, fixture->time, fixture->now), "Tue, May 6");
  foyer_assert_text (foyer_approval_age_text (NULL, booking, fixture->time, fixture->now), "2 h");
  foyer_assert_text (foyer_approval_title (NULL, booking, client, service), "AC tune-up for Ellen Ruiz");
}

static void
test_names_that_are_not_here_yet (Fixture *fixture, gconstpointer data)
{
  foyer_assert_text (foyer_approval_service_name (NULL, NULL), "Service not here yet");
  foyer_assert_text (foyer_approval_who_and_where (NULL, NULL, NULL), "Client not here yet");
  foyer_assert_text (foyer_approval_time_text (NULL, NULL, fixture->time), "");
  foyer_assert_text (foyer_approval_address (NULL, NULL), "No property named");
}

static void
test_late_after_half_of_the_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) booking = make_booking (fixture, NULL);
  g_autoptr (FoyerRecord) endless = make_booking (fixture, "{'expiresAt': null}");
  gint64 half = foyer_test_business_at (fixture->business, "2025-05-03 07:00");

  g_assert_false (foyer_approval_is_late (NULL, booking, half));
  g_assert_true (foyer_approval_is_late (NULL, booking, half + 1));
  g_assert_false (foyer_approval_is_late (NULL, endless, half + 1));
}

static void
assert_chip (FoyerRecord *booking,
             const FoyerFitSummary *fit,
             const char *text,
             const char *icon,
             const char *tone)
{
  foyer_assert_text (foyer_approval_chip_text (NULL, booking, fit), text);
  foyer_assert_text (foyer_approval_chip_icon (NULL, booking, fit), icon);
  foyer_assert_text (foyer_approval_chip_tone (NULL, booking, fit), tone);
}

static void
test_chip_of_a_verdict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) booking = make_booking (fixture, NULL);
  FoyerFitSummary fit = { .verdict = FOYER_VERDICT_PASS };

  assert_chip (booking, NULL, "Checking…", "document-open-recent-symbolic", "plain neutral");
  assert_chip (booking, &fit, "Fits", "object-select-symbolic", "plain success");
  fit.verdict = FOYER_VERDICT_WARN;
  fit.warnings = 2;
  assert_chip (booking, &fit, "2 warnings", "dialog-warning-symbolic", "warning");
  fit.verdict = FOYER_VERDICT_UNKNOWN;
  assert_chip (booking, &fit, "Not checked", "dialog-question-symbolic", "plain neutral");
  fit.verdict = FOYER_VERDICT_BLOCK;
  fit.rule = (char *) "B04";
  assert_chip (booking, &fit, "Crew busy", "window-close-symbolic", "error");
}

/* Every rule that can block has a word of its own, and only that. */
static void
test_every_block_has_a_word (Fixture *fixture, gconstpointer data)
{
  static const char *const rules[] = { "B01", "B03", "B04", "B07", "B11", "B13", "B22" };
  g_autoptr (FoyerRecord) booking = make_booking (fixture, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    FoyerFitSummary fit = { .verdict = FOYER_VERDICT_BLOCK, .rule = (char *) rules[i] };
    g_autofree char *text = foyer_approval_chip_text (NULL, booking, &fit);

    g_assert_cmpstr (text, !=, "Does not fit");
  }
}

static void
test_chip_of_a_decision (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) approved = make_booking (fixture, "{'status': 'approved'}");
  g_autoptr (FoyerRecord) declined = make_booking (fixture, "{'status': 'declined', 'reason': 'Full.'}");
  g_autoptr (FoyerRecord) expired = make_booking (fixture, "{'status': 'expired'}");

  assert_chip (approved, NULL, "Approved", "object-select-symbolic", "plain success");
  assert_chip (declined, NULL, "Declined", "window-close-symbolic", "plain neutral");
  assert_chip (expired, NULL, "Expired", "document-open-recent-symbolic", "plain neutral");
  foyer_assert_text (foyer_approval_age_text (NULL, approved, fixture->time, fixture->now), "");
}

static void
test_spoken_row_is_one_sentence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) booking = make_booking (fixture, "{'urgent': true}");
  g_autoptr (FoyerRecord) client = foyer_test_business_get (fixture->business, "cl-1");
  g_autoptr (FoyerRecord) service = foyer_test_business_get (fixture->business, "sv-1");
  g_autoptr (FoyerRecord) property = foyer_test_business_get (fixture->business, "pr-1");
  FoyerFitSummary fit = { .verdict = FOYER_VERDICT_WARN, .warnings = 1 };

  foyer_assert_text (
      foyer_approval_spoken (NULL, booking, client, service, property, fixture->time, &fit, fixture->now),
      "Tue, May 6, 9–11 AM, AC tune-up, Ellen Ruiz, 412 Birch Lane, 1 warning, urgent, asked 2 h ago");
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) booking = make_booking (fixture, "{'note': 'Gate code 4471.'}");
  g_autoptr (FoyerRecord) move = make_booking (fixture, "{'kind': 'reschedule'}");
  g_autoptr (FoyerRecord) cancel = make_booking (fixture, "{'kind': 'cancel'}");
  g_autoptr (FoyerRecord) crew = foyer_test_business_get (fixture->business, "cm-1");
  g_autoptr (FoyerRecord) client = foyer_test_business_get (fixture->business, "cl-1");
  g_autoptr (FoyerRecord) service = foyer_test_business_get (fixture->business, "sv-1");

  foyer_assert_text (foyer_approval_when_and_who (NULL, booking, crew, fixture->time),
                     "Tue, May 6, 9–11 AM · Lee");
  foyer_assert_text (foyer_approval_words (NULL, booking), "“Gate code 4471.”");
  foyer_assert_text (foyer_approval_words (NULL, move), "");
  foyer_assert_text (foyer_approval_asked (NULL, booking, fixture->time, fixture->now),
                     "Asked on the portal, today, 7 AM");
  foyer_assert_text (foyer_approval_title (NULL, move, client, service), "Move AC tune-up for Ellen Ruiz");
  foyer_assert_text (foyer_approval_title (NULL, cancel, client, service),
                     "Cancel AC tune-up for Ellen Ruiz");
}

static void
test_first_names_of_people_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) person = foyer_test_business_get (fixture->business, "cl-1");
  g_autoptr (FoyerRecord) company = foyer_test_business_get (fixture->business, "cl-2");
  g_autoptr (FoyerRecord) family
      = foyer_test_business_make (fixture->business,
                                  "{'id': 'cl-7', 'name': 'The Okafor family', 'kind': 'person'}", NULL);

  foyer_assert_text (foyer_approval_outcome_title (NULL, person), "What Ellen will get");
  foyer_assert_text (foyer_approval_outcome_title (NULL, company), "What Hillside Dental will get");
  foyer_assert_text (foyer_approval_outcome_title (NULL, family), "What The Okafor family will get");
  foyer_assert_text (foyer_approval_outcome_title (NULL, NULL), "What the client will get");
}

static void
test_decision_names_who_and_when (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) pending = make_booking (fixture, NULL);
  g_autoptr (FoyerRecord) approved
      = make_booking (fixture,
                      "{'status': 'approved', 'decidedBy': 'st-1', 'decidedAt': '2025-05-02 08:30'}");
  g_autoptr (FoyerRecord) here = make_booking (fixture, "{'status': 'approved'}");
  g_autoptr (FoyerRecord) withdrawn = make_booking (fixture, "{'status': 'withdrawn'}");
  g_autoptr (FoyerRecord) client = foyer_test_business_get (fixture->business, "cl-1");
  g_autoptr (FoyerRecord) staff = foyer_test_business_get (fixture->business, "st-1");

  foyer_assert_text (foyer_approval_decision (NULL, pending, client, NULL, fixture->time, fixture->now), "");
  foyer_assert_text (foyer_approval_decision (NULL, approved, client, staff, fixture->time, fixture->now),
                     "Ana approved this today, 8:30 AM.");
  foyer_assert_text (foyer_approval_decision (NULL, here, client, NULL, fixture->time, fixture->now),
                     "Approved here. The client is told as soon as it has been sent.");
  foyer_assert_text (foyer_booking_stale_text (NULL, withdrawn, client, NULL, fixture->time, fixture->now),
                     "Ellen Ruiz withdrew this request. Nothing is left to decide here.");
}

static void
test_approve_says_when_it_needs_a_reason (Fixture *fixture, gconstpointer data)
{
  FoyerFitSummary fit = { .verdict = FOYER_VERDICT_BLOCK };

  foyer_assert_text (foyer_approval_approve_label (NULL, NULL), "Approve");
  foyer_assert_text (foyer_approval_approve_label (NULL, &fit), "Approve Anyway…");
  fit.final = TRUE;
  foyer_assert_text (foyer_approval_approve_label (NULL, &fit), "Approve");
}

static void
test_empty_list_says_why (Fixture *fixture, gconstpointer data)
{
  foyer_assert_text (foyer_approvals_empty_title (NULL, FOYER_SYNC_IDLE, "pending"), "All Caught Up");
  foyer_assert_text (foyer_approvals_empty_title (NULL, FOYER_SYNC_FIRST, "pending"), "Fetching Your Office");
  foyer_assert_text (foyer_approvals_empty_text (NULL, FOYER_SYNC_IDLE, "pending", 0, "Self-booking is on."),
                     "Self-booking is on.");
  foyer_assert_text (foyer_approvals_list_words (NULL, FOYER_SYNC_IDLE, "decided"), "Nothing decided yet");
  foyer_assert_text (foyer_approvals_detail_page (NULL, NULL, TRUE), "empty");
  foyer_assert_text (foyer_approvals_detail_page (NULL, NULL, FALSE), "nothing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/approval-closures/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("row", test_row);
  ADD ("names-that-are-not-here-yet", test_names_that_are_not_here_yet);
  ADD ("late-after-half-of-the-time", test_late_after_half_of_the_time);
  ADD ("chip-of-a-verdict", test_chip_of_a_verdict);
  ADD ("every-block-has-a-word", test_every_block_has_a_word);
  ADD ("chip-of-a-decision", test_chip_of_a_decision);
  ADD ("spoken-row-is-one-sentence", test_spoken_row_is_one_sentence);
  ADD ("page", test_page);
  ADD ("first-names-of-people-only", test_first_names_of_people_only);
  ADD ("decision-names-who-and-when", test_decision_names_who_and_when);
  ADD ("approve-says-when-it-needs-a-reason", test_approve_says_when_it_needs_a_reason);
  ADD ("empty-list-says-why", test_empty_list_says_why);
#undef ADD
  return g_test_run ();
}
