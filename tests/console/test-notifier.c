/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-notifier.c - a new booking is told of once, while nobody looks, and taken back when it is decided */

#include "foyer-booking-notifier.h"
#include "foyer-client-notifier.h"
#include "foyer-need-notifier.h"
#include "foyer-proposal-notifier.h"

#include "foyer-notification-bus.h"
#include "foyer-test-business.h"
#include "foyer-test.h"

#include "types/booking.h"

#define ZONE "America/Los_Angeles"
#define NOW "2025-05-05 09:14"
#define BOOKING \
  "{'id': 'bk-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'serviceId': 'sv-1', 'crewId': 'cm-1', " \
  "'status': 'pending'," \
  " 'start': '2025-05-06 09:00', 'end': '2025-05-06 11:00', 'requestedAt': '2025-05-04 18:00'}"

typedef struct {
  FoyerNotificationBus *bus;
  GApplication *application;
  FoyerTestBusiness *business;
  FoyerClock *clock;
  FoyerRandom *random;
  char *directory;
  FoyerStore *store;
  FoyerDesk *desk;
  FoyerBookingNotifier *notifier;
  char *booking_id;
  char *notification_id;
  gint64 rev;
} Fixture;

static gpointer
put_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  JsonObject *json = data;
  const FoyerRecordType *type = foyer_record_type_of_id (json_object_get_string_member (json, "id"));

  foyer_store_writer_put (writer, type, json, error);
  return NULL;
}

/* As a pull brings it. */
static void
pull (Fixture *fixture, FoyerRecord *record)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (record);

  json_object_set_int_member (json, "rev", ++fixture->rev);
  foyer_test_write (fixture->store, put_in_worker, json);
  foyer_test_settle ();
}

static void
pull_business (Fixture *fixture)
{
  static const char *const ids[] = { "org-1", "cm-1", "cm-2", "st-1", "cl-1", "cl-2", "pr-1", "pr-2",
                                     "sv-1",  "sv-2", "av-1", "av-2", "av-3", "av-4", "av-5" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (FoyerRecord) record = foyer_test_business_get (fixture->business, ids[i]);

    g_assert_nonnull (record);
    pull (fixture, record);
  }
}

static void
pull_booking (Fixture *fixture, const char *changes)
{
  g_autoptr (FoyerRecord) booking = foyer_test_business_make (fixture->business, BOOKING, changes);

  pull (fixture, booking);
}

static void
start (Fixture *fixture)
{
  fixture->notifier = foyer_booking_notifier_new (fixture->desk, fixture->application);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 now;

  fixture->bus = foyer_notification_bus_new ();
  fixture->application = g_application_new ("org.foyer.Console.Test", G_APPLICATION_DEFAULT_FLAGS);
  g_application_register (fixture->application, NULL, &error);
  g_assert_no_error (error);

  fixture->business = foyer_test_business_new (ZONE);
  now = foyer_test_business_at (fixture->business, NOW);
  fixture->clock = FOYER_CLOCK (foyer_manual_clock_new (now * G_USEC_PER_SEC));
  fixture->random = foyer_random_new_seeded (7);
  fixture->directory = foyer_test_make_directory ();
  fixture->store = foyer_test_open_store (fixture->directory, fixture->clock, fixture->random, NULL);
  pull_business (fixture);
  fixture->desk = foyer_desk_new (fixture->store, NULL);
  fixture->booking_id = foyer_test_id ("bk-1");
  fixture->notification_id = g_strconcat ("booking-", fixture->booking_id, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_booking_notifier_stop (fixture->notifier);
  foyer_test_settle ();
  g_assert_finalize_object (fixture->notifier);
  foyer_desk_close (fixture->desk);
  g_assert_finalize_object (fixture->desk);
  g_assert_finalize_object (fixture->store);
  g_object_unref (fixture->application);
  g_object_unref (fixture->clock);
  g_object_unref (fixture->random);
  foyer_test_business_free (fixture->business);
  foyer_test_remove_directory (fixture->directory);
  foyer_notification_bus_free (fixture->bus);
  g_free (fixture->booking_id);
  g_free (fixture->notification_id);
}

static void
assert_shown (Fixture *fixture, guint count)
{
  foyer_notification_bus_settle (fixture->bus, fixture->application);
  g_assert_cmpuint (foyer_notification_bus_get_shown (fixture->bus), ==, count);
}

static GVariant *
get_notification (Fixture *fixture)
{
  GVariant *notification;

  foyer_notification_bus_settle (fixture->bus, fixture->application);
  notification = foyer_notification_bus_find (fixture->bus, fixture->notification_id);
  g_assert_nonnull (notification);
  return notification;
}

static void
assert_text (GVariant *dictionary, const char *key, const char *expected)
{
  const char *text = NULL;

  g_assert_true (g_variant_lookup (dictionary, key, "&s", &text));
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_target (Fixture *fixture, GVariant *dictionary, const char *key)
{
  g_autoptr (GVariant) target = g_variant_lookup_value (dictionary, key, G_VARIANT_TYPE_STRING);

  g_assert_nonnull (target);
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, fixture->booking_id);
}

static void
assert_button (Fixture *fixture, GVariant *notification, guint index, const char *label, const char *action)
{
  g_autoptr (GVariant) buttons = g_variant_lookup_value (notification, "buttons", G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr (GVariant) button = NULL;

  g_assert_nonnull (buttons);
  g_assert_cmpuint (index, <, g_variant_n_children (buttons));
  button = g_variant_get_child_value (buttons, index);
  assert_text (button, "label", label);
  assert_text (button, "action", action);
  assert_target (fixture, button, "target");
}

static guint
count_buttons (GVariant *notification)
{
  g_autoptr (GVariant) buttons = g_variant_lookup_value (notification, "buttons", G_VARIANT_TYPE ("aa{sv}"));

  return (guint) g_variant_n_children (buttons);
}

static void
test_says_who_when_what_and_where (Fixture *fixture, gconstpointer data)
{
  GVariant *notification;

  start (fixture);
  pull_booking (fixture, NULL);
  assert_shown (fixture, 1);
  notification = get_notification (fixture);
  assert_text (notification, "title", "Ellen Ruiz · Tue 6\u00a0May, 9:00–11:00");
  assert_text (notification, "body", "AC tune-up, 412 Birch Lane");
  assert_text (notification, "default-action", "app.open-booking");
  assert_target (fixture, notification, "default-action-target");
  assert_button (fixture, notification, 0, "Approve", "app.approve-booking");
  assert_button (fixture, notification, 1, "Look", "app.open-booking");
  g_assert_cmpuint (count_buttons (notification), ==, 2);
}

static void
test_offers_no_approve_with_a_block (Fixture *fixture, gconstpointer data)
{
  static const char visit[] = "{'id': 'vs-1', 'clientId': 'cl-2', 'title': 'Brandt boiler', 'crewId': 'cm-1',"
                              " 'start': '2025-05-06 09:30', 'end': '2025-05-06 11:00'}";
  g_autoptr (FoyerRecord) record = foyer_test_business_make (fixture->business, visit, NULL);

  pull (fixture, record);
  start (fixture);
  pull_booking (fixture, NULL);
  assert_button (fixture, get_notification (fixture), 0, "Look", "app.open-booking");
  g_assert_cmpuint (count_buttons (get_notification (fixture)), ==, 1);
}

static void
test_offers_no_approve_with_a_warning (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  pull_booking (fixture, "{'requestedAt': '2025-05-05 09:10'}");
  g_assert_cmpuint (count_buttons (get_notification (fixture)), ==, 1);
}

static void
test_says_what_else_is_wished (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  pull_booking (fixture, "{'kind': 'cancel'}");
  assert_text (get_notification (fixture), "body", "Wants to cancel: AC tune-up, 412 Birch Lane");
}

static void
test_stays_silent_while_somebody_looks (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  g_object_set (fixture->notifier, "watched", TRUE, NULL);
  pull_booking (fixture, NULL);
  g_object_set (fixture->notifier, "watched", FALSE, NULL);
  pull_booking (fixture, "{'note': 'Please ring twice'}");
  assert_shown (fixture, 0);
}

static void
test_stays_silent_at_the_first_sync (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  g_object_set (fixture->notifier, "state", FOYER_SYNC_FIRST, NULL);
  pull_booking (fixture, NULL);
  g_object_set (fixture->notifier, "state", FOYER_SYNC_IDLE, NULL);
  pull_booking (fixture, "{'note': 'Please ring twice'}");
  assert_shown (fixture, 0);
  pull_booking (fixture, "{'id': 'bk-2'}");
  assert_shown (fixture, 1);
}

static void
test_tells_once (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  pull_booking (fixture, NULL);
  pull_booking (fixture, "{'note': 'Please ring twice'}");
  pull_booking (fixture, "{'status': 'declined', 'reason': 'No'}");
  pull_booking (fixture, NULL);
  assert_shown (fixture, 1);
}

static void
test_does_not_tell_of_what_was_here (Fixture *fixture, gconstpointer data)
{
  pull_booking (fixture, NULL);
  start (fixture);
  pull_booking (fixture, "{'note': 'Please ring twice'}");
  assert_shown (fixture, 0);
}

static void
test_does_not_tell_of_what_was_decided_here_and_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *operation = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *waiting = NULL;

  pull_booking (fixture, NULL);
  operation = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_booking_type, fixture->booking_id,
                                 "{'status': 'approved'}", 10 * G_USEC_PER_SEC, NULL);
  g_assert_nonnull (operation);
  foyer_test_settle ();
  start (fixture);
  foyer_store_undo_async (fixture->store, operation, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  g_assert_true (foyer_store_undo_finish (fixture->store, result, NULL));
  assert_shown (fixture, 0);
}

static void
test_takes_back_what_was_decided (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  pull_booking (fixture, NULL);
  get_notification (fixture);
  g_free (foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_booking_type, fixture->booking_id,
                             "{'status': 'approved'}", 10 * G_USEC_PER_SEC, NULL));
  foyer_notification_bus_settle (fixture->bus, fixture->application);
  g_assert_null (foyer_notification_bus_find (fixture->bus, fixture->notification_id));
  g_assert_cmpuint (foyer_notification_bus_get_withdrawn (fixture->bus), ==, 1);
}

static void
test_takes_back_everything_when_it_stops (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  pull_booking (fixture, NULL);
  pull_booking (fixture, "{'id': 'bk-2', 'start': '2025-05-07 09:00', 'end': '2025-05-07 11:00'}");
  assert_shown (fixture, 2);
  foyer_booking_notifier_stop (fixture->notifier);
  foyer_notification_bus_settle (fixture->bus, fixture->application);
  g_assert_cmpuint (foyer_notification_bus_get_withdrawn (fixture->bus), ==, 2);
}

static void
test_says_nothing_after_it_stopped (Fixture *fixture, gconstpointer data)
{
  start (fixture);
  foyer_booking_notifier_stop (fixture->notifier);
  pull_booking (fixture, NULL);
  assert_shown (fixture, 0);
}

static void
test_is_silent_where_the_settings_are (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) settings
      = foyer_test_business_make (fixture->business, "{'id': 'ps-1', 'notify.team.booking': false}", NULL);

  start (fixture);
  pull (fixture, settings);
  pull_booking (fixture, NULL);
  assert_shown (fixture, 0);
  pull_booking (fixture, "{'id': 'bk-2', 'kind': 'cancel'}");
  assert_shown (fixture, 1);
}

/* --- What clients did --- */

#define VISIT \
  "{'id': 'vs-1', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'title': 'AC tune-up', 'status': 'cancelled', " \
  "'cancelledBy': 'portal', 'cancelledAt': '2025-05-05 09:20', 'start': '2025-05-06 09:00', " \
  "'end': '2025-05-06 11:00'}"

static FoyerClientNotifier *
start_clients (Fixture *fixture)
{
  start (fixture);
  return foyer_client_notifier_new (fixture->desk, fixture->application);
}

static void
pull_json (Fixture *fixture, const char *json, const char *changes)
{
  g_autoptr (FoyerRecord) record = foyer_test_business_make (fixture->business, json, changes);

  pull (fixture, record);
}

static GVariant *
find_client_notification (Fixture *fixture, const char *short_id)
{
  g_autofree char *id = foyer_test_id (short_id);
  g_autofree char *name = g_strconcat ("client-", id, NULL);

  foyer_notification_bus_settle (fixture->bus, fixture->application);
  return foyer_notification_bus_find (fixture->bus, name);
}

static void
test_tells_of_a_visit_that_a_client_cancels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerClientNotifier) clients = start_clients (fixture);
  GVariant *notification;

  pull_json (fixture, VISIT, "{'cancelReason': 'We are away'}");
  notification = find_client_notification (fixture, "vs-1");
  g_assert_nonnull (notification);
  assert_text (notification, "title", "Ellen Ruiz · Tue 6\u00a0May, 9:00–11:00");
  assert_text (notification, "body", "Cancelled: AC tune-up (“We are away”), 412 Birch Lane");
  assert_text (notification, "default-action", "app.open-record");
  pull_json (fixture, VISIT, "{'cancelReason': 'We are away', 'notes': 'Call back'}");
  assert_shown (fixture, 1);
  /* Whoever looks has seen it. */
  g_object_set (clients, "watched", TRUE, NULL);
  g_assert_null (find_client_notification (fixture, "vs-1"));
  foyer_client_notifier_stop (clients);
}

static void
test_tells_of_a_visit_moved_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerClientNotifier) clients = start_clients (fixture);
  GVariant *notification;

  pull_booking (fixture, "{'kind': 'reschedule', 'status': 'approved', 'requestedAt': '2025-05-05 09:20'}");
  notification = find_client_notification (fixture, "bk-1");
  g_assert_nonnull (notification);
  assert_text (notification, "body", "Moved to this time: AC tune-up, 412 Birch Lane");
  foyer_client_notifier_stop (clients);
}

static void
test_tells_of_a_message (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerClientNotifier) clients = start_clients (fixture);
  GVariant *notification;

  pull_json (fixture,
             "{'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'Cold', 'status': 'open', 'lastAt': '2025-05-05 "
             "09:20', 'lastFrom': 'client', 'snippet': 'Cold.', 'messageCount': 1}",
             NULL);
  pull_json (fixture,
             "{'id': 'ms-1', 'conversationId': 'cv-1', 'kind': 'client', 'body': 'It is cold.', 'sentAt': "
             "'2025-05-05 09:20'}",
             NULL);
  pull_json (fixture,
             "{'id': 'ms-2', 'conversationId': 'cv-1', 'kind': 'note', 'body': 'Ben calls.', 'sentAt': "
             "'2025-05-05 09:21'}",
             NULL);
  notification = find_client_notification (fixture, "cv-1");
  g_assert_nonnull (notification);
  assert_text (notification, "title", "Ellen Ruiz");
  assert_text (notification, "body", "It is cold.");
  assert_shown (fixture, 1);
  foyer_client_notifier_stop (clients);
}

/* What the office did, what was before, what somebody decided, and what the settings do not want told. */
static void
test_tells_of_nothing_else (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerClientNotifier) clients = start_clients (fixture);

  pull_json (fixture, VISIT, "{'cancelledBy': 'office'}");
  pull_json (fixture, VISIT, "{'id': 'vs-2', 'cancelledAt': '2025-05-05 09:10'}");
  pull_booking (fixture, NULL);
  assert_shown (fixture, 1);
  pull_booking (fixture, "{'status': 'approved', 'requestedAt': '2025-05-05 09:20'}");
  pull_json (fixture, "{'id': 'ps-1', 'notify.team.cancel': false}", NULL);
  pull_json (fixture, VISIT, "{'id': 'vs-3'}");
  assert_shown (fixture, 1);
  foyer_client_notifier_stop (clients);
}

/* --- What needs somebody --- */

typedef struct {
  const char *id;
  FoyerOperationState state;
} Answer;

static gpointer
settle_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  Answer *answer = data;
  g_autoptr (JsonObject) said = foyer_test_json ("{'type': 'ruleBroken', 'description': 'The day is full'}");

  foyer_store_writer_settle (writer, answer->id, answer->state, said, error);
  return NULL;
}

/* As a reply brings it. */
static char *
be_refused (Fixture *fixture, const char *patch)
{
  char *id = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_booking_type, fixture->booking_id,
                                patch, 0, NULL);
  Answer answer = { id, FOYER_OPERATION_REFUSED };

  foyer_test_write (fixture->store, settle_in_worker, &answer);
  foyer_test_settle ();
  return id;
}

static void
discard (Fixture *fixture, const char *id)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foyer_store_discard_async (fixture->store, id, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  foyer_store_discard_finish (fixture->store, result, &error);
  g_assert_no_error (error);
}

static void
test_tells_of_what_was_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerNeedNotifier) needs = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  GVariant *notification;

  start (fixture);
  pull_booking (fixture, NULL);
  needs = foyer_need_notifier_new (fixture->desk, fixture->application);
  first = be_refused (fixture, "{'status': 'approved'}");
  foyer_notification_bus_settle (fixture->bus, fixture->application);
  notification = foyer_notification_bus_find (fixture->bus, "needs");
  g_assert_nonnull (notification);
  assert_text (notification, "default-action", "app.show-needs");
  second = be_refused (fixture, "{'status': 'approved'}");
  foyer_notification_bus_settle (fixture->bus, fixture->application);
  assert_text (foyer_notification_bus_find (fixture->bus, "needs"), "title", "2 things need you");
  discard (fixture, first);
  discard (fixture, second);
  foyer_notification_bus_settle (fixture->bus, fixture->application);
  g_assert_null (foyer_notification_bus_find (fixture->bus, "needs"));
  foyer_need_notifier_stop (needs);
}

static void
test_tells_nothing_of_it_while_somebody_looks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerNeedNotifier) needs = NULL;
  g_autofree char *refused = NULL;

  start (fixture);
  pull_booking (fixture, NULL);
  needs = foyer_need_notifier_new (fixture->desk, fixture->application);
  g_object_set (needs, "watched", TRUE, NULL);
  refused = be_refused (fixture, "{'status': 'approved'}");
  foyer_notification_bus_settle (fixture->bus, fixture->application);
  g_assert_null (foyer_notification_bus_find (fixture->bus, "needs"));
  foyer_need_notifier_stop (needs);
}

typedef void (*Test) (Fixture *fixture, gconstpointer data);

static void
add (const char *path, Test test)
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

/* --- What others submitted for publishing --- */

#define PROPOSAL(id) \
  "{'id': '" id "', 'authorId': 'st-2', 'proposedAt': '2025-05-05 09:00', 'note': 'For the summer'," \
  " 'patch': {'booking.lead_hours': 48, 'booking.max_days': 14}}"

static void
pull_proposal (Fixture *fixture, const char *json, const char *changes)
{
  g_autoptr (FoyerRecord) proposal = foyer_test_business_make (fixture->business, json, changes);

  pull (fixture, proposal);
}

static GVariant *
find_proposals (Fixture *fixture)
{
  foyer_notification_bus_settle (fixture->bus, fixture->application);
  return foyer_notification_bus_find (fixture->bus, "proposals");
}

static void
test_tells_of_what_was_submitted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerProposalNotifier) proposals = NULL;
  g_autoptr (FoyerRecord) ben = foyer_test_business_make (
      fixture->business,
      "{'id': 'st-2', 'name': 'Ben', 'email': 'ben@northwind.example', 'role': 'office', 'active': true}",
      NULL);
  GVariant *notification;

  start (fixture);
  pull (fixture, ben);
  pull_proposal (fixture, PROPOSAL ("sp-1"), NULL);
  proposals = foyer_proposal_notifier_new (fixture->desk, fixture->application);
  g_assert_null (find_proposals (fixture));
  pull_proposal (fixture, PROPOSAL ("sp-2"), NULL);
  notification = find_proposals (fixture);
  g_assert_nonnull (notification);
  assert_text (notification, "title", "Ben submitted 2 changes for publishing");
  assert_text (notification, "body", "For the summer");
  assert_text (notification, "default-action", "app.open-record");
  /* It stays while any waits. */
  pull_proposal (fixture, PROPOSAL ("sp-2"), "{'status': 'published'}");
  g_assert_nonnull (find_proposals (fixture));
  pull_proposal (fixture, PROPOSAL ("sp-1"), "{'status': 'rejected'}");
  g_assert_null (find_proposals (fixture));
  foyer_proposal_notifier_stop (proposals);
}

static void
test_submitted_is_seen_by_who_looks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerProposalNotifier) proposals = NULL;

  start (fixture);
  proposals = foyer_proposal_notifier_new (fixture->desk, fixture->application);
  g_object_set (proposals, "watched", TRUE, NULL);
  pull_proposal (fixture, PROPOSAL ("sp-1"), NULL);
  g_assert_null (find_proposals (fixture));
  foyer_proposal_notifier_stop (proposals);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/console/notifier/says-who-when-what-and-where", test_says_who_when_what_and_where);
  add ("/console/notifier/offers-no-approve-with-a-block", test_offers_no_approve_with_a_block);
  add ("/console/notifier/offers-no-approve-with-a-warning", test_offers_no_approve_with_a_warning);
  add ("/console/notifier/says-what-else-is-wished", test_says_what_else_is_wished);
  add ("/console/notifier/silent-while-somebody-looks", test_stays_silent_while_somebody_looks);
  add ("/console/notifier/silent-at-the-first-sync", test_stays_silent_at_the_first_sync);
  add ("/console/notifier/tells-once", test_tells_once);
  add ("/console/notifier/not-of-what-was-here", test_does_not_tell_of_what_was_here);
  add ("/console/notifier/not-of-what-was-decided-here",
       test_does_not_tell_of_what_was_decided_here_and_comes_back);
  add ("/console/notifier/takes-back-what-was-decided", test_takes_back_what_was_decided);
  add ("/console/notifier/takes-back-everything-when-it-stops", test_takes_back_everything_when_it_stops);
  add ("/console/notifier/silent-after-it-stopped", test_says_nothing_after_it_stopped);
  add ("/console/notifier/silent-where-the-settings-are", test_is_silent_where_the_settings_are);
  add ("/console/notifier/tells-of-a-visit-that-a-client-cancels",
       test_tells_of_a_visit_that_a_client_cancels);
  add ("/console/notifier/tells-of-a-visit-moved-at-once", test_tells_of_a_visit_moved_at_once);
  add ("/console/notifier/tells-of-a-message", test_tells_of_a_message);
  add ("/console/notifier/tells-of-nothing-else", test_tells_of_nothing_else);
  add ("/console/notifier/tells-of-what-was-refused", test_tells_of_what_was_refused);
  add ("/console/notifier/tells-nothing-of-it-while-somebody-looks",
       test_tells_nothing_of_it_while_somebody_looks);
  add ("/console/notifier/tells-of-what-was-submitted", test_tells_of_what_was_submitted);
  add ("/console/notifier/submitted-is-seen-by-who-looks", test_submitted_is_seen_by_who_looks);
  return g_test_run ();
}
