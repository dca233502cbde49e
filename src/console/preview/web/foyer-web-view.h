/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the console and the web room say to each other. The room is a module that links WebKitGTK and GTK and nothing of Foyer; the console
 * opens it on the first preview (foyer-web-module.h) and calls it through FoyerWebRoom, and it calls the console through FoyerWebHost. All
 * of it on the main thread. docs/preview.md says what holds the view off the network. */

/* Of every address: foyer-portal://FRAME/path?query. FRAME is the host's own word, such as `live` or `draft`: letters, digits, hyphens. */
#define FOYER_WEB_SCHEME "foyer-portal"

/* A page without anything. Of the host's origin: WebKit would start another process for any other. */
#define FOYER_WEB_EMPTY FOYER_WEB_SCHEME "://portal/preview/empty"

/* Elements of this class are outlined. */
#define FOYER_WEB_MARK "foyer-differs"

/* Raised with every change of the structs below: a module of another build is not opened. */
#define FOYER_WEB_ROOM_VERSION 1

/* The module's one symbol, a FoyerWebRoomFunc. */
#define FOYER_WEB_ROOM_SYMBOL "foyer_web_room"

/**
 * FoyerWebRequest:
 *
 * A page, picture or style sheet that a view asks for, to be answered once by `answer`, now or later.
 */
typedef struct _FoyerWebRequest FoyerWebRequest;

/**
 * FoyerWebHost:
 * @ask: something is asked for at @address, whatever its fragment. The host owns @request until it calls `answer`, which it must, also if
 *   the view is gone by then
 * @on_page: (nullable): the view shows the page of @address from now on, with its fragment; it need not be painted yet
 * @on_painted: (nullable): the page of @address with all that belongs to it is drawn. Called once after each load
 * @on_act: (nullable): somebody submitted a form to @address, with the method `POST`, the only one that the portal has (WebKit does not say
 *   which it was); or wanted to choose a file, on the page of @address, with the method `FILE`. Nothing happened, and the host says so
 * @on_leave: (nullable): somebody followed a link to @address, which is not of our scheme: `https:`, `mailto:`, `tel:`. Nothing happened
 * @on_died: (nullable): the view's process has ended and nothing is drawn any more. @again: whether `revive` may be called
 *   (foyer_web_module_revive_async() does it): twice after each `load`. If not, the host says in words that the page cannot be shown
 *
 * What a view tells the console, each with the data that was given with it. Nothing is called after the view was disposed of.
 */
typedef struct {
  void (*ask) (gpointer data, GtkWidget *view, FoyerWebRequest *request, const char *address);
  void (*on_page) (gpointer data, GtkWidget *view, const char *address);
  void (*on_painted) (gpointer data, GtkWidget *view, const char *address);
  void (*on_act) (gpointer data, GtkWidget *view, const char *address, const char *method);
  void (*on_leave) (gpointer data, GtkWidget *view, const char *address);
  void (*on_died) (gpointer data, GtkWidget *view, gboolean again);
} FoyerWebHost;

/**
 * FoyerWebRoom:
 * @version: %FOYER_WEB_ROOM_VERSION
 * @make_async: makes a view, with an empty page. @cache_directory: where the compiled content filter is kept. @sibling: (nullable): a view
 *   whose web process it shares. @host: static. The sandbox must have been probed: foyer_web_module_make_view_async() does both
 * @make_finish: Returns: (transfer floating): the view, or %NULL with @error: without all its walls there is no view
 * @answer: ends @request. @status: 200, 404, …. @content_type: `text/html; charset=utf-8`. @bytes: (nullable) (transfer none): %NULL if there
 *   is nothing: the view stays where it is
 * @load: shows the page of @address, an absolute one of our scheme. Loading what is shown loads it anew. With %FOYER_WEB_EMPTY the view
 *   forgets its page and draws nothing; the host is not asked for it and hears nothing of it
 * @reload: asks for the page again and keeps the place to which it was scrolled
 * @set_zoom: the page's width in CSS pixels is the widget's width divided by @zoom, between 0.1 and 5
 * @revive: starts another web process for the view and loads its page again, after `on_died` allowed it
 * @take_picture_async: takes a picture of the page as if it were shown @css_width pixels wide, or as it is shown if that is 0. @whole: to the
 *   end of the page, or what is visible
 * @take_picture_finish: Returns: (transfer full): the picture, @css_width times the display's scale wide, or %NULL with @error
 * @print: asks how, and prints. @parent: (nullable): the dialog's
 *
 * What the module offers.
 */
typedef struct {
  guint version;
  void (*make_async) (const char *cache_directory,
                      GtkWidget *sibling,
                      const FoyerWebHost *host,
                      gpointer data,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  GtkWidget *(*make_finish) (GAsyncResult *result, GError **error);
  void (*answer) (FoyerWebRequest *request, guint status, const char *content_type, GBytes *bytes);
  void (*load) (GtkWidget *view, const char *address);
  void (*reload) (GtkWidget *view);
  void (*set_zoom) (GtkWidget *view, double zoom);
  void (*revive) (GtkWidget *view);
  void (*take_picture_async) (GtkWidget *view,
                              int css_width,
                              gboolean whole,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
  GdkTexture *(*take_picture_finish) (GtkWidget *view, GAsyncResult *result, GError **error);
  void (*print) (GtkWidget *view, GtkWindow *parent);
} FoyerWebRoom;

typedef const FoyerWebRoom *(*FoyerWebRoomFunc) (void);

G_END_DECLS
