/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-open.c - Portal/open: a link by which staff look at the portal in a browser, for some minutes */

#include "methods/foyer-methods.h"

#include "accounts/foyer-secret.h"
#include "accounts/foyer-staff-looks.h"
#include "effects/foyer-effects.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-portal-address.h"
#include "methods/foyer-record-rights.h"
#include "types/client.h"
#include "types/organisation.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

/* What is looked at, as the log names it: the person, whoever has the link, the client, or the portal of the business itself. */
typedef struct {
  const FoyerRecordType *type;
  const char *id;
} Subject;

static const char *
read_id (JsonObject *viewer, const char *member, gboolean *is_right)
{
  JsonNode *node = viewer == NULL ? NULL : json_object_get_member (viewer, member);
  const char *id = node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : foyer_json_node_text (node);

  if (node != NULL && !JSON_NODE_HOLDS_NULL (node) && id == NULL)
    *is_right = FALSE;
  return id;
}

static const char *
read_look (FoyerMethodContext *context, JsonObject *arguments, FoyerStaffLook *look, Subject *subject)
{
  JsonObject *viewer = foyer_json_object_object (arguments, "viewer");
  const char *page = foyer_json_object_text (arguments, "page");
  g_autoptr (FoyerPortalAddress) address = page == NULL ? NULL : foyer_portal_address_parse (page);
  gboolean is_right = viewer != NULL;

  *look = (FoyerStaffLook){
    .organisation = context->staff->organisation->number,
    .staff_id = context->staff->staff_id,
    .device_id = context->staff->device_id,
    .client_id = (char *) read_id (viewer, "clientId", &is_right),
    .person_id = (char *) read_id (viewer, "personId", &is_right),
    .link_id = (char *) read_id (viewer, "linkId", &is_right),
    .page = (char *) page,
  };
  if (!is_right)
    return "viewer must name client, person and link by their ids, or null";
  if (address == NULL)
    return "page must be an address of the portal";
  *subject = look->person_id != NULL ? (Subject){ &foyer_portal_person_type, look->person_id }
             : look->link_id != NULL ? (Subject){ &foyer_portal_link_type, look->link_id }
             : look->client_id != NULL
                 ? (Subject){ &foyer_client_type, look->client_id }
                 : (Subject){ &foyer_organisation_type, context->staff->organisation->id };
  return NULL;
}

/* What there is not, and what another client has, is nobody through whose eyes this client's portal can be looked at. */
static gboolean
is_of_client (FoyerMethodContext *context,
              const FoyerRecordType *type,
              const char *id,
              const char *client_id,
              GError **error)
{
  g_autoptr (FoyerRecord) record = NULL;
  g_autoptr (JsonObject) json = NULL;
  const char *owner;

  if (id == NULL)
    return TRUE;
  if (!foyer_record_source_look_up (context->transaction->source, type, id, &record, error) || record == NULL)
    return FALSE;
  json = foyer_record_to_json (record);
  owner = type == &foyer_client_type ? id : foyer_json_object_text (json, "clientId");
  return g_strcmp0 (owner, client_id) == 0;
}

static gboolean
is_there (FoyerMethodContext *context, const FoyerStaffLook *look, GError **error)
{
  GError *failure = NULL;
  gboolean found
      = is_of_client (context, &foyer_client_type, look->client_id, look->client_id, &failure)
        && is_of_client (context, &foyer_portal_person_type, look->person_id, look->client_id, &failure)
        && is_of_client (context, &foyer_portal_link_type, look->link_id, look->client_id, &failure);

  if (failure != NULL)
    g_propagate_error (error, failure);
  return found;
}

/* One line for each link (001-39). */
static gboolean
note (FoyerMethodContext *context, const Subject *subject, const FoyerStaffLook *look, GError **error)
{
  g_autoptr (JsonObject) after = json_object_new ();

  json_object_set_string_member (after, "id", subject->id);
  if (look->client_id != NULL)
    json_object_set_string_member (after, "clientId", look->client_id);
  return foyer_audit_write (context->transaction, subject->type, "preview", "looked in a browser", after,
                            after, error);
}

JsonObject *
foyer_method_open (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  FoyerTransaction *transaction = context->transaction;
  FoyerStaffLook look;
  Subject subject;
  g_autoptr (GError) failure = NULL;
  g_autofree char *expires_at = foyer_utc_format (transaction->now + FOYER_STAFF_LOOK_SECONDS);
  g_autofree char *url = NULL;
  const char *complaint = read_look (context, arguments, &look, &subject);
  JsonObject *answer;
  char *secret;

  if (complaint != NULL)
    return foyer_method_refuse (error, "invalidArguments", complaint);
  if (!foyer_record_rights_check (context, &foyer_portal_link_type, FOYER_STAFF_ISSUE, NULL, NULL, NULL,
                                  error))
    return NULL;
  if (!is_there (context, &look, &failure))
    return failure != NULL
               ? foyer_method_fail (error, failure)
               : foyer_method_refuse (error, "invalidArguments", "There is no such viewer at this client");
  if (!note (context, &subject, &look, &failure))
    return foyer_method_fail (error, failure);
  secret = foyer_staff_looks_start (transaction->database, transaction->random, &look, transaction->now,
                                    &failure);
  if (secret == NULL)
    return foyer_method_fail (error, failure);
  url = g_strconcat (context->portal_url, "/l/", secret, NULL);
  foyer_secret_free (secret);
  answer = json_object_new ();
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "url", url);
  json_object_set_string_member (answer, "expiresAt", expires_at);
  return answer;
}
