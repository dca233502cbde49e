/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-settings.c - what settings mean when they are there, when they are not, and on the edge */

#include "foyer-settings.h"

#include "foyer-field-check.h"
#include "foyer-record-builder.h"
#include "foyer-test-business.h"
#include "types/organisation.h"

#include <gio/gio.h>

#define LA "America/Los_Angeles"

static FoyerRecord *
get (FoyerTestBusiness *test)
{
  g_autoptr (GError) error = NULL;
  FoyerRecord *settings = foyer_settings_get (test->source, &error);

  g_assert_no_error (error);
  return settings;
}

/* Nothing was ever published: every default of E7 holds. */
static void
test_defaults (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  g_autoptr (FoyerRecord) settings = get (test);

  g_assert_true (foyer_portal_settings_get_portal_enabled (settings));
  g_assert_cmpint (foyer_portal_settings_get_booking_mode (settings), ==, FOYER_BOOKING_MODE_REQUESTS);
  g_assert_cmpint (foyer_portal_settings_get_booking_lead_hours (settings), ==, 24);
  g_assert_cmpint (foyer_portal_settings_get_booking_max_days (settings), ==, 30);
  g_assert_cmpint (foyer_portal_settings_get_booking_max_per_day (settings), ==, 5);
  g_assert_cmpint (foyer_portal_settings_get_access_session_hours (settings), ==, 72);
  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    if (foyer_portal_settings_type.fields[i].fallback != NULL)
      g_assert_true (foyer_record_has (settings, i));
  }
}

static void
test_missing_keys (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  g_autoptr (JsonObject) json = json_object_new ();
  g_autofree char *id = foyer_test_id ("ps-1");
  g_autoptr (FoyerRecord) stored = NULL;
  g_autoptr (FoyerRecord) settings = NULL;

  /* As an older server, which required less, may have written it. */
  json_object_set_string_member (json, "id", id);
  foyer_record_type_fill_defaults (&foyer_portal_settings_type, json);
  json_object_set_int_member (json, "booking.lead_hours", 2);
  stored = foyer_record_from_json (&foyer_portal_settings_type, json, NULL);
  foyer_record_value (stored, foyer_portal_settings_field_booking_max_days)->number = FOYER_ABSENT;
  foyer_memory_source_put (test->records, stored);

  settings = get (test);
  g_assert_cmpint (foyer_portal_settings_get_booking_lead_hours (settings), ==, 2);
  g_assert_cmpint (foyer_portal_settings_get_booking_max_days (settings), ==, 30);
  g_assert_cmpstr (foyer_record_get_id (settings), ==, id);
}

static void
test_mode (void)
{
  static const struct {
    const char *mode;
    gboolean may_request;
    gboolean may_book;
  } modes[] = {
    { "off", FALSE, FALSE }, { "requests", TRUE, FALSE }, { "approve", TRUE, TRUE }, { "auto", TRUE, TRUE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
    g_autofree char *json
        = g_strdup_printf ("[{'id': 'ps-1', 'booking.mode': '%s', 'booking.services': ['sv-1', 'sv-3']},"
                           " {'id': 'sv-3', 'name': 'Old', 'position': 3, 'archivedAt': '2025-01-01 00:00'}]",
                           modes[i].mode);
    g_autoptr (FoyerRecord) listed = NULL;
    g_autoptr (FoyerRecord) unlisted = NULL;
    g_autoptr (FoyerRecord) archived = NULL;
    g_autoptr (FoyerRecord) settings = NULL;

    foyer_test_business_put (test, json);
    listed = foyer_test_business_get (test, "sv-1");
    unlisted = foyer_test_business_get (test, "sv-2");
    archived = foyer_test_business_get (test, "sv-3");
    settings = get (test);
    g_assert_cmpint (foyer_settings_may_request (settings), ==, modes[i].may_request);
    g_assert_cmpint (foyer_settings_may_book (settings), ==, modes[i].may_book);
    g_assert_cmpint (foyer_settings_may_book_service (settings, listed), ==, modes[i].may_book);
    g_assert_false (foyer_settings_may_book_service (settings, unlisted));
    g_assert_false (foyer_settings_may_book_service (settings, archived));
  }
}

static void
test_times (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  g_autoptr (FoyerRecord) settings = get (test);
  g_autoptr (FoyerRecord) endless = NULL;

  g_assert_cmpint (foyer_settings_first_start (settings, 1000), ==, 1000 + 24 * 3600);
  g_assert_cmpint (foyer_settings_last_start (settings, 1000), ==, 1000 + 30 * 86400);
  g_assert_cmpint (foyer_settings_expires_at (settings, 1000), ==, 1000 + 48 * 3600);
  g_assert_true (foyer_settings_may_still_move (settings, 24 * 3600, 0));
  g_assert_false (foyer_settings_may_still_move (settings, 24 * 3600, 1));

  foyer_test_business_put (test, "[{'id': 'ps-1', 'booking.expire_hours': 0}]");
  endless = get (test);
  g_assert_cmpint (foyer_settings_expires_at (endless, 1000), ==, G_MAXINT64);
}

/* A client is only ever stricter (001-37). */
static void
test_stricter_clients (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  g_autoptr (FoyerRecord) settings = NULL;
  g_autoptr (FoyerRecord) same = NULL;
  g_autoptr (FoyerRecord) stricter = NULL;
  g_autoptr (FoyerRecord) looser = NULL;

  foyer_test_business_put (
      test, "[{'id': 'ps-1', 'access.direct_links': 'checked', 'access.sso': 'optional'},"
            " {'id': 'cl-2', 'directLinks': 'off', 'sso': 'required', 'stepUp': 'code', 'sessionHours': 8},"
            " {'id': 'cl-3', 'name': 'Loose', 'directLinks': 'open', 'sso': 'off', 'stepUp': 'off',"
            "  'sessionHours': 8760}]");
  settings = get (test);
  same = foyer_test_business_get (test, "cl-1");
  stricter = foyer_test_business_get (test, "cl-2");
  looser = foyer_test_business_get (test, "cl-3");

  g_assert_cmpint ((int) foyer_settings_direct_links (settings, NULL), ==, FOYER_DIRECT_LINKS_CHECKED);
  g_assert_cmpint ((int) foyer_settings_direct_links (settings, same), ==, FOYER_DIRECT_LINKS_CHECKED);
  g_assert_cmpint ((int) foyer_settings_direct_links (settings, stricter), ==, FOYER_DIRECT_LINKS_OFF);
  g_assert_cmpint ((int) foyer_settings_direct_links (settings, looser), ==, FOYER_DIRECT_LINKS_CHECKED);
  g_assert_cmpint ((int) foyer_settings_sso (settings, same), ==, FOYER_SSO_OPTIONAL);
  g_assert_cmpint ((int) foyer_settings_sso (settings, stricter), ==, FOYER_SSO_REQUIRED);
  g_assert_cmpint ((int) foyer_settings_sso (settings, looser), ==, FOYER_SSO_OPTIONAL);
  g_assert_cmpint ((int) foyer_settings_step_up (settings, NULL), ==, FOYER_STEP_UP_OFF);
  g_assert_cmpint ((int) foyer_settings_step_up (settings, stricter), ==, FOYER_STEP_UP_CODE);
  g_assert_cmpint (foyer_settings_session_hours (settings, same), ==, 72);
  g_assert_cmpint (foyer_settings_session_hours (settings, stricter), ==, 8);
  g_assert_cmpint (foyer_settings_session_hours (settings, looser), ==, 72);
}

/* 000-58: a name in which there is nothing to read is none. */
static void
test_business_name (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  g_autoptr (FoyerRecord) organisation = NULL;
  static const struct {
    const char *json;
    const char *name;
  } cases[] = {
    { "[{'id': 'ps-1'}]", "Northwind Heating" },
    { "[{'id': 'ps-1', 'brand.name': 'Riverside'}]", "Riverside" },
    { "[{'id': 'ps-1', 'brand.name': ' \u200b '}]", "Northwind Heating" },
  };

  organisation = foyer_record_source_get_singleton (test->source, &foyer_organisation_type, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerRecord) settings = NULL;

    foyer_test_business_put (test, cases[i].json);
    settings = get (test);
    g_assert_cmpstr (foyer_settings_business_name (settings, organisation), ==, cases[i].name);
    if (i != 1)
      g_assert_cmpstr (foyer_settings_business_name (settings, NULL), ==, "");
  }
}

static void
test_source_fails (void)
{
  g_autoptr (FoyerTestBusiness) test = foyer_test_business_new (LA);
  g_autoptr (GError) error = NULL;

  foyer_strict_source_fail_at (foyer_test_business_get_strict (test), 1);
  g_assert_null (foyer_settings_get (test->source, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/defaults", test_defaults);
  g_test_add_func ("/settings/missing-keys-have-their-default", test_missing_keys);
  g_test_add_func ("/settings/booking-mode", test_mode);
  g_test_add_func ("/settings/times", test_times);
  g_test_add_func ("/settings/clients-are-only-ever-stricter", test_stricter_clients);
  g_test_add_func ("/settings/000-58-name-of-the-business", test_business_name);
  g_test_add_func ("/settings/fail-with-their-source", test_source_fails);
  return g_test_run ();
}
