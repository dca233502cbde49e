/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-json-span.h"
#include "foyer-record-type.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define FOYER_TYPE_RECORD (foyer_record_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRecord, foyer_record, FOYER, RECORD, GObject)

/**
 * FoyerRecord:
 *
 * One record: a client, a booking. Immutable once it has been given to another thread; change is a patch that makes a new one.
 * Read it by the typed getters of its type (`types/booking.h`), not by the generic ones below.
 */

/**
 * FoyerMoneyValue:
 * @amount: minor units
 * @currency: (nullable): ISO 4217 code, owned by the record
 */
typedef struct {
  gint64 amount;
  const char *currency;
} FoyerMoneyValue;

/**
 * foyer_record_from_json:
 * @json: the record's JSON form, as it travels
 *
 * Unknown members are kept and given back by foyer_record_to_json(), so that an older program never strips a newer field.
 *
 * Returns: (transfer full): the record, or %NULL with a #FoyerRecordError naming record, field and what was expected
 */
FoyerRecord *foyer_record_from_json (const FoyerRecordType *type, JsonObject *json, GError **error);

/**
 * foyer_record_from_span:
 * @json: an object in a text that foyer_json_check() has passed
 *
 * Does what foyer_record_from_json() does, several times as quickly: what is plainly right is read where it stands, and only what is
 * not goes by way of a #JsonObject.
 *
 * Returns: (transfer full): the record, or %NULL with a #FoyerRecordError naming record, field and what was expected
 */
FoyerRecord *foyer_record_from_span (const FoyerRecordType *type, FoyerJsonSpan json, GError **error);

/**
 * foyer_record_to_json:
 *
 * Returns: (transfer full): the JSON form; absent fields are left out
 */
JsonObject *foyer_record_to_json (FoyerRecord *self);

const FoyerRecordType *foyer_record_get_record_type (FoyerRecord *self);
const char *foyer_record_get_id (FoyerRecord *self);

/**
 * foyer_record_get_rev:
 *
 * Returns: the server's change number of the record, 0 while the server has not seen it
 */
gint64 foyer_record_get_rev (FoyerRecord *self);

/**
 * foyer_record_get_created_at:
 *
 * Returns: seconds since 1970, stamped by the server, 0 while it has not seen the record
 */
gint64 foyer_record_get_created_at (FoyerRecord *self);

/**
 * foyer_record_get_updated_at:
 *
 * Returns: seconds since 1970, stamped by the server, 0 while it has not seen the record
 */
gint64 foyer_record_get_updated_at (FoyerRecord *self);

/**
 * foyer_record_get_updated_by:
 *
 * Returns: (nullable): the id of the staff member or portal person who wrote last
 */
const char *foyer_record_get_updated_by (FoyerRecord *self);

/* What the getters of types/ are made of. @index is the place of the field in the type's table. */

gboolean foyer_record_has (FoyerRecord *self, guint index);
const char *foyer_record_get_text (FoyerRecord *self, const FoyerRecordType *type, guint index);
gint64 foyer_record_get_number (FoyerRecord *self, const FoyerRecordType *type, guint index);
int foyer_record_get_enum (FoyerRecord *self, const FoyerRecordType *type, guint index);
FoyerMoneyValue foyer_record_get_money (FoyerRecord *self, const FoyerRecordType *type, guint index);

/**
 * foyer_record_get_json:
 *
 * Returns: (transfer full) (nullable): the value of a list or map field, parsed
 */
JsonNode *foyer_record_get_json (FoyerRecord *self, const FoyerRecordType *type, guint index);

/**
 * foyer_record_get_texts:
 *
 * Returns: (transfer full): the strings or ids of a list field, %NULL-terminated, empty if absent
 */
char **foyer_record_get_texts (FoyerRecord *self, const FoyerRecordType *type, guint index);

/**
 * foyer_record_search_text:
 *
 * Returns: (transfer full): the searched fields, parted by line breaks
 */
char *foyer_record_search_text (FoyerRecord *self);

G_END_DECLS
