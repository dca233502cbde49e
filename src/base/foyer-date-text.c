/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-date-text.c - dates, windows, ages and durations in words, by language */

#include "foyer-date-text.h"

#include "foyer-language.h"

#include <string.h>

#define NBSP "\u00a0"
#define EN_DASH "\u2013"
#define MINUTES_PER_DAY 1440

/* In date patterns: a, A short and long weekday; b, B short and long month; d day; y year; _ a space that does not break. */
typedef struct {
  const char *months[12];
  const char *short_months[12];
  const char *weekdays[7];
  const char *short_weekdays[7];
  const char *patterns[FOYER_N_DATE_STYLES];
  gboolean has_half_days; /* 9 AM, 1 PM */
  const char *after_time; /* behind a time, or behind the second one of a window in a sentence */
  const char *between;
  const char *and;
  const char *days_near[3]; /* yesterday, today, tomorrow */
  const char *now;
  const char *short_minutes;
  const char *short_hours;
  const char *minutes[2]; /* one, other: all languages of the table have just these two forms */
  const char *hours[2];
  const char *days[2];
  const char *before_city;
  const char *after_city;
} Words;

#define ENGLISH_NAMES \
  .months = { "January", "February", "March",     "April",   "May",      "June", \
              "July",    "August",   "September", "October", "November", "December" }, \
  .short_months = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" }, \
  .weekdays = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" }, \
  .short_weekdays = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" }, .between = "between ", \
  .and = " and ", .days_near = { "yesterday", "today", "tomorrow" }, .now = "now", .short_minutes = "min", \
  .short_hours = "h", .minutes = { "minute", "minutes" }, .hours = { "hour", "hours" }, \
  .days = { "day", "days" }, .before_city = "", .after_city = " time"

static const Words words[FOYER_N_LANGUAGES] = {
  [FOYER_LANGUAGE_EN_US] = {
    ENGLISH_NAMES,
    .patterns = { "b", "b_d", "b_d, y", "a, b_d", "A, B_d" },
    .has_half_days = TRUE,
    .after_time = "",
  },
  [FOYER_LANGUAGE_EN_GB] = {
    ENGLISH_NAMES,
    .patterns = { "b", "d_b", "d_b y", "a d_b", "A d_B" },
    .after_time = "",
  },
  [FOYER_LANGUAGE_DE] = {
    .months = { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
                "Dezember" },
    .short_months = { "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez." },
    .weekdays = { "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag" },
    .short_weekdays = { "Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So." },
    .patterns = { "b", "d._b", "d._b y", "a, d._b", "A, d._B" },
    .after_time = NBSP "Uhr",
    .between = "zwischen ",
    .and = " und ",
    .days_near = { "gestern", "heute", "morgen" },
    .now = "jetzt",
    .short_minutes = "Min.",
    .short_hours = "Std.",
    .minutes = { "Minute", "Minuten" },
    .hours = { "Stunde", "Stunden" },
    .days = { "Tag", "Tage" },
    .before_city = "Ortszeit ",
    .after_city = "",
  },
};

/* Zones whose time has a name that clients use. Every other zone is called by its city. */
enum { PACIFIC, MOUNTAIN, CENTRAL, EASTERN, ALASKA, HAWAII, BRITISH, CENTRAL_EUROPEAN, EASTERN_EUROPEAN };

static const char *const zone_names[][FOYER_N_LANGUAGES] = {
  [PACIFIC] = { "Pacific Time", "Pacific Time", "Pazifische Zeit (USA)" },
  [MOUNTAIN] = { "Mountain Time", "Mountain Time", "Rocky-Mountain-Zeit" },
  [CENTRAL] = { "Central Time", "US Central Time", "Zentrale Zeit (USA)" },
  [EASTERN] = { "Eastern Time", "US Eastern Time", "Ostküstenzeit (USA)" },
  [ALASKA] = { "Alaska Time", "Alaska Time", "Alaska-Zeit" },
  [HAWAII] = { "Hawaii Time", "Hawaii Time", "Hawaii-Zeit" },
  [BRITISH] = { "UK time", "UK time", "Britische Zeit" },
  [CENTRAL_EUROPEAN] = { "Central European Time", "Central European Time", "Mitteleuropäische Zeit" },
  [EASTERN_EUROPEAN] = { "Eastern European Time", "Eastern European Time", "Osteuropäische Zeit" },
};

static const struct {
  const char *zone;
  guint name;
} named_zones[] = {
  { "America/Anchorage", ALASKA },         { "America/Boise", MOUNTAIN },
  { "America/Chicago", CENTRAL },          { "America/Denver", MOUNTAIN },
  { "America/Detroit", EASTERN },          { "America/Los_Angeles", PACIFIC },
  { "America/New_York", EASTERN },         { "America/Phoenix", MOUNTAIN },
  { "America/Toronto", EASTERN },          { "America/Vancouver", PACIFIC },
  { "America/Winnipeg", CENTRAL },         { "Europe/Amsterdam", CENTRAL_EUROPEAN },
  { "Europe/Athens", EASTERN_EUROPEAN },   { "Europe/Berlin", CENTRAL_EUROPEAN },
  { "Europe/Brussels", CENTRAL_EUROPEAN }, { "Europe/Bucharest", EASTERN_EUROPEAN },
  { "Europe/Budapest", CENTRAL_EUROPEAN }, { "Europe/Copenhagen", CENTRAL_EUROPEAN },
  { "Europe/Helsinki", EASTERN_EUROPEAN }, { "Europe/London", BRITISH },
  { "Europe/Madrid", CENTRAL_EUROPEAN },   { "Europe/Oslo", CENTRAL_EUROPEAN },
  { "Europe/Paris", CENTRAL_EUROPEAN },    { "Europe/Prague", CENTRAL_EUROPEAN },
  { "Europe/Rome", CENTRAL_EUROPEAN },     { "Europe/Stockholm", CENTRAL_EUROPEAN },
  { "Europe/Vienna", CENTRAL_EUROPEAN },   { "Europe/Warsaw", CENTRAL_EUROPEAN },
  { "Europe/Zurich", CENTRAL_EUROPEAN },   { "Pacific/Honolulu", HAWAII },
};

static void
append_date (GString *out, const FoyerDate *date, const char *pattern, const Words *w)
{
  for (; *pattern != '\0'; pattern++) {
    switch (*pattern) {
    case 'a':
      g_string_append (out, w->short_weekdays[foyer_date_weekday (date) - 1]);
      break;
    case 'A':
      g_string_append (out, w->weekdays[foyer_date_weekday (date) - 1]);
      break;
    case 'b':
      g_string_append (out, w->short_months[date->month - 1]);
      break;
    case 'B':
      g_string_append (out, w->months[date->month - 1]);
      break;
    case 'd':
      g_string_append_printf (out, "%d", date->day);
      break;
    case 'y':
      g_string_append_printf (out, "%d", date->year);
      break;
    case '_':
      g_string_append (out, NBSP);
      break;
    default:
      g_string_append_c (out, *pattern);
      break;
    }
  }
}

static gboolean
is_afternoon (int minute)
{
  return minute % MINUTES_PER_DAY >= MINUTES_PER_DAY / 2;
}

/* The time without what stands behind it: 9, 10:12 or 9:00. */
static void
append_clock (GString *out, int minute, const Words *w)
{
  int hour = minute % MINUTES_PER_DAY / 60;

  if (!w->has_half_days) {
    /* The end of a day is 24:00, so that a window does not seem to end before it starts. */
    g_string_append_printf (out, "%d:%02d", minute == MINUTES_PER_DAY ? 24 : hour, minute % 60);
    return;
  }
  g_string_append_printf (out, "%d", hour % 12 == 0 ? 12 : hour % 12);
  if (minute % 60 != 0)
    g_string_append_printf (out, ":%02d", minute % 60);
}

static void
append_half_day (GString *out, int minute, const Words *w)
{
  if (w->has_half_days)
    g_string_append (out, is_afternoon (minute) ? NBSP "PM" : NBSP "AM");
}

static void
append_time (GString *out, int minute, const Words *w)
{
  append_clock (out, minute, w);
  append_half_day (out, minute, w);
  g_string_append (out, w->after_time);
}

static void
append_window (GString *out, int start, int end, FoyerWindowStyle style, const Words *w)
{
  if (start == end) {
    append_time (out, start, w);
    return;
  }
  if (style == FOYER_WINDOW_BETWEEN)
    g_string_append (out, w->between);
  append_clock (out, start, w);
  if (is_afternoon (start) != is_afternoon (end) || end - start >= MINUTES_PER_DAY / 2)
    append_half_day (out, start, w);
  g_string_append (out, style == FOYER_WINDOW_BETWEEN ? w->and : EN_DASH);
  append_clock (out, end, w);
  append_half_day (out, end, w);
  if (style == FOYER_WINDOW_BETWEEN)
    g_string_append (out, w->after_time);
}

static void
append_count (GString *out, int count, const char *const forms[2])
{
  g_string_append_printf (out, "%d" NBSP "%s", count, forms[count == 1 ? 0 : 1]);
}

static const Words *
find_words (const char *tag)
{
  return &words[foyer_language_match (tag)];
}

char *
foyer_date_text (const FoyerDate *date, FoyerDateStyle style, const char *language)
{
  const Words *w = find_words (language);
  GString *out;

  g_return_val_if_fail (foyer_date_is_valid (date), NULL);

  out = g_string_new (NULL);
  append_date (out, date, w->patterns[style], w);
  return g_string_free (out, FALSE);
}

char *
foyer_date_text_near (const FoyerDate *date, const FoyerDate *today, const char *language)
{
  return foyer_date_text (date, date->year == today->year ? FOYER_DATE_SHORT : FOYER_DATE_YEAR, language);
}

char *
foyer_time_text (int minute, const char *language)
{
  GString *out = g_string_new (NULL);

  append_time (out, minute, find_words (language));
  return g_string_free (out, FALSE);
}

char *
foyer_window_text (int start, int end, FoyerWindowStyle style, const char *language)
{
  GString *out = g_string_new (NULL);

  append_window (out, start, end, style, find_words (language));
  return g_string_free (out, FALSE);
}

char *
foyer_arrival_text (gint64 start, gint64 end, FoyerZone *zone, FoyerWindowStyle style, const char *language)
{
  const Words *w = find_words (language);
  FoyerLocalTime from = foyer_zone_to_local (zone, start);
  FoyerLocalTime until = foyer_zone_to_local (zone, end);
  int days = foyer_date_to_days (&until.date) - foyer_date_to_days (&from.date);
  GString *out = g_string_new (NULL);

  append_date (out, &from.date, w->patterns[FOYER_DATE_WEEKDAY], w);
  g_string_append (out, ", ");
  append_window (out, from.second / 60, until.second / 60 + days * MINUTES_PER_DAY, style, w);
  return g_string_free (out, FALSE);
}

char *
foyer_moment_text (gint64 at, gint64 now, FoyerZone *zone, const char *language)
{
  const Words *w = find_words (language);
  FoyerLocalTime then = foyer_zone_to_local (zone, at);
  FoyerLocalTime today = foyer_zone_to_local (zone, now);
  int days = foyer_date_to_days (&then.date) - foyer_date_to_days (&today.date);
  GString *out = g_string_new (NULL);

  if (days >= -1 && days <= 1)
    g_string_append (out, w->days_near[days + 1]);
  else
    append_date (out, &then.date,
                 w->patterns[then.date.year == today.date.year ? FOYER_DATE_WEEKDAY : FOYER_DATE_YEAR], w);
  g_string_append (out, ", ");
  append_time (out, then.second / 60, w);
  return g_string_free (out, FALSE);
}

char *
foyer_age_text (gint64 seconds, const char *language)
{
  const Words *w = find_words (language);
  GString *out;

  if (seconds < 60)
    return g_strdup (w->now);

  out = g_string_new (NULL);
  if (seconds < 3600)
    g_string_append_printf (out, "%d" NBSP "%s", (int) (seconds / 60), w->short_minutes);
  else if (seconds < FOYER_SECONDS_PER_DAY)
    g_string_append_printf (out, "%d" NBSP "%s", (int) (seconds / 3600), w->short_hours);
  else
    append_count (out, (int) MIN (seconds / FOYER_SECONDS_PER_DAY, G_MAXINT), w->days);
  return g_string_free (out, FALSE);
}

char *
foyer_duration_text (int minutes, const char *language)
{
  const Words *w = find_words (language);
  GString *out = g_string_new (NULL);

  /* "90 minutes" is how services are spoken of; "150 minutes" is not. */
  if (minutes < 120 && minutes != 60) {
    append_count (out, minutes, w->minutes);
    return g_string_free (out, FALSE);
  }
  append_count (out, minutes / 60, w->hours);
  if (minutes % 60 != 0) {
    g_string_append_c (out, ' ');
    append_count (out, minutes % 60, w->minutes);
  }
  return g_string_free (out, FALSE);
}

char *
foyer_zone_text (FoyerZone *zone, const char *tag)
{
  FoyerLanguage language = foyer_language_match (tag);
  const char *name = foyer_zone_get_name (zone);
  const char *slash = strrchr (name, '/');
  g_autofree char *city = NULL;

  if (slash == NULL)
    return g_strdup (name);

  for (guint i = 0; i < G_N_ELEMENTS (named_zones); i++) {
    if (strcmp (named_zones[i].zone, name) == 0)
      return g_strdup (zone_names[named_zones[i].name][language]);
  }
  city = g_strdelimit (g_strdup (slash + 1), "_", ' ');
  return g_strconcat (words[language].before_city, city, words[language].after_city, NULL);
}
