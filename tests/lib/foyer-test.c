/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-test.c - what tests of several floors need */

#include "foyer-test.h"

#include "foyer-json.h"

#include <glib/gstdio.h>

#define PATIENCE_SECONDS 10

void
foyer_test_take_result (GObject *source, GAsyncResult *result, gpointer place)
{
  *(GAsyncResult **) place = g_object_ref (result);
}

static gboolean
on_patience_ended (gpointer user_data)
{
  g_error ("Waited %d seconds for nothing", PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

GAsyncResult *
foyer_test_wait_result (GAsyncResult **result)
{
  guint patience = g_timeout_add_seconds (PATIENCE_SECONDS, on_patience_ended, NULL);

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
  return g_steal_pointer (result);
}

void
foyer_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

char *
foyer_test_make_directory (void)
{
  g_autoptr (GError) error = NULL;
  char *directory = g_dir_make_tmp ("foyer-test-XXXXXX", &error);

  g_assert_no_error (error);
  return directory;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
      remove_tree (child);
    else
      g_unlink (child);
  }
  g_rmdir (path);
}

void
foyer_test_remove_directory (char *directory)
{
  remove_tree (directory);
  g_free (directory);
}

FoyerStore *
foyer_test_open_store (const char *directory, FoyerClock *clock, FoyerRandom *random, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) failure = NULL;
  FoyerStore *store;

  foyer_store_open_async (directory, clock, random, FALSE, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  store = foyer_store_open_finish (result, &failure);
  if (error == NULL)
    g_assert_no_error (failure);
  else if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return store;
}

void
foyer_test_close_store (FoyerStore *store)
{
  foyer_test_settle ();
  foyer_store_close (store);
  g_assert_finalize_object (store);
}

JsonObject *
foyer_test_json (const char *text)
{
  g_autofree char *quoted = g_strdup (text);
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  g_strdelimit (quoted, "'", '"');
  object = foyer_json_parse_object (quoted, -1, &error);
  g_assert_no_error (error);
  return object;
}

char *
foyer_test_submit (FoyerStore *store,
                   FoyerVerb verb,
                   const FoyerRecordType *type,
                   const char *id,
                   const char *patch,
                   gint64 hold,
                   GError **error)
{
  g_autoptr (JsonObject) object = patch == NULL ? NULL : foyer_test_json (patch);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_store_submit_async (store, verb, type, id, "test", NULL, object, hold, NULL, foyer_test_take_result,
                            &waiting);
  result = foyer_test_wait_result (&waiting);
  return foyer_store_submit_finish (store, result, error);
}

gpointer
foyer_test_write (FoyerStore *store, FoyerWriteFunc function, gpointer data)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gpointer answer;

  foyer_store_write_async (store, function, data, NULL, NULL, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  answer = foyer_store_write_finish (store, result, &error);
  g_assert_no_error (error);
  return answer;
}
