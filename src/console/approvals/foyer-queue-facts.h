/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"
#include "foyer-store.h"

G_BEGIN_DECLS

/**
 * FoyerQueueFacts:
 * @may_book: whether clients may take a time by themselves
 * @next_start: the first time that they can pick, in seconds since 1970; 0 if there is none
 *
 * What an empty list says about when the next request can come.
 */
typedef struct {
  gboolean may_book;
  gint64 next_start;
} FoyerQueueFacts;

void foyer_queue_facts_load_async (FoyerStore *store,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * foyer_queue_facts_load_finish:
 *
 * Returns: (transfer full): free with g_free()
 */
FoyerQueueFacts *foyer_queue_facts_load_finish (FoyerStore *store, GAsyncResult *result, GError **error);

/**
 * foyer_queue_facts_sentence:
 *
 * Returns: (transfer full): "Self-booking is on. The next time clients can pick is Thu, May 8, 8 AM."
 */
char *foyer_queue_facts_sentence (const FoyerQueueFacts *facts, FoyerOfficeTime *time);

G_END_DECLS
