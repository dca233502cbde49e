/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"
#include "foyer-shared-words.h"

G_BEGIN_DECLS

/* What people and links may do, and scopes and permissions as bits. */

#define FOYER_ALL_SCOPES ((1u << FOYER_N_SCOPES) - 1)
#define FOYER_ALL_PERMISSIONS ((1u << FOYER_N_PERMISSIONS) - 1)

/**
 * foyer_permissions_of_person:
 *
 * Returns: what a person may do if nothing else says no, one bit a #FoyerPermission: their own permissions, or those of their role
 */
guint foyer_permissions_of_person (FoyerRecord *person);

/**
 * foyer_permissions_of_link:
 * @settings: effective settings
 *
 * Returns: what the bearer of a PortalLink may do at the most, one bit a #FoyerPermission: what the link says, or the settings
 */
guint foyer_permissions_of_link (FoyerRecord *link, FoyerRecord *settings);

/**
 * foyer_scope_bits:
 * @words: (nullable): as records hold them
 *
 * Returns: one bit a #FoyerScope
 */
guint foyer_scope_bits (const char *const *words);

/**
 * foyer_permission_bits:
 * @words: (nullable): as records hold them
 *
 * Returns: one bit a #FoyerPermission
 */
guint foyer_permission_bits (const char *const *words);

/**
 * foyer_scope_words:
 *
 * Returns: (transfer full): the words of @bits, for records
 */
char **foyer_scope_words (guint bits);

/**
 * foyer_permission_words:
 *
 * Returns: (transfer full): the words of @bits, for records
 */
char **foyer_permission_words (guint bits);

G_END_DECLS
