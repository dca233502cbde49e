/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

G_BEGIN_DECLS

/*
 * What a job of foyer_store_read_async() may know beyond records. All of it is of the same commit as these, and is called within the job, on
 * the reading thread, only.
 */

/**
 * foyer_store_snapshot_get_states:
 *
 * Returns: (transfer full): for every record type that was ever pulled, the server's state up to which it is here; %NULL with an error
 */
JsonObject *foyer_store_snapshot_get_states (FoyerStore *self, GError **error);

/**
 * foyer_store_snapshot_has_pending:
 * @has_pending: (out): whether operations lie over records, so that these are not the server's
 *
 * Returns: %FALSE if that could not be read
 */
gboolean foyer_store_snapshot_has_pending (FoyerStore *self, gboolean *has_pending, GError **error);

/**
 * foyer_store_snapshot_open_blob:
 *
 * Returns: (transfer full) (nullable): the file, mapped and not read; %NULL if it is not on this computer
 */
GBytes *foyer_store_snapshot_open_blob (FoyerStore *self, const char *id);

/**
 * foyer_store_snapshot_get_meta:
 *
 * Returns: (transfer full) (nullable): what was kept under @name; %NULL without an error if nothing was
 */
char *foyer_store_snapshot_get_meta (FoyerStore *self, const char *name, GError **error);

G_END_DECLS
