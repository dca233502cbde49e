/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-providers.c - where nobody takes money or sends texts, records, pages and calls all say so */

#include "foyer-test-server.h"

#include "providers/foyer-not-connected.h"
#include "providers/foyer-provider-states.h"
#include "test-site-browser.h"
#include "types/organisation.h"

#include <string.h>

static void
tell (FoyerTestServer *server)
{
  g_autoptr (FoyerNotConnected) nobody = foyer_not_connected_new ();
  g_autoptr (GError) error = NULL;

  foyer_provider_states_tell (server->backend, FOYER_PAYMENT_PROVIDER (nobody), FOYER_TEXT_PROVIDER (nobody),
                              TEST_SERVER_NOW, &error);
  g_assert_no_error (error);
}

static void
test_records_say_so (void)
{
  FoyerTestServer *server = foyer_test_server_new ();
  g_autoptr (GPtrArray) organisations = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  foyer_test_server_put (server, "northwind",
                         "[{'id': 'org-1', 'stripe': 'ready', 'texts': 'connected',"
                         "  'textsNumber': '(503) 555-0143'}]");
  tell (server);
  organisations = foyer_test_server_list (server, "northwind", &foyer_organisation_type);
  g_assert_cmpuint (organisations->len, ==, 1);
  g_assert_cmpint (foyer_organisation_get_stripe (organisations->pdata[0]), ==,
                   FOYER_ORGANISATION_STRIPE_NONE);
  g_assert_cmpint (foyer_organisation_get_texts (organisations->pdata[0]), ==, FOYER_ORGANISATION_TEXTS_NONE);
  g_assert_false (FOYER_HAS (organisations->pdata[0], organisation, texts_number));

  /* What is so already is not written again. */
  before = foyer_test_server_dump (server);
  tell (server);
  after = foyer_test_server_dump (server);
  g_assert_cmpstr (before, ==, after);
  foyer_test_server_free (server);
}

static void
test_pages_say_so (void)
{
  FoyerTestServer *server = foyer_test_server_new ();
  g_autoptr (TestBrowser) ellen = test_browser_new_signed_in (server, "northwind", "pl-1", "cl-1", NULL);
  static const char *const pages[]
      = { "/payments", "/statement", "/invoices/inv-00000000-0000-7000-8000-000000000001" };

  foyer_test_server_put (
      server, "northwind",
      "[{'id': 'inv-1', 'clientId': 'cl-1', 'title': 'Tune-up', 'status': 'issued',"
      "  'total': {'amount': 1, 'currency': 'USD'}, 'balance': {'amount': 1, 'currency': 'USD'}}]");
  tell (server);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    g_autoptr (FoyerHttpResponse) response = test_browser_get (ellen, pages[i]);

    test_assert_status (response, 200);
    g_assert_nonnull (strstr (test_body (response), "Online payment is not connected yet."));
  }
  foyer_test_server_free (server);
}

static void
test_calls_are_refused (void)
{
  g_autoptr (FoyerNotConnected) nobody = foyer_not_connected_new ();
  g_autoptr (GError) payment_error = NULL;
  g_autoptr (GError) text_error = NULL;
  FoyerMoney amount = foyer_money (100, "USD");

  g_assert_null (foyer_payment_provider_ask (FOYER_PAYMENT_PROVIDER (nobody), 1, "inv-1", &amount,
                                             "https://northwind.example/", &payment_error));
  g_assert_error (payment_error, FOYER_PROVIDER_ERROR, FOYER_PROVIDER_ERROR_NOT_CONNECTED);
  g_assert_false (
      foyer_text_provider_send (FOYER_TEXT_PROVIDER (nobody), 1, "+15035550142", "x", &text_error));
  g_assert_error (text_error, FOYER_PROVIDER_ERROR, FOYER_PROVIDER_ERROR_NOT_CONNECTED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/providers/not-connected/records-say-so", test_records_say_so);
  g_test_add_func ("/providers/not-connected/pages-say-so", test_pages_say_so);
  g_test_add_func ("/providers/not-connected/calls-are-refused", test_calls_are_refused);
  return g_test_run ();
}
