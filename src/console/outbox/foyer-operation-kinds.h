/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-operation.h"
#include "foyer-record.h"

G_BEGIN_DECLS

/* What the console does to records, by the command of the operation: what the Outbox calls it, and what *Edit* means for it (D6). One table. */

/**
 * FoyerOperationEdit:
 * @FOYER_OPERATION_EDIT_NOTHING: there is nothing to show and nothing to change
 * @FOYER_OPERATION_EDIT_RECORD: the record is shown, where the same can be done otherwise
 * @FOYER_OPERATION_EDIT_WORDS: it is taken back and its words stand in the composer again
 */
typedef enum {
  FOYER_OPERATION_EDIT_NOTHING,
  FOYER_OPERATION_EDIT_RECORD,
  FOYER_OPERATION_EDIT_WORDS,
} FoyerOperationEdit;

/**
 * FoyerOperationKind:
 * @command: as the operation says
 * @title: with `%s` for what it was done to; to be translated
 * @edit: what *Edit* does before it has left
 * @unasked: whether the console did it by itself while somebody looked: no action of a person, and not listed as one
 */
typedef struct {
  const char *command;
  const char *title;
  FoyerOperationEdit edit;
  gboolean unasked;
} FoyerOperationKind;

/**
 * foyer_operation_kind_find:
 * @command: (nullable)
 *
 * Returns: (transfer none) (nullable): %NULL for what this console does not do
 */
const FoyerOperationKind *foyer_operation_kind_find (const char *command);

/**
 * foyer_operation_edit:
 * @record: (nullable): what stands here
 *
 * Returns: what *Edit* does with it now
 */
FoyerOperationEdit foyer_operation_edit (FoyerOperation *operation, FoyerRecord *record);

/**
 * foyer_operation_is_listed:
 *
 * Returns: whether it is something that a person did; what needs a person is listed in any case
 */
gboolean foyer_operation_is_listed (FoyerOperation *operation);

G_END_DECLS
