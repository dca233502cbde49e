/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-person-effects.c - staff unlock somebody by removing the lock (D19), and move them to another address */

#include "effects/foyer-effects.h"

#include "accounts/foyer-door-locks.h"
#include "effects/foyer-person-address.h"
#include "foyer-json.h"
#include "methods/foyer-set-error.h"
#include "types/portal_person.h"

static gboolean
refuse_lock (JsonObject **error)
{
  *error = foyer_set_error_new ("invalidProperties", "Only wrong tries lock somebody; staff unlock them");
  foyer_set_error_add_property (*error, "lockedUntil");
  return FALSE;
}

gboolean
foyer_person_effects_apply (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            JsonObject **error)
{
  const char *was = before == NULL ? NULL : foyer_json_object_text (before, "lockedUntil");
  const char *now = foyer_json_object_text (after, "lockedUntil");
  g_autoptr (GError) failure = NULL;

  if (!foyer_person_address_apply (transaction, before, after, error))
    return FALSE;
  if (g_strcmp0 (was, now) == 0)
    return TRUE;
  if (now != NULL)
    return refuse_lock (error);
  if (foyer_door_locks_open_person (transaction->database, transaction->organisation,
                                    foyer_json_object_text (after, "id"),
                                    foyer_json_object_text (before, "email"), &failure)
      && foyer_audit_write (transaction, &foyer_portal_person_type, "unlock", "unlock", before, after,
                            &failure))
    return TRUE;
  return foyer_effects_fail (error, failure);
}
