/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-transition.c - who may take a booking from one status to another */

#include "foyer-booking-transition.h"

typedef struct {
  FoyerBookingStatus from;
  FoyerBookingStatus to;
  guint actors;         /* FoyerActor */
  gboolean only_untold; /* taking back what the client has not read yet */
} Transition;

/* Withdrawn, cancelled and expired are ends: whoever still wants the time asks anew. */
static const Transition transitions[] = {
  /* The server approves when bookings are confirmed automatically (000-39). */
  { FOYER_BOOKING_PENDING, FOYER_BOOKING_APPROVED, FOYER_ACTOR_STAFF | FOYER_ACTOR_SERVER, FALSE },
  { FOYER_BOOKING_PENDING, FOYER_BOOKING_DECLINED, FOYER_ACTOR_STAFF, FALSE },
  { FOYER_BOOKING_PENDING, FOYER_BOOKING_COUNTERED, FOYER_ACTOR_STAFF, FALSE },
  { FOYER_BOOKING_PENDING, FOYER_BOOKING_WITHDRAWN, FOYER_ACTOR_CLIENT, FALSE },
  { FOYER_BOOKING_PENDING, FOYER_BOOKING_EXPIRED, FOYER_ACTOR_SERVER, FALSE },

  /* The client takes an offered time, on the portal or on the phone. */
  { FOYER_BOOKING_COUNTERED, FOYER_BOOKING_APPROVED, FOYER_ACTOR_CLIENT | FOYER_ACTOR_STAFF, FALSE },
  /* "Neither works": the office looks again. */
  { FOYER_BOOKING_COUNTERED, FOYER_BOOKING_PENDING, FOYER_ACTOR_CLIENT, FALSE },
  { FOYER_BOOKING_COUNTERED, FOYER_BOOKING_PENDING, FOYER_ACTOR_STAFF, TRUE },
  { FOYER_BOOKING_COUNTERED, FOYER_BOOKING_DECLINED, FOYER_ACTOR_STAFF, FALSE },
  { FOYER_BOOKING_COUNTERED, FOYER_BOOKING_WITHDRAWN, FOYER_ACTOR_CLIENT, FALSE },
  { FOYER_BOOKING_COUNTERED, FOYER_BOOKING_EXPIRED, FOYER_ACTOR_SERVER, FALSE },

  { FOYER_BOOKING_APPROVED, FOYER_BOOKING_PENDING, FOYER_ACTOR_STAFF, TRUE },
  /* The server follows when the visit that came of it is cancelled. */
  { FOYER_BOOKING_APPROVED, FOYER_BOOKING_CANCELLED,
    FOYER_ACTOR_STAFF | FOYER_ACTOR_CLIENT | FOYER_ACTOR_SERVER, FALSE },

  { FOYER_BOOKING_DECLINED, FOYER_BOOKING_PENDING, FOYER_ACTOR_STAFF, TRUE },
};

gboolean
foyer_booking_may_become (FoyerBookingStatus from, FoyerBookingStatus to, FoyerActor actor, gboolean told)
{
  for (guint i = 0; i < G_N_ELEMENTS (transitions); i++) {
    const Transition *at = &transitions[i];

    if (at->from == from && at->to == to && (at->actors & actor) != 0 && !(at->only_untold && told))
      return TRUE;
  }
  return FALSE;
}

gboolean
foyer_booking_is_open (FoyerBookingStatus status)
{
  return status == FOYER_BOOKING_PENDING || status == FOYER_BOOKING_COUNTERED;
}
