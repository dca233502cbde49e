/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fit-time-rules.c - when it is wished: the past, lead time, days ahead, bookings a day */

#include "foyer-fit-rules.h"

#include "foyer-sentence.h"
#include "foyer-settings.h"

#include "foyer-date-text.h"
#include "foyer-language.h"
#include "types/booking.h"

#define SECONDS_PER_HOUR 3600
#define MINUTES_PER_DAY 1440

static char *
write_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* B01: the slot is in the past. It may begin this very moment. */
FoyerFinding *
foyer_fit_check_past (FoyerFitContext *context, GError **error)
{
  const char *language = context->business->language;
  g_autofree char *moment
      = foyer_moment_text (context->start, context->now, context->business->zone, language);
  FoyerFinding *finding;

  if (context->start >= context->now) {
    finding = foyer_finding_new (NULL, FOYER_VERDICT_PASS,
                                 foyer_plain_sentence (language, "The time is still ahead"));
    finding->evidence = foyer_text_sentence (moment);
    return finding;
  }
  finding = foyer_finding_new (NULL, FOYER_VERDICT_BLOCK,
                               foyer_plain_sentence (language, "The time is in the past"));
  finding->evidence = foyer_sentence (language, "It began {moment}", "moment", moment, NULL);
  finding->client_sentence = foyer_plain_sentence (context->client_language, "This time has passed.");
  finding->fix = foyer_plain_sentence (language, "Offer another time");
  return finding;
}

/* B09: less ahead than the lead time, counted from when it was asked, so that waiting for the office harms nobody (000-36). */
FoyerFinding *
foyer_fit_check_lead (FoyerFitContext *context, GError **error)
{
  const char *language = context->business->language;
  gint64 asked_at = foyer_booking_get_requested_at (context->booking);
  gint64 ahead = MAX (context->start - asked_at, 0) / SECONDS_PER_HOUR;
  g_autofree char *hours = write_number (ahead);
  g_autofree char *least
      = write_number (foyer_portal_settings_get_booking_lead_hours (context->business->settings));
  FoyerFinding *finding;

  if (context->start >= foyer_settings_first_start (context->business->settings, asked_at)) {
    finding = foyer_finding_new (NULL, FOYER_VERDICT_PASS,
                                 foyer_sentence (language, "Lead time {hours} h", "hours", hours, NULL));
    finding->evidence = foyer_sentence (language, "The minimum is {least} h", "least", least, NULL);
    return finding;
  }
  finding = foyer_finding_new (NULL, FOYER_VERDICT_WARN,
                               foyer_sentence (language, "Asked {hours} h ahead; the minimum is {least} h",
                                               "hours", hours, "least", least, NULL));
  finding->fix = foyer_plain_sentence (language, "Make sure that the crew can still plan for it");
  return finding;
}

/* B10: further ahead than can be booked, counted from when it was asked (000-37). */
FoyerFinding *
foyer_fit_check_ahead (FoyerFitContext *context, GError **error)
{
  const char *language = context->business->language;
  gint64 asked_at = foyer_booking_get_requested_at (context->booking);
  gint64 seconds = MAX (context->start - asked_at, 0);
  gint64 count = (seconds + FOYER_SECONDS_PER_DAY - 1) / FOYER_SECONDS_PER_DAY;
  g_autofree char *days = write_number (count);
  g_autofree char *most
      = write_number (foyer_portal_settings_get_booking_max_days (context->business->settings));
  const char *ahead = foyer_text_plural (language, "{count} day ahead", "{count} days ahead", count);
  FoyerFinding *finding
      = foyer_finding_new (NULL, FOYER_VERDICT_PASS, foyer_text_fill (ahead, "count", days, NULL));

  finding->evidence = foyer_sentence (language, "The maximum is {most}", "most", most, NULL);
  if (context->start > foyer_settings_last_start (context->business->settings, asked_at)) {
    finding->verdict = FOYER_VERDICT_WARN;
    finding->fix = foyer_plain_sentence (language, "Make sure that the calendar is planned that far");
  }
  return finding;
}

/* "6th" in English, "6." elsewhere. */
static char *
write_place (guint number, const char *language)
{
  static const char *const endings[] = { "th", "st", "nd", "rd" };
  FoyerLanguage known = foyer_language_match (language);
  guint last = number % 10;

  if (known != FOYER_LANGUAGE_EN_US && known != FOYER_LANGUAGE_EN_GB)
    return g_strdup_printf ("%u.", number);
  return g_strdup_printf ("%u%s", number, endings[last > 3 || number / 10 % 10 == 1 ? 0 : last]);
}

static FoyerFinding *
find_full_day (FoyerFitContext *context, const char *place, const char *most)
{
  const char *language = context->business->language;
  FoyerFinding *finding
      = foyer_finding_new (NULL, FOYER_VERDICT_BLOCK,
                           foyer_sentence (language, "{place} booking that day; the maximum is {most}",
                                           "place", place, "most", most, NULL));

  finding->client_sentence = foyer_plain_sentence (context->client_language, "This day is fully booked.");
  finding->fix = foyer_plain_sentence (language, "Offer another day");
  return finding;
}

/*
 * B11: the day has its bookings (000-38). Counted are the bookings that clients made in the portal and that start on the same day of
 * the organisation's zone: as visits that were not cancelled, as approved bookings whose visit is not made yet, and, if pending ones
 * hold their time, those that wait for an answer and were asked for no later than this one. What the office books is neither
 * counted nor limited. 0 is no limit.
 */
FoyerFinding *
foyer_fit_check_day (FoyerFitContext *context, GError **error)
{
  const char *language = context->business->language;
  gint64 limit = foyer_portal_settings_get_booking_max_per_day (context->business->settings);
  FoyerDate day = foyer_business_date (context->business, context->start);
  guint count
      = foyer_calendar_count_self_booked (context->capacity->calendar,
                                          foyer_business_moment (context->business, &day, 0),
                                          foyer_business_moment (context->business, &day, MINUTES_PER_DAY),
                                          context->booking);
  g_autofree char *place = write_place (count + 1, language);
  g_autofree char *most = write_number (limit);
  FoyerFinding *finding;

  if (foyer_booking_get_source (context->booking) == FOYER_SOURCE_OFFICE)
    return foyer_finding_new (
        NULL, FOYER_VERDICT_PASS,
        foyer_plain_sentence (language, "The office booked it; the daily maximum is for clients"));
  if (limit > 0 && count >= limit)
    return find_full_day (context, place, most);
  finding = foyer_finding_new (NULL, FOYER_VERDICT_PASS,
                               foyer_sentence (language, "{place} booking that day", "place", place, NULL));
  finding->evidence = limit == 0 ? foyer_plain_sentence (language, "There is no maximum")
                                 : foyer_sentence (language, "The maximum is {most}", "most", most, NULL);
  return finding;
}
