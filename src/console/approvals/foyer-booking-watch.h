/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-booking-brief.h"

G_BEGIN_DECLS

#define FOYER_TYPE_BOOKING_WATCH (foyer_booking_watch_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBookingWatch, foyer_booking_watch, FOYER, BOOKING_WATCH, GObject)

/**
 * FoyerBookingWatch:
 *
 * Keeps an eye on one booking: its brief, worked out anew whenever the records say something else. What was known before stands until the
 * new brief is there; of another booking it stands for a blink only, so that nothing flickers and nothing misleads.
 *
 * Property, read-only: `brief` (#FoyerBookingBrief or %NULL).
 */

FoyerBookingWatch *foyer_booking_watch_new (FoyerStore *store);

/**
 * foyer_booking_watch_look_at:
 * @booking_id: (nullable): %NULL for none
 */
void foyer_booking_watch_look_at (FoyerBookingWatch *self, const char *booking_id);

/**
 * foyer_booking_watch_get_brief:
 *
 * Returns: (transfer none) (nullable): the brief of the booking that is looked at, never that of the one before
 */
FoyerBookingBrief *foyer_booking_watch_get_brief (FoyerBookingWatch *self);

/**
 * foyer_booking_watch_look_again:
 *
 * Works the brief out anew, because time has passed.
 */
void foyer_booking_watch_look_again (FoyerBookingWatch *self);

/**
 * foyer_booking_watch_stop:
 *
 * To be called before the last reference is dropped.
 */
void foyer_booking_watch_stop (FoyerBookingWatch *self);

G_END_DECLS
