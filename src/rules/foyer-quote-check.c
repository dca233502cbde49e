/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-quote-check.c - may this client approve, decline, comment or sign? */

#include "foyer-quote-check.h"

#include "foyer-quote-transition.h"
#include "foyer-sentence.h"
#include "types/client.h"
#include "types/document.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

#define RULE "D40"
#define BIT(n) (1u << (n))

static FoyerFinding *
allow (const char *language)
{
  return foyer_finding_new (RULE, FOYER_VERDICT_PASS, foyer_plain_sentence (language, "Allowed"));
}

/* Takes over both sentences and the fix. */
static FoyerFinding *
refuse (char *sentence, char *client_sentence, char *fix)
{
  FoyerFinding *finding = foyer_finding_new (RULE, FOYER_VERDICT_BLOCK, sentence);

  finding->may_override = FALSE;
  finding->client_sentence = client_sentence;
  finding->fix = fix;
  return finding;
}

static FoyerFinding *
refuse_permission (char *sentence, char *client_sentence, const char *language)
{
  FoyerFinding *finding
      = refuse (sentence, client_sentence, foyer_plain_sentence (language, "Change their permissions"));

  finding->evidence = g_strdup ("permission");
  return finding;
}

static gboolean
may (const FoyerPaperCase *paper, FoyerPermission permission)
{
  return (paper->permissions & BIT (permission)) != 0;
}

static gboolean
lacks_address (const FoyerPaperCase *paper)
{
  return paper->asks_code && !paper->has_address;
}

gboolean
foyer_quote_needs_signature (FoyerRecord *settings)
{
  return foyer_portal_settings_get_portal_esign (settings);
}

int
foyer_quote_status_on (FoyerRecord *quote, const FoyerDate *today)
{
  int status = foyer_quote_get_status (quote);
  const char *valid_until = foyer_quote_get_valid_until (quote);
  g_autofree char *day = foyer_date_format (today);

  return status == FOYER_QUOTE_SENT && valid_until != NULL && strcmp (valid_until, day) < 0
             ? FOYER_QUOTE_EXPIRED
             : status;
}

/* Features that are off. */
static FoyerFinding *
check_feature (FoyerQuoteAct act, const FoyerPaperCase *paper, const char *language)
{
  FoyerRecord *settings = paper->settings;

  if ((act == FOYER_QUOTE_ACT_APPROVE || act == FOYER_QUOTE_ACT_DECLINE)
      && !foyer_portal_settings_get_portal_quote_approval (settings))
    return refuse (foyer_plain_sentence (language, "Answering quotes in the portal is off"),
                   foyer_plain_sentence (language, "Please call us with your answer."),
                   foyer_plain_sentence (language, "Switch on quote approval"));
  if (act == FOYER_QUOTE_ACT_CHANGE && !foyer_portal_settings_get_portal_change_requests (settings))
    return refuse (foyer_plain_sentence (language, "Asking for changes in the portal is off"),
                   foyer_plain_sentence (language, "Please call us if something should be different."),
                   foyer_plain_sentence (language, "Switch on change requests"));
  if (act == FOYER_QUOTE_ACT_COMMENT && !foyer_portal_settings_get_portal_messaging (settings))
    return refuse (foyer_plain_sentence (language, "Messages are off"),
                   foyer_plain_sentence (language, "Please call us."),
                   foyer_plain_sentence (language, "Switch on messages"));
  return NULL;
}

/* What this person may not, though somebody else may. */
static FoyerFinding *
check_permission (FoyerQuoteAct act, const FoyerPaperCase *paper, const char *language)
{
  if (act == FOYER_QUOTE_ACT_COMMENT)
    return may (paper, FOYER_PERMISSION_MESSAGE)
               ? NULL
               : refuse_permission (foyer_plain_sentence (language, "They may not write messages"),
                                    foyer_plain_sentence (language, "You cannot write messages here."),
                                    language);
  if (!may (paper, FOYER_PERMISSION_APPROVE_QUOTES))
    return refuse_permission (foyer_plain_sentence (language, "They may not answer quotes"),
                              foyer_plain_sentence (language, "You can read this, but not answer it."),
                              language);
  if (act == FOYER_QUOTE_ACT_APPROVE && foyer_quote_needs_signature (paper->settings)
      && !may (paper, FOYER_PERMISSION_SIGN))
    return refuse_permission (foyer_plain_sentence (language, "They may not sign"),
                              foyer_plain_sentence (language, "You can read this, but not sign it."),
                              language);
  return NULL;
}

const char *
foyer_paper_code_address (FoyerRecord *person, FoyerRecord *client)
{
  if (person != NULL)
    return foyer_portal_person_get_email (person);
  return client == NULL ? NULL : foyer_client_get_email (client);
}

/* Whoever asks for more than a name is not given less (A7, `stepup_for_signing`). */
static FoyerFinding *
refuse_code (const char *language)
{
  return refuse (foyer_plain_sentence (language, "Signing asks for a code by email, and there is no address"),
                 foyer_plain_sentence (language, "Signing needs a code by email, and we have no address of "
                                                 "yours. Please call us to sign."),
                 foyer_plain_sentence (language, "Enter their email address"));
}

static FoyerFinding *
refuse_status (FoyerQuoteStatus status, const char *language)
{
  switch (status) {
  case FOYER_QUOTE_APPROVED:
    return refuse (foyer_plain_sentence (language, "It is approved already"),
                   foyer_plain_sentence (language, "This is approved already."), NULL);
  case FOYER_QUOTE_DECLINED:
    return refuse (foyer_plain_sentence (language, "It was declined"),
                   foyer_plain_sentence (language, "This was declined. If that has changed, please call us."),
                   foyer_plain_sentence (language, "Send it again"));
  case FOYER_QUOTE_EXPIRED:
    return refuse (foyer_plain_sentence (language, "It has expired"),
                   foyer_plain_sentence (language, "This has expired. Please ask us for a new one."),
                   foyer_plain_sentence (language, "Send it again with a later day"));
  case FOYER_QUOTE_CHANGES:
    return refuse (foyer_plain_sentence (language, "The client asked for a change"),
                   foyer_plain_sentence (language, "You asked for a change. The office is working on it."),
                   foyer_plain_sentence (language, "Send the next version"));
  case FOYER_QUOTE_DRAFT:
  case FOYER_QUOTE_SENT:
  case FOYER_QUOTE_WITHDRAWN:
  default:
    return refuse (foyer_plain_sentence (language, "It is not on offer"),
                   foyer_plain_sentence (language, "This is no longer on offer."), NULL);
  }
}

static FoyerQuoteStatus
get_goal (FoyerQuoteAct act)
{
  switch (act) {
  case FOYER_QUOTE_ACT_DECLINE:
    return FOYER_QUOTE_DECLINED;
  case FOYER_QUOTE_ACT_CHANGE:
    return FOYER_QUOTE_CHANGES;
  case FOYER_QUOTE_ACT_APPROVE:
  case FOYER_QUOTE_ACT_COMMENT:
  default:
    return FOYER_QUOTE_APPROVED;
  }
}

FoyerFinding *
foyer_quote_check (FoyerRecord *quote, FoyerQuoteAct act, const FoyerPaperCase *paper, const char *language)
{
  int status = foyer_quote_status_on (quote, &paper->today);
  FoyerFinding *finding = check_feature (act, paper, language);

  /* A comment is about anything that a client can see. */
  if (finding == NULL && act != FOYER_QUOTE_ACT_COMMENT) {
    if (!paper->is_there || status < 0
        || !foyer_quote_may_become ((FoyerQuoteStatus) status, get_goal (act), FOYER_ACTOR_CLIENT))
      finding = refuse_status ((FoyerQuoteStatus) status, language);
  }
  if (finding == NULL)
    finding = check_permission (act, paper, language);
  if (finding == NULL && act == FOYER_QUOTE_ACT_APPROVE && lacks_address (paper)
      && foyer_quote_needs_signature (paper->settings))
    finding = refuse_code (language);
  return finding != NULL ? finding : allow (language);
}

FoyerFinding *
foyer_document_check (FoyerRecord *document, const FoyerPaperCase *paper, const char *language)
{
  if (!foyer_document_get_needs_signature (document) || !paper->is_there)
    return refuse (foyer_plain_sentence (language, "It asks for no signature"),
                   foyer_plain_sentence (language, "This needs no signature."), NULL);
  if (paper->is_signed)
    return refuse (foyer_plain_sentence (language, "It is signed already"),
                   foyer_plain_sentence (language, "This is signed already."), NULL);
  if (!may (paper, FOYER_PERMISSION_SIGN))
    return refuse_permission (foyer_plain_sentence (language, "They may not sign"),
                              foyer_plain_sentence (language, "You can read this, but not sign it."),
                              language);
  return lacks_address (paper) ? refuse_code (language) : allow (language);
}
