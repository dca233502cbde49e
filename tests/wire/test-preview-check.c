/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-preview-check.c - whether a preview is what the portal shows: asked of a real server, over a way that has its moods */

#include "foyer-one-console.h"
#include "foyer-preview-check.h"
#include "foyer-test-business.h"
#include "foyer-test.h"
#include "types/label.h"

typedef struct {
  FoyerOneConsole *console;
  FoyerDesk *desk;
  FoyerPreviewCheck *check;
  gboolean is_hidden; /* the page */
  guint n_made;
  guint n_told; /* to make it anew */
  guint n_synced;
} Fixture;

static int
get_verdict (Fixture *fixture)
{
  int verdict;

  g_object_get (fixture->check, "verdict", &verdict, NULL);
  return verdict;
}

/* As the page of the preview does it. */
static void
look (Fixture *fixture)
{
  g_autofree char *client = foyer_test_id ("cl-1");
  g_autofree char *person = foyer_test_id ("pp-1");
  g_autoptr (FoyerPreviewScene) scene = foyer_preview_scene_new (client, person);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FoyerPreviewAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  foyer_preview_answer_async (fixture->console->store, scene, "/", foyer_desk_now (fixture->desk), NULL,
                              foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  answer = foyer_preview_answer_finish (fixture->console->store, result, &error);
  g_assert_no_error (error);
  fixture->n_made++;
  foyer_preview_check_look (fixture->check, answer);
}

static void
on_outdated (Fixture *fixture)
{
  fixture->n_told++;
  if (!fixture->is_hidden)
    look (fixture);
}

static void
on_synced (Fixture *fixture)
{
  fixture->n_synced++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->console = foyer_one_console_new ();
  foyer_one_console_pass (fixture->console, SECONDS (2));
  fixture->desk = foyer_desk_new (fixture->console->store, NULL);
  foyer_desk_use_engine (fixture->desk, fixture->console->engine);
  fixture->check = foyer_preview_check_new (fixture->desk);
  g_signal_connect_swapped (fixture->desk, "notify::synced-at", G_CALLBACK (on_synced), fixture);
  g_signal_connect_swapped (fixture->check, "outdated", G_CALLBACK (on_outdated), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_preview_check_stop (fixture->check);
  foyer_test_settle ();
  g_assert_finalize_object (fixture->check);
  foyer_desk_close (fixture->desk);
  g_assert_finalize_object (fixture->desk);
  foyer_one_console_free (fixture->console);
}

static void
pass (Fixture *fixture, gint64 time)
{
  foyer_one_console_pass (fixture->console, time);
}

static void
set_broken (Fixture *fixture, const char *error)
{
  foyer_loopback_set_broken_method (fixture->console->loopback, error == NULL ? NULL : "Portal/compare");
  if (error != NULL)
    foyer_loopback_set_error (fixture->console->loopback, error);
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  look (fixture);
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_ASKING);
  pass (fixture, SECONDS (1));
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_SAME);
  /* What is settled is not asked again. */
  pass (fixture, SECONDS (300));
  g_assert_cmpuint (fixture->n_made, ==, 1);
}

/* A question that failed is asked again although no record changes and nothing is synced. */
static void
test_no_answer_is_asked_again (Fixture *fixture, gconstpointer data)
{
  set_broken (fixture, "serverFail");
  look (fixture);
  pass (fixture, SECONDS (1) / 2);
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_NO_ANSWER);
  pass (fixture, SECONDS (120));
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_NO_ANSWER);
  g_assert_cmpuint (fixture->n_made, <, 20);
  set_broken (fixture, NULL);
  pass (fixture, SECONDS (62));
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_SAME);
}

/* As soon as anything was synced, the server can say. */
static void
test_no_answer_is_asked_again_after_a_sync (Fixture *fixture, gconstpointer data)
{
  set_broken (fixture, "serverFail");
  look (fixture);
  pass (fixture, SECONDS (200));
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_NO_ANSWER);
  set_broken (fixture, NULL);
  foyer_desk_sync_now (fixture->desk);
  pass (fixture, SECONDS (1) / 2);
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_SAME);
}

/* A state that moved without a record that is here. */
static void
test_behind_is_asked_again (Fixture *fixture, gconstpointer data)
{
  set_broken (fixture, "stateMismatch");
  look (fixture);
  pass (fixture, SECONDS (1) / 2);
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_BEHIND);
  pass (fixture, SECONDS (120));
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_BEHIND);
  g_assert_cmpuint (fixture->n_made, <, 40);
  set_broken (fixture, NULL);
  pass (fixture, SECONDS (62));
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_SAME);
}

/* The network goes while the server is being asked, and comes back: with no record that changed there. */
static void
test_network_comes_back (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  look (fixture);
  pass (fixture, SECONDS (30));
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_OFFLINE);
  foyer_loopback_set_online (fixture->console->loopback, TRUE);
  pass (fixture, SECONDS (70));
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_SAME);
}

/* Changes that wait to be sent are compared once they have arrived. */
static void
test_pending (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = NULL;

  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  pass (fixture, SECONDS (30));
  label = foyer_one_console_create_label (fixture->console, "Gate code");
  look (fixture);
  pass (fixture, SECONDS (1));
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_PENDING);
  foyer_loopback_set_online (fixture->console->loopback, TRUE);
  pass (fixture, SECONDS (70));
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_SAME);
}

/* What differs is looked at again when something was synced; what is known of it stays until then. */
static void
test_differs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) differences = NULL;

  foyer_loopback_rewrite (fixture->console->loopback, "\"pageHash\":\"", "\"pageHash\":\"0");
  look (fixture);
  pass (fixture, SECONDS (1));
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_OTHER_PAGE);
  g_object_get (fixture->check, "differences", &differences, NULL);
  g_assert_nonnull (differences);
  foyer_loopback_rewrite (fixture->console->loopback, NULL, NULL);
  foyer_desk_sync_now (fixture->desk);
  pass (fixture, SECONDS (1));
  g_assert_cmpint (get_verdict (fixture), ==, FOYER_PREVIEW_SAME);
  g_clear_pointer (&differences, g_ptr_array_unref);
  g_object_get (fixture->check, "differences", &differences, NULL);
  g_assert_null (differences);
}

/* About a page that nobody looks at no time is lost; only when something is synced anyway it could be made anew. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  guint told;
  guint synced;

  set_broken (fixture, "serverFail");
  look (fixture);
  pass (fixture, SECONDS (1) / 2);
  fixture->is_hidden = TRUE;
  pass (fixture, SECONDS (70));
  told = fixture->n_told;
  synced = fixture->n_synced;
  pass (fixture, SECONDS (600));
  g_assert_cmpuint (fixture->n_told - told, ==, fixture->n_synced - synced);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/preview-check/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("same", test_same);
  ADD ("no-answer-is-asked-again", test_no_answer_is_asked_again);
  ADD ("no-answer-is-asked-again-after-a-sync", test_no_answer_is_asked_again_after_a_sync);
  ADD ("behind-is-asked-again", test_behind_is_asked_again);
  ADD ("network-comes-back", test_network_comes_back);
  ADD ("pending", test_pending);
  ADD ("differs", test_differs);
  ADD ("hidden", test_hidden);
  return g_test_run ();
}
