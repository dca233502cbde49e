/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-control.h"

G_BEGIN_DECLS

#define FOYER_TYPE_COLOUR_CONTROL (foyer_colour_control_get_type ())
G_DECLARE_FINAL_TYPE (FoyerColourControl, foyer_colour_control, FOYER, COLOUR_CONTROL, FoyerSettingControl)

/**
 * foyer_colour_control_new:
 * @field: of colours
 *
 * Returns: (transfer floating): a button that shows and picks a colour, and its hex code beside it (003-15)
 */
GtkWidget *foyer_colour_control_new (const FoyerField *field);

G_END_DECLS
