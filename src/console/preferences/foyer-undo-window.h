/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long a decision can be taken back before it is sent: 5, 10, 20 or 30 seconds. */

/**
 * foyer_undo_window_seconds:
 * @choice: the place in the list of lengths; behind its end counts as the last
 */
guint foyer_undo_window_seconds (guint choice);

/**
 * foyer_undo_window_choice:
 *
 * Returns: the place of the longest length that is not over @seconds, so that another program's value shows as something that holds
 */
guint foyer_undo_window_choice (guint seconds);

G_END_DECLS
