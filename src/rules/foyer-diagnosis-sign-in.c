/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-sign-in.c - D11 to D16: may this person come in, and by what? */

#include "foyer-diagnosis-run.h"

#include "foyer-portal-entry.h"
#include "foyer-sentence.h"
#include "foyer-settings.h"
#include "foyer-sign-in-check.h"

#include "types/invite.h"
#include "types/portal_person.h"

#include <string.h>

/* Takes over what another check found by the rule that is asked. */
static FoyerFinding *
adopt (FoyerDiagnosisRun *run, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    const FoyerFinding *found = findings->pdata[i];
    FoyerFinding *finding;

    if (strcmp (found->rule, run->rule->id) != 0)
      continue;
    finding = foyer_entry_chain_add (&run->entry, run->rule->id, found->verdict, g_strdup (found->sentence));
    finding->evidence = g_strdup (found->evidence);
    finding->fix = g_strdup (found->fix);
    return finding;
  }
  return NULL;
}

/* What the link itself answers to the rule that is asked, NULL without one, or if it does not speak of that. */
static gboolean
ask_link (FoyerDiagnosisRun *run, FoyerFinding **finding, GError **error)
{
  g_autoptr (FoyerPortalEntry) entry = NULL;

  *finding = NULL;
  if (run->the_case->link == NULL)
    return TRUE;
  entry = foyer_portal_entry_check (run->source, run->the_case->link, run->the_case->now, error);
  if (entry == NULL)
    return FALSE;
  *finding = adopt (run, entry->findings);
  return TRUE;
}

gboolean
foyer_diagnosis_ask_person (FoyerDiagnosisRun *run,
                            FoyerSignInMethod method,
                            FoyerFinding **finding,
                            GError **error)
{
  g_autoptr (GPtrArray) findings
      = foyer_sign_in_check (run->source, run->the_case->person, method, run->the_case->now, error);

  if (findings == NULL)
    return FALSE;
  *finding = adopt (run, findings);
  return TRUE;
}

/* --- D11: finished signing up --- */

static FoyerRemedy *
restore (FoyerDiagnosisRun *run)
{
  FoyerRemedy *remedy
      = foyer_diagnosis_remedy (FOYER_REMEDY_RESTORE_PERSON, run->the_case->person,
                                foyer_plain_sentence (run->language, "Give this person access again"));

  foyer_remedy_patch_text (remedy, "status", "active");
  return remedy;
}

/* How far they came with the newest invite, which the remedy makes anew. */
static void
describe_invite (FoyerDiagnosisRun *run, FoyerFinding *finding, FoyerRecord *invite)
{
  if (invite == NULL) {
    foyer_finding_take_remedy (finding, foyer_diagnosis_remedy (FOYER_REMEDY_INVITE, run->the_case->person,
                                                                foyer_plain_sentence (run->language,
                                                                                      "Send an invite")));
    return;
  }
  if (FOYER_HAS (invite, invite, opened_at)) {
    g_autofree char *moment = foyer_diagnosis_moment (run, foyer_invite_get_opened_at (invite));

    finding->evidence = foyer_sentence (run->language, "The link was opened {moment}, but never finished",
                                        "moment", moment, NULL);
  }
  foyer_finding_take_remedy (finding,
                             foyer_diagnosis_remedy (FOYER_REMEDY_RESEND_INVITE, invite,
                                                     foyer_plain_sentence (run->language,
                                                                           "Send the invite again")));
}

gboolean
foyer_diagnosis_check_registered (FoyerDiagnosisRun *run, GError **error)
{
  FoyerRecord *person = run->the_case->person;
  g_autoptr (GPtrArray) invites = NULL;
  FoyerFinding *finding;

  foyer_entry_chain_check_person (&run->entry);
  finding = foyer_diagnosis_find_last (run);
  if (finding->verdict != FOYER_VERDICT_BLOCK)
    return TRUE;
  if (foyer_portal_person_get_status (person) != FOYER_PORTAL_PERSON_INVITED) {
    finding->client_sentence
        = foyer_plain_sentence (run->client_language,
                                "Your access is switched off at the moment. I am looking into it.");
    foyer_finding_take_remedy (finding, restore (run));
    return TRUE;
  }
  invites = foyer_diagnosis_list (run, &foyer_invite_type, "personId", foyer_record_get_id (person), "sentAt",
                                  error);
  if (invites == NULL)
    return FALSE;
  describe_invite (run, finding, invites->len == 0 ? NULL : invites->pdata[0]);
  return TRUE;
}

/* --- D12: by what --- */

static gboolean
can_be_mailed (FoyerDiagnosisRun *run)
{
  FoyerRecord *person = run->the_case->person;

  return person != NULL && foyer_portal_person_get_email (person) != NULL
         && foyer_portal_settings_get_access_email_link (run->business->settings);
}

static FoyerRemedy *
allow_links (FoyerDiagnosisRun *run)
{
  FoyerRecord *client = run->the_case->client;
  FoyerRemedy *remedy;

  if (foyer_portal_settings_get_access_direct_links (run->business->settings) == FOYER_DIRECT_LINKS_OFF) {
    remedy
        = foyer_diagnosis_setting (run, FOYER_REMEDY_EDIT_SETTING, "access.direct_links",
                                   foyer_plain_sentence (run->language, "Let direct links in, with a check"));
    foyer_remedy_patch_text (remedy, "access.direct_links", "checked");
    return remedy;
  }
  remedy = foyer_diagnosis_remedy (FOYER_REMEDY_EDIT_CLIENT, client,
                                   foyer_plain_sentence (run->language, "Let this client use direct links"));
  foyer_remedy_patch_away (remedy, "directLinks");
  return remedy;
}

static FoyerRemedy *
allow_method (FoyerDiagnosisRun *run, FoyerSignInMethod method)
{
  const char *language = run->language;

  switch (method) {
  case FOYER_SIGN_IN_DIRECT_LINK:
    return allow_links (run);
  case FOYER_SIGN_IN_PASSWORD:
    return foyer_diagnosis_switch (run, "access.password",
                                   foyer_plain_sentence (language, "Turn passwords on"));
  case FOYER_SIGN_IN_EMAIL_LINK:
  case FOYER_SIGN_IN_EMAIL_CODE:
    return foyer_diagnosis_switch (run, "access.email_link",
                                   foyer_plain_sentence (language, "Turn sign-in links by email on"));
  case FOYER_SIGN_IN_PHONE_CHECK:
    return foyer_diagnosis_switch (run, "access.phone_last4_alone",
                                   foyer_plain_sentence (language, "Let the last four digits sign in"));
  case FOYER_SIGN_IN_SSO:
  default:
    return foyer_diagnosis_setting (run, FOYER_REMEDY_OPEN_SETTING, "access.sso",
                                    foyer_plain_sentence (language, "See single sign-on"));
  }
}

/* Whom no mail can let in is not promised one. */
static char *
say_way (FoyerDiagnosisRun *run)
{
  return can_be_mailed (run)
             ? NULL
             : foyer_plain_sentence (run->client_language,
                                     "That way to sign in is not open at the moment. I am looking into it.");
}

/* A way that is open is nearer than a setting for everybody. */
static FoyerRemedy *
choose_way (FoyerDiagnosisRun *run, FoyerSignInMethod method)
{
  FoyerRemedy *allow = allow_method (run, method);
  FoyerRemedy *mail;

  if (!can_be_mailed (run))
    return allow;
  mail = foyer_diagnosis_remedy (FOYER_REMEDY_SEND_SIGN_IN, run->the_case->person,
                                 foyer_plain_sentence (run->language, "Send a sign-in link"));
  foyer_remedy_set_other (mail, allow);
  return mail;
}

static gboolean
judge_method (FoyerDiagnosisRun *run, FoyerSignInMethod method, GError **error)
{
  FoyerFinding *finding;

  if (!foyer_diagnosis_ask_person (run, method, &finding, error))
    return FALSE;
  if (finding->verdict == FOYER_VERDICT_BLOCK) {
    finding->client_sentence = say_way (run);
    foyer_finding_take_remedy (finding, choose_way (run, method));
  } else if (method == FOYER_SIGN_IN_PASSWORD
             && !foyer_portal_person_get_has_password (run->the_case->person)) {
    g_ptr_array_set_size (run->findings, (int) run->findings->len - 1);
    foyer_diagnosis_fail (run,
                          foyer_sentence (run->language, "{name} has no password", "name", run->name, NULL),
                          say_way (run), choose_way (run, method));
  }
  return TRUE;
}

/* Which of the ways there are is open to this person; the mail is the one that all could take. */
static FoyerSignInMethod
find_way (FoyerDiagnosisRun *run)
{
  FoyerRecord *settings = run->business->settings;

  if (can_be_mailed (run))
    return FOYER_SIGN_IN_EMAIL_LINK;
  if (foyer_portal_settings_get_access_password (settings)
      && foyer_portal_person_get_has_password (run->the_case->person))
    return FOYER_SIGN_IN_PASSWORD;
  return foyer_portal_settings_get_access_phone_last4_alone (settings) ? FOYER_SIGN_IN_PHONE_CHECK
                                                                       : FOYER_SIGN_IN_EMAIL_LINK;
}

gboolean
foyer_diagnosis_check_method (FoyerDiagnosisRun *run, GError **error)
{
  const FoyerDiagnosisFacts *facts = &run->the_case->facts;
  gboolean is_link
      = run->the_case->link != NULL && (!facts->knows_method || facts->method == FOYER_SIGN_IN_DIRECT_LINK);
  FoyerFinding *finding;

  if (is_link) {
    if (!ask_link (run, &finding, error))
      return FALSE;
    if (finding->verdict == FOYER_VERDICT_BLOCK) {
      finding->client_sentence = say_way (run);
      foyer_finding_take_remedy (finding, choose_way (run, FOYER_SIGN_IN_DIRECT_LINK));
    }
    return TRUE;
  }
  if (run->the_case->person == NULL)
    return TRUE;
  return judge_method (run, facts->knows_method ? facts->method : find_way (run), error);
}

/* --- D13 and D14 --- */

gboolean
foyer_diagnosis_check_sso (FoyerDiagnosisRun *run, GError **error)
{
  FoyerFinding *finding;
  FoyerRemedy *remedy;

  foyer_entry_chain_check_sso (&run->entry);
  finding = foyer_diagnosis_find_last (run);
  if (finding->verdict != FOYER_VERDICT_BLOCK)
    return TRUE;
  if (foyer_portal_settings_get_access_sso (run->business->settings) == FOYER_SSO_REQUIRED) {
    remedy = foyer_diagnosis_setting (run, FOYER_REMEDY_EDIT_SETTING, "access.sso",
                                      foyer_plain_sentence (run->language,
                                                            "Let clients also sign in without it"));
    foyer_remedy_patch_text (remedy, "access.sso", "optional");
  } else {
    remedy = foyer_diagnosis_remedy (FOYER_REMEDY_EDIT_CLIENT, run->the_case->client,
                                     foyer_plain_sentence (run->language, "Change it for this client"));
    foyer_remedy_patch_away (remedy, "sso");
  }
  foyer_finding_take_remedy (finding, remedy);
  return TRUE;
}

gboolean
foyer_diagnosis_check_domain (FoyerDiagnosisRun *run, GError **error)
{
  FoyerRecord *person = run->the_case->person;
  const char *email = foyer_portal_person_get_email (person);
  g_auto (GStrv) domains = foyer_portal_settings_get_access_allowed_domains (run->business->settings);
  FoyerFinding *finding;
  FoyerRemedy *remedy;

  foyer_entry_chain_check_domain (&run->entry);
  finding = foyer_diagnosis_find_last (run);
  if (finding->verdict != FOYER_VERDICT_BLOCK)
    return TRUE;
  if (email == NULL) {
    remedy = foyer_diagnosis_remedy (FOYER_REMEDY_EDIT_ADDRESS, person,
                                     foyer_plain_sentence (run->language, "Add an email address"));
    foyer_remedy_set_key (remedy, "email");
  } else {
    remedy = foyer_diagnosis_setting (run, FOYER_REMEDY_EDIT_SETTING, "access.allowed_domains",
                                      foyer_plain_sentence (run->language, "Add the domain"));
    foyer_remedy_patch_texts (remedy, "access.allowed_domains", domains, strrchr (email, '@') + 1);
    foyer_remedy_set_value (remedy, strrchr (email, '@') + 1);
  }
  foyer_finding_take_remedy (finding, remedy);
  return TRUE;
}

/* --- D15 and D16: the link --- */

static gboolean
judge_link (FoyerDiagnosisRun *run, GError **error)
{
  FoyerFinding *finding;

  if (!ask_link (run, &finding, error))
    return FALSE;
  if (finding != NULL && finding->verdict == FOYER_VERDICT_BLOCK)
    foyer_finding_take_remedy (finding, foyer_diagnosis_remedy (FOYER_REMEDY_NEW_LINK, run->the_case->link,
                                                                foyer_plain_sentence (run->language,
                                                                                      "Make a new link")));
  return TRUE;
}

gboolean
foyer_diagnosis_check_revoked (FoyerDiagnosisRun *run, GError **error)
{
  return judge_link (run, error);
}

gboolean
foyer_diagnosis_check_expired (FoyerDiagnosisRun *run, GError **error)
{
  return judge_link (run, error);
}
