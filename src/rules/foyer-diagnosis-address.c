/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-address.c - D04 and D05: is there an address, and is it spelt right? */

#include "foyer-diagnosis-run.h"

#include "foyer-sentence.h"
#include "foyer-typo.h"

#include "types/portal_person.h"

#include <string.h>

static const char *
get_email (FoyerDiagnosisRun *run)
{
  return foyer_portal_person_get_email (run->the_case->person);
}

FoyerRemedy *
foyer_diagnosis_edit_address (FoyerDiagnosisRun *run, char *words)
{
  FoyerRemedy *remedy = foyer_diagnosis_remedy (FOYER_REMEDY_EDIT_ADDRESS, run->the_case->person, words);

  foyer_remedy_set_key (remedy, "email");
  return remedy;
}

gboolean
foyer_diagnosis_check_address (FoyerDiagnosisRun *run, GError **error)
{
  const char *email = get_email (run);

  if (email != NULL)
    foyer_diagnosis_pass (run,
                          foyer_sentence (run->language, "The address is {email}", "email", email, NULL));
  else
    foyer_diagnosis_fail (
        run, foyer_sentence (run->language, "{name} has no email address", "name", run->name, NULL), NULL,
        foyer_diagnosis_edit_address (run, foyer_plain_sentence (run->language, "Add an email address")));
  return TRUE;
}

gboolean
foyer_diagnosis_check_typo (FoyerDiagnosisRun *run, GError **error)
{
  const char *email = get_email (run);
  const char *domain = email == NULL ? NULL : strrchr (email, '@') + 1;
  /* Where mail arrived the address is right, however odd it looks. */
  const char *likely
      = domain == NULL
                || foyer_portal_person_get_mail (run->the_case->person) == FOYER_PORTAL_PERSON_MAIL_GOOD
            ? NULL
            : foyer_typo_find_domain (domain);
  g_autofree char *right = NULL;
  FoyerRemedy *remedy;

  if (domain == NULL)
    return TRUE;
  if (likely == NULL) {
    foyer_diagnosis_pass (run, foyer_plain_sentence (run->language, "The address is spelt as addresses are"));
    return TRUE;
  }
  right = g_strdup_printf ("%.*s%s", (int) (domain - email), email, likely);
  remedy
      = foyer_diagnosis_edit_address (run, foyer_plain_sentence (run->language, "Correct it and send again"));
  foyer_remedy_patch_text (remedy, "email", right);
  foyer_remedy_set_value (remedy, right);
  foyer_diagnosis_fail (run,
                        foyer_sentence (run->language, "{domain} looks like {likely}", "domain", domain,
                                        "likely", likely, NULL),
                        foyer_sentence (run->client_language, "Is your address perhaps {email}?", "email",
                                        right, NULL),
                        remedy);
  return TRUE;
}
