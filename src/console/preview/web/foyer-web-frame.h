/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-web-view.h"

#include <webkit/webkit.h>

G_BEGIN_DECLS

#define FOYER_TYPE_WEB_FRAME (foyer_web_frame_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWebFrame, foyer_web_frame, FOYER, WEB_FRAME, GtkWidget)

/**
 * FoyerWebFrame:
 *
 * What the host knows as the view: a WebKitWebView, and who is told what happens in it.
 */

/**
 * foyer_web_frame_new:
 * @web: (transfer floating): guarded, of a context that is served
 *
 * Returns: (transfer floating): a view with an empty page
 */
GtkWidget *foyer_web_frame_new (WebKitWebView *web, const FoyerWebHost *host, gpointer data);

WebKitWebView *foyer_web_frame_get_web (FoyerWebFrame *self);

/* What happens in the view. */

/**
 * foyer_web_frame_ask:
 * @request: (transfer full): taken if somebody is there to answer
 *
 * Returns: whether it was
 */
gboolean foyer_web_frame_ask (FoyerWebFrame *self, FoyerWebRequest *request, const char *address);
void foyer_web_frame_act (FoyerWebFrame *self, const char *address, const char *method);
void foyer_web_frame_leave (FoyerWebFrame *self, const char *address);

/* What the host wants: the functions of FoyerWebRoom that have these names. */
void foyer_web_frame_load (GtkWidget *view, const char *address);
void foyer_web_frame_reload (GtkWidget *view);
void foyer_web_frame_set_zoom (GtkWidget *view, double zoom);
void foyer_web_frame_revive (GtkWidget *view);
void foyer_web_frame_print (GtkWidget *view, GtkWindow *parent);

/**
 * foyer_web_frame_get_drawn_width:
 *
 * Returns: how wide WebKit draws what is shown, in pixels: more than the frame's width where that would make letters too small for it
 */
int foyer_web_frame_get_drawn_width (FoyerWebFrame *self);

/**
 * foyer_web_frame_pose:
 * @css_width: how wide the page shall be laid out, in CSS pixels at zoom 1, while the view goes on to draw what it drew before; 0 to end that
 */
void foyer_web_frame_pose (FoyerWebFrame *self, int css_width);

G_END_DECLS
