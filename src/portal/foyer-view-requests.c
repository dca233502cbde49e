/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-requests.c - what this client asked the office, complained of or disputed */

#include "foyer-view-list.h"

#include "foyer-json.h"
#include "foyer-portal-attachment.h"
#include "foyer-request-transition.h"
#include "types/equipment.h"
#include "types/invoice.h"
#include "types/quote.h"
#include "types/service.h"
#include "types/visit.h"

#define FIELD(column) foyer_request_field_##column

static gboolean
is_mine (FoyerViewContext *context, FoyerRecord *request)
{
  const char *person_id = foyer_request_get_person_id (request);

  return person_id != NULL && g_strcmp0 (person_id, context->viewer->person_id) == 0;
}

/* Whoever may ask sees at least what they asked; of others' requests only what is about things that they see. */
gboolean
foyer_view_sees_requests (FoyerViewContext *context)
{
  return foyer_view_sees_visits (context)
         || foyer_portal_access_may (context->access, FOYER_PERMISSION_RAISE_REQUESTS);
}

gboolean
foyer_view_sees_request (FoyerViewContext *context, FoyerRecord *request)
{
  if (is_mine (context, request))
    return TRUE;
  switch (foyer_request_get_kind (request)) {
  case FOYER_REQUEST_DISPUTE:
    return foyer_view_sees_money (context);
  case FOYER_REQUEST_CHANGE:
  case FOYER_REQUEST_QUOTE:
    return foyer_view_sees_quotes (context);
  default:
    return foyer_view_sees_visits (context);
  }
}

/* What it is about, if that has a page for this viewer. */
static void
set_about (JsonObject *object, FoyerViewContext *context, const char *id)
{
  static const struct {
    const FoyerRecordType *type;
    gboolean (*is_open) (FoyerViewContext *context);
    FoyerViewMake make;
  } kinds[] = {
    { &foyer_visit_type, foyer_view_sees_visits, foyer_view_make_visit },
    { &foyer_equipment_type, foyer_view_sees_visits, foyer_view_make_equipment },
    { &foyer_invoice_type, foyer_view_sees_money, foyer_view_make_invoice },
    { &foyer_quote_type, foyer_view_sees_quotes, foyer_view_make_quote },
  };
  const FoyerRecordType *type = id == NULL ? NULL : foyer_record_type_of_id (id);

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (kinds); i++) {
    FoyerRecord *record = kinds[i].type == type && kinds[i].is_open (context)
                              ? foyer_view_context_get (context, type, id)
                              : NULL;
    JsonObject *about;

    if (record == NULL || !foyer_view_shows (context, record))
      continue;
    about = kinds[i].make (context, record, FALSE);
    json_object_set_string_member (about, "type", type->name);
    json_object_set_object_member (object, "about", about);
  }
}

/* The times that suit them, as `{start, end}`. */
static void
set_times (JsonObject *object, FoyerRecord *request)
{
  g_autoptr (JsonNode) node = foyer_request_get_preferred_times (request);
  JsonArray *times = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonArray *list = json_array_new ();

  for (guint i = 0; times != NULL && i < json_array_get_length (times); i++) {
    JsonNode *element = json_array_get_element (times, i);
    JsonObject *time = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
    gint64 start;
    gint64 end;
    JsonObject *copy;

    if (time == NULL || !foyer_utc_parse (foyer_json_object_text (time, "start"), &start, NULL)
        || !foyer_utc_parse (foyer_json_object_text (time, "end"), &end, NULL))
      continue;
    copy = json_object_new ();
    foyer_view_set_time (copy, "start", start);
    foyer_view_set_time (copy, "until", MAX (start, end));
    json_array_add_object_element (list, copy);
  }
  json_object_set_array_member (object, "times", list);
}

/* Whoever may ask may take back what was asked. */
static gboolean
may_withdraw (FoyerViewContext *context, FoyerRecord *request)
{
  int status = foyer_request_get_status (request);

  return status >= 0 && foyer_portal_access_may (context->access, FOYER_PERMISSION_RAISE_REQUESTS)
         && foyer_request_may_become ((FoyerRequestStatus) status, FOYER_REQUEST_WITHDRAWN,
                                      FOYER_ACTOR_CLIENT);
}

/* The visit or quote that came of it. */
static void
set_outcome (JsonObject *object, FoyerViewContext *context, const char *id)
{
  FoyerRecord *visit = NULL;
  FoyerRecord *quote = NULL;

  if (id == NULL)
    return;
  if (foyer_view_sees_visits (context) && foyer_record_type_of_id (id) == &foyer_visit_type)
    visit = foyer_view_context_get (context, &foyer_visit_type, id);
  else if (foyer_view_sees_quotes (context) && foyer_record_type_of_id (id) == &foyer_quote_type)
    quote = foyer_view_context_get (context, &foyer_quote_type, id);
  if (visit != NULL && foyer_view_shows (context, visit))
    json_object_set_object_member (object, "visit", foyer_view_make_visit (context, visit, FALSE));
  else if (quote != NULL && foyer_view_shows (context, quote))
    json_object_set_object_member (object, "quote", foyer_view_make_quote (context, quote, FALSE));
}

JsonObject *
foyer_view_make_request (FoyerViewContext *context, FoyerRecord *request, gboolean is_whole)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", foyer_record_get_id (request));
  FOYER_VIEW_COPY (object, request, FIELD (kind), FIELD (status), FIELD (number), FIELD (subject),
                   FIELD (urgent), FIELD (requested_at), FIELD (decided_at));
  foyer_view_set_property (object, context, foyer_request_get_property_id (request));
  if (is_whole) {
    FoyerRecord *service
        = foyer_view_context_get (context, &foyer_service_type, foyer_request_get_service_id (request));

    FOYER_VIEW_COPY (object, request, FIELD (body), FIELD (answer));
    if (service != NULL)
      foyer_view_set_text_if (object, "service", foyer_service_get_name (service));
    set_about (object, context, foyer_request_get_about_id (request));
    set_times (object, request);
    json_object_set_array_member (object, "files", foyer_portal_attachment_list (request));
    foyer_view_set_true_if (object, "mayWithdraw", may_withdraw (context, request));
    foyer_view_set_staff (object, context, "answeredBy", foyer_request_get_decided_by (request));
    set_outcome (object, context, foyer_request_get_outcome_id (request));
  }
  return object;
}

/* --- Those that are not over yet --- */

static gboolean
sees_every_request (FoyerViewContext *context)
{
  return context->access->property_ids == NULL && foyer_view_sees_visits (context)
         && foyer_view_sees_money (context) && foyer_view_sees_quotes (context);
}

/* Of all that are in one state; who does not see each of them has them looked at one by one. */
static gint64
count_in_state (FoyerViewContext *context, FoyerRequestStatus status)
{
  FoyerQuery *query
      = foyer_view_query (&foyer_request_type, "clientId", context->viewer->client_id, "requestedAt");
  g_autoptr (GPtrArray) found = NULL;
  gint64 n;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, status);
  if (sees_every_request (context)) {
    n = foyer_view_context_count (context, query);
    foyer_query_free (query);
    return n;
  }
  found = g_ptr_array_new_with_free_func (g_object_unref);
  foyer_view_read_all (found, context, query);
  n = 0;
  for (guint i = 0; i < found->len; i++)
    n += foyer_view_sees_request (context, found->pdata[i]);
  return n;
}

gint64
foyer_view_count_open_requests (FoyerViewContext *context)
{
  return count_in_state (context, FOYER_REQUEST_NEW) + count_in_state (context, FOYER_REQUEST_OPEN)
         + count_in_state (context, FOYER_REQUEST_WAITING);
}

/* --- The list --- */

static gboolean
is_listed (FoyerViewContext *context, FoyerRecord *request)
{
  return foyer_view_shows (context, request) && foyer_view_sees_request (context, request);
}

void
foyer_view_add_requests (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList list
      = { "requests", FOYER_VIEW_LIMIT, is_listed, foyer_view_make_request, FOYER_VIEW_REQUESTS };

  if (foyer_view_sees_requests (context))
    foyer_view_add_list (view, context, &list,
                         foyer_view_query (&foyer_request_type, "clientId", context->viewer->client_id,
                                           "requestedAt"));
}
