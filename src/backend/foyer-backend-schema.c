/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-backend-schema.c - the steps from one schema of the server's file to the next */

#include "foyer-backend.h"

#include "foyer-backend-resources.h"
#include "foyer-migration.h"

static char *
load_script (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat ("/org/foyer/backend/sql/", name, NULL);
  g_autoptr (GBytes) script
      = g_resource_lookup_data (foyer_backend_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return script == NULL ? NULL : g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script));
}

/* In their order, and never changed once they were released. */
static const struct {
  const char *name;
  guint record_schema; /* 0 if the record types stay as they are */
} steps[] = {
  { "001-schema.sql", 1 },    { "002-blobs.sql", 0 },   { "003-history.sql", 0 },    { "004-mail.sql", 0 },
  { "005-door.sql", 0 },      { "006-epochs.sql", 0 },  { "007-signatures.sql", 2 }, { "008-uploads.sql", 0 },
  { "009-codes.sql", 0 },     { "010-lists.sql", 0 },   { "011-signing.sql", 3 },    { "012-pages.sql", 0 },
  { "013-addresses.sql", 0 }, { "014-remarks.sql", 4 }, { "015-erasure.sql", 5 },    { "016-looks.sql", 0 },
  { "017-counts.sql", 0 },    { "018-acks.sql", 0 },    { "019-devices.sql", 0 },
};

gboolean
foyer_backend_migrate (FoyerDatabase *database, GError **error)
{
  FoyerMigration migrations[G_N_ELEMENTS (steps)] = { 0 };
  g_autoptr (GPtrArray) scripts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    char *script = load_script (steps[i].name, error);

    if (script == NULL)
      return FALSE;
    g_ptr_array_add (scripts, script);
    migrations[i].sql = script;
    migrations[i].record_schema = steps[i].record_schema;
  }
  return foyer_database_migrate (database, migrations, G_N_ELEMENTS (migrations), error);
}
