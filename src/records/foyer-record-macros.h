/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

/**
 * How a type's file makes getters from its table.
 *
 * A file in `types/` defines one list of lines, `FOYER_BOOKING_FIELDS (FIELD)`, each `FIELD (booking, KIND, column, "name", …)`,
 * and ends with `FOYER_DECLARE_RECORD_TYPE (booking, FOYER_BOOKING_FIELDS)`. From the list come the typed getters
 * `foyer_booking_get_column ()`, whose return type is that of the kind, and, in foyer-record-types.c, the table itself.
 */
#define FOYER_DECLARE_RECORD_TYPE(type, FIELDS) \
  enum { FIELDS (FOYER_FIELD_INDEX_) foyer_##type##_n_fields }; \
  extern const FoyerRecordType foyer_##type##_type; \
  FIELDS (FOYER_FIELD_GETTER_)

/**
 * FOYER_HAS:
 *
 * Whether @record holds the field at all: `FOYER_HAS (record, booking, note)`.
 */
#define FOYER_HAS(record, type, column) foyer_record_has (record, foyer_##type##_field_##column)

#define FOYER_FIELD_INDEX_(type, KIND, column, json, ...) foyer_##type##_field_##column,
#define FOYER_FIELD_GETTER_(type, KIND, column, json, ...) FOYER_GETTER_##KIND##_ (type, column)

#define FOYER_GETTER_(type, column, Type, read) \
  static inline Type foyer_##type##_get_##column (FoyerRecord *record) \
  { \
    return read (record, &foyer_##type##_type, foyer_##type##_field_##column); \
  }

#define FOYER_GETTER_TEXT_(type, column) FOYER_GETTER_ (type, column, const char *, foyer_record_get_text)
#define FOYER_GETTER_DATE_(type, column) FOYER_GETTER_ (type, column, const char *, foyer_record_get_text)
#define FOYER_GETTER_REF_(type, column) FOYER_GETTER_ (type, column, const char *, foyer_record_get_text)
#define FOYER_GETTER_INTEGER_(type, column) FOYER_GETTER_ (type, column, gint64, foyer_record_get_number)
#define FOYER_GETTER_TIME_(type, column) FOYER_GETTER_ (type, column, gint64, foyer_record_get_number)
#define FOYER_GETTER_BOOLEAN_(type, column) FOYER_GETTER_ (type, column, gboolean, foyer_record_get_number)
#define FOYER_GETTER_ENUM_(type, column) FOYER_GETTER_ (type, column, int, foyer_record_get_enum)
#define FOYER_GETTER_MONEY_(type, column) \
  FOYER_GETTER_ (type, column, FoyerMoneyValue, foyer_record_get_money)
#define FOYER_GETTER_TEXTS_(type, column) FOYER_GETTER_ (type, column, char **, foyer_record_get_texts)
#define FOYER_GETTER_REFS_(type, column) FOYER_GETTER_ (type, column, char **, foyer_record_get_texts)
#define FOYER_GETTER_LIST_(type, column) FOYER_GETTER_ (type, column, JsonNode *, foyer_record_get_json)
#define FOYER_GETTER_MAP_(type, column) FOYER_GETTER_ (type, column, JsonNode *, foyer_record_get_json)
