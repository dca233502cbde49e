/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_STEP_LINE (foyer_step_line_get_type ())
G_DECLARE_FINAL_TYPE (FoyerStepLine, foyer_step_line, FOYER, STEP_LINE, GtkWidget)

/**
 * FoyerStepLine:
 *
 * The steps of somebody's way into the portal: dots that a line joins, with the words under them, or, where that is too wide, the steps below
 * each other. It is not seen while there are none.
 */

/**
 * foyer_step_line_set_steps:
 * @steps: (nullable) (element-type FoyerInviteStep): in their order
 */
void foyer_step_line_set_steps (FoyerStepLine *self, GArray *steps);

G_END_DECLS
