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

/**
 * foyer_checks_control_add_finder:
 * @placeholder: what can be written there
 *
 * Adds a line above the checks that leaves those with certain words, and checks all or none of what is left in one change.
 */
void foyer_checks_control_add_finder (FoyerChecksControl *self, const char *placeholder);

G_END_DECLS
