/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-control.h"

G_BEGIN_DECLS

#define FOYER_TYPE_LINES_CONTROL (foyer_lines_control_get_type ())
G_DECLARE_FINAL_TYPE (FoyerLinesControl, foyer_lines_control, FOYER, LINES_CONTROL, FoyerSettingControl)

/**
 * foyer_lines_control_new:
 * @field: of texts, or of lists of texts, one a line
 *
 * Returns: (transfer floating): a field of several lines
 */
GtkWidget *foyer_lines_control_new (const FoyerField *field);

G_END_DECLS
