/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-subject-bin.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SYNC_BANNER (foyer_sync_banner_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSyncBanner, foyer_sync_banner, FOYER, SYNC_BANNER, FoyerSubjectBin)

/**
 * FoyerSyncBanner:
 *
 * What a pane says while all is not well with the server. Property: `desk`.
 */

G_END_DECLS
