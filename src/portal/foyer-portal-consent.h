/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_portal_consent:
 * @view: whose `record` is a quote or a document
 *
 * Returns: (transfer full): the sentence that is agreed to by signing it, in the viewer's language; page and signature both have it from
 *   here
 */
char *foyer_portal_consent (JsonObject *view);

/**
 * foyer_portal_consent_mark:
 *
 * Returns: (transfer full): the lower-case hex SHA-256 of that sentence, which the box beside it carries
 */
char *foyer_portal_consent_mark (JsonObject *view);

G_END_DECLS
