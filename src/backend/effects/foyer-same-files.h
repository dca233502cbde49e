/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_same_files:
 * @kept: (nullable): the attachments of a message or a request
 * @files: (nullable): as `{blobId, …}`; %NULL for none
 *
 * Tells a form that is sent twice from a second photo with the same words, or with none. Pure.
 *
 * Returns: whether @kept has the bytes of @files, in their order
 */
gboolean foyer_same_files (JsonNode *kept, JsonArray *files);

G_END_DECLS
