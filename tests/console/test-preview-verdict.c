/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-preview-verdict.c - whether a preview is what the server shows: what is asked, and what is said of the answer */

#include "foyer-assert-text.h"
#include "foyer-json.h"
#include "foyer-preview-verdict.h"

/* 2025-05-02 14:14 UTC */
#define NOW G_GINT64_CONSTANT (1746195240)

typedef struct {
  FoyerPreviewScene *scene;
  FoyerPreviewAnswer answer;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->scene = foyer_preview_scene_new ("cl-1", "pp-1");
  fixture->answer = (FoyerPreviewAnswer){ .is_page = TRUE,
                                          .scene = fixture->scene,
                                          .address = (char *) "/visits?page=2",
                                          .view_hash = (char *) "aa",
                                          .page_hash = (char *) "bb",
                                          .states = json_object_new (),
                                          .settings_version = 3,
                                          .moment = NOW };
  json_object_set_string_member (fixture->answer.states, "Visit", "e-1");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_preview_scene_free (fixture->scene);
  json_object_unref (fixture->answer.states);
}

static void
assert_judged (Fixture *fixture, const char *view_hash, const char *page_hash, FoyerPreviewVerdict expected)
{
  g_autoptr (JsonObject) said = json_object_new ();

  json_object_set_string_member (said, "viewHash", view_hash);
  json_object_set_string_member (said, "pageHash", page_hash);
  g_assert_cmpint (foyer_preview_verdict_judge (&fixture->answer, said), ==, expected);
}

static void
test_same_only_if_both_hashes_are (Fixture *fixture, gconstpointer data)
{
  assert_judged (fixture, "aa", "bb", FOYER_PREVIEW_SAME);
  assert_judged (fixture, "aa", "cc", FOYER_PREVIEW_OTHER_PAGE);
  assert_judged (fixture, "cc", "bb", FOYER_PREVIEW_OTHER_VIEW);
  assert_judged (fixture, "cc", "cc", FOYER_PREVIEW_OTHER_VIEW);
  fixture->answer.missing = (char *) "blob";
  assert_judged (fixture, "aa", "cc", FOYER_PREVIEW_OTHER_LOGO);
  assert_judged (fixture, "aa", "bb", FOYER_PREVIEW_SAME);
}

static void
test_server_is_asked_only_if_it_can_say (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) draft = json_object_new ();

  g_assert_cmpint (foyer_preview_verdict_before (&fixture->answer, TRUE), ==, FOYER_PREVIEW_ASKING);
  g_assert_cmpint (foyer_preview_verdict_before (&fixture->answer, FALSE), ==, FOYER_PREVIEW_OFFLINE);
  fixture->answer.has_pending = TRUE;
  g_assert_cmpint (foyer_preview_verdict_before (&fixture->answer, TRUE), ==, FOYER_PREVIEW_PENDING);
  g_assert_cmpint (foyer_preview_verdict_before (&fixture->answer, FALSE), ==, FOYER_PREVIEW_PENDING);
  fixture->scene->is_masked = TRUE;
  g_assert_cmpint (foyer_preview_verdict_before (&fixture->answer, TRUE), ==, FOYER_PREVIEW_UNREADABLE);
  foyer_preview_scene_set_draft (fixture->scene, draft);
  g_assert_cmpint (foyer_preview_verdict_before (&fixture->answer, TRUE), ==, FOYER_PREVIEW_DRAFTED);
}

static void
test_question_names_all_that_the_page_was_made_from (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) question = foyer_preview_verdict_question (&fixture->answer);
  JsonObject *viewer = foyer_json_object_object (question, "viewer");

  g_assert_cmpstr (foyer_json_object_text (viewer, "clientId"), ==, "cl-1");
  g_assert_cmpstr (foyer_json_object_text (viewer, "personId"), ==, "pp-1");
  g_assert_true (json_object_get_null_member (viewer, "linkId"));
  g_assert_cmpstr (foyer_json_object_text (question, "page"), ==, "/visits?page=2");
  g_assert_cmpstr (foyer_json_object_text (question, "now"), ==, "2025-05-02T14:14:00Z");
  g_assert_cmpint (foyer_json_object_integer (question, "settings", 0), ==, 3);
  g_assert_cmpstr (foyer_json_object_text (foyer_json_object_object (question, "states"), "Visit"), ==,
                   "e-1");
}

static void
test_every_verdict_has_words_and_an_icon (void)
{
  foyer_assert_text (foyer_preview_verdict_text (NULL, FOYER_PREVIEW_SAME), "Same as the live portal");
  foyer_assert_text (foyer_preview_verdict_text (NULL, FOYER_PREVIEW_OFFLINE), "Not compared (offline)");
  foyer_assert_text (foyer_preview_verdict_text (NULL, FOYER_PREVIEW_NOT_ASKED), "");
  for (int i = FOYER_PREVIEW_ASKING; i <= FOYER_PREVIEW_NO_ANSWER; i++) {
    g_autofree char *text = foyer_preview_verdict_text (NULL, i);
    g_autofree char *icon = foyer_preview_verdict_icon (NULL, i);

    g_assert_cmpstr (text, !=, "");
    g_assert_nonnull (icon);
  }
}

static void
test_sync_is_offered_where_it_may_help (void)
{
  g_assert_true (foyer_preview_verdict_may_sync (NULL, FOYER_PREVIEW_OTHER_VIEW));
  g_assert_true (foyer_preview_verdict_may_sync (NULL, FOYER_PREVIEW_BEHIND));
  g_assert_false (foyer_preview_verdict_may_sync (NULL, FOYER_PREVIEW_SAME));
  g_assert_false (foyer_preview_verdict_may_sync (NULL, FOYER_PREVIEW_OFFLINE));
  g_assert_false (foyer_preview_verdict_may_sync (NULL, FOYER_PREVIEW_DRAFTED));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/preview-verdict/same-only-if-both-hashes-are", test_same_only_if_both_hashes_are);
  ADD ("/preview-verdict/server-is-asked-only-if-it-can-say", test_server_is_asked_only_if_it_can_say);
  ADD ("/preview-verdict/question-names-all", test_question_names_all_that_the_page_was_made_from);
  g_test_add_func ("/preview-verdict/every-verdict-has-words", test_every_verdict_has_words_and_an_icon);
  g_test_add_func ("/preview-verdict/sync-is-offered-where-it-may-help",
                   test_sync_is_offered_where_it_may_help);

  return g_test_run ();
}
