/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-preview-files.c - what a page shows and is not here is fetched, over a way that has its moods */

#include "foyer-blob-files.h"
#include "foyer-json.h"
#include "foyer-one-console.h"
#include "foyer-preview-files.h"
#include "foyer-test.h"

#include <string.h>

typedef struct {
  FoyerOneConsole *console;
  FoyerDesk *desk;
  FoyerPreviewFiles *files;
  char *blob; /* at the server */
  guint n_came;
} Fixture;

static void
on_came (Fixture *fixture)
{
  fixture->n_came++;
}

static void
pass (Fixture *fixture, gint64 time)
{
  foyer_one_console_pass (fixture->console, time);
}

static char *
upload (Fixture *fixture)
{
  g_autoptr (JsonObject) asked
      = foyer_json_parse_object ("{\"create\": {\"k\": {\"data\": [{\"data:asText\": \"a picture\"}]}}}", -1,
                                 NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JsonObject) said = NULL;
  g_autoptr (GError) error = NULL;

  foyer_sync_engine_ask_async (fixture->console->engine, "Blob/upload", json_object_ref (asked), NULL,
                               foyer_test_take_result, &result);
  pass (fixture, SECONDS (1));
  said = foyer_sync_engine_ask_finish (fixture->console->engine, result, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (
      foyer_json_object_text (foyer_json_object_object (foyer_json_object_object (said, "created"), "k"),
                              "id"));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->console = foyer_one_console_new ();
  pass (fixture, SECONDS (2));
  fixture->desk = foyer_desk_new (fixture->console->store, NULL);
  foyer_desk_use_engine (fixture->desk, fixture->console->engine);
  fixture->files = foyer_preview_files_new (fixture->desk);
  g_signal_connect_swapped (fixture->files, "came", G_CALLBACK (on_came), fixture);
  fixture->blob = upload (fixture);
  g_assert_nonnull (fixture->blob);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_preview_files_stop (fixture->files);
  pass (fixture, SECONDS (1));
  g_assert_finalize_object (fixture->files);
  foyer_desk_close (fixture->desk);
  g_assert_finalize_object (fixture->desk);
  foyer_one_console_free (fixture->console);
  g_free (fixture->blob);
}

static gboolean
is_here (Fixture *fixture)
{
  g_autoptr (FoyerBlobFiles) files = foyer_blob_files_new (fixture->console->directory);
  g_autofree char *path = foyer_blob_files_get_path (files, fixture->blob);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_comes_once (Fixture *fixture, gconstpointer data)
{
  foyer_preview_files_want (fixture->files, fixture->blob);
  foyer_preview_files_want (fixture->files, fixture->blob);
  pass (fixture, SECONDS (1));
  g_assert_true (is_here (fixture));
  g_assert_cmpuint (fixture->n_came, ==, 1);
}

/* The network breaks while it comes: it is asked for again, without anybody who asks. */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_lose_replies (fixture->console->loopback, 2);
  foyer_preview_files_want (fixture->files, fixture->blob);
  pass (fixture, SECONDS (1) / 20);
  g_assert_false (is_here (fixture));
  g_assert_cmpuint (fixture->n_came, ==, 0);
  pass (fixture, SECONDS (10));
  g_assert_true (is_here (fixture));
  g_assert_cmpuint (fixture->n_came, ==, 1);
}

static void
test_offline (Fixture *fixture, gconstpointer data)
{
  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  pass (fixture, SECONDS (30));
  foyer_preview_files_want (fixture->files, fixture->blob);
  pass (fixture, SECONDS (30));
  g_assert_cmpuint (fixture->n_came, ==, 0);
  foyer_loopback_set_online (fixture->console->loopback, TRUE);
  pass (fixture, SECONDS (70));
  g_assert_true (is_here (fixture));
  g_assert_cmpuint (fixture->n_came, ==, 1);
}

/* What the server has not is asked for once: no page is drawn again for it. */
static void
test_cannot_be_had (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_strdup (fixture->blob);
  guint before = foyer_loopback_count_requests (fixture->console->loopback);

  other[strlen (other) - 1] = other[strlen (other) - 1] == '0' ? '1' : '0';
  foyer_preview_files_want (fixture->files, other);
  pass (fixture, SECONDS (1) / 2);
  g_assert_cmpuint (foyer_loopback_count_requests (fixture->console->loopback), ==, before + 1);
  foyer_preview_files_want (fixture->files, other);
  pass (fixture, SECONDS (30));
  g_assert_cmpuint (foyer_loopback_count_requests (fixture->console->loopback), ==, before + 1);
  g_assert_cmpuint (fixture->n_came, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/preview-files/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("comes-once", test_comes_once);
  ADD ("cut", test_cut);
  ADD ("offline", test_offline);
  ADD ("cannot-be-had", test_cannot_be_had);
  return g_test_run ();
}
