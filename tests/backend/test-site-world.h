/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "test-site-browser.h"

G_BEGIN_DECLS

#define TEST_SITE_FORM "application/x-www-form-urlencoded"

/**
 * TestSite:
 * @browser: of Ellen (cl-1), signed in by a link
 * @other: of Hillside Dental (cl-2), signed in by a link
 *
 * A server and two clients in it: what attacks need.
 */
typedef struct {
  FoyerTestServer *server;
  TestBrowser *browser;
  TestBrowser *other;
} TestSite;

void test_site_set_up (TestSite *self, gconstpointer data);
void test_site_tear_down (TestSite *self, gconstpointer data);
void test_site_put (TestSite *self, const char *json);

/**
 * test_site_dump:
 *
 * Returns: (transfer full): a hash of everything in the database
 */
char *test_site_dump (TestSite *self);
void test_site_assert_unchanged (TestSite *self, const char *before);
guint test_site_count_bookings (TestSite *self);

/**
 * test_site_book:
 *
 * Books as Ellen.
 *
 * Returns: (transfer full): the address of the booking
 */
char *test_site_book (TestSite *self);

/**
 * test_site_make_link:
 *
 * Returns: (transfer full): the path of a fresh link
 */
char *
test_site_make_link (TestSite *self, const char *slug, const char *id, const char *client, const char *link);

/**
 * test_site_post:
 * @type: (nullable): content type of @text
 */
FoyerHttpResponse *
test_site_post (TestBrowser *browser, const char *path, const char *type, const char *text);

G_END_DECLS
