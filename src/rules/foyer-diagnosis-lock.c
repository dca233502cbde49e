/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-lock.c - D18 and D19: can the phone check pass, and is it locked? */

#include "foyer-diagnosis-run.h"

#include "foyer-portal-entry.h"
#include "foyer-sentence.h"

#include "types/client.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"
#include "types/sign_in_event.h"

/* Enough for a phone check. */
#define DIGITS 4

/* For so long somebody who tried too often is told to wait. */
#define RATE_SECONDS (15 * 60)

static gboolean
has_digits (const char *phone)
{
  guint count = 0;

  for (const char *at = phone; at != NULL && *at != '\0'; at++)
    count += g_ascii_isdigit (*at);
  return count >= DIGITS;
}

/* Whether the last four digits are the only thing that would let them in. */
static gboolean
needs_digits (FoyerDiagnosisRun *run, gboolean *needs, GError **error)
{
  const FoyerDiagnosisFacts *facts = &run->the_case->facts;
  g_auto (GStrv) checks = foyer_portal_settings_get_access_recheck_with (run->business->settings);
  g_autoptr (FoyerPortalEntry) entry = NULL;

  *needs = facts->knows_method && facts->method == FOYER_SIGN_IN_PHONE_CHECK;
  if (*needs || run->the_case->link == NULL || g_strv_contains ((const char *const *) checks, "email"))
    return TRUE;
  entry = foyer_portal_entry_check (run->source, run->the_case->link, run->the_case->now, error);
  if (entry == NULL)
    return FALSE;
  *needs = entry->asks_first;
  return TRUE;
}

gboolean
foyer_diagnosis_check_phone (FoyerDiagnosisRun *run, GError **error)
{
  FoyerRecord *person = run->the_case->person;
  FoyerRemedy *remedy;
  gboolean needs;

  if (!needs_digits (run, &needs, error))
    return FALSE;
  if (!needs)
    return TRUE;
  if ((person != NULL && has_digits (foyer_portal_person_get_phone (person)))
      || has_digits (foyer_client_get_phone (run->the_case->client))) {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "A phone number is on file"));
    return TRUE;
  }
  remedy = foyer_diagnosis_remedy (person == NULL ? FOYER_REMEDY_OPEN_RECORD : FOYER_REMEDY_EDIT_PHONE,
                                   person == NULL ? run->the_case->client : person,
                                   foyer_plain_sentence (run->language, "Add a phone number"));
  foyer_remedy_set_key (remedy, "phone");
  foyer_diagnosis_fail (
      run,
      foyer_plain_sentence (run->language, "No phone number is on file, so the last-four check cannot pass"),
      NULL, remedy);
  return TRUE;
}

/* Whether they were told to wait a moment ago. */
static gboolean
is_rate_limited (FoyerDiagnosisRun *run, gboolean *is_limited, GError **error)
{
  g_autoptr (GPtrArray) events
      = foyer_diagnosis_list (run, &foyer_sign_in_event_type, "personId",
                              foyer_record_get_id (run->the_case->person), "at", error);
  FoyerRecord *newest = events == NULL || events->len == 0 ? NULL : events->pdata[0];

  *is_limited = newest != NULL && foyer_sign_in_event_get_outcome (newest) == FOYER_SIGN_IN_EVENT_RATE_LIMITED
                && foyer_sign_in_event_get_at (newest) + RATE_SECONDS > run->the_case->now;
  return events != NULL;
}

static void
fail_rate (FoyerDiagnosisRun *run)
{
  g_autofree char *say
      = foyer_plain_sentence (run->client_language, "Please wait a quarter of an hour and try once more.");

  foyer_diagnosis_fail (run, foyer_plain_sentence (run->language, "Too many tries in a short time"),
                        g_strdup (say), foyer_diagnosis_copy (run, say));
}

gboolean
foyer_diagnosis_check_lock (FoyerDiagnosisRun *run, GError **error)
{
  const FoyerDiagnosisFacts *facts = &run->the_case->facts;
  gboolean is_limited = FALSE;
  FoyerFinding *finding;
  FoyerRemedy *remedy;

  if (!is_rate_limited (run, &is_limited, error)
      || !foyer_diagnosis_ask_person (run, FOYER_SIGN_IN_PHONE_CHECK, &finding, error))
    return FALSE;
  if (finding == NULL) {
    if (is_limited)
      fail_rate (run);
    else
      foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "Not locked"));
    return TRUE;
  }
  if (facts->knows_method && facts->method != FOYER_SIGN_IN_PHONE_CHECK)
    finding->verdict = FOYER_VERDICT_INFO;
  remedy = foyer_diagnosis_remedy (FOYER_REMEDY_UNLOCK, run->the_case->person,
                                   foyer_plain_sentence (run->language, "Unlock"));
  foyer_remedy_patch_away (remedy, "lockedUntil");
  foyer_finding_take_remedy (finding, remedy);
  return TRUE;
}
