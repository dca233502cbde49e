/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-site-browser.c - a client's browser without sockets */

#include "test-site-browser.h"

#include "foyer-test-business.h"

#include <string.h>

TestBrowser *
test_browser_new (FoyerTestServer *server, const char *slug)
{
  TestBrowser *self = g_new0 (TestBrowser, 1);

  self->server = server;
  self->slug = g_strdup (slug);
  return self;
}

TestBrowser *
test_browser_new_signed_in (FoyerTestServer *server,
                            const char *slug,
                            const char *link_id,
                            const char *client_id,
                            const char *link)
{
  TestBrowser *self = test_browser_new (server, slug);
  g_autofree char *secret = foyer_test_server_make_link (server, slug, link_id, client_id, link);
  g_autofree char *path = g_strconcat ("/l/", secret, NULL);
  g_autoptr (FoyerHttpResponse) response = test_browser_get (self, path);

  test_assert_goes (response, "/");
  g_assert_nonnull (self->session);
  return self;
}

void
test_browser_free (TestBrowser *self)
{
  g_free (self->slug);
  g_free (self->session);
  g_free (self->look);
  g_free (self->address);
  g_free (self->token);
  g_free (self);
}

FoyerHttpRequest *
test_browser_request (TestBrowser *self, const char *method, const char *address)
{
  g_autofree char *host = g_strconcat (self->slug, ".localhost", NULL);
  g_auto (GStrv) parts = g_strsplit (address, "?", 2);
  FoyerHttpRequest *request = foyer_http_request_new (method, host, parts[0], parts[1]);

  foyer_http_request_set_header (request, "sec-fetch-site",
                                 strcmp (method, "POST") == 0 ? "same-origin" : "none");
  if (self->address != NULL || self->look != NULL) {
    g_autofree char *cookie
        = g_strconcat (self->address == NULL ? "" : "__Host-fym=", self->address == NULL ? "" : self->address,
                       self->address == NULL || self->look == NULL ? "" : "; ",
                       self->look == NULL ? "" : "__Host-fyv=", self->look, NULL);

    foyer_http_request_set_header (request, "cookie", cookie);
  }
  return request;
}

static void
keep_cookie (const char *cookie, const char *name, char **value)
{
  gsize length = strlen (name);

  if (strncmp (cookie, name, length) != 0 || cookie[length] != '=')
    return;
  g_free (*value);
  *value = g_strndup (cookie + length + 1, strcspn (cookie + length + 1, ";"));
  if (**value == '\0')
    g_clear_pointer (value, g_free);
}

static void
keep_token (TestBrowser *self, FoyerHttpResponse *response)
{
  static const char start[] = "name=\"token\" value=\"";
  const char *found = strstr (test_body (response), start);

  if (found == NULL)
    return;
  found += strlen (start);
  g_free (self->token);
  self->token = g_strndup (found, strcspn (found, "\""));
}

FoyerHttpResponse *
test_browser_ask (TestBrowser *self, FoyerHttpRequest *request)
{
  FoyerCredentials credentials
      = { .session = self->session, .look = self->look, .remote = (char *) self->remote };
  FoyerHttpResponse *response = foyer_test_server_ask (self->server, &credentials, request);

  for (guint i = 0; i + 1 < response->headers->len; i += 2) {
    if (strcmp (response->headers->pdata[i], "Set-Cookie") != 0)
      continue;
    keep_cookie (response->headers->pdata[i + 1], "__Host-fys", &self->session);
    keep_cookie (response->headers->pdata[i + 1], "__Host-fym", &self->address);
    keep_cookie (response->headers->pdata[i + 1], "__Host-fyv", &self->look);
  }
  keep_token (self, response);
  return response;
}

FoyerHttpResponse *
test_browser_get (TestBrowser *self, const char *address)
{
  g_autoptr (FoyerHttpRequest) request = test_browser_request (self, "GET", address);

  return test_browser_ask (self, request);
}

FoyerHttpResponse *
test_browser_post (TestBrowser *self, const char *path, const char *form)
{
  g_autoptr (FoyerHttpRequest) request = test_browser_request (self, "POST", path);
  g_autofree char *whole = g_strdup_printf ("token=%s%s%s", self->token == NULL ? "" : self->token,
                                            *form == '\0' ? "" : "&", form);
  g_autoptr (GBytes) body = g_bytes_new (whole, strlen (whole));

  foyer_http_request_set_body (request, "application/x-www-form-urlencoded", body);
  return test_browser_ask (self, request);
}

char *
test_form (const char *start, const char *more)
{
  g_autofree char *service = foyer_test_id ("sv-1");
  g_autofree char *property = foyer_test_id ("pr-1");

  return g_strdup_printf ("service=%s&property=%s&start=%s%s", service, property, start, more);
}

void
test_browser_come_to_check (TestBrowser *self, const char *start)
{
  g_autofree char *form = test_form (start, "");
  g_autoptr (FoyerHttpResponse) service = test_browser_get (self, "/book");
  g_autoptr (FoyerHttpResponse) property = test_browser_post (self, "/book/property", form);
  g_autoptr (FoyerHttpResponse) time = test_browser_post (self, "/book/time", form);
  g_autoptr (FoyerHttpResponse) check = test_browser_post (self, "/book/check", form);

  test_assert_status (service, 200);
  test_assert_status (property, 200);
  test_assert_status (time, 200);
  test_assert_status (check, 200);
}

const char *
test_body (FoyerHttpResponse *response)
{
  gsize length;
  const char *body = g_bytes_get_data (response->body, &length);
  g_autofree char *copy = NULL;

  if (body == NULL)
    return "";
  copy = g_strndup (body, length);
  return g_intern_string (copy);
}

FoyerHttpResponse *
test_browser_book (TestBrowser *self, const char *start)
{
  g_autofree char *form = test_form (start, "&note=Ring+twice%0D%0Aplease");

  test_browser_come_to_check (self, start);
  return test_browser_post (self, "/bookings", form);
}
