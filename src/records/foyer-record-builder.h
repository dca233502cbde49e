/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

G_BEGIN_DECLS

/**
 * FoyerRecordBuilder: the way in for floors that read records from elsewhere than JSON. A record may be built only by the
 * function that made it, before anybody else sees it.
 */

/**
 * FoyerValue:
 * @number: an integer, a boolean, seconds, an enum's place or minor units; %FOYER_ABSENT if absent
 * @text: (nullable): a text, id or date, a currency, or the JSON of a list or map
 */
typedef struct {
  gint64 number;
  char *text;
} FoyerValue;

#define FOYER_ABSENT G_MININT64

/**
 * foyer_record_new:
 *
 * Returns: (transfer full): a record of @type without any field
 */
FoyerRecord *foyer_record_new (const FoyerRecordType *type, const char *id);

/**
 * foyer_record_set_id:
 *
 * Gives the record another id, for those who come upon it late.
 */
void foyer_record_set_id (FoyerRecord *self, const char *id);

/**
 * foyer_record_value:
 *
 * Returns: (transfer none): the place where the field at @index is kept
 */
FoyerValue *foyer_record_value (FoyerRecord *self, guint index);

void foyer_record_set_server_fields (FoyerRecord *self,
                                     gint64 rev,
                                     gint64 created_at,
                                     gint64 updated_at,
                                     const char *updated_by);

/**
 * foyer_record_get_extra:
 *
 * Returns: (nullable): unknown members as a JSON object
 */
const char *foyer_record_get_extra (FoyerRecord *self);
void foyer_record_set_extra (FoyerRecord *self, const char *extra);

G_END_DECLS
