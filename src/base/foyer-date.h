/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOYER_DATE_ERROR (foyer_date_error_quark ())

/**
 * FoyerDateError:
 * @FOYER_DATE_ERROR_SYNTAX: not of the form asked for
 * @FOYER_DATE_ERROR_RANGE: of that form, but no such day or time exists
 */
typedef enum {
  FOYER_DATE_ERROR_SYNTAX,
  FOYER_DATE_ERROR_RANGE,
} FoyerDateError;

GQuark foyer_date_error_quark (void);

#define FOYER_SECONDS_PER_DAY 86400

/**
 * FoyerDate:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * A day of the Gregorian calendar, without a zone. A value: copied by assignment, owning nothing.
 */
typedef struct {
  int year;
  int month;
  int day;
} FoyerDate;

/**
 * FoyerWeekday:
 *
 * Numbered as in ISO 8601.
 */
typedef enum {
  FOYER_MONDAY = 1,
  FOYER_TUESDAY,
  FOYER_WEDNESDAY,
  FOYER_THURSDAY,
  FOYER_FRIDAY,
  FOYER_SATURDAY,
  FOYER_SUNDAY,
} FoyerWeekday;

/**
 * foyer_date_is_valid:
 *
 * Returns: whether such a day exists
 */
gboolean foyer_date_is_valid (const FoyerDate *date);

/**
 * foyer_date_parse:
 * @text: exactly `YYYY-MM-DD`
 * @date: (out caller-allocates): left alone on error
 *
 * Returns: %FALSE with a #FoyerDateError
 */
gboolean foyer_date_parse (const char *text, FoyerDate *date, GError **error);

/**
 * foyer_date_format:
 *
 * Returns: (transfer full): `YYYY-MM-DD`
 */
char *foyer_date_format (const FoyerDate *date);

/**
 * foyer_date_weekday:
 *
 * Returns: the day of the week
 */
FoyerWeekday foyer_date_weekday (const FoyerDate *date);

/**
 * foyer_date_to_days:
 *
 * Returns: days since 1970-01-01
 */
int foyer_date_to_days (const FoyerDate *date);

/**
 * foyer_date_from_days:
 * @days: since 1970-01-01, within the years 1 to 9999
 *
 * Returns: the day
 */
FoyerDate foyer_date_from_days (int days);

/**
 * foyer_date_add_days:
 * @days: may be negative
 *
 * Returns: the day @days later; the first or last day of the calendar if the result would leave it
 */
FoyerDate foyer_date_add_days (const FoyerDate *date, int days);

/**
 * foyer_date_compare:
 *
 * Returns: below, equal to or above 0, as @a is before, on or after @b
 */
int foyer_date_compare (const FoyerDate *a, const FoyerDate *b);

/**
 * foyer_date_days_in_month:
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int foyer_date_days_in_month (int year, int month);

/**
 * foyer_utc_parse:
 * @text: a UTCDate of RFC 8620 in whole seconds, exactly `2026-11-21T20:54:00Z`
 * @seconds: (out): since 1970-01-01 UTC; left alone on error
 *
 * Fractions are refused, since records keep whole seconds, and so are leap seconds and every other way to write a zone.
 *
 * Returns: %FALSE with a #FoyerDateError
 */
gboolean foyer_utc_parse (const char *text, gint64 *seconds, GError **error);

/**
 * foyer_utc_format:
 * @seconds: since 1970-01-01 UTC, within the years 1 to 9999
 *
 * Returns: (transfer full): the UTCDate of RFC 8620
 */
char *foyer_utc_format (gint64 seconds);

G_END_DECLS
