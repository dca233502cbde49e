/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * foyer_recovery_describe:
 * @recovery: of a store whose file was damaged
 *
 * Returns: (transfer full): one sentence that says what happened and how many actions were kept
 */
char *foyer_recovery_describe (const FoyerRecovery *recovery);

/**
 * foyer_recovery_dialog_new:
 *
 * Tells that the file was damaged and has been made anew; it can show where the damaged one lies.
 */
GtkWindow *foyer_recovery_dialog_new (GtkWindow *parent, const FoyerRecovery *recovery);

G_END_DECLS
