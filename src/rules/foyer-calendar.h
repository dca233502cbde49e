/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-business.h"

G_BEGIN_DECLS

/**
 * FoyerSpanKind:
 * @FOYER_SPAN_VISIT: a visit
 * @FOYER_SPAN_APPROVED: an approved booking of which the server has not made the visit yet
 * @FOYER_SPAN_HELD: a booking that waits for an answer and holds its time until then
 */
typedef enum {
  FOYER_SPAN_VISIT,
  FOYER_SPAN_APPROVED,
  FOYER_SPAN_HELD,
} FoyerSpanKind;

/**
 * FoyerSpan:
 * @start: seconds since 1970
 * @end: seconds since 1970, after @start
 * @record: the Visit or Booking
 * @client_id: for whom, owned by @record
 * @crew_ids: (array zero-terminated=1): who is taken; nobody in particular if it is empty
 * @self_booked: whether it came of a booking that a client made in the portal
 *
 * A time that is taken.
 */
typedef struct {
  FoyerSpanKind kind;
  gint64 start;
  gint64 end;
  FoyerRecord *record;
  const char *client_id;
  char **crew_ids;
  gboolean self_booked;
} FoyerSpan;

/**
 * FoyerCalendar:
 * @spans: (element-type FoyerSpan): in order of start
 *
 * What is taken within some time:
 *
 * - visits, but for cancelled and skipped ones; one that was done early frees its crew when it was done;
 * - approved bookings without a visit, and approved moves that the server has not made yet;
 * - if `booking.pending_holds` is on, pending bookings until they expire, and the times offered in countered ones until those
 *   lapse (X21).
 *
 * Bookings that give a time back take none.
 */
typedef struct {
  GPtrArray *spans;
} FoyerCalendar;

/**
 * foyer_calendar_load:
 * @from: seconds since 1970
 * @until: seconds since 1970
 * @now: seconds since 1970, for what lapses
 *
 * Returns: (transfer full): all that overlaps the time from @from until @until, or %NULL if @source failed
 */
FoyerCalendar *foyer_calendar_load (FoyerRecordSource *source,
                                    FoyerBusiness *business,
                                    gint64 from,
                                    gint64 until,
                                    gint64 now,
                                    GError **error);

void foyer_calendar_free (FoyerCalendar *calendar);

/**
 * foyer_span_stands_against:
 * @booking: (nullable): the booking that is judged
 *
 * A booking never stands against itself, nor does the visit that it made or moves, nor another wish to move the same visit. Who
 * asked first is served first: a held time does not stand against a booking that was asked for before it.
 *
 * Returns: whether @span counts when @booking is judged
 */
gboolean foyer_span_stands_against (const FoyerSpan *span, FoyerRecord *booking);

/**
 * foyer_calendar_find:
 * @crew_id: (nullable): %NULL for a time that is taken by nobody in particular
 * @booking: (nullable): the booking that is judged
 *
 * Times that only touch do not overlap.
 *
 * Returns: (transfer none) (nullable): the first span of @crew_id that overlaps the time from @start until @end
 */
const FoyerSpan *foyer_calendar_find (FoyerCalendar *calendar,
                                      const char *crew_id,
                                      gint64 start,
                                      gint64 end,
                                      FoyerRecord *booking);

/**
 * foyer_calendar_count_unassigned:
 * @booking: (nullable): the booking that is judged
 *
 * Returns: how many visits and bookings between @start and @end will need somebody who is not named yet
 */
guint
foyer_calendar_count_unassigned (FoyerCalendar *calendar, gint64 start, gint64 end, FoyerRecord *booking);

/**
 * foyer_calendar_count_self_booked:
 * @booking: (nullable): the booking that is judged
 *
 * Returns: how many different bookings made in the portal, as visits or still as bookings, start at @from or later and before
 *   @until (000-38)
 */
guint
foyer_calendar_count_self_booked (FoyerCalendar *calendar, gint64 from, gint64 until, FoyerRecord *booking);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCalendar, foyer_calendar_free)

G_END_DECLS
