/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SHORTCUTS_WINDOW (foyer_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (FoyerShortcutsWindow, foyer_shortcuts_window, FOYER, SHORTCUTS_WINDOW, AdwWindow)

/**
 * FoyerShortcutsWindow:
 *
 * All keys, made from the table of keys. GtkShortcutsWindow cannot be filled by code in GTK 4.8 and is deprecated since 4.18.
 */

/**
 * foyer_shortcuts_window_new:
 * @letters: whether single letters act; if not, they are left out
 */
GtkWindow *foyer_shortcuts_window_new (GtkWindow *parent, gboolean letters);

G_END_DECLS
