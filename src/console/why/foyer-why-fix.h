/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-remedy.h"
#include "foyer-undo-stack.h"

G_BEGIN_DECLS

/**
 * foyer_why_fix_is_change:
 *
 * Returns: whether @remedy is nothing but a change of records, which foyer_why_fix_async() makes
 */
gboolean foyer_why_fix_is_change (const FoyerRemedy *remedy);

/**
 * foyer_why_fix_async:
 * @remedy: a change; copied
 * @hold: the undo window in microseconds
 *
 * Changes the records as the remedy says, one operation each.
 */
void foyer_why_fix_async (FoyerDesk *desk,
                          const FoyerRemedy *remedy,
                          gint64 hold,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/**
 * foyer_why_fix_finish:
 *
 * Returns: (transfer full) (element-type FoyerAct): what can be taken back, one a record; %NULL with a #FoyerStoreError
 */
GPtrArray *foyer_why_fix_finish (FoyerDesk *desk, GAsyncResult *result, GError **error);

G_END_DECLS
