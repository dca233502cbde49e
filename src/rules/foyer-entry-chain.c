/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-entry-chain.c - what every way into the portal is asked first: portal, client, person, single sign-on, domain */

#include "foyer-entry-chain.h"

#include "foyer-allowed-domain.h"
#include "foyer-sentence.h"
#include "foyer-settings.h"

#include "foyer-date-text.h"
#include "types/portal_person.h"
#include "types/staff_member.h"

FoyerFinding *
foyer_entry_chain_add (FoyerEntryChain *self, const char *rule, FoyerVerdict verdict, char *sentence)
{
  FoyerFinding *finding = foyer_finding_new (rule, verdict, sentence);

  finding->may_override = FALSE;
  g_ptr_array_add (self->findings, finding);
  return finding;
}

gboolean
foyer_entry_chain_describe_change (FoyerEntryChain *self,
                                   const char *staff_id,
                                   gint64 at,
                                   char **text,
                                   GError **error)
{
  g_autoptr (FoyerRecord) staff = NULL;
  g_autofree char *moment = NULL;

  if (!foyer_record_source_look_up (self->source, &foyer_staff_member_type, staff_id, &staff, error))
    return FALSE;
  if (at != 0 && self->business->zone != NULL)
    moment = foyer_moment_text (at, self->now, self->business->zone, self->business->language);
  if (staff != NULL && moment != NULL)
    *text = g_strdup_printf ("%s, %s", foyer_staff_member_get_name (staff), moment);
  else if (staff != NULL)
    *text = g_strdup (foyer_staff_member_get_name (staff));
  else
    *text = g_steal_pointer (&moment);
  return TRUE;
}

void
foyer_entry_chain_check_portal (FoyerEntryChain *self)
{
  const char *language = self->business->language;
  FoyerFinding *finding;

  if (foyer_portal_settings_get_portal_enabled (self->business->settings)) {
    foyer_entry_chain_add (self, "D01", FOYER_VERDICT_PASS,
                           foyer_plain_sentence (language, "The portal is on"));
    return;
  }
  finding = foyer_entry_chain_add (self, "D01", FOYER_VERDICT_BLOCK,
                                   foyer_plain_sentence (language, "The portal is off for everyone"));
  finding->client_sentence = foyer_plain_sentence (language, "The portal is not available at the moment.");
  finding->fix = foyer_plain_sentence (language, "Turn the portal on");
}

static gboolean
has_left (FoyerRecord *client)
{
  return FOYER_HAS (client, client, archived_at) || FOYER_HAS (client, client, merged_into_id);
}

gboolean
foyer_entry_chain_lets_client (FoyerRecord *client)
{
  /* Absent is on: it is the default. */
  return client != NULL && !has_left (client)
         && (!FOYER_HAS (client, client, portal_enabled) || foyer_client_get_portal_enabled (client));
}

gboolean
foyer_entry_chain_check_client (FoyerEntryChain *self, GError **error)
{
  const char *language = self->business->language;
  FoyerRecord *client = self->client;
  const char *name = client == NULL ? NULL : foyer_client_get_name (client);
  FoyerFinding *finding;

  if (client == NULL) {
    foyer_entry_chain_add (self, "D02", FOYER_VERDICT_UNKNOWN,
                           foyer_plain_sentence (language, "The client is not on this computer"));
    return TRUE;
  }
  if (has_left (client)) {
    foyer_entry_chain_add (self, "D02", FOYER_VERDICT_BLOCK,
                           foyer_sentence (language, "{client} is no longer a client", "client", name, NULL));
    return TRUE;
  }
  if (foyer_entry_chain_lets_client (client)) {
    foyer_entry_chain_add (self, "D02", FOYER_VERDICT_PASS,
                           foyer_sentence (language, "The portal is on for {client}", "client", name, NULL));
    return TRUE;
  }
  finding = foyer_entry_chain_add (self, "D02", FOYER_VERDICT_BLOCK,
                                   foyer_sentence (language, "The portal is off for {client}", "client", name,
                                                   NULL));
  finding->fix = foyer_plain_sentence (language, "Turn it on for this client");
  return foyer_entry_chain_describe_change (self, foyer_client_get_portal_changed_by (client),
                                            foyer_client_get_portal_changed_at (client), &finding->evidence,
                                            error);
}

void
foyer_entry_chain_check_person (FoyerEntryChain *self)
{
  const char *language = self->business->language;
  const char *name = self->person == NULL ? NULL : foyer_portal_person_get_name (self->person);

  if (self->person == NULL) {
    foyer_entry_chain_add (self, "D11", FOYER_VERDICT_UNKNOWN,
                           foyer_plain_sentence (language, "The person is not on this computer"));
    return;
  }
  switch ((FoyerPortalPersonStatus) foyer_portal_person_get_status (self->person)) {
  case FOYER_PORTAL_PERSON_ACTIVE:
    foyer_entry_chain_add (self, "D11", FOYER_VERDICT_PASS,
                           foyer_sentence (language, "{name} has access", "name", name, NULL));
    break;
  case FOYER_PORTAL_PERSON_INVITED:
    foyer_entry_chain_add (self, "D11", FOYER_VERDICT_BLOCK,
                           foyer_sentence (language, "{name} has not finished signing up", "name", name,
                                           NULL))
        ->fix
        = foyer_plain_sentence (language, "Send the invite again");
    break;
  case FOYER_PORTAL_PERSON_DISABLED:
  case FOYER_PORTAL_PERSON_REMOVED:
  default:
    foyer_entry_chain_add (self, "D11", FOYER_VERDICT_BLOCK,
                           foyer_sentence (language, "{name} no longer has access", "name", name, NULL))
        ->fix
        = foyer_plain_sentence (language, "Give this person access again");
  }
}

void
foyer_entry_chain_check_sso (FoyerEntryChain *self)
{
  const char *language = self->business->language;

  if (foyer_settings_sso (self->business->settings, self->client) != FOYER_SSO_REQUIRED) {
    foyer_entry_chain_add (self, "D13", FOYER_VERDICT_PASS,
                           foyer_plain_sentence (language, "Single sign-on is not required"));
    return;
  }
  foyer_entry_chain_add (self, "D13", FOYER_VERDICT_BLOCK,
                         foyer_plain_sentence (language, "Single sign-on is required"))
      ->fix
      = foyer_plain_sentence (language, "Change it for this client");
}

void
foyer_entry_chain_check_domain (FoyerEntryChain *self)
{
  const char *language = self->business->language;
  g_auto (GStrv) domains = foyer_portal_settings_get_access_allowed_domains (self->business->settings);
  g_autofree char *domain = NULL;

  if (self->person == NULL)
    return;
  domain = foyer_allowed_domain_of (foyer_portal_person_get_email (self->person));
  if (foyer_allowed_domain_fits ((const char *const *) domains, domain))
    foyer_entry_chain_add (self, "D14", FOYER_VERDICT_PASS,
                           foyer_plain_sentence (language, "The address may sign in"));
  else if (domain == NULL)
    foyer_entry_chain_add (self, "D14", FOYER_VERDICT_BLOCK,
                           foyer_sentence (language,
                                           "{name} has no email address, and only some domains are allowed",
                                           "name", foyer_portal_person_get_name (self->person), NULL))
        ->fix
        = foyer_plain_sentence (language, "Add an email address");
  else
    foyer_entry_chain_add (self, "D14", FOYER_VERDICT_BLOCK,
                           foyer_sentence (language, "{domain} is not in the allowed domains", "domain",
                                           domain, NULL))
        ->fix
        = foyer_plain_sentence (language, "Add the domain");
}
