/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-office-time.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_MOMENT_DIALOG (foyer_moment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMomentDialog, foyer_moment_dialog, FOYER, MOMENT_DIALOG, AdwWindow)

/**
 * FoyerMomentDialog:
 *
 * Asks for a day and a time of day, as the clocks of the organisation show it.
 *
 * Read-only properties: `moment` (int64: seconds since 1970 of what is chosen now), `words` (that moment in words, with the zone).
 */

/**
 * foyer_moment_dialog_new:
 * @parent: (nullable)
 * @title: what it is asked for
 * @go: what the button that chooses it is called
 * @moment: seconds since 1970: what is chosen first, without its seconds
 *
 * Returns: (transfer none): a dialog that is not shown yet. It destroys itself when it closes
 */
GtkWindow *foyer_moment_dialog_new (GtkWindow *parent,
                                    const char *title,
                                    const char *go,
                                    FoyerOfficeTime *time,
                                    gint64 moment);

/**
 * FoyerMomentDialog::chosen:
 * @moment: (type gint64): seconds since 1970
 */

G_END_DECLS
