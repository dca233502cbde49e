/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-effects.c - which record types have consequences, and the audit that all of them leave */

#include "effects/foyer-effects.h"

#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-patch.h"
#include "methods/foyer-set-error.h"
#include "types/audit_event.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/conversation.h"
#include "types/device.h"
#include "types/document.h"
#include "types/domain.h"
#include "types/invite.h"
#include "types/invoice.h"
#include "types/message.h"
#include "types/portal_link.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"
#include "types/quote.h"
#include "types/quote_version.h"
#include "types/request.h"
#include "types/settings_proposal.h"
#include "types/settings_version.h"
#include "types/staff_member.h"
#include "types/template.h"
#include "types/visit.h"

#include <string.h>

typedef gboolean (*Effects) (FoyerTransaction *transaction,
                             JsonObject *before,
                             JsonObject *after,
                             JsonObject **error);

typedef gboolean (*Removal) (FoyerTransaction *transaction, FoyerRecord *record, JsonObject **error);

static const struct {
  const FoyerRecordType *type;
  Effects apply;
  Removal remove; /* (nullable) */
} effects[] = {
  { &foyer_audit_event_type, foyer_look_effects_apply },
  { &foyer_booking_type, foyer_booking_effects_apply },
  { &foyer_client_type, foyer_client_effects_apply },
  { &foyer_conversation_type, foyer_conversation_effects_apply },
  { &foyer_device_type, foyer_device_effects_apply },
  { &foyer_document_type, foyer_document_effects_apply },
  { &foyer_domain_type, foyer_domain_effects_apply },
  { &foyer_invite_type, foyer_invite_effects_apply },
  { &foyer_invoice_type, foyer_invoice_effects_apply },
  { &foyer_message_type, foyer_message_effects_apply },
  { &foyer_portal_person_type, foyer_person_effects_apply },
  { &foyer_portal_link_type, foyer_portal_link_effects_apply },
  { &foyer_portal_settings_type, foyer_portal_settings_effects_apply },
  { &foyer_quote_type, foyer_quote_effects_apply },
  { &foyer_quote_version_type, foyer_quote_version_effects_apply, foyer_quote_version_effects_remove },
  { &foyer_request_type, foyer_request_effects_apply },
  { &foyer_settings_proposal_type, foyer_settings_proposal_effects_apply },
  { &foyer_settings_version_type, foyer_settings_version_effects_apply,
    foyer_settings_version_effects_remove },
  { &foyer_template_type, foyer_template_effects_apply },
  { &foyer_visit_type, foyer_visit_effects_apply },
};

/* Whoever came by a link that names nobody is known by the client alone. */
static gboolean
is_bearer (FoyerTransaction *transaction)
{
  return transaction->actor_id != NULL
         && foyer_record_type_of_id (transaction->actor_id) == &foyer_client_type;
}

/* Who acted, by the name they have now: it stays in the event when they are long gone. */
static char *
find_actor_name (FoyerTransaction *transaction)
{
  const FoyerRecordType *type
      = transaction->actor_id == NULL ? NULL : foyer_record_type_of_id (transaction->actor_id);
  g_autoptr (FoyerRecord) actor
      = type == NULL ? NULL
                     : foyer_record_source_get (transaction->source, type, transaction->actor_id, NULL);

  if (actor == NULL)
    return NULL;
  if (type == &foyer_staff_member_type)
    return g_strdup (foyer_staff_member_get_name (actor));
  if (type == &foyer_portal_person_type)
    return g_strdup (foyer_portal_person_get_name (actor));
  return type == &foyer_client_type ? g_strdup (foyer_client_get_name (actor)) : NULL;
}

static const char *
get_actor_word (FoyerTransaction *transaction)
{
  switch (transaction->actor) {
  case FOYER_BY_STAFF:
    return "staff";
  case FOYER_BY_CLIENT:
    return is_bearer (transaction) ? "link" : "person";
  case FOYER_BY_SERVER:
  default:
    return "server";
  }
}

static const char *
get_origin_word (FoyerTransaction *transaction)
{
  switch (transaction->actor) {
  case FOYER_BY_STAFF:
    return "console";
  case FOYER_BY_CLIENT:
    return "portal";
  case FOYER_BY_SERVER:
  default:
    return "server";
  }
}

/* The members that @patch names, as they are in @from. */
static JsonObject *
choose_members (JsonObject *from, JsonObject *patch)
{
  g_autoptr (JsonObject) chosen = json_object_new ();
  g_autoptr (GList) names = json_object_get_members (patch);

  for (GList *link = names; link != NULL; link = link->next) {
    JsonNode *value = from == NULL ? NULL : json_object_get_member (from, link->data);

    if (value != NULL)
      json_object_set_member (chosen, link->data, json_node_copy (value));
  }
  return g_steal_pointer (&chosen);
}

void
foyer_audit_sign (FoyerTransaction *transaction, JsonObject *event)
{
  g_autofree char *actor_name = find_actor_name (transaction);

  json_object_set_string_member (event, "actor", get_actor_word (transaction));
  json_object_set_string_member (event, "origin", get_origin_word (transaction));
  if (transaction->actor_id != NULL)
    json_object_set_string_member (event, "actorId", transaction->actor_id);
  if (actor_name != NULL)
    json_object_set_string_member (event, "actorName", actor_name);
}

gboolean
foyer_audit_write (FoyerTransaction *transaction,
                   const FoyerRecordType *type,
                   const char *verb,
                   const char *summary,
                   JsonObject *before,
                   JsonObject *after,
                   GError **error)
{
  g_autoptr (JsonObject) event = json_object_new ();
  g_autoptr (JsonObject) nothing = json_object_new ();
  g_autoptr (JsonObject) patch = foyer_patch_difference (before == NULL ? nothing : before, after);
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_audit_event_type);
  g_autofree char *at = foyer_utc_format (transaction->now);
  g_autoptr (FoyerRecord) stored = NULL;

  json_object_set_string_member (event, "id", id);
  json_object_set_string_member (event, "at", at);
  foyer_audit_sign (transaction, event);
  json_object_set_string_member (event, "verb", verb);
  json_object_set_string_member (event, "recordType", type->name);
  json_object_set_string_member (event, "recordId", foyer_json_object_text (after, "id"));
  if (foyer_json_object_text (after, "clientId") != NULL)
    json_object_set_string_member (event, "clientId", foyer_json_object_text (after, "clientId"));
  json_object_set_string_member (event, "summary", summary);
  json_object_set_object_member (event, "before", choose_members (before, patch));
  json_object_set_object_member (event, "after", choose_members (after, patch));
  stored = foyer_transaction_put (transaction, &foyer_audit_event_type, event, error);
  return stored != NULL;
}

gboolean
foyer_effects_fail (JsonObject **error, const GError *failure)
{
  g_warning ("An effect failed: %s", failure == NULL ? "no reason given" : failure->message);
  *error = foyer_set_error_new ("serverFail", "The server has trouble of its own; nothing was done");
  return FALSE;
}

FoyerActor
foyer_effects_get_actor (FoyerTransaction *transaction)
{
  switch (transaction->actor) {
  case FOYER_BY_STAFF:
    return FOYER_ACTOR_STAFF;
  case FOYER_BY_CLIENT:
    return FOYER_ACTOR_CLIENT;
  case FOYER_BY_SERVER:
  default:
    return FOYER_ACTOR_SERVER;
  }
}

gint64
foyer_effects_next_number (FoyerTransaction *transaction, const FoyerRecordType *type, GError **error)
{
  const FoyerField *field = foyer_record_type_field (type, "number");
  guint index = (guint) (field - type->fields);
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  g_autoptr (GPtrArray) last = NULL;

  foyer_query_order (query, "number", TRUE);
  foyer_query_limit (query, 1);
  last = foyer_record_source_list (transaction->source, query, error);
  if (last == NULL)
    return -1;
  if (last->len == 0 || !foyer_record_has (last->pdata[0], index))
    return 1;
  return MAX (foyer_record_get_number (last->pdata[0], type, index), 0) + 1;
}

gboolean
foyer_effects_apply (FoyerTransaction *transaction,
                     const FoyerRecordType *type,
                     JsonObject *before,
                     JsonObject *after,
                     JsonObject **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (effects); i++) {
    if (effects[i].type == type)
      return effects[i].apply (transaction, before, after, error);
  }
  return TRUE;
}

gboolean
foyer_effects_remove (FoyerTransaction *transaction, FoyerRecord *record, JsonObject **error)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);

  for (guint i = 0; i < G_N_ELEMENTS (effects); i++) {
    if (effects[i].type == type && effects[i].remove != NULL)
      return effects[i].remove (transaction, record, error);
  }
  return TRUE;
}
