/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fit-change-rules.c - what a visit is to be changed by: in time, and at all */

#include "foyer-fit-rules.h"

#include "foyer-sentence.h"
#include "foyer-settings.h"

#include "types/booking.h"
#include "types/visit.h"

#define SECONDS_PER_HOUR 3600

static char *
write_hours (gint64 hours)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, hours);
}

/* When the visit is that is to change. A wish to cancel tells it itself; one to move tells the new time. */
static gboolean
find_start (FoyerFitContext *context, gint64 *start, GError **error)
{
  g_autoptr (FoyerRecord) visit = NULL;

  if (!foyer_record_source_look_up (context->source, &foyer_visit_type,
                                    foyer_booking_get_visit_id (context->booking), &visit, error))
    return FALSE;
  *start = foyer_booking_get_kind (context->booking) == FOYER_BOOKING_CANCEL ? context->start : G_MININT64;
  if (visit != NULL)
    *start = FOYER_HAS (visit, visit, window_start) ? foyer_visit_get_window_start (visit)
                                                    : foyer_visit_get_start (visit);
  return TRUE;
}

/* B17: inside the cancellation window, counted from when it was asked, so that waiting for the office harms nobody (000-40). */
FoyerFinding *
foyer_fit_check_notice (FoyerFitContext *context, GError **error)
{
  FoyerRecord *settings = context->business->settings;
  const char *language = context->business->language;
  gint64 asked_at = foyer_booking_get_requested_at (context->booking);
  g_autofree char *least = write_hours (foyer_portal_settings_get_booking_cancel_hours (settings));
  g_autofree char *hours = NULL;
  FoyerFinding *finding;
  gint64 start;

  if (!find_start (context, &start, error))
    return NULL;
  if (start == G_MININT64) {
    finding = foyer_finding_new (NULL, FOYER_VERDICT_UNKNOWN, foyer_plain_sentence (language, "Not checked"));
    finding->evidence = foyer_plain_sentence (language, "The visit is not on this computer");
    return finding;
  }
  hours = write_hours (MAX (start - asked_at, 0) / SECONDS_PER_HOUR);
  finding = foyer_finding_new (NULL, FOYER_VERDICT_PASS,
                               foyer_sentence (language, "Asked {hours} h before the visit", "hours", hours,
                                               NULL));
  finding->evidence
      = foyer_sentence (language, "Clients change visits up to {least} h before", "least", least, NULL);
  if (!foyer_settings_may_still_move (settings, start, asked_at)) {
    finding->verdict = FOYER_VERDICT_WARN;
    finding->fix = foyer_plain_sentence (language, "Make sure that the crew is not on its way");
  }
  return finding;
}

/* B18: clients do not move visits (000-42). */
FoyerFinding *
foyer_fit_check_moving (FoyerFitContext *context, GError **error)
{
  const char *language = context->business->language;
  FoyerFinding *finding;

  if (foyer_portal_settings_get_booking_reschedule (context->business->settings))
    return foyer_finding_new (NULL, FOYER_VERDICT_PASS,
                              foyer_plain_sentence (language, "Clients may ask for another time"));
  finding
      = foyer_finding_new (NULL, FOYER_VERDICT_BLOCK, foyer_plain_sentence (language, "Rescheduling is off"));
  finding->evidence = foyer_plain_sentence (language, "Clients do not move visits by themselves");
  finding->client_sentence
      = foyer_plain_sentence (context->client_language, "The office moves visits for you.");
  finding->fix = foyer_plain_sentence (language, "Agree on the time with the client");
  return finding;
}
