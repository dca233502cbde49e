/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-preview-page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_WINDOW (foyer_preview_window_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewWindow, foyer_preview_window, FOYER, PREVIEW_WINDOW, AdwWindow)

/**
 * FoyerPreviewWindow:
 *
 * A preview in a window of its own, for a second screen (D2). What it shows is its own, and stays; it follows what changes in records and draft.
 * Escape closes it.
 */

/**
 * foyer_preview_window_new:
 * @desk: (not nullable): the window is destroyed before it is closed
 *
 * Returns: (transfer none): a window that is not shown yet
 */
FoyerPreviewWindow *foyer_preview_window_new (FoyerDesk *desk);

/**
 * foyer_preview_window_get_page:
 *
 * Returns: (transfer none): what is in it, whose signals are for whoever made it
 */
FoyerPreviewPage *foyer_preview_window_get_page (FoyerPreviewWindow *self);

G_END_DECLS
