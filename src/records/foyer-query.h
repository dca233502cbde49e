/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-builder.h"

G_BEGIN_DECLS

/**
 * FoyerQuery:
 *
 * A question to a #FoyerRecordSource: records of one type, filtered by indexed fields, in order of one field and then of id, from
 * after a key, at most so many. Fields are named as in JSON; a name that the type does not have is a programmer's error.
 */
typedef struct _FoyerQuery FoyerQuery;

typedef enum {
  FOYER_COMPARE_EQUAL,
  FOYER_COMPARE_LESS,
  FOYER_COMPARE_AT_LEAST,
} FoyerComparison;

/**
 * FoyerCondition:
 * @field: what is compared
 * @number: for integers, booleans, times and enums (the place of the word)
 * @text: (nullable): for texts, dates and ids; %NULL with @is_text means "absent"
 */
typedef struct {
  const FoyerField *field;
  FoyerComparison comparison;
  gboolean is_text;
  gint64 number;
  char *text;
} FoyerCondition;

struct _FoyerQuery {
  const FoyerRecordType *type;
  GArray *conditions;      /* (element-type FoyerCondition), all must hold */
  const FoyerField *order; /* (nullable): by id alone */
  gboolean descending;
  gint64 after_number; /* the key after which to begin, if @after_id is set */
  char *after_text;
  char *after_id;
  guint limit; /* 0 for all */
};

/**
 * foyer_query_new:
 *
 * Returns: (transfer full): all records of @type in order of id
 */
FoyerQuery *foyer_query_new (const FoyerRecordType *type);
void foyer_query_free (FoyerQuery *self);

/**
 * foyer_query_where_text:
 * @value: (nullable): %NULL for records without the field
 *
 * E-mail addresses are the same whatever letters are large in them; all other text is only itself.
 */
void foyer_query_where_text (FoyerQuery *self, const char *field, const char *value);
void foyer_query_where_number (FoyerQuery *self, const char *field, FoyerComparison comparison, gint64 value);
void foyer_query_order (FoyerQuery *self, const char *field, gboolean descending);

/**
 * foyer_query_after:
 * @number: value of the order field, if that is a number
 * @text: (nullable): value of the order field, if that is a text
 *
 * Begins after the record with this key: paging by key costs the same on the last page as on the first.
 */
void foyer_query_after (FoyerQuery *self, gint64 number, const char *text, const char *id);
void foyer_query_limit (FoyerQuery *self, guint limit);

/**
 * foyer_query_matches:
 *
 * Returns: whether @record is of the query's type and all conditions hold
 */
gboolean foyer_query_matches (const FoyerQuery *self, FoyerRecord *record);

/**
 * foyer_query_compare:
 *
 * Returns: below 0 if @a comes before @b in the query's order, above 0 if it comes after
 */
int foyer_query_compare (const FoyerQuery *self, FoyerRecord *a, FoyerRecord *b);

/**
 * foyer_query_get_value:
 *
 * Returns: (transfer none): the value of @field in @record
 */
const FoyerValue *foyer_query_get_value (const FoyerField *field, FoyerRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerQuery, foyer_query_free)

G_END_DECLS
