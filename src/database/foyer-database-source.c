/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-database-source.c - the records of one organisation in a database, as a record source */

#include "foyer-record-table.h"

#include "foyer-record-columns.h"

struct _FoyerDatabaseSource {
  GObject parent_instance;

  FoyerDatabase *database; /* (owned) */
  gint64 organisation;
};

static void foyer_database_source_record_source_init (FoyerRecordSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoyerDatabaseSource,
                               foyer_database_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (FOYER_TYPE_RECORD_SOURCE,
                                                      foyer_database_source_record_source_init))

static FoyerRecord *
foyer_database_source_get (FoyerRecordSource *source,
                           const FoyerRecordType *type,
                           const char *id,
                           GError **error)
{
  FoyerDatabaseSource *self = FOYER_DATABASE_SOURCE (source);

  return foyer_record_table_get (self->database, self->organisation, type, id, error);
}

static GPtrArray *
foyer_database_source_list (FoyerRecordSource *source, const FoyerQuery *query, GError **error)
{
  FoyerDatabaseSource *self = FOYER_DATABASE_SOURCE (source);

  return foyer_record_table_list (self->database, self->organisation, query, error);
}

static gint64
foyer_database_source_count (FoyerRecordSource *source, const FoyerQuery *query, GError **error)
{
  FoyerDatabaseSource *self = FOYER_DATABASE_SOURCE (source);

  return foyer_record_table_count (self->database, self->organisation, query, error);
}

static char *
foyer_database_source_get_state (FoyerRecordSource *source, const FoyerRecordType *type, GError **error)
{
  FoyerDatabaseSource *self = FOYER_DATABASE_SOURCE (source);
  g_autoptr (GString) sql = g_string_new ("SELECT rev FROM ");
  g_autoptr (FoyerStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 rev = 0;

  foyer_columns_append_name (sql, type->table);
  g_string_append (sql, " WHERE organisation = $1 ORDER BY rev DESC LIMIT 1");
  statement = foyer_database_prepare (self->database, sql->str, error);
  if (statement == NULL)
    return NULL;
  foyer_statement_bind_integer (statement, 1, self->organisation);
  if (foyer_statement_step (statement, &failure))
    rev = foyer_statement_get_integer (statement, 0);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  return g_strdup_printf ("%" G_GINT64_FORMAT, rev);
}

static void
foyer_database_source_record_source_init (FoyerRecordSourceInterface *iface)
{
  iface->get = foyer_database_source_get;
  iface->list = foyer_database_source_list;
  iface->count = foyer_database_source_count;
  iface->get_state = foyer_database_source_get_state;
}

static void
foyer_database_source_finalize (GObject *object)
{
  g_object_unref (FOYER_DATABASE_SOURCE (object)->database);
  G_OBJECT_CLASS (foyer_database_source_parent_class)->finalize (object);
}

static void
foyer_database_source_class_init (FoyerDatabaseSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_database_source_finalize;
}

static void
foyer_database_source_init (FoyerDatabaseSource *self)
{
}

FoyerRecordSource *
foyer_database_source_new (FoyerDatabase *database, gint64 organisation)
{
  FoyerDatabaseSource *self = g_object_new (FOYER_TYPE_DATABASE_SOURCE, NULL);

  self->database = g_object_ref (database);
  self->organisation = organisation;
  return FOYER_RECORD_SOURCE (self);
}
