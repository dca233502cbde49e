/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_CHIP (foyer_chip_get_type ())
G_DECLARE_FINAL_TYPE (FoyerChip, foyer_chip, FOYER, CHIP, GtkWidget)

/**
 * FoyerChip:
 *
 * An icon and a word that say how something stands. Filled only where a person has to decide.
 *
 * Properties: `icon-name`, `label`, `tone`: the style classes, such as `warning` or `plain success`.
 */

G_END_DECLS
