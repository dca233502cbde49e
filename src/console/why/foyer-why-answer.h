/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-diagnosis.h"
#include "foyer-hidden.h"
#include "foyer-preview-answer.h"

G_BEGIN_DECLS

/**
 * FoyerWhyCase:
 * @scene: through whose eyes, and under which settings
 * @draft: (nullable): what is drafted and not published, as a patch
 * @address: (nullable): of the page that is shown: what it is about is what is asked about
 * @page: (nullable): the page as it was made
 * @asks: whether something is asked
 * @chain: what
 * @wants_ghosts: whether to look for what would stand on the page
 * @now: seconds since 1970
 * @synced_at: seconds since 1970 when all was as the server had it, as far as the engine knows
 * @invite_waiting_since: as in #FoyerDiagnosisFacts
 * @offline_since: as in #FoyerDiagnosisFacts
 *
 * What is asked of a portal. Borrows everything.
 */
typedef struct {
  FoyerPreviewScene *scene;
  JsonObject *draft;
  const char *address;
  const FoyerPreviewAnswer *page;
  gboolean asks;
  FoyerDiagnosisChain chain;
  gboolean wants_ghosts;
  gint64 now;
  gint64 synced_at;
  gint64 invite_waiting_since;
  gint64 offline_since;
} FoyerWhyCase;

/**
 * FoyerWhyAnswer:
 * @diagnosis: (nullable): what was asked; %NULL if nothing was
 * @hidden: (element-type FoyerHiddenGroup): what is hidden from them
 * @ghosts: (nullable): from foyer_portal_ghosts(); %NULL if nobody wants them
 *
 * Counted by references, because every card holds on to it.
 */
typedef struct {
  FoyerDiagnosis *diagnosis;
  GPtrArray *hidden;
  JsonObject *ghosts;
} FoyerWhyAnswer;

FoyerWhyAnswer *foyer_why_answer_ref (FoyerWhyAnswer *self);
void foyer_why_answer_unref (FoyerWhyAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerWhyAnswer, foyer_why_answer_unref)

/**
 * foyer_why_answer_async:
 *
 * Works out the answer beside the main thread, from what is on this computer.
 */
void foyer_why_answer_async (FoyerStore *store,
                             const FoyerWhyCase *the_case,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/**
 * foyer_why_answer_finish:
 *
 * Returns: (transfer full): the answer, or %NULL with a #FoyerStoreError
 */
FoyerWhyAnswer *foyer_why_answer_finish (FoyerStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
