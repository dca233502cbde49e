/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-settings-history.c - publishing settings: version, history, schedule, two administrators, roles (D1, 003-16, X18) */

#include "foyer-test-api.h"
#include "foyer-test-business.h"

#include "foyer-json.h"
#include "types/audit_event.h"
#include "types/portal_settings.h"
#include "types/settings_version.h"

#define VERSION "sn-01890a5d-ac96-7d4e-8f00-0000000000"
#define LATER "2026-11-23T09:30:00Z"
#define WAIT 1800

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *ana; /* an administrator */
  FoyerTestApi *lee; /* another one */
  FoyerTestApi *ben; /* of the office */
  char *settings;
} World;

static void
set_up (World *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  foyer_test_api_add_staff (self->server, "northwind", "st-7", "admin");
  foyer_test_api_add_staff (self->server, "northwind", "st-8", "office");
  self->ana = foyer_test_api_new (self->server, "northwind", "st-1");
  self->lee = foyer_test_api_new (self->server, "northwind", "st-7");
  self->ben = foyer_test_api_new (self->server, "northwind", "st-8");
  self->settings = foyer_test_id ("ps-1");
}

static void
tear_down (World *self, gconstpointer data)
{
  foyer_test_api_free (self->ana);
  foyer_test_api_free (self->lee);
  foyer_test_api_free (self->ben);
  foyer_test_server_free (self->server);
  g_free (self->settings);
}

/* @expected: what whoever publishes saw, as members. */
static JsonObject *
publish (World *self, FoyerTestApi *by, const char *patch, const char *expected)
{
  return foyer_test_api_call (by, "PortalSettings/set", "'update': {'%s': {%s}}, 'ifMatch': {'%s': {%s}}",
                              self->settings, patch, self->settings, expected);
}

static void
assert_published (JsonObject *answer)
{
  foyer_test_api_assert (answer, "notUpdated", "null");
}

static void
assert_refused (World *self, JsonObject *answer, const char *member, const char *expected)
{
  g_autofree char *path = g_strdup_printf ("notUpdated %s %s", self->settings, member);

  foyer_test_api_assert (answer, path, expected);
}

static FoyerRecord *
get_settings (World *self)
{
  return foyer_test_server_get (self->server, "northwind", "ps-1");
}

static GPtrArray *
list_versions (World *self)
{
  return foyer_test_server_list (self->server, "northwind", &foyer_settings_version_type);
}

static void
assert_map (JsonNode *node, const char *expected)
{
  g_autoptr (JsonNode) map = node;
  g_autofree char *text = foyer_json_canonical (map);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
run_due (World *self)
{
  return foyer_backend_publish_scheduled (self->server->backend,
                                          foyer_clock_now_seconds (FOYER_CLOCK (self->server->clock)));
}

/* --- Now --- */

static void
test_version_and_history (World *self, gconstpointer data)
{
  g_autoptr (FoyerRecord) before = get_settings (self);
  g_autoptr (JsonObject) answer
      = publish (self, self->ana, "'portal.reviews': true, 'brand.name': 'Acme', 'note': 'Spring'",
                 "'portal.reviews': false, 'brand.name': null");
  g_autoptr (FoyerRecord) after = get_settings (self);
  g_autoptr (GPtrArray) versions = list_versions (self);
  g_autofree char *ana = foyer_test_id ("st-1");
  FoyerRecord *version;

  assert_published (answer);
  g_assert_true (foyer_portal_settings_get_portal_reviews (after));
  g_assert_cmpint (foyer_portal_settings_get_version (after), ==,
                   foyer_portal_settings_get_version (before) + 1);
  g_assert_null (foyer_portal_settings_get_note (after));
  g_assert_cmpuint (versions->len, ==, 1);
  version = versions->pdata[0];
  g_assert_cmpint (foyer_settings_version_get_status (version), ==, FOYER_SETTINGS_VERSION_PUBLISHED);
  g_assert_cmpint (foyer_settings_version_get_version (version), ==,
                   foyer_portal_settings_get_version (after));
  g_assert_cmpstr (foyer_settings_version_get_note (version), ==, "Spring");
  g_assert_cmpstr (foyer_settings_version_get_author_id (version), ==, ana);
  g_assert_cmpint (foyer_settings_version_get_published_at (version), ==, TEST_SERVER_NOW);
  assert_map (foyer_settings_version_get_patch (version),
              "{\"brand.name\":\"Acme\",\"portal.reviews\":true}");
  assert_map (foyer_settings_version_get_before (version), "{\"brand.name\":null,\"portal.reviews\":false}");
}

static guint
count_audited (World *self, const char *verb)
{
  g_autoptr (GPtrArray) events = foyer_test_server_list (self->server, "northwind", &foyer_audit_event_type);
  guint count = 0;

  for (guint i = 0; i < events->len; i++)
    count += g_strcmp0 (foyer_audit_event_get_verb (events->pdata[i]), verb) == 0;
  return count;
}

/* Words alone publish nothing. */
static void
test_note_alone (World *self, gconstpointer data)
{
  g_autoptr (FoyerRecord) before = get_settings (self);
  g_autoptr (JsonObject) answer = publish (self, self->ana, "'note': 'Nothing'", "");
  g_autoptr (FoyerRecord) after = get_settings (self);
  g_autoptr (GPtrArray) versions = list_versions (self);

  assert_published (answer);
  g_assert_cmpuint (versions->len, ==, 0);
  g_assert_cmpint (foyer_portal_settings_get_version (after), ==, foyer_portal_settings_get_version (before));
  g_assert_null (foyer_portal_settings_get_note (after));
  g_assert_cmpuint (count_audited (self, "publish"), ==, 0);
}

/* Two who change different settings do not disturb each other; the same one is never overwritten unseen. */
static void
test_two_administrators (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) first
      = publish (self, self->ana, "'portal.reviews': true", "'portal.reviews': false");
  g_autoptr (JsonObject) other
      = publish (self, self->lee, "'booking.lead_hours': 2", "'booking.lead_hours': 24");
  g_autoptr (JsonObject) same
      = publish (self, self->lee, "'booking.lead_hours': 5, 'portal.messaging': false",
                 "'booking.lead_hours': 24, 'portal.messaging': true");
  g_autoptr (FoyerRecord) settings = get_settings (self);
  g_autoptr (GPtrArray) versions = list_versions (self);

  assert_published (first);
  assert_published (other);
  assert_refused (self, same, "type", "conflict");
  assert_refused (self, same, "properties", "[\"booking.lead_hours\"]");
  g_assert_true (foyer_portal_settings_get_portal_reviews (settings));
  g_assert_true (foyer_portal_settings_get_portal_messaging (settings));
  g_assert_cmpint (foyer_portal_settings_get_booking_lead_hours (settings), ==, 2);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpuint (count_audited (self, "publish"), ==, 2);
}

static void
test_office_may_not (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) answer
      = publish (self, self->ben, "'portal.reviews': true", "'portal.reviews': false");
  g_autoptr (GPtrArray) versions = list_versions (self);

  assert_refused (self, answer, "type", "forbidden");
  assert_refused (self, answer, "description", "Only an administrator can change the portal's settings");
  g_assert_cmpuint (versions->len, ==, 0);
}

/* --- Later --- */

static JsonObject *
schedule (World *self, FoyerTestApi *by, const char *id, const char *patch, const char *rest)
{
  return foyer_test_api_call (by, "SettingsVersion/set",
                              "'create': {'%s': {'patch': {%s}, 'publishAt': '" LATER "'%s}}", id, patch,
                              rest);
}

static FoyerRecord *
get_version (World *self, const char *id)
{
  return foyer_test_server_get (self->server, "northwind", id);
}

static void
assert_status (World *self, const char *id, FoyerSettingsVersionStatus status)
{
  g_autoptr (FoyerRecord) version = get_version (self, id);

  g_assert_cmpint (foyer_settings_version_get_status (version), ==, (int) status);
}

static void
test_published_when_due (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) answer
      = schedule (self, self->ana, VERSION "01", "'portal.reviews': true, 'brand.name': null",
                  ", 'note': 'Later'");
  g_autoptr (FoyerRecord) settings = NULL;
  g_autoptr (FoyerRecord) version = NULL;
  g_autofree char *ana = foyer_test_id ("st-1");

  foyer_test_api_assert (answer, "notCreated", "null");
  g_assert_false (run_due (self));
  assert_status (self, VERSION "01", FOYER_SETTINGS_VERSION_SCHEDULED);
  foyer_test_server_advance (self->server, WAIT);
  g_assert_false (run_due (self));
  settings = get_settings (self);
  version = get_version (self, VERSION "01");
  g_assert_true (foyer_portal_settings_get_portal_reviews (settings));
  g_assert_cmpint (foyer_settings_version_get_status (version), ==, FOYER_SETTINGS_VERSION_PUBLISHED);
  g_assert_cmpint (foyer_settings_version_get_version (version), ==,
                   foyer_portal_settings_get_version (settings));
  g_assert_cmpint (foyer_settings_version_get_published_at (version), ==, TEST_SERVER_NOW + WAIT);
  g_assert_cmpstr (foyer_settings_version_get_author_id (version), ==, ana);
  assert_map (foyer_settings_version_get_before (version), "{\"brand.name\":null,\"portal.reviews\":false}");
  foyer_test_server_advance (self->server, WAIT);
  g_assert_false (run_due (self));
  g_assert_cmpuint (count_audited (self, "publish"), ==, 1);
}

static void
test_called_off (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) scheduled = schedule (self, self->ana, VERSION "02", "'portal.reviews': true", "");
  g_autoptr (JsonObject) by_office
      = foyer_test_api_call (self->ben, "SettingsVersion/set",
                             "'update': {'" VERSION "02': {'status': 'cancelled'}}");
  g_autoptr (JsonObject) cancelled
      = foyer_test_api_call (self->lee, "SettingsVersion/set",
                             "'update': {'" VERSION "02': {'status': 'cancelled'}}");
  g_autoptr (FoyerRecord) settings = NULL;
  g_autoptr (JsonObject) too_late = NULL;

  foyer_test_api_assert (scheduled, "notCreated", "null");
  foyer_test_api_assert (by_office, "notUpdated " VERSION "02 type", "forbidden");
  foyer_test_api_assert (cancelled, "notUpdated", "null");
  foyer_test_server_advance (self->server, WAIT);
  run_due (self);
  settings = get_settings (self);
  g_assert_false (foyer_portal_settings_get_portal_reviews (settings));
  assert_status (self, VERSION "02", FOYER_SETTINGS_VERSION_CANCELLED);
  too_late = foyer_test_api_call (self->lee, "SettingsVersion/set",
                                  "'update': {'" VERSION "02': {'status': 'scheduled'}}");
  foyer_test_api_assert (too_late, "notUpdated " VERSION "02 description",
                         "Its time is over; schedule it anew");
}

static void
test_calling_off_is_taken_back (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) scheduled = schedule (self, self->ana, VERSION "03", "'portal.reviews': true", "");
  g_autoptr (JsonObject) cancelled
      = foyer_test_api_call (self->ana, "SettingsVersion/set",
                             "'update': {'" VERSION "03': {'status': 'cancelled'}}");
  g_autoptr (JsonObject) back = foyer_test_api_call (self->ana, "SettingsVersion/set",
                                                     "'update': {'" VERSION "03': {'status': 'scheduled'}}");

  foyer_test_api_assert (back, "notUpdated", "null");
  foyer_test_server_advance (self->server, WAIT);
  run_due (self);
  assert_status (self, VERSION "03", FOYER_SETTINGS_VERSION_PUBLISHED);
}

/* All or nothing, and in words. */
static void
test_somebody_was_first (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) scheduled
      = schedule (self, self->ana, VERSION "04", "'portal.reviews': true, 'booking.lead_hours': 2",
                  ", 'before': {'portal.reviews': false, 'booking.lead_hours': 24}");
  g_autoptr (JsonObject) other
      = publish (self, self->lee, "'booking.lead_hours': 5", "'booking.lead_hours': 24");
  g_autoptr (FoyerRecord) settings = NULL;
  g_autoptr (FoyerRecord) version = NULL;

  foyer_test_api_assert (scheduled, "notCreated", "null");
  assert_published (other);
  foyer_test_server_advance (self->server, WAIT);
  g_assert_false (run_due (self));
  settings = get_settings (self);
  version = get_version (self, VERSION "04");
  g_assert_false (foyer_portal_settings_get_portal_reviews (settings));
  g_assert_cmpint (foyer_portal_settings_get_booking_lead_hours (settings), ==, 5);
  g_assert_cmpint (foyer_settings_version_get_status (version), ==, FOYER_SETTINGS_VERSION_FAILED);
  g_assert_cmpstr (foyer_settings_version_get_failure (version), ==,
                   "booking.lead_hours: changed by somebody else meanwhile");
}

static JsonObject *
settle (World *self, FoyerTestApi *by, const char *change)
{
  return foyer_test_api_call (by, "SettingsVersion/set", "'update': {'" VERSION "08': {%s}}", change);
}

static void
let_it_fail (World *self)
{
  g_autoptr (JsonObject) scheduled = schedule (self, self->ana, VERSION "08", "'booking.lead_hours': 2",
                                               ", 'before': {'booking.lead_hours': 24}");
  g_autoptr (JsonObject) other
      = publish (self, self->lee, "'booking.lead_hours': 5", "'booking.lead_hours': 24");

  foyer_test_api_assert (scheduled, "notCreated", "null");
  assert_published (other);
  foyer_test_server_advance (self->server, WAIT);
  run_due (self);
  assert_status (self, VERSION "08", FOYER_SETTINGS_VERSION_FAILED);
}

/* It is a person's to settle: whoever tries it again has read that somebody else changed it, and means it. */
static void
test_what_failed_is_tried_again (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) by_office = NULL;
  g_autoptr (JsonObject) later = NULL;
  g_autoptr (JsonObject) again = NULL;
  g_autoptr (FoyerRecord) settings = NULL;
  g_autoptr (FoyerRecord) version = NULL;

  let_it_fail (self);
  by_office = settle (self, self->ben, "'status': 'scheduled'");
  later = settle (self, self->ana, "'publishAt': '2027-01-01T00:00:00Z'");
  foyer_test_api_assert (by_office, "notUpdated " VERSION "08 type", "forbidden");
  foyer_test_api_assert (later, "notUpdated " VERSION "08 description",
                         "It could not be published; try it again or put it away");
  again = settle (self, self->lee, "'status': 'scheduled'");
  foyer_test_api_assert (again, "notUpdated", "null");
  run_due (self);
  settings = get_settings (self);
  version = get_version (self, VERSION "08");
  g_assert_cmpint (foyer_settings_version_get_status (version), ==, FOYER_SETTINGS_VERSION_PUBLISHED);
  g_assert_null (foyer_settings_version_get_failure (version));
  g_assert_cmpint (foyer_portal_settings_get_booking_lead_hours (settings), ==, 2);
  assert_map (foyer_settings_version_get_before (version), "{\"booking.lead_hours\":5}");
}

static void
test_what_failed_is_put_away (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) away = NULL;
  g_autoptr (JsonObject) back = NULL;
  g_autoptr (JsonObject) away_again = NULL;

  let_it_fail (self);
  away = settle (self, self->ana, "'status': 'cancelled'");
  foyer_test_api_assert (away, "notUpdated", "null");
  assert_status (self, VERSION "08", FOYER_SETTINGS_VERSION_CANCELLED);
  back = settle (self, self->ana, "'status': 'failed'");
  foyer_test_api_assert (back, "notUpdated", "null");
  assert_status (self, VERSION "08", FOYER_SETTINGS_VERSION_FAILED);
  away_again = settle (self, self->ana, "'status': 'cancelled'");
  foyer_test_api_assert (away_again, "notUpdated", "null");
}

/* Nobody says of a publication that it failed but the server. */
static void
test_nobody_makes_it_fail (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) scheduled = schedule (self, self->ana, VERSION "08", "'portal.reviews': true", "");
  g_autoptr (JsonObject) failed = settle (self, self->ana, "'status': 'failed'");
  g_autoptr (JsonObject) cancelled = settle (self, self->ana, "'status': 'cancelled'");
  g_autoptr (JsonObject) from_cancelled = settle (self, self->ana, "'status': 'failed'");

  foyer_test_api_assert (scheduled, "notCreated", "null");
  foyer_test_api_assert (failed, "notUpdated " VERSION "08 type", "invalidProperties");
  foyer_test_api_assert (cancelled, "notUpdated", "null");
  foyer_test_api_assert (from_cancelled, "notUpdated " VERSION "08 type", "invalidProperties");
}

/* Who wanted the same is not in the way. */
static void
test_somebody_wanted_the_same (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) scheduled
      = schedule (self, self->ana, VERSION "05", "'booking.lead_hours': 2, 'portal.reviews': true", "");
  g_autoptr (JsonObject) other
      = publish (self, self->lee, "'booking.lead_hours': 2", "'booking.lead_hours': 24");

  assert_published (other);
  foyer_test_server_advance (self->server, WAIT);
  run_due (self);
  assert_status (self, VERSION "05", FOYER_SETTINGS_VERSION_PUBLISHED);
}

/* A policy under which nobody could sign in is not taken at night either (D13). */
static void
test_policy_is_judged_when_due (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) scheduled = schedule (self, self->ana, VERSION "06", "'access.sso': 'required'", "");
  g_autoptr (FoyerRecord) version = NULL;

  foyer_test_api_assert (scheduled, "notCreated", "null");
  foyer_test_server_advance (self->server, WAIT);
  g_assert_false (run_due (self));
  version = get_version (self, VERSION "06");
  g_assert_cmpint (foyer_settings_version_get_status (version), ==, FOYER_SETTINGS_VERSION_FAILED);
  g_assert_true (
      g_str_has_prefix (foyer_settings_version_get_failure (version), "Single sign-on cannot be required"));
}

static void
assert_not_scheduled (World *self, const char *patch, const char *rest, const char *why)
{
  g_autoptr (JsonObject) answer = schedule (self, self->ana, VERSION "07", patch, rest);

  foyer_test_api_assert (answer, "notCreated " VERSION "07 description", why);
}

static void
test_what_cannot_be_scheduled (World *self, gconstpointer data)
{
  g_autofree char *lee = foyer_test_id ("st-7");
  g_autofree char *as_lee = g_strdup_printf (", 'authorId': '%s'", lee);
  g_autoptr (JsonObject) by_office = schedule (self, self->ben, VERSION "07", "'portal.reviews': true", "");
  g_autoptr (JsonObject) without_time
      = foyer_test_api_call (self->ana, "SettingsVersion/set",
                             "'create': {'" VERSION "07': {'patch': {'portal.reviews': true}}}");

  foyer_test_api_assert (by_office, "notCreated " VERSION "07 type", "forbidden");
  foyer_test_api_assert (without_time, "notCreated " VERSION "07 description", "It has no time");
  assert_not_scheduled (self, "", "", "There is nothing to publish");
  assert_not_scheduled (self, "'version': 9", "", "version: no such setting");
  assert_not_scheduled (self, "'note': 'x'", "", "note: no such setting");
  assert_not_scheduled (self, "'booking.max_days': 900", "",
                        "booking.max_days: expected a whole number from 1 to 365, not 900");
  assert_not_scheduled (self, "'portal.reviews': true", ", 'status': 'published'",
                        "Settings are published by changing them, or scheduled");
  assert_not_scheduled (self, "'portal.reviews': true", ", 'before': {'access.password': false}",
                        "access.password: no setting that it changes");
  assert_not_scheduled (self, "'portal.reviews': true", as_lee, "Nobody publishes in the name of another");
}

static void
test_history_stays (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) answer
      = publish (self, self->ana, "'portal.reviews': true", "'portal.reviews': false");
  g_autoptr (GPtrArray) versions = list_versions (self);
  const char *id = foyer_record_get_id (versions->pdata[0]);
  g_autoptr (JsonObject) removal
      = foyer_test_api_call (self->ana, "SettingsVersion/set", "'destroy': ['%s']", id);
  g_autofree char *path = g_strdup_printf ("notDestroyed %s description", id);

  foyer_test_api_assert (removal, path, "The history of settings stays");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/settings-history/" name, World, NULL, set_up, function, tear_down)
  ADD ("version-and-history", test_version_and_history);
  ADD ("note-alone", test_note_alone);
  ADD ("two-administrators", test_two_administrators);
  ADD ("office-may-not", test_office_may_not);
  ADD ("published-when-due", test_published_when_due);
  ADD ("called-off", test_called_off);
  ADD ("calling-off-is-taken-back", test_calling_off_is_taken_back);
  ADD ("somebody-was-first", test_somebody_was_first);
  ADD ("what-failed-is-tried-again", test_what_failed_is_tried_again);
  ADD ("what-failed-is-put-away", test_what_failed_is_put_away);
  ADD ("nobody-makes-it-fail", test_nobody_makes_it_fail);
  ADD ("somebody-wanted-the-same", test_somebody_wanted_the_same);
  ADD ("policy-is-judged-when-due", test_policy_is_judged_when_due);
  ADD ("what-cannot-be-scheduled", test_what_cannot_be_scheduled);
  ADD ("history-stays", test_history_stays);
  return g_test_run ();
}
