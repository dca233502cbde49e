/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-decision-mails.c - who is mailed when a booking is asked for, decided and taken back */

#include "effects/foyer-effects.h"
#include "foyer-json.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "mail/foyer-mail-queue.h"
#include "types/booking.h"
#include "types/delivery.h"
#include "types/invite.h"
#include "types/portal_person.h"

#include <string.h>

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *api;
} World;

static World
open_world (void)
{
  World world = { .server = foyer_test_server_new () };

  foyer_test_server_put (
      world.server, "northwind",
      "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen', 'email': 'ellen@example.org', 'status': "
      "'active'},"
      " {'id': 'bk-1', 'clientId': 'cl-1', 'personId': 'pp-1', 'serviceId': 'sv-1', 'propertyId': 'pr-1',"
      "  'kind': 'new', 'status': 'pending', 'start': '2026-11-25 09:00', 'end': '2026-11-25 11:00',"
      "  'requestedAt': '2026-11-23 08:00', 'source': 'portal', 'number': 1}]");
  world.api = foyer_test_api_new (world.server, "northwind", "st-1");
  return world;
}

static void
close_world (World *world)
{
  foyer_test_api_free (world->api);
  foyer_test_server_free (world->server);
}

static void
decide (World *world, const char *patch)
{
  g_autofree char *id = foyer_test_id ("bk-1");
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (world->api, "Booking/set", "'update': {'%s': {%s}}", id, patch);
  g_autofree char *path = g_strdup_printf ("notUpdated %s type", id);

  foyer_test_api_assert (answer, path, "nothing");
}

static FoyerRecord *
get_only_delivery (World *world)
{
  g_autoptr (GPtrArray) deliveries
      = foyer_test_server_list (world->server, "northwind", &foyer_delivery_type);

  g_assert_cmpuint (deliveries->len, ==, 1);
  return g_object_ref (deliveries->pdata[0]);
}

/* The words of the only mail that waits. */
static FoyerMailJob *
take_mail (World *world)
{
  g_autoptr (GError) error = NULL;
  FoyerMailJob *job = NULL;
  gint64 next;

  foyer_mail_queue_take (world->server->backend, TEST_SERVER_NOW, &job, &next, &error);
  g_assert_no_error (error);
  g_assert_nonnull (job);
  return job;
}

static void
test_approved (void)
{
  World world = open_world ();
  g_autoptr (FoyerMailJob) job = NULL;
  g_autoptr (FoyerRecord) booking = NULL;
  g_autofree char *link = NULL;
  g_autofree char *calendar = NULL;
  g_autofree char *id = foyer_test_id ("bk-1");

  decide (&world, "'status': 'approved', 'message': 'See you then.'");
  job = take_mail (&world);
  g_assert_cmpstr (job->to_address, ==, "ellen@example.org");
  g_assert_true (g_str_has_prefix (job->subject, "Confirmed: "));
  g_assert_nonnull (strstr (job->text, "AC tune-up"));
  g_assert_nonnull (strstr (job->text, "412 Birch Lane"));
  g_assert_nonnull (strstr (job->text, "See you then."));
  link = g_strdup_printf ("http://northwind.localhost/bookings/%s", id);
  g_assert_nonnull (strstr (job->text, link));
  booking = foyer_test_server_get (world.server, "northwind", "bk-1");
  calendar = g_strdup_printf ("http://northwind.localhost/visits/%s/calendar",
                              foyer_booking_get_visit_id (booking));
  g_assert_nonnull (strstr (job->text, calendar));
  g_clear_object (&booking);
  g_assert_true (
      foyer_mail_queue_settle (world.server->backend, job, FOYER_MAIL_SENT, NULL, TEST_SERVER_NOW + 5, NULL));
  booking = foyer_test_server_get (world.server, "northwind", "bk-1");
  g_assert_cmpint (foyer_booking_get_told_at (booking), ==, TEST_SERVER_NOW + 5);
  close_world (&world);
}

static void
test_declined (void)
{
  World world = open_world ();
  g_autoptr (FoyerMailJob) job = NULL;
  g_autoptr (FoyerRecord) delivery = NULL;

  decide (&world, "'status': 'declined', 'reason': 'We are full that day.'");
  job = take_mail (&world);
  g_assert_true (g_str_has_prefix (job->subject, "About your request for "));
  g_assert_nonnull (strstr (job->text, "We are full that day."));
  delivery = get_only_delivery (&world);
  g_assert_cmpint (foyer_delivery_get_kind (delivery), ==, FOYER_TEMPLATE_BOOKING_ANSWER);
  close_world (&world);
}

static void
test_quiet (void)
{
  World world = open_world ();
  g_autoptr (GPtrArray) deliveries = NULL;

  decide (&world, "'status': 'approved', 'quiet': true");
  deliveries = foyer_test_server_list (world.server, "northwind", &foyer_delivery_type);
  g_assert_cmpuint (deliveries->len, ==, 0);
  close_world (&world);
}

static void
test_unwanted (void)
{
  World world = open_world ();
  g_autoptr (GPtrArray) deliveries = NULL;

  foyer_test_server_put (world.server, "northwind",
                         "[{'id': 'pp-1', 'notifications': {'booked': {'email': false, 'sms': false}}}]");
  decide (&world, "'status': 'approved'");
  deliveries = foyer_test_server_list (world.server, "northwind", &foyer_delivery_type);
  g_assert_cmpuint (deliveries->len, ==, 0);
  close_world (&world);
}

/* A decision that is taken back in time is never mailed; one that is being mailed stays. */
static void
test_taken_back (void)
{
  World world = open_world ();
  g_autofree char *id = foyer_test_id ("bk-1");
  g_autofree char *path = g_strdup_printf ("notUpdated %s type", id);
  g_autoptr (FoyerRecord) delivery = NULL;
  g_autoptr (FoyerMailJob) job = NULL;
  g_autoptr (JsonObject) answer = NULL;

  decide (&world, "'status': 'approved'");
  decide (&world, "'status': 'pending'");
  delivery = get_only_delivery (&world);
  g_assert_cmpint (foyer_delivery_get_status (delivery), ==, FOYER_DELIVERY_SUPPRESSED);
  decide (&world, "'status': 'approved'");
  job = take_mail (&world);
  answer = foyer_test_api_call (world.api, "Booking/set", "'update': {'%s': {'status': 'pending'}}", id);
  foyer_test_api_assert (answer, path, "invalidTransition");
  close_world (&world);
}

/* --- The team (000-69..72) --- */

static gboolean
ask_in_transaction (FoyerTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (JsonObject) refusal = NULL;
  g_autoptr (FoyerRecord) booking
      = foyer_record_source_get (transaction->source, &foyer_booking_type, data, error);
  g_autoptr (JsonObject) json = foyer_record_to_json (booking);

  transaction->actor = FOYER_BY_CLIENT;
  return foyer_effects_apply (transaction, &foyer_booking_type, NULL, json, &refusal);
}

static void
assert_told (World *world, guint count)
{
  g_autofree char *id = foyer_test_id ("bk-1");
  g_autoptr (GPtrArray) deliveries = NULL;
  g_autoptr (GError) error = NULL;
  guint found = 0;

  foyer_backend_write (world->server->backend, 1, TEST_SERVER_NOW, ask_in_transaction, id, &error);
  g_assert_no_error (error);
  deliveries = foyer_test_server_list (world->server, "northwind", &foyer_delivery_type);
  for (guint i = 0; i < deliveries->len; i++)
    found += strcmp (foyer_delivery_get_to (deliveries->pdata[i]), "ana@northwind.example") == 0;
  g_assert_cmpuint (found, ==, count);
}

static void
test_team (void)
{
  World told = open_world ();
  World alone = open_world ();
  World off = open_world ();

  assert_told (&told, 1);
  close_world (&told);
  foyer_test_server_put (alone.server, "northwind", "[{'id': 'st-1', 'mailBookings': false}]");
  assert_told (&alone, 0);
  close_world (&alone);
  foyer_test_server_put (off.server, "northwind", "[{'id': 'ps-1', 'notify.team.booking': false}]");
  assert_told (&off, 0);
  close_world (&off);
}

/* --- Invites --- */

#define INVITE \
  "'clientId': 'cl-00000000-0000-7000-8000-000000000001', 'personId': " \
  "'pp-00000000-0000-7000-8000-000000000001'"

static void
test_invite (void)
{
  World world = open_world ();
  g_autofree char *first = foyer_test_id ("iv-1");
  g_autofree char *second = foyer_test_id ("iv-2");
  g_autofree char *path = g_strdup_printf ("notUpdated %s type", second);
  g_autoptr (FoyerMailJob) job = NULL;
  g_autoptr (FoyerRecord) sent = NULL;
  g_autoptr (FoyerRecord) replaced = NULL;

  json_object_unref (foyer_test_api_call (world.api, "Invite/set", "'create': {'%s': {" INVITE "}}", first));
  job = take_mail (&world);
  g_assert_cmpstr (job->to_address, ==, "ellen@example.org");
  g_assert_nonnull (strstr (job->text, "http://northwind.localhost/i/"));
  g_assert_true (
      foyer_mail_queue_settle (world.server->backend, job, FOYER_MAIL_SENT, NULL, TEST_SERVER_NOW + 5, NULL));
  sent = foyer_test_server_get (world.server, "northwind", first);
  g_assert_cmpint (foyer_invite_get_status (sent), ==, FOYER_INVITE_SENT);
  g_assert_cmpint (foyer_invite_get_sent_at (sent), ==, TEST_SERVER_NOW + 5);
  g_assert_cmpint (foyer_invite_get_expires_at (sent), >, TEST_SERVER_NOW);

  /* A re-send is a new invite; the old one dies (001-27). */
  json_object_unref (foyer_test_api_call (world.api, "Invite/set",
                                          "'create': {'%s': {" INVITE ", 'replacesId': '%s'}}", second,
                                          first));
  replaced = foyer_test_server_get (world.server, "northwind", first);
  g_assert_cmpint (foyer_invite_get_status (replaced), ==, FOYER_INVITE_REVOKED);
  {
    g_autoptr (JsonObject) answer
        = foyer_test_api_call (world.api, "Invite/set", "'update': {'%s': {'status': 'registered'}}", second);

    foyer_test_api_assert (answer, path, "invalidTransition");
  }
  close_world (&world);
}

/* An address that takes no mail is told of at the invite and at the person (D07). */
static void
test_bounced (void)
{
  World world = open_world ();
  g_autofree char *id = foyer_test_id ("iv-1");
  g_autoptr (FoyerMailJob) job = NULL;
  g_autoptr (FoyerRecord) invite = NULL;
  g_autoptr (FoyerRecord) person = NULL;

  json_object_unref (foyer_test_api_call (world.api, "Invite/set", "'create': {'%s': {" INVITE "}}", id));
  job = take_mail (&world);
  g_assert_true (foyer_mail_queue_settle (world.server->backend, job, FOYER_MAIL_BOUNCED, "No such mailbox",
                                          TEST_SERVER_NOW + 5, NULL));
  invite = foyer_test_server_get (world.server, "northwind", id);
  g_assert_cmpint (foyer_invite_get_status (invite), ==, FOYER_INVITE_BOUNCED);
  g_assert_cmpstr (foyer_invite_get_bounce_reason (invite), ==, "No such mailbox");
  person = foyer_test_server_get (world.server, "northwind", "pp-1");
  g_assert_cmpint (foyer_portal_person_get_mail (person), ==, FOYER_PORTAL_PERSON_MAIL_BOUNCED);
  close_world (&world);
}

/* An invite that staff hand over themselves is mailed to nobody; one without an address is refused. */
static void
test_unmailed (void)
{
  World world = open_world ();
  g_autofree char *id = foyer_test_id ("iv-1");
  g_autofree char *path = g_strdup_printf ("notCreated %s properties 0", id);
  g_autoptr (GPtrArray) deliveries = NULL;
  g_autoptr (JsonObject) refused = NULL;

  json_object_unref (
      foyer_test_api_call (world.api, "Invite/set", "'create': {'%s': {" INVITE ", 'sendMail': false}}", id));
  deliveries = foyer_test_server_list (world.server, "northwind", &foyer_delivery_type);
  g_assert_cmpuint (deliveries->len, ==, 0);
  close_world (&world);

  world = open_world ();
  foyer_test_server_put (world.server, "northwind", "[{'id': 'pp-1', 'email': null}]");
  refused = foyer_test_api_call (world.api, "Invite/set", "'create': {'%s': {" INVITE "}}", id);
  foyer_test_api_assert (refused, path, "email");
  close_world (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decision-mails/approved", test_approved);
  g_test_add_func ("/decision-mails/declined", test_declined);
  g_test_add_func ("/decision-mails/quiet", test_quiet);
  g_test_add_func ("/decision-mails/unwanted", test_unwanted);
  g_test_add_func ("/decision-mails/taken-back", test_taken_back);
  g_test_add_func ("/decision-mails/team", test_team);
  g_test_add_func ("/invite-mails/sent", test_invite);
  g_test_add_func ("/invite-mails/bounced", test_bounced);
  g_test_add_func ("/invite-mails/unmailed", test_unmailed);
  return g_test_run ();
}
