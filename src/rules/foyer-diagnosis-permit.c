/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-diagnosis-permit.c - what this person may do by the link they came by, and how they come to be allowed more */

#include "foyer-diagnosis-run.h"

#include "foyer-permission.h"
#include "foyer-sentence.h"

#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"

#include <string.h>

/* The words of a link for what is permitted to people, in the order of FoyerPermission. Paying and seeing money are what links are for. */
static const char *const link_words[FOYER_N_PERMISSIONS] = {
  [FOYER_PERMISSION_RAISE_REQUESTS] = "message",
  [FOYER_PERMISSION_APPROVE_QUOTES] = "approve",
  [FOYER_PERMISSION_SIGN] = "sign",
  [FOYER_PERMISSION_BOOK] = "book",
  [FOYER_PERMISSION_MESSAGE] = "message",
};

guint
foyer_diagnosis_permissions (FoyerDiagnosisRun *run)
{
  const FoyerDiagnosisCase *the_case = run->the_case;
  guint permissions = FOYER_ALL_PERMISSIONS;

  if (the_case->person != NULL)
    permissions &= foyer_permissions_of_person (the_case->person);
  if (the_case->link != NULL)
    permissions &= foyer_permissions_of_link (the_case->link, run->business->settings);
  return permissions;
}

static FoyerRemedy *
permit_person (FoyerDiagnosisRun *run, guint lacking)
{
  FoyerRecord *person = run->the_case->person;
  g_auto (GStrv) words = foyer_permission_words (foyer_permissions_of_person (person) | lacking);
  g_auto (GStrv) added = foyer_permission_words (lacking);
  FoyerRemedy *remedy
      = foyer_diagnosis_remedy (FOYER_REMEDY_ALLOW_PERSON_PERMISSION, person,
                                foyer_plain_sentence (run->language, "Allow it for this person"));

  foyer_remedy_patch_texts (remedy, "permissions", words, NULL);
  foyer_remedy_set_value (remedy, added[0]);
  return remedy;
}

static FoyerRemedy *
permit_link (FoyerDiagnosisRun *run, guint lacking)
{
  FoyerRecord *link = run->the_case->link;
  g_auto (GStrv) present = FOYER_HAS (link, portal_link, may)
                               ? foyer_portal_link_get_may (link)
                               : foyer_portal_settings_get_access_link_may (run->business->settings);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  FoyerRemedy *remedy
      = foyer_diagnosis_remedy (FOYER_REMEDY_WIDEN_LINK, link,
                                foyer_plain_sentence (run->language, "Allow it by this link"));

  for (guint i = 0; present[i] != NULL; i++)
    g_strv_builder_add (builder, present[i]);
  for (guint i = 0; i < FOYER_N_PERMISSIONS; i++) {
    if ((lacking & (1u << i)) != 0 && link_words[i] != NULL
        && !g_strv_contains ((const char *const *) present, link_words[i])) {
      g_strv_builder_add (builder, link_words[i]);
      foyer_remedy_set_value (remedy, link_words[i]);
    }
  }
  words = g_strv_builder_end (builder);
  foyer_remedy_patch_texts (remedy, "may", words, NULL);
  return remedy;
}

FoyerRemedy *
foyer_diagnosis_permit (FoyerDiagnosisRun *run, guint needed)
{
  FoyerRecord *person = run->the_case->person;
  guint lacking = person == NULL ? 0 : needed & ~foyer_permissions_of_person (person);

  if (lacking != 0)
    return permit_person (run, lacking);
  lacking = needed & ~foyer_diagnosis_permissions (run);
  return lacking != 0 && run->the_case->link != NULL ? permit_link (run, lacking) : NULL;
}
