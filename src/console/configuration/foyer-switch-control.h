/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-control.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SWITCH_CONTROL (foyer_switch_control_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSwitchControl, foyer_switch_control, FOYER, SWITCH_CONTROL, FoyerSettingControl)

/**
 * foyer_switch_control_new:
 * @field: of booleans
 *
 * Returns: (transfer floating): a switch for a setting that is on or off
 */
GtkWidget *foyer_switch_control_new (const FoyerField *field);

G_END_DECLS
