/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-field.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_setting_values:
 * @present: what it is
 *
 * Returns: (transfer full) (element-type utf8): what the setting could be instead, as JSON, to try one after the other
 */
GPtrArray *foyer_setting_values (const FoyerField *field, JsonNode *present);

G_END_DECLS
