/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-database.h"

#include <sqlite3.h>

/* What the files of this floor share about a connection. */

/**
 * foyer_statement_new:
 *
 * Returns: (transfer full) (nullable): @sql prepared on @database
 */
FoyerStatement *foyer_statement_new (sqlite3 *database, const char *sql, GError **error);
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
