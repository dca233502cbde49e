/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-acting.c - D40, D42 and D43: answering quotes, changing visits, writing messages */

#include "foyer-diagnosis-run.h"

#include "foyer-permission.h"
#include "foyer-quote-check.h"
#include "foyer-record-words.h"
#include "foyer-sentence.h"
#include "foyer-settings.h"
#include "foyer-visit-change.h"

#include "types/client.h"
#include "types/portal_settings.h"
#include "types/quote.h"
#include "types/quote_version.h"
#include "types/visit.h"

#include <string.h>

#define BIT(n) (1u << (n))

/* --- D40: quotes --- */

/* The quote that is asked about, else the newest that was sent. */
static gboolean
find_quote (FoyerDiagnosisRun *run, FoyerRecord **quote, GError **error)
{
  g_autoptr (GPtrArray) quotes = foyer_diagnosis_subjects (run, &foyer_quote_type, "sentAt", error);

  *quote = NULL;
  for (guint i = 0; quotes != NULL && i < quotes->len && *quote == NULL; i++) {
    if (foyer_record_hidden_by (quotes->pdata[i], NULL, &run->reader) == NULL
        || run->the_case->about == quotes->pdata[i])
      *quote = g_object_ref (quotes->pdata[i]);
  }
  return quotes != NULL;
}

static gboolean
was_sent (FoyerDiagnosisRun *run, FoyerRecord *quote, gboolean *was, GError **error)
{
  g_autoptr (GPtrArray) versions = foyer_diagnosis_list (run, &foyer_quote_version_type, "quoteId",
                                                         foyer_record_get_id (quote), "version", error);

  *was = FALSE;
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    *was = *was || FOYER_HAS (versions->pdata[i], quote_version, sent_at);
  return versions != NULL;
}

/* The settings with one of them switched on. */
static FoyerRecord *
switch_on (FoyerRecord *settings, const char *key)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (settings);

  json_object_set_boolean_member (json, key, TRUE);
  return foyer_record_from_json (&foyer_portal_settings_type, json, NULL);
}

static gboolean
passes (FoyerRecord *quote, const FoyerPaperCase *paper)
{
  g_autoptr (FoyerFinding) finding = foyer_quote_check (quote, FOYER_QUOTE_ACT_APPROVE, paper, "en-US");

  return finding->verdict < FOYER_VERDICT_BLOCK;
}

static FoyerRemedy *
drop_code (FoyerDiagnosisRun *run)
{
  FoyerRemedy *remedy;

  if (foyer_portal_settings_get_access_stepup_for_signing (run->business->settings) == FOYER_STEP_UP_CODE) {
    remedy = foyer_diagnosis_setting (run, FOYER_REMEDY_EDIT_SETTING, "access.stepup_for_signing",
                                      foyer_plain_sentence (run->language, "Let signing do without a code"));
    foyer_remedy_patch_text (remedy, "access.stepup_for_signing", "off");
    return remedy;
  }
  remedy
      = foyer_diagnosis_remedy (FOYER_REMEDY_EDIT_CLIENT, run->the_case->client,
                                foyer_plain_sentence (run->language, "Let this client sign without a code"));
  foyer_remedy_patch_away (remedy, "stepUp");
  return remedy;
}

/* The code goes to an address; where there is none, one is added, or signing does without. */
static FoyerRemedy *
add_address (FoyerDiagnosisRun *run)
{
  FoyerRemedy *remedy;

  if (run->the_case->person == NULL)
    return drop_code (run);
  remedy = foyer_diagnosis_edit_address (run, foyer_plain_sentence (run->language, "Add an email address"));
  foyer_remedy_set_other (remedy, drop_code (run));
  return remedy;
}

/* What makes the check pass is the remedy: each is tried on it, so that nothing here knows how it decides. */
static FoyerRemedy *
find_remedy (FoyerDiagnosisRun *run, FoyerRecord *quote, const FoyerPaperCase *paper)
{
  guint needed = BIT (FOYER_PERMISSION_APPROVE_QUOTES)
                 | (foyer_quote_needs_signature (paper->settings) ? BIT (FOYER_PERMISSION_SIGN) : 0);
  g_autoptr (FoyerRecord) settings = switch_on (paper->settings, "portal.quote_approval");
  FoyerPaperCase permitted = *paper;
  FoyerPaperCase switched = *paper;
  FoyerPaperCase addressed = *paper;

  permitted.permissions |= needed;
  switched.settings = settings;
  addressed.has_address = TRUE;
  if (passes (quote, &permitted))
    return foyer_diagnosis_permit (run, needed);
  if (passes (quote, &switched))
    return foyer_diagnosis_switch (run, "portal.quote_approval",
                                   foyer_plain_sentence (run->language, "Switch on quote approval"));
  if (passes (quote, &addressed))
    return add_address (run);
  return foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, quote,
                                 foyer_plain_sentence (run->language, "Open the quote"));
}

static void
judge_quote (FoyerDiagnosisRun *run, FoyerRecord *quote, const FoyerPaperCase *paper)
{
  g_autoptr (FoyerFinding) found = foyer_quote_check (quote, FOYER_QUOTE_ACT_APPROVE, paper, run->language);
  g_autoptr (FoyerFinding) said
      = foyer_quote_check (quote, FOYER_QUOTE_ACT_APPROVE, paper, run->client_language);
  FoyerFinding *finding;

  if (found->verdict < FOYER_VERDICT_BLOCK) {
    foyer_diagnosis_pass (run, foyer_sentence (run->language, "{name} may approve {quote}", "name", run->name,
                                               "quote", foyer_record_label (quote), NULL));
    return;
  }
  finding = foyer_diagnosis_fail (run, g_steal_pointer (&found->sentence),
                                  g_steal_pointer (&said->client_sentence), find_remedy (run, quote, paper));
  finding->evidence = g_strdup (foyer_record_label (quote));
}

gboolean
foyer_diagnosis_check_quote (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (FoyerRecord) quote = NULL;
  FoyerPaperCase paper
      = { .settings = run->business->settings,
          .permissions = foyer_diagnosis_permissions (run),
          .asks_code
          = foyer_settings_step_up (run->business->settings, run->the_case->client) == FOYER_STEP_UP_CODE,
          .has_address = foyer_paper_code_address (run->the_case->person, run->the_case->client) != NULL };

  if (!find_quote (run, &quote, error))
    return FALSE;
  if (quote == NULL) {
    foyer_diagnosis_warn (run,
                          foyer_sentence (run->language, "No quote was sent to {client}", "client",
                                          run->client_name, NULL),
                          foyer_plain_sentence (run->client_language,
                                                "We have not sent you one yet. I am looking into it."),
                          foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, run->the_case->client,
                                                  foyer_plain_sentence (run->language, "Open the client")));
    return TRUE;
  }
  if (run->business->zone == NULL) {
    foyer_diagnosis_doubt (run, foyer_plain_sentence (run->language, "The time zone is not known here"),
                           NULL);
    return TRUE;
  }
  if (!was_sent (run, quote, &paper.is_there, error))
    return FALSE;
  paper.today = foyer_business_date (run->business, run->the_case->now);
  judge_quote (run, quote, &paper);
  return TRUE;
}

/* --- D42: visits --- */

/* The visit that is asked about, else the next one. */
static gboolean
find_visit (FoyerDiagnosisRun *run, FoyerRecord **visit, GError **error)
{
  g_autoptr (GPtrArray) visits = foyer_diagnosis_subjects (run, &foyer_visit_type, "start", error);

  *visit = NULL;
  for (guint i = 0; visits != NULL && i < visits->len; i++) {
    FoyerRecord *found = visits->pdata[i];

    if (foyer_visit_get_status (found) == FOYER_VISIT_SCHEDULED
        && foyer_visit_get_start (found) > run->the_case->now)
      g_set_object (visit, found);
  }
  if (visits != NULL && *visit == NULL && visits->len == 1 && visits->pdata[0] == run->the_case->about)
    *visit = g_object_ref (run->the_case->about);
  return visits != NULL;
}

static FoyerRemedy *
find_change_remedy (FoyerDiagnosisRun *run, FoyerRecord *visit, const char *rule)
{
  FoyerRemedy *remedy;

  if (strcmp (rule, "B18") == 0)
    return foyer_diagnosis_switch (run, "booking.reschedule",
                                   foyer_plain_sentence (run->language, "Turn rescheduling on"));
  if (strcmp (rule, "X4") != 0)
    return foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, visit,
                                   foyer_plain_sentence (run->language, "Move it for them"));
  remedy = foyer_diagnosis_setting (run, FOYER_REMEDY_EDIT_SETTING, "booking.mode",
                                    foyer_plain_sentence (run->language, "Let clients book, and approve it"));
  foyer_remedy_patch_text (remedy, "booking.mode", "approve");
  return remedy;
}

static void
judge_change (FoyerDiagnosisRun *run, FoyerRecord *visit)
{
  FoyerRecord *settings = run->business->settings;
  gint64 now = run->the_case->now;
  g_autoptr (FoyerFinding) found = foyer_visit_change_check (settings, visit, FOYER_VISIT_GIVE_BACK, now,
                                                             run->language, run->client_language);
  g_autofree char *start = foyer_diagnosis_moment (run, foyer_visit_get_start (visit));
  g_autofree char *until = foyer_diagnosis_moment (run, foyer_visit_change_until (settings, visit));
  FoyerFinding *finding;

  if (found->verdict < FOYER_VERDICT_BLOCK) {
    g_clear_pointer (&found, foyer_finding_free);
    found = foyer_visit_change_check (settings, visit, FOYER_VISIT_MOVE, now, run->language,
                                      run->client_language);
  }
  if (found->verdict < FOYER_VERDICT_BLOCK) {
    foyer_diagnosis_pass (run, foyer_sentence (run->language, "{name} may change it until {moment}", "name",
                                               run->name, "moment", until, NULL));
    return;
  }
  finding = foyer_diagnosis_fail (run, g_steal_pointer (&found->sentence),
                                  g_steal_pointer (&found->client_sentence),
                                  find_change_remedy (run, visit, found->rule));
  finding->evidence = foyer_sentence (run->language, "It starts {start}; it could be changed until {until}",
                                      "start", start, "until", until, NULL);
}

/* Whether the permission is there; if not, the rule has failed. */
static gboolean
is_permitted (FoyerDiagnosisRun *run, FoyerPermission permission, char *sentence)
{
  if ((foyer_diagnosis_permissions (run) & BIT (permission)) != 0) {
    g_free (sentence);
    return TRUE;
  }
  foyer_diagnosis_fail (run, sentence, NULL, foyer_diagnosis_permit (run, BIT (permission)));
  return FALSE;
}

gboolean
foyer_diagnosis_check_change (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (FoyerRecord) visit = NULL;

  if (!find_visit (run, &visit, error))
    return FALSE;
  if (visit == NULL)
    foyer_diagnosis_warn (run,
                          foyer_plain_sentence (run->language,
                                                "There is no visit to come that could be changed"),
                          foyer_plain_sentence (run->client_language,
                                                "There is nothing planned for you that could be changed."),
                          foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, run->the_case->client,
                                                  foyer_plain_sentence (run->language, "Open the client")));
  else if (is_permitted (run, FOYER_PERMISSION_BOOK,
                         foyer_sentence (run->language, "{name} may not change visits", "name", run->name,
                                         NULL)))
    judge_change (run, visit);
  return TRUE;
}

/* --- D43: messages --- */

gboolean
foyer_diagnosis_check_messaging (FoyerDiagnosisRun *run, GError **error)
{
  if (!foyer_portal_settings_get_portal_messaging (run->business->settings))
    foyer_diagnosis_fail (run, foyer_plain_sentence (run->language, "Messages are off"), NULL,
                          foyer_diagnosis_switch (run, "portal.messaging",
                                                  foyer_plain_sentence (run->language,
                                                                        "Switch on messages")));
  else if (is_permitted (run, FOYER_PERMISSION_MESSAGE,
                         foyer_sentence (run->language, "{name} may not write messages", "name", run->name,
                                         NULL)))
    foyer_diagnosis_pass (run, foyer_sentence (run->language, "{name} may write messages", "name", run->name,
                                               NULL));
  return TRUE;
}
