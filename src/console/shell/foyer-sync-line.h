/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-subject-bin.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SYNC_LINE (foyer_sync_line_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSyncLine, foyer_sync_line, FOYER, SYNC_LINE, FoyerSubjectBin)

/**
 * FoyerSyncLine:
 *
 * Where this computer stands with the server, in an icon and words; a button that opens the Outbox. Property: `desk`.
 */

G_END_DECLS
