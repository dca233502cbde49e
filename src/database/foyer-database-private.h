/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-database.h"

#include <sqlite3.h>

/* What the files of this floor share about a connection. */

/**
 * FoyerTrouble:
 * @code: the first failure of disk or memory in this transaction, or `SQLITE_OK`
 * @stops: whether nothing runs after it: in a transaction that writes
 *
 * What went wrong on a connection, whoever asks for the error and whoever does not. SQLite ends a transaction by itself when the disk or the
 * memory fails; what ran after that would be committed on its own, and would rest on what was not read.
 */
typedef struct {
  int code;
  gboolean stops;
} FoyerTrouble;

/**
 * foyer_trouble_note:
 * @result: what SQLite answered
 */
void foyer_trouble_note (FoyerTrouble *self, int result);

/**
 * foyer_trouble_lets_run:
 *
 * Returns: whether a statement may run; %FALSE with the failure after which none may
 */
gboolean foyer_trouble_lets_run (const FoyerTrouble *self, GError **error);

/**
 * foyer_trouble_set_error:
 *
 * Converts the failure that was noted.
 */
void foyer_trouble_set_error (const FoyerTrouble *self, GError **error);

/**
 * foyer_statement_new:
 * @trouble: of the connection
 *
 * Returns: (transfer full) (nullable): @sql prepared on @database
 */
FoyerStatement *
foyer_statement_new (sqlite3 *database, FoyerTrouble *trouble, const char *sql, GError **error);
void foyer_statement_free (FoyerStatement *self);

/**
 * foyer_statement_get_sql:
 *
 * Returns: the text that it was prepared from
 */
const char *foyer_statement_get_sql (FoyerStatement *self);

/**
 * foyer_statement_acquire:
 *
 * Returns: %FALSE if the statement is in use
 */
gboolean foyer_statement_acquire (FoyerStatement *self);

/**
 * foyer_statement_set_kept:
 *
 * Marks a statement that its database keeps: releasing resets it instead of freeing it.
 */
void foyer_statement_set_kept (FoyerStatement *self);

/**
 * foyer_database_set_error:
 * @doing: what was being done, for the message
 *
 * Converts the last error of @database.
 */
void foyer_database_set_error (GError **error, sqlite3 *database, const char *doing);
