/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sign-in-check.c - may this person sign in, and by what? */

#include "foyer-sign-in-check.h"

#include "foyer-allowed-domain.h"
#include "foyer-business.h"
#include "foyer-entry-chain.h"
#include "foyer-sentence.h"
#include "foyer-settings.h"

#include "foyer-date-text.h"
#include "types/portal_person.h"

/* The words for each method, and whether the settings allow it (A7). */
static gboolean
is_allowed (FoyerRecord *settings, FoyerSignInMethod method)
{
  switch (method) {
  case FOYER_SIGN_IN_PHONE_CHECK:
    return foyer_portal_settings_get_access_phone_last4_alone (settings);
  case FOYER_SIGN_IN_EMAIL_LINK:
  case FOYER_SIGN_IN_EMAIL_CODE:
    return foyer_portal_settings_get_access_email_link (settings);
  case FOYER_SIGN_IN_PASSWORD:
    return foyer_portal_settings_get_access_password (settings);
  case FOYER_SIGN_IN_DIRECT_LINK:
    return foyer_portal_settings_get_access_direct_links (settings) != FOYER_DIRECT_LINKS_OFF;
  case FOYER_SIGN_IN_SSO:
  default:
    return FALSE;
  }
}

static char *
say_forbidden (const char *language, FoyerSignInMethod method)
{
  switch (method) {
  case FOYER_SIGN_IN_PHONE_CHECK:
    return foyer_plain_sentence (language, "The last four digits alone sign nobody in");
  case FOYER_SIGN_IN_EMAIL_LINK:
  case FOYER_SIGN_IN_EMAIL_CODE:
    return foyer_plain_sentence (language, "Sign-in links by email are off");
  case FOYER_SIGN_IN_PASSWORD:
    return foyer_plain_sentence (language, "Passwords are off; clients must use the email link");
  case FOYER_SIGN_IN_DIRECT_LINK:
    return foyer_plain_sentence (language, "Direct links are off; clients must sign in");
  case FOYER_SIGN_IN_SSO:
  default:
    return foyer_plain_sentence (language, "Single sign-on is not connected");
  }
}

/* D12: the method is one of those that the organisation allows. */
static void
check_method (FoyerEntryChain *chain, FoyerSignInMethod method)
{
  const char *language = chain->business->language;

  if (is_allowed (chain->business->settings, method))
    foyer_entry_chain_add (chain, "D12", FOYER_VERDICT_PASS,
                           foyer_plain_sentence (language, "This way to sign in is allowed"));
  else
    foyer_entry_chain_add (chain, "D12", FOYER_VERDICT_BLOCK, say_forbidden (language, method))->fix
        = foyer_plain_sentence (language, "Change how clients sign in");
}

static gboolean
is_locked (FoyerRecord *person, FoyerSignInMethod method, gint64 now)
{
  return method == FOYER_SIGN_IN_PHONE_CHECK && foyer_portal_person_get_locked_until (person) > now;
}

/* D19: wrong digits lock the phone check alone. A password or a mail cannot be locked by a stranger who tries it. */
static void
check_lock (FoyerEntryChain *chain, FoyerSignInMethod method)
{
  const char *language = chain->business->language;
  gint64 until = foyer_portal_person_get_locked_until (chain->person);
  FoyerFinding *finding;

  if (!is_locked (chain->person, method, chain->now))
    return;
  finding = foyer_entry_chain_add (chain, "D19", FOYER_VERDICT_BLOCK,
                                   foyer_plain_sentence (language, "Locked after five wrong tries"));
  finding->fix = foyer_plain_sentence (language, "Unlock");
  if (chain->business->zone != NULL)
    finding->evidence = foyer_moment_text (until, chain->now, chain->business->zone, language);
}

GPtrArray *
foyer_sign_in_check_at (FoyerRecordSource *source,
                        FoyerBusiness *business,
                        FoyerRecord *person,
                        FoyerSignInMethod method,
                        gint64 now,
                        GError **error)
{
  g_autoptr (GPtrArray) findings = foyer_findings_new ();
  g_autoptr (FoyerRecord) client = NULL;
  FoyerEntryChain chain
      = { .source = source, .business = business, .person = person, .now = now, .findings = findings };

  if (!foyer_record_source_look_up (chain.source, &foyer_client_type,
                                    foyer_portal_person_get_client_id (person), &client, error))
    return NULL;
  chain.client = client;
  foyer_entry_chain_check_portal (&chain);
  if (!foyer_entry_chain_check_client (&chain, error))
    return NULL;
  foyer_entry_chain_check_person (&chain);
  check_method (&chain, method);
  foyer_entry_chain_check_sso (&chain);
  foyer_entry_chain_check_domain (&chain);
  check_lock (&chain, method);
  return g_steal_pointer (&findings);
}

GPtrArray *
foyer_sign_in_check (FoyerRecordSource *source,
                     FoyerRecord *person,
                     FoyerSignInMethod method,
                     gint64 now,
                     GError **error)
{
  g_autoptr (FoyerBusiness) business = foyer_business_load (source, error);

  return business == NULL ? NULL : foyer_sign_in_check_at (source, business, person, method, now, error);
}

const FoyerFinding *
foyer_sign_in_reason (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    const FoyerFinding *finding = findings->pdata[i];

    if (finding->verdict >= FOYER_VERDICT_UNKNOWN)
      return finding;
  }
  return NULL;
}

/* What @person has it takes for. */
static gboolean
can_use (FoyerRecord *client, FoyerRecord *person, FoyerSignInMethod method)
{
  switch (method) {
  case FOYER_SIGN_IN_PHONE_CHECK:
    return foyer_portal_person_get_email (person) != NULL
           && (foyer_portal_person_get_phone (person) != NULL
               || (client != NULL && foyer_client_get_phone (client) != NULL));
  case FOYER_SIGN_IN_EMAIL_LINK:
  case FOYER_SIGN_IN_EMAIL_CODE:
    return foyer_portal_person_get_email (person) != NULL;
  case FOYER_SIGN_IN_PASSWORD:
    return foyer_portal_person_get_has_password (person);
  case FOYER_SIGN_IN_DIRECT_LINK:
  case FOYER_SIGN_IN_SSO:
  default:
    return FALSE;
  }
}

gboolean
foyer_sign_in_lets_in (FoyerRecord *settings, FoyerRecord *client, FoyerRecord *person)
{
  g_auto (GStrv) domains = NULL;
  g_autofree char *domain = NULL;

  if (!foyer_portal_settings_get_portal_enabled (settings)
      || foyer_portal_person_get_status (person) != FOYER_PORTAL_PERSON_ACTIVE
      || foyer_settings_sso (settings, client) == FOYER_SSO_REQUIRED
      || (client != NULL && !foyer_entry_chain_lets_client (client)))
    return FALSE;
  domains = foyer_portal_settings_get_access_allowed_domains (settings);
  if (domains == NULL || domains[0] == NULL)
    return TRUE;
  domain = foyer_allowed_domain_of (foyer_portal_person_get_email (person));
  return foyer_allowed_domain_fits ((const char *const *) domains, domain);
}

guint
foyer_sign_in_list_ways (FoyerRecord *settings, FoyerRecord *client, FoyerRecord *person, gint64 now)
{
  static const FoyerSignInMethod methods[] = { FOYER_SIGN_IN_PHONE_CHECK, FOYER_SIGN_IN_EMAIL_LINK,
                                               FOYER_SIGN_IN_EMAIL_CODE, FOYER_SIGN_IN_PASSWORD };
  guint ways = 0;

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
    if (is_allowed (settings, methods[i]) && can_use (client, person, methods[i])
        && !is_locked (person, methods[i], now))
      ways |= 1u << methods[i];
  }
  return ways != 0 && foyer_sign_in_lets_in (settings, client, person) ? ways : 0;
}

FoyerFinding *
foyer_sign_in_judge_sso (FoyerSso wanted, gboolean has_provider, const char *language)
{
  FoyerFinding *finding;

  if (wanted != FOYER_SSO_REQUIRED || has_provider)
    return foyer_finding_new ("D13", FOYER_VERDICT_PASS,
                              foyer_plain_sentence (language, "Clients can still sign in"));
  finding = foyer_finding_new (
      "D13", FOYER_VERDICT_BLOCK,
      foyer_plain_sentence (language,
                            "Single sign-on cannot be required: no provider is connected, so nobody could "
                            "sign in"));
  finding->may_override = FALSE;
  finding->fix = foyer_plain_sentence (language, "Choose off or optional");
  return finding;
}
