/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-statement.c - a prepared statement with numbered parameters */

#include "foyer-statement.h"

#include "foyer-database-private.h"

struct _FoyerStatement {
  sqlite3_stmt *statement; /* (owned) */
  FoyerTrouble *trouble;   /* of the connection */
  int *positions;          /* (array): SQLite's place of `$1`, `$2`, … or 0 */
  guint n_positions;
  int bound; /* the first failure to bind a value since the last reset, or SQLITE_OK */
  gboolean kept;
  gboolean in_use;
};

FoyerStatement *
foyer_statement_new (sqlite3 *database, FoyerTrouble *trouble, const char *sql, GError **error)
{
  FoyerStatement *self;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK) {
    foyer_trouble_note (trouble, sqlite3_extended_errcode (database));
    foyer_database_set_error (error, database, "prepare");
    return NULL;
  }
  self = g_new0 (FoyerStatement, 1);
  self->statement = statement;
  self->trouble = trouble;
  self->n_positions = (guint) sqlite3_bind_parameter_count (statement);
  self->positions = g_new0 (int, self->n_positions + 1);
  /* SQLite gives `$7` the place of its first appearance; what counts is its number. */
  for (guint number = 1; number <= self->n_positions; number++) {
    g_autofree char *name = g_strdup_printf ("$%u", number);

    self->positions[number] = sqlite3_bind_parameter_index (statement, name);
  }
  return self;
}

void
foyer_statement_free (FoyerStatement *self)
{
  foyer_trouble_note (self->trouble, sqlite3_finalize (self->statement));
  g_free (self->positions);
  g_free (self);
}

const char *
foyer_statement_get_sql (FoyerStatement *self)
{
  return sqlite3_sql (self->statement);
}

gboolean
foyer_statement_acquire (FoyerStatement *self)
{
  if (self->in_use)
    return FALSE;
  self->in_use = TRUE;
  return TRUE;
}

void
foyer_statement_set_kept (FoyerStatement *self)
{
  self->kept = TRUE;
}

void
foyer_statement_release (FoyerStatement *self)
{
  if (self == NULL)
    return;
  if (!self->kept) {
    foyer_statement_free (self);
    return;
  }
  foyer_statement_reset (self);
  self->in_use = FALSE;
}

static int
get_position (FoyerStatement *self, guint number)
{
  g_return_val_if_fail (number >= 1 && number <= self->n_positions, 0);

  return self->positions[number];
}

/* A value that is too long stays NULL in SQLite, so the statement must not run. */
static void
note_bound (FoyerStatement *self, int result)
{
  if (self->bound == SQLITE_OK)
    self->bound = result;
}

static gboolean
is_bound (FoyerStatement *self, GError **error)
{
  if (self->bound == SQLITE_OK)
    return TRUE;
  foyer_trouble_note (self->trouble, self->bound);
  g_set_error (error, FOYER_DATABASE_ERROR,
               self->bound == SQLITE_TOOBIG ? FOYER_DATABASE_ERROR_CONSTRAINT : FOYER_DATABASE_ERROR_FAILED,
               "%s: %s", sqlite3_sql (self->statement), sqlite3_errstr (self->bound));
  return FALSE;
}

void
foyer_statement_bind_text (FoyerStatement *self, guint number, const char *text)
{
  note_bound (self,
              sqlite3_bind_text (self->statement, get_position (self, number), text, -1, SQLITE_TRANSIENT));
}

void
foyer_statement_bind_integer (FoyerStatement *self, guint number, gint64 value)
{
  note_bound (self, sqlite3_bind_int64 (self->statement, get_position (self, number), value));
}

void
foyer_statement_bind_blob (FoyerStatement *self, guint number, GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  note_bound (self, sqlite3_bind_blob64 (self->statement, get_position (self, number),
                                         data == NULL ? "" : data, size, SQLITE_TRANSIENT));
}

void
foyer_statement_bind_null (FoyerStatement *self, guint number)
{
  note_bound (self, sqlite3_bind_null (self->statement, get_position (self, number)));
}

static void
set_step_error (FoyerStatement *self, int result, GError **error)
{
  foyer_trouble_note (self->trouble, result);
  foyer_database_set_error (error, sqlite3_db_handle (self->statement), sqlite3_sql (self->statement));
}

gboolean
foyer_statement_step (FoyerStatement *self, GError **error)
{
  int result;

  if (!foyer_trouble_lets_run (self->trouble, error) || !is_bound (self, error))
    return FALSE;
  result = sqlite3_step (self->statement);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    set_step_error (self, result, error);
  return FALSE;
}

gboolean
foyer_statement_run (FoyerStatement *self, GError **error)
{
  int result;

  if (!foyer_trouble_lets_run (self->trouble, error) || !is_bound (self, error)) {
    foyer_statement_reset (self);
    return FALSE;
  }
  do
    result = sqlite3_step (self->statement);
  while (result == SQLITE_ROW);
  if (result != SQLITE_DONE)
    set_step_error (self, result, error);
  foyer_statement_reset (self);
  return result == SQLITE_DONE;
}

void
foyer_statement_reset (FoyerStatement *self)
{
  /* This is also where it comes out that there was no memory for the value of a column. */
  foyer_trouble_note (self->trouble, sqlite3_reset (self->statement));
  sqlite3_clear_bindings (self->statement);
  self->bound = SQLITE_OK;
}

gint64
foyer_statement_get_integer (FoyerStatement *self, guint column)
{
  return sqlite3_column_int64 (self->statement, (int) column);
}

const char *
foyer_statement_get_text (FoyerStatement *self, guint column)
{
  return (const char *) sqlite3_column_text (self->statement, (int) column);
}

GBytes *
foyer_statement_get_blob (FoyerStatement *self, guint column)
{
  gconstpointer data = sqlite3_column_blob (self->statement, (int) column);

  if (sqlite3_column_type (self->statement, (int) column) == SQLITE_NULL)
    return NULL;
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->statement, (int) column));
}

gboolean
foyer_statement_is_null (FoyerStatement *self, guint column)
{
  return sqlite3_column_type (self->statement, (int) column) == SQLITE_NULL;
}
