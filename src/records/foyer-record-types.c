/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-types.c - the tables of all record types, made from the lists in types/ */

#include "types/booking.h"

#define FIELD_LINE(type, KIND, col, json, ...) \
  { .name = json, .column = #col, .kind = FOYER_KIND_##KIND, __VA_ARGS__ },

/* clang-format off */
/* Every type: C name, list of fields, JSON name, prefix of ids, what it is, anything out of the ordinary. */
#define RECORD_TYPES(TYPE) \
  TYPE (booking, FOYER_BOOKING_FIELDS, "Booking", "bk", "A client's wish for a time: to have it, to move it or to give it back.")
/* clang-format on */

#define TYPE_INDEX(type, ...) type##_index,
enum { RECORD_TYPES (TYPE_INDEX) N_RECORD_TYPES };

#define TYPE_TABLE(type, FIELDS, json, id_prefix, text, ...) \
  static const FoyerField type##_fields[] = { FIELDS (FIELD_LINE) }; \
  const FoyerRecordType foyer_##type##_type = { .name = json, \
                                                .prefix = id_prefix, \
                                                .table = #type, \
                                                .about = text, \
                                                .fields = type##_fields, \
                                                .n_fields = G_N_ELEMENTS (type##_fields), \
                                                .index = type##_index, \
                                                __VA_ARGS__ };
RECORD_TYPES (TYPE_TABLE)

#define TYPE_POINTER(type, ...) &foyer_##type##_type,
static const FoyerRecordType *const all_types[] = { RECORD_TYPES (TYPE_POINTER) };

const FoyerRecordType *const *
foyer_record_types (guint *n_types)
{
  if (n_types != NULL)
    *n_types = G_N_ELEMENTS (all_types);
  return all_types;
}
