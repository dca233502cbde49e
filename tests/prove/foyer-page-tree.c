/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-tree.c - what WebKit builds from the preview and Chromium from the live portal */

#include "foyer-page-tree.h"

#include "foyer-test.h"

#include <string.h>
#include <webkit/webkit.h>

struct _FoyerPageTrees {
  FoyerPreviewWorld *world;
  char *script;
  FoyerChromium *chromium;

  FoyerClock *clock;
  FoyerWebModule *module;
  FoyerDesk *desk;
  GtkWindow *window;
  FoyerPreviewFrame *frame;
  gboolean is_painted;
};

/* --- The preview --- */

static void
on_painted (FoyerPreviewFrame *frame, FoyerPageTrees *self)
{
  self->is_painted = TRUE;
}

static WebKitWebView *
get_web (FoyerPageTrees *self)
{
  GtkWidget *view = adw_bin_get_child (ADW_BIN (self->frame));

  return view == NULL ? NULL : WEBKIT_WEB_VIEW (gtk_widget_get_first_child (view));
}

/* Before the view loads anything: what listens in its process is found then. */
static void
on_child (FoyerPageTrees *self)
{
  WebKitWebView *web = get_web (self);

  if (web != NULL)
    webkit_web_context_set_web_process_extensions_directory (webkit_web_view_get_context (web),
                                                             g_getenv ("FOYER_PAGE_TREE_DIR"));
}

static gboolean
is_painted (gpointer data)
{
  FoyerPageTrees *self = data;

  if (foyer_preview_frame_get_problem (self->frame) != NULL)
    g_error ("There is no preview: %s", foyer_preview_frame_get_problem (self->frame));
  return self->is_painted;
}

char *
foyer_page_trees_read_preview (FoyerPageTrees *self,
                               const FoyerOnlooker *onlooker,
                               const char *address,
                               gboolean is_masked)
{
  g_autoptr (FoyerPreviewScene) scene = foyer_preview_scene_new (NULL, NULL);
  g_autoptr (WebKitUserMessage) answer = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_preview_scene_set_viewer (scene, onlooker->client_id, onlooker->person_id, onlooker->link_id);
  scene->is_masked = is_masked;
  self->is_painted = FALSE;
  foyer_preview_frame_show (self->frame, scene, address);
  foyer_test_wait (is_painted, self);
  webkit_web_view_send_message_to_page (get_web (self),
                                        webkit_user_message_new ("tree", g_variant_new_string (self->script)),
                                        NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  answer = webkit_web_view_send_message_to_page_finish (get_web (self), result, &error);
  g_assert_no_error (error);
  return g_variant_dup_string (webkit_user_message_get_parameters (answer), NULL);
}

/* --- The live portal --- */

char *
foyer_page_trees_read_live (FoyerPageTrees *self, const FoyerOnlooker *onlooker, const char *address)
{
  g_autofree char *root
      = g_strdup_printf ("http://%s.localhost:%u", onlooker->browser->slug, self->world->server->port);
  g_autofree char *whole = g_strconcat (root, address, NULL);
  g_autofree char *shown = NULL;
  g_autofree char *tree = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) light = NULL;
  gsize length;
  const char *text;

  foyer_chromium_set_cookie (self->chromium, root, "__Host-fys", onlooker->browser->session);
  foyer_chromium_open (self->chromium, whole);
  shown = foyer_chromium_evaluate (self->chromium, "location.href");
  if (strcmp (shown, whole) != 0)
    return NULL;
  tree = foyer_chromium_evaluate (self->chromium, self->script);
  bytes = g_bytes_new (tree, strlen (tree));
  light = foyer_brand_force (bytes, FOYER_BRAND_LIGHT);
  text = g_bytes_get_data (light, &length);
  return g_strndup (text, length);
}

/* --- Beginning and end --- */

static char *
read_script (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("FOYER_SOURCE_DIR"), "tests", "prove", "page-tree", "page-tree.js", NULL);
  g_autoptr (GError) error = NULL;
  char *script;

  g_file_get_contents (path, &script, NULL, &error);
  g_assert_no_error (error);
  return script;
}

FoyerPageTrees *
foyer_page_trees_new (FoyerPreviewWorld *world)
{
  FoyerPageTrees *self = g_new0 (FoyerPageTrees, 1);

  self->world = world;
  self->script = read_script ();
  self->chromium = foyer_chromium_new ();
  self->clock = foyer_system_clock_new ();
  self->module = foyer_web_module_new (self->clock, NULL);
  self->desk = foyer_desk_new (world->console->store, NULL);
  self->window = GTK_WINDOW (gtk_window_new ());
  self->frame = g_object_new (FOYER_TYPE_PREVIEW_FRAME, "page-width", 800, NULL);
  foyer_preview_frame_start (self->frame, self->desk, self->module, NULL);
  g_signal_connect (self->frame, "painted", G_CALLBACK (on_painted), self);
  g_signal_connect_swapped (self->frame, "notify::child", G_CALLBACK (on_child), self);
  gtk_window_set_default_size (self->window, 800, 600);
  gtk_window_set_child (self->window, GTK_WIDGET (self->frame));
  gtk_window_present (self->window);
  return self;
}

void
foyer_page_trees_free (FoyerPageTrees *self)
{
  foyer_chromium_free (self->chromium);
  foyer_preview_frame_stop (self->frame);
  gtk_window_destroy (self->window);
  foyer_test_settle ();
  foyer_desk_close (self->desk);
  g_object_unref (self->desk);
  g_object_unref (self->module);
  g_object_unref (self->clock);
  g_free (self->script);
  g_free (self);
}
