/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-access-mails.c - whose access has ended is told, and nobody whose access is back by then */

#include "foyer-json.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "mail/foyer-mail-queue.h"
#include "types/delivery.h"

#define GRACE_SECONDS (10 * 60)

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *ana;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  self->ana = foyer_test_api_new (self->server, "northwind", "st-1");
  foyer_test_server_put (self->server, "northwind",
                         "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen', 'email': 'ellen@example.org',"
                         "  'role': 'owner', 'status': 'active'},"
                         " {'id': 'pp-2', 'clientId': 'cl-1', 'name': 'Ben', 'email': 'ben@example.org',"
                         "  'role': 'owner', 'status': 'invited'},"
                         " {'id': 'pp-3', 'clientId': 'cl-1', 'name': 'Cleo', 'phone': '+16035550142',"
                         "  'role': 'owner', 'status': 'active'}]");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  foyer_test_api_free (self->ana);
  foyer_test_server_free (self->server);
}

static void
update (Fixture *self, const char *short_id, const char *patch)
{
  g_autofree char *id = foyer_test_id (short_id);
  g_autofree char *path = g_strdup_printf ("notUpdated %s type", id);
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->ana, "PortalPerson/set", "'update': {'%s': {%s}}", id, patch);

  foyer_test_api_assert (answer, path, "nothing");
}

static GPtrArray *
list (Fixture *self)
{
  return foyer_test_server_list (self->server, "northwind", &foyer_delivery_type);
}

static void
assert_mails (Fixture *self, guint n)
{
  g_autoptr (GPtrArray) deliveries = list (self);

  g_assert_cmpuint (deliveries->len, ==, n);
}

/* What leaves at that time, if something does. */
static FoyerMailJob *
take (Fixture *self, gint64 now)
{
  g_autoptr (GError) error = NULL;
  FoyerMailJob *job = NULL;
  gint64 next;

  foyer_mail_queue_take (self->server->backend, now, &job, &next, &error);
  g_assert_no_error (error);
  return job;
}

static void
test_told_ten_minutes_later (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) deliveries = NULL;
  g_autoptr (FoyerMailJob) early = NULL;
  g_autoptr (FoyerMailJob) job = NULL;

  update (self, "pp-1", "'status': 'disabled'");
  deliveries = list (self);
  g_assert_cmpuint (deliveries->len, ==, 1);
  g_assert_cmpint (foyer_delivery_get_kind (deliveries->pdata[0]), ==, FOYER_TEMPLATE_ACCESS_ENDED);
  early = take (self, TEST_SERVER_NOW + GRACE_SECONDS - 1);
  g_assert_null (early);
  job = take (self, TEST_SERVER_NOW + GRACE_SECONDS);
  g_assert_nonnull (job);
  g_assert_cmpstr (job->to_address, ==, "ellen@example.org");
}

static void
test_whoever_is_back_by_then_is_not_told (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) deliveries = NULL;
  g_autoptr (FoyerMailJob) job = NULL;

  update (self, "pp-1", "'status': 'disabled'");
  update (self, "pp-1", "'status': 'active'");
  deliveries = list (self);
  g_assert_cmpuint (deliveries->len, ==, 1);
  g_assert_cmpint (foyer_delivery_get_status (deliveries->pdata[0]), ==, FOYER_DELIVERY_SUPPRESSED);
  job = take (self, TEST_SERVER_NOW + 2 * GRACE_SECONDS);
  g_assert_null (job);
}

static void
test_disabled_and_removed_is_told_once (Fixture *self, gconstpointer data)
{
  update (self, "pp-1", "'status': 'disabled'");
  update (self, "pp-1", "'status': 'removed'");
  assert_mails (self, 1);
}

/* They never came in, or nothing could be mailed to them. */
static void
test_others_are_not_told (Fixture *self, gconstpointer data)
{
  update (self, "pp-1", "'name': 'Ellen Ruiz'");
  update (self, "pp-2", "'status': 'disabled'");
  update (self, "pp-3", "'status': 'disabled'");
  assert_mails (self, 0);
}

static void
test_nobody_is_told_of_a_portal_that_is_off (Fixture *self, gconstpointer data)
{
  foyer_test_server_put (self->server, "northwind", "[{'id': 'ps-1', 'portal.enabled': false}]");
  update (self, "pp-1", "'status': 'disabled'");
  assert_mails (self, 0);
}

/* 000-58: what was to be said to them is forgotten with them. */
static void
test_whoever_is_erased_is_not_told (Fixture *self, gconstpointer data)
{
  g_autoptr (FoyerMailJob) job = NULL;

  update (self, "pp-1", "'status': 'disabled'");
  update (self, "pp-1", "'erase': true");
  job = take (self, TEST_SERVER_NOW + 2 * GRACE_SECONDS);
  g_assert_null (job);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/access-mails/told-ten-minutes-later", test_told_ten_minutes_later);
  ADD ("/access-mails/back-by-then", test_whoever_is_back_by_then_is_not_told);
  ADD ("/access-mails/once", test_disabled_and_removed_is_told_once);
  ADD ("/access-mails/others-are-not-told", test_others_are_not_told);
  ADD ("/access-mails/portal-off", test_nobody_is_told_of_a_portal_that_is_off);
  ADD ("/access-mails/erased", test_whoever_is_erased_is_not_told);
  return g_test_run ();
}
