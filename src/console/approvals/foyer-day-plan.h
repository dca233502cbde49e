/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-business.h"
#include "foyer-record-source.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* How much of a day is shown. */
#define FOYER_DAY_PLAN_MINUTES 600
#define FOYER_DAY_PLAN_LANES 6

/**
 * FoyerDayBarKind:
 * @FOYER_BAR_TAKEN: a visit, or a booking that will become one
 * @FOYER_BAR_HELD: another request that waits for an answer
 * @FOYER_BAR_REQUEST: the request that is looked at
 */
typedef enum {
  FOYER_BAR_TAKEN,
  FOYER_BAR_HELD,
  FOYER_BAR_REQUEST,
} FoyerDayBarKind;

/**
 * FoyerDayBar:
 * @start: minute of the day
 * @end: minute of the day, after @start
 * @label: for whom
 */
typedef struct {
  FoyerDayBarKind kind;
  int start;
  int end;
  char *label;
} FoyerDayBar;

/**
 * FoyerDayLane:
 * @name: of the crew member
 * @short_name: their first name, with an initial if another lane has the same
 * @crew: (nullable): of the crew they belong to
 * @judged: whether they are who would go
 * @off: (nullable): why they do not work that day
 * @bars: (element-type FoyerDayBar): in order of start
 */
typedef struct {
  char *name;
  char *short_name;
  char *crew;
  gboolean judged;
  char *off;
  GPtrArray *bars;
} FoyerDayLane;

/**
 * FoyerDayPlan:
 * @first: the minute of the day with which the strip begins
 * @day: seconds since 1970 of a moment in the day
 * @taken: other bookings made in the portal that day, as far as they come before this one
 * @most: how many there may be, 0 for no limit
 * @lanes: (element-type FoyerDayLane)
 * @language: in which hours are written
 *
 * One day of the crews, as the day strip draws it. Immutable.
 */
typedef struct {
  int first;
  gint64 day;
  guint taken;
  guint most;
  GPtrArray *lanes;
  char *language;
} FoyerDayPlan;

#define FOYER_TYPE_DAY_PLAN (foyer_day_plan_get_type ())
GType foyer_day_plan_get_type (void);

/**
 * foyer_day_plan_load:
 * @business: must have a zone
 * @booking: the request that is looked at
 * @crew_id: (nullable): who would go
 * @now: seconds since 1970
 *
 * Called off the main thread.
 *
 * Returns: (transfer full): the day of @booking, or %NULL if @source failed
 */
FoyerDayPlan *foyer_day_plan_load (FoyerRecordSource *source,
                                   FoyerBusiness *business,
                                   FoyerRecord *booking,
                                   const char *crew_id,
                                   gint64 now,
                                   GError **error);

FoyerDayPlan *foyer_day_plan_ref (FoyerDayPlan *self);
void foyer_day_plan_unref (FoyerDayPlan *self);

/**
 * foyer_day_plan_choose_first:
 * @start: minute of the day at which what must be seen starts
 * @end: minute of the day at which it ends
 *
 * Returns: the minute with which a strip begins that shows it, on a full hour; 7:00 where that will do
 */
int foyer_day_plan_choose_first (int start, int end);

/**
 * foyer_day_lane_spoken:
 *
 * Returns: (transfer full): the lane in a sentence: "Lee, crew North: Oak Hall 7:30–8:30, this request 9:00–11:00"
 */
char *foyer_day_lane_spoken (const FoyerDayLane *lane, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDayPlan, foyer_day_plan_unref)

G_END_DECLS
