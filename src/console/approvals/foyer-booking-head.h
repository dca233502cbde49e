/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-booking-brief.h"
#include "foyer-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_BOOKING_HEAD (foyer_booking_head_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBookingHead, foyer_booking_head, FOYER, BOOKING_HEAD, AdwBin)

/**
 * FoyerBookingHead:
 *
 * Who asks for what, when and where, in their own words.
 *
 * Properties: `desk`, `brief` (#FoyerBookingBrief or %NULL), `now` (seconds since 1970).
 */

G_END_DECLS
