/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-columns-json.c - a row of a record's table straight to the record's JSON text */

#include "foyer-record-columns.h"

#include "foyer-date.h"
#include "foyer-json.h"

#include <string.h>

static void
append_name (GString *out, const char *name)
{
  g_string_append (out, out->str[out->len - 1] == '{' ? "\"" : ",\"");
  g_string_append (out, name);
  g_string_append (out, "\":");
}

static void
append_integer (GString *out, gint64 value)
{
  char digits[24];
  char *at = digits + sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--at = '-';
  g_string_append_len (out, at, digits + sizeof digits - at);
}

static void
append_time (GString *out, gint64 seconds)
{
  g_autofree char *text = foyer_utc_format (seconds);

  foyer_json_append_string (out, text);
}

static void
append_word (GString *out, const FoyerField *field, gint64 index)
{
  g_autofree char *word = foyer_field_value_word (field, (int) index);

  foyer_json_append_string (out, word);
}

static void
append_money (GString *out, gint64 amount, const char *currency)
{
  g_string_append (out, "{\"amount\":");
  append_integer (out, amount);
  g_string_append (out, ",\"currency\":");
  foyer_json_append_string (out, currency == NULL ? "XXX" : currency);
  g_string_append_c (out, '}');
}

/* @column is the field's first. */
static void
append_value (GString *out, FoyerStatement *row, guint column, const FoyerField *field)
{
  switch (field->kind) {
  case FOYER_KIND_INTEGER:
    append_integer (out, foyer_statement_get_integer (row, column));
    break;
  case FOYER_KIND_BOOLEAN:
    g_string_append (out, foyer_statement_get_integer (row, column) != 0 ? "true" : "false");
    break;
  case FOYER_KIND_TIME:
    append_time (out, foyer_statement_get_integer (row, column));
    break;
  case FOYER_KIND_ENUM:
    append_word (out, field, foyer_statement_get_integer (row, column));
    break;
  case FOYER_KIND_MONEY:
    append_money (out, foyer_statement_get_integer (row, column), foyer_statement_get_text (row, column + 1));
    break;
  case FOYER_KIND_TEXT:
  case FOYER_KIND_DATE:
  case FOYER_KIND_REF:
    foyer_json_append_string (out, foyer_statement_get_text (row, column));
    break;
  case FOYER_KIND_TEXTS:
  case FOYER_KIND_REFS:
  case FOYER_KIND_LIST:
  case FOYER_KIND_MAP:
  default:
    /* JSON already: it was made canonical when it was put. */
    g_string_append (out, foyer_statement_get_text (row, column));
  }
}

static void
append_server_fields (GString *out, FoyerStatement *row, guint first)
{
  append_name (out, "id");
  foyer_json_append_string (out, foyer_statement_get_text (row, first));
  if (foyer_statement_get_integer (row, first + 1) == 0)
    return;
  append_name (out, "rev");
  append_integer (out, foyer_statement_get_integer (row, first + 1));
  append_name (out, "createdAt");
  append_time (out, foyer_statement_get_integer (row, first + 2));
  append_name (out, "updatedAt");
  append_time (out, foyer_statement_get_integer (row, first + 3));
  if (foyer_statement_is_null (row, first + 4))
    return;
  append_name (out, "updatedBy");
  foyer_json_append_string (out, foyer_statement_get_text (row, first + 4));
}

/* Members that this program does not know, kept as an object. */
static void
append_extra (GString *out, const char *extra)
{
  gsize length = extra == NULL ? 0 : strlen (extra);

  if (length <= strlen ("{}"))
    return;
  g_string_append_c (out, ',');
  g_string_append_len (out, extra + 1, (gssize) length - 2);
}

void
foyer_columns_append_json (GString *out, FoyerStatement *row, guint first, const FoyerRecordType *type)
{
  guint column = first + FOYER_FIXED_COLUMNS;

  g_string_append_c (out, '{');
  append_server_fields (out, row, first);
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];

    if (!foyer_statement_is_null (row, column) && !field->secret) {
      append_name (out, field->name);
      append_value (out, row, column, field);
    }
    column += field->kind == FOYER_KIND_MONEY ? 2 : 1;
  }
  append_extra (out, foyer_statement_get_text (row, first + 5));
  g_string_append_c (out, '}');
}
