/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "changes/foyer-transaction.h"

G_BEGIN_DECLS

/**
 * FoyerCanaries:
 * Words that occur nowhere else, one in every text of every record, and a plain table of who may read what. The table does not ask the
 * rules of visibility: it knows whose a record is and whether it was let out, and no more.
 */
typedef struct _FoyerCanaries FoyerCanaries;

/**
 * foyer_canaries_plant:
 *
 * Puts a canary into every free text of every record.
 *
 * Returns: (transfer full): what was planted, or %NULL with an error
 */
FoyerCanaries *foyer_canaries_plant (FoyerTransaction *transaction, GError **error);

/**
 * foyer_canaries_look_again:
 *
 * Takes what became of the records since, and those that came to them, which have no canaries and are known by their ids alone.
 */
gboolean foyer_canaries_look_again (FoyerCanaries *self, FoyerTransaction *transaction, GError **error);
void foyer_canaries_free (FoyerCanaries *self);

/**
 * foyer_canaries_count:
 *
 * Returns: how many were planted
 */
guint foyer_canaries_count (FoyerCanaries *self);

/**
 * foyer_canaries_find_leak:
 * @client_id: (nullable): for whose eyes @text is; %NULL for a stranger's
 * @property_ids: (nullable): of the sites that this person sees; %NULL for all
 *
 * Returns: (transfer full) (nullable): what stands in @text and must not, in a sentence
 */
char *foyer_canaries_find_leak (FoyerCanaries *self,
                                const char *text,
                                gsize length,
                                const char *client_id,
                                const char *const *property_ids);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCanaries, foyer_canaries_free)

G_END_DECLS
