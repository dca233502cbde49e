/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-jmap-request.h"

G_BEGIN_DECLS

/**
 * foyer_jmap_resolve_references:
 * @call: whose `#name` arguments are references (RFC 8620 §3.7)
 * @response: what has been answered so far
 * @error: (out): the arguments of the method-level error: `invalidArguments` or `invalidResultReference`
 *
 * Returns: (transfer full): the arguments with every reference put in its place, or %NULL with @error set
 */
JsonObject *
foyer_jmap_resolve_references (FoyerJmapCall *call, FoyerJmapResponse *response, JsonObject **error);

/**
 * foyer_jmap_evaluate_pointer:
 * @pointer: a JSON pointer (RFC 6901) in which `*` maps over a list and flattens
 *
 * Returns: (transfer full) (nullable): the value found
 */
JsonNode *foyer_jmap_evaluate_pointer (JsonNode *root, const char *pointer);

G_END_DECLS
