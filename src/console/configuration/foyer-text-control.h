/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-control.h"

G_BEGIN_DECLS

#define FOYER_TYPE_TEXT_CONTROL (foyer_text_control_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTextControl, foyer_text_control, FOYER, TEXT_CONTROL, FoyerSettingControl)

/**
 * foyer_text_control_new:
 * @field: of texts of one line
 *
 * Returns: (transfer floating): an entry
 */
GtkWidget *foyer_text_control_new (const FoyerField *field);

G_END_DECLS
