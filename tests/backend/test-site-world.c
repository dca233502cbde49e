/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-world.c - a server and two clients in it */

#include "test-site-world.h"

#include "types/booking.h"

#include <string.h>

void
test_site_set_up (TestSite *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  self->browser = test_browser_new_signed_in (self->server, "northwind", "pl-1", "cl-1", NULL);
  self->other = test_browser_new_signed_in (self->server, "northwind", "pl-2", "cl-2", NULL);
}

void
test_site_tear_down (TestSite *self, gconstpointer data)
{
  test_browser_free (self->browser);
  test_browser_free (self->other);
  foyer_test_server_free (self->server);
}

void
test_site_put (TestSite *self, const char *json)
{
  foyer_test_server_put (self->server, "northwind", json);
}

char *
test_site_dump (TestSite *self)
{
  return foyer_test_server_dump (self->server);
}

void
test_site_assert_unchanged (TestSite *self, const char *before)
{
  g_autofree char *after = test_site_dump (self);

  g_assert_cmpstr (before, ==, after);
}

guint
test_site_count_bookings (TestSite *self)
{
  g_autoptr (GPtrArray) bookings = foyer_test_server_list (self->server, "northwind", &foyer_booking_type);

  return bookings->len;
}

/* Books as Ellen. */
char *
test_site_book (TestSite *self)
{
  g_autoptr (FoyerHttpResponse) answer = test_browser_book (self->browser, TEST_SLOT);

  test_assert_status (answer, 303);
  return g_strdup (foyer_http_response_header (answer, "location"));
}

FoyerHttpResponse *
test_site_post (TestBrowser *browser, const char *path, const char *type, const char *text)
{
  g_autoptr (FoyerHttpRequest) request = test_browser_request (browser, "POST", path);
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  if (type != NULL)
    foyer_http_request_set_body (request, type, body);
  return test_browser_ask (browser, request);
}

char *
test_site_make_link (TestSite *self, const char *slug, const char *id, const char *client, const char *link)
{
  g_autofree char *secret = foyer_test_server_make_link (self->server, slug, id, client, link);

  return g_strconcat ("/l/", secret, NULL);
}
