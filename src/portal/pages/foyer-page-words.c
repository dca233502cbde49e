/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-words.c - phrases with what the organisation calls its things (X5) */

#include "foyer-page.h"

#include "foyer-json.h"
#include "foyer-sentence.h"

/* Room for the phrases of the noun that has the most of them. */
#define MOST_PHRASES 9

G_STATIC_ASSERT (FOYER_N_QUOTE_PHRASES <= MOST_PHRASES);

typedef struct {
  const char *word;
  const char *phrases[MOST_PHRASES];
} Noun;

/* In the order of FoyerVisitPhrase, one line a word of the setting. */
static const Noun visit_nouns[] = {
  { "visit",
    { FOYER_MARK ("Visits"), FOYER_MARK ("Next visit"), FOYER_MARK ("All visits"), FOYER_MARK ("Past visits"),
      FOYER_MARK ("Book a visit") } },
  { "appointment",
    { FOYER_MARK ("Appointments"), FOYER_MARK ("Next appointment"), FOYER_MARK ("All appointments"),
      FOYER_MARK ("Past appointments"), FOYER_MARK ("Book an appointment") } },
  { "job",
    { FOYER_MARK ("Jobs"), FOYER_MARK ("Next job"), FOYER_MARK ("All jobs"), FOYER_MARK ("Past jobs"),
      FOYER_MARK ("Book a job") } },
  { "service_report",
    { FOYER_MARK ("Service reports"), FOYER_MARK ("Next service"), FOYER_MARK ("All service reports"),
      FOYER_MARK ("Past services"), FOYER_MARK ("Book a service") } },
};

static const Noun quote_nouns[] = {
  { "quote",
    { FOYER_MARK ("Quotes"), FOYER_MARK ("Quote {number}"), FOYER_MARK ("No quotes yet"),
      FOYER_MARK ("Items of this quote"), FOYER_MARK ("I have read this quote and approve it for {name}."),
      FOYER_MARK ("Decline this quote"), FOYER_MARK ("This quote was updated"), FOYER_MARK ("Approve quotes"),
      FOYER_MARK ("Quote to answer") } },
  { "estimate",
    { FOYER_MARK ("Estimates"), FOYER_MARK ("Estimate {number}"), FOYER_MARK ("No estimates yet"),
      FOYER_MARK ("Items of this estimate"),
      FOYER_MARK ("I have read this estimate and approve it for {name}."),
      FOYER_MARK ("Decline this estimate"), FOYER_MARK ("This estimate was updated"),
      FOYER_MARK ("Approve estimates"), FOYER_MARK ("Estimate to answer") } },
  { "proposal",
    { FOYER_MARK ("Proposals"), FOYER_MARK ("Proposal {number}"), FOYER_MARK ("No proposals yet"),
      FOYER_MARK ("Items of this proposal"),
      FOYER_MARK ("I have read this proposal and approve it for {name}."),
      FOYER_MARK ("Decline this proposal"), FOYER_MARK ("This proposal was updated"),
      FOYER_MARK ("Approve proposals"), FOYER_MARK ("Proposal to answer") } },
  { "quotation",
    { FOYER_MARK ("Quotations"), FOYER_MARK ("Quotation {number}"), FOYER_MARK ("No quotations yet"),
      FOYER_MARK ("Items of this quotation"),
      FOYER_MARK ("I have read this quotation and approve it for {name}."),
      FOYER_MARK ("Decline this quotation"), FOYER_MARK ("This quotation was updated"),
      FOYER_MARK ("Approve quotations"), FOYER_MARK ("Quotation to answer") } },
};

static const Noun plan_nouns[] = {
  { "plan",
    { FOYER_MARK ("Plan"), FOYER_MARK ("Plans"), FOYER_MARK ("Your plan"), FOYER_MARK ("Your plans"),
      FOYER_MARK ("No plans yet"), FOYER_MARK ("Active plans") } },
  { "subscription",
    { FOYER_MARK ("Subscription"), FOYER_MARK ("Subscriptions"), FOYER_MARK ("Your subscription"),
      FOYER_MARK ("Your subscriptions"), FOYER_MARK ("No subscriptions yet"),
      FOYER_MARK ("Active subscriptions") } },
  { "amc",
    { FOYER_MARK ("AMC"), FOYER_MARK ("AMCs"), FOYER_MARK ("Your AMC"), FOYER_MARK ("Your AMCs"),
      FOYER_MARK ("No AMCs yet"), FOYER_MARK ("Active AMCs") } },
};

static const Noun contract_nouns[] = {
  { "contract",
    { FOYER_MARK ("Contracts"), FOYER_MARK ("Active contracts"),
      FOYER_MARK ("Contracts, warranties and manuals we share with you appear here."),
      FOYER_MARK ("{plans} and contracts that we have with you appear here.") } },
  { "agreement",
    { FOYER_MARK ("Agreements"), FOYER_MARK ("Active agreements"),
      FOYER_MARK ("Agreements, warranties and manuals we share with you appear here."),
      FOYER_MARK ("{plans} and agreements that we have with you appear here.") } },
  { "amc",
    { FOYER_MARK ("AMCs"), FOYER_MARK ("Active AMCs"),
      FOYER_MARK ("AMCs, warranties and manuals we share with you appear here."),
      FOYER_MARK ("{plans} and AMCs that we have with you appear here.") } },
};

static const Noun client_nouns[] = {
  { "client",
    { FOYER_MARK ("{name} has turned its client portal off for now. Your visits and invoices are not "
                  "affected."),
      FOYER_MARK ("You are looking at what the client sees. Whatever can be pressed here does nothing, and "
                  "nothing was done."),
      FOYER_MARK ("This is what the client sees. Nothing can be sent from here.") } },
  { "customer",
    { FOYER_MARK ("{name} has turned its customer portal off for now. Your visits and invoices are not "
                  "affected."),
      FOYER_MARK ("You are looking at what the customer sees. Whatever can be pressed here does nothing, and "
                  "nothing was done."),
      FOYER_MARK ("This is what the customer sees. Nothing can be sent from here.") } },
};

/* The first noun where the view has no word. */
static const char *
say (FoyerPage *page, const char *member, const Noun *nouns, guint n_nouns, guint phrase)
{
  const char *word = foyer_json_object_text (page->view, member);

  for (guint i = 0; i < n_nouns; i++) {
    if (g_strcmp0 (nouns[i].word, word) == 0)
      return foyer_page_say (page, nouns[i].phrases[phrase]);
  }
  return foyer_page_say (page, nouns[0].phrases[phrase]);
}

const char *
foyer_page_say_visit (FoyerPage *page, FoyerVisitPhrase phrase)
{
  return say (page, "visitWord", visit_nouns, G_N_ELEMENTS (visit_nouns), phrase);
}

const char *
foyer_page_say_quote (FoyerPage *page, FoyerQuotePhrase phrase)
{
  return say (page, "quoteWord", quote_nouns, G_N_ELEMENTS (quote_nouns), phrase);
}

const char *
foyer_page_say_plan (FoyerPage *page, FoyerPlanPhrase phrase)
{
  return say (page, "planWord", plan_nouns, G_N_ELEMENTS (plan_nouns), phrase);
}

const char *
foyer_page_say_contract (FoyerPage *page, FoyerContractPhrase phrase)
{
  return say (page, "contractWord", contract_nouns, G_N_ELEMENTS (contract_nouns), phrase);
}

const char *
foyer_page_say_client (FoyerPage *page, FoyerClientPhrase phrase)
{
  return say (page, "clientWord", client_nouns, G_N_ELEMENTS (client_nouns), phrase);
}

char *
foyer_page_no_plans (FoyerPage *page)
{
  const char *plan = foyer_json_object_text (page->view, "planWord");
  const char *contract = foyer_json_object_text (page->view, "contractWord");

  if (plan != NULL && g_strcmp0 (plan, contract) == 0)
    return g_strdup (foyer_page_say (page, "AMCs that we have with you appear here."));
  return foyer_page_fill (foyer_page_say_contract (page, FOYER_PHRASE_NO_PLANS_OR_CONTRACTS), "plans",
                          foyer_page_say_plan (page, FOYER_PHRASE_PLANS));
}
