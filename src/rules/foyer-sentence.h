/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-text.h"

/**
 * foyer_sentence:
 * @language: a BCP 47 tag
 * @message: the English sentence, with placeholders such as `{name}`
 * @...: pairs of name and value for the placeholders, ending with %NULL
 *
 * How findings speak. As a keyword of gettext (`--keyword=foyer_sentence:2`) it also marks the sentence for the catalogues.
 *
 * Returns: (transfer full): the sentence in that language
 */
#define foyer_sentence(language, message, ...) foyer_text_fill (foyer_text (language, message), __VA_ARGS__)

/**
 * foyer_plain_sentence:
 *
 * The same for a sentence without placeholders (`--keyword=foyer_plain_sentence:2`).
 *
 * Returns: (transfer full): the sentence in that language
 */
#define foyer_plain_sentence(language, message) g_strdup (foyer_text (language, message))

/**
 * FOYER_MARK:
 *
 * Marks words in a static table for the catalogues (`--keyword=FOYER_MARK`); foyer_text() looks them up.
 */
#define FOYER_MARK(message) message
