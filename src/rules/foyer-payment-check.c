/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-payment-check.c - can clients pay in the portal? */

#include "foyer-payment-check.h"

#include "foyer-sentence.h"
#include "types/organisation.h"
#include "types/portal_settings.h"

static FoyerFinding *
refuse (const char *rule, char *sentence, char *client_sentence, char *fix)
{
  FoyerFinding *finding = foyer_finding_new (rule, FOYER_VERDICT_BLOCK, sentence);

  finding->may_override = FALSE;
  finding->client_sentence = client_sentence;
  finding->fix = fix;
  return finding;
}

FoyerFinding *
foyer_payment_check (FoyerRecord *organisation, FoyerRecord *settings, const char *language)
{
  if (!foyer_portal_settings_get_portal_payments (settings))
    return refuse ("D35", foyer_plain_sentence (language, "Paying online is off"),
                   foyer_plain_sentence (language, "Invoices are not paid on this site."),
                   foyer_plain_sentence (language, "Turn on Pay online"));
  switch (foyer_organisation_get_stripe (organisation)) {
  case FOYER_ORGANISATION_STRIPE_READY:
    return foyer_finding_new ("D36", FOYER_VERDICT_PASS,
                              foyer_plain_sentence (language, "Payments are connected"));
  case FOYER_ORGANISATION_STRIPE_RESTRICTED:
    return refuse ("D36", foyer_plain_sentence (language, "The payment provider needs something first"),
                   foyer_plain_sentence (language, "Online payment is not available right now."),
                   foyer_plain_sentence (language, "See what the payment provider asks for"));
  case FOYER_ORGANISATION_STRIPE_NONE:
  default:
    return refuse ("D36", foyer_plain_sentence (language, "No payment provider is connected"),
                   foyer_plain_sentence (language, "Online payment is not connected yet."),
                   foyer_plain_sentence (language, "Connect a payment provider"));
  }
}
