/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-field.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoyerRecordType:
 *
 * What one kind of record is: its names and its field table. All of them are static; see `types/`.
 */
typedef struct {
  const char *name;   /* in JSON and JMAP method names: `Booking` */
  const char *prefix; /* of ids: `bk` */
  const char *table;  /* in SQL: `booking` */
  const char *about;
  const FoyerField *fields;
  guint n_fields;
  gboolean singleton;   /* exactly one an organisation, made with it */
  gboolean append_only; /* never changed after creation */
  gboolean server_made; /* never created or changed by consoles */
  guint since;          /* the schema version that brought it, 0 for the first */
  guint index;          /* place in foyer_record_types() */
} FoyerRecordType;

#define FOYER_RECORD_ERROR (foyer_record_error_quark ())

/**
 * FoyerRecordError:
 * @FOYER_RECORD_ERROR_INVALID: a field holds what it must not; the message names record, field and what was expected
 * @FOYER_RECORD_ERROR_UNKNOWN_TYPE: no such record type
 * @FOYER_RECORD_ERROR_PATCH: not a patch of RFC 8620 §5.3
 */
typedef enum {
  FOYER_RECORD_ERROR_INVALID,
  FOYER_RECORD_ERROR_UNKNOWN_TYPE,
  FOYER_RECORD_ERROR_PATCH,
} FoyerRecordError;

GQuark foyer_record_error_quark (void);

/**
 * foyer_record_types:
 * @n_types: (out) (optional): their number
 *
 * Returns: (transfer none) (array length=n_types): all record types, in an order in which a type comes after those it refers to
 *   wherever that is possible
 */
const FoyerRecordType *const *foyer_record_types (guint *n_types);

/**
 * foyer_record_type_by_name:
 *
 * Returns: (nullable): the type called @name in JSON
 */
const FoyerRecordType *foyer_record_type_by_name (const char *name);

/**
 * foyer_record_type_of_id:
 *
 * Returns: (nullable): the type whose prefix @id begins with
 */
const FoyerRecordType *foyer_record_type_of_id (const char *id);

/**
 * foyer_record_type_field:
 *
 * Returns: (nullable): the field called @name in JSON
 */
const FoyerField *foyer_record_type_field (const FoyerRecordType *type, const char *name);

/**
 * foyer_field_value_index:
 *
 * Returns: the place of @word among the words of an enum or -1
 */
int foyer_field_value_index (const FoyerField *field, const char *word);

/**
 * foyer_field_value_word:
 *
 * Returns: (transfer full) (nullable): the word at @index, %NULL beyond the last
 */
char *foyer_field_value_word (const FoyerField *field, int index);

/**
 * foyer_field_is_writable:
 * @writer: one of #FoyerWriters
 * @creating: whether the record is being created
 *
 * Returns: whether @writer may set this field
 */
gboolean foyer_field_is_writable (const FoyerField *field, FoyerWriters writer, gboolean creating);

/**
 * foyer_field_only_grows:
 *
 * Returns: whether it is a list to which entries are added and from which none is ever taken: whoever writes it adds to what is there, not
 *   to what they saw (sync.md §7)
 */
gboolean foyer_field_only_grows (const FoyerField *field);

G_END_DECLS
