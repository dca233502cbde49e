/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-migration.c - numbered steps from one schema version to the next */

#include "foyer-migration.h"

#include "foyer-record-table.h"

/* Beyond this, what stands there is no version but a damaged byte. */
#define HIGHEST_VERSION 10000

static gboolean
set_version (FoyerDatabase *self, guint version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %u", version);

  return foyer_database_execute (self, sql, error);
}

static gboolean
migrate_in_transaction (FoyerDatabase *self,
                        const FoyerMigration *migrations,
                        guint n_migrations,
                        GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 version = foyer_database_integer (self, "PRAGMA user_version", &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  for (guint i = (guint) version; i < n_migrations; i++) {
    const FoyerMigration *migration = &migrations[i];

    if (migration->record_schema > 0 && !foyer_record_tables_migrate (self, migration->record_schema, error))
      return FALSE;
    if (migration->sql != NULL && !foyer_database_execute (self, migration->sql, error))
      return FALSE;
  }
  return set_version (self, n_migrations, error);
}

gboolean
foyer_database_migrate (FoyerDatabase *self,
                        const FoyerMigration *migrations,
                        guint n_migrations,
                        GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 version = foyer_database_integer (self, "PRAGMA user_version", &failure);

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  if (version < 0 || version > HIGHEST_VERSION) {
    g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_CORRUPT,
                 "%s has a schema version that no Foyer gives", foyer_database_get_path (self));
    return FALSE;
  }
  if (version > n_migrations) {
    g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_SCHEMA_TOO_NEW,
                 "%s was made by a newer Foyer (schema %" G_GINT64_FORMAT ", this one knows %u)",
                 foyer_database_get_path (self), version, n_migrations);
    return FALSE;
  }
  if (version == n_migrations)
    return TRUE;
  if (!foyer_database_begin (self, error))
    return FALSE;
  if (!migrate_in_transaction (self, migrations, n_migrations, error)) {
    foyer_database_rollback (self);
    return FALSE;
  }
  return foyer_database_commit (self, error);
}
