/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-control.h"

G_BEGIN_DECLS

#define FOYER_TYPE_MOMENT_CONTROL (foyer_moment_control_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMomentControl, foyer_moment_control, FOYER, MOMENT_CONTROL, FoyerSettingControl)

/**
 * foyer_moment_control_new:
 * @field: of integers that are minutes of the day
 *
 * Returns: (transfer floating): an entry for a time of day
 */
GtkWidget *foyer_moment_control_new (const FoyerField *field);

G_END_DECLS
