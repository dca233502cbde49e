/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-at-once.c - one form from many sockets at one time: it has one effect, and each is told of it */

#include "test-site-papers.h"

#include "foyer-test-client.h"
#include "types/booking.h"
#include "types/invoice.h"
#include "types/message.h"
#include "types/request.h"
#include "types/signature.h"

#include <string.h>

#define AT_ONCE 12

static void
set_up (TestPapers *self, gconstpointer data)
{
  test_papers_set_up (self, data);
  test_site_put (
      &self->site,
      "[{'id': 'inv-1', 'clientId': 'cl-1', 'title': 'Bill', 'status': 'issued', 'number': '7',"
      "  'total': {'amount': 1, 'currency': 'USD'}, 'balance': {'amount': 1, 'currency': 'USD'}}]");
}

static char *
read_location (FoyerTestClient *client)
{
  const char *at = strstr (client->received->str, "\r\nLocation: ");

  return at == NULL ? g_strdup ("") : g_strndup (at + 12, strcspn (at + 12, "\r"));
}

/* Sends @form of the page that was looked at last from many sockets, before the first of them is answered. Each has to be
 * led to the same place. */
static void
post_at_once (TestPapers *self, const char *path, const char *form)
{
  g_autofree char *text = g_strdup_printf ("token=%s&%s", self->site.browser->token, form);
  g_autofree char *request
      = g_strdup_printf ("POST %s HTTP/1.1\r\nHost: northwind.localhost\r\nCookie: __Host-fys=%s\r\n"
                         "Sec-Fetch-Site: same-origin\r\nContent-Type: " TEST_SITE_FORM "\r\n"
                         "Content-Length: %zu\r\n\r\n%s",
                         path, self->site.browser->session, strlen (text), text);
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_test_client_free);
  g_autofree char *first = NULL;

  foyer_test_server_open (self->site.server);
  for (guint i = 0; i < AT_ONCE; i++)
    g_ptr_array_add (clients, foyer_test_client_new (self->site.server->port));
  for (guint i = 0; i < AT_ONCE; i++)
    foyer_test_client_send (clients->pdata[i], request, -1);
  for (guint i = 0; i < AT_ONCE; i++) {
    g_autofree char *location = NULL;

    foyer_test_client_wait_closed (clients->pdata[i]);
    g_assert_cmpuint (foyer_test_client_get_status (clients->pdata[i]), ==, 303);
    location = read_location (clients->pdata[i]);
    g_assert_cmpstr (location, !=, "");
    if (first == NULL)
      first = g_strdup (location);
    g_assert_cmpstr (location, ==, first);
  }
}

/* B02: the button that was pressed twelve times books once. */
static void
test_booking (TestPapers *self, gconstpointer data)
{
  test_browser_come_to_check (self->site.browser, TEST_SLOT);
  {
    g_autofree char *form = test_form (TEST_SLOT, "");

    post_at_once (self, "/bookings", form);
  }
  g_assert_cmpuint (test_papers_count (self, &foyer_booking_type), ==, 1);
}

/* E02: one signature, whoever was first. */
static void
test_approval (TestPapers *self, gconstpointer data)
{
  g_autofree char *form = test_papers_fill_form (self->site.browser, TEST_QUOTE_PATH, TEST_NAMED);

  post_at_once (self, TEST_QUOTE_PATH "/approve", form);
  g_assert_cmpuint (test_papers_count (self, &foyer_signature_type), ==, 1);
}

static void
test_dispute (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) page
      = test_browser_get (self->site.browser, "/invoices/" TEST_ID ("inv", "1"));

  post_at_once (self, "/invoices/" TEST_ID ("inv", "1") "/dispute", "what=Too+much");
  g_assert_cmpuint (test_papers_count (self, &foyer_request_type), ==, 1);
}

static void
test_message (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->site.browser, "/messages/new");

  post_at_once (self, "/messages", "text=Hello");
  g_assert_cmpuint (test_papers_count (self, &foyer_message_type), ==, 1);
}

/* S03: a form that began to come while the session was good, and ended when it no longer was, is nobody's. */
static void
test_revoked_meanwhile (TestPapers *self, gconstpointer data)
{
  g_autoptr (FoyerHttpResponse) page = test_browser_get (self->site.browser, "/messages/new");
  g_autofree char *text = g_strdup_printf ("token=%s&text=Hello", self->site.browser->token);
  g_autofree char *head
      = g_strdup_printf ("POST /messages HTTP/1.1\r\nHost: northwind.localhost\r\nCookie: __Host-fys=%s\r\n"
                         "Sec-Fetch-Site: same-origin\r\nContent-Type: " TEST_SITE_FORM "\r\n"
                         "Content-Length: %zu\r\n\r\n",
                         self->site.browser->session, strlen (text));
  g_autoptr (FoyerTestClient) client = NULL;
  g_autoptr (FoyerHttpResponse) out = NULL;
  g_autofree char *before = NULL;
  g_autofree char *location = NULL;

  foyer_test_server_open (self->site.server);
  client = foyer_test_client_new (self->site.server->port);
  foyer_test_client_send (client, head, -1);
  foyer_test_client_send (client, text, 10);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  out = test_browser_post (self->site.browser, "/sign-out", "");
  test_assert_goes (out, "/sign-in");
  before = test_site_dump (&self->site);
  foyer_test_client_send (client, text + 10, -1);
  foyer_test_client_wait_closed (client);
  location = read_location (client);
  g_assert_cmpstr (location, ==, "/sign-in");
  test_site_assert_unchanged (&self->site, before);
}

/* S09: what opens the portal opens nothing at the API, as a cookie or as a token. */
static void
test_cookie_at_the_api (TestPapers *self, gconstpointer data)
{
  static const char *const ways[] = { "Cookie: __Host-fys=", "Authorization: Bearer " };
  static const char *const places[] = { "GET /jmap/session", "GET /.well-known/jmap", "GET /jmap/events",
                                        "POST /jmap/api", "POST /jmap/upload/x" };
  g_autofree char *before = test_site_dump (&self->site);

  foyer_test_server_open (self->site.server);
  for (guint i = 0; i < G_N_ELEMENTS (places) * G_N_ELEMENTS (ways); i++) {
    g_autofree char *head = g_strdup_printf ("%s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s%s\r\nContent-Type: "
                                             "application/json\r\nContent-Length: 0\r\n\r\n",
                                             places[i / 2], ways[i % 2], self->site.browser->session);
    g_autoptr (FoyerTestClient) client = foyer_test_client_new (self->site.server->port);

    foyer_test_client_send (client, head, -1);
    foyer_test_client_wait_closed (client);
    g_assert_cmpuint (foyer_test_client_get_status (client), ==, 401);
  }
  test_site_assert_unchanged (&self->site, before);
}

#define ADD(path, function) \
  g_test_add ("/site/at-once/" path, TestPapers, NULL, set_up, function, test_papers_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("B02-one-booking", test_booking);
  ADD ("E02-one-signature", test_approval);
  ADD ("one-dispute", test_dispute);
  ADD ("one-message", test_message);
  ADD ("S03-revoked-meanwhile", test_revoked_meanwhile);
  ADD ("S09-cookie-at-the-api", test_cookie_at_the_api);
  return g_test_run ();
}
