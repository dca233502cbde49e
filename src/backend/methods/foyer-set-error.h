/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* SetErrors (RFC 8620 §5.3 and the capability's own): why one record of a /set was not changed. */

/**
 * foyer_set_error_new:
 * @type: such as `forbidden`
 * @description: (nullable): a sentence
 */
JsonObject *foyer_set_error_new (const char *type, const char *description);

/**
 * foyer_set_error_add_property:
 *
 * Adds @name to the `properties` of @error, which are a hundred at most.
 */
void foyer_set_error_add_property (JsonObject *error, const char *name);

G_END_DECLS
