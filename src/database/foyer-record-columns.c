/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-columns.c - the fields of a record as columns of its table */

#include "foyer-record-columns.h"

void
foyer_columns_append_name (GString *sql, const char *column)
{
  g_string_append_c (sql, '"');
  g_string_append (sql, column);
  g_string_append_c (sql, '"');
}

void
foyer_columns_append_names (GString *sql, const FoyerRecordType *type)
{
  g_string_append (sql, "id, rev, created_at, updated_at, updated_by, extra, generation");
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];

    g_string_append (sql, ", ");
    foyer_columns_append_name (sql, field->column);
    if (field->kind == FOYER_KIND_MONEY) {
      g_autofree char *currency = g_strconcat (field->column, "_currency", NULL);

      g_string_append (sql, ", ");
      foyer_columns_append_name (sql, currency);
    }
  }
}

guint
foyer_columns_count (const FoyerRecordType *type)
{
  guint count = FOYER_FIXED_COLUMNS + type->n_fields;

  for (guint i = 0; i < type->n_fields; i++)
    count += type->fields[i].kind == FOYER_KIND_MONEY;
  return count;
}

static gboolean
is_number (const FoyerField *field)
{
  switch (field->kind) {
  case FOYER_KIND_INTEGER:
  case FOYER_KIND_MONEY:
  case FOYER_KIND_BOOLEAN:
  case FOYER_KIND_TIME:
  case FOYER_KIND_ENUM:
    return TRUE;
  case FOYER_KIND_TEXT:
  case FOYER_KIND_DATE:
  case FOYER_KIND_REF:
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
  case FOYER_KIND_LIST:
  case FOYER_KIND_MAP:
  default:
    return FALSE;
  }
}

const char *
foyer_columns_sql_type (const FoyerField *field)
{
  return is_number (field) ? "INTEGER" : "TEXT";
}

static void
bind_value (FoyerStatement *statement, guint *number, const FoyerField *field, const FoyerValue *value)
{
  if (is_number (field) && value->number != FOYER_ABSENT)
    foyer_statement_bind_integer (statement, *number, value->number);
  else if (!is_number (field) && value->text != NULL && !field->secret)
    foyer_statement_bind_text (statement, *number, value->text);
  else
    foyer_statement_bind_null (statement, *number);
  (*number)++;
  if (field->kind == FOYER_KIND_MONEY)
    foyer_statement_bind_text (statement, (*number)++, value->text);
}

void
foyer_columns_bind (FoyerStatement *statement, guint first, FoyerRecord *record, gint64 generation)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  guint number = first;

  foyer_statement_bind_text (statement, number++, foyer_record_get_id (record));
  foyer_statement_bind_integer (statement, number++, foyer_record_get_rev (record));
  foyer_statement_bind_integer (statement, number++, foyer_record_get_created_at (record));
  foyer_statement_bind_integer (statement, number++, foyer_record_get_updated_at (record));
  foyer_statement_bind_text (statement, number++, foyer_record_get_updated_by (record));
  foyer_statement_bind_text (statement, number++, foyer_record_get_extra (record));
  foyer_statement_bind_integer (statement, number++, generation);
  for (guint i = 0; i < type->n_fields; i++)
    bind_value (statement, &number, &type->fields[i], foyer_record_value (record, i));
}

static void
read_value (FoyerStatement *statement, guint *column, const FoyerField *field, FoyerValue *value)
{
  if (is_number (field)) {
    if (!foyer_statement_is_null (statement, *column))
      value->number = foyer_statement_get_integer (statement, *column);
    (*column)++;
    if (field->kind == FOYER_KIND_MONEY)
      value->text = g_strdup (foyer_statement_get_text (statement, (*column)++));
    return;
  }
  value->text = g_strdup (foyer_statement_get_text (statement, (*column)++));
}

FoyerRecord *
foyer_columns_read (FoyerStatement *statement, guint first, const FoyerRecordType *type)
{
  FoyerRecord *record = foyer_record_new (type, foyer_statement_get_text (statement, first));
  guint column = first + FOYER_FIXED_COLUMNS;

  foyer_record_set_server_fields (record, foyer_statement_get_integer (statement, first + 1),
                                  foyer_statement_get_integer (statement, first + 2),
                                  foyer_statement_get_integer (statement, first + 3),
                                  foyer_statement_get_text (statement, first + 4));
  foyer_record_set_extra (record, foyer_statement_get_text (statement, first + 5));
  for (guint i = 0; i < type->n_fields; i++)
    read_value (statement, &column, &type->fields[i], foyer_record_value (record, i));
  return record;
}
