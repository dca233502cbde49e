/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-person-address.c - somebody's address is theirs alone at a client, and what it opened ends when it changes */

#include "effects/foyer-person-address.h"

#include "accounts/foyer-mailed-links.h"
#include "accounts/foyer-portal-logins.h"
#include "accounts/foyer-portal-sessions.h"
#include "effects/foyer-effects.h"
#include "effects/foyer-invites.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "methods/foyer-set-error.h"
#include "types/invite.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_session.h"

static gboolean
is_same (const char *a, const char *b)
{
  return a == NULL || b == NULL ? a == b : g_ascii_strcasecmp (a, b) == 0;
}

/* --- One at each client --- */

static gboolean
is_taken (FoyerTransaction *transaction, JsonObject *person, gboolean *taken, GError **error)
{
  const char *id = foyer_json_object_text (person, "id");
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_person_type);
  g_autoptr (GPtrArray) others = NULL;

  foyer_query_where_text (query, "email", foyer_json_object_text (person, "email"));
  others = foyer_record_source_list (transaction->source, query, error);
  *taken = FALSE;
  for (guint i = 0; others != NULL && i < others->len; i++) {
    FoyerRecord *other = others->pdata[i];

    *taken |= g_strcmp0 (foyer_record_get_id (other), id) != 0
              && foyer_portal_person_get_status (other) != FOYER_PORTAL_PERSON_REMOVED
              && g_strcmp0 (foyer_portal_person_get_client_id (other),
                            foyer_json_object_text (person, "clientId"))
                     == 0;
  }
  return others != NULL;
}

/* --- What it opened --- */

/* Calls @change with each record of @type that names the person, as it is and as a copy that may be changed, and keeps the copy. */
static gboolean
change_each (FoyerTransaction *transaction,
             const FoyerRecordType *type,
             const char *person_id,
             gboolean (*change) (FoyerTransaction *, FoyerRecord *, JsonObject *, JsonObject **),
             JsonObject **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) failure = NULL;

  foyer_query_where_text (query, "personId", person_id);
  records = foyer_record_source_list (transaction->source, query, &failure);
  for (guint i = 0; records != NULL && i < records->len; i++) {
    g_autoptr (JsonObject) before = foyer_record_to_json (records->pdata[i]);
    g_autoptr (JsonObject) after = foyer_json_copy_object (before);
    g_autoptr (FoyerRecord) stored = NULL;

    if (!change (transaction, records->pdata[i], after, error))
      return FALSE;
    if (json_object_equal (before, after))
      continue;
    if (!foyer_effects_apply (transaction, type, before, after, error))
      return FALSE;
    stored = foyer_transaction_put (transaction, type, after, &failure);
    if (stored == NULL)
      break;
  }
  return failure == NULL || foyer_effects_fail (error, failure);
}

static gboolean
end_session (FoyerTransaction *transaction, FoyerRecord *session, JsonObject *after, JsonObject **error)
{
  g_autofree char *now = foyer_utc_format (transaction->now);

  if (foyer_portal_session_get_status (session) == FOYER_PORTAL_SESSION_ENDED)
    return TRUE;
  json_object_set_string_member (after, "status", "ended");
  json_object_set_string_member (after, "endedAt", now);
  return TRUE;
}

/* A link that names somebody was sent to them, where they were. */
static gboolean
revoke_link (FoyerTransaction *transaction, FoyerRecord *link, JsonObject *after, JsonObject **error)
{
  if (foyer_portal_link_get_status (link) != FOYER_PORTAL_LINK_REVOKED)
    json_object_set_string_member (after, "status", "revoked");
  return TRUE;
}

static gboolean
revoke_invite (FoyerTransaction *transaction, FoyerRecord *invite, JsonObject *after, JsonObject **error)
{
  if (foyer_invite_is_open (invite))
    json_object_set_string_member (after, "status", "revoked");
  return TRUE;
}

/* The password goes with the address, unless it is somebody's at another client too. */
static gboolean
forget_password (FoyerTransaction *transaction, const char *person_id, const char *address, GError **error)
{
  g_autoptr (GPtrArray) people
      = address == NULL ? g_ptr_array_new_with_free_func (g_free)
                        : foyer_portal_logins_find_people (transaction->database, transaction->organisation,
                                                           address, error);

  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++) {
    if (g_strcmp0 (people->pdata[i], person_id) != 0)
      return TRUE;
  }
  return address == NULL
         || foyer_portal_logins_forget (transaction->database, transaction->organisation, address, error);
}

static gboolean
end_what_it_opened (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  const char *id = foyer_json_object_text (after, "id");
  g_autoptr (GError) failure = NULL;

  json_object_set_string_member (after, "mail", "unknown");
  json_object_remove_member (after, "mailReason");
  json_object_set_boolean_member (after, "hasPassword", FALSE);
  if (!change_each (transaction, &foyer_portal_session_type, id, end_session, error)
      || !change_each (transaction, &foyer_portal_link_type, id, revoke_link, error)
      || !change_each (transaction, &foyer_invite_type, id, revoke_invite, error))
    return FALSE;
  if (foyer_portal_sessions_end_by_person (transaction->database, transaction->organisation, id, &failure)
      && foyer_mailed_links_revoke_person (transaction->database, transaction->organisation, id,
                                           transaction->now, &failure)
      && forget_password (transaction, id, foyer_json_object_text (before, "email"), &failure)
      && foyer_audit_write (transaction, &foyer_portal_person_type, "change address", "change address",
                            before, after, &failure))
    return TRUE;
  return foyer_effects_fail (error, failure);
}

gboolean
foyer_person_address_apply (FoyerTransaction *transaction,
                            JsonObject *before,
                            JsonObject *after,
                            JsonObject **error)
{
  const char *was = before == NULL ? NULL : foyer_json_object_text (before, "email");
  const char *now = foyer_json_object_text (after, "email");
  g_autoptr (GError) failure = NULL;
  gboolean taken = FALSE;

  if (is_same (was, now))
    return TRUE;
  if (now != NULL && !is_taken (transaction, after, &taken, &failure))
    return foyer_effects_fail (error, failure);
  if (taken) {
    *error = foyer_set_error_new ("invalidProperties", "Somebody else of this client has this address");
    foyer_set_error_add_property (*error, "email");
    return FALSE;
  }
  return before == NULL || end_what_it_opened (transaction, before, after, error);
}
