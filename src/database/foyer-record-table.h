/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-database.h"
#include "foyer-record-source.h"

G_BEGIN_DECLS

/**
 * Records in SQL: one table a type, made from its field table, the organisation first in every key. The organisation is a number of
 * the file's own; a console's file holds one organisation, number 1.
 */

/* The version of the field tables today: no field says that it came later. */
#define FOYER_RECORD_SCHEMA 5

/**
 * foyer_record_tables_migrate:
 * @schema: the version of the field tables to bring
 *
 * Creates the tables of the types, and adds the columns of the fields, that came with @schema.
 */
gboolean foyer_record_tables_migrate (FoyerDatabase *database, guint schema, GError **error);

/**
 * foyer_record_table_put:
 * @generation: the resync that brought the record; rows of older generations are swept when it ends
 *
 * Adds the record or puts it in place of the one with its id. A record with an older rev of the same generation changes nothing.
 */
gboolean foyer_record_table_put (FoyerDatabase *database,
                                 gint64 organisation,
                                 FoyerRecord *record,
                                 gint64 generation,
                                 GError **error);

/**
 * foyer_record_table_get:
 *
 * Returns: (transfer full) (nullable): the record, or %NULL without an error if there is none
 */
FoyerRecord *foyer_record_table_get (FoyerDatabase *database,
                                     gint64 organisation,
                                     const FoyerRecordType *type,
                                     const char *id,
                                     GError **error);

/**
 * foyer_record_table_append_json:
 * @found: (out): whether there is such a record
 *
 * Appends the record's JSON, for those who only send it on: no record is made.
 */
gboolean foyer_record_table_append_json (FoyerDatabase *database,
                                         gint64 organisation,
                                         const FoyerRecordType *type,
                                         const char *id,
                                         GString *out,
                                         gboolean *found,
                                         GError **error);

/**
 * foyer_record_table_remove:
 *
 * Removes the record if there is one.
 */
gboolean foyer_record_table_remove (FoyerDatabase *database,
                                    gint64 organisation,
                                    const FoyerRecordType *type,
                                    const char *id,
                                    GError **error);

/**
 * foyer_record_table_list:
 *
 * Returns: (transfer full) (element-type FoyerRecord): what @query asks for
 */
GPtrArray *foyer_record_table_list (FoyerDatabase *database,
                                    gint64 organisation,
                                    const FoyerQuery *query,
                                    GError **error);

/**
 * foyer_record_table_count:
 *
 * Returns: how many records @query asks for, its limit aside, or -1 with an error
 */
gint64 foyer_record_table_count (FoyerDatabase *database,
                                 gint64 organisation,
                                 const FoyerQuery *query,
                                 GError **error);

/**
 * foyer_record_table_select_changed:
 * @since: a change number
 *
 * Returns: (transfer full): a statement whose rows are id, rev and the rev of creation of the records changed after @since, in order of
 *   rev, at most @limit
 */
FoyerStatement *foyer_record_table_select_changed (FoyerDatabase *database,
                                                   gint64 organisation,
                                                   const FoyerRecordType *type,
                                                   gint64 since,
                                                   guint limit,
                                                   GError **error);

/**
 * foyer_record_table_get_generation:
 *
 * Returns: the generation of the record @id, 0 if there is none
 */
gint64 foyer_record_table_get_generation (FoyerDatabase *database,
                                          gint64 organisation,
                                          const FoyerRecordType *type,
                                          const char *id);

/**
 * foyer_record_table_select_older:
 *
 * Returns: (transfer full): a statement whose rows are the ids of the records of generations before @generation
 */
FoyerStatement *foyer_record_table_select_older (FoyerDatabase *database,
                                                 gint64 organisation,
                                                 const FoyerRecordType *type,
                                                 gint64 generation,
                                                 GError **error);

/**
 * foyer_record_table_forget_history:
 *
 * Makes every record of @type older than whatever is put next: after a server was restored from a backup its change numbers start lower.
 *
 * Returns: %FALSE with an error if it could not be stored
 */
gboolean foyer_record_table_forget_history (FoyerDatabase *database,
                                            gint64 organisation,
                                            const FoyerRecordType *type,
                                            GError **error);

#define FOYER_TYPE_DATABASE_SOURCE (foyer_database_source_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDatabaseSource, foyer_database_source, FOYER, DATABASE_SOURCE, GObject)

/**
 * foyer_database_source_new:
 *
 * Returns: (transfer full): the records of @organisation in @database as a #FoyerRecordSource. Whoever calls it holds a transaction for
 *   as long as one snapshot is wanted.
 */
FoyerRecordSource *foyer_database_source_new (FoyerDatabase *database, gint64 organisation);

G_END_DECLS
