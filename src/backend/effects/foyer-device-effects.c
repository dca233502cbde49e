/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-device-effects.c - a device that is signed out loses its tokens with the change that says so */

#include "effects/foyer-effects.h"

#include "accounts/foyer-tokens.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "methods/foyer-set-error.h"
#include "types/device.h"

#include <string.h>

static gboolean
is_revoked (JsonObject *device)
{
  return device != NULL && g_strcmp0 (foyer_json_object_text (device, "status"), "revoked") == 0;
}

gboolean
foyer_device_effects_apply (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            JsonObject **error)
{
  g_autofree char *now = foyer_utc_format (transaction->now);
  g_autoptr (GError) failure = NULL;

  if (is_revoked (before) || !is_revoked (after))
    return TRUE;
  json_object_set_string_member (after, "revokedAt", now);
  if (transaction->actor == FOYER_BY_STAFF)
    json_object_set_string_member (after, "revokedBy", transaction->actor_id);
  if (foyer_tokens_revoke_device (transaction->database, transaction->organisation,
                                  foyer_json_object_text (after, "id"), transaction->now, &failure)
      && foyer_audit_write (transaction, &foyer_device_type, "revoke", "revoke", before, after, &failure))
    return TRUE;
  g_warning ("A device was not signed out: %s", failure->message);
  *error = foyer_set_error_new ("serverFail", "The server has trouble of its own; nothing was done");
  return FALSE;
}
