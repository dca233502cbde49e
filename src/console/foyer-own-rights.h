/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-staff-rights.h"

G_BEGIN_DECLS

/**
 * foyer_own_rights_refuse:
 * @verb: what whoever is signed in wants to do
 * @type: to what kind of record
 *
 * Asks the same rule as the server does (X18). Who is not known yet is not held up here: the server decides.
 *
 * Returns: (transfer full) (nullable): why not, in one sentence; %NULL if it may be done
 */
char *foyer_own_rights_refuse (FoyerDesk *desk, FoyerStaffVerb verb, const FoyerRecordType *type);

/**
 * foyer_own_rights_refuse_field:
 * @field: (nullable): the one that would be changed
 *
 * The same for one field of a record.
 *
 * Returns: (transfer full) (nullable): why not, or %NULL if they may
 */
char *foyer_own_rights_refuse_field (FoyerDesk *desk,
                                     FoyerStaffVerb verb,
                                     const FoyerRecordType *type,
                                     const FoyerField *field);

G_END_DECLS
