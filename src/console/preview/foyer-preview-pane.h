/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_PANE (foyer_preview_pane_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewPane, foyer_preview_pane, FOYER, PREVIEW_PANE, AdwBin)

/**
 * FoyerPreviewPane:
 *
 * The portal on a phone, beside what somebody does to it (D1): as the draft would make it, or as it is while nothing is drafted. Through
 * whose eyes can be chosen; a client who has much to see is chosen first.
 *
 * Properties, read-only: `stage` (#FoyerPreviewStage), `caption` (what is seen, in one sentence).
 */

/**
 * foyer_preview_pane_new:
 * @desk: not referenced beyond foyer_preview_pane_stop()
 */
GtkWidget *foyer_preview_pane_new (FoyerDesk *desk);

/**
 * foyer_preview_pane_show:
 * @address: path and query on the portal
 */
void foyer_preview_pane_show (FoyerPreviewPane *self, const char *address);

/**
 * foyer_preview_pane_stop:
 *
 * To be called before the desk is closed. May be called again.
 */
void foyer_preview_pane_stop (FoyerPreviewPane *self);

G_END_DECLS
