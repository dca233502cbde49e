/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-zone.h"

G_BEGIN_DECLS

/*
 * Dates and times as people read them. All words and patterns come from own tables, never from libc's locale. Spaces that must
 * not break, as in "9 AM" and "Nov 12", are U+00A0. Every function takes a BCP 47 tag and gives text that the caller frees.
 */

/**
 * FoyerDateStyle:
 * @FOYER_DATE_MONTH: `Nov`, as over a calendar leaf
 * @FOYER_DATE_SHORT: `Nov 25` · `25 Nov` · `25. Nov.`
 * @FOYER_DATE_YEAR: `Nov 25, 2026` · `25 Nov 2026` · `25. Nov. 2026`
 * @FOYER_DATE_WEEKDAY: `Tue, Nov 25` · `Tue 25 Nov` · `Di., 25. Nov.`
 * @FOYER_DATE_LONG: `Tuesday, November 25` · `Tuesday 25 November` · `Dienstag, 25. November`
 */
typedef enum {
  FOYER_DATE_MONTH,
  FOYER_DATE_SHORT,
  FOYER_DATE_YEAR,
  FOYER_DATE_WEEKDAY,
  FOYER_DATE_LONG,
} FoyerDateStyle;

#define FOYER_N_DATE_STYLES 5

/**
 * FoyerWindowStyle:
 * @FOYER_WINDOW_COMPACT: `9–11 AM`, `11 AM–1 PM` · `9:00–11:00` · `9:00–11:00`
 * @FOYER_WINDOW_BETWEEN: `between 9 and 11 AM` · `between 9:00 and 11:00` · `zwischen 9:00 und 11:00 Uhr`
 */
typedef enum {
  FOYER_WINDOW_COMPACT,
  FOYER_WINDOW_BETWEEN,
} FoyerWindowStyle;

/**
 * foyer_date_text:
 *
 * Returns: (transfer full): @date in words
 */
char *foyer_date_text (const FoyerDate *date, FoyerDateStyle style, const char *language);

/**
 * foyer_date_text_near:
 * @today: what is called near
 *
 * Returns: (transfer full): @date as %FOYER_DATE_SHORT if it is of the same year as @today, else as %FOYER_DATE_YEAR
 */
char *foyer_date_text_near (const FoyerDate *date, const FoyerDate *today, const char *language);

/**
 * foyer_time_text:
 * @minute: since midnight
 *
 * Returns: (transfer full): `9 AM`, `10:12 AM` · `9:00` · `9:00 Uhr`
 */
char *foyer_time_text (int minute, const char *language);

/**
 * foyer_window_text:
 * @start: minute since midnight
 * @end: minute since midnight, also after the next one; the same as @start for a moment
 *
 * Returns: (transfer full): the window of arrival in words
 */
char *foyer_window_text (int start, int end, FoyerWindowStyle style, const char *language);

/**
 * foyer_arrival_text:
 * @start: seconds since 1970-01-01 UTC
 * @end: the same; not before @start
 *
 * Returns: (transfer full): day and window on the clocks of @zone: `Mon, Nov 24, 1–3 PM`, `Tue, Nov 25, between 9 and 11 AM`
 */
char *
foyer_arrival_text (gint64 start, gint64 end, FoyerZone *zone, FoyerWindowStyle style, const char *language);

/**
 * foyer_moment_text:
 * @at: seconds since 1970-01-01 UTC
 * @now: the same
 *
 * Returns: (transfer full): `today, 10:12 AM`, `yesterday, 4 PM`, `Thu, Nov 20, 4 PM`, and the year instead of the weekday if it is
 *   not @now's. foyer_text_sentence() makes the first letter a capital.
 */
char *foyer_moment_text (gint64 at, gint64 now, FoyerZone *zone, const char *language);

/**
 * foyer_age_text:
 * @seconds: how long ago
 *
 * Returns: (transfer full): `now`, `40 min`, `2 h`, `1 day`, `3 days`
 */
char *foyer_age_text (gint64 seconds, const char *language);

/**
 * foyer_duration_text:
 * @minutes: above 0
 *
 * Returns: (transfer full): `45 minutes`, `90 minutes`, `1 hour`, `2 hours`, `3 hours 30 minutes`
 */
char *foyer_duration_text (int minutes, const char *language);

/**
 * foyer_zone_text:
 *
 * Returns: (transfer full): the zone as a client calls it: `Pacific Time`, or `Lima time` where it has no such name
 */
char *foyer_zone_text (FoyerZone *zone, const char *language);

G_END_DECLS
