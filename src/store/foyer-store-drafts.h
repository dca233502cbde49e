/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

G_BEGIN_DECLS

/*
 * What somebody has begun to write and not sent. It stays on this computer, and is there again after a restart.
 */

/**
 * foyer_store_keep_draft_async:
 * @type: of the record that it is about
 * @record_id: that record
 * @kind: what it would become, in a word: `reply`, `note`, …
 * @words: (nullable): %NULL or nothing to forget it
 *
 * Keeps what has been written so far in the place of what was kept before. The record counts as changed.
 */
void foyer_store_keep_draft_async (FoyerStore *self,
                                   const FoyerRecordType *type,
                                   const char *record_id,
                                   const char *kind,
                                   const char *words,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * foyer_store_keep_draft_finish:
 *
 * Returns: %FALSE with a #FoyerStoreError if it was not kept
 */
gboolean foyer_store_keep_draft_finish (FoyerStore *self, GAsyncResult *result, GError **error);

/**
 * foyer_store_get_draft:
 *
 * Returns: (transfer full) (nullable): what was written so far
 */
char *foyer_store_get_draft (FoyerStore *self, const char *record_id, const char *kind);

G_END_DECLS
