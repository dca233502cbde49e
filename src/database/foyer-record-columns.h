/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-builder.h"
#include "foyer-statement.h"

G_BEGIN_DECLS

/* How the fields of a record stand in the columns of its table. Money takes two columns: minor units and currency. */

/* The columns from the id to the generation, before those of the fields. */
#define FOYER_FIXED_COLUMNS 7

/**
 * foyer_columns_append_names:
 *
 * Appends the names of all columns after `organisation`, parted by commas: id, rev, created_at, updated_at, updated_by, extra,
 * generation, then the fields in the order of the table.
 */
void foyer_columns_append_names (GString *sql, const FoyerRecordType *type);

/**
 * foyer_columns_count:
 *
 * Returns: how many columns foyer_columns_append_names() names
 */
guint foyer_columns_count (const FoyerRecordType *type);

/**
 * foyer_columns_append_name:
 *
 * Appends @column as a quoted name. Names come from the field tables only.
 */
void foyer_columns_append_name (GString *sql, const char *column);

/**
 * foyer_columns_sql_type:
 *
 * Returns: the SQL type of the first column of @field
 */
const char *foyer_columns_sql_type (const FoyerField *field);

/**
 * foyer_columns_bind:
 * @first: the number of the parameter for the first column
 */
void foyer_columns_bind (FoyerStatement *statement, guint first, FoyerRecord *record, gint64 generation);

/**
 * foyer_columns_read:
 * @first: the column that holds the id
 *
 * Returns: (transfer full): the record in the present row
 */
FoyerRecord *foyer_columns_read (FoyerStatement *statement, guint first, const FoyerRecordType *type);

/**
 * foyer_columns_append_json:
 * @row: a statement that stands on a row
 * @first: the column that holds the id
 *
 * Appends the record in the row as JSON, as foyer_record_to_json() would give it.
 */
void foyer_columns_append_json (GString *out, FoyerStatement *row, guint first, const FoyerRecordType *type);

G_END_DECLS
