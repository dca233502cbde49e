/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-random.h"
#include "foyer-record-type.h"

/* Records made of valid values by chance: what every floor must carry without loss, whatever a type's table says. */

/**
 * record_maker_value:
 *
 * Returns: (transfer full): a value that fits @field
 */
JsonNode *record_maker_value (const FoyerField *field, FoyerRandom *random);

/**
 * record_maker_json:
 * @fill: the share of the optional fields that are there, of 100
 *
 * Returns: (transfer full): a whole record of @type that fits its table
 */
JsonObject *record_maker_json (const FoyerRecordType *type, FoyerRandom *random, guint fill);
