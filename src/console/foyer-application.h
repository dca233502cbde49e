/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_APPLICATION (foyer_application_get_type ())
G_DECLARE_FINAL_TYPE (FoyerApplication, foyer_application, FOYER, APPLICATION, AdwApplication)

/**
 * FoyerApplication:
 *
 * Composes the console: clock and random bytes, the account, its desk, the window and the notifications. One process a session; starting it
 * again brings its window to the front.
 *
 * Actions: `open-booking` and `approve-booking` (with an id, from notifications), `preferences`, `about`, `quit`.
 */

FoyerApplication *foyer_application_new (void);

G_END_DECLS
