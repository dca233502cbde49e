/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Planted bugs. In a build that has them (`-Dmutants=true`, what `./dev test` and `./dev prove` use) one of them can be switched on while
 * the program runs, to see whether the proofs find it. Each takes one safety rule away. In every other build the question is FALSE before
 * the compiler is done, and nothing of this is left.
 *
 * MUTANT (NAME, "name", "what the program does wrong")
 */

/* clang-format off */
#define FOYER_MUTANTS(MUTANT) \
  MUTANT (OP_LOG_NOT_ASKED, "op-log-not-asked", "The server does not look whether it has done an operation already") \
  MUTANT (IF_MATCH_IGNORED, "if-match-ignored", "The server overwrites what the author had not seen") \
  MUTANT (EPOCH_KEPT_ON_RESTORE, "epoch-kept-on-restore", "A restored server says that nothing has happened") \
  MUTANT (VISIT_LEFT_BEHIND, "visit-left-behind", "An approval that is taken back leaves its visit") \
  MUTANT (CHANGE_NUMBER_KEPT, "change-number-kept", "A changed record keeps its old change number") \
  MUTANT (TOMBSTONE_LEFT_OUT, "tombstone-left-out", "The server does not remember what was destroyed") \
  MUTANT (HISTORY_FLOOR_IGNORED, "history-floor-ignored", "The server answers from before what it has forgotten") \
  MUTANT (FLOOR_ENDS_WALK, "floor-ends-walk", "A cut history refuses whoever reads everything anew") \
  MUTANT (ORGANISATIONS_MIXED, "organisations-mixed", "The changes of one organisation name those of another") \
  MUTANT (FORK_TAKEN_AS_DONE, "fork-taken-as-done", "A number that the server has seen counts as this operation") \
  MUTANT (SEQUENCE_NOT_KEPT, "sequence-not-kept", "An operation leaves before its number is on the disk") \
  MUTANT (OUTBOX_WIPED_ON_RESYNC, "outbox-wiped-on-resync", "Reading everything anew forgets what was to be sent") \
  MUTANT (OVERLAY_DROPPED_AT_ACK, "overlay-dropped-at-ack", "What is done vanishes until its echo comes") \
  MUTANT (MORE_CHANGES_IGNORED, "more-changes-ignored", "The first page is taken for all of it") \
  MUTANT (STATE_AHEAD_OF_PAGE, "state-ahead-of-page", "A page counts as read before its records are") \
  MUTANT (SENT_IS_DONE, "sent-is-done", "What has been sent is taken for done") \
  MUTANT (REFUSAL_PUT_AWAY, "refusal-put-away", "A refusal is put away before anybody has seen it") \
  MUTANT (UNDO_KEEPS_OPERATION, "undo-keeps-operation", "Taking back says yes and does nothing") \
  MUTANT (HOLD_NEVER_ENDS, "hold-never-ends", "The undo window stays open for ever") \
  MUTANT (HOLD_NOT_KEPT, "hold-not-kept", "What may still be taken back is sent at once") \
  MUTANT (LANES_IGNORED, "lanes-ignored", "A later operation passes an earlier one on the same record") \
  MUTANT (OLD_STATE_NOT_COMPARED, "old-state-not-compared", "An answer to another question is taken for this one's") \
  MUTANT (DESTROYED_IGNORED, "destroyed-ignored", "What the server destroyed stays on the screen") \
  MUTANT (REWIND_LEFT_OUT, "rewind-left-out", "What a restored server has lost is not sent again") \
  MUTANT (CONFLICT_TAKEN_AS_DONE, "conflict-taken-as-done", "A disagreement is shown as agreement") \
  MUTANT (CUT_REPLY_TAKEN_AS_DONE, "cut-reply-taken-as-done", "Half an answer counts as a whole one") \
  MUTANT (TROUBLE_TAKEN_AS_REFUSAL, "trouble-taken-as-refusal", "A server that is busy counts as one that says no") \
  MUTANT (SESSION_STATE_IGNORED, "session-state-ignored", "Nobody asks why the session has changed") \
  MUTANT (RETRY_NOT_ARMED, "retry-not-armed", "After a failure nobody tries again") \
  MUTANT (SILENCE_IS_NO_NEWS, "silence-is-no-news", "A new event stream does not ask what was missed") \
  MUTANT (SNAPSHOT_KEPT, "snapshot-kept", "The screen stays at an old commit") \
  MUTANT (ROWS_MADE_YOUNG, "rows-made-young", "Writing a row anew makes the server's value new") \
  MUTANT (SWEEP_FORGOTTEN, "sweep-forgotten", "Reading everything anew leaves what is gone") \
  MUTANT (SERVER_VALUE_MISSED, "server-value-missed", "Changes of others under own operations are not kept")
/* clang-format on */

#define FOYER_MUTANT_NUMBER_(symbol, name, sentence) FOYER_MUTANT_##symbol,

typedef enum {
  FOYER_NO_MUTANT,
  FOYER_MUTANTS (FOYER_MUTANT_NUMBER_) FOYER_N_MUTANTS,
} FoyerMutant;

/**
 * foyer_mutant_set:
 * @mutant: %FOYER_NO_MUTANT for none
 *
 * Switches a bug on, for the whole process. Does nothing in a build without them.
 */
void foyer_mutant_set (FoyerMutant mutant);

/**
 * foyer_mutant_is:
 *
 * Returns: whether @mutant is switched on; asked through FOYER_MUTANT()
 */
gboolean foyer_mutant_is (FoyerMutant mutant);

/**
 * foyer_mutant_get_name:
 *
 * Returns: (transfer none): its name on the command line
 */
const char *foyer_mutant_get_name (FoyerMutant mutant);

/**
 * foyer_mutant_get_sentence:
 *
 * Returns: (transfer none): what it does wrong
 */
const char *foyer_mutant_get_sentence (FoyerMutant mutant);

#ifdef FOYER_WITH_MUTANTS
#define FOYER_MUTANT(NAME) G_UNLIKELY (foyer_mutant_is (FOYER_MUTANT_##NAME))
#else
#define FOYER_MUTANT(NAME) FALSE
#endif

G_END_DECLS
