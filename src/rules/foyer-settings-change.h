/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * What a publication changes: setting to new value, null for back to the default. Consoles ask the same of a draft as the server of what was
 * scheduled (D1).
 */

/**
 * foyer_settings_find_field:
 *
 * Returns: (transfer none) (nullable): the line of the setting @key; %NULL for what nobody publishes, such as the version
 */
const FoyerField *foyer_settings_find_field (const char *key);

/**
 * foyer_settings_is_same:
 * @one: (nullable): null and absent are the default
 * @other: (nullable)
 *
 * Returns: whether the setting means the same by both values
 */
gboolean foyer_settings_is_same (const FoyerField *field, JsonNode *one, JsonNode *other);

/**
 * foyer_settings_check_value:
 * @value: (nullable): null for back to the default
 *
 * Returns: (transfer full) (nullable): what was expected instead, in the words of foyer_field_check(); %NULL if @value is good
 */
char *foyer_settings_check_value (const FoyerField *field, JsonNode *value);

/**
 * foyer_settings_check_former:
 * @value: what stood before a change; null for the default
 *
 * Returns: (transfer full) (nullable): what was expected instead; %NULL if the setting can have stood so
 */
char *foyer_settings_check_former (const FoyerField *field, JsonNode *value);

/**
 * foyer_settings_apply:
 * @settings: settings as they are stored, or effective ones
 * @patch: setting to new value
 *
 * Returns: (transfer full): effective settings with @patch in them, or %NULL with %FOYER_RECORD_ERROR if a value is none
 */
FoyerRecord *foyer_settings_apply (FoyerRecord *settings, JsonObject *patch, GError **error);

/**
 * foyer_settings_list_present:
 * @settings: the JSON form of PortalSettings
 * @patch: setting to new value
 *
 * Returns: (transfer full): what stands in @settings where @patch has something else, null where nothing does
 */
JsonObject *foyer_settings_list_present (JsonObject *settings, JsonObject *patch);

/**
 * foyer_settings_list_contested:
 * @settings: as they are now
 * @patch: what somebody wants
 * @before: (nullable): what they saw when they wanted it
 *
 * Different settings never clash; one that is already as wanted does not either.
 *
 * Returns: (transfer full) (array zero-terminated=1): the settings of @patch that somebody else has changed meanwhile, in the table's order
 */
char **foyer_settings_list_contested (FoyerRecord *settings, JsonObject *patch, JsonObject *before);

G_END_DECLS
