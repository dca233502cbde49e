/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-requests.c - what follows when a client asks for something, and when the office answers */

#include "effects/foyer-request-submit.h"
#include "foyer-request-kind.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "types/audit_event.h"
#include "types/delivery.h"
#include "types/invoice.h"

#include <string.h>

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *api;
} World;

static void
set_up (World *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  foyer_test_server_put (
      self->server, "northwind",
      "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen', 'email': 'ellen@example.org', 'status': "
      "'active'},"
      " {'id': 'inv-1', 'clientId': 'cl-1', 'title': 'Work', 'status': 'issued', 'number': '1009',"
      "  'total': {'amount': 1, 'currency': 'USD'}, 'balance': {'amount': 1, 'currency': 'USD'}}]");
  self->api = foyer_test_api_new (self->server, "northwind", "st-1");
}

static void
tear_down (World *self, gconstpointer data)
{
  foyer_test_api_free (self->api);
  foyer_test_server_free (self->server);
}

typedef struct {
  FoyerRequestWish wish;
  char *id;
} Asking;

static gboolean
submit (FoyerTransaction *transaction, gpointer data, GError **error)
{
  Asking *asking = data;

  transaction->actor = FOYER_BY_CLIENT;
  asking->id = foyer_request_submit (transaction, &asking->wish, error);
  return asking->id != NULL;
}

/* Asks as Ellen. Returns the id, or NULL with an error. */
static char *
ask (World *world, FoyerRequestWish wish, GError **error)
{
  g_autofree char *client = foyer_test_id ("cl-1");
  g_autofree char *person = foyer_test_id ("pp-1");
  Asking asking = { .wish = wish };

  asking.wish.client_id = client;
  asking.wish.person_id = person;
  foyer_backend_write (world->server->backend, 1, TEST_SERVER_NOW, submit, &asking, error);
  return asking.id;
}

static char *
dispute (World *world, const char *body)
{
  g_autofree char *invoice = foyer_test_id ("inv-1");
  g_autoptr (GError) error = NULL;
  char *id
      = ask (world, (FoyerRequestWish){ .kind = FOYER_REQUEST_DISPUTE, .about_id = invoice, .body = body },
             &error);

  g_assert_no_error (error);
  return id;
}

static void
decide (World *world, const char *id, const char *patch, const char *refusal)
{
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (world->api, "Request/set", "'update': {'%s': {%s}}", id, patch);
  g_autofree char *path = g_strdup_printf ("notUpdated %s type", id);

  foyer_test_api_assert (answer, path, refusal);
}

static guint
count_mails (World *world, const char *to)
{
  g_autoptr (GPtrArray) deliveries
      = foyer_test_server_list (world->server, "northwind", &foyer_delivery_type);
  guint found = 0;

  for (guint i = 0; i < deliveries->len; i++)
    found += strcmp (foyer_delivery_get_to (deliveries->pdata[i]), to) == 0;
  return found;
}

static gboolean
is_disputed (World *world)
{
  g_autoptr (FoyerRecord) invoice = foyer_test_server_get (world->server, "northwind", "inv-1");

  return foyer_invoice_get_disputed (invoice);
}

static gboolean
has_audit (World *world, const char *verb, FoyerAuditEventActor actor)
{
  g_autoptr (GPtrArray) events = foyer_test_server_list (world->server, "northwind", &foyer_audit_event_type);

  for (guint i = 0; i < events->len; i++) {
    if (g_strcmp0 (foyer_audit_event_get_verb (events->pdata[i]), verb) == 0
        && foyer_audit_event_get_actor (events->pdata[i]) == (int) actor)
      return TRUE;
  }
  return FALSE;
}

#define LONG_LINE \
  "The unit on the roof hums since Tuesday and the rooms below it do not get warm any more, whatever we do"

static void
test_asked (World *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id
      = ask (self, (FoyerRequestWish){ .kind = FOYER_REQUEST_SERVICE, .body = LONG_LINE "\nPlease call." },
             &error);
  g_autofree char *second
      = ask (self, (FoyerRequestWish){ .kind = FOYER_REQUEST_COMPLAINT, .body = "Mud" }, &error);
  g_autoptr (FoyerRecord) request = foyer_test_server_get (self->server, "northwind", id);
  g_autoptr (FoyerRecord) complaint = foyer_test_server_get (self->server, "northwind", second);

  g_assert_no_error (error);
  g_assert_cmpint (foyer_request_get_number (request), ==, 1);
  g_assert_cmpint (foyer_request_get_number (complaint), ==, 2);
  g_assert_cmpint (foyer_request_get_status (request), ==, FOYER_REQUEST_NEW);
  g_assert_cmpint (foyer_request_get_source (request), ==, FOYER_SOURCE_PORTAL);
  g_assert_cmpint (foyer_request_get_requested_at (request), ==, TEST_SERVER_NOW);
  g_assert_cmpstr (foyer_request_get_subject (request), ==,
                   "The unit on the roof hums since Tuesday and the rooms below it do not get warm…");
  g_assert_cmpstr (foyer_request_get_subject (complaint), ==, "Mud");
  g_assert_true (has_audit (self, "ask", FOYER_AUDIT_EVENT_PERSON));
  g_assert_cmpuint (count_mails (self, "ana@northwind.example"), ==, 2);
  g_assert_cmpuint (count_mails (self, "ellen@example.org"), ==, 2);
}

/* The same form twice is one request; ten minutes later it is meant. */
static void
test_twice (World *self, gconstpointer data)
{
  FoyerRequestWish wish = { .kind = FOYER_REQUEST_SERVICE, .body = "It drips" };
  g_autofree char *first = ask (self, wish, NULL);
  g_autofree char *again = ask (self, wish, NULL);
  g_autoptr (GPtrArray) requests = foyer_test_server_list (self->server, "northwind", &foyer_request_type);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpuint (requests->len, ==, 1);
}

static void
test_no_good (World *self, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (10001, 'a');
  g_autofree char *before = foyer_test_server_dump (self->server);
  g_autofree char *after = NULL;
  g_autoptr (GError) too_long = NULL;
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) about_nothing = NULL;

  g_assert_null (ask (self, (FoyerRequestWish){ .kind = FOYER_REQUEST_SERVICE, .body = endless }, &too_long));
  g_assert_error (too_long, FOYER_RECORD_ERROR, FOYER_RECORD_ERROR_INVALID);
  g_assert_null (ask (self, (FoyerRequestWish){ .kind = FOYER_REQUEST_SERVICE, .body = " \n" }, &empty));
  g_assert_error (empty, FOYER_RECORD_ERROR, FOYER_RECORD_ERROR_INVALID);
  g_assert_null (
      ask (self, (FoyerRequestWish){ .kind = FOYER_REQUEST_DISPUTE, .body = "No" }, &about_nothing));
  g_assert_nonnull (about_nothing);
  after = foyer_test_server_dump (self->server);
  g_assert_cmpstr (before, ==, after);
}

/* 004-5: the invoice says so for as long as any dispute of it is open. */
static void
test_disputed (World *self, gconstpointer data)
{
  g_autofree char *first = dispute (self, "Wrong card");
  g_autofree char *second = dispute (self, "And too much");

  g_assert_true (is_disputed (self));
  decide (self, first, "'status': 'resolved', 'answer': 'Refunded.'", "nothing");
  g_assert_true (is_disputed (self));
  decide (self, second, "'status': 'declined', 'answer': 'That was agreed.'", "nothing");
  g_assert_false (is_disputed (self));
  decide (self, second, "'status': 'open'", "nothing");
  g_assert_true (is_disputed (self));
}

static void
test_answered (World *self, gconstpointer data)
{
  g_autofree char *id
      = ask (self, (FoyerRequestWish){ .kind = FOYER_REQUEST_QUOTE, .body = "Heat pump" }, NULL);
  g_autofree char *staff = foyer_test_id ("st-1");
  g_autoptr (FoyerRecord) closed = NULL;
  g_autoptr (FoyerRecord) opened = NULL;

  g_assert_cmpuint (count_mails (self, "ellen@example.org"), ==, 1);
  decide (self, id, "'status': 'open'", "nothing");
  decide (self, id, "'heldUntil': '2026-11-24T09:00:00Z'", "nothing");
  g_assert_cmpuint (count_mails (self, "ellen@example.org"), ==, 1);
  decide (self, id, "'status': 'declined'", "invalidProperties");
  decide (self, id, "'status': 'declined', 'answer': 'We do not build these.'", "nothing");
  g_assert_cmpuint (count_mails (self, "ellen@example.org"), ==, 2);
  closed = foyer_test_server_get (self->server, "northwind", id);
  g_assert_cmpstr (foyer_request_get_decided_by (closed), ==, staff);
  g_assert_cmpint (foyer_request_get_decided_at (closed), ==, TEST_SERVER_NOW);
  g_assert_true (has_audit (self, "decline", FOYER_AUDIT_EVENT_STAFF));

  decide (self, id, "'status': 'waiting'", "invalidTransition");
  decide (self, id, "'status': 'withdrawn'", "invalidTransition");
  decide (self, id, "'status': 'open'", "nothing");
  opened = foyer_test_server_get (self->server, "northwind", id);
  g_assert_null (foyer_request_get_decided_by (opened));
  g_assert_cmpuint (count_mails (self, "ellen@example.org"), ==, 2);
  decide (self, id, "'status': 'resolved', 'answer': 'We do build these after all.'", "nothing");
  g_assert_cmpuint (count_mails (self, "ellen@example.org"), ==, 3);
}

/* What staff write down for somebody on the phone gets its number too, and no mail. */
static void
test_by_staff (World *self, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("rq-1");
  g_autofree char *client = foyer_test_id ("cl-1");
  g_autofree char *path = g_strdup_printf ("created %s number", id);
  g_autofree char *refusal = g_strdup_printf ("notCreated %s properties 0", id);
  g_autoptr (JsonObject) refused = foyer_test_api_call (
      self->api, "Request/set",
      "'create': {'%s': {'clientId': '%s', 'kind': 'dispute', 'subject': 'x', 'requestedAt': "
      "'2026-11-23T09:00:00Z'}}",
      id, client);
  g_autoptr (JsonObject) made = foyer_test_api_call (
      self->api, "Request/set",
      "'create': {'%s': {'clientId': '%s', 'kind': 'complaint', 'subject': 'x', 'source': 'office', "
      "'requestedAt': '2026-11-23T09:00:00Z'}}",
      id, client);

  foyer_test_api_assert (refused, refusal, "aboutId");
  foyer_test_api_assert (made, path, "1");
  g_assert_cmpuint (count_mails (self, "ana@northwind.example"), ==, 0);
  g_assert_true (has_audit (self, "ask", FOYER_AUDIT_EVENT_STAFF));
}

/* X16: nothing falls through. */
static void
test_destinations (void)
{
  g_assert_cmpint (foyer_request_destination (FOYER_REQUEST_SERVICE), ==, FOYER_REQUEST_TO_VISIT);
  g_assert_cmpint (foyer_request_destination (FOYER_REQUEST_COMPLAINT), ==, FOYER_REQUEST_TO_TICKET);
  g_assert_cmpint (foyer_request_destination (FOYER_REQUEST_QUOTE), ==, FOYER_REQUEST_TO_ENQUIRY);
  g_assert_cmpint (foyer_request_destination (FOYER_REQUEST_DISPUTE), ==, FOYER_REQUEST_TO_INVOICE);
  g_assert_cmpint (foyer_request_destination (FOYER_REQUEST_CHANGE), ==, FOYER_REQUEST_TO_QUOTE);
}

#define ADD(path, function) g_test_add ("/requests/" path, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("asked", test_asked);
  ADD ("twice", test_twice);
  ADD ("no-good", test_no_good);
  ADD ("disputed", test_disputed);
  ADD ("answered", test_answered);
  ADD ("by-staff", test_by_staff);
  g_test_add_func ("/requests/destinations", test_destinations);
  return g_test_run ();
}
