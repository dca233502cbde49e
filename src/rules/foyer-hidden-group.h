/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-hidden.h"

G_BEGIN_DECLS

/* Groups while they are made. Not for use outside of this floor. */

/**
 * foyer_hidden_groups_new:
 *
 * Returns: (transfer full) (element-type FoyerHiddenGroup): none yet
 */
GPtrArray *foyer_hidden_groups_new (void);

/**
 * foyer_hidden_groups_open:
 * @finding: (transfer full)
 *
 * Returns: (transfer none): the group of that answer: what two kinds are told in the same words is one thing to mend
 */
FoyerHiddenGroup *foyer_hidden_groups_open (GPtrArray *groups, FoyerFinding *finding);

/**
 * foyer_hidden_group_open_part:
 *
 * Returns: (transfer none): the part of that type
 */
FoyerHiddenPart *foyer_hidden_group_open_part (FoyerHiddenGroup *group, const FoyerRecordType *type);

/**
 * foyer_hidden_groups_finish:
 *
 * Puts the groups in the order of the layers, and what they hold into words.
 */
void foyer_hidden_groups_finish (GPtrArray *groups, const char *language);

G_END_DECLS
