/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"

G_BEGIN_DECLS

#define FOYER_TYPE_BOOKING_NOTIFIER (foyer_booking_notifier_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBookingNotifier, foyer_booking_notifier, FOYER, BOOKING_NOTIFIER, GObject)

/**
 * FoyerBookingNotifier:
 *
 * Tells of each booking that comes from the server and waits for a decision while nobody looks at the window (000-70): once, not of those
 * that the first sync brings, and not of what was done on this computer. It can be approved from there if nothing speaks against it; it
 * can never be declined from there, because that needs a reason. What needs no decision any more is taken back.
 *
 * Properties: `watched` (boolean, to be bound: whether somebody looks at the window), `state` (int: #FoyerSyncState, bound to the desk's).
 */

/**
 * foyer_booking_notifier_new:
 * @application: registered; has the actions `app.open-booking` and `app.approve-booking`, whose target is the booking's id. What a
 *   notification says may be old, so `app.approve-booking` has to look again
 */
FoyerBookingNotifier *foyer_booking_notifier_new (FoyerDesk *desk, GApplication *application);

/**
 * foyer_booking_notifier_stop:
 *
 * Takes back what was told and tells nothing any more. To be called before the desk is closed.
 */
void foyer_booking_notifier_stop (FoyerBookingNotifier *self);

G_END_DECLS
