/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-schema.c - the tables of record types, made from their field tables */

#include "foyer-record-table.h"

#include "foyer-record-columns.h"

/* Types and fields without a version of their own came with the first. */
static guint
get_version (guint since)
{
  return MAX (since, 1);
}

static void
append_column (GString *sql, const FoyerField *field)
{
  foyer_columns_append_name (sql, field->column);
  g_string_append_c (sql, ' ');
  g_string_append (sql, foyer_columns_sql_type (field));
}

static void
append_currency_column (GString *sql, const FoyerField *field)
{
  g_autofree char *currency = g_strconcat (field->column, "_currency", NULL);

  foyer_columns_append_name (sql, currency);
  g_string_append (sql, " TEXT");
}

static gboolean
create_table (FoyerDatabase *database, const FoyerRecordType *type, guint schema, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("CREATE TABLE ");

  foyer_columns_append_name (sql, type->table);
  g_string_append (sql,
                   " (organisation INTEGER NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL, created_rev "
                   "INTEGER NOT NULL, created_at INTEGER NOT NULL,"
                   " updated_at INTEGER NOT NULL, updated_by TEXT, extra TEXT, generation INTEGER NOT NULL");
  for (guint i = 0; i < type->n_fields; i++) {
    if (get_version (type->fields[i].since) > schema)
      continue;
    g_string_append (sql, ", ");
    append_column (sql, &type->fields[i]);
    if (type->fields[i].kind == FOYER_KIND_MONEY) {
      g_string_append (sql, ", ");
      append_currency_column (sql, &type->fields[i]);
    }
  }
  g_string_append (sql, ", PRIMARY KEY (organisation, id)) STRICT, WITHOUT ROWID");
  return foyer_database_execute (database, sql->str, error);
}

static gboolean
create_index (FoyerDatabase *database, const FoyerRecordType *type, const char *column, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("CREATE INDEX ");
  g_autofree char *name = g_strconcat (type->table, "_by_", column, NULL);

  foyer_columns_append_name (sql, name);
  g_string_append (sql, " ON ");
  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " (organisation, ");
  foyer_columns_append_name (sql, column);
  g_string_append (sql, ", id)");
  return foyer_database_execute (database, sql->str, error);
}

static gboolean
add_column (FoyerDatabase *database, const FoyerRecordType *type, const FoyerField *field, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("ALTER TABLE ");

  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " ADD COLUMN ");
  append_column (sql, field);
  if (!foyer_database_execute (database, sql->str, error))
    return FALSE;
  if (field->kind != FOYER_KIND_MONEY)
    return TRUE;
  g_string_assign (sql, "ALTER TABLE ");
  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " ADD COLUMN ");
  append_currency_column (sql, field);
  return foyer_database_execute (database, sql->str, error);
}

static gboolean
migrate_type (FoyerDatabase *database, const FoyerRecordType *type, guint schema, GError **error)
{
  gboolean is_new = get_version (type->since) == schema;

  if (get_version (type->since) > schema)
    return TRUE;
  if (is_new
      && (!create_table (database, type, schema, error) || !create_index (database, type, "rev", error)))
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];

    if (get_version (field->since) != schema)
      continue;
    if (!is_new && !add_column (database, type, field, error))
      return FALSE;
    if (field->indexed && !create_index (database, type, field->column, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
foyer_record_tables_migrate (FoyerDatabase *database, guint schema, GError **error)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    if (!migrate_type (database, types[i], schema, error))
      return FALSE;
  }
  return TRUE;
}
