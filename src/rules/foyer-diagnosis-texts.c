/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-texts.c - D47: do text messages reach this person? */

#include "foyer-diagnosis-run.h"

#include "foyer-sentence.h"

#include "types/organisation.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#define SECONDS_PER_MINUTE 60

/* Whether clients are sent texts about anything. */
static gboolean
is_any_event_on (FoyerRecord *settings)
{
  return foyer_portal_settings_get_sms_booked (settings)
         || foyer_portal_settings_get_sms_dispatched (settings)
         || foyer_portal_settings_get_sms_en_route (settings)
         || foyer_portal_settings_get_sms_complete (settings)
         || foyer_portal_settings_get_sms_invoice (settings);
}

/* Whether it is night for texts now. The night may go over midnight. */
static gboolean
is_quiet (FoyerDiagnosisRun *run)
{
  FoyerRecord *settings = run->business->settings;
  gint64 from = foyer_portal_settings_get_sms_quiet_from (settings);
  gint64 until = foyer_portal_settings_get_sms_quiet_until (settings);
  gint64 minute;

  if (run->business->zone == NULL || !FOYER_HAS (settings, portal_settings, sms_quiet_from)
      || !FOYER_HAS (settings, portal_settings, sms_quiet_until))
    return FALSE;
  minute = foyer_zone_to_local (run->business->zone, run->the_case->now).second / SECONDS_PER_MINUTE;
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

static FoyerRemedy *
connect_texts (FoyerDiagnosisRun *run)
{
  return foyer_diagnosis_setting (run, FOYER_REMEDY_OPEN_SETTING, "texts",
                                  foyer_plain_sentence (run->language, "Connect a number"));
}

static FoyerRemedy *
add_phone (FoyerDiagnosisRun *run)
{
  FoyerRemedy *remedy = foyer_diagnosis_remedy (FOYER_REMEDY_EDIT_PHONE, run->the_case->person,
                                                foyer_plain_sentence (run->language, "Add a phone number"));

  foyer_remedy_set_key (remedy, "phone");
  return remedy;
}

/* Only the person can agree; staff note it. */
static FoyerRemedy *
ask_person (FoyerDiagnosisRun *run)
{
  FoyerRemedy *remedy
      = foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, run->the_case->person,
                                foyer_plain_sentence (run->language, "Ask, and note that they agree"));

  foyer_remedy_set_key (remedy, "smsOptIn");
  return remedy;
}

gboolean
foyer_diagnosis_check_texts (FoyerDiagnosisRun *run, GError **error)
{
  FoyerRecord *organisation = run->business->organisation;
  FoyerRecord *person = run->the_case->person;
  const char *language = run->language;

  if (organisation == NULL)
    foyer_diagnosis_doubt (run, foyer_plain_sentence (language, "The business is not on this computer"),
                           NULL);
  else if (!is_any_event_on (run->business->settings))
    foyer_diagnosis_fail (run, foyer_plain_sentence (language, "Text messages to clients are off"), NULL,
                          foyer_diagnosis_switch (run, "sms.booked",
                                                  foyer_plain_sentence (language,
                                                                        "Turn on texts for bookings")));
  else if (foyer_organisation_get_texts (organisation) == FOYER_ORGANISATION_TEXTS_NONE)
    foyer_diagnosis_fail (run, foyer_plain_sentence (language, "No number is connected for texts"), NULL,
                          connect_texts (run));
  else if (foyer_organisation_get_texts (organisation) == FOYER_ORGANISATION_TEXTS_FAILING)
    foyer_diagnosis_fail (run, foyer_plain_sentence (language, "The number for texts fails"), NULL,
                          connect_texts (run));
  else if (foyer_portal_person_get_phone (person) == NULL)
    foyer_diagnosis_fail (run,
                          foyer_sentence (language, "{name} has no phone number", "name", run->name, NULL),
                          foyer_plain_sentence (run->client_language,
                                                "We have no phone number of yours. Which one may I note?"),
                          add_phone (run));
  else if (!foyer_portal_person_get_sms_opt_in (person))
    foyer_diagnosis_fail (
        run, foyer_sentence (language, "{name} has not agreed to texts", "name", run->name, NULL),
        foyer_plain_sentence (run->client_language, "May we send you text messages?"), ask_person (run));
  else if (is_quiet (run))
    foyer_diagnosis_fail (run, foyer_plain_sentence (language, "Texts wait until the quiet hours are over"),
                          foyer_plain_sentence (run->client_language,
                                                "We send no texts at night. Yours comes in the morning."),
                          foyer_diagnosis_setting (run, FOYER_REMEDY_OPEN_SETTING, "sms.quiet_from",
                                                   foyer_plain_sentence (language, "See the quiet hours")));
  else
    foyer_diagnosis_pass (run, foyer_sentence (language, "Texts reach {name}", "name", run->name, NULL));
  return TRUE;
}
