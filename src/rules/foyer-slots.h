/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-record-source.h"

G_BEGIN_DECLS

/**
 * FoyerSlot:
 * @start: seconds since 1970
 * @end: seconds since 1970, after the service's duration
 * @crew_id: (nullable): who would go, %NULL if the slot is full
 *
 * A window of arrival begins at @start and lasts `booking.window_minutes`. Whoever goes is taken from @start until @end: for as
 * long as the service lasts, and at least for the window.
 */
typedef struct {
  gint64 start;
  gint64 end;
  char *crew_id;
} FoyerSlot;

void foyer_slot_free (FoyerSlot *slot);

/**
 * foyer_slots_end:
 * @settings: effective settings
 * @service: (nullable): %NULL or one without a duration takes the window alone
 * @start: seconds since 1970
 *
 * Returns: until when a slot that starts at @start takes its crew, in seconds since 1970
 */
gint64 foyer_slots_end (FoyerRecord *settings, FoyerRecord *service, gint64 start);

/**
 * foyer_slots_list:
 * @service: what is to be booked
 * @from: seconds since 1970; slots that start earlier are left out
 * @until: seconds since 1970; slots that start then or later are left out
 * @now: seconds since 1970
 *
 * The windows that a client may be offered, full ones included so that they can be shown as such, in order of time. They respect
 * lead time (000-36), days ahead (000-37), bookings a day (000-38), working hours, leave, crew skills, visits and held bookings.
 *
 * The windows of a day follow one another from the minute at which the first of those who can do the service begins to work, on the
 * clocks of the organisation; one that clocks jump over does not exist. A window at which nobody works for the whole time is left
 * out, one at which all who work are taken, or whose day has all its bookings, is full. Without an organisation, or with working
 * hours for nobody, there are none. Whether clients may book the service at all is not looked at.
 *
 * Returns: (transfer full) (element-type FoyerSlot): the windows, or %NULL with an error
 */
GPtrArray *foyer_slots_list (FoyerRecordSource *source,
                             FoyerRecord *service,
                             gint64 from,
                             gint64 until,
                             gint64 now,
                             GError **error);

/**
 * foyer_slots_list_moves:
 * @visit: what is to be moved
 *
 * The same for another time of a visit: its own time does not stand in its way, it takes as long as it takes, and whoever would have
 * gone goes if they can (000-42).
 *
 * Returns: (transfer full) (element-type FoyerSlot): the windows, or %NULL with an error
 */
GPtrArray *foyer_slots_list_moves (FoyerRecordSource *source,
                                   FoyerRecord *visit,
                                   gint64 from,
                                   gint64 until,
                                   gint64 now,
                                   GError **error);

/**
 * foyer_slots_find_move:
 *
 * Returns: (transfer full) (nullable): the free slot for @visit that starts at @start, or %NULL without an error if there is none
 */
FoyerSlot *foyer_slots_find_move (FoyerRecordSource *source,
                                  FoyerRecord *visit,
                                  gint64 start,
                                  gint64 now,
                                  GError **error);

/**
 * foyer_slots_find:
 *
 * Returns: (transfer full) (nullable): the free slot that starts at @start, or %NULL without an error if there is none
 */
FoyerSlot *
foyer_slots_find (FoyerRecordSource *source, FoyerRecord *service, gint64 start, gint64 now, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerSlot, foyer_slot_free)

G_END_DECLS
