/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-mail.h"

G_BEGIN_DECLS

/* What the words of each mail can be made of, for whoever writes them. */

/**
 * FoyerMailOddity:
 * @FOYER_MAIL_ODDITY_UNKNOWN: it is no placeholder and no block: readers see it as it stands
 * @FOYER_MAIL_ODDITY_EMPTY: it is one, and such a mail never has anything to put there
 *
 * What may be wrong with something in brackets.
 */
typedef enum {
  FOYER_MAIL_ODDITY_NONE,
  FOYER_MAIL_ODDITY_UNKNOWN,
  FOYER_MAIL_ODDITY_EMPTY,
} FoyerMailOddity;

/**
 * foyer_mail_kind_placeholders:
 *
 * Returns: (transfer none): the placeholders for which mails of @kind have something
 */
const char *const *foyer_mail_kind_placeholders (FoyerMailKind kind);

/**
 * foyer_mail_blocks:
 *
 * Returns: (transfer none): the features by which a line can begin, `[pay?]`
 */
const char *const *foyer_mail_blocks (void);

/**
 * foyer_mail_find_oddity:
 * @words: of a mail of @kind
 * @name: (out) (transfer full) (nullable): what stands in the brackets
 *
 * Looks for the first thing in brackets that looks like a placeholder or a block and does nothing.
 */
FoyerMailOddity foyer_mail_find_oddity (FoyerMailKind kind, const char *words, char **name);

G_END_DECLS
