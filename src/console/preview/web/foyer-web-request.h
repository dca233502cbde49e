/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-web-view.h"

#include <webkit/webkit.h>

G_BEGIN_DECLS

/**
 * foyer_web_request_serve:
 * @context: of views, each of which is the child of a #FoyerWebFrame
 *
 * From now on our scheme is answered by the hosts of the views that ask.
 */
void foyer_web_request_serve (WebKitWebContext *context);

/**
 * foyer_web_request_answer:
 *
 * `answer` of #FoyerWebRoom.
 */
void foyer_web_request_answer (FoyerWebRequest *self, guint status, const char *content_type, GBytes *bytes);

G_END_DECLS
