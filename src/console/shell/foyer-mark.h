/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_MARK (foyer_mark_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMark, foyer_mark, FOYER, MARK, GtkWidget)

/**
 * FoyerMark:
 *
 * The organisation's mark: the first letter of its name on its brand colour. It is the one place where that colour enters the console.
 *
 * Properties: `name`, `colour` (`#rrggbb`, %NULL for the colour of organisations that have none).
 */

G_END_DECLS
