/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SETTING_EXPLANATION (foyer_setting_explanation_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSettingExplanation,
                      foyer_setting_explanation,
                      FOYER,
                      SETTING_EXPLANATION,
                      AdwWindow)

/**
 * foyer_setting_explanation_new:
 * @parent: (nullable)
 * @field: what is explained
 *
 * What a setting does, from when on, what it is as long as nobody changes it, and who publishes it: all of it from the registry (D1, F1). Escape
 * closes it.
 */
GtkWindow *foyer_setting_explanation_new (GtkWindow *parent, FoyerDesk *desk, const FoyerField *field);

G_END_DECLS
