/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-access-line.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_ACCESS_ROW (foyer_access_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerAccessRow, foyer_access_row, FOYER, ACCESS_ROW, GtkListBoxRow)

/**
 * FoyerAccessRow:
 *
 * A person, a link or a session in the list of its kind, with the one button that helps most and a menu of all else.
 */

GtkWidget *foyer_access_row_new (void);

/**
 * foyer_access_row_set_line:
 * @line: (transfer full)
 *
 * Says what @line says. The focus stays where it was.
 */
void foyer_access_row_set_line (FoyerAccessRow *self, FoyerAccessLine *line);

/**
 * foyer_access_row_get_line:
 *
 * Returns: (transfer none) (nullable)
 */
const FoyerAccessLine *foyer_access_row_get_line (FoyerAccessRow *self);

G_END_DECLS
