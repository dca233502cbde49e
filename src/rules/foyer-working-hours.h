/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-business.h"

G_BEGIN_DECLS

/**
 * FoyerPresence:
 * @FOYER_PRESENCE_WORKING: at work for the whole time
 * @FOYER_PRESENCE_NOT_KNOWN: nobody has entered working hours
 * @FOYER_PRESENCE_OUTSIDE: works that day, but not for the whole time
 * @FOYER_PRESENCE_DAY_OFF: no working hours that day
 * @FOYER_PRESENCE_LEAVE: on leave
 * @FOYER_PRESENCE_HOLIDAY: a holiday
 */
typedef enum {
  FOYER_PRESENCE_WORKING,
  FOYER_PRESENCE_NOT_KNOWN,
  FOYER_PRESENCE_OUTSIDE,
  FOYER_PRESENCE_DAY_OFF,
  FOYER_PRESENCE_LEAVE,
  FOYER_PRESENCE_HOLIDAY,
} FoyerPresence;

/**
 * FoyerWorkingHours:
 *
 * When people work, from the Availability records, on the clocks of the organisation (B07, B08):
 *
 * - Hours hold for a weekday, from their date (if any) to their last date (if any). Somebody who has hours of their own in effect
 *   on a day, for whatever weekday, has only those; all others have the organisation's.
 * - Leave and holidays take their minutes, or the whole day if they name none, out of each of their days; those without a crew
 *   member out of everybody's.
 * - Hours that meet at midnight are one stretch.
 */
typedef struct _FoyerWorkingHours FoyerWorkingHours;

/**
 * foyer_working_hours_load:
 * @business: must have a zone and outlive the hours
 *
 * Returns: (transfer full): everybody's hours, or %NULL if @source failed
 */
FoyerWorkingHours *
foyer_working_hours_load (FoyerRecordSource *source, FoyerBusiness *business, GError **error);

void foyer_working_hours_free (FoyerWorkingHours *self);

/**
 * foyer_working_hours_check:
 * @crew_id: (nullable): %NULL for the organisation's own hours
 * @start: seconds since 1970
 * @end: seconds since 1970, after @start
 * @note: (out) (optional) (nullable) (transfer none): what the leave or holiday is for
 *
 * Returns: whether they are at work from @start until @end, and if not, why
 */
FoyerPresence foyer_working_hours_check (FoyerWorkingHours *self,
                                         const char *crew_id,
                                         gint64 start,
                                         gint64 end,
                                         const char **note);

/**
 * foyer_working_hours_get_day:
 * @crew_id: (nullable): %NULL for the organisation's own hours
 * @first: (out): the minute of the day at which the first hours begin
 * @last: (out): the minute of the day at which the last hours end
 *
 * Leave and holidays aside.
 *
 * Returns: %FALSE if there are no hours on @date
 */
gboolean foyer_working_hours_get_day (FoyerWorkingHours *self,
                                      const char *crew_id,
                                      const FoyerDate *date,
                                      int *first,
                                      int *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerWorkingHours, foyer_working_hours_free)

G_END_DECLS
