/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_text_merge:
 * @base: what both began with
 * @mine: what one made of it
 * @theirs: what somebody else made of it
 *
 * Merges two people's changes of a text, line by line. Where only one of them changed lines, the change is taken; lines that both added at the
 * same place stand below each other, theirs first. Nothing that anybody wrote is left out.
 *
 * Returns: (transfer full) (nullable): the merged text, %NULL if both changed the same lines: a person has to say
 */
char *foyer_text_merge (const char *base, const char *mine, const char *theirs);

G_END_DECLS
