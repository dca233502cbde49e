/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-test-server.h"

G_BEGIN_DECLS

/* The first free time in the business of the tests: Tuesday, 24 November 2026, ten o'clock, more than a day ahead. */
#define TEST_SLOT "2026-11-24T10:00:00Z"
#define TEST_SLOT_SECONDS (TEST_SERVER_NOW + 25 * 3600)

/**
 * TestBrowser:
 * @session: (nullable): the cookie of a portal session
 * @look: (nullable): the cookie of staff who look
 * @address: (nullable): the cookie of an address that was typed
 * @token: (nullable): of the forms of the last page that had any
 * @remote: (nullable) (not owned): the network address that it comes from; %NULL, which nobody limits
 *
 * A client's browser without sockets. It keeps cookies, and says of its posts that they come from a page of the site.
 */
typedef struct {
  FoyerTestServer *server;
  char *slug;
  char *session;
  char *look;
  char *address;
  char *token;
  const char *remote;
} TestBrowser;

TestBrowser *test_browser_new (FoyerTestServer *server, const char *slug);

/**
 * test_browser_new_signed_in:
 * @link: (nullable): members of the link beyond id and client
 *
 * Returns: (transfer full): a browser that has opened a fresh link of @client_id
 */
TestBrowser *test_browser_new_signed_in (FoyerTestServer *server,
                                         const char *slug,
                                         const char *link_id,
                                         const char *client_id,
                                         const char *link);
void test_browser_free (TestBrowser *self);

/**
 * test_browser_request:
 * @address: path, and the query if there is one
 *
 * Returns: (transfer full): a request of @self, for tests that change something before they ask
 */
FoyerHttpRequest *test_browser_request (TestBrowser *self, const char *method, const char *address);

/**
 * test_browser_ask:
 *
 * Sends @request and keeps what a browser keeps.
 */
FoyerHttpResponse *test_browser_ask (TestBrowser *self, FoyerHttpRequest *request);

FoyerHttpResponse *test_browser_get (TestBrowser *self, const char *address);

/**
 * test_browser_post:
 * @form: fields as they travel, without the token
 *
 * Sends a form of the last page.
 */
FoyerHttpResponse *test_browser_post (TestBrowser *self, const char *path, const char *form);

/**
 * test_browser_come_to_check:
 * @start: a free time
 *
 * Goes through the steps for AC tune-up (sv-1) at 412 Birch Lane (pr-1), up to the last form.
 */
void test_browser_come_to_check (TestBrowser *self, const char *start);

/**
 * test_browser_book:
 *
 * The same, and sends the last form.
 *
 * Returns: (transfer full): the answer to the last form
 */
FoyerHttpResponse *test_browser_book (TestBrowser *self, const char *start);

/**
 * test_form:
 *
 * Returns: (transfer full): a form for AC tune-up (sv-1) at 412 Birch Lane (pr-1)
 */
char *test_form (const char *start, const char *more);

const char *test_body (FoyerHttpResponse *response);

/* Fails the test if @response is another one. */
#define test_assert_status(response, expected) g_assert_cmpuint ((response)->status, ==, expected)
#define test_assert_goes(response, to) \
  G_STMT_START \
  { \
    g_assert_cmpuint ((response)->status, ==, 303); \
    g_assert_cmpstr (foyer_http_response_header (response, "location"), ==, to); \
  } \
  G_STMT_END

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestBrowser, test_browser_free)

G_END_DECLS
