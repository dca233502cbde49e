/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-visit-change.c - may a client move or cancel this visit by themselves? */

#include "foyer-visit-change.h"

#include "foyer-sentence.h"
#include "foyer-settings.h"
#include "types/visit.h"

#define SECONDS_PER_HOUR 3600

/* How long after a visit it is asked about. */
#define REVIEW_SECONDS (60 * 24 * SECONDS_PER_HOUR)

/* Clients know the window of arrival, not when the crew is taken. */
static gint64
get_start (FoyerRecord *visit)
{
  return FOYER_HAS (visit, visit, window_start) ? foyer_visit_get_window_start (visit)
                                                : foyer_visit_get_start (visit);
}

gint64
foyer_visit_change_until (FoyerRecord *settings, FoyerRecord *visit)
{
  return get_start (visit) - foyer_portal_settings_get_booking_cancel_hours (settings) * SECONDS_PER_HOUR;
}

static FoyerFinding *
block (const char *rule, char *sentence, char *client_sentence)
{
  FoyerFinding *finding = foyer_finding_new (rule, FOYER_VERDICT_BLOCK, sentence);

  finding->may_override = FALSE;
  finding->client_sentence = client_sentence;
  return finding;
}

static FoyerFinding *
check_time (FoyerRecord *settings,
            FoyerRecord *visit,
            gint64 now,
            const char *language,
            const char *client_language)
{
  if (foyer_visit_get_status (visit) != FOYER_VISIT_SCHEDULED || get_start (visit) <= now)
    return block ("B01", foyer_plain_sentence (language, "The visit has begun, or is over"),
                  foyer_plain_sentence (client_language, "This visit has begun, or is over."));
  if (!foyer_settings_may_still_move (settings, get_start (visit), now))
    return block ("B17", foyer_plain_sentence (language, "It is inside the cancellation window"),
                  foyer_plain_sentence (client_language, "It is too late to change this visit here."));
  return NULL;
}

FoyerFinding *
foyer_visit_change_check (FoyerRecord *settings,
                          FoyerRecord *visit,
                          FoyerVisitChange change,
                          gint64 now,
                          const char *language,
                          const char *client_language)
{
  FoyerFinding *finding = check_time (settings, visit, now, language, client_language);
  gboolean is_on = change == FOYER_VISIT_MOVE ? foyer_settings_may_book (settings)
                                              : foyer_settings_may_request (settings);

  if (finding != NULL)
    return finding;
  if (!is_on)
    return block ("X4", foyer_plain_sentence (language, "Clients do not book by themselves"),
                  foyer_plain_sentence (client_language, "The office changes visits for you."));
  if (change == FOYER_VISIT_MOVE && !foyer_portal_settings_get_booking_reschedule (settings))
    return block ("B18", foyer_plain_sentence (language, "Rescheduling is off"),
                  foyer_plain_sentence (client_language, "The office moves visits for you."));
  /* A booking names its service, and who can go depends on it. */
  if (change == FOYER_VISIT_MOVE && foyer_visit_get_service_id (visit) == NULL)
    return block ("B14", foyer_plain_sentence (language, "The visit names no service"),
                  foyer_plain_sentence (client_language, "The office moves visits for you."));
  return foyer_finding_new (change == FOYER_VISIT_MOVE ? "B18" : "B17", FOYER_VERDICT_PASS,
                            foyer_plain_sentence (language, "The client may change it"));
}

gboolean
foyer_visit_may_be_reviewed (FoyerRecord *settings, FoyerRecord *visit, gint64 now)
{
  return foyer_portal_settings_get_portal_reviews (settings)
         && foyer_visit_get_status (visit) == FOYER_VISIT_DONE
         && foyer_visit_get_end (visit) + REVIEW_SECONDS > now;
}
