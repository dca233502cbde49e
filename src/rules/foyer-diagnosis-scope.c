/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-scope.c - D22 to D25: which layer hides a whole kind of record */

#include "foyer-diagnosis-run.h"

#include "foyer-permission.h"
#include "foyer-sentence.h"
#include "foyer-visibility.h"

#include "types/client.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

#define BIT(n) (1u << (n))

/* The setting that shows a kind of record, in the order of FoyerScope; some kinds have none. */
static const char *const feature_keys[FOYER_N_SCOPES] = {
  [FOYER_SCOPE_INVOICES] = "portal.show_invoices",
  [FOYER_SCOPE_PHOTOS] = "portal.photos",
  [FOYER_SCOPE_DOCUMENTS] = "portal.documents",
  [FOYER_SCOPE_PLANS] = "portal.plans",
  [FOYER_SCOPE_PROOF] = "portal.proof",
};

guint
foyer_diagnosis_scopes (FoyerDiagnosisChain chain)
{
  switch (chain) {
  case FOYER_DIAGNOSIS_NO_VISITS:
  case FOYER_DIAGNOSIS_CANNOT_BOOK:
  case FOYER_DIAGNOSIS_CANNOT_CHANGE:
    return BIT (FOYER_SCOPE_VISITS);
  case FOYER_DIAGNOSIS_NO_PHOTOS:
    return BIT (FOYER_SCOPE_VISITS) | BIT (FOYER_SCOPE_PHOTOS);
  case FOYER_DIAGNOSIS_NO_PROOF:
    return BIT (FOYER_SCOPE_VISITS) | BIT (FOYER_SCOPE_PROOF);
  case FOYER_DIAGNOSIS_NO_INVOICES:
  case FOYER_DIAGNOSIS_CANNOT_PAY:
    return BIT (FOYER_SCOPE_INVOICES);
  case FOYER_DIAGNOSIS_NO_QUOTES:
  case FOYER_DIAGNOSIS_CANNOT_APPROVE:
    return BIT (FOYER_SCOPE_QUOTES);
  case FOYER_DIAGNOSIS_NO_DOCUMENTS:
    return BIT (FOYER_SCOPE_DOCUMENTS);
  case FOYER_DIAGNOSIS_NO_PLANS:
  case FOYER_DIAGNOSIS_NO_CONTRACTS:
    return BIT (FOYER_SCOPE_PLANS);
  default:
    return FOYER_ALL_SCOPES;
  }
}

/* What the rule says of every kind that the chain is about: the first that it hides, else that it hides none. Not for people or links that
 * are not there. */
static FoyerFinding *
judge (FoyerDiagnosisRun *run, FoyerScope *hidden)
{
  const FoyerDiagnosisCase *the_case = run->the_case;
  guint scopes = foyer_diagnosis_scopes (run->chain);
  FoyerFinding *answer = NULL;

  for (guint i = 0; i < FOYER_N_SCOPES; i++) {
    g_autoptr (GPtrArray) findings = NULL;

    if ((scopes & BIT (i)) == 0 || (answer != NULL && answer->verdict == FOYER_VERDICT_BLOCK))
      continue;
    findings = foyer_visibility_check (run->business->settings, (FoyerScope) i, the_case->client,
                                       the_case->link, the_case->person, run->language);
    for (guint k = 0; k < findings->len; k++) {
      const FoyerFinding *found = findings->pdata[k];

      if (strcmp (found->rule, run->rule->id) != 0
          || (answer != NULL && found->verdict != FOYER_VERDICT_BLOCK))
        continue;
      if (answer != NULL)
        g_ptr_array_set_size (run->findings, (int) run->findings->len - 1);
      answer = foyer_entry_chain_add (&run->entry, run->rule->id, found->verdict, g_strdup (found->sentence));
      *hidden = (FoyerScope) i;
    }
  }
  return answer != NULL && answer->verdict == FOYER_VERDICT_BLOCK ? answer : NULL;
}

static char *
find_word (FoyerScope scope)
{
  g_auto (GStrv) words = foyer_scope_words (BIT (scope));

  return g_strdup (words[0]);
}

/* A remedy that adds the word of @scope to a list of @record. */
static FoyerRemedy *
allow (FoyerRemedyKind kind, FoyerRecord *record, char **scopes, FoyerScope scope, char *words)
{
  g_autofree char *word = find_word (scope);
  FoyerRemedy *remedy = foyer_diagnosis_remedy (kind, record, words);

  foyer_remedy_patch_texts (remedy, "scopes", scopes, word);
  foyer_remedy_set_value (remedy, word);
  return remedy;
}

gboolean
foyer_diagnosis_check_feature (FoyerDiagnosisRun *run, GError **error)
{
  FoyerScope hidden = FOYER_SCOPE_VISITS;
  FoyerFinding *finding = judge (run, &hidden);

  if (finding != NULL && feature_keys[hidden] != NULL) {
    foyer_finding_take_remedy (finding,
                               foyer_diagnosis_switch (run, feature_keys[hidden],
                                                       foyer_plain_sentence (run->language,
                                                                             "Turn them on for everyone")));
    return TRUE;
  }
  if (run->chain != FOYER_DIAGNOSIS_NO_CONTRACTS
      || foyer_portal_settings_get_portal_contracts (run->business->settings))
    return TRUE;
  g_ptr_array_set_size (run->findings, (int) run->findings->len - 1);
  foyer_diagnosis_fail (run, foyer_plain_sentence (run->language, "Contracts are hidden for everyone"), NULL,
                        foyer_diagnosis_switch (run, "portal.contracts",
                                                foyer_plain_sentence (run->language,
                                                                      "Turn them on for everyone")));
  return TRUE;
}

gboolean
foyer_diagnosis_check_client_scope (FoyerDiagnosisRun *run, GError **error)
{
  FoyerScope hidden = FOYER_SCOPE_VISITS;
  FoyerFinding *finding = judge (run, &hidden);
  FoyerRecord *client = run->the_case->client;
  g_auto (GStrv) scopes = NULL;

  if (finding == NULL)
    return TRUE;
  scopes = FOYER_HAS (client, client, scopes)
               ? foyer_client_get_scopes (client)
               : foyer_portal_settings_get_scopes_default (run->business->settings);
  foyer_finding_take_remedy (finding,
                             allow (FOYER_REMEDY_ALLOW_CLIENT_SCOPE, client, scopes, hidden,
                                    foyer_plain_sentence (run->language, "Allow them for this client")));
  return TRUE;
}

gboolean
foyer_diagnosis_check_link_scope (FoyerDiagnosisRun *run, GError **error)
{
  FoyerScope hidden = FOYER_SCOPE_VISITS;
  FoyerFinding *finding = judge (run, &hidden);
  FoyerRecord *link = run->the_case->link;
  g_auto (GStrv) scopes = NULL;
  FoyerRemedy *remedy;

  if (finding == NULL)
    return TRUE;
  scopes = foyer_portal_link_get_scopes (link);
  remedy = allow (FOYER_REMEDY_WIDEN_LINK, link, scopes, hidden,
                  foyer_plain_sentence (run->language, "Let the link show them"));
  foyer_remedy_set_other (
      remedy,
      foyer_diagnosis_remedy (FOYER_REMEDY_NEW_LINK, link,
                              foyer_plain_sentence (run->language, "Send a link that shows everything")));
  foyer_finding_take_remedy (finding, remedy);
  return TRUE;
}

/* --- D25, and what somebody has to be permitted for it --- */

/* One bit for each permission of which the chain needs at least one. */
static guint
find_permissions (FoyerDiagnosisChain chain)
{
  switch (chain) {
  case FOYER_DIAGNOSIS_NO_INVOICES:
    return BIT (FOYER_PERMISSION_SEE_MONEY);
  case FOYER_DIAGNOSIS_NO_QUOTES:
    return BIT (FOYER_PERMISSION_SEE_MONEY) | BIT (FOYER_PERMISSION_APPROVE_QUOTES);
  case FOYER_DIAGNOSIS_CANNOT_PAY:
    return BIT (FOYER_PERMISSION_PAY);
  default:
    return FOYER_ALL_PERMISSIONS;
  }
}

/* Of several that would do, one is enough. */
static guint
first_bit (guint bits)
{
  return bits & (~bits + 1);
}

gboolean
foyer_diagnosis_check_person_scope (FoyerDiagnosisRun *run, GError **error)
{
  FoyerScope hidden = FOYER_SCOPE_VISITS;
  FoyerFinding *finding = judge (run, &hidden);
  FoyerRecord *person = run->the_case->person;
  guint needed = find_permissions (run->chain);
  g_auto (GStrv) scopes = NULL;

  if (finding != NULL) {
    scopes = foyer_portal_person_get_scopes (person);
    foyer_finding_take_remedy (finding,
                               allow (FOYER_REMEDY_ALLOW_PERSON_SCOPE, person, scopes, hidden,
                                      foyer_plain_sentence (run->language, "Allow them for this person")));
    return TRUE;
  }
  if (needed == FOYER_ALL_PERMISSIONS || (foyer_permissions_of_person (person) & needed) != 0)
    return TRUE;
  g_ptr_array_set_size (run->findings, (int) run->findings->len - 1);
  foyer_diagnosis_fail (run,
                        run->chain == FOYER_DIAGNOSIS_CANNOT_PAY
                            ? foyer_sentence (run->language, "{name} may not pay", "name", run->name, NULL)
                            : foyer_sentence (run->language, "{name} may not see prices and totals", "name",
                                              run->name, NULL),
                        NULL, foyer_diagnosis_permit (run, first_bit (needed)));
  return TRUE;
}
