/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-quote-effects.c - what follows when a quote is sent, answered or taken back, and what can no longer be changed about it */

#include "effects/foyer-effects.h"

#include "effects/foyer-effect-mails.h"
#include "foyer-business.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-paper.h"
#include "foyer-quote-transition.h"
#include "methods/foyer-set-error.h"
#include "types/quote_version.h"
#include "types/staff_member.h"

#include <string.h>

#define LONGEST_HISTORY 200
#define SECONDS_BETWEEN_LOOKS 3600

static FoyerQuoteStatus
get_status (JsonObject *quote)
{
  const FoyerField *field = foyer_record_type_field (&foyer_quote_type, "status");

  return (FoyerQuoteStatus) foyer_field_value_index (field, foyer_json_object_text (quote, "status"));
}

static gboolean
is_same (JsonObject *before, JsonObject *after, const char *name)
{
  return foyer_json_equal (json_object_get_member (before, name), json_object_get_member (after, name));
}

static gboolean
refuse (JsonObject **error, const char *type, const char *property, const char *description)
{
  *error = foyer_set_error_new (type, description);
  if (property != NULL)
    foyer_set_error_add_property (*error, property);
  return FALSE;
}

/* --- History --- */

static char *
name_actor (FoyerTransaction *transaction, JsonObject *quote)
{
  g_autoptr (FoyerRecord) staff = NULL;

  if (transaction->actor == FOYER_BY_CLIENT)
    return g_strdup (foyer_json_object_text (quote, "decidedName"));
  if (transaction->actor == FOYER_BY_STAFF)
    staff = foyer_record_source_get (transaction->source, &foyer_staff_member_type, transaction->actor_id,
                                     NULL);
  return staff == NULL ? NULL : g_strdup (foyer_staff_member_get_name (staff));
}

/* The oldest events go first when there is no more room. */
static JsonArray *
copy_history (JsonObject *quote)
{
  JsonArray *old = foyer_json_object_array (quote, "history");
  guint length = old == NULL ? 0 : json_array_get_length (old);
  JsonArray *history = json_array_new ();

  for (guint i = length < LONGEST_HISTORY ? 0 : length - LONGEST_HISTORY + 1; i < length; i++)
    json_array_add_element (history, json_node_copy (json_array_get_element (old, i)));
  return history;
}

static void
add_event (FoyerTransaction *transaction,
           JsonObject *quote,
           const char *what,
           const char *text,
           gint64 version)
{
  g_autofree char *at = foyer_utc_format (transaction->now);
  g_autofree char *by = name_actor (transaction, quote);
  JsonArray *history = copy_history (quote);
  JsonObject *event = json_object_new ();

  json_object_set_string_member (event, "at", at);
  if (by != NULL)
    json_object_set_string_member (event, "by", by);
  json_object_set_string_member (event, "what", what);
  if (text != NULL)
    json_object_set_string_member (event, "text", text);
  if (version > 0)
    json_object_set_int_member (event, "version", version);
  json_array_add_object_element (history, event);
  json_object_set_array_member (quote, "history", history);
}

/* --- Sending --- */

/* The version that the quote names, if it is one of it. */
static gboolean
read_version (FoyerTransaction *transaction, JsonObject *quote, JsonObject **version, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) record = NULL;

  if (!foyer_record_source_look_up (transaction->source, &foyer_quote_version_type,
                                    foyer_json_object_text (quote, "versionId"), &record, &failure))
    return foyer_effects_fail (error, failure);
  if (record != NULL
      && g_strcmp0 (foyer_quote_version_get_quote_id (record), foyer_json_object_text (quote, "id")) == 0)
    *version = foyer_record_to_json (record);
  return TRUE;
}

static gboolean
is_past (FoyerTransaction *transaction, JsonObject *quote, gboolean *past, JsonObject **error)
{
  const char *valid_until = foyer_json_object_text (quote, "validUntil");
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerBusiness) business = NULL;
  g_autofree char *today = NULL;
  FoyerDate date;

  *past = FALSE;
  if (valid_until == NULL)
    return TRUE;
  business = foyer_business_load (transaction->source, &failure);
  if (business == NULL)
    return foyer_effects_fail (error, failure);
  if (business->zone == NULL)
    return TRUE;
  date = foyer_business_date (business, transaction->now);
  today = foyer_date_format (&date);
  *past = strcmp (valid_until, today) < 0;
  return TRUE;
}

/* Nobody is sent an offer whose last day has passed. */
static gboolean
check_last_day (FoyerTransaction *transaction, JsonObject *quote, JsonObject **error)
{
  gboolean past;

  return is_past (transaction, quote, &past, error)
         && (!past || refuse (error, "invalidProperties", "validUntil", "Its last day has passed"));
}

/*
 * Nor is it approved, also not by staff for a client on the phone: prices of an expired offer are nobody's word any more (D40). Clients
 * have been refused by the portal before.
 */
static gboolean
check_not_expired (FoyerTransaction *transaction, JsonObject *quote, JsonObject **error)
{
  gboolean past;

  if (!is_past (transaction, quote, &past, error))
    return FALSE;
  if (!past)
    return TRUE;
  *error = foyer_set_error_new ("ruleRefused", "The quote has expired");
  json_object_set_string_member (*error, "rule", "D40");
  json_object_set_string_member (*error, "evidence", foyer_json_object_text (quote, "validUntil"));
  json_object_set_string_member (*error, "fix", "Send it again with another last day");
  return FALSE;
}

/* What was sent is fixed from then on, and its hash is what signatures name. */
static gboolean
fix_version (FoyerTransaction *transaction, JsonObject *quote, JsonObject *version, JsonObject **error)
{
  const char *fixed = foyer_json_object_text (version, "contentHash");
  g_autoptr (JsonObject) paper = foyer_quote_paper (quote, version);
  g_autofree char *hash = foyer_json_hash (paper);
  g_autofree char *now = foyer_utc_format (transaction->now);
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) stored = NULL;

  if (json_object_has_member (version, "sentAt") && fixed != NULL)
    return strcmp (fixed, hash) == 0
           || refuse (error, "invalidProperties", "versionId",
                      "That version was sent with another title or site; make the next one");
  json_object_set_string_member (version, "sentAt", now);
  json_object_set_string_member (version, "sentBy", transaction->actor_id);
  json_object_set_string_member (version, "contentHash", hash);
  stored = foyer_transaction_put (transaction, &foyer_quote_version_type, version, &failure);
  return stored != NULL || foyer_effects_fail (error, failure);
}

static gboolean
send_version (FoyerTransaction *transaction, JsonObject *quote, JsonObject *version, JsonObject **error)
{
  static const char *const answers[]
      = { "decidedBy", "decidedName", "decidedAt", "decidedVia", "answer", NULL };
  g_autofree char *now = foyer_utc_format (transaction->now);
  JsonObject *total;

  if (version == NULL)
    return refuse (error, "invalidProperties", "versionId", "A quote is sent with one of its versions");
  if (!check_last_day (transaction, quote, error) || !fix_version (transaction, quote, version, error))
    return FALSE;
  for (guint i = 0; answers[i] != NULL; i++)
    json_object_remove_member (quote, answers[i]);
  total = foyer_json_object_object (version, "total");
  if (total != NULL)
    json_object_set_object_member (quote, "total", foyer_json_copy_object (total));
  json_object_set_string_member (quote, "sentAt", now);
  return TRUE;
}

/* --- Answers --- */

/* Who answered, when and where. Staff answer for clients who say so on the phone; that is no signature. */
static void
note_answer (FoyerTransaction *transaction, JsonObject *quote)
{
  gboolean is_client = transaction->actor == FOYER_BY_CLIENT;
  g_autofree char *now = foyer_utc_format (transaction->now);

  if (!is_client) {
    json_object_remove_member (quote, "decidedBy");
    json_object_remove_member (quote, "decidedName");
  }
  json_object_set_string_member (quote, "decidedAt", now);
  json_object_set_string_member (quote, "decidedVia", is_client ? "portal" : "office");
}

static const char *
get_verb (FoyerQuoteStatus to)
{
  static const char *const verbs[] = {
    [FOYER_QUOTE_DRAFT] = "put back",     [FOYER_QUOTE_SENT] = "send",
    [FOYER_QUOTE_CHANGES] = "ask change", [FOYER_QUOTE_APPROVED] = "approve",
    [FOYER_QUOTE_DECLINED] = "decline",   [FOYER_QUOTE_EXPIRED] = "expire",
    [FOYER_QUOTE_WITHDRAWN] = "withdraw",
  };

  return verbs[to];
}

static gboolean
move (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  FoyerQuoteStatus to = get_status (after);
  g_autoptr (JsonObject) version = NULL;
  g_autoptr (GError) failure = NULL;
  const char *text = NULL;

  if (!foyer_quote_may_become (get_status (before), to, foyer_effects_get_actor (transaction))) {
    refuse (error, "invalidTransition", NULL, "The quote has moved on since");
    json_object_set_string_member (*error, "from", foyer_json_object_text (before, "status"));
    json_object_set_string_member (*error, "to", foyer_json_object_text (after, "status"));
    return FALSE;
  }
  if (to != FOYER_QUOTE_SENT && !is_same (before, after, "versionId"))
    return refuse (error, "invalidProperties", "versionId", "Another version has to be sent first");
  if (to == FOYER_QUOTE_APPROVED && !check_not_expired (transaction, after, error))
    return FALSE;
  if (!read_version (transaction, after, &version, error))
    return FALSE;
  if (to == FOYER_QUOTE_SENT) {
    if (!send_version (transaction, after, version, error))
      return FALSE;
    text = foyer_json_object_text (version, "change");
  } else if (to == FOYER_QUOTE_APPROVED || to == FOYER_QUOTE_DECLINED || to == FOYER_QUOTE_CHANGES) {
    note_answer (transaction, after);
    text = foyer_json_object_text (after, "answer");
  }
  add_event (transaction, after, foyer_json_object_text (after, "status"), text,
             foyer_json_object_integer (version, "version", 0));
  return ((to != FOYER_QUOTE_SENT || foyer_quote_mails_submit (transaction, after, &failure))
          && foyer_audit_write (transaction, &foyer_quote_type, get_verb (to), get_verb (to), before, after,
                                &failure))
         || foyer_effects_fail (error, failure);
}

/* --- Changes without a move --- */

/* What was approved stays as it was approved (E05); what was sent stays until it is sent anew. */
static gboolean
check_edit (JsonObject *before, JsonObject *after, JsonObject **error)
{
  static const char *const papers[] = { "title", "propertyId", "versionId", NULL };
  FoyerQuoteStatus status = get_status (before);

  if (foyer_quote_is_fixed (status) && !is_same (before, after, "validUntil"))
    return refuse (error, "forbidden", "validUntil", "What was approved is never changed");
  for (guint i = 0; papers[i] != NULL; i++) {
    if (foyer_quote_is_editable (status) || is_same (before, after, papers[i]))
      continue;
    return refuse (error, "forbidden", papers[i],
                   foyer_quote_is_fixed (status) ? "What was approved is never changed"
                                                 : "What was sent is never changed; send the next version");
  }
  return TRUE;
}

/* --- Seen --- */

gboolean
foyer_quote_note_viewed (FoyerTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (FoyerRecord) quote = NULL;
  g_autoptr (FoyerRecord) version = NULL;
  g_autoptr (FoyerRecord) stored = NULL;
  g_autoptr (JsonObject) json = NULL;
  g_autofree char *now = foyer_utc_format (transaction->now);
  gint64 viewed_at;

  if (!foyer_record_source_look_up (transaction->source, &foyer_quote_type, id, &quote, error))
    return FALSE;
  if (quote == NULL || foyer_quote_get_status (quote) != FOYER_QUOTE_SENT)
    return TRUE;
  viewed_at = FOYER_HAS (quote, quote, viewed_at) ? foyer_quote_get_viewed_at (quote) : G_MININT64;
  if (viewed_at > transaction->now - SECONDS_BETWEEN_LOOKS && viewed_at >= foyer_quote_get_sent_at (quote))
    return TRUE;
  if (!foyer_record_source_look_up (transaction->source, &foyer_quote_version_type,
                                    foyer_quote_get_version_id (quote), &version, error))
    return FALSE;
  json = foyer_record_to_json (quote);
  if (viewed_at < foyer_quote_get_sent_at (quote))
    add_event (transaction, json, "viewed", NULL,
               version == NULL ? 0 : foyer_quote_version_get_version (version));
  json_object_set_string_member (json, "viewedAt", now);
  stored = foyer_transaction_put (transaction, &foyer_quote_type, json, error);
  return stored != NULL;
}

/* --- New ones --- */

/* Numbers are texts, so that an office can have its own; those that are numbers count on. */
static gboolean
give_number (FoyerTransaction *transaction, JsonObject *quote, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerStatement) statement
      = foyer_database_prepare (transaction->database,
                                "SELECT max (CAST (number AS INTEGER)) FROM quote WHERE organisation = $1",
                                &failure);
  g_autofree char *number = NULL;

  if (statement == NULL)
    return foyer_effects_fail (error, failure);
  foyer_statement_bind_integer (statement, 1, transaction->organisation);
  if (!foyer_statement_step (statement, &failure))
    return foyer_effects_fail (error, failure);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (foyer_statement_get_integer (statement, 0), 0) + 1);
  json_object_set_string_member (quote, "number", number);
  return TRUE;
}

gboolean
foyer_quote_effects_apply (FoyerTransaction *transaction,
                           JsonObject *before,
                           JsonObject *after,
                           JsonObject **error)
{
  gboolean is_sent_anew;

  if (before == NULL) {
    if (get_status (after) != FOYER_QUOTE_DRAFT)
      return refuse (error, "invalidProperties", "status", "A new quote is a draft until it is sent");
    return give_number (transaction, after, error);
  }
  is_sent_anew = get_status (after) == FOYER_QUOTE_SENT && !is_same (before, after, "versionId");
  if (get_status (before) != get_status (after) || is_sent_anew)
    return move (transaction, before, after, error);
  return check_edit (before, after, error);
}
