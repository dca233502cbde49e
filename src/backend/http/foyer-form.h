/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-http-message.h"

G_BEGIN_DECLS

#define FOYER_FORM_TYPE "application/x-www-form-urlencoded"
#define FOYER_FORM_LONGEST (64 * 1024)

/**
 * foyer_form_parse:
 * @text: names and values as a browser sends them, not nul-terminated
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the fields, or %NULL if @text is too long, no UTF-8, cannot be decoded, or
 *   names a field twice
 */
GHashTable *foyer_form_parse (const char *text, gsize length);

/**
 * foyer_form_read_body:
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the fields of a form that was posted, or %NULL
 */
GHashTable *foyer_form_read_body (const FoyerHttpRequest *request);

/**
 * foyer_form_read_query:
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the fields of the address, or %NULL
 */
GHashTable *foyer_form_read_query (const FoyerHttpRequest *request);

/**
 * foyer_form_is_same_origin:
 * @url: of the site itself: scheme, host and port
 *
 * Whether a form was sent from a page of the same site, as browsers say: by `Sec-Fetch-Site`, or by `Origin` where that is missing. Who
 * says neither is no browser with a page of ours open.
 */
gboolean foyer_form_is_same_origin (const FoyerHttpRequest *request, const char *url);

G_END_DECLS
