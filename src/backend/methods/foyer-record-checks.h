/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methods/foyer-methods.h"

G_BEGIN_DECLS

/* What a record must be before it is written. Each returns %FALSE with @error set to a SetError that names all that is wrong. */

/**
 * foyer_record_exists:
 *
 * Returns: whether the organisation has a record of @type called @id
 */
gboolean foyer_record_exists (FoyerMethodContext *context, const FoyerRecordType *type, const char *id);

/**
 * foyer_record_check_members:
 * @before: (nullable): %NULL for a creation
 *
 * What staff may not set must be as it is; what the type does not have must not be there.
 */
gboolean foyer_record_check_members (const FoyerRecordType *type,
                                     JsonObject *before,
                                     JsonObject *after,
                                     JsonObject **error);

/**
 * foyer_record_check_values:
 * @before: (nullable): what is stored
 *
 * Every member must have the form that its field asks for; see foyer_record_type_check_change().
 */
gboolean foyer_record_check_values (const FoyerRecordType *type,
                                    JsonObject *before,
                                    JsonObject *after,
                                    JsonObject **error);

/**
 * foyer_record_check_references:
 * @before: (nullable)
 *
 * Records that @after begins to name must be there.
 */
gboolean foyer_record_check_references (FoyerMethodContext *context,
                                        const FoyerRecordType *type,
                                        JsonObject *before,
                                        JsonObject *after,
                                        JsonObject **error);

/**
 * foyer_record_check_blobs:
 * @before: (nullable)
 *
 * Blobs that @after begins to name must be there, for this caller.
 */
gboolean foyer_record_check_blobs (FoyerMethodContext *context,
                                   const FoyerRecordType *type,
                                   JsonObject *before,
                                   JsonObject *after,
                                   JsonObject **error);

/**
 * foyer_record_check_unused:
 *
 * No record may be left that must name this one.
 */
gboolean foyer_record_check_unused (FoyerMethodContext *context,
                                    const FoyerRecordType *type,
                                    const char *id,
                                    JsonObject **error);

/**
 * foyer_record_resolve_creations:
 *
 * Puts ids in place of creation references: `#k` stands for the id that the creation k of this request was given.
 */
void
foyer_record_resolve_creations (FoyerMethodContext *context, const FoyerRecordType *type, JsonObject *values);

G_END_DECLS
