/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-date.c - days of the calendar and moments in UTC, and their strict texts */

#include "foyer-date.h"

#include <string.h>

#define FIRST_DAY (-719162) /* 0001-01-01 */
#define LAST_DAY 2932896    /* 9999-12-31 */

G_DEFINE_QUARK (foyer - date - error - quark, foyer_date_error)

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Compares @text with @pattern, in which 0 stands for any digit and everything else for itself. */
static gboolean
matches (const char *text, const char *pattern)
{
  for (; *pattern != '\0'; text++, pattern++) {
    if (*pattern == '0' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;
  }
  return *text == '\0';
}

static int
read_digits (const char *text, guint count)
{
  int value = 0;

  for (guint i = 0; i < count; i++)
    value = value * 10 + g_ascii_digit_value (text[i]);
  return value;
}

static FoyerDate
read_date (const char *text)
{
  return (FoyerDate){
    .year = read_digits (text, 4),
    .month = read_digits (text + 5, 2),
    .day = read_digits (text + 8, 2),
  };
}

int
foyer_date_days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

gboolean
foyer_date_is_valid (const FoyerDate *date)
{
  return date->year >= 1 && date->year <= 9999 && date->month >= 1 && date->month <= 12 && date->day >= 1
         && date->day <= foyer_date_days_in_month (date->year, date->month);
}

gboolean
foyer_date_parse (const char *text, FoyerDate *date, GError **error)
{
  FoyerDate found;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!matches (text, "0000-00-00")) {
    g_set_error_literal (error, FOYER_DATE_ERROR, FOYER_DATE_ERROR_SYNTAX,
                         "Not a date of the form YYYY-MM-DD");
    return FALSE;
  }
  found = read_date (text);
  if (!foyer_date_is_valid (&found)) {
    g_set_error (error, FOYER_DATE_ERROR, FOYER_DATE_ERROR_RANGE, "There is no day %s", text);
    return FALSE;
  }
  *date = found;
  return TRUE;
}

char *
foyer_date_format (const FoyerDate *date)
{
  g_return_val_if_fail (foyer_date_is_valid (date), NULL);

  return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
}

FoyerWeekday
foyer_date_weekday (const FoyerDate *date)
{
  /* 1970-01-01 was a Thursday. The first day of the calendar keeps the sum positive. */
  return (FoyerWeekday) ((foyer_date_to_days (date) + 3 + 7 * 200000) % 7 + 1);
}

int
foyer_date_to_days (const FoyerDate *date)
{
  int year;
  int era;
  int year_of_era;
  int day_of_year;

  g_return_val_if_fail (foyer_date_is_valid (date), 0);

  /* Years begin in March here, so that the leap day is the last one of a year; an era is 400 years of 146097 days. */
  year = date->month <= 2 ? date->year - 1 : date->year;
  era = year / 400;
  year_of_era = year - era * 400;
  day_of_year = (153 * (date->month > 2 ? date->month - 3 : date->month + 9) + 2) / 5 + date->day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

FoyerDate
foyer_date_from_days (int days)
{
  int era;
  int day_of_era;
  int year_of_era;
  int day_of_year;
  int month;

  g_return_val_if_fail (days >= FIRST_DAY && days <= LAST_DAY, ((FoyerDate){ 1970, 1, 1 }));

  days += 719468;
  era = days / 146097;
  day_of_era = days - era * 146097;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  month = (5 * day_of_year + 2) / 153;
  return (FoyerDate){
    .year = year_of_era + era * 400 + (month >= 10 ? 1 : 0),
    .month = month < 10 ? month + 3 : month - 9,
    .day = day_of_year - (153 * month + 2) / 5 + 1,
  };
}

FoyerDate
foyer_date_add_days (const FoyerDate *date, int days)
{
  gint64 sum = (gint64) foyer_date_to_days (date) + days;

  return foyer_date_from_days ((int) CLAMP (sum, FIRST_DAY, LAST_DAY));
}

int
foyer_date_compare (const FoyerDate *a, const FoyerDate *b)
{
  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a->month != b->month)
    return a->month < b->month ? -1 : 1;
  return a->day == b->day ? 0 : a->day < b->day ? -1 : 1;
}

gboolean
foyer_utc_parse (const char *text, gint64 *seconds, GError **error)
{
  FoyerDate date;
  int hour;
  int minute;
  int second;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!matches (text, "0000-00-00T00:00:00Z")) {
    g_set_error_literal (error, FOYER_DATE_ERROR, FOYER_DATE_ERROR_SYNTAX,
                         "Not a time of the form 2026-11-21T20:54:00Z");
    return FALSE;
  }
  date = read_date (text);
  hour = read_digits (text + 11, 2);
  minute = read_digits (text + 14, 2);
  second = read_digits (text + 17, 2);
  if (!foyer_date_is_valid (&date) || hour > 23 || minute > 59 || second > 59) {
    g_set_error (error, FOYER_DATE_ERROR, FOYER_DATE_ERROR_RANGE, "There is no moment %s", text);
    return FALSE;
  }
  *seconds = (gint64) foyer_date_to_days (&date) * FOYER_SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
  return TRUE;
}

char *
foyer_utc_format (gint64 seconds)
{
  gint64 days = seconds / FOYER_SECONDS_PER_DAY;
  int rest = (int) (seconds % FOYER_SECONDS_PER_DAY);
  FoyerDate date;

  if (rest < 0) {
    rest += FOYER_SECONDS_PER_DAY;
    days -= 1;
  }
  g_return_val_if_fail (days >= FIRST_DAY && days <= LAST_DAY, NULL);

  date = foyer_date_from_days ((int) days);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month, date.day, rest / 3600,
                          rest / 60 % 60, rest % 60);
}
