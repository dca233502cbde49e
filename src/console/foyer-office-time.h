/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-zone.h"

G_BEGIN_DECLS

#define FOYER_TYPE_OFFICE_TIME (foyer_office_time_get_type ())
G_DECLARE_FINAL_TYPE (FoyerOfficeTime, foyer_office_time, FOYER, OFFICE_TIME, GObject)

/**
 * FoyerOfficeTime:
 *
 * How the organisation tells time: its zone and its language (001-35). Immutable. All moments are seconds since 1970, all texts are the
 * caller's to free.
 */

/**
 * foyer_office_time_new:
 * @zone: (nullable): the organisation's zone. If it is missing or unknown to this computer, times are told in UTC and say so.
 * @language: (nullable): a BCP 47 tag
 */
FoyerOfficeTime *foyer_office_time_new (const char *zone, const char *language);

FoyerZone *foyer_office_time_get_zone (FoyerOfficeTime *self);
const char *foyer_office_time_get_language (FoyerOfficeTime *self);

gboolean foyer_office_time_is_same_day (FoyerOfficeTime *self, gint64 first, gint64 second);

/**
 * foyer_office_time_get_minute:
 *
 * Returns: minutes since the clock showed midnight
 */
int foyer_office_time_get_minute (FoyerOfficeTime *self, gint64 at);

/* `9:14 AM` */
char *foyer_office_time_clock_text (FoyerOfficeTime *self, gint64 at);

/* `9–11 AM` */
char *foyer_office_time_window_text (FoyerOfficeTime *self, gint64 start, gint64 end);

/* `Tue, May 6` */
char *foyer_office_time_date_text (FoyerOfficeTime *self, gint64 at);

/* `Tuesday, May 6` */
char *foyer_office_time_long_date_text (FoyerOfficeTime *self, gint64 at);

/* `Tomorrow · Tue, May 6`, as over the first row of a day */
char *foyer_office_time_day_heading (FoyerOfficeTime *self, gint64 at, gint64 now);

/* `Tue, May 6, 9–11 AM` */
char *foyer_office_time_slot_text (FoyerOfficeTime *self, gint64 start, gint64 end);

/* `today, 9:14 AM` */
char *foyer_office_time_moment_text (FoyerOfficeTime *self, gint64 at, gint64 now);

G_END_DECLS
