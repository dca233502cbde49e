/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-own-rights.c - what whoever is signed in may not do, and why */

#include "foyer-own-rights.h"

#include "foyer-refusal-words.h"

#include "foyer-sentence.h"

char *
foyer_own_rights_refuse (FoyerDesk *desk, FoyerStaffVerb verb, const FoyerRecordType *type)
{
  return foyer_own_rights_refuse_field (desk, verb, type, NULL);
}

char *
foyer_own_rights_refuse_field (FoyerDesk *desk,
                               FoyerStaffVerb verb,
                               const FoyerRecordType *type,
                               const FoyerField *field)
{
  const FoyerAccount *account = desk == NULL ? NULL : foyer_desk_get_account (desk);
  g_autoptr (FoyerRecord) self = NULL;
  g_autoptr (FoyerFinding) finding = NULL;
  FoyerStaffDeed deed = { .verb = verb, .type = type, .field = field };

  if (account == NULL || account->staff_id == NULL)
    return NULL;
  self = foyer_store_get (foyer_desk_get_store (desk), &foyer_staff_member_type, account->staff_id);
  if (self == NULL)
    return NULL;
  deed.role = (FoyerStaffMemberRole) foyer_staff_member_get_role (self);
  deed.staff_id = account->staff_id;
  finding = foyer_staff_rights_check (&deed, "en");
  return finding->verdict < FOYER_VERDICT_BLOCK ? NULL : foyer_refusal_words (finding->sentence);
}
