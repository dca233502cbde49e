/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-journal.h"
#include "foyer-operation.h"

G_BEGIN_DECLS

/* What the frames of the journal say of operations. */

/**
 * foyer_journal_add_made:
 * @frames: where to add it
 *
 * Adds the frame of an operation that was made. What is secret in it is hidden: the journal is kept in clear.
 */
void foyer_journal_add_made (GByteArray *frames, const FoyerOperationData *operation);

/**
 * foyer_journal_add_end:
 * @kind: %FOYER_JOURNAL_WITHDRAWN or %FOYER_JOURNAL_SETTLED
 */
void foyer_journal_add_end (GByteArray *frames, FoyerJournalKind kind, const char *operation_id);

/**
 * FoyerJournalEntry:
 * @operation: (nullable): as it was made; %NULL if no frame of its making was found
 * @lost_secret: whether the person has to type something again, because it was a secret
 * @last: the last that is said of it
 *
 * All that the journal says of one operation.
 */
typedef struct {
  FoyerOperation *operation;
  gboolean lost_secret;
  FoyerJournalKind last;
} FoyerJournalEntry;

/**
 * FoyerJournalDigest:
 * @entries: (element-type utf8 FoyerJournalEntry): by operation
 * @made: (element-type utf8): the operations in the order of their making
 * @skipped: bytes of the file that were damaged
 *
 * A journal that has been read.
 */
typedef struct {
  GHashTable *entries;
  GPtrArray *made;
  gsize skipped;
} FoyerJournalDigest;

/**
 * foyer_journal_digest:
 *
 * Returns: (transfer full): what @bytes says; frames of unknown types or shapes are counted as damaged
 */
FoyerJournalDigest *foyer_journal_digest (GBytes *bytes);
void foyer_journal_digest_free (FoyerJournalDigest *self);

/**
 * foyer_journal_digest_look_up:
 *
 * Returns: (transfer none) (nullable)
 */
const FoyerJournalEntry *foyer_journal_digest_look_up (FoyerJournalDigest *self, const char *operation_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerJournalDigest, foyer_journal_digest_free)

G_END_DECLS
