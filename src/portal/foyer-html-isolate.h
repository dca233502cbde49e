/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_html_escape_isolated:
 *
 * Appends text as foyer_html_escape() does, what is between %FOYER_ISOLATE_START and %FOYER_ISOLATE_END as `<bdi>`, and so all of a
 * text that turns what is beside it. Ends without a start are left out, and starts without an end are closed.
 */
void foyer_html_escape_isolated (GString *out, const char *text, gsize length);

G_END_DECLS
