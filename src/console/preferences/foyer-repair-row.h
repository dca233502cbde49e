/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_REPAIR_ROW (foyer_repair_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRepairRow, foyer_repair_row, FOYER, REPAIR_ROW, AdwActionRow)

/**
 * FoyerRepairRow:
 *
 * Has everything fetched again, and says how far it has come.
 *
 * Property: `desk` (nullable).
 */

/**
 * FoyerRepairStep:
 * @FOYER_REPAIR_IDLE: nobody has asked
 * @FOYER_REPAIR_ASKED: it has been asked for, and has not begun
 * @FOYER_REPAIR_FETCHING: records come
 * @FOYER_REPAIR_DONE: all here is as the server has it
 */
typedef enum {
  FOYER_REPAIR_IDLE,
  FOYER_REPAIR_ASKED,
  FOYER_REPAIR_FETCHING,
  FOYER_REPAIR_DONE,
} FoyerRepairStep;

/**
 * foyer_repair_next_step:
 * @state: what the engine does
 *
 * Pure.
 *
 * Returns: where a repair stands when the engine has come to @state
 */
FoyerRepairStep foyer_repair_next_step (FoyerRepairStep step, FoyerSyncState state);

/**
 * foyer_repair_text:
 * @step: how far it has come
 * @fetched: how many records have come since it began
 * @done_at: when it was over, in seconds since 1970
 * @has_desk: whether there is anything to repair
 *
 * Pure.
 *
 * Returns: (transfer full): the same in words
 */
char *foyer_repair_text (FoyerRepairStep step,
                         guint fetched,
                         gint64 done_at,
                         gboolean has_desk,
                         gboolean online,
                         FoyerOfficeTime *time);

G_END_DECLS
