/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-control.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CHOICE_CONTROL (foyer_choice_control_get_type ())
G_DECLARE_FINAL_TYPE (FoyerChoiceControl, foyer_choice_control, FOYER, CHOICE_CONTROL, FoyerSettingControl)

/**
 * foyer_choice_control_new:
 * @field: of enums
 *
 * Returns: (transfer floating): a list to drop down
 */
GtkWidget *foyer_choice_control_new (const FoyerField *field);

G_END_DECLS
