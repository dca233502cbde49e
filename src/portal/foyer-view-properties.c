/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-properties.c - the sites of a client, each with its history */

#include "foyer-view-list.h"

#include "foyer-json.h"
#include "types/property.h"
#include "types/visit.h"

/* Visits of one site, those to come first in time and those that were last in time. */
static void
add_history (JsonObject *object, FoyerViewContext *context, const char *property_id)
{
  foyer_view_add_list (object, context, &foyer_view_record_visits,
                       foyer_view_query (&foyer_visit_type, "propertyId", property_id, "start"));
}

JsonObject *
foyer_view_make_site (FoyerViewContext *context, FoyerRecord *property, gboolean is_whole)
{
  JsonObject *object = foyer_view_make_property (property);

  if (is_whole) {
    foyer_view_set_text_if (object, "accessNotes", foyer_property_get_access_notes (property));
    add_history (object, context, foyer_record_get_id (property));
  }
  return object;
}

/* The last time that a site was served, however long ago that is. */
static void
set_last_service (JsonObject *property, FoyerViewContext *context)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_visit_type);
  g_autoptr (GPtrArray) visits = NULL;
  FoyerRecord *last;

  foyer_query_where_text (query, "propertyId", foyer_json_object_text (property, "id"));
  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_VISIT_DONE);
  foyer_query_order (query, "start", TRUE);
  foyer_query_limit (query, 1);
  visits = foyer_view_context_read (context, query);
  if (visits->len == 0 || !foyer_view_shows (context, visits->pdata[0]))
    return;
  last = visits->pdata[0];
  foyer_view_set_time (property, "lastService",
                       FOYER_HAS (last, visit, window_start) ? foyer_visit_get_window_start (last)
                                                             : foyer_visit_get_start (last));
}

static JsonObject *
make_listed (FoyerViewContext *context, FoyerRecord *property, gboolean is_whole)
{
  JsonObject *object = foyer_view_make_site (context, property, is_whole);

  set_last_service (object, context);
  return object;
}

void
foyer_view_add_properties (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList list
      = { "properties", FOYER_VIEW_LIMIT, .make = make_listed, .part = FOYER_VIEW_PROPERTIES };
  FoyerQuery *query;

  if (!foyer_view_sees_visits (context))
    return;

  query = foyer_query_new (&foyer_property_type);
  foyer_query_where_text (query, "clientId", context->viewer->client_id);
  foyer_query_order (query, "name", FALSE);
  foyer_view_add_list (view, context, &list, query);
}
