/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-type.h"

G_BEGIN_DECLS

/**
 * FoyerProblem:
 * @field: the member's name
 * @expected: a sentence fragment: "a time such as 2026-05-06T09:00:00Z, not 17"
 */
typedef struct {
  char *field;
  char *expected;
} FoyerProblem;

void foyer_problem_free (FoyerProblem *problem);

/**
 * foyer_field_check:
 * @value: (nullable): %NULL or JSON null for absent
 *
 * Returns: (transfer full) (nullable): what was expected instead, or %NULL if @value is good
 */
char *foyer_field_check (const FoyerField *field, JsonNode *value);

/**
 * foyer_field_check_kept:
 *
 * As foyer_field_check(), of a value that is stored already: forms that were wider once are not looked at.
 */
char *foyer_field_check_kept (const FoyerField *field, JsonNode *value);

/**
 * foyer_field_accepts_text:
 *
 * Returns: whether foyer_field_check() finds nothing about @text in a field whose values travel as strings; %FALSE for any other field
 */
gboolean foyer_field_accepts_text (const FoyerField *field, const char *text);

/**
 * foyer_field_accepts_number:
 *
 * Returns: whether @number is within the bounds of an integer, or as minor units within those of money
 */
gboolean foyer_field_accepts_number (const FoyerField *field, gint64 number);
gboolean foyer_field_accepts_currency (const char *currency);

/**
 * foyer_record_type_check:
 * @json: a whole record
 *
 * Checks every field and that `id` fits the type. Unknown members are not looked at: who writes may have to refuse them, who reads
 * must keep them.
 *
 * Returns: (transfer full) (element-type FoyerProblem): all problems, empty if @json is good
 */
GPtrArray *foyer_record_type_check (const FoyerRecordType *type, JsonObject *json);

/**
 * foyer_record_type_check_change:
 * @before: (nullable): what is stored
 *
 * Does what foyer_record_type_check() does, but what is as in @before is checked as foyer_field_check_kept() does. Who reads a record
 * gives it as @before too.
 *
 * Returns: (transfer full) (element-type FoyerProblem): all problems, empty if @json is good
 */
GPtrArray *foyer_record_type_check_change (const FoyerRecordType *type, JsonObject *before, JsonObject *json);

/**
 * foyer_record_type_fill_defaults:
 *
 * Adds the defaults of the members that @json leaves out.
 */
void foyer_record_type_fill_defaults (const FoyerRecordType *type, JsonObject *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerProblem, foyer_problem_free)

G_END_DECLS
