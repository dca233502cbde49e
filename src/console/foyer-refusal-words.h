/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_refusal_words:
 * @description: (nullable): why server or a rule refuses something, as they say it
 *
 * Both know a closed list of sentences, in English where nobody told them another language; names and times are filled in.
 *
 * Returns: (transfer full) (nullable): the same in the language of this program; what is not known here stays as it is
 */
char *foyer_refusal_words (const char *description);

/**
 * FoyerTranslateFunc:
 *
 * Returns: (transfer none): @text in another language, or @text
 */
typedef const char *(*FoyerTranslateFunc) (const char *text);

/**
 * foyer_refusal_words_by:
 *
 * The same by another translator than the program's catalogue.
 */
char *foyer_refusal_words_by (const char *description, FoyerTranslateFunc translate);

G_END_DECLS
