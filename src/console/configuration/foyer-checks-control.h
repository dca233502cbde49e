/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-control.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CHECKS_CONTROL (foyer_checks_control_get_type ())
G_DECLARE_FINAL_TYPE (FoyerChecksControl, foyer_checks_control, FOYER, CHECKS_CONTROL, FoyerSettingControl)

/**
 * foyer_checks_control_new:
 * @field: of lists
 *
 * Returns: (transfer floating): a check for each of the words that @field allows, if it names any
 */
GtkWidget *foyer_checks_control_new (const FoyerField *field);

/**
 * foyer_checks_control_add:
 * @value: what is in the list while it is checked
 * @label: what it is called
 */
void foyer_checks_control_add (FoyerChecksControl *self, const char *value, const char *label);

G_END_DECLS
