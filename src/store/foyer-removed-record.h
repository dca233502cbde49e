/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-operation.h"

G_BEGIN_DECLS

/**
 * foyer_removed_record_keep:
 * @record: as it stands before it is removed
 *
 * What an operation that removes a record keeps of it, so that it can be taken back after it has left (E4): one that is nothing but what
 * staff wrote, a domain's name or the words of a mail.
 *
 * Returns: (transfer full) (nullable): the patch that makes it once more; %NULL if no record of @type is made again
 */
JsonObject *foyer_removed_record_keep (const FoyerRecordType *type, JsonObject *record);

/**
 * foyer_removed_record_may_return:
 * @data: an operation that has left
 * @record: (nullable): its record as it stands now
 *
 * Returns: whether the operation removed a record that can be made once more, under another id
 */
gboolean foyer_removed_record_may_return (const FoyerOperationData *data, FoyerRecord *record);

G_END_DECLS
