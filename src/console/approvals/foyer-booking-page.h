/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-booking-brief.h"
#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_BOOKING_PAGE (foyer_booking_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBookingPage, foyer_booking_page, FOYER, BOOKING_PAGE, AdwBin)

/**
 * FoyerBookingPage:
 *
 * One booking, all of it: who asks for what, whether it fits and why, the day of the crews, and what the client will read.
 *
 * Properties: `desk`, `brief` (#FoyerBookingBrief or %NULL), `now` (seconds since 1970), `narrow`.
 */

G_END_DECLS
