/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-requests.c - what this client asked the office, complained of or disputed */

#include "foyer-view-context.h"

#include "foyer-json.h"
#include "types/quote.h"
#include "types/request.h"
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
    FOYER_VIEW_COPY (object, request, FIELD (body), FIELD (answer));
    foyer_view_set_staff (object, context, "answeredBy", foyer_request_get_decided_by (request));
    set_outcome (object, context, foyer_request_get_outcome_id (request));
  }
  return object;
}

void
foyer_view_add_requests (JsonObject *view, FoyerViewContext *context)
{
  g_autoptr (GPtrArray) requests = NULL;
  JsonArray *list;

  if (!foyer_view_sees_requests (context))
    return;

  list = json_array_new ();
  requests = foyer_view_context_list (context, foyer_view_query (&foyer_request_type, "clientId",
                                                                 context->viewer->client_id, "requestedAt"));
  for (guint i = 0; i < requests->len; i++) {
    FoyerRecord *request = g_ptr_array_index (requests, i);

    if (foyer_view_shows (context, request) && foyer_view_sees_request (context, request))
      json_array_add_object_element (list, foyer_view_make_request (context, request, FALSE));
  }
  json_object_set_array_member (view, "requests", list);
}
