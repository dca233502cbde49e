/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "types/booking.h"

G_BEGIN_DECLS

/**
 * FoyerActor:
 *
 * Who moves a booking on.
 */
typedef enum {
  FOYER_ACTOR_STAFF = 1 << 0,
  FOYER_ACTOR_CLIENT = 1 << 1,
  FOYER_ACTOR_SERVER = 1 << 2,
} FoyerActor;

/**
 * foyer_booking_may_become:
 * @told: whether the client has been told of the present status: nothing that a client has read is undone silently
 *
 * Staying is no move: @from and @to alike give %FALSE. What a booking is created as is no move either.
 *
 * Returns: whether @actor may take a booking from @from to @to
 */
gboolean
foyer_booking_may_become (FoyerBookingStatus from, FoyerBookingStatus to, FoyerActor actor, gboolean told);

/**
 * foyer_booking_is_open:
 *
 * Returns: whether a booking with this status still waits for somebody's decision
 */
gboolean foyer_booking_is_open (FoyerBookingStatus status);

G_END_DECLS
