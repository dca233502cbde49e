/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-person-erasure.c - somebody is forgotten, and what they did for their client stays */

#include "effects/foyer-person-erasure.h"

#include "accounts/foyer-mailed-links.h"
#include "accounts/foyer-portal-sessions.h"
#include "effects/foyer-effects.h"
#include "effects/foyer-invites.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-signature-chain.h"
#include "mail/foyer-outgoing-mail.h"
#include "methods/foyer-set-error.h"
#include "types/audit_event.h"
#include "types/delivery.h"
#include "types/invite.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_session.h"
#include "types/quote.h"
#include "types/sign_in_event.h"
#include "types/signature.h"

#include <string.h>

/* --- Their own record --- */

gboolean
foyer_person_erasure_prepare (FoyerTransaction *transaction,
                              JsonObject *before,
                              JsonObject *after,
                              JsonObject **error)
{
  static const char *const members[] = { "email",  "phone",      "notifications", "language",
                                         "sentTo", "mailReason", "lockedUntil",   "propertyIds" };

  if (!foyer_json_object_boolean (after, "erase", FALSE))
    return TRUE;
  if (before == NULL) {
    *error = foyer_set_error_new ("invalidProperties", "Nobody is made to be erased");
    foyer_set_error_add_property (*error, "erase");
    return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    json_object_remove_member (after, members[i]);
  json_object_set_string_member (after, "name", FOYER_SIGNATURE_ERASED);
  json_object_set_string_member (after, "status", "removed");
  json_object_set_boolean_member (after, "smsOptIn", FALSE);
  json_object_set_boolean_member (after, "hasPassword", FALSE);
  json_object_set_boolean_member (after, "hasSso", FALSE);
  return TRUE;
}

/* --- What names them elsewhere --- */

typedef struct {
  FoyerTransaction *transaction;
  const char *person_id;
  GHashTable *records; /* (element-type utf8): what was theirs alone, whose log tells of them */
} Erasure;

typedef gboolean (*Forget) (Erasure *self, JsonObject *record);

/* Everything that the field table calls personal. What a record cannot be without is a word that says why it is not there. */
static void
forget_personal (const FoyerRecordType *type, JsonObject *record)
{
  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];

    if (!field->personal || !json_object_has_member (record, field->name))
      continue;
    if (field->required)
      json_object_set_string_member (record, field->name, FOYER_SIGNATURE_ERASED);
    else
      json_object_remove_member (record, field->name);
  }
}

/* Calls @forget with a copy of each record of @type in which @member has that value, and keeps the copy if it is another. */
static gboolean
forget_each (Erasure *self,
             const FoyerRecordType *type,
             const char *member,
             const char *value,
             Forget forget,
             GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  g_autoptr (GPtrArray) records = NULL;

  foyer_query_where_text (query, member, value);
  records = foyer_record_source_list (self->transaction->source, query, error);
  for (guint i = 0; records != NULL && i < records->len; i++) {
    g_autoptr (JsonObject) before = foyer_record_to_json (records->pdata[i]);
    g_autoptr (JsonObject) after = foyer_json_copy_object (before);
    g_autoptr (FoyerRecord) stored = NULL;

    if (!forget (self, after) || json_object_equal (before, after))
      continue;
    stored = foyer_transaction_put (self->transaction, type, after, error);
    if (stored == NULL)
      return FALSE;
  }
  return records != NULL;
}

static gboolean
forget_sign_in (Erasure *self, JsonObject *event)
{
  forget_personal (&foyer_sign_in_event_type, event);
  return TRUE;
}

static gboolean
end_session (Erasure *self, JsonObject *session)
{
  g_autofree char *now = foyer_utc_format (self->transaction->now);

  g_hash_table_add (self->records, g_strdup (foyer_json_object_text (session, "id")));
  forget_personal (&foyer_portal_session_type, session);
  if (g_strcmp0 (foyer_json_object_text (session, "status"), "ended") != 0)
    json_object_set_string_member (session, "endedAt", now);
  json_object_set_string_member (session, "status", "ended");
  return TRUE;
}

static gboolean
revoke_link (Erasure *self, JsonObject *link)
{
  g_hash_table_add (self->records, g_strdup (foyer_json_object_text (link, "id")));
  forget_personal (&foyer_portal_link_type, link);
  json_object_set_string_member (link, "status", "revoked");
  return TRUE;
}

static gboolean
revoke_invite (Erasure *self, JsonObject *invite)
{
  g_autoptr (FoyerRecord) record = foyer_record_from_json (&foyer_invite_type, invite, NULL);

  g_hash_table_add (self->records, g_strdup (foyer_json_object_text (invite, "id")));
  if (record != NULL && foyer_invite_is_open (record))
    json_object_set_string_member (invite, "status", "revoked");
  forget_personal (&foyer_invite_type, invite);
  return TRUE;
}

static gboolean
forget_delivery (Erasure *self, JsonObject *delivery)
{
  g_hash_table_add (self->records, g_strdup (foyer_json_object_text (delivery, "id")));
  forget_personal (&foyer_delivery_type, delivery);
  return TRUE;
}

/* One that was made before what is personal stood apart cannot lose it without becoming another. */
static gboolean
forget_signer (Erasure *self, JsonObject *signature)
{
  g_hash_table_add (self->records, g_strdup (foyer_json_object_text (signature, "id")));
  return foyer_signature_erase (signature);
}

/* Whose name stands under an answer, and in the history beside it. */
static gboolean
forget_answer (Erasure *self, JsonObject *quote)
{
  const char *name = foyer_json_object_text (quote, "decidedName");
  JsonArray *history = foyer_json_object_array (quote, "history");

  if (g_strcmp0 (foyer_json_object_text (quote, "decidedBy"), self->person_id) != 0 || name == NULL)
    return FALSE;
  for (guint i = 0; history != NULL && i < json_array_get_length (history); i++) {
    JsonObject *event = json_array_get_object_element (history, i);

    if (g_strcmp0 (foyer_json_object_text (event, "by"), name) == 0)
      json_object_set_string_member (event, "by", FOYER_SIGNATURE_ERASED);
  }
  json_object_set_string_member (quote, "decidedName", FOYER_SIGNATURE_ERASED);
  return TRUE;
}

/* What they did stays in the log, without what it was done with: the records tell that. Who else acted keeps their name. */
static gboolean
forget_in_log (Erasure *self, JsonObject *event)
{
  json_object_remove_member (event, "before");
  json_object_remove_member (event, "after");
  json_object_remove_member (event, "summary");
  if (g_strcmp0 (foyer_json_object_text (event, "actorId"), self->person_id) == 0)
    json_object_remove_member (event, "actorName");
  return TRUE;
}

static gboolean
forget_log (Erasure *self, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  if (!forget_each (self, &foyer_audit_event_type, "actorId", self->person_id, forget_in_log, error)
      || !forget_each (self, &foyer_audit_event_type, "recordId", self->person_id, forget_in_log, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    if (!forget_each (self, &foyer_audit_event_type, "recordId", id, forget_in_log, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
forget_all (Erasure *self, const char *client_id, GError **error)
{
  FoyerTransaction *transaction = self->transaction;
  const char *id = self->person_id;

  return foyer_outgoing_mail_drop_person (transaction, id, error)
         && foyer_portal_sessions_end_by_person (transaction->database, transaction->organisation, id, error)
         && foyer_mailed_links_forget_person (transaction->database, transaction->organisation, id,
                                              transaction->now, error)
         && forget_each (self, &foyer_sign_in_event_type, "personId", id, forget_sign_in, error)
         && forget_each (self, &foyer_portal_session_type, "personId", id, end_session, error)
         && forget_each (self, &foyer_portal_link_type, "personId", id, revoke_link, error)
         && forget_each (self, &foyer_invite_type, "personId", id, revoke_invite, error)
         && forget_each (self, &foyer_delivery_type, "personId", id, forget_delivery, error)
         && forget_each (self, &foyer_signature_type, "personId", id, forget_signer, error)
         && forget_each (self, &foyer_quote_type, "clientId", client_id, forget_answer, error)
         && forget_log (self, error);
}

gboolean
foyer_person_erasure_apply (FoyerTransaction *transaction, JsonObject *after, JsonObject **error)
{
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Erasure self = { transaction, foyer_json_object_text (after, "id"), records };
  g_autoptr (JsonObject) facts = json_object_new ();
  g_autoptr (GError) failure = NULL;

  if (!foyer_json_object_boolean (after, "erase", FALSE))
    return TRUE;
  json_object_set_string_member (facts, "id", self.person_id);
  json_object_set_string_member (facts, "clientId", foyer_json_object_text (after, "clientId"));
  if (forget_all (&self, foyer_json_object_text (after, "clientId"), &failure)
      && foyer_audit_write (transaction, &foyer_portal_person_type, "erase", "erase", NULL, facts, &failure))
    return TRUE;
  return foyer_effects_fail (error, failure);
}
