/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-fit-context.h"

G_BEGIN_DECLS

/**
 * FoyerFitRule:
 *
 * One rule of product.md E2. All but B13, B17, B18 and B22 may count on a zone and a capacity.
 *
 * Returns: (transfer full): what it found, or %NULL if the source failed
 */
typedef FoyerFinding *(*FoyerFitRule) (FoyerFitContext *context, GError **error);

/* When it is wished (foyer-fit-time-rules.c). */
FoyerFinding *foyer_fit_check_past (FoyerFitContext *context, GError **error);
FoyerFinding *foyer_fit_check_lead (FoyerFitContext *context, GError **error);
FoyerFinding *foyer_fit_check_ahead (FoyerFitContext *context, GError **error);
FoyerFinding *foyer_fit_check_day (FoyerFitContext *context, GError **error);

/* A visit that is to change (foyer-fit-change-rules.c). */
FoyerFinding *foyer_fit_check_notice (FoyerFitContext *context, GError **error);
FoyerFinding *foyer_fit_check_moving (FoyerFitContext *context, GError **error);

/* Who could go (foyer-fit-crew-rules.c). */
FoyerFinding *foyer_fit_check_anybody (FoyerFitContext *context, GError **error);
FoyerFinding *foyer_fit_check_overlap (FoyerFitContext *context, GError **error);
FoyerFinding *foyer_fit_check_hours (FoyerFitContext *context, GError **error);

/* What was asked and decided (foyer-fit-booking-rules.c). */
FoyerFinding *foyer_fit_check_property (FoyerFitContext *context, GError **error);
FoyerFinding *foyer_fit_check_decided (FoyerFitContext *context, GError **error);

/* Who asks (foyer-fit-client-rules.c). */
FoyerFinding *foyer_fit_check_client (FoyerFitContext *context, GError **error);

G_END_DECLS
