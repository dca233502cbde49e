/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_thread_end_show:
 * @view: messages, the newest last
 *
 * Scrolls to the newest message. A list view guesses how high its rows are until they have been laid out, so it is looked after for some frames.
 */
void foyer_thread_end_show (GtkListView *view);

/**
 * foyer_thread_end_is_in_sight:
 *
 * Returns: whether the newest message is, at its end
 */
gboolean foyer_thread_end_is_in_sight (GtkListView *view);

G_END_DECLS
