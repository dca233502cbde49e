/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-secret.c - Secret/issue: secrets that only the server can make, shown once and kept nowhere */

#include "methods/foyer-methods.h"

#include "accounts/foyer-door-locks.h"
#include "accounts/foyer-portal-links.h"
#include "accounts/foyer-secret.h"
#include "effects/foyer-effects.h"
#include "effects/foyer-invites.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-settings.h"
#include "foyer-staff-rights.h"
#include "types/client.h"
#include "types/invite.h"
#include "types/portal_link.h"
#include "types/portal_settings.h"

#include <string.h>

static gboolean
may_issue (FoyerMethodContext *context, const FoyerRecordType *type, JsonObject **error)
{
  const FoyerField *roles = foyer_record_type_field (&foyer_staff_member_type, "role");
  FoyerStaffDeed deed
      = { .role = (FoyerStaffMemberRole) foyer_field_value_index (roles, context->staff->role),
          .staff_id = context->staff->staff_id,
          .verb = FOYER_STAFF_ISSUE,
          .type = type };
  g_autoptr (FoyerFinding) finding = foyer_staff_rights_check (&deed, "en");

  if (finding->verdict < FOYER_VERDICT_BLOCK)
    return TRUE;
  foyer_method_refuse (error, "forbidden", finding->sentence);
  return FALSE;
}

/* The link that staff made for this client before, so that copying anew makes the older address die. */
static JsonObject *
find_staff_link (FoyerTransaction *transaction, const char *client_id)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_link_type);
  g_autoptr (GPtrArray) links = NULL;

  foyer_query_where_text (query, "clientId", client_id);
  links = foyer_record_source_list (transaction->source, query, NULL);
  for (guint i = 0; links != NULL && i < links->len; i++) {
    FoyerRecord *link = links->pdata[i];

    if (foyer_portal_link_get_status (link) == FOYER_PORTAL_LINK_LIVE
        && foyer_portal_link_get_origin (link) == FOYER_PORTAL_LINK_ORIGIN_STAFF
        && foyer_portal_link_get_person_id (link) == NULL)
      return foyer_record_to_json (link);
  }
  return NULL;
}

static JsonObject *
make_staff_link (FoyerTransaction *transaction, const char *client_id)
{
  JsonObject *link = json_object_new ();
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_portal_link_type);

  json_object_set_string_member (link, "id", id);
  json_object_set_string_member (link, "clientId", client_id);
  json_object_set_string_member (link, "origin", "staff");
  foyer_record_type_fill_defaults (&foyer_portal_link_type, link);
  return link;
}

static JsonObject *
find_link (FoyerTransaction *transaction, const char *type, const char *id)
{
  g_autoptr (FoyerRecord) record = NULL;
  JsonObject *link;

  if (strcmp (type, "PortalLink") == 0) {
    record = foyer_record_source_get (transaction->source, &foyer_portal_link_type, id, NULL);
    return record == NULL || foyer_portal_link_get_status (record) != FOYER_PORTAL_LINK_LIVE
               ? NULL
               : foyer_record_to_json (record);
  }
  if (strcmp (type, "Client") != 0)
    return NULL;
  record = foyer_record_source_get (transaction->source, &foyer_client_type, id, NULL);
  if (record == NULL)
    return NULL;
  link = find_staff_link (transaction, id);
  return link == NULL ? make_staff_link (transaction, id) : link;
}

static gboolean
renew_link (FoyerTransaction *transaction, JsonObject *link, const char *secret, GError **error)
{
  g_autoptr (FoyerRecord) settings = foyer_settings_get (transaction->source, error);
  g_autoptr (FoyerRecord) stored = NULL;
  g_autofree char *issued = foyer_utc_format (transaction->now);
  g_autofree char *expires = NULL;

  if (settings == NULL)
    return FALSE;
  expires = foyer_utc_format (transaction->now
                              + foyer_portal_settings_get_access_direct_link_days (settings)
                                    * FOYER_SECONDS_PER_DAY);
  json_object_set_string_member (link, "issuedAt", issued);
  json_object_set_string_member (link, "expiresAt", expires);
  json_object_set_string_member (link, "lastFour", secret + strlen (secret) - 4);
  stored = foyer_transaction_put (transaction, &foyer_portal_link_type, link, error);
  return stored != NULL
         && foyer_audit_write (transaction, &foyer_portal_link_type, "issue", "issue", NULL, link, error);
}

static JsonObject *
make_answer (FoyerMethodContext *context, const char *id, const char *secret)
{
  JsonObject *answer = json_object_new ();

  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_string_member (answer, "id", id);
  json_object_set_string_member (answer, "secret", secret);
  return answer;
}

/* What an invite is handed over with: its link, or a password that only its receiver and whoever asks here ever see. */
static JsonObject *
issue_for_invite (FoyerMethodContext *context, const char *id, JsonObject **error)
{
  FoyerTransaction *transaction = context->transaction;
  g_autoptr (FoyerRecord) invite = NULL;
  g_autoptr (GError) failure = NULL;
  JsonObject *answer;
  char *secret;

  if (!foyer_record_source_look_up (transaction->source, &foyer_invite_type, id, &invite, &failure))
    return foyer_method_fail (error, failure);
  if (invite == NULL)
    return foyer_method_refuse (error, "invalidArguments", "There is no such invite");
  secret = foyer_invite_renew_secret (transaction, invite, &failure);
  if (g_error_matches (failure, FOYER_ACCOUNTS_ERROR, FOYER_ACCOUNTS_ERROR_REFUSED))
    return foyer_method_refuse (error, "invalidArguments", failure->message);
  if (secret == NULL)
    return foyer_method_fail (error, failure);
  answer = make_answer (context, id, secret);
  foyer_secret_free (secret);
  return answer;
}

JsonObject *
foyer_method_issue_secret (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  FoyerTransaction *transaction = context->transaction;
  const char *type = foyer_json_object_text (arguments, "type");
  const char *id = foyer_json_object_text (arguments, "id");
  gboolean is_invite = g_strcmp0 (type, foyer_invite_type.name) == 0;
  g_autoptr (JsonObject) link = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *secret = NULL;
  g_autofree char *address = NULL;

  if (type == NULL || id == NULL)
    return foyer_method_refuse (error, "invalidArguments", "type and id must be given");
  if (!may_issue (context, is_invite ? &foyer_invite_type : &foyer_portal_link_type, error))
    return NULL;
  if (is_invite)
    return issue_for_invite (context, id, error);
  link = find_link (transaction, type, id);
  if (link == NULL)
    return foyer_method_refuse (error, "invalidArguments", "There is no such link or client");
  secret = foyer_portal_links_issue (transaction->database, transaction->random, transaction->organisation,
                                     foyer_json_object_text (link, "id"), &failure);
  /* Whoever guessed at the one before is guessing at nothing now. */
  if (secret == NULL || !renew_link (transaction, link, secret, &failure)
      || !foyer_door_locks_open (transaction->database, transaction->organisation,
                                 foyer_json_object_text (link, "id"), &failure))
    return foyer_method_fail (error, failure);
  address = g_strconcat (context->portal_url, "/l/", secret, NULL);
  return make_answer (context, foyer_json_object_text (link, "id"), address);
}
