/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-control.h"

G_BEGIN_DECLS

#define FOYER_TYPE_MATRIX_CONTROL (foyer_matrix_control_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMatrixControl, foyer_matrix_control, FOYER, MATRIX_CONTROL, FoyerSettingControl)

/**
 * foyer_matrix_control_new:
 * @field: of maps from an event to `{email, sms}` (001-14)
 *
 * Returns: (transfer floating): a check for each event and way
 */
GtkWidget *foyer_matrix_control_new (const FoyerField *field);

G_END_DECLS
