/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The start of an isolate whose direction is that of its first letter, and the end of any. */
#define FOYER_ISOLATE_START "\u2068"
#define FOYER_ISOLATE_END "\u2069"

/**
 * foyer_text_turns:
 * @length: in bytes
 *
 * Tells whether @text can change the order of what stands beside it: it holds letters that run from right to left, or characters that
 * turn letters around, and they are not between %FOYER_ISOLATE_START and %FOYER_ISOLATE_END.
 */
gboolean foyer_text_turns (const char *text, gsize length);

/**
 * foyer_text_isolate:
 * @text: (nullable): a name, which is to be joined with other words
 *
 * Returns: (transfer full) (nullable): @text, between %FOYER_ISOLATE_START and %FOYER_ISOLATE_END if it turns
 */
char *foyer_text_isolate (const char *text);

/**
 * foyer_text_join:
 * @between: what stands between two texts
 * @texts: (array length=n_texts) (element-type utf8): those that are %NULL are left out
 *
 * Returns: (transfer full) (nullable): the texts, each isolated as by foyer_text_isolate(), or %NULL if there are none
 */
char *foyer_text_join (const char *between, const char *const *texts, guint n_texts);

G_END_DECLS
