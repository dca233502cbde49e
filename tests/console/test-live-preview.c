/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-live-preview.c - the portal stands beside its settings, as the draft would make it, where there is room (D1) */

#include "foyer-console-fixture.h"
#include "foyer-heard-names.h"
#include "foyer-live-preview.h"
#include "foyer-preview-pane.h"
#include "foyer-preview-stage.h"
#include "foyer-resources.h"
#include "foyer-settings-draft.h"
#include "foyer-test.h"

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerConfigurationPage *page;
  char *said; /* (nullable): the last */
} Fixture;

static void
on_said (Fixture *fixture, const char *sentence)
{
  g_free (fixture->said);
  fixture->said = g_strdup (sentence);
}

static void
set_up (Fixture *fixture, gconstpointer width)
{
  fixture->fixture.role = "admin";
  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  foyer_console_fixture_pull (
      &fixture->fixture, "[{'id': 'ps-1'}, {'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen Ruiz', 'email': "
                         "'ellen@birch.example', 'status': 'active', 'role': 'owner'}]");
  fixture->page = FOYER_CONFIGURATION_PAGE (foyer_configuration_page_new ());
  foyer_live_preview_follow (fixture->page);
  g_signal_connect_swapped (fixture->page, "said", G_CALLBACK (on_said), fixture);
  fixture->window = foyer_console_fixture_make_window ();
  gtk_window_set_decorated (fixture->window, FALSE);
  gtk_window_set_default_size (fixture->window, GPOINTER_TO_INT (width), 760);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  g_object_set (fixture->page, "desk", fixture->fixture.desk, NULL);
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  foyer_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer width)
{
  foyer_area_page_stop (FOYER_AREA_PAGE (fixture->page));
  gtk_window_destroy (fixture->window);
  g_free (fixture->said);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

static void
toggle (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "configuration.live-preview", NULL));
  foyer_test_settle ();
}

static FoyerPreviewStage *
get_stage (Fixture *fixture)
{
  FoyerPreviewStage *stage = NULL;

  g_object_get (foyer_configuration_page_get_beside (fixture->page), "stage", &stage, NULL);
  return stage;
}

static void
assert_caption (Fixture *fixture, const char *expected)
{
  g_autofree char *caption = NULL;

  g_object_get (foyer_configuration_page_get_beside (fixture->page), "caption", &caption, NULL);
  g_assert_cmpstr (caption, ==, expected);
}

/* What is drafted is in it at once, and gone from it with the draft. */
static void
test_shows_the_draft (Fixture *fixture, gconstpointer width)
{
  FoyerSettingsDraft *draft = foyer_desk_get_draft (fixture->fixture.desk);
  g_autoptr (FoyerPreviewStage) stage = NULL;

  toggle (fixture);
  stage = get_stage (fixture);
  assert_caption (fixture, "As Ellen Ruiz sees it now");
  g_assert_cmpint (foyer_preview_stage_get_source (stage), ==, FOYER_PREVIEW_LIVE);
  foyer_settings_draft_set (draft, "portal.messaging", json_node_init_boolean (json_node_alloc (), FALSE));
  foyer_test_settle ();
  assert_caption (fixture, "Draft, as Ellen Ruiz would see it");
  g_assert_cmpint (foyer_preview_stage_get_source (stage), ==, FOYER_PREVIEW_DRAFT);
  foyer_settings_draft_discard (draft);
  foyer_test_settle ();
  g_assert_cmpint (foyer_preview_stage_get_source (stage), ==, FOYER_PREVIEW_LIVE);
}

/* Who turns to other settings sees the page that they are about. */
static void
test_follows_the_settings (Fixture *fixture, gconstpointer width)
{
  g_autoptr (FoyerPreviewStage) stage = NULL;

  toggle (fixture);
  stage = get_stage (fixture);
  g_assert_cmpstr (foyer_preview_stage_get_address (stage), ==, "/");
  foyer_configuration_page_look_at (fixture->page, "booking.lead_hours");
  g_assert_cmpstr (foyer_preview_stage_get_address (stage), ==, "/book");
  foyer_configuration_page_look_at (fixture->page, "access.password");
  g_assert_cmpstr (foyer_preview_stage_get_address (stage), ==, "/sign-in");
}

static void
test_comes_and_goes (Fixture *fixture, gconstpointer width)
{
  gboolean has_beside;

  toggle (fixture);
  g_object_get (fixture->page, "has-beside", &has_beside, NULL);
  g_assert_true (has_beside);
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
  toggle (fixture);
  g_object_get (fixture->page, "has-beside", &has_beside, NULL);
  g_assert_false (has_beside);
  g_assert_null (foyer_configuration_page_get_beside (fixture->page));
}

/* A desk that closes leaves nothing that looks at it. */
static void
test_ends_with_the_desk (Fixture *fixture, gconstpointer width)
{
  toggle (fixture);
  foyer_area_page_stop (FOYER_AREA_PAGE (fixture->page));
  foyer_test_settle ();
  g_assert_null (foyer_configuration_page_get_beside (fixture->page));
}

static void
test_no_room (Fixture *fixture, gconstpointer width)
{
  toggle (fixture);
  g_assert_null (foyer_configuration_page_get_beside (fixture->page));
  g_assert_nonnull (fixture->said);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();

#define ADD(path, width, function) \
  g_test_add ("/live-preview/" path, Fixture, GINT_TO_POINTER (width), set_up, function, tear_down)
  ADD ("shows-the-draft", 1180, test_shows_the_draft);
  ADD ("follows-the-settings", 1180, test_follows_the_settings);
  ADD ("comes-and-goes", 1180, test_comes_and_goes);
  ADD ("ends-with-the-desk", 1180, test_ends_with_the_desk);
  ADD ("no-room", 900, test_no_room);
#undef ADD

  return g_test_run ();
}
