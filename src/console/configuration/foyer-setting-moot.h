/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-settings-draft.h"

G_BEGIN_DECLS

/**
 * foyer_setting_moot_text:
 * @key: of a setting
 * @published: what is published, as foyer_settings_complete() fills it
 *
 * Some settings mean nothing under what other settings say: how far ahead one can book where nobody books (D1).
 *
 * Returns: (transfer none) (nullable): why @key means nothing under what is drafted, translated; %NULL if it means something
 */
const char *foyer_setting_moot_text (const char *key, FoyerSettingsDraft *draft, JsonObject *published);

G_END_DECLS
