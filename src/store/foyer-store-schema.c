/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-store-schema.c - the steps from one schema of the console's file to the next */

#include "foyer-store-private.h"

#include "foyer-migration.h"
#include "foyer-store-resources.h"

/* In their order, and never changed once they were released. */
static const struct {
  const char *path;
  guint record_schema; /* 0 if the record types stay as they are */
} steps[] = {
  { "/org/foyer/store/sql/001-store.sql", 1 },        { "/org/foyer/store/sql/002-operation-context.sql", 0 },
  { "/org/foyer/store/sql/003-blobs.sql", 0 },        { "/org/foyer/store/sql/004-signatures.sql", 2 },
  { "/org/foyer/store/sql/005-drafts.sql", 0 },       { "/org/foyer/store/sql/006-lists.sql", 0 },
  { "/org/foyer/store/sql/007-second-check.sql", 3 }, { "/org/foyer/store/sql/008-addresses.sql", 0 },
  { "/org/foyer/store/sql/009-remarks.sql", 4 },      { "/org/foyer/store/sql/010-erasure.sql", 5 },
};

gboolean
foyer_store_migrate (FoyerDatabase *database, GError **error)
{
  FoyerMigration migrations[G_N_ELEMENTS (steps)] = { 0 };
  g_autoptr (GPtrArray) scripts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autoptr (GBytes) script = g_resource_lookup_data (foyer_store_get_resource (), steps[i].path,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, error);

    if (script == NULL)
      return FALSE;
    g_ptr_array_add (scripts, g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script)));
    migrations[i].sql = scripts->pdata[i];
    migrations[i].record_schema = steps[i].record_schema;
  }
  return foyer_database_migrate (database, migrations, G_N_ELEMENTS (migrations), error);
}
