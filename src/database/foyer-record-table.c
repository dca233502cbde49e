/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-record-table.c - putting, getting and listing records in SQL */

#include "foyer-record-table.h"

#include "foyer-mutant.h"

#include "foyer-record-columns.h"

static void
append_parameter (GString *sql, guint number)
{
  g_string_append_printf (sql, "$%u", number);
}

/* An update in place keeps the row where it is in every index whose columns stay, and the rev of its creation. */
static char *
write_put (const FoyerRecordType *type)
{
  GString *sql = g_string_new ("INSERT INTO ");
  g_autoptr (GString) names = g_string_new (NULL);
  g_auto (GStrv) columns = NULL;
  guint n_columns = foyer_columns_count (type);

  foyer_columns_append_names (names, type);
  columns = g_strsplit (names->str, ", ", -1);
  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " (organisation, created_rev, ");
  g_string_append (sql, names->str);
  g_string_append (sql, ") VALUES ($1, $3");
  for (guint i = 0; i < n_columns; i++) {
    g_string_append (sql, ", ");
    append_parameter (sql, i + 2);
  }
  g_string_append (sql, ") ON CONFLICT (organisation, id) DO UPDATE SET ");
  for (guint i = 1; i < n_columns; i++) {
    if (i > 1)
      g_string_append (sql, ", ");
    g_string_append (sql, columns[i]);
    g_string_append (sql, " = excluded.");
    g_string_append (sql, columns[i]);
  }
  g_string_append (sql, " WHERE excluded.rev >= rev OR excluded.generation > generation");
  return g_string_free (sql, FALSE);
}

/* What is said to SQLite again and again about a type is written once: it never changes. */
typedef struct {
  const char *texts[128]; /* by the type's index */
} TextCache;

static const char *
get_cached (TextCache *cache, const FoyerRecordType *type, char *(*write) (const FoyerRecordType *type))
{
  g_assert (type->index < G_N_ELEMENTS (cache->texts));

  if (g_once_init_enter (&cache->texts[type->index]))
    g_once_init_leave (&cache->texts[type->index], write (type));
  return cache->texts[type->index];
}

static char *
write_select (const FoyerRecordType *type)
{
  GString *sql = g_string_new ("SELECT ");

  foyer_columns_append_names (sql, type);
  g_string_append (sql, " FROM ");
  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " WHERE organisation = $1");
  return g_string_free (sql, FALSE);
}

static GString *
begin_select (const FoyerRecordType *type)
{
  static TextCache texts;

  return g_string_new (get_cached (&texts, type, write_select));
}

gboolean
foyer_record_table_put (FoyerDatabase *database,
                        gint64 organisation,
                        FoyerRecord *record,
                        gint64 generation,
                        GError **error)
{
  static TextCache texts;
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (database, get_cached (&texts, type, write_put), error);

  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_columns_bind (statement, 2, record, generation);
  return foyer_statement_run (statement, error);
}

static char *
write_get (const FoyerRecordType *type)
{
  GString *sql = begin_select (type);

  g_string_append (sql, " AND id = $2");
  return g_string_free (sql, FALSE);
}

static FoyerStatement *
prepare_get (FoyerDatabase *database,
             gint64 organisation,
             const FoyerRecordType *type,
             const char *id,
             GError **error)
{
  static TextCache texts;
  FoyerStatement *statement = foyer_database_prepare (database, get_cached (&texts, type, write_get), error);

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, id);
  return statement;
}

FoyerRecord *
foyer_record_table_get (FoyerDatabase *database,
                        gint64 organisation,
                        const FoyerRecordType *type,
                        const char *id,
                        GError **error)
{
  g_autoptr (FoyerStatement) statement = prepare_get (database, organisation, type, id, error);

  if (statement == NULL || !foyer_statement_step (statement, error))
    return NULL;
  return foyer_columns_read (statement, 0, type);
}

gboolean
foyer_record_table_append_json (FoyerDatabase *database,
                                gint64 organisation,
                                const FoyerRecordType *type,
                                const char *id,
                                GString *out,
                                gboolean *found,
                                GError **error)
{
  g_autoptr (FoyerStatement) statement = prepare_get (database, organisation, type, id, error);
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return FALSE;
  *found = foyer_statement_step (statement, &failure);
  if (*found)
    foyer_columns_append_json (out, statement, 0, type);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gboolean
foyer_record_table_remove (FoyerDatabase *database,
                           gint64 organisation,
                           const FoyerRecordType *type,
                           const char *id,
                           GError **error)
{
  g_autoptr (GString) sql = g_string_new ("DELETE FROM ");
  g_autoptr (FoyerStatement) statement = NULL;

  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " WHERE organisation = $1 AND id = $2");
  statement = foyer_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, id);
  return foyer_statement_run (statement, error);
}

static const char *
get_operator (FoyerComparison comparison)
{
  switch (comparison) {
  case FOYER_COMPARE_LESS:
    return " < ";
  case FOYER_COMPARE_AT_LEAST:
    return " >= ";
  case FOYER_COMPARE_EQUAL:
  default:
    return " = ";
  }
}

/* Appends the conditions and says by which number the next parameter goes. */
static guint
append_conditions (GString *sql, const FoyerQuery *query)
{
  guint number = 2;

  for (guint i = 0; i < query->conditions->len; i++) {
    const FoyerCondition *condition = &g_array_index (query->conditions, FoyerCondition, i);

    g_string_append (sql, " AND ");
    foyer_columns_append_name (sql, condition->field->column);
    if (condition->is_text && condition->text == NULL) {
      g_string_append (sql, " IS NULL");
      continue;
    }
    g_string_append (sql, get_operator (condition->comparison));
    append_parameter (sql, number++);
    if (condition->is_text && condition->field->pattern == FOYER_PATTERN_EMAIL)
      g_string_append (sql, " COLLATE NOCASE");
  }
  return number;
}

static guint
bind_conditions (FoyerStatement *statement, const FoyerQuery *query)
{
  guint number = 2;

  for (guint i = 0; i < query->conditions->len; i++) {
    const FoyerCondition *condition = &g_array_index (query->conditions, FoyerCondition, i);

    if (!condition->is_text)
      foyer_statement_bind_integer (statement, number++, condition->number);
    else if (condition->text != NULL)
      foyer_statement_bind_text (statement, number++, condition->text);
  }
  return number;
}

/* Whether the last record of the page before has no value to order by. */
static gboolean
is_key_absent (const FoyerQuery *query)
{
  return query->order != NULL && query->after_text == NULL && query->after_number == FOYER_ABSENT;
}

/* Absent values come before all others, and no row value comparison finds them. */
static void
append_absent_key (GString *sql, const FoyerQuery *query, guint number)
{
  g_string_append (sql, query->descending ? " AND (" : " AND (id > ");
  if (!query->descending) {
    append_parameter (sql, number);
    g_string_append (sql, " OR ");
  }
  foyer_columns_append_name (sql, query->order->column);
  g_string_append (sql, query->descending ? " IS NULL AND id < " : " IS NOT NULL");
  if (query->descending)
    append_parameter (sql, number);
  g_string_append (sql, ")");
}

/* A row value comparison, so that one index look-up finds the place: (start, id) > ($4, $5). */
static guint
append_key (GString *sql, const FoyerQuery *query, guint number)
{
  const char *sign = query->descending ? " < " : " > ";
  gboolean then_absent = query->order != NULL && query->descending && !query->order->required;

  if (is_key_absent (query)) {
    append_absent_key (sql, query, number);
    return number + 1;
  }
  if (query->order == NULL) {
    g_string_append (sql, " AND id");
    g_string_append (sql, sign);
    append_parameter (sql, number);
    return number + 1;
  }
  g_string_append (sql, then_absent ? " AND ((" : " AND (");
  foyer_columns_append_name (sql, query->order->column);
  g_string_append (sql, ", id)");
  g_string_append (sql, sign);
  g_string_append (sql, "(");
  append_parameter (sql, number);
  g_string_append (sql, ", ");
  append_parameter (sql, number + 1);
  g_string_append (sql, ")");
  if (then_absent) {
    g_string_append (sql, " OR ");
    foyer_columns_append_name (sql, query->order->column);
    g_string_append (sql, " IS NULL)");
  }
  return number + 2;
}

static guint
bind_key (FoyerStatement *statement, const FoyerQuery *query, guint number)
{
  if (query->order != NULL && query->after_text != NULL)
    foyer_statement_bind_text (statement, number++, query->after_text);
  else if (query->order != NULL && !is_key_absent (query))
    foyer_statement_bind_integer (statement, number++, query->after_number);
  foyer_statement_bind_text (statement, number++, query->after_id);
  return number;
}

static char *
write_list (const FoyerQuery *query)
{
  GString *sql = begin_select (query->type);
  const char *direction = query->descending ? " DESC" : "";
  guint number = append_conditions (sql, query);

  if (query->after_id != NULL)
    number = append_key (sql, query, number);
  g_string_append (sql, " ORDER BY ");
  if (query->order != NULL) {
    foyer_columns_append_name (sql, query->order->column);
    g_string_append (sql, direction);
    g_string_append (sql, ", ");
  }
  g_string_append (sql, "id");
  g_string_append (sql, direction);
  if (query->limit > 0) {
    g_string_append (sql, " LIMIT ");
    append_parameter (sql, number);
  }
  return g_string_free (sql, FALSE);
}

static GPtrArray *
read_all (FoyerStatement *statement, const FoyerRecordType *type, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;

  while (foyer_statement_step (statement, &failure))
    g_ptr_array_add (found, foyer_columns_read (statement, 0, type));
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return g_steal_pointer (&found);
}

GPtrArray *
foyer_record_table_list (FoyerDatabase *database,
                         gint64 organisation,
                         const FoyerQuery *query,
                         GError **error)
{
  g_autofree char *sql = write_list (query);
  g_autoptr (FoyerStatement) statement = foyer_database_prepare (database, sql, error);
  guint number;

  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, organisation);
  number = bind_conditions (statement, query);
  if (query->after_id != NULL)
    number = bind_key (statement, query, number);
  if (query->limit > 0)
    foyer_statement_bind_integer (statement, number, query->limit);
  return read_all (statement, query->type, error);
}

gint64
foyer_record_table_count (FoyerDatabase *database,
                          gint64 organisation,
                          const FoyerQuery *query,
                          GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT count(*) FROM ");
  g_autoptr (FoyerStatement) statement = NULL;

  foyer_columns_append_name (sql, query->type->table);
  g_string_append (sql, " WHERE organisation = $1");
  append_conditions (sql, query);
  statement = foyer_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return -1;
  foyer_statement_bind_integer (statement, 1, organisation);
  bind_conditions (statement, query);
  if (!foyer_statement_step (statement, error))
    return -1;
  return foyer_statement_get_integer (statement, 0);
}

FoyerStatement *
foyer_record_table_select_changed (FoyerDatabase *database,
                                   gint64 organisation,
                                   const FoyerRecordType *type,
                                   gint64 since,
                                   guint limit,
                                   GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id, rev, created_rev FROM ");
  FoyerStatement *statement;

  foyer_columns_append_name (sql, type->table);
  if (FOYER_MUTANT (ORGANISATIONS_MIXED))
    g_string_append (sql, " WHERE organisation >= $1 AND rev > $2 ORDER BY rev LIMIT $3");
  else
    g_string_append (sql, " WHERE organisation = $1 AND rev > $2 ORDER BY rev LIMIT $3");
  statement = foyer_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_integer (statement, 2, since);
  foyer_statement_bind_integer (statement, 3, limit);
  return statement;
}

FoyerStatement *
foyer_record_table_select_older (FoyerDatabase *database,
                                 gint64 organisation,
                                 const FoyerRecordType *type,
                                 gint64 generation,
                                 GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id FROM ");
  g_autoptr (FoyerStatement) statement = NULL;

  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " WHERE organisation = $1 AND generation < $2");
  statement = foyer_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_integer (statement, 2, generation);
  return g_steal_pointer (&statement);
}

gint64
foyer_record_table_get_generation (FoyerDatabase *database,
                                   gint64 organisation,
                                   const FoyerRecordType *type,
                                   const char *id)
{
  g_autoptr (GString) sql = g_string_new ("SELECT generation FROM ");
  g_autoptr (FoyerStatement) statement = NULL;

  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " WHERE organisation = $1 AND id = $2");
  statement = foyer_database_prepare (database, sql->str, NULL);
  if (statement == NULL)
    return 0;
  foyer_statement_bind_integer (statement, 1, organisation);
  foyer_statement_bind_text (statement, 2, id);
  return foyer_statement_step (statement, NULL) ? foyer_statement_get_integer (statement, 0) : 0;
}

gboolean
foyer_record_table_forget_history (FoyerDatabase *database,
                                   gint64 organisation,
                                   const FoyerRecordType *type,
                                   GError **error)
{
  g_autoptr (GString) sql = g_string_new ("UPDATE ");
  g_autoptr (FoyerStatement) statement = NULL;

  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " SET rev = 1 WHERE organisation = $1 AND rev > 1");
  statement = foyer_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  foyer_statement_bind_integer (statement, 1, organisation);
  return foyer_statement_run (statement, error);
}
