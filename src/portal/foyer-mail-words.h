/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-mail.h"

G_BEGIN_DECLS

/**
 * foyer_mail_button_words:
 * @nouns: (nullable)
 *
 * Returns: (transfer none): what stands on the link of @kind where there is room for words
 */
const char *foyer_mail_button_words (FoyerMailKind kind, const char *language, const FoyerMailNouns *nouns);

G_END_DECLS
