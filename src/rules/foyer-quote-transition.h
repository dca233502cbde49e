/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-booking-transition.h"
#include "types/quote.h"

G_BEGIN_DECLS

/**
 * foyer_quote_may_become:
 *
 * Staying is no move, but for an offer that is sent again with its next version: from sent to sent. What a quote is created as is no
 * move either.
 *
 * Returns: whether @actor may take a quote from @from to @to (000-28, 000-29, D40, E02)
 */
gboolean foyer_quote_may_become (FoyerQuoteStatus from, FoyerQuoteStatus to, FoyerActor actor);

/**
 * foyer_quote_is_fixed:
 *
 * Returns: whether what a quote with this status says can no longer change: it was approved
 */
gboolean foyer_quote_is_fixed (FoyerQuoteStatus status);

/**
 * foyer_quote_is_editable:
 *
 * Returns: whether staff may still put another title or site on a quote with this status without sending it again
 */
gboolean foyer_quote_is_editable (FoyerQuoteStatus status);

G_END_DECLS
