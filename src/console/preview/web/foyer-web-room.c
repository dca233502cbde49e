/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-web-room.c - what the module offers: its one symbol, and how a view comes to be */

#include "foyer-web-frame.h"
#include "foyer-web-picture.h"
#include "foyer-web-policy.h"
#include "foyer-web-request.h"
#include "foyer-web-walls.h"

typedef struct {
  GtkWidget *sibling;
  const FoyerWebHost *host;
  gpointer data;
} Making;

static void
free_making (gpointer data)
{
  Making *making = data;

  g_clear_object (&making->sibling);
  g_free (making);
}

static WebKitWebView *
make_web (FoyerWebFrame *sibling, WebKitUserContentManager *content)
{
  g_autoptr (WebKitSettings) settings = foyer_web_walls_make_settings ();
  const char *policy = foyer_web_walls_get_policy ();
  g_autoptr (WebKitWebContext) context = NULL;
  g_autoptr (WebKitNetworkSession) session = NULL;

  if (sibling != NULL && foyer_web_frame_get_web (sibling) != NULL)
    return g_object_new (WEBKIT_TYPE_WEB_VIEW, "related-view", foyer_web_frame_get_web (sibling), "settings",
                         settings, "user-content-manager", content, "default-content-security-policy", policy,
                         NULL);
  context = foyer_web_walls_make_context ();
  session = foyer_web_walls_make_session ();
  foyer_web_request_serve (context);
  return g_object_new (WEBKIT_TYPE_WEB_VIEW, "web-context", context, "network-session", session, "settings",
                       settings, "user-content-manager", content, "default-content-security-policy", policy,
                       NULL);
}

static void
on_content_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WebKitUserContentManager) content = foyer_web_walls_make_content_finish (result, &error);
  Making *making = g_task_get_task_data (task);
  WebKitWebView *web;

  if (content == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  web = make_web (making->sibling == NULL ? NULL : FOYER_WEB_FRAME (making->sibling), content);
  foyer_web_policy_guard (web);
  g_task_return_pointer (task, g_object_ref_sink (foyer_web_frame_new (web, making->host, making->data)),
                         g_object_unref);
}

static void
make_async (const char *cache_directory,
            GtkWidget *sibling,
            const FoyerWebHost *host,
            gpointer data,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Making *making = g_new0 (Making, 1);

  g_task_set_source_tag (task, make_async);
  g_task_set_task_data (task, making, free_making);
  g_set_object (&making->sibling, sibling);
  making->host = host;
  making->data = data;
  foyer_web_walls_make_content_async (cache_directory, cancellable, on_content_ready, task);
}

static GtkWidget *
make_finish (GAsyncResult *result, GError **error)
{
  GtkWidget *view = g_task_propagate_pointer (G_TASK (result), error);

  if (view != NULL)
    g_object_force_floating (G_OBJECT (view));
  return view;
}

static const FoyerWebRoom room = {
  .version = FOYER_WEB_ROOM_VERSION,
  .make_async = make_async,
  .make_finish = make_finish,
  .answer = foyer_web_request_answer,
  .load = foyer_web_frame_load,
  .reload = foyer_web_frame_reload,
  .set_zoom = foyer_web_frame_set_zoom,
  .revive = foyer_web_frame_revive,
  .take_picture_async = foyer_web_picture_take_async,
  .take_picture_finish = foyer_web_picture_take_finish,
  .print = foyer_web_frame_print,
};

const FoyerWebRoom *foyer_web_room (void) G_GNUC_CONST;

G_MODULE_EXPORT const FoyerWebRoom *
foyer_web_room (void)
{
  return &room;
}
