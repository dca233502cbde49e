/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-settings-lock.c - who may change settings, and whom to ask (X18, 003-2) */

#include "foyer-settings-lock.h"

#include "foyer-own-rights.h"

#include "types/portal_settings.h"
#include "types/settings_proposal.h"
#include "types/staff_member.h"

#include <glib/gi18n-lib.h>

gboolean
foyer_settings_lock_may_publish (FoyerDesk *desk)
{
  g_autofree char *refusal = foyer_own_rights_refuse (desk, FOYER_STAFF_CHANGE, &foyer_portal_settings_type);

  return refusal == NULL;
}

char *
foyer_settings_lock_list_admins (FoyerDesk *desk)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_staff_member_type);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  foyer_query_order (query, "name", FALSE);
  members = foyer_store_list (foyer_desk_get_store (desk), query);

  for (guint i = 0; members != NULL && i < members->len; i++) {
    FoyerRecord *member = members->pdata[i];

    if (foyer_staff_member_get_role (member) == FOYER_STAFF_MEMBER_ADMIN
        && foyer_staff_member_get_active (member))
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : ", ",
                              foyer_staff_member_get_name (member));
  }
  return names->len == 0 ? NULL : g_strdup (names->str);
}

char *
foyer_settings_lock_refuse (FoyerDesk *desk)
{
  g_autofree char *refusal
      = foyer_own_rights_refuse (desk, FOYER_STAFF_CREATE, &foyer_settings_proposal_type);
  g_autofree char *admins = NULL;

  if (refusal == NULL || foyer_settings_lock_may_publish (desk))
    return NULL;
  admins = foyer_settings_lock_list_admins (desk);
  if (admins == NULL)
    return g_steal_pointer (&refusal);
  return g_strdup_printf (_ ("You can look. Ask %s (administrators) to change it"), admins);
}

char *
foyer_settings_lock_refuse_deed (FoyerDesk *desk, FoyerStaffVerb verb, const FoyerRecordType *type)
{
  g_autofree char *refusal = foyer_own_rights_refuse (desk, verb, type);
  g_autofree char *admins = refusal == NULL ? NULL : foyer_settings_lock_list_admins (desk);

  if (admins == NULL)
    return g_steal_pointer (&refusal);
  /* Translators: why somebody may not do something, and the names of those who may */
  return g_strdup_printf (_ ("%s. Ask %s (administrators)"), refusal, admins);
}
