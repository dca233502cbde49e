/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PREFERENCES_WINDOW (foyer_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreferencesWindow,
                      foyer_preferences_window,
                      FOYER,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

/**
 * FoyerPreferencesWindow:
 *
 * What a person may set for herself on this computer. Every change is kept at once.
 *
 * Property: `settings` (#GSettings of `org.foyer.Console`, construct-only).
 */

/**
 * foyer_preferences_window_new:
 * @parent: (nullable)
 */
GtkWindow *foyer_preferences_window_new (GtkWindow *parent, GSettings *settings);

G_END_DECLS
