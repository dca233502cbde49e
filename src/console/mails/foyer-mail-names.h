/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-mail.h"

G_BEGIN_DECLS

/* What the office calls mails and what stands in them. */

/**
 * foyer_mail_kind_title:
 * @kind: one of those whose words staff may change
 *
 * Returns: (transfer none): its name
 */
const char *foyer_mail_kind_title (FoyerMailKind kind);

/**
 * foyer_mail_kind_occasion:
 * @kind: one of those whose words staff may change
 *
 * Returns: (transfer none): when a client gets it, in one sentence
 */
const char *foyer_mail_kind_occasion (FoyerMailKind kind);

/**
 * foyer_mail_placeholder_title:
 * @name: of a placeholder
 *
 * Returns: (transfer none): what stands there
 */
const char *foyer_mail_placeholder_title (const char *name);

/**
 * foyer_mail_block_title:
 * @name: of a block
 *
 * Returns: (transfer none): when its line is there
 */
const char *foyer_mail_block_title (const char *name);

G_END_DECLS
