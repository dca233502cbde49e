/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_UPLOAD_MOST_BOUNDARIES 64

/**
 * foyer_upload_look:
 * @content_type: (nullable): of the request
 *
 * Looks at a form with files before anything takes it apart: that its boundary is one, that it begins and ends with it, that there are few
 * parts and that the head of each is short. Looks at each byte a few times at most and keeps none.
 *
 * Returns: 200, or the HTTP status by which it is refused: 400, or 413 for too many parts
 */
guint foyer_upload_look (const char *content_type, GBytes *body);

G_END_DECLS
