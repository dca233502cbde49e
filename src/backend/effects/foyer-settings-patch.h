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

G_END_DECLS
