/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include "foyer-field.h"

#include <adwaita.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_change_row_new:
 * @former: (nullable): what it was
 * @value: (nullable): what it is to be, or became
 *
 * Returns: a row that says `old → new` of one setting; whoever shows it adds what can be done with the change
 */
GtkWidget *foyer_change_row_new (FoyerDesk *desk, const FoyerField *field, JsonNode *former, JsonNode *value);

/**
 * foyer_change_rows_add:
 * @expander: (type AdwExpanderRow): gets a row for each setting in @patch
 * @patch: (nullable): setting to value
 * @before: (nullable): setting to former value
 */
void foyer_change_rows_add (GtkWidget *expander, FoyerDesk *desk, JsonObject *patch, JsonObject *before);

/**
 * foyer_change_rows_summary:
 * @patch: (nullable)
 * @note: (nullable): what it is for
 *
 * Returns: (transfer full): `2 changes · Spring`
 */
char *foyer_change_rows_summary (JsonObject *patch, const char *note);

G_END_DECLS
