/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-diagnosis.h"

G_BEGIN_DECLS

/* So many records of one type are looked through, the newest first. */
#define FOYER_HIDDEN_LIMIT 200

/**
 * FoyerHiddenPart:
 * @type: what they are
 * @count: how many
 * @is_more: whether there may be more, because only the newest were looked through
 * @records: (element-type FoyerRecord): the newest of them
 *
 * Records of one type that one layer hides.
 */
typedef struct {
  const FoyerRecordType *type;
  gint64 count;
  gboolean is_more;
  GPtrArray *records;
} FoyerHiddenPart;

/**
 * FoyerHiddenGroup:
 * @finding: what hides them: the rule, both sentences and the remedy; unknown if nobody can say
 * @parts: (element-type FoyerHiddenPart): by type
 * @count: of all of them
 * @words: how many of what, in words for staff: `2 visits, 1 photo`
 *
 * What one layer hides.
 */
typedef struct {
  FoyerFinding *finding;
  GPtrArray *parts;
  gint64 count;
  char *words;
} FoyerHiddenGroup;

/**
 * FoyerHiddenScope:
 * @types: (nullable) (array zero-terminated=1): the types that are wanted; %NULL for all
 * @field: (nullable): the indexed field by which the records hang together, %NULL for `clientId`; types without it are left out
 * @id: (nullable): its value
 * @most: how many records a part gives, 0 for five
 *
 * Which records are looked through.
 */
typedef struct {
  const FoyerRecordType *const *types;
  const char *field;
  const char *id;
  guint most;
} FoyerHiddenScope;

/**
 * foyer_hidden_list:
 * @the_case: who looks; its `about` does not matter
 * @scope: (nullable): %NULL for everything of the client
 *
 * What is hidden from this person, by the first layer of X12 that hides it: portal on → client enabled → person active → feature → client
 * scope → link scope → person permission → released → belongs. Whole kinds are counted, single records looked through from the newest.
 * Called off the UI thread, as its source is.
 *
 * Returns: (transfer full) (element-type FoyerHiddenGroup): in the order of the layers, none if nothing is hidden; %NULL if the source failed
 */
GPtrArray *
foyer_hidden_list (const FoyerDiagnosisCase *the_case, const FoyerHiddenScope *scope, GError **error);

G_END_DECLS
