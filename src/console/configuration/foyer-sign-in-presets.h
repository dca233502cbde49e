/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-setting-panel.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define FOYER_TYPE_SIGN_IN_PRESETS (foyer_sign_in_presets_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSignInPresets, foyer_sign_in_presets, FOYER, SIGN_IN_PRESETS, FoyerSettingPanel)

/**
 * FoyerSignInPresets:
 *
 * The three ways to have clients sign in that most businesses want (A7): choosing one drafts the settings that it stands for. What the draft
 * says is shown as the one that it equals, or as a way of its own.
 */

/**
 * foyer_sign_in_preset_name:
 * @settings: the JSON form of effective PortalSettings
 *
 * Returns: (transfer none): what the settings amount to: `Balanced`, or `Your own way`
 */
const char *foyer_sign_in_preset_name (JsonObject *settings);

G_END_DECLS
