/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-control.h"

G_BEGIN_DECLS

#define FOYER_TYPE_NUMBER_CONTROL (foyer_number_control_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNumberControl, foyer_number_control, FOYER, NUMBER_CONTROL, FoyerSettingControl)

/**
 * foyer_number_control_new:
 * @field: of integers
 *
 * Returns: (transfer floating): a number with two buttons
 */
GtkWidget *foyer_number_control_new (const FoyerField *field);

G_END_DECLS
