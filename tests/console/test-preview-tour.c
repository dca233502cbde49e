/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-preview-tour.c - the clients to whom a draft makes a difference, and the calendar that one of them would see */

#include "foyer-console-fixture.h"
#include "foyer-json.h"
#include "foyer-preview-page.h"
#include "foyer-resources.h"
#include "foyer-settings-draft.h"
#include "foyer-test.h"

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerPreviewPage *page;
  FoyerPreviewStage *stage;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'ps-1', 'version': 1}, {'id': 'cl-3', 'name': 'Aldous Grant', 'kind': 'person'}, "
      "{'id': 'cl-4', 'name': 'Fern Coffee', 'kind': 'company'}, "
      "{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen Ruiz', 'email': 'ellen@birch.example', 'status': "
      "'active', 'role': 'owner'}, "
      "{'id': 'pp-2', 'clientId': 'cl-2', 'name': 'Max Ode', 'email': 'max@hillside.example', 'status': "
      "'active', 'role': 'owner'}, "
      "{'id': 'pp-4', 'clientId': 'cl-4', 'name': 'Fay Lind', 'email': 'fay@fern.example', 'status': "
      "'active', 'role': 'owner', 'permissions': ['pay']}]");
  fixture->page = FOYER_PREVIEW_PAGE (foyer_preview_page_new ());
  fixture->window = foyer_console_fixture_make_window ();
  gtk_window_set_default_size (fixture->window, 1180, 760);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  g_object_set (fixture->page, "desk", fixture->fixture.desk, NULL);
  g_object_get (fixture->page, "stage", &fixture->stage, NULL);
  gtk_window_present (fixture->window);
  foyer_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->stage);
  foyer_area_page_stop (FOYER_AREA_PAGE (fixture->page));
  gtk_window_destroy (fixture->window);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

static void
draft (Fixture *fixture, const char *key, const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *value = foyer_json_parse (json, -1, &error);

  g_assert_no_error (error);
  foyer_settings_draft_set (foyer_desk_get_draft (fixture->fixture.desk), key, value);
  foyer_test_settle ();
}

static void
assert_shows (Fixture *fixture, const char *person, const char *address)
{
  g_autofree char *id = foyer_test_id (person);

  g_assert_cmpstr (foyer_preview_stage_get_person_id (fixture->stage), ==, id);
  g_assert_true (g_str_has_prefix (foyer_preview_stage_get_address (fixture->stage), address));
}

static void
assert_says (Fixture *fixture, const char *sentence)
{
  GObject *tour;
  g_autofree char *said = NULL;

  g_object_get (fixture->page, "tour", &tour, NULL);
  g_object_get (tour, "sentence", &said, NULL);
  g_assert_cmpstr (said, ==, sentence);
  g_object_unref (tour);
}

static gboolean
chooses (GtkWidget *widget, const char *source)
{
  GVariant *target = GTK_IS_TOGGLE_BUTTON (widget)
                         ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget))
                         : NULL;

  if (target != NULL && g_variant_is_of_type (target, G_VARIANT_TYPE_STRING)
      && g_str_equal (g_variant_get_string (target, NULL), source)
      && g_str_equal (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "preview.source"))
    return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (chooses (child, source))
      return TRUE;
  }
  return FALSE;
}

/* The switch says what is shown. */
static void
assert_compares (Fixture *fixture, const char *source)
{
  g_assert_true (chooses (GTK_WIDGET (fixture->page), source));
}

static void
go (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL);
  foyer_test_settle ();
}

static void
begin (Fixture *fixture)
{
  foyer_preview_page_tour (fixture->page);
  foyer_test_settle ();
}

/* By name, and from the end to the beginning again. Who has nobody that could look is none of them. */
static void
test_goes_through_all (Fixture *fixture, gconstpointer unused)
{
  draft (fixture, "brand.welcome", "\"Good morning\"");
  begin (fixture);
  assert_says (fixture, "This client would see a difference");
  assert_shows (fixture, "pp-1", "/");
  assert_compares (fixture, "both");
  go (fixture, "preview.next");
  assert_shows (fixture, "pp-4", "/");
  go (fixture, "preview.next");
  assert_shows (fixture, "pp-2", "/");
  go (fixture, "preview.previous");
  assert_shows (fixture, "pp-4", "/");
  go (fixture, "preview.next");
  go (fixture, "preview.next");
  assert_shows (fixture, "pp-2", "/");
  assert_says (fixture, "No further client would see a difference");
  go (fixture, "preview.next");
  assert_shows (fixture, "pp-1", "/");
}

/* Fay may not write anyway. */
static void
test_passes_over_others (Fixture *fixture, gconstpointer unused)
{
  draft (fixture, "portal.messaging", "false");
  begin (fixture);
  assert_shows (fixture, "pp-1", "/");
  go (fixture, "preview.next");
  assert_shows (fixture, "pp-2", "/");
  go (fixture, "preview.next");
  assert_says (fixture, "No further client would see a difference");
}

static void
test_nobody (Fixture *fixture, gconstpointer unused)
{
  draft (fixture, "notify.team.message", "false");
  begin (fixture);
  assert_says (fixture, "No client would see a difference");
  g_assert_false (foyer_preview_stage_has_viewer (fixture->stage));
}

/* The page that is shown is the one on which it is seen. */
static void
test_finds_the_page (Fixture *fixture, gconstpointer unused)
{
  draft (fixture, "booking.mode", "\"approve\"");
  draft (fixture, "booking.services", "[\"sv-00000000-0000-7000-8000-000000000001\"]");
  foyer_settings_draft_publish_async (foyer_desk_get_draft (fixture->fixture.desk), "", 0, NULL, NULL, NULL);
  foyer_test_settle ();
  draft (fixture, "booking.lead_hours", "120");
  begin (fixture);
  assert_shows (fixture, "pp-1", "/book/time?service=sv-");
}

static void
test_ends_with_the_draft (Fixture *fixture, gconstpointer unused)
{
  draft (fixture, "brand.welcome", "\"Good morning\"");
  begin (fixture);
  foyer_settings_draft_discard (foyer_desk_get_draft (fixture->fixture.desk));
  foyer_test_settle ();
  assert_says (fixture, NULL);
  begin (fixture);
  assert_says (fixture, NULL);
}

static void
test_ends_on_leaving (Fixture *fixture, gconstpointer unused)
{
  draft (fixture, "brand.welcome", "\"Good morning\"");
  begin (fixture);
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  foyer_test_settle ();
  assert_says (fixture, NULL);
}

/* With what is drafted, for somebody who could. */
static void
test_shows_the_calendar (Fixture *fixture, gconstpointer unused)
{
  foyer_preview_page_try_booking (fixture->page);
  foyer_test_settle ();
  assert_shows (fixture, "pp-1", "/book");
  g_assert_cmpstr (foyer_preview_stage_get_address (fixture->stage), ==, "/book");
  draft (fixture, "booking.mode", "\"approve\"");
  draft (fixture, "booking.services", "[\"sv-00000000-0000-7000-8000-000000000001\"]");
  foyer_preview_page_try_booking (fixture->page);
  foyer_test_settle ();
  assert_shows (fixture, "pp-1", "/book/time?service=sv-");
  assert_compares (fixture, "draft");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();
  g_test_add ("/console/preview-tour/goes-through-all", Fixture, NULL, set_up, test_goes_through_all,
              tear_down);
  g_test_add ("/console/preview-tour/passes-over-others", Fixture, NULL, set_up, test_passes_over_others,
              tear_down);
  g_test_add ("/console/preview-tour/nobody", Fixture, NULL, set_up, test_nobody, tear_down);
  g_test_add ("/console/preview-tour/finds-the-page", Fixture, NULL, set_up, test_finds_the_page, tear_down);
  g_test_add ("/console/preview-tour/ends-with-the-draft", Fixture, NULL, set_up, test_ends_with_the_draft,
              tear_down);
  g_test_add ("/console/preview-tour/ends-on-leaving", Fixture, NULL, set_up, test_ends_on_leaving,
              tear_down);
  g_test_add ("/console/preview-tour/shows-the-calendar", Fixture, NULL, set_up, test_shows_the_calendar,
              tear_down);
  return g_test_run ();
}
