/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

G_BEGIN_DECLS

/**
 * FoyerNeedChoices:
 * @FOYER_NEED_PROPOSE: offer the client other times
 * @FOYER_NEED_OVERRIDE: approve against a rule, with a reason
 * @FOYER_NEED_KEEP_MINE: the same again, over what stands now
 * @FOYER_NEED_KEEP_THEIRS: what stands on the server stays
 * @FOYER_NEED_RESTORE: make anew what somebody deleted, with my change in it
 * @FOYER_NEED_RETRY: the same again
 * @FOYER_NEED_LET_GO: put it away
 *
 * What a person can do about an operation that was not taken (sync.md §7).
 */
typedef enum {
  FOYER_NEED_PROPOSE = 1 << 0,
  FOYER_NEED_OVERRIDE = 1 << 1,
  FOYER_NEED_KEEP_MINE = 1 << 2,
  FOYER_NEED_KEEP_THEIRS = 1 << 3,
  FOYER_NEED_RESTORE = 1 << 4,
  FOYER_NEED_RETRY = 1 << 5,
  FOYER_NEED_LET_GO = 1 << 6,
} FoyerNeedChoices;

/**
 * foyer_need_choices:
 * @record: (nullable): as it stands here now, %NULL if it is gone
 *
 * Returns: the choices that fit; there is always a way to end it
 */
FoyerNeedChoices foyer_need_choices (const FoyerOperationData *data, FoyerRecord *record);

/**
 * foyer_need_is_gone:
 * @record: (nullable)
 *
 * Returns: whether somebody deleted what the operation changes
 */
gboolean foyer_need_is_gone (const FoyerOperationData *data, FoyerRecord *record);

/**
 * foyer_need_likeness:
 *
 * Returns: (transfer full): a text that is the same for operations of one kind that failed for one reason: they can be answered together
 */
char *foyer_need_likeness (const FoyerOperationData *data, FoyerRecord *record);

/**
 * foyer_need_describe_likeness:
 *
 * Returns: (transfer full): the same of @operation, with its record as it stands in @store
 */
char *foyer_need_describe_likeness (FoyerStore *store, FoyerOperation *operation);

/**
 * foyer_need_choice_name:
 * @choice: one of them
 *
 * Returns: (transfer none): the word by which an action names it
 */
const char *foyer_need_choice_name (FoyerNeedChoices choice);

/**
 * foyer_need_choice_by_name:
 *
 * Returns: the choice, or 0 if @name is none
 */
FoyerNeedChoices foyer_need_choice_by_name (const char *name);

/**
 * foyer_need_choice_label:
 *
 * Returns: (transfer none): what its button says, translated
 */
const char *foyer_need_choice_label (FoyerNeedChoices choice);

/**
 * foyer_need_choice_tooltip:
 *
 * Returns: (transfer none): what comes of it, translated
 */
const char *foyer_need_choice_tooltip (FoyerNeedChoices choice);

G_END_DECLS
