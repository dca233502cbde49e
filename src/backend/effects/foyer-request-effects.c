/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-request-effects.c - what follows when something is asked, answered or withdrawn */

#include "effects/foyer-effects.h"

#include "effects/foyer-effect-mails.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-request-kind.h"
#include "foyer-request-transition.h"
#include "methods/foyer-set-error.h"
#include "types/invoice.h"

#include <string.h>

static FoyerRequestStatus
get_status (JsonObject *request)
{
  const FoyerField *field = foyer_record_type_field (&foyer_request_type, "status");

  return (FoyerRequestStatus) foyer_field_value_index (field, foyer_json_object_text (request, "status"));
}

static FoyerRequestKind
get_kind (JsonObject *request)
{
  const FoyerField *field = foyer_record_type_field (&foyer_request_type, "kind");

  return (FoyerRequestKind) foyer_field_value_index (field, foyer_json_object_text (request, "kind"));
}

static gboolean
refuse_property (JsonObject **error, const char *property, const char *description)
{
  *error = foyer_set_error_new ("invalidProperties", description);
  foyer_set_error_add_property (*error, property);
  return FALSE;
}

/* --- The invoice of a dispute (004-5) --- */

/* Whether somebody else's dispute of it is still open. */
static gboolean
has_other_dispute (FoyerTransaction *transaction, JsonObject *request, gboolean *has_other, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_request_type);
  g_autoptr (GPtrArray) requests = NULL;

  foyer_query_where_text (query, "aboutId", foyer_json_object_text (request, "aboutId"));
  requests = foyer_record_source_list (transaction->source, query, error);
  if (requests == NULL)
    return FALSE;
  *has_other = FALSE;
  for (guint i = 0; i < requests->len; i++) {
    FoyerRecord *other = requests->pdata[i];

    if (strcmp (foyer_record_get_id (other), foyer_json_object_text (request, "id")) != 0
        && foyer_request_get_kind (other) == FOYER_REQUEST_DISPUTE
        && foyer_request_is_open ((FoyerRequestStatus) foyer_request_get_status (other)))
      *has_other = TRUE;
  }
  return TRUE;
}

static gboolean
put_invoice (FoyerTransaction *transaction, FoyerRecord *invoice, gboolean disputed, GError **error)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (invoice);
  g_autoptr (FoyerRecord) stored = NULL;

  json_object_set_boolean_member (json, "disputed", disputed);
  stored = foyer_transaction_put (transaction, &foyer_invoice_type, json, error);
  return stored != NULL;
}

/* An invoice is disputed for as long as somebody's dispute of it is open. */
static gboolean
mark_invoice (FoyerTransaction *transaction, JsonObject *request, GError **error)
{
  gboolean disputed = foyer_request_is_open (get_status (request));
  g_autoptr (FoyerRecord) invoice = NULL;

  if (get_kind (request) != FOYER_REQUEST_DISPUTE)
    return TRUE;
  if ((!disputed && !has_other_dispute (transaction, request, &disputed, error))
      || !foyer_record_source_look_up (transaction->source, &foyer_invoice_type,
                                       foyer_json_object_text (request, "aboutId"), &invoice, error))
    return FALSE;
  return invoice == NULL || !foyer_invoice_get_disputed (invoice) == !disputed
         || put_invoice (transaction, invoice, disputed, error);
}

/* --- Asked --- */

static gboolean
check_new (JsonObject *request, JsonObject **error)
{
  const FoyerRecordType *about = foyer_request_must_be_about (get_kind (request));
  const char *about_id = foyer_json_object_text (request, "aboutId");

  if (!foyer_request_is_open (get_status (request)))
    return refuse_property (error, "status", "A new request waits for an answer");
  if (about != NULL && (about_id == NULL || foyer_record_type_of_id (about_id) != about))
    return refuse_property (error, "aboutId", "A request of this kind names what it is about");
  return TRUE;
}

static gboolean
ask (FoyerTransaction *transaction, JsonObject *request, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 number;

  if (!check_new (request, error))
    return FALSE;
  number = foyer_effects_next_number (transaction, &foyer_request_type, &failure);
  if (number < 0)
    return foyer_effects_fail (error, failure);
  json_object_set_int_member (request, "number", number);
  return (mark_invoice (transaction, request, &failure)
          && foyer_request_mails_submit (transaction, NULL, request, &failure)
          && foyer_audit_write (transaction, &foyer_request_type, "ask", "ask", NULL, request, &failure))
         || foyer_effects_fail (error, failure);
}

/* --- Moved on --- */

static const char *
get_verb (FoyerRequestStatus from, FoyerRequestStatus to)
{
  static const char *const verbs[] = {
    [FOYER_REQUEST_NEW] = "put back",     [FOYER_REQUEST_OPEN] = "open",
    [FOYER_REQUEST_WAITING] = "ask back", [FOYER_REQUEST_RESOLVED] = "resolve",
    [FOYER_REQUEST_DECLINED] = "decline", [FOYER_REQUEST_WITHDRAWN] = "withdraw",
  };

  return to == FOYER_REQUEST_OPEN && !foyer_request_is_open (from) ? "reopen" : verbs[to];
}

static gboolean
check_move (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  const char *answer = foyer_json_object_text (after, "answer");

  if (!foyer_request_may_become (get_status (before), get_status (after),
                                 foyer_effects_get_actor (transaction))) {
    *error = foyer_set_error_new ("invalidTransition", "The request has moved on since");
    json_object_set_string_member (*error, "from", foyer_json_object_text (before, "status"));
    json_object_set_string_member (*error, "to", foyer_json_object_text (after, "status"));
    return FALSE;
  }
  if (get_status (after) == FOYER_REQUEST_DECLINED && (answer == NULL || *answer == '\0'))
    return refuse_property (error, "answer", "A declined client is told why");
  return TRUE;
}

static void
note_decision (FoyerTransaction *transaction, JsonObject *after)
{
  g_autofree char *now = foyer_utc_format (transaction->now);

  json_object_remove_member (after, "decidedBy");
  json_object_remove_member (after, "decidedAt");
  if (foyer_request_is_open (get_status (after)))
    return;
  if (transaction->actor == FOYER_BY_STAFF)
    json_object_set_string_member (after, "decidedBy", transaction->actor_id);
  json_object_set_string_member (after, "decidedAt", now);
}

static gboolean
move (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  const char *verb = get_verb (get_status (before), get_status (after));

  if (!check_move (transaction, before, after, error))
    return FALSE;
  note_decision (transaction, after);
  return (mark_invoice (transaction, after, &failure)
          && foyer_request_mails_submit (transaction, before, after, &failure)
          && foyer_audit_write (transaction, &foyer_request_type, verb, verb, before, after, &failure))
         || foyer_effects_fail (error, failure);
}

gboolean
foyer_request_effects_apply (FoyerTransaction *transaction,
                             JsonObject *before,
                             JsonObject *after,
                             JsonObject **error)
{
  g_autoptr (GError) failure = NULL;

  if (before == NULL)
    return ask (transaction, after, error);
  if (get_status (before) != get_status (after))
    return move (transaction, before, after, error);
  return foyer_request_mails_submit (transaction, before, after, &failure)
         || foyer_effects_fail (error, failure);
}
