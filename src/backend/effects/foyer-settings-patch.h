/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_settings_patch_judge:
 * @patch: (nullable): setting to value, null for its default, as a SettingsVersion or a SettingsProposal has it
 * @error: (out): a SetError
 *
 * Returns: whether it changes something, and settings alone, to values that they can have
 */
gboolean foyer_settings_patch_judge (JsonObject *patch, JsonObject **error);

/**
 * foyer_settings_before_judge:
 * @patch: (nullable): the settings that are changed
 * @before: (nullable): what its author saw of them
 * @error: (out): a SetError
 *
 * The history shows @before and goes back to it, so that it speaks of nothing else.
 *
 * Returns: whether each member of @before is a setting of @patch, with a value that it could have had
 */
gboolean foyer_settings_before_judge (JsonObject *patch, JsonObject *before, JsonObject **error);

G_END_DECLS
