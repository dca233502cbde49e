/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-settings-draft.c - a draft is kept, taken back, published once, and never over what somebody else has published (D1) */

#include "foyer-settings-draft.h"

#include "foyer-console-fixture.h"
#include "foyer-json.h"
#include "foyer-store-drafts.h"
#include "foyer-test.h"
#include "types/portal_settings.h"
#include "types/settings_version.h"

#define HOLD (10 * G_USEC_PER_SEC)

typedef struct {
  FoyerConsoleFixture desk;
  FoyerSettingsDraft *draft;
  FoyerAct *act; /* the last of the draft's */
  guint n_acts;
  FoyerAct *published;
  GError *error;
} Fixture;

static void
on_acted (Fixture *fixture, const FoyerAct *act)
{
  g_clear_pointer (&fixture->act, foyer_act_free);
  fixture->act = foyer_act_copy (act);
  fixture->n_acts++;
}

static void
set_up (Fixture *fixture, gconstpointer role)
{
  fixture->desk.role = role;
  foyer_console_fixture_set_up (&fixture->desk, NULL);
  foyer_console_fixture_pull (&fixture->desk, "[{'id': 'ps-1'}]");
  fixture->draft = foyer_desk_get_draft (fixture->desk.desk);
  g_signal_connect_swapped (fixture->draft, "acted", G_CALLBACK (on_acted), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer role)
{
  g_clear_pointer (&fixture->act, foyer_act_free);
  g_clear_pointer (&fixture->published, foyer_act_free);
  g_clear_error (&fixture->error);
  foyer_console_fixture_tear_down (&fixture->desk, NULL);
}

static void
draft (Fixture *fixture, const char *key, const char *json)
{
  g_autoptr (JsonNode) value = foyer_json_parse (json, -1, NULL);

  foyer_settings_draft_set (fixture->draft, key, value);
  foyer_test_settle ();
}

static void
on_published (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->published
      = foyer_settings_draft_publish_finish (FOYER_SETTINGS_DRAFT (source), result, &fixture->error);
}

static void
publish (Fixture *fixture, const char *note, gint64 hold)
{
  g_clear_pointer (&fixture->published, foyer_act_free);
  g_clear_error (&fixture->error);
  foyer_settings_draft_publish_async (fixture->draft, note, hold, NULL, on_published, fixture);
  foyer_test_settle ();
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  foyer_store_undo_finish (FOYER_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
undo_publication (Fixture *fixture)
{
  foyer_store_undo_async (fixture->desk.store, fixture->published->operation_id, NULL, on_undone, NULL);
  foyer_test_settle ();
}

static void
take_back (Fixture *fixture)
{
  foyer_act_take_back (fixture->act);
  foyer_test_settle ();
}

static void
restart (Fixture *fixture)
{
  foyer_desk_close (fixture->desk.desk);
  g_assert_finalize_object (fixture->desk.desk);
  g_assert_finalize_object (fixture->desk.store);
  fixture->desk.store = foyer_test_open_store (fixture->desk.directory, FOYER_CLOCK (fixture->desk.clock),
                                               fixture->desk.random, NULL);
  fixture->desk.desk = foyer_desk_new (fixture->desk.store, NULL);
  fixture->draft = foyer_desk_get_draft (fixture->desk.desk);
  foyer_test_settle ();
}

static void
assert_draft (Fixture *fixture, const char *key, const char *expected)
{
  JsonNode *value = foyer_settings_draft_get (fixture->draft, key);
  g_autofree char *text = value == NULL ? NULL : foyer_json_canonical (value);

  g_assert_cmpstr (text, ==, expected);
}

/* --- Keeping --- */

static void
test_kept_over_a_restart (Fixture *fixture, gconstpointer role)
{
  g_auto (GStrv) keys = NULL;

  draft (fixture, "brand.name", "\"Acme\"");
  draft (fixture, "booking.lead_hours", "2");
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 2);
  restart (fixture);
  keys = foyer_settings_draft_list_keys (fixture->draft);
  g_assert_cmpuint (g_strv_length (keys), ==, 2);
  g_assert_cmpstr (keys[0], ==, "booking.lead_hours");
  assert_draft (fixture, "brand.name", "\"Acme\"");
}

/* What is put back by hand is no change, and nothing is kept of it. */
static void
test_published_value_is_no_change (Fixture *fixture, gconstpointer role)
{
  FoyerRecord *settings = foyer_settings_draft_get_published (fixture->draft);
  g_autofree char *hours
      = g_strdup_printf ("%" G_GINT64_FORMAT, foyer_portal_settings_get_booking_lead_hours (settings));
  g_autofree char *kept = NULL;

  draft (fixture, "booking.lead_hours", "2");
  draft (fixture, "booking.lead_hours", hours);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 0);
  kept = foyer_store_get_draft (fixture->desk.store,
                                foyer_record_get_id (foyer_settings_draft_get_published (fixture->draft)),
                                "settings");
  g_assert_null (kept);
}

static void
test_apply (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRecord) settings = NULL;

  draft (fixture, "booking.lead_hours", "2");
  draft (fixture, "booking.max_days", "900");
  draft (fixture, "brand.primary", "\"#123456\"");
  settings = foyer_settings_draft_apply (fixture->draft, foyer_settings_draft_get_published (fixture->draft));
  g_assert_cmpint (foyer_portal_settings_get_booking_lead_hours (settings), ==, 2);
  g_assert_cmpstr (foyer_portal_settings_get_brand_primary (settings), ==, "#123456");
  g_assert_cmpint (foyer_portal_settings_get_booking_max_days (settings), !=, 900);
}

/* --- Taking back --- */

static void
test_each_change_is_taken_back (Fixture *fixture, gconstpointer role)
{
  draft (fixture, "brand.name", "\"A\"");
  draft (fixture, "brand.name", "\"Ac\"");
  g_assert_cmpuint (fixture->n_acts, ==, 1);
  g_assert_null (fixture->act->done);
  draft (fixture, "booking.lead_hours", "2");
  g_assert_cmpuint (fixture->n_acts, ==, 2);
  take_back (fixture);
  assert_draft (fixture, "booking.lead_hours", NULL);
  assert_draft (fixture, "brand.name", "\"Ac\"");
  foyer_settings_draft_unset (fixture->draft, "brand.name");
  g_assert_cmpuint (fixture->n_acts, ==, 3);
  take_back (fixture);
  assert_draft (fixture, "brand.name", "\"Ac\"");
}

static void
test_discarding_is_taken_back (Fixture *fixture, gconstpointer role)
{
  draft (fixture, "brand.name", "\"Acme\"");
  draft (fixture, "booking.lead_hours", "2");
  foyer_settings_draft_discard (fixture->draft);
  foyer_test_settle ();
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 0);
  take_back (fixture);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 2);
  restart (fixture);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 2);
}

/* Also of what was not drafted before. */
static void
test_several_are_taken_back_as_one (Fixture *fixture, gconstpointer role)
{
  g_autoptr (JsonObject) patch
      = foyer_json_parse_object ("{\"booking.lead_hours\":3,\"booking.max_days\":9}", -1, NULL);

  draft (fixture, "booking.lead_hours", "2");
  foyer_settings_draft_take (fixture->draft, patch);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 2);
  take_back (fixture);
  assert_draft (fixture, "booking.lead_hours", "2");
  assert_draft (fixture, "booking.max_days", NULL);
}

/* What is taken back twice is done again, with all that was written meanwhile; others stay as they are. */
static void
test_taken_back_twice_is_done_again (Fixture *fixture, gconstpointer role)
{
  draft (fixture, "brand.name", "\"A\"");
  draft (fixture, "brand.name", "\"Ac\"");
  g_assert_cmpstr (fixture->act->redone, ==, "Display name is changed again");
  take_back (fixture);
  assert_draft (fixture, "brand.name", NULL);
  take_back (fixture);
  assert_draft (fixture, "brand.name", "\"Ac\"");
  restart (fixture);
  assert_draft (fixture, "brand.name", "\"Ac\"");
}

static void
test_discarding_is_done_again (Fixture *fixture, gconstpointer role)
{
  draft (fixture, "brand.name", "\"Acme\"");
  draft (fixture, "booking.lead_hours", "2");
  foyer_settings_draft_discard (fixture->draft);
  take_back (fixture);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 2);
  take_back (fixture);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 0);
}

/* --- What is wrong --- */

static void
test_problem_at_its_key (Fixture *fixture, gconstpointer role)
{
  g_autofree char *problem = NULL;
  g_autofree char *other = NULL;

  draft (fixture, "booking.max_days", "900");
  draft (fixture, "booking.lead_hours", "2");
  problem = foyer_settings_draft_get_problem (fixture->draft, "booking.max_days");
  other = foyer_settings_draft_get_problem (fixture->draft, "booking.lead_hours");
  g_assert_cmpstr (problem, ==, "Expected a whole number from 1 to 365, not 900");
  g_assert_null (other);
  publish (fixture, NULL, 0);
  g_assert_error (fixture->error, FOYER_SETTINGS_DRAFT_ERROR, FOYER_SETTINGS_DRAFT_ERROR_REFUSED);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 2);
}

static void
publish_elsewhere (Fixture *fixture, const char *json)
{
  foyer_console_fixture_pull (&fixture->desk, json);
}

/* Another setting merges, the same one asks. */
static void
test_contested (Fixture *fixture, gconstpointer role)
{
  g_autofree char *problem = NULL;

  draft (fixture, "booking.lead_hours", "2");
  publish_elsewhere (fixture, "[{'id': 'ps-1', 'portal.reviews': true}]");
  g_assert_false (foyer_settings_draft_is_contested (fixture->draft, "booking.lead_hours"));
  publish_elsewhere (fixture,
                     "[{'id': 'st-7', 'name': 'Lee', 'email': 'lee@northwind.example', 'role': 'admin'},"
                     " {'id': 'sn-1', 'status': 'published', 'version': 2, 'publishedAt': '2025-05-02 08:00',"
                     "  'authorId': 'st-7', 'patch': {'booking.lead_hours': 5}},"
                     " {'id': 'ps-1', 'booking.lead_hours': 5}]");
  g_assert_true (foyer_settings_draft_is_contested (fixture->draft, "booking.lead_hours"));
  problem = foyer_settings_draft_get_problem (fixture->draft, "booking.lead_hours");
  g_assert_cmpstr (problem, ==, "Lee published “5” here meanwhile. Which is meant?");
  publish (fixture, NULL, 0);
  g_assert_error (fixture->error, FOYER_SETTINGS_DRAFT_ERROR, FOYER_SETTINGS_DRAFT_ERROR_REFUSED);
  foyer_settings_draft_keep (fixture->draft, "booking.lead_hours");
  foyer_test_settle ();
  g_assert_false (foyer_settings_draft_is_contested (fixture->draft, "booking.lead_hours"));
  publish (fixture, NULL, 0);
  g_assert_no_error (fixture->error);
}

static void
test_published_alike_elsewhere (Fixture *fixture, gconstpointer role)
{
  draft (fixture, "booking.lead_hours", "2");
  publish_elsewhere (fixture, "[{'id': 'ps-1', 'booking.lead_hours': 2}]");
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 0);
}

/* --- Publishing --- */

static void
assert_patch (Fixture *fixture, const char *expected)
{
  g_autoptr (FoyerOperation) operation
      = foyer_store_get_operation (fixture->desk.store, fixture->published->operation_id);
  g_autoptr (JsonNode) node
      = json_node_init_object (json_node_alloc (), foyer_operation_get_data (operation)->patch);
  g_autofree char *text = foyer_json_canonical (node);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_publish_leaves_the_draft (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRecord) settings = NULL;

  draft (fixture, "brand.name", "\"Acme\"");
  draft (fixture, "booking.lead_hours", "2");
  publish (fixture, "Spring", HOLD);
  g_assert_no_error (fixture->error);
  assert_patch (fixture, "{\"booking.lead_hours\":2,\"brand.name\":\"Acme\",\"note\":\"Spring\"}");
  g_assert_cmpstr (fixture->published->done, ==, "2 changes published");
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 0);
  settings = foyer_store_get_singleton (fixture->desk.store, &foyer_portal_settings_type);
  g_assert_cmpint (foyer_portal_settings_get_booking_lead_hours (settings), ==, 2);
}

/* In time: what was published is a draft again, also after a restart. */
static void
test_publishing_is_taken_back (Fixture *fixture, gconstpointer role)
{
  draft (fixture, "booking.lead_hours", "2");
  publish (fixture, "Spring", HOLD);
  undo_publication (fixture);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 1);
  assert_draft (fixture, "booking.lead_hours", "2");
  publish (fixture, NULL, HOLD);
  restart (fixture);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 0);
  undo_publication (fixture);
  assert_draft (fixture, "booking.lead_hours", "2");
}

static void
test_patch_alone (Fixture *fixture, gconstpointer role)
{
  g_autoptr (JsonObject) patch = foyer_json_parse_object ("{\"booking.lead_hours\":3}", -1, NULL);

  draft (fixture, "brand.name", "\"Acme\"");
  draft (fixture, "booking.lead_hours", "2");
  foyer_settings_draft_publish_patch_async (fixture->draft, patch, NULL, 0, NULL, on_published, fixture);
  foyer_test_settle ();
  g_assert_no_error (fixture->error);
  assert_patch (fixture, "{\"booking.lead_hours\":3}");
  assert_draft (fixture, "brand.name", "\"Acme\"");
  assert_draft (fixture, "booking.lead_hours", NULL);
}

static void
test_schedule (Fixture *fixture, gconstpointer role)
{
  g_autoptr (FoyerRecord) version = NULL;
  gint64 at = foyer_test_business_at (fixture->desk.business, "2025-05-05 06:00");

  draft (fixture, "booking.lead_hours", "2");
  foyer_settings_draft_schedule_async (fixture->draft, "Spring", at, NULL, on_published, fixture);
  foyer_test_settle ();
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (foyer_settings_draft_get_n_changes (fixture->draft), ==, 0);
  version
      = foyer_store_get (fixture->desk.store, &foyer_settings_version_type, fixture->published->record_id);
  g_assert_cmpint (foyer_settings_version_get_publish_at (version), ==, at);
  g_assert_cmpint (foyer_settings_version_get_status (version), ==, FOYER_SETTINGS_VERSION_SCHEDULED);
  undo_publication (fixture);
  assert_draft (fixture, "booking.lead_hours", "2");
}

/* X18: the office prepares. */
static void
test_office_prepares (Fixture *fixture, gconstpointer role)
{
  draft (fixture, "booking.lead_hours", "2");
  publish (fixture, NULL, 0);
  g_assert_error (fixture->error, FOYER_SETTINGS_DRAFT_ERROR, FOYER_SETTINGS_DRAFT_ERROR_REFUSED);
  g_assert_cmpstr (fixture->error->message, ==, "Only an administrator can change the portal's settings");
  assert_draft (fixture, "booking.lead_hours", "2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, role, function) \
  g_test_add ("/settings-draft/" name, Fixture, role, set_up, function, tear_down)
  ADD ("kept-over-a-restart", NULL, test_kept_over_a_restart);
  ADD ("published-value-is-no-change", NULL, test_published_value_is_no_change);
  ADD ("apply", NULL, test_apply);
  ADD ("each-change-is-taken-back", NULL, test_each_change_is_taken_back);
  ADD ("discarding-is-taken-back", NULL, test_discarding_is_taken_back);
  ADD ("several-are-taken-back-as-one", NULL, test_several_are_taken_back_as_one);
  ADD ("taken-back-twice-is-done-again", NULL, test_taken_back_twice_is_done_again);
  ADD ("discarding-is-done-again", NULL, test_discarding_is_done_again);
  ADD ("problem-at-its-key", "admin", test_problem_at_its_key);
  ADD ("contested", "admin", test_contested);
  ADD ("published-alike-elsewhere", NULL, test_published_alike_elsewhere);
  ADD ("publish-leaves-the-draft", "admin", test_publish_leaves_the_draft);
  ADD ("publishing-is-taken-back", "admin", test_publishing_is_taken_back);
  ADD ("patch-alone", "admin", test_patch_alone);
  ADD ("schedule", "admin", test_schedule);
  ADD ("office-prepares", "office", test_office_prepares);
  return g_test_run ();
}
