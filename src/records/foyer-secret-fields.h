/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-type.h"

G_BEGIN_DECLS

/**
 * foyer_secret_fields_hide:
 * @values: (nullable): members of a record of @type, or a patch of one
 *
 * Puts `•••` in the place of every member that is secret: logs, history and journals are kept, and read by people.
 *
 * Returns: whether there was one
 */
gboolean foyer_secret_fields_hide (const FoyerRecordType *type, JsonObject *values);

/**
 * foyer_secret_fields_are_hidden:
 * @values: (nullable)
 *
 * Returns: whether a secret member of @values has been hidden, so that the value is nowhere any more
 */
gboolean foyer_secret_fields_are_hidden (const FoyerRecordType *type, JsonObject *values);

G_END_DECLS
