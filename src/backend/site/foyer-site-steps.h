/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-slots.h"
#include "site/foyer-site-turn.h"

G_BEGIN_DECLS

/* The steps of booking, which carry earlier choices along. */

/**
 * foyer_site_steps_are_own:
 *
 * Returns: whether what the form names is this viewer's to choose (A07, B04); what is missing is not looked at
 */
gboolean foyer_site_steps_are_own (FoyerSiteTurn *turn);

/**
 * foyer_site_steps_lack_choice:
 *
 * Returns: whether the service, or the site if it is to be known by then, has not been chosen (B13)
 */
gboolean foyer_site_steps_lack_choice (FoyerSiteTurn *turn, const FoyerPageRequest *request);

/**
 * foyer_site_booking_note_is_good:
 * @note: (nullable)
 *
 * Returns: whether a booking can have that note
 */
gboolean foyer_site_booking_note_is_good (const char *note);

/**
 * foyer_site_booking_make:
 * @kind: `new` or `reschedule`
 * @note: (nullable): in the client's words
 *
 * Returns: (transfer full): a wish of this viewer for @slot; the caller adds the work, and the place or the visit
 */
JsonObject *
foyer_site_booking_make (FoyerSiteTurn *turn, const char *kind, const FoyerSlot *slot, const char *note);

/**
 * foyer_site_booking_place:
 *
 * Writes @booking with all that follows, and confirms it if the business wants what fits confirmed at once (000-39).
 *
 * Returns: (transfer full): what leads to its page, or that there were too many; %NULL with an error
 */
FoyerHttpResponse *foyer_site_booking_place (FoyerSiteTurn *turn, JsonObject *booking, GError **error);

G_END_DECLS
