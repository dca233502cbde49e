/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-sync-turn.h"

G_BEGIN_DECLS

/*
 * Whether what is here is what the server has, and fetching it again where it is not. What is here stays readable, pending operations stay.
 */

/**
 * foyer_sync_add_digest:
 *
 * Asks for the digests of all types that have been pulled.
 */
void foyer_sync_add_digest (FoyerStoreWriter *writer, FoyerJmapRequest *jmap, const char *account_id);

/**
 * foyer_sync_compare_digests:
 *
 * Compares the answer with what is here, type by type, at equal states.
 *
 * Returns: (transfer full) (element-type FoyerRecordType) (nullable): the types that have drifted, or %NULL with an error
 */
GPtrArray *foyer_sync_compare_digests (FoyerStoreWriter *writer, FoyerJmapResponse *response, GError **error);

/**
 * foyer_sync_resync:
 * @types: (nullable) (element-type FoyerRecordType): %NULL for all
 *
 * Reads them from "0" again. A #FoyerWriteFunc.
 *
 * Returns: %NULL
 */
gpointer foyer_sync_resync (FoyerStoreWriter *writer, gpointer types, GError **error);

G_END_DECLS
