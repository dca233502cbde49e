/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Slips of the keyboard: a letter too many, too few or another one, and two that changed places. */

/**
 * foyer_typo_distance:
 * @most: beyond this the exact number does not matter
 *
 * Counts bytes, so that words in which accents count are folded before.
 *
 * Returns: how many slips lie between @a and @b, at most @most + 1
 */
guint foyer_typo_distance (const char *a, const char *b, guint most);

/**
 * foyer_typo_find_domain:
 * @domain: of an email address
 *
 * Returns: (nullable): the domain of a provider of mail that many people use and that was probably meant, a static string; %NULL if
 *   @domain is one of them or is like none (D05)
 */
const char *foyer_typo_find_domain (const char *domain);

G_END_DECLS
