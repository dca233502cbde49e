/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "methods/foyer-methods.h"

G_BEGIN_DECLS

/* Writing one record on behalf of a staff member: rights, form, expectations, references, rules, and then the effects. */

/**
 * foyer_record_create:
 * @id: the id that the record shall have
 * @values: as sent
 * @error: (out): a SetError
 *
 * Returns: (transfer full): the members that the server set or defaulted, or %NULL with @error set
 */
JsonObject *foyer_record_create (FoyerMethodContext *context,
                                 const FoyerRecordType *type,
                                 const char *id,
                                 JsonObject *values,
                                 JsonObject **error);

/**
 * foyer_record_update:
 * @expected: (nullable): pointer to value: what must still be so (`ifMatch`)
 * @error: (out): a SetError
 *
 * Returns: (transfer full): the members that changed beyond @patch, or %NULL with @error set
 */
JsonObject *foyer_record_update (FoyerMethodContext *context,
                                 const FoyerRecordType *type,
                                 const char *id,
                                 JsonObject *patch,
                                 JsonObject *expected,
                                 JsonObject **error);

/**
 * foyer_record_destroy:
 *
 * Returns: %FALSE with @error set to a SetError
 */
gboolean foyer_record_destroy (FoyerMethodContext *context,
                               const FoyerRecordType *type,
                               const char *id,
                               JsonObject **error);

G_END_DECLS
