/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_error_describe:
 *
 * Floors below speak to programmers; this speaks to people.
 *
 * Returns: (transfer full): what happened, what still works and what to do, translated
 */
char *foyer_error_describe (const GError *error);

/**
 * foyer_answer_reason:
 * @answer: (nullable): what stands with an operation that was not taken
 *
 * Why it was not: what the engine found in this console's words, what the server said in its own.
 *
 * Returns: (transfer full) (nullable): a clause or sentence, such as `Lee is at Oak Hall, 9–10 AM`; %NULL if nobody said
 */
char *foyer_answer_reason (JsonObject *answer);

/**
 * foyer_answer_writer:
 * @answer: (nullable): as with foyer_answer_reason()
 * @by: (nullable): who it was, if the answer does not say
 *
 * Returns: (transfer full) (nullable): who was first, and at which device: `Ben Okafor on front-desk`
 */
char *foyer_answer_writer (JsonObject *answer, const char *by);

G_END_DECLS
