/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

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
 * Properties, construct-only: `settings` (#GSettings of `org.foyer.Console`), `desk` (#FoyerDesk or %NULL: what can be repaired).
 */

/**
 * foyer_preferences_window_new:
 * @parent: (nullable)
 * @desk: (nullable): what somebody is signed in to
 */
GtkWindow *foyer_preferences_window_new (GtkWindow *parent, GSettings *settings, FoyerDesk *desk);

G_END_DECLS
