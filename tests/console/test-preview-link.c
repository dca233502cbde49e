/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-preview-link.c - links to previews: written, read again, and hostile ones */

#include "foyer-console-fixture.h"
#include "foyer-preview-stage.h"
#include "foyer-random.h"
#include "foyer-test.h"

#include <string.h>

#define ID(prefix, number) prefix "-00000000-0000-7000-8000-00000000000" number
#define ELLEN "foyer://preview/client/" ID ("cl", "1")
/* clang-format off */
#define WHOLE \
  ELLEN "?person=" ID ("pp", "1") "&page=%2Fvisits%2F" ID ("vs", "1") "&at=2026-11-23T09%3A00%3A00Z&settings=draft"
/* clang-format on */

static void
test_there_and_back (void)
{
  static const char *const links[]
      = { WHOLE, ELLEN "?page=%2F", ELLEN "?link=" ID ("pl", "1") "&page=%2Finvoices&settings=both",
          "foyer://preview/nobody?page=%2Fsign-in" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerPreviewLink) link = foyer_preview_link_parse (links[i], &error);
    g_autofree char *text = NULL;

    g_assert_no_error (error);
    text = foyer_preview_link_write (link);
    g_assert_cmpstr (text, ==, links[i]);
  }
}

static void
test_hostile (void)
{
  static const char *const links[] = {
    "",
    "foyer:",
    "foyer://preview",
    "foyer://preview/client/",
    "foyer://preview/nobody",
    "foyer://preview/nobody?",
    "foyer://preview/nobody?person=" ID ("pp", "1") "&page=%2F",
    "foyer://preview/nobody?page=%2F&page=%2F",
    "foyer://preview/nobody?page=%2F&secret=x",
    "foyer://preview/nobody?page=https%3A%2F%2Felsewhere.example",
    "foyer://preview/nobody?page=%2F%2Felsewhere.example",
    "foyer://preview/nobody?page=%2F%00",
    "foyer://preview/nobody?page=%2F%0A",
    "foyer://preview/nobody?page=%FF",
    "foyer://preview/nobody?page=/",
    "foyer://preview/client/../nobody?page=%2F",
    "foyer://preview/client/" ID ("pp", "1") "?page=%2F",
    ELLEN "?person=" ID ("cl", "1") "&page=%2F",
    ELLEN "?page=%2F&at=tomorrow",
    ELLEN "?page=%2F&at=1969-11-23T09%3A00%3A00Z",
    ELLEN "?page=%2F&settings=published",
    ELLEN "?page=%2F#x",
    "FOYER://preview/nobody?page=%2F",
    "file:///etc/passwd",
    "https://elsewhere.example/foyer://preview/nobody?page=%2F",
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerPreviewLink) link = foyer_preview_link_parse (links[i], &error);

    if (link != NULL)
      g_error ("%s is taken for a link", links[i]);
    g_assert_error (error, FOYER_PREVIEW_LINK_ERROR, FOYER_PREVIEW_LINK_ERROR_MALFORMED);
  }
}

/* Whatever is read is written again as it was. */
static void
test_mutants (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (7);

  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (WHOLE);
    guint n_changes = 1 + (guint) foyer_random_below (random, 4);
    g_autoptr (FoyerPreviewLink) link = NULL;

    for (guint k = 0; k < n_changes; k++)
      text->str[foyer_random_below (random, text->len)] = (char) (1 + foyer_random_below (random, 255));
    link = foyer_preview_link_parse (text->str, NULL);
    if (link != NULL) {
      g_autofree char *again = foyer_preview_link_write (link);

      g_assert_cmpstr (again, ==, text->str);
    }
  }
}

static void
test_follow (FoyerConsoleFixture *fixture, gconstpointer unused)
{
  g_autoptr (FoyerPreviewStage) stage = foyer_preview_stage_new (fixture->desk);
  gint64 moment = 0;

  foyer_console_fixture_pull (fixture, "[{'id': 'pp-1', 'clientId': 'cl-1', 'name': 'Ellen Ruiz', 'email': "
                                       "'ellen@birch.example', 'status': 'active'}]");
  g_assert_null (foyer_preview_stage_follow_link (stage, WHOLE));
  g_assert_cmpstr (foyer_preview_stage_get_person_id (stage), ==, ID ("pp", "1"));
  g_assert_cmpstr (foyer_preview_stage_get_address (stage), ==, "/visits/" ID ("vs", "1"));
  g_object_get (stage, "moment", &moment, NULL);
  g_assert_cmpint (moment, ==, 1795424400);
  g_assert_nonnull (foyer_preview_stage_follow_link (stage, "foyer://x"));
  g_assert_nonnull (
      foyer_preview_stage_follow_link (stage, "foyer://preview/client/" ID ("cl", "9") "?page=%2F"));
  /* Nobody is looked at as somebody of another client. */
  g_assert_nonnull (foyer_preview_stage_follow_link (
      stage, "foyer://preview/client/" ID ("cl", "2") "?person=" ID ("pp", "1") "&page=%2F"));
  g_assert_cmpstr (foyer_preview_stage_get_client_id (stage), ==, ID ("cl", "1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/console/preview-link/there-and-back", test_there_and_back);
  g_test_add_func ("/console/preview-link/hostile", test_hostile);
  g_test_add_func ("/console/preview-link/mutants", test_mutants);
  g_test_add ("/console/preview-link/follow", FoyerConsoleFixture, NULL, foyer_console_fixture_set_up,
              test_follow, foyer_console_fixture_tear_down);
  return g_test_run ();
}
