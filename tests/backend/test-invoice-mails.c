/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-invoice-mails.c - who is mailed that there is an invoice, and that nobody is twice (000-11) */

#include "foyer-json.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "types/delivery.h"
#include "types/invoice.h"
#include "types/template.h"

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *ana;
} Fixture;

#define BILL "'number': '1042', 'title': 'Repair', 'total': {'amount': 50000, 'currency': 'USD'}"

static void
set_up (Fixture *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  self->ana = foyer_test_api_new (self->server, "northwind", "st-1");
  foyer_test_server_put (
      self->server, "northwind",
      "[{'id': 'inv-1', 'clientId': 'cl-1', 'status': 'draft', " BILL "},"
      " {'id': 'inv-2', 'clientId': 'cl-1', 'status': 'issued', " BILL "},"
      " {'id': 'inv-3', 'clientId': 'cl-1', 'status': 'draft', 'title': 'Without a number'},"
      " {'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen', 'email': 'ellen@example.org',"
      "  'role': 'owner', 'status': 'active'},"
      " {'id': 'pp-2', 'clientId': 'cl-1', 'name': 'Ben', 'email': 'ben@example.org',"
      "  'role': 'owner', 'status': 'disabled'},"
      " {'id': 'pp-3', 'clientId': 'cl-1', 'name': 'Cleo', 'email': 'cleo@example.org',"
      "  'role': 'owner', 'status': 'active', 'notifications': {'invoice': {'email': false}}},"
      " {'id': 'pp-4', 'clientId': 'cl-1', 'name': 'Dan', 'email': 'dan@example.org',"
      "  'role': 'owner', 'status': 'active', 'permissions': ['book']}]");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  foyer_test_api_free (self->ana);
  foyer_test_server_free (self->server);
}

static void
update (Fixture *self, const char *type, const char *short_id, const char *patch)
{
  g_autofree char *id = foyer_test_id (short_id);
  g_autofree char *method = g_strconcat (type, "/set", NULL);
  g_autofree char *path = g_strdup_printf ("notUpdated %s type", id);
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->ana, method, "'update': {'%s': {%s}}", id, patch);

  foyer_test_api_assert (answer, path, "nothing");
}

static guint
count (Fixture *self)
{
  g_autoptr (GPtrArray) deliveries = foyer_test_server_list (self->server, "northwind", &foyer_delivery_type);

  return deliveries->len;
}

/* Not who is disabled, who wants no such mail or who may not see money. */
static void
test_whoever_may_see_it_is_mailed (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) deliveries = NULL;
  g_autoptr (FoyerRecord) invoice = NULL;

  update (self, "Invoice", "inv-1", "'status': 'issued'");
  deliveries = foyer_test_server_list (self->server, "northwind", &foyer_delivery_type);
  g_assert_cmpuint (deliveries->len, ==, 1);
  g_assert_cmpstr (foyer_delivery_get_to (deliveries->pdata[0]), ==, "ellen@example.org");
  g_assert_cmpint (foyer_delivery_get_kind (deliveries->pdata[0]), ==, FOYER_TEMPLATE_INVOICE);
  g_assert_cmpstr (foyer_delivery_get_subject (deliveries->pdata[0]), ==, "Invoice 1042");
  invoice = foyer_test_server_get (self->server, "northwind", "inv-1");
  g_assert_cmpint (foyer_invoice_get_sent_at (invoice), ==, TEST_SERVER_NOW);
}

static void
test_nobody_is_mailed_twice (Fixture *self, gconstpointer data)
{
  update (self, "Invoice", "inv-1", "'status': 'issued'");
  update (self, "Invoice", "inv-1", "'status': 'issued'");
  update (self, "Invoice", "inv-1", "'status': 'void'");
  update (self, "Invoice", "inv-1", "'status': 'issued'");
  g_assert_cmpuint (count (self), ==, 1);
}

/* The answer was lost on the way, and the operation is sent once more. */
static void
test_a_retry_mails_nobody_again (Fixture *self, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("inv-1");

  for (guint i = 0; i < 2; i++) {
    g_autoptr (JsonObject) answer = foyer_test_api_call (self->ana, "Invoice/set",
                                                         "'update': {'%s': {'status': 'issued'}},"
                                                         " 'op': {'id': 'op-1', 'client': 'co-1', 'seq': 1}",
                                                         id);

    g_assert_nonnull (answer);
    g_assert_cmpuint (count (self), ==, 1);
  }
}

static void
test_what_was_seen_already_is_no_news (Fixture *self, gconstpointer data)
{
  update (self, "Invoice", "inv-2", "'status': 'paid'");
  update (self, "Invoice", "inv-2", "'note': 'Thank you'");
  g_assert_cmpuint (count (self), ==, 0);
}

static void
test_without_a_number_nothing_is_said (Fixture *self, gconstpointer data)
{
  update (self, "Invoice", "inv-3", "'status': 'issued'");
  g_assert_cmpuint (count (self), ==, 0);
}

static void
test_nobody_is_led_to_a_portal_that_is_off (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerRecord) invoice = NULL;

  update (self, "Client", "cl-1", "'portalEnabled': false");
  update (self, "Invoice", "inv-1", "'status': 'issued'");
  g_assert_cmpuint (count (self), ==, 0);
  invoice = foyer_test_server_get (self->server, "northwind", "inv-1");
  g_assert_false (FOYER_HAS (invoice, invoice, sent_at));
}

static void
test_invoices_that_are_not_shown_are_not_mailed (Fixture *self, gconstpointer data)
{
  foyer_test_server_put (self->server, "northwind", "[{'id': 'ps-1', 'portal.show_invoices': false}]");
  update (self, "Invoice", "inv-1", "'status': 'issued'");
  g_assert_cmpuint (count (self), ==, 0);
}

/* D33, A10: who pays, and of them who may see that site. */
static void
test_A10_who_pays_is_mailed (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) deliveries = NULL;

  foyer_test_server_put (
      self->server, "northwind",
      "[{'id': 'cl-7', 'name': 'Payer', 'kind': 'company'},"
      " {'id': 'inv-4', 'clientId': 'cl-1', 'billToId': 'cl-7', 'propertyId': 'pr-1', 'status': "
      "'draft', " BILL
      "}, {'id': 'pp-5', 'clientId': 'cl-7', 'name': 'Eve', 'email': 'eve@example.org', 'role': 'owner',"
      "  'status': 'active'},"
      " {'id': 'pp-6', 'clientId': 'cl-7', 'name': 'Fay', 'email': 'fay@example.org', 'role': 'owner',"
      "  'status': 'active', 'propertyIds': ['pr-77']}]");
  update (self, "Invoice", "inv-4", "'status': 'issued'");
  deliveries = foyer_test_server_list (self->server, "northwind", &foyer_delivery_type);
  g_assert_cmpuint (deliveries->len, ==, 1);
  g_assert_cmpstr (foyer_delivery_get_to (deliveries->pdata[0]), ==, "eve@example.org");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/invoice-mails/000-11-whoever-may-see-it-is-mailed", test_whoever_may_see_it_is_mailed);
  ADD ("/invoice-mails/once", test_nobody_is_mailed_twice);
  ADD ("/invoice-mails/retry", test_a_retry_mails_nobody_again);
  ADD ("/invoice-mails/seen-already", test_what_was_seen_already_is_no_news);
  ADD ("/invoice-mails/no-number", test_without_a_number_nothing_is_said);
  ADD ("/invoice-mails/portal-off", test_nobody_is_led_to_a_portal_that_is_off);
  ADD ("/invoice-mails/not-shown", test_invoices_that_are_not_shown_are_not_mailed);
  ADD ("/invoice-mails/A10-who-pays-is-mailed", test_A10_who_pays_is_mailed);
  return g_test_run ();
}
