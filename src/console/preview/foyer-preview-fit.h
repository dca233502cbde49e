/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-room.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_FIT (foyer_preview_fit_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewFit, foyer_preview_fit, FOYER, PREVIEW_FIT, GtkLayoutManager)

/**
 * FoyerPreviewFit:
 *
 * Lays out a widget with one child that may get less room than it needs now: it tells the #FoyerPreviewRoom how wide it is, and as soon as
 * that has settled, what needs more is put elsewhere.
 */

/**
 * foyer_preview_fit_new:
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *foyer_preview_fit_new (FoyerPreviewRoom *room);

G_END_DECLS
