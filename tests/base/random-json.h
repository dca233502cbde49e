/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-random.h"

#include <json-glib/json-glib.h>

/* JSON made by chance, and texts damaged by chance. */

/**
 * random_json_value:
 * @depth: levels that may still be opened
 *
 * Returns: (transfer full): any I-JSON value
 */
JsonNode *random_json_value (FoyerRandom *random, guint depth);

/**
 * random_json_write:
 *
 * Appends @node in one of the many ways in which it may be written: members in any order, space anywhere, characters escaped or not.
 */
void random_json_write (GString *out, JsonNode *node, FoyerRandom *random);

/**
 * random_json_mutate:
 * @text: (inout): may come to hold any bytes
 * @tokens: (array length=n_tokens): pieces to put in
 *
 * Does one to four damages: bytes flipped, removed, doubled, cut off, and tokens put in.
 */
void random_json_mutate (GString *text, FoyerRandom *random, const char *const *tokens, gsize n_tokens);
