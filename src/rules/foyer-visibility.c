/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-visibility.c - why does somebody not see a kind of record? The middle of the visibility chain */

#include "foyer-visibility.h"

#include "foyer-sentence.h"

#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

typedef struct {
  const char *word; /* in records */
  const char *name; /* in sentences; the catalogues hold it */
} Scope;

static const Scope scopes[FOYER_N_SCOPES] = {
  [FOYER_SCOPE_QUOTES] = { "quotes", FOYER_MARK ("Quotes") },
  [FOYER_SCOPE_VISITS] = { "visits", FOYER_MARK ("Visits") },
  [FOYER_SCOPE_INVOICES] = { "invoices", FOYER_MARK ("Invoices") },
  [FOYER_SCOPE_PHOTOS] = { "photos", FOYER_MARK ("Photos") },
  [FOYER_SCOPE_DOCUMENTS] = { "documents", FOYER_MARK ("Documents") },
  [FOYER_SCOPE_PLANS] = { "plans", FOYER_MARK ("Plans") },
  [FOYER_SCOPE_PROOF] = { "proof", FOYER_MARK ("Proof") },
};

static gboolean
is_feature_on (FoyerRecord *settings, FoyerScope scope)
{
  switch (scope) {
  case FOYER_SCOPE_INVOICES:
    return foyer_portal_settings_get_portal_show_invoices (settings);
  case FOYER_SCOPE_PHOTOS:
    return foyer_portal_settings_get_portal_photos (settings);
  case FOYER_SCOPE_DOCUMENTS:
    return foyer_portal_settings_get_portal_documents (settings);
  case FOYER_SCOPE_PLANS:
    return foyer_portal_settings_get_portal_plans (settings);
  case FOYER_SCOPE_PROOF:
    return foyer_portal_settings_get_portal_proof (settings);
  case FOYER_SCOPE_QUOTES:
  case FOYER_SCOPE_VISITS:
  default:
    return TRUE;
  }
}

/* Takes over @words. */
static gboolean
holds (char **words, const char *word)
{
  gboolean found = g_strv_contains ((const char *const *) words, word);

  g_strfreev (words);
  return found;
}

static gboolean
is_own (FoyerRecord *client)
{
  return client != NULL && FOYER_HAS (client, client, scopes);
}

static gboolean
client_shows (FoyerRecord *settings, FoyerScope scope, FoyerRecord *client)
{
  return holds (is_own (client) ? foyer_client_get_scopes (client)
                                : foyer_portal_settings_get_scopes_default (settings),
                scopes[scope].word);
}

static gboolean
link_shows (FoyerScope scope, FoyerRecord *link)
{
  return !FOYER_HAS (link, portal_link, scopes)
         || holds (foyer_portal_link_get_scopes (link), scopes[scope].word);
}

static gboolean
person_shows (FoyerScope scope, FoyerRecord *person)
{
  return !FOYER_HAS (person, portal_person, scopes)
         || holds (foyer_portal_person_get_scopes (person), scopes[scope].word);
}

static void
add (GPtrArray *findings, const char *rule, gboolean is_shown, char *sentence, char *fix)
{
  FoyerFinding *finding
      = foyer_finding_new (rule, is_shown ? FOYER_VERDICT_PASS : FOYER_VERDICT_BLOCK, sentence);

  finding->may_override = FALSE;
  if (is_shown)
    g_free (fix);
  else
    finding->fix = fix;
  g_ptr_array_add (findings, finding);
}

static void
check_feature (GPtrArray *findings,
               FoyerRecord *settings,
               FoyerScope scope,
               const char *what,
               const char *language)
{
  gboolean is_on = is_feature_on (settings, scope);

  add (findings, "D22", is_on,
       is_on ? foyer_sentence (language, "{what} are on", "what", what, NULL)
             : foyer_sentence (language, "{what} are hidden for everyone", "what", what, NULL),
       foyer_plain_sentence (language, "Turn them on for everyone"));
}

static void
check_client (GPtrArray *findings,
              FoyerRecord *settings,
              FoyerScope scope,
              FoyerRecord *client,
              const char *what,
              const char *language)
{
  const char *name = client == NULL ? foyer_text (language, "the client") : foyer_client_get_name (client);
  gboolean is_shown = client_shows (settings, scope, client);
  char *sentence;

  if (is_shown)
    sentence = foyer_sentence (language, "{what} are shown to {client}", "what", what, "client", name, NULL);
  else if (is_own (client))
    sentence
        = foyer_sentence (language, "{what} are hidden for {client}", "what", what, "client", name, NULL);
  else
    sentence
        = foyer_sentence (language, "{what} are hidden unless a client is allowed them", "what", what, NULL);
  add (findings, "D23", is_shown, sentence, foyer_plain_sentence (language, "Allow them for this client"));
}

static void
check_link (GPtrArray *findings, FoyerScope scope, FoyerRecord *link, const char *what, const char *language)
{
  gboolean is_shown = link_shows (scope, link);

  add (findings, "D24", is_shown,
       is_shown ? foyer_sentence (language, "The link shows {what}", "what", what, NULL)
                : foyer_sentence (language, "The link does not show {what}", "what", what, NULL),
       foyer_plain_sentence (language, "Send a link that shows everything"));
}

static void
check_person (GPtrArray *findings,
              FoyerScope scope,
              FoyerRecord *person,
              const char *what,
              const char *language)
{
  const char *name = foyer_portal_person_get_name (person);
  gboolean is_shown = person_shows (scope, person);

  add (findings, "D25", is_shown,
       is_shown ? foyer_sentence (language, "{name} may see {what}", "name", name, "what", what, NULL)
                : foyer_sentence (language, "{name} may not see {what}", "name", name, "what", what, NULL),
       foyer_plain_sentence (language, "Allow them for this person"));
}

GPtrArray *
foyer_visibility_check (FoyerRecord *settings,
                        FoyerScope scope,
                        FoyerRecord *client,
                        FoyerRecord *link,
                        FoyerRecord *person,
                        const char *language)
{
  GPtrArray *findings = foyer_findings_new ();
  const char *what;

  g_return_val_if_fail ((guint) scope < FOYER_N_SCOPES, findings);

  what = foyer_text (language, scopes[scope].name);
  check_feature (findings, settings, scope, what, language);
  check_client (findings, settings, scope, client, what, language);
  if (link != NULL)
    check_link (findings, scope, link, what, language);
  if (person != NULL)
    check_person (findings, scope, person, what, language);
  return findings;
}

gboolean
foyer_visibility_is_open (FoyerRecord *settings,
                          FoyerScope scope,
                          FoyerRecord *client,
                          FoyerRecord *link,
                          FoyerRecord *person)
{
  g_return_val_if_fail ((guint) scope < FOYER_N_SCOPES, FALSE);

  return is_feature_on (settings, scope) && client_shows (settings, scope, client)
         && (link == NULL || link_shows (scope, link)) && (person == NULL || person_shows (scope, person));
}
