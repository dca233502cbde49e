/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_OPERATION_ROW (foyer_operation_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerOperationRow, foyer_operation_row, FOYER, OPERATION_ROW, AdwActionRow)

/**
 * FoyerOperationRow:
 *
 * One operation that waits or has been sent.
 * 
 * Properties: `operation` (#FoyerOperation), `desk`, `monotonic` and `now` (moments, to count from).
 * 
 * Its buttons are the actions `outbox.undo` and `outbox.release` with the id of the operation.
 */

G_END_DECLS
