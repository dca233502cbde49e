/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-database.h"
#include "foyer-record-type.h"

G_BEGIN_DECLS

/**
 * foyer_record_digest:
 *
 * A sum over ids and revs of all records of @type, in any order. Server and console come to the same at the same state, or one of them
 * has drifted.
 *
 * Returns: (transfer full): 16 hexadecimal digits, or %NULL with an error
 */
char *foyer_record_digest (FoyerDatabase *database,
                           gint64 organisation,
                           const FoyerRecordType *type,
                           GError **error);

/**
 * foyer_record_digest_sum:
 * @statement: whose rows are ids and revs
 *
 * Returns: (transfer full): the same sum of other rows, or %NULL with an error
 */
char *foyer_record_digest_sum (FoyerStatement *statement, GError **error);

G_END_DECLS
