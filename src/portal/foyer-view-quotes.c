/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-quotes.c - offers of work that were sent to this client */

#include "foyer-view-list.h"

#include "foyer-json.h"
#include "foyer-quote-check.h"
#include "types/client.h"
#include "types/quote.h"
#include "types/quote_version.h"

#define FIELD(column) foyer_quote_field_##column
#define VERSION_FIELD(column) foyer_quote_version_field_##column

/* The version that was sent, or of others the last that was: what staff still write is not there for clients. */
static FoyerRecord *
find_version (FoyerViewContext *context, FoyerRecord *quote)
{
  FoyerRecord *named
      = foyer_view_context_get (context, &foyer_quote_version_type, foyer_quote_get_version_id (quote));
  g_autoptr (GPtrArray) versions = NULL;

  if (named != NULL && FOYER_HAS (named, quote_version, sent_at)
      && g_strcmp0 (foyer_quote_version_get_quote_id (named), foyer_record_get_id (quote)) == 0)
    return g_object_ref (named);
  versions = foyer_view_context_list (context, foyer_view_query (&foyer_quote_version_type, "quoteId",
                                                                 foyer_record_get_id (quote), "version"));

  for (guint i = 0; i < versions->len; i++) {
    if (FOYER_HAS (g_ptr_array_index (versions, i), quote_version, sent_at))
      return g_object_ref (g_ptr_array_index (versions, i));
  }
  return NULL;
}

static void
add_version (JsonObject *object, FoyerRecord *version)
{
  g_autoptr (JsonNode) lines = NULL;

  if (version == NULL)
    return;

  json_object_set_string_member (object, "versionId", foyer_record_get_id (version));
  lines = foyer_quote_version_get_lines (version);
  foyer_view_set_lines (object, lines);
  FOYER_VIEW_COPY (object, version, VERSION_FIELD (version), VERSION_FIELD (intro), VERSION_FIELD (subtotal),
                   VERSION_FIELD (tax_rate), VERSION_FIELD (tax), VERSION_FIELD (total),
                   VERSION_FIELD (deposit), VERSION_FIELD (terms), VERSION_FIELD (change));
}

static void
add_history (JsonObject *object, FoyerRecord *quote)
{
  static const char *const shown[]
      = { "sent", "viewed", "changes", "approved", "declined", "expired", "withdrawn", NULL };
  g_autoptr (JsonNode) node = foyer_quote_get_history (quote);
  JsonArray *events = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonArray *list = json_array_new ();

  for (guint i = 0; events != NULL && i < json_array_get_length (events); i++) {
    JsonNode *element = json_array_get_element (events, i);
    JsonObject *event = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
    const char *what = event != NULL ? foyer_json_object_text (event, "what") : NULL;
    JsonObject *copy;

    if (what == NULL || !g_strv_contains (shown, what))
      continue;
    copy = json_object_new ();
    json_object_set_string_member (copy, "what", what);
    foyer_view_set_text_if (copy, "at", foyer_json_object_text (event, "at"));
    foyer_view_set_text_if (copy, "by", foyer_json_object_text (event, "by"));
    foyer_view_set_text_if (copy, "text", foyer_json_object_text (event, "text"));
    if (json_object_has_member (event, "version"))
      json_object_set_int_member (copy, "version", foyer_json_object_integer (event, "version", 0));
    json_array_add_object_element (list, copy);
  }
  json_object_set_array_member (object, "history", list);
}

JsonObject *
foyer_view_make_quote (FoyerViewContext *context, FoyerRecord *quote, gboolean is_whole)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", foyer_record_get_id (quote));
  FOYER_VIEW_COPY (object, quote, FIELD (number), FIELD (title), FIELD (status), FIELD (total),
                   FIELD (valid_until), FIELD (sent_at), FIELD (decided_at));
  /* The day is over before the server has looked. */
  if (foyer_quote_status_on (quote, &context->today) == FOYER_QUOTE_EXPIRED)
    json_object_set_string_member (object, "status", "expired");
  foyer_view_set_property (object, context, foyer_quote_get_property_id (quote));
  if (is_whole) {
    g_autoptr (FoyerRecord) version = find_version (context, quote);

    FOYER_VIEW_COPY (object, quote, FIELD (decided_name), FIELD (answer));
    foyer_view_set_text_if (object, "madeFor", foyer_client_get_name (context->access->client));
    foyer_view_set_staff (object, context, "preparedBy", foyer_quote_get_prepared_by (quote));
    add_version (object, version);
    add_history (object, quote);
    if (version != NULL)
      foyer_view_set_signature (object, context, foyer_record_get_id (version), TRUE);
    foyer_view_set_quote_acts (object, context, quote, version);
  }
  return object;
}

static gboolean
waits (FoyerViewContext *context, FoyerRecord *quote)
{
  return foyer_view_shows (context, quote)
         && foyer_quote_status_on (quote, &context->today) == FOYER_QUOTE_SENT;
}

/* They may have been sent long before the last ones. */
static void
add_waiting (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList list
      = { "waitingQuotes", FOYER_VIEW_LIMIT, waits, foyer_view_make_quote, FOYER_VIEW_WAITING };
  FoyerQuery *query = foyer_view_query (&foyer_quote_type, "clientId", context->viewer->client_id, "sentAt");

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_QUOTE_SENT);
  foyer_view_add_first (view, context, &list, query);
}

void
foyer_view_add_quotes (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList list
      = { "quotes", FOYER_VIEW_LIMIT, .make = foyer_view_make_quote, .part = FOYER_VIEW_QUOTES };

  if (!foyer_view_sees_quotes (context))
    return;
  foyer_view_add_list (view, context, &list,
                       foyer_view_query (&foyer_quote_type, "clientId", context->viewer->client_id,
                                         "sentAt"));
  add_waiting (view, context);
}
