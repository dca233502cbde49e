/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_html_escape:
 * @length: bytes of @text, or -1 if it ends with a nul
 *
 * Appends @text so that it is the same text in an element and in a quoted attribute value, and never anything else: `& < > " '`
 * become entities; what HTML does not allow (invalid UTF-8, control characters, noncharacters) becomes U+FFFD; line ends become
 * one line feed.
 */
void foyer_html_escape (GString *out, const char *text, gssize length);

G_END_DECLS
