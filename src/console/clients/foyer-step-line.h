/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_STEP_LINE (foyer_step_line_get_type ())
G_DECLARE_FINAL_TYPE (FoyerStepLine, foyer_step_line, FOYER, STEP_LINE, AdwBin)

/**
 * FoyerStepLine:
 *
 * The steps of somebody's way into the portal, below each other. It is not seen while there are none.
 */

/**
 * foyer_step_line_set_steps:
 * @steps: (nullable) (element-type FoyerInviteStep): in their order
 */
void foyer_step_line_set_steps (FoyerStepLine *self, GArray *steps);

G_END_DECLS
