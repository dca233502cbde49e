/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-staff-rights.h"
#include "methods/foyer-methods.h"

G_BEGIN_DECLS

/* Whether whoever calls may do what the call says (product.md X18): the server asks the same table as the consoles. */

/**
 * foyer_record_rights_check:
 * @record: (nullable): as it was before
 * @field: (nullable): %NULL asks whether the caller may do this to the record at all
 * @value: (nullable): what the field shall be
 * @error: (out): a SetError
 *
 * Returns: %FALSE with @error set to `forbidden`
 */
gboolean foyer_record_rights_check (FoyerMethodContext *context,
                                    const FoyerRecordType *type,
                                    FoyerStaffVerb verb,
                                    FoyerRecord *record,
                                    const FoyerField *field,
                                    JsonNode *value,
                                    JsonObject **error);

/**
 * foyer_record_rights_check_members:
 * @before: (nullable): %NULL for a creation
 *
 * Asks for the record and for each member that is not the same in @before and @after.
 *
 * Returns: %FALSE with @error set to `forbidden`
 */
gboolean foyer_record_rights_check_members (FoyerMethodContext *context,
                                            const FoyerRecordType *type,
                                            FoyerStaffVerb verb,
                                            FoyerRecord *record,
                                            JsonObject *before,
                                            JsonObject *after,
                                            JsonObject **error);

/**
 * foyer_record_rights_check_call:
 * @arguments: of a `/set`
 *
 * Asks for everything that a `/set` names, without doing any of it.
 *
 * Returns: %FALSE with @error set to `forbidden`
 */
gboolean foyer_record_rights_check_call (FoyerMethodContext *context,
                                         const FoyerRecordType *type,
                                         JsonObject *arguments,
                                         JsonObject **error);

G_END_DECLS
