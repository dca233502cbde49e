/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis.c - why can this client not …? The table of rules, and asking them in order */

#include "foyer-diagnosis.h"

#include "foyer-diagnosis-run.h"

#include "foyer-sentence.h"

#include <string.h>

#define CHAIN(name) (1u << FOYER_DIAGNOSIS_##name)

#define ALL ((1u << FOYER_N_DIAGNOSIS_CHAINS) - 1)
#define MONEY (CHAIN (NO_INVOICES) | CHAIN (CANNOT_PAY))
#define QUOTES (CHAIN (NO_QUOTES) | CHAIN (CANNOT_APPROVE))
#define VISITS (CHAIN (NO_VISITS) | CHAIN (CANNOT_BOOK) | CHAIN (CANNOT_CHANGE))
/* Where what is missing hangs on what somebody may see. */
#define SEES \
  (CHAIN (SEES_NOTHING) | MONEY | QUOTES | VISITS | CHAIN (NO_PHOTOS) | CHAIN (NO_PROOF) \
   | CHAIN (NO_DOCUMENTS) | CHAIN (NO_PLANS) | CHAIN (NO_CONTRACTS))
#define INSIDE (SEES | CHAIN (CANNOT_WRITE))

#define RECORDS FOYER_DIAGNOSIS_NEEDS_RECORDS
#define PERSON FOYER_DIAGNOSIS_NEEDS_PERSON
#define ASKING FOYER_DIAGNOSIS_NEEDS_ASKING
#define CONSOLE FOYER_DIAGNOSIS_NEEDS_CONSOLE
#define SERVER FOYER_DIAGNOSIS_NEEDS_SERVER

/* clang-format off */
static const FoyerDiagnosisRule rules[] = {
  { "D01", ALL, 0, foyer_diagnosis_check_portal,
    FOYER_MARK ("The portal is switched off at the moment. We will tell you when it is back.") },
  { "D02", ALL, 0, foyer_diagnosis_check_client,
    FOYER_MARK ("Your portal is switched off at the moment. I am looking into it.") },
  { "D03", ALL, RECORDS, foyer_diagnosis_check_anybody,
    FOYER_MARK ("You have not been invited yet. I am sending you an invitation now.") },
  { "D04", CHAIN (NO_MAIL), RECORDS | PERSON, foyer_diagnosis_check_address,
    FOYER_MARK ("We have no email address of yours. Which one may I note?") },
  { "D05", CHAIN (NO_MAIL), RECORDS | PERSON, foyer_diagnosis_check_typo,
    NULL },
  { "D06", CHAIN (NO_MAIL), RECORDS | PERSON | CONSOLE, foyer_diagnosis_check_sent,
    FOYER_MARK ("The mail has not left yet. It comes in a moment.") },
  { "D07", CHAIN (NO_MAIL), RECORDS | PERSON, foyer_diagnosis_check_bounced,
    FOYER_MARK ("Our mail to you came back. Which address may I use?") },
  { "D08", CHAIN (NO_MAIL), RECORDS | PERSON, foyer_diagnosis_check_invite_alive,
    FOYER_MARK ("The invitation is no longer valid. I am sending you a new one.") },
  { "D09", CHAIN (NO_MAIL), RECORDS | PERSON | ASKING, foyer_diagnosis_check_sent_to,
    FOYER_MARK ("It went to another address of yours. I am sending it to the right one.") },
  { "D10", CHAIN (NO_MAIL), RECORDS | PERSON | ASKING, foyer_diagnosis_check_opened,
    NULL },
  { "D11", CHAIN (SIGN_IN) | INSIDE, RECORDS | PERSON, foyer_diagnosis_check_registered,
    FOYER_MARK ("Your access is not set up yet. I am sending you a new invitation.") },
  { "D12", CHAIN (SIGN_IN), RECORDS, foyer_diagnosis_check_method,
    FOYER_MARK ("That way to sign in is not open. I am sending you a link by email that signs you in.") },
  { "D13", CHAIN (SIGN_IN), RECORDS, foyer_diagnosis_check_sso,
    FOYER_MARK ("Your account asks for single sign-on. I am changing that for you.") },
  { "D14", CHAIN (SIGN_IN), RECORDS | PERSON, foyer_diagnosis_check_domain,
    FOYER_MARK ("Your email address is not on our list yet. I am adding it.") },
  { "D15", CHAIN (SIGN_IN) | INSIDE, RECORDS, foyer_diagnosis_check_revoked,
    FOYER_MARK ("That link is no longer in use. I am sending you a new one.") },
  { "D16", CHAIN (SIGN_IN), RECORDS, foyer_diagnosis_check_expired,
    FOYER_MARK ("That link has expired. I am sending you a new one.") },
  { "D17", CHAIN (SIGN_IN), RECORDS | PERSON, foyer_diagnosis_check_scanner,
    FOYER_MARK ("Your mail program seems to have opened the link before you. I am sending you another one.") },
  { "D18", CHAIN (SIGN_IN), RECORDS, foyer_diagnosis_check_phone,
    FOYER_MARK ("We have no phone number of yours. Which one may I note?") },
  { "D19", CHAIN (SIGN_IN), RECORDS | PERSON, foyer_diagnosis_check_lock,
    FOYER_MARK ("There were several wrong tries. I have opened it again, please try once more.") },
  { "D20", CHAIN (SIGN_IN), RECORDS, foyer_diagnosis_check_session,
    FOYER_MARK ("You were signed out after some time. I am sending you a link that signs you in again.") },
  { "D21", CHAIN (SIGN_IN), RECORDS | ASKING, foyer_diagnosis_check_url, NULL },
  { "D22", SEES, RECORDS, foyer_diagnosis_check_feature,
    FOYER_MARK ("We do not show that in the portal at the moment.") },
  { "D23", SEES, RECORDS, foyer_diagnosis_check_client_scope,
    FOYER_MARK ("That is not switched on for you yet. I am looking into it.") },
  { "D24", SEES, RECORDS, foyer_diagnosis_check_link_scope,
    FOYER_MARK ("The link that you used does not show everything. I am changing that, please open it once more.") },
  { "D25", SEES, RECORDS | PERSON, foyer_diagnosis_check_person_scope,
    FOYER_MARK ("Your access does not include that. I am looking into it.") },
  { "D26", CHAIN (NO_VISITS), RECORDS, foyer_diagnosis_check_visits,
    FOYER_MARK ("There is nothing planned for you yet.") },
  { "D27", CHAIN (NO_VISITS), RECORDS, foyer_diagnosis_check_account,
    FOYER_MARK ("It is filed under another account of yours. I am putting that right.") },
  { "D28", CHAIN (NO_VISITS) | MONEY | QUOTES, RECORDS | PERSON, foyer_diagnosis_check_property,
    FOYER_MARK ("It is not linked to your site yet. I am putting that right.") },
  { "D29", CHAIN (NO_VISITS) | MONEY | QUOTES, RECORDS | PERSON, foyer_diagnosis_check_sites,
    FOYER_MARK ("Your access is for other sites. I am looking into it.") },
  { "D30", CHAIN (NO_PHOTOS), RECORDS, foyer_diagnosis_check_released,
    FOYER_MARK ("The photos are not released yet. I am looking into it.") },
  { "D31", CHAIN (NO_PHOTOS), RECORDS, foyer_diagnosis_check_done,
    FOYER_MARK ("You see the photos as soon as the visit is done.") },
  { "D32", CHAIN (NO_INVOICES), RECORDS, foyer_diagnosis_check_issued,
    FOYER_MARK ("The invoice is not finished yet.") },
  { "D33", CHAIN (NO_INVOICES), RECORDS, foyer_diagnosis_check_payer,
    FOYER_MARK ("The invoice goes to whoever pays it, and they see it.") },
  { "D34", CHAIN (NO_PROOF), RECORDS, foyer_diagnosis_check_proof,
    FOYER_MARK ("The report is not finished yet. I am asking the technician.") },
  { "D35", CHAIN (CANNOT_PAY), RECORDS, foyer_diagnosis_check_payments,
    NULL },
  { "D36", CHAIN (CANNOT_PAY), RECORDS, foyer_diagnosis_check_provider,
    NULL },
  { "D37", CHAIN (CANNOT_PAY), RECORDS, foyer_diagnosis_check_unpaid,
    NULL },
  { "D38", CHAIN (CANNOT_PAY), RECORDS, foyer_diagnosis_check_minimum,
    FOYER_MARK ("The amount is too small to be paid online. May I note it another way?") },
  { "D39", CHAIN (CANNOT_PAY), RECORDS, foyer_diagnosis_check_pay_link,
    FOYER_MARK ("The payment link is out of date. I am making a new one.") },
  { "D40", CHAIN (CANNOT_APPROVE), RECORDS, foyer_diagnosis_check_quote,
    NULL },
  { "D41", CHAIN (CANNOT_BOOK), RECORDS, foyer_diagnosis_check_booking,
    FOYER_MARK ("I can book that for you right now. When would suit you?") },
  { "D42", CHAIN (CANNOT_CHANGE), RECORDS, foyer_diagnosis_check_change,
    FOYER_MARK ("I can change the visit for you right now. When would suit you?") },
  { "D43", CHAIN (CANNOT_WRITE), RECORDS, foyer_diagnosis_check_messaging,
    FOYER_MARK ("You cannot write messages in the portal. What may I note for you?") },
  { "D44", CHAIN (LOOKS_WRONG), CONSOLE, foyer_diagnosis_check_draft,
    FOYER_MARK ("The new look is ready and will be there in a moment.") },
  { "D45", CHAIN (LOOKS_WRONG), SERVER, foyer_diagnosis_check_pictures,
    FOYER_MARK ("A picture of ours is missing there. I am putting that right.") },
  { "D46", INSIDE, RECORDS, foyer_diagnosis_check_granted,
    FOYER_MARK ("Please sign out and in again, then you see what is new.") },
  { "D47", CHAIN (NO_TEXTS), RECORDS | PERSON, foyer_diagnosis_check_texts,
    FOYER_MARK ("We send no text messages at the moment.") },
  { "D48", CHAIN (WRONG_TIMES), RECORDS, foyer_diagnosis_check_zone,
    NULL },
  { "D49", CHAIN (SEES_TOO_MUCH), RECORDS | CONSOLE, foyer_diagnosis_check_foreign,
    FOYER_MARK ("Thank you for telling us. I am closing the page until we know what happened.") },
  { "D50", ALL, RECORDS, foyer_diagnosis_check_age, NULL },
};
/* clang-format on */

static const char *const names[FOYER_N_DIAGNOSIS_CHAINS] = {
  [FOYER_DIAGNOSIS_NO_MAIL] = "no-mail",
  [FOYER_DIAGNOSIS_SIGN_IN] = "sign-in",
  [FOYER_DIAGNOSIS_SEES_NOTHING] = "sees-nothing",
  [FOYER_DIAGNOSIS_NO_VISITS] = "no-visits",
  [FOYER_DIAGNOSIS_NO_PHOTOS] = "no-photos",
  [FOYER_DIAGNOSIS_NO_INVOICES] = "no-invoices",
  [FOYER_DIAGNOSIS_NO_PROOF] = "no-proof",
  [FOYER_DIAGNOSIS_NO_QUOTES] = "no-quotes",
  [FOYER_DIAGNOSIS_NO_DOCUMENTS] = "no-documents",
  [FOYER_DIAGNOSIS_NO_PLANS] = "no-plans",
  [FOYER_DIAGNOSIS_NO_CONTRACTS] = "no-contracts",
  [FOYER_DIAGNOSIS_CANNOT_PAY] = "cannot-pay",
  [FOYER_DIAGNOSIS_CANNOT_APPROVE] = "cannot-approve",
  [FOYER_DIAGNOSIS_CANNOT_BOOK] = "cannot-book",
  [FOYER_DIAGNOSIS_CANNOT_CHANGE] = "cannot-change",
  [FOYER_DIAGNOSIS_CANNOT_WRITE] = "cannot-write",
  [FOYER_DIAGNOSIS_LOOKS_WRONG] = "looks-wrong",
  [FOYER_DIAGNOSIS_NO_TEXTS] = "no-texts",
  [FOYER_DIAGNOSIS_WRONG_TIMES] = "wrong-times",
  [FOYER_DIAGNOSIS_SEES_TOO_MUCH] = "sees-too-much",
};

const FoyerDiagnosisRule *
foyer_diagnosis_rules (guint *n_rules)
{
  *n_rules = G_N_ELEMENTS (rules);
  return rules;
}

const char *
foyer_diagnosis_chain_name (FoyerDiagnosisChain chain)
{
  g_return_val_if_fail ((guint) chain < FOYER_N_DIAGNOSIS_CHAINS, NULL);

  return names[chain];
}

/* What was never fetched cannot be judged, and is never taken for good. */
static void
doubt_all (FoyerDiagnosisRun *run)
{
  foyer_diagnosis_doubt (run, foyer_plain_sentence (run->language, "This client is not on this computer yet"),
                         foyer_remedy_new (FOYER_REMEDY_SYNC_NOW,
                                           foyer_plain_sentence (run->language, "Sync now")));
}

/* Whom the door and the list of what is seen are about: nobody's are not judged. */
static gboolean
has_subject (FoyerDiagnosisRun *run)
{
  const FoyerDiagnosisCase *the_case = run->the_case;

  return the_case->person != NULL || the_case->link != NULL;
}

static gboolean
ask (FoyerDiagnosisRun *run, GError **error)
{
  const FoyerDiagnosisCase *the_case = run->the_case;
  guint needs = run->rule->needs;
  FoyerFinding *finding;

  if ((needs & RECORDS) != 0 && (the_case->client == NULL || the_case->data_at == 0)) {
    doubt_all (run);
    return TRUE;
  }
  if ((needs & PERSON) != 0 && the_case->person == NULL) {
    /* A link that names nobody has no person; and where nobody has access there is nobody to judge. */
    if (!has_subject (run) && !run->is_empty)
      foyer_diagnosis_doubt (run, foyer_plain_sentence (run->language, "Choose the person first"), NULL);
    return TRUE;
  }
  if (!run->rule->check (run, error))
    return FALSE;
  finding = foyer_diagnosis_find_last (run);
  if (finding != NULL && finding->verdict == FOYER_VERDICT_BLOCK && finding->client_sentence == NULL
      && run->rule->say != NULL)
    finding->client_sentence = g_strdup (foyer_text (run->client_language, run->rule->say));
  return TRUE;
}

static FoyerDiagnosis *
conclude (FoyerDiagnosisRun *run)
{
  FoyerDiagnosis *self = g_new0 (FoyerDiagnosis, 1);
  const FoyerFinding *warning = NULL;

  self->chain = run->chain;
  self->findings = g_steal_pointer (&run->findings);
  for (guint i = 0; i < self->findings->len; i++) {
    const FoyerFinding *finding = self->findings->pdata[i];

    self->n_unknown += finding->verdict == FOYER_VERDICT_UNKNOWN;
    if (finding->verdict == FOYER_VERDICT_WARN && warning == NULL)
      warning = finding;
    if (finding->verdict != FOYER_VERDICT_BLOCK)
      continue;
    self->n_also += self->answer != NULL;
    if (self->answer == NULL)
      self->answer = finding;
  }
  if (self->answer == NULL)
    self->answer = warning;
  return self;
}

FoyerDiagnosis *
foyer_diagnosis_run (const FoyerDiagnosisCase *the_case, FoyerDiagnosisChain chain, GError **error)
{
  FoyerDiagnosisRun run = { 0 };
  FoyerDiagnosis *diagnosis = NULL;
  gboolean is_read = foyer_diagnosis_run_open (&run, the_case, chain, error);

  for (guint i = 0; is_read && i < G_N_ELEMENTS (rules); i++) {
    run.rule = &rules[i];
    if ((rules[i].chains & (1u << chain)) != 0)
      is_read = ask (&run, error);
  }
  if (is_read)
    diagnosis = conclude (&run);
  foyer_diagnosis_run_clear (&run);
  return diagnosis;
}

static const FoyerDiagnosisRule *
find_rule (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    if (strcmp (rules[i].id, id) == 0)
      return &rules[i];
  }
  return NULL;
}

gboolean
foyer_diagnosis_ask_rules (const FoyerDiagnosisCase *the_case,
                           FoyerDiagnosisChain chain,
                           const char *const *ids,
                           guint n_ids,
                           FoyerFinding **finding,
                           GError **error)
{
  FoyerDiagnosisRun run = { 0 };
  gboolean is_read = foyer_diagnosis_run_open (&run, the_case, chain, error);

  *finding = NULL;
  for (guint i = 0; is_read && *finding == NULL && i < n_ids; i++) {
    FoyerFinding *last;

    run.rule = find_rule (ids[i]);
    if (run.rule == NULL || (run.rule->chains & (1u << chain)) == 0)
      continue;
    is_read = ask (&run, error);
    last = is_read ? foyer_diagnosis_find_last (&run) : NULL;
    if (last != NULL && last->verdict >= FOYER_VERDICT_WARN)
      *finding = g_ptr_array_steal_index (run.findings, run.findings->len - 1);
  }
  foyer_diagnosis_run_clear (&run);
  return is_read;
}

void
foyer_diagnosis_free (FoyerDiagnosis *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

const FoyerFinding *
foyer_diagnosis_find (const FoyerDiagnosis *self, const char *rule)
{
  for (guint i = 0; i < self->findings->len; i++) {
    const FoyerFinding *finding = self->findings->pdata[i];

    if (strcmp (finding->rule, rule) == 0)
      return finding;
  }
  return NULL;
}
