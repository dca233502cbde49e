/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FoyerStatement:
 *
 * A prepared statement of a #FoyerDatabase. Parameters are bound by the number in their name: `$3` is parameter 3 wherever it stands,
 * as in PostgreSQL. Values are bound, never printed.
 */
typedef struct _FoyerStatement FoyerStatement;

void foyer_statement_bind_text (FoyerStatement *self, guint number, const char *text);
void foyer_statement_bind_integer (FoyerStatement *self, guint number, gint64 value);
void foyer_statement_bind_blob (FoyerStatement *self, guint number, GBytes *bytes);
void foyer_statement_bind_null (FoyerStatement *self, guint number);

/**
 * foyer_statement_step:
 * @error: (nullable): set if the statement failed
 *
 * Returns: whether there is a row to read. %FALSE without an error is the end.
 */
gboolean foyer_statement_step (FoyerStatement *self, GError **error);

/**
 * foyer_statement_run:
 *
 * Runs a statement that has no rows, and readies it for another run with other values.
 */
gboolean foyer_statement_run (FoyerStatement *self, GError **error);

/**
 * foyer_statement_reset:
 *
 * Readies the statement for another run. Bound values are forgotten.
 */
void foyer_statement_reset (FoyerStatement *self);

gint64 foyer_statement_get_integer (FoyerStatement *self, guint column);

/**
 * foyer_statement_get_text:
 *
 * Returns: (nullable): the text of @column, good until the next step
 */
const char *foyer_statement_get_text (FoyerStatement *self, guint column);

/**
 * foyer_statement_get_blob:
 *
 * Returns: (transfer full) (nullable): a copy of the bytes of @column
 */
GBytes *foyer_statement_get_blob (FoyerStatement *self, guint column);
gboolean foyer_statement_is_null (FoyerStatement *self, guint column);

/**
 * foyer_statement_release:
 *
 * Gives the statement back to its database.
 */
void foyer_statement_release (FoyerStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerStatement, foyer_statement_release)

G_END_DECLS
