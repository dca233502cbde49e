/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

G_BEGIN_DECLS

/**
 * FoyerOperationGroup:
 * @FOYER_OPERATIONS_NEEDING: refused or in conflict
 * @FOYER_OPERATIONS_WAITING: held, queued or being sent
 * @FOYER_OPERATIONS_SENT: done since midnight in the organisation's zone
 *
 * The three parts of the Outbox (D6).
 */
typedef enum {
  FOYER_OPERATIONS_NEEDING,
  FOYER_OPERATIONS_WAITING,
  FOYER_OPERATIONS_SENT,
} FoyerOperationGroup;

#define FOYER_TYPE_OPERATION_LIST (foyer_operation_list_get_type ())
G_DECLARE_FINAL_TYPE (FoyerOperationList, foyer_operation_list, FOYER, OPERATION_LIST, GObject)

/**
 * foyer_operation_list_new:
 * @since: for sent ones: seconds since 1970
 *
 * Returns: (transfer full): a #GListModel of #FoyerOperation, newest first, kept up to date. In %FOYER_OPERATIONS_NEEDING what was
 *   refused for want of another stands right under that one
 */
FoyerOperationList *foyer_operation_list_new (FoyerStore *store, FoyerOperationGroup group, gint64 since);

/**
 * foyer_operation_list_count_unlisted:
 *
 * The list holds the newest 500 only. It changes with the list, if not always when that does.
 *
 * Returns: how many more there are
 */
guint foyer_operation_list_count_unlisted (FoyerOperationList *self);

G_END_DECLS
