/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-finding.h"
#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * FoyerRecordReader:
 * @client_id: whose portal it is
 * @property_ids: (nullable) (array zero-terminated=1): the only sites that the person sees; %NULL for all
 *
 * For whom a record is judged. That the kind of record is open to them at all is the matter of foyer_visibility_check().
 */
typedef struct {
  const char *client_id;
  const char *const *property_ids;
} FoyerRecordReader;

/**
 * foyer_record_hidden_by:
 * @visit: (nullable): the visit of a photo, which is shown once that is done; other records need none
 *
 * The end of the visibility chain (product.md X12): the record is released and it belongs. What no rule speaks of is hidden.
 *
 * Returns: (nullable): the rule that hides @record (D27…D34, or X12 where the diagnosis has no row of its own), a static string;
 *   %NULL if it is shown
 */
const char *foyer_record_hidden_by (FoyerRecord *record, FoyerRecord *visit, const FoyerRecordReader *reader);

/**
 * foyer_record_visibility_check:
 * @visit: (nullable): as above
 * @language: in which the finding speaks
 *
 * The same in words, for the diagnosis.
 *
 * Returns: (transfer full): a pass, or a block with the rule that hides @record
 */
FoyerFinding *foyer_record_visibility_check (FoyerRecord *record,
                                             FoyerRecord *visit,
                                             const FoyerRecordReader *reader,
                                             const char *language);

G_END_DECLS
