/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-look-effects.c - a console tells that somebody looked at the portal: who, as whom and at whose client is what the server knows */

#include "effects/foyer-effects.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "methods/foyer-set-error.h"
#include "types/client.h"
#include "types/organisation.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

/* Through whose eyes one can look: nobody who is signed in sees the portal of the business itself. */
static gboolean
is_looked_at (const FoyerRecordType *type)
{
  return type == &foyer_portal_person_type || type == &foyer_portal_link_type || type == &foyer_client_type
         || type == &foyer_organisation_type;
}

/* Whose client page shows it. What is gone by now is as the console knew it. */
static gboolean
find_client (FoyerTransaction *transaction, const FoyerRecordType *type, JsonObject *event, GError **error)
{
  const char *id = foyer_json_object_text (event, "recordId");
  g_autoptr (FoyerRecord) record = NULL;
  g_autoptr (JsonObject) json = NULL;
  const char *client_id;

  if (!foyer_record_source_look_up (transaction->source, type, id, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  json = foyer_record_to_json (record);
  client_id = type == &foyer_client_type ? id : foyer_json_object_text (json, "clientId");
  if (client_id == NULL)
    json_object_remove_member (event, "clientId");
  else
    json_object_set_string_member (event, "clientId", client_id);
  return TRUE;
}

gboolean
foyer_look_effects_apply (FoyerTransaction *transaction,
                          JsonObject *before,
                          JsonObject *after,
                          JsonObject **error)
{
  const char *id = foyer_json_object_text (after, "recordId");
  const FoyerRecordType *type = id == NULL ? NULL : foyer_record_type_of_id (id);
  g_autofree char *now = foyer_utc_format (transaction->now);
  g_autoptr (GError) failure = NULL;

  if (before != NULL)
    return TRUE;
  if (!is_looked_at (type)) {
    *error = foyer_set_error_new ("invalidProperties",
                                  "recordId: expected a person, a link, a client or the organisation");
    foyer_set_error_add_property (*error, "recordId");
    return FALSE;
  }
  foyer_audit_sign (transaction, after);
  json_object_set_string_member (after, "recordType", type->name);
  json_object_set_string_member (after, "summary", "looked in the console");
  /* Nobody looked in the future, whatever a computer's clock says. */
  if (g_strcmp0 (foyer_json_object_text (after, "at"), now) > 0)
    json_object_set_string_member (after, "at", now);
  return find_client (transaction, type, after, &failure) || foyer_effects_fail (error, failure);
}
