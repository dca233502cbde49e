/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-why-panel.c - why somebody does not see what they should, and what helps, on a real store and without a server */

#include "foyer-console-fixture.h"
#include "foyer-heard-names.h"
#include "foyer-remedy-verbs.h"
#include "foyer-resources.h"
#include "foyer-sync-memory.h"
#include "foyer-test.h"
#include "foyer-why-closures.h"
#include "foyer-why-panel.h"
#include "types/photo.h"

#include <string.h>

typedef struct {
  FoyerConsoleFixture fixture;
  GtkWindow *window;
  FoyerPreviewStage *stage;
  FoyerWhyPanel *panel;
  FoyerRemedyVerbs *verbs;
  FoyerAct *act; /* (nullable): of the last fix */
  char *said;    /* (nullable): the last */
} Fixture;

static void
on_acted (Fixture *fixture, const FoyerAct *act)
{
  foyer_act_free (fixture->act);
  fixture->act = foyer_act_copy (act);
}

static void
on_fix (Fixture *fixture, const FoyerRemedy *remedy)
{
  foyer_remedy_verbs_carry_out (fixture->verbs, remedy);
}

static void
on_said (Fixture *fixture, const char *sentence)
{
  g_free (fixture->said);
  fixture->said = g_strdup (sentence);
}

/* As the engine would keep it. */
static void
remember_sync (Fixture *fixture)
{
  FoyerSyncMemory memory = { .synced_at = foyer_desk_now (fixture->fixture.desk) - 60 };

  foyer_test_write (fixture->fixture.store, foyer_sync_memory_save, &memory);
  foyer_test_settle ();
}

static void
pull_work (Fixture *fixture)
{
  foyer_console_fixture_pull (
      &fixture->fixture,
      "[{'id': 'pp-1', 'clientId': 'cl-2', 'name': 'Maria Lopez', 'status': 'active', 'role': 'owner', "
      "'email': 'maria@hillside.example'}, "
      "{'id': 'vs-1', 'clientId': 'cl-2', 'propertyId': 'pr-2', 'title': 'Repair', 'status': 'done', "
      "'start': '2025-05-01 09:00', 'end': '2025-05-01 11:00'}, "
      "{'id': 'ph-1', 'clientId': 'cl-2', 'visitId': 'vs-1', 'blobId': 'blob', 'released': false, "
      "'takenAt': '2025-05-01 10:00'}]");
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *client_id = foyer_test_id ("cl-2");

  foyer_console_fixture_set_up (&fixture->fixture, NULL);
  pull_work (fixture);
  fixture->stage = foyer_preview_stage_new (fixture->fixture.desk);
  foyer_preview_stage_look_at (fixture->stage, client_id);
  fixture->panel = g_object_new (FOYER_TYPE_WHY_PANEL, NULL);
  fixture->verbs = foyer_remedy_verbs_new (GTK_WIDGET (fixture->panel));
  foyer_remedy_verbs_start (fixture->verbs, fixture->fixture.desk);
  g_signal_connect_swapped (fixture->verbs, "acted", G_CALLBACK (on_acted), fixture);
  g_signal_connect_swapped (fixture->panel, "fix", G_CALLBACK (on_fix), fixture);
  g_signal_connect_swapped (fixture->panel, "said", G_CALLBACK (on_said), fixture);
  fixture->window = foyer_console_fixture_make_window ();
  gtk_window_set_default_size (fixture->window, 290, 700);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->panel));
  gtk_window_present (fixture->window);
  foyer_test_settle ();
  foyer_why_panel_start (fixture->panel, fixture->fixture.desk, fixture->stage);
  foyer_test_settle ();
}

static void
set_up_synced (Fixture *fixture, gconstpointer unused)
{
  set_up (fixture, NULL);
  remember_sync (fixture);
  g_object_set (fixture->panel, "ghosts", TRUE, NULL);
  foyer_test_settle ();
  g_object_set (fixture->panel, "ghosts", FALSE, NULL);
  foyer_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  foyer_why_panel_stop (fixture->panel);
  foyer_remedy_verbs_stop (fixture->verbs);
  g_object_unref (fixture->verbs);
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->stage);
  foyer_act_free (fixture->act);
  g_free (fixture->said);
  foyer_console_fixture_tear_down (&fixture->fixture, NULL);
}

static void
ask (Fixture *fixture, const char *words)
{
  g_assert_true (foyer_why_panel_ask (fixture->panel, words));
  foyer_test_settle ();
}

static guint
count (Fixture *fixture, FoyerWhyShelf shelf)
{
  return foyer_why_section_get_count (foyer_why_panel_get_section (fixture->panel, shelf));
}

static FoyerWhyItem *
get_first (Fixture *fixture, FoyerWhyShelf shelf)
{
  return foyer_why_section_get_item (foyer_why_panel_get_section (fixture->panel, shelf), 0);
}

static void
press (Fixture *fixture, const char *action, FoyerWhyShelf shelf)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), action, "s",
                              foyer_why_item_get_key (get_first (fixture, shelf)));
  foyer_test_settle ();
}

static void
assert_status (Fixture *fixture, const char *beginning)
{
  g_autofree char *status = NULL;

  g_object_get (fixture->panel, "status", &status, NULL);
  g_assert_nonnull (status);
  if (!g_str_has_prefix (status, beginning))
    g_assert_cmpstr (status, ==, beginning);
}

static gboolean
is_released (Fixture *fixture)
{
  g_autofree char *id = foyer_test_id ("ph-1");
  g_autoptr (FoyerRecord) photo = foyer_store_get (fixture->fixture.store, &foyer_photo_type, id);

  return foyer_photo_get_released (photo);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  foyer_store_undo_finish (FOYER_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
undo (Fixture *fixture)
{
  const FoyerAct *act = fixture->act;

  foyer_store_undo_async (fixture->fixture.store, act->operation_id, NULL, on_undone, NULL);
  foyer_test_settle ();
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (fixture->window);
}

/* --- Questions --- */

static void
test_answer (Fixture *fixture, gconstpointer unused)
{
  FoyerWhyItem *item;

  ask (fixture, "can't see photos");
  g_assert_cmpuint (count (fixture, FOYER_WHY_ANSWER), ==, 1);
  item = get_first (fixture, FOYER_WHY_ANSWER);
  g_assert_cmpint (foyer_why_item_get_remedy (item)->kind, ==, FOYER_REMEDY_RELEASE);
  assert_status (fixture, "Answer: ");
  /* It has the focus, so that Return is enough. */
  g_assert_true (FOYER_IS_WHY_CARD (get_focus (fixture)));
  g_assert_true (foyer_why_card_get_item (FOYER_WHY_CARD (get_focus (fixture))) == item);
}

static void
test_fix_and_undo (Fixture *fixture, gconstpointer unused)
{
  ask (fixture, "no photos");
  g_assert_false (is_released (fixture));
  press (fixture, "why.fix", FOYER_WHY_ANSWER);
  g_assert_true (is_released (fixture));
  g_assert_cmpuint (count (fixture, FOYER_WHY_ANSWER), ==, 0);
  /* Who fixed it can ask on. */
  g_assert_nonnull (get_focus (fixture));
  undo (fixture);
  g_assert_false (is_released (fixture));
  g_assert_cmpuint (count (fixture, FOYER_WHY_ANSWER), ==, 1);
}

static void
test_return_on_the_card_fixes (Fixture *fixture, gconstpointer unused)
{
  ask (fixture, "photos");
  gtk_widget_activate (get_focus (fixture));
  foyer_test_settle ();
  g_assert_true (is_released (fixture));
}

static void
test_say_this (Fixture *fixture, gconstpointer unused)
{
  FoyerWhyItem *item;

  ask (fixture, "photos");
  item = get_first (fixture, FOYER_WHY_ANSWER);
  g_assert_nonnull (foyer_why_item_get_say (item));
  press (fixture, "why.say", FOYER_WHY_ANSWER);
  g_assert_nonnull (strstr (fixture->said, foyer_why_item_get_say (item)));
}

static void
test_nonsense (Fixture *fixture, gconstpointer unused)
{
  g_assert_false (foyer_why_panel_ask (fixture->panel, "zzzz qqqq"));
  assert_status (fixture, "That is not understood.");
  g_assert_cmpuint (count (fixture, FOYER_WHY_ANSWER), ==, 0);
}

/* --- Unknown --- */

/* Nothing was ever fetched: nobody may say that all is well. */
static void
test_unknown (Fixture *fixture, gconstpointer unused)
{
  ask (fixture, "no visits");
  g_assert_cmpuint (count (fixture, FOYER_WHY_ANSWER), ==, 0);
  g_assert_cmpuint (count (fixture, FOYER_WHY_UNKNOWN), >, 0);
  assert_status (fixture, "Nothing found so far. ");
  g_assert_cmpint (foyer_why_item_get_remedy (get_first (fixture, FOYER_WHY_UNKNOWN))->kind, ==,
                   FOYER_REMEDY_SYNC_NOW);
}

/* --- What is hidden --- */

static void
test_hidden (Fixture *fixture, gconstpointer unused)
{
  FoyerWhyItem *item;

  g_assert_cmpuint (count (fixture, FOYER_WHY_HIDDEN), ==, 1);
  item = get_first (fixture, FOYER_WHY_HIDDEN);
  g_assert_cmpstr (foyer_why_item_get_title (item), ==, "1 photo");
  press (fixture, "why.fix", FOYER_WHY_HIDDEN);
  g_assert_true (is_released (fixture));
  g_assert_cmpuint (count (fixture, FOYER_WHY_HIDDEN), ==, 0);
  assert_status (fixture, "Nothing is hidden from them.");
}

/* The answer is not said twice. */
static void
test_hidden_beside_the_answer (Fixture *fixture, gconstpointer unused)
{
  ask (fixture, "photos");
  g_assert_cmpuint (count (fixture, FOYER_WHY_ANSWER), ==, 1);
  g_assert_cmpuint (count (fixture, FOYER_WHY_HIDDEN), <=, 1);
}

static void
test_ghosts (Fixture *fixture, gconstpointer unused)
{
  FoyerPreviewAnswer page = { .is_page = TRUE, .made = FOYER_PAGE_HOME };

  foyer_why_panel_set_page (fixture->panel, &page);
  foyer_test_settle ();
  g_assert_cmpuint (count (fixture, FOYER_WHY_GHOSTS), ==, 0);
  g_object_set (fixture->panel, "ghosts", TRUE, NULL);
  foyer_test_settle ();
  g_assert_cmpuint (count (fixture, FOYER_WHY_GHOSTS), ==, 1);
  g_assert_cmpstr (foyer_why_item_get_title (get_first (fixture, FOYER_WHY_GHOSTS)), ==, "1 photo");
  press (fixture, "why.fix", FOYER_WHY_GHOSTS);
  g_assert_true (is_released (fixture));
  g_assert_cmpuint (count (fixture, FOYER_WHY_GHOSTS), ==, 0);
}

/* Another person has another answer, without anybody asking again. */
static void
test_other_eyes (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *client_id = foyer_test_id ("cl-1");

  ask (fixture, "photos");
  foyer_preview_stage_look_at (fixture->stage, client_id);
  foyer_test_settle ();
  g_assert_true (count (fixture, FOYER_WHY_ANSWER) == 0
                 || foyer_why_item_get_remedy (get_first (fixture, FOYER_WHY_ANSWER)) == NULL
                 || foyer_why_item_get_remedy (get_first (fixture, FOYER_WHY_ANSWER))->kind
                        != FOYER_REMEDY_RELEASE);
}

/* A fix is heard by its words. */
static void
test_everything_has_a_name (Fixture *fixture, gconstpointer unused)
{
  ask (fixture, "photos");
  g_assert_nonnull (foyer_why_item_get_remedy (get_first (fixture, FOYER_WHY_ANSWER)));
  foyer_assert_all_have_names (GTK_WIDGET (fixture->window));
}

/* --- Words --- */

static void
test_words (void)
{
  FoyerDiagnosis unsure = { .n_unknown = 1 };
  FoyerDiagnosis sure = { 0 };
  g_autofree char *hidden = foyer_why_hidden_title (NULL, "Maria", TRUE);
  g_autofree char *anybody = foyer_why_hidden_title (NULL, NULL, FALSE);
  g_autofree char *fine = foyer_why_fine_text (NULL, 12);
  g_autofree char *one = foyer_why_status_text (&unsure, 0);
  g_autofree char *none = foyer_why_status_text (&sure, 0);

  g_assert_cmpstr (hidden, ==, "Also hidden from Maria");
  g_assert_cmpstr (anybody, ==, "Hidden from them");
  g_assert_cmpstr (fine, ==, "12 checks are fine");
  g_assert_cmpstr (one, ==, "Nothing found so far. 1 check cannot be made from here.");
  g_assert_cmpstr (none, ==, "Nothing here explains it. Every check is fine.");
}

#define ADD(name, up, function) g_test_add ("/why-panel/" name, Fixture, NULL, up, function, tear_down)

int
main (int argc, char *argv[])
{
  /* The names of things are asked of GTK's own accessibility back end for tests. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  foyer_get_resource ();

  ADD ("a-question-has-an-answer", set_up_synced, test_answer);
  ADD ("fixed-it-is-gone-and-undone-it-is-back", set_up_synced, test_fix_and_undo);
  ADD ("return-fixes", set_up_synced, test_return_on_the_card_fixes);
  ADD ("a-sentence-for-the-phone", set_up_synced, test_say_this);
  ADD ("nonsense-is-not-guessed-at", set_up_synced, test_nonsense);
  ADD ("what-was-never-fetched-is-unknown", set_up, test_unknown);
  ADD ("hidden-with-what-helps-beside-it", set_up_synced, test_hidden);
  ADD ("an-answer-is-not-said-twice", set_up_synced, test_hidden_beside_the_answer);
  ADD ("ghosts-of-a-page-on-demand", set_up_synced, test_ghosts);
  ADD ("other-eyes-another-answer", set_up_synced, test_other_eyes);
  ADD ("everything-has-a-name", set_up_synced, test_everything_has_a_name);
  g_test_add_func ("/why-panel/words", test_words);
  return g_test_run ();
}
