/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-link-effects.c - a revoked link stops working with the change that revokes it */

#include "effects/foyer-effects.h"

#include "accounts/foyer-portal-links.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "methods/foyer-set-error.h"
#include "types/portal_link.h"

#include <string.h>

gboolean
foyer_portal_link_effects_apply (FoyerTransaction *transaction,
                                 JsonObject *before,
                                 JsonObject *after,
                                 JsonObject **error)
{
  g_autofree char *now = foyer_utc_format (transaction->now);
  g_autoptr (GError) failure = NULL;
  gboolean was_revoked = before != NULL && strcmp (foyer_json_object_text (before, "status"), "revoked") == 0;
  gboolean is_revoked = strcmp (foyer_json_object_text (after, "status"), "revoked") == 0;

  if (was_revoked && !is_revoked) {
    *error = foyer_set_error_new ("invalidTransition", "A revoked link stays revoked; make a new one");
    return FALSE;
  }
  if (was_revoked || !is_revoked)
    return TRUE;
  json_object_set_string_member (after, "revokedAt", now);
  if (transaction->actor == FOYER_BY_STAFF)
    json_object_set_string_member (after, "revokedBy", transaction->actor_id);
  if (foyer_portal_links_forget (transaction->database, transaction->organisation,
                                 foyer_json_object_text (after, "id"), &failure)
      && foyer_audit_write (transaction, &foyer_portal_link_type, "revoke", "revoke", before, after,
                            &failure))
    return TRUE;
  g_warning ("A link was not revoked: %s", failure->message);
  *error = foyer_set_error_new ("serverFail", "The server has trouble of its own; nothing was done");
  return FALSE;
}
