/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-money.c - D35 to D39: can this be paid online, and is there anything to pay? */

#include "foyer-diagnosis-run.h"

#include "foyer-payment-check.h"
#include "foyer-record-words.h"
#include "foyer-sentence.h"

#include "types/invoice.h"
#include "types/organisation.h"
#include "types/portal_settings.h"

#include <string.h>

/* --- D35 and D36: the business takes payments --- */

/* One check answers both rules: payments that are off are asked for with the provider as if they were on. */
static FoyerFinding *
judge (FoyerDiagnosisRun *run)
{
  g_autoptr (FoyerFinding) found
      = foyer_payment_check (run->business->organisation, run->business->settings, run->language);
  g_autoptr (FoyerFinding) said
      = foyer_payment_check (run->business->organisation, run->business->settings, run->client_language);
  FoyerFinding *finding;

  if (strcmp (found->rule, run->rule->id) != 0 || found->verdict != FOYER_VERDICT_BLOCK)
    return NULL;
  finding = foyer_entry_chain_add (&run->entry, run->rule->id, found->verdict,
                                   g_steal_pointer (&found->sentence));
  finding->client_sentence = g_steal_pointer (&said->client_sentence);
  finding->fix = g_steal_pointer (&found->fix);
  return finding;
}

gboolean
foyer_diagnosis_check_payments (FoyerDiagnosisRun *run, GError **error)
{
  FoyerFinding *finding;

  if (run->business->organisation == NULL) {
    foyer_diagnosis_doubt (run, foyer_plain_sentence (run->language, "The business is not on this computer"),
                           NULL);
    return TRUE;
  }
  finding = judge (run);
  if (finding == NULL)
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "Paying online is on"));
  else
    foyer_finding_take_remedy (finding,
                               foyer_diagnosis_switch (run, "portal.payments", g_strdup (finding->fix)));
  return TRUE;
}

gboolean
foyer_diagnosis_check_provider (FoyerDiagnosisRun *run, GError **error)
{
  FoyerRecord *organisation = run->business->organisation;
  FoyerFinding *finding;

  if (organisation == NULL) {
    foyer_diagnosis_doubt (run, foyer_plain_sentence (run->language, "The business is not on this computer"),
                           NULL);
    return TRUE;
  }
  finding = judge (run);
  if (finding == NULL) {
    foyer_diagnosis_pass (run,
                          foyer_organisation_get_stripe (organisation) == FOYER_ORGANISATION_STRIPE_READY
                              ? foyer_plain_sentence (run->language, "A payment provider is connected")
                              : foyer_plain_sentence (run->language, "Not asked while payments are off"));
    return TRUE;
  }
  finding->evidence = g_strdup (foyer_organisation_get_stripe_reason (organisation));
  foyer_finding_take_remedy (finding, foyer_diagnosis_setting (run, FOYER_REMEDY_OPEN_SETTING, "payments",
                                                               g_strdup (finding->fix)));
  return TRUE;
}

/* --- D37 to D39: one invoice --- */

static gboolean
is_open (FoyerRecord *invoice)
{
  int status = foyer_invoice_get_status (invoice);

  return status == FOYER_INVOICE_ISSUED || status == FOYER_INVOICE_PART_PAID;
}

/* The invoice that is asked about; else the newest that is still to be paid, else the newest that is shown. */
static gboolean
find_invoice (FoyerDiagnosisRun *run, FoyerRecord **invoice, GError **error)
{
  g_autoptr (GPtrArray) invoices = foyer_diagnosis_subjects (run, &foyer_invoice_type, "issuedOn", error);

  *invoice = NULL;
  for (guint i = 0; invoices != NULL && i < invoices->len; i++) {
    FoyerRecord *found = invoices->pdata[i];

    if (foyer_record_hidden_by (found, NULL, &run->reader) == NULL
        && (*invoice == NULL || (!is_open (*invoice) && is_open (found))))
      g_set_object (invoice, found);
  }
  return invoices != NULL;
}

static FoyerRemedy *
tell (FoyerDiagnosisRun *run, const char *say)
{
  return foyer_diagnosis_copy (run, say);
}

static void
fail_paid (FoyerDiagnosisRun *run, FoyerRecord *invoice)
{
  gboolean has_time = FOYER_HAS (invoice, invoice, paid_at);
  g_autofree char *moment
      = has_time ? foyer_diagnosis_moment (run, foyer_invoice_get_paid_at (invoice)) : NULL;
  const char *name = foyer_record_label (invoice);
  g_autofree char *say
      = foyer_sentence (run->client_language, "{invoice} is paid already. Thank you.", "invoice", name, NULL);

  foyer_diagnosis_fail (run,
                        has_time ? foyer_sentence (run->language, "{invoice} was paid {moment}", "invoice",
                                                   name, "moment", moment, NULL)
                                 : foyer_sentence (run->language, "{invoice} is not to be paid any more",
                                                   "invoice", name, NULL),
                        g_strdup (say), tell (run, say));
}

gboolean
foyer_diagnosis_check_unpaid (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (FoyerRecord) invoice = NULL;
  g_autofree char *say = NULL;

  if (!find_invoice (run, &invoice, error))
    return FALSE;
  if (invoice == NULL) {
    say = foyer_plain_sentence (run->client_language, "There is nothing to pay at the moment.");
    foyer_diagnosis_fail (run, foyer_plain_sentence (run->language, "There is no invoice that could be paid"),
                          g_strdup (say), tell (run, say));
  } else if (is_open (invoice)) {
    foyer_diagnosis_pass (run, foyer_sentence (run->language, "{invoice} is still to be paid", "invoice",
                                               foyer_record_label (invoice), NULL));
  } else {
    fail_paid (run, invoice);
  }
  return TRUE;
}

static FoyerRemedy *
record_otherwise (FoyerDiagnosisRun *run, FoyerRecord *invoice)
{
  return foyer_diagnosis_remedy (FOYER_REMEDY_OPEN_RECORD, invoice,
                                 foyer_plain_sentence (run->language, "Record the payment another way"));
}

gboolean
foyer_diagnosis_check_minimum (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (FoyerRecord) invoice = NULL;
  FoyerMoneyValue minimum = { 0 };
  FoyerMoneyValue balance;
  g_autofree char *least = NULL;
  g_autofree char *amount = NULL;

  if (!find_invoice (run, &invoice, error))
    return FALSE;
  if (invoice == NULL || !is_open (invoice) || run->business->organisation == NULL)
    return TRUE;
  minimum = foyer_organisation_get_stripe_minimum (run->business->organisation);
  balance = foyer_invoice_get_balance (invoice);
  if (minimum.currency == NULL || g_strcmp0 (minimum.currency, balance.currency) != 0) {
    foyer_diagnosis_doubt (
        run, foyer_plain_sentence (run->language, "The provider's smallest amount is not known"), NULL);
    return TRUE;
  }
  amount = foyer_diagnosis_money (run, balance);
  least = foyer_diagnosis_money (run, minimum);
  if (balance.amount >= minimum.amount)
    foyer_diagnosis_pass (run, foyer_sentence (run->language, "{amount} is enough for the provider", "amount",
                                               amount, NULL));
  else
    foyer_diagnosis_fail (run,
                          foyer_sentence (run->language, "{amount} is under the provider's minimum ({least})",
                                          "amount", amount, "least", least, NULL),
                          NULL, record_otherwise (run, invoice));
  return TRUE;
}

/* A new link is asked for by noting when it was wanted. */
static FoyerRemedy *
make_link (FoyerDiagnosisRun *run, FoyerRecord *invoice)
{
  FoyerRemedy *remedy
      = foyer_diagnosis_remedy (FOYER_REMEDY_NEW_PAY_LINK, invoice,
                                foyer_plain_sentence (run->language, "Make the payment link anew"));

  foyer_remedy_patch_time (remedy, "payLinkWantedAt", run->the_case->now);
  return remedy;
}

gboolean
foyer_diagnosis_check_pay_link (FoyerDiagnosisRun *run, GError **error)
{
  g_autoptr (FoyerRecord) invoice = NULL;
  FoyerMoneyValue asked;
  FoyerMoneyValue balance;
  g_autofree char *amount = NULL;
  g_autofree char *due = NULL;
  int state;

  if (!find_invoice (run, &invoice, error))
    return FALSE;
  if (invoice == NULL || !is_open (invoice))
    return TRUE;
  state = foyer_invoice_get_pay_link (invoice);
  asked = foyer_invoice_get_pay_link_amount (invoice);
  balance = foyer_invoice_get_balance (invoice);
  if (state == FOYER_INVOICE_PAY_LINK_EXPIRED) {
    foyer_diagnosis_fail (run, foyer_plain_sentence (run->language, "The payment link has expired"), NULL,
                          make_link (run, invoice));
  } else if (state == FOYER_INVOICE_PAY_LINK_LIVE && asked.currency != NULL
             && (asked.amount != balance.amount || g_strcmp0 (asked.currency, balance.currency) != 0)) {
    amount = foyer_diagnosis_money (run, asked);
    due = foyer_diagnosis_money (run, balance);
    foyer_diagnosis_fail (run,
                          foyer_sentence (run->language, "The link is for {amount}; the balance is {due}",
                                          "amount", amount, "due", due, NULL),
                          NULL, make_link (run, invoice));
  } else {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "The payment link is not out of date"));
  }
  return TRUE;
}
