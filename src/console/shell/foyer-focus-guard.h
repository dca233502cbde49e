/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_focus_guard_watch:
 * @window: watched until it is destroyed
 *
 * Gives the focus to what is nearest when the widget that has it leaves the window, before the next key is heard. GTK does the same only
 * with the next frame, and every key pressed until then is lost: so a row that changes while it has the focus would swallow keys.
 */
void foyer_focus_guard_watch (GtkWindow *window);

G_END_DECLS
