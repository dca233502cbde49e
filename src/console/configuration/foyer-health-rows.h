/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_HEALTH_ROWS (foyer_health_rows_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHealthRows, foyer_health_rows, FOYER, HEALTH_ROWS, AdwBin)

/**
 * FoyerHealthRows:
 *
 * How the portal is doing (E3): each check with its mark, its word, a sentence, and a button that leads to where it is put right. Below,
 * until all are done, the steps of setting it up.
 */

/**
 * foyer_health_rows_new:
 * @desk: not referenced beyond foyer_health_rows_stop()
 * @control: (transfer none): what turns the portal on; outlives the rows
 */
GtkWidget *foyer_health_rows_new (FoyerDesk *desk, GtkWidget *control);

void foyer_health_rows_stop (FoyerHealthRows *self);

G_END_DECLS
