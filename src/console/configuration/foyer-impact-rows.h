/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_IMPACT_ROWS (foyer_impact_rows_get_type ())
G_DECLARE_FINAL_TYPE (FoyerImpactRows, foyer_impact_rows, FOYER, IMPACT_ROWS, AdwBin)

/**
 * FoyerImpactRows:
 *
 * Who could no longer sign in if the draft were published, and who newly could, by name (D1, 000-67). It is not seen while the draft changes
 * nothing that decides that, and says nothing of what it does not know.
 */

/**
 * foyer_impact_rows_start:
 * @desk: not referenced beyond foyer_impact_rows_stop()
 */
void foyer_impact_rows_start (FoyerImpactRows *self, FoyerDesk *desk);

/**
 * foyer_impact_rows_stop:
 *
 * Cancels what is counted. May be called again; it is when the widget is disposed of.
 */
void foyer_impact_rows_stop (FoyerImpactRows *self);

G_END_DECLS
