/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-database.h"

G_BEGIN_DECLS

/**
 * FoyerMigration:
 * @sql: (nullable): a script for what is not a record table
 * @record_schema: the version of the field tables that this step brings, 0 for none
 *
 * One step from a schema version to the next. A step that has shipped is never edited; a new file and an old one go through the
 * same steps.
 */
typedef struct {
  const char *sql;
  guint record_schema;
} FoyerMigration;

/**
 * foyer_database_migrate:
 * @migrations: (array length=n_migrations): the steps to version 1, 2, …
 *
 * Brings the database to version @n_migrations in one transaction.
 *
 * Returns: %FALSE with %FOYER_DATABASE_ERROR_SCHEMA_TOO_NEW, and nothing touched, if it is beyond that already
 */
gboolean foyer_database_migrate (FoyerDatabase *self,
                                 const FoyerMigration *migrations,
                                 guint n_migrations,
                                 GError **error);

G_END_DECLS
