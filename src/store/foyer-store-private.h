/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store-writer.h"

#include "foyer-database.h"

/* What the files of this floor share. */

#define FOYER_STORE_ORGANISATION 1

struct _FoyerStoreWriter {
  FoyerDatabase *database;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerChangeSet *changes;
  GHashTable *generations; /* (element-type FoyerRecordType gint64): looked up once a transaction */
};

/**
 * foyer_store_convert_error:
 *
 * Turns a database's error into the store's.
 */
void foyer_store_convert_error (GError **error);

/**
 * foyer_overlay_refold:
 *
 * Writes the row of a record anew: the server's value with the pending operations over it.
 */
gboolean
foyer_overlay_refold (FoyerStoreWriter *writer, const FoyerRecordType *type, const char *id, GError **error);

/**
 * foyer_overlay_begin:
 * @json: (nullable): the record as it stands, if it stands
 *
 * Keeps the server's value aside before the first operation is laid over it.
 */
gboolean foyer_overlay_begin (FoyerStoreWriter *writer,
                              const FoyerRecordType *type,
                              const char *id,
                              JsonObject *json,
                              GError **error);

/**
 * foyer_overlay_forget_history:
 *
 * Makes the server's values that are kept aside older than whatever is pulled next.
 */
gboolean foyer_overlay_forget_history (FoyerStoreWriter *writer, const FoyerRecordType *type, GError **error);

/**
 * foyer_overlay_set_server_value:
 * @json: (nullable): %NULL if the server has the record no more
 * @covered: (out): whether operations lie over the record; if not, nothing was done
 */
gboolean foyer_overlay_set_server_value (FoyerStoreWriter *writer,
                                         const FoyerRecordType *type,
                                         const char *id,
                                         JsonObject *json,
                                         gboolean *covered,
                                         GError **error);

/**
 * foyer_store_release_due:
 *
 * Ends the undo windows whose time has come.
 */
void foyer_store_release_due (FoyerStore *self);

/**
 * foyer_store_release_later:
 *
 * Tries again in a second: the release could not be written.
 */
void foyer_store_release_later (FoyerStore *self);

gint64 foyer_store_writer_get_generation (FoyerStoreWriter *writer, const FoyerRecordType *type);
