/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-properties.c - the sites of a client, each with its history */

#include "foyer-view-list.h"

#include "foyer-json.h"
#include "types/property.h"
#include "types/visit.h"

#include <string.h>

static gboolean
is_done (JsonObject *visit)
{
  return g_strcmp0 (foyer_json_object_text (visit, "status"), "done") == 0;
}

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

/* The last time that each site was served, from the visits that the view holds anyway. */
static void
set_last_service (JsonArray *properties, JsonArray *past)
{
  for (guint i = 0; i < json_array_get_length (properties); i++) {
    JsonObject *property = json_array_get_object_element (properties, i);

    for (guint k = 0; past != NULL && k < json_array_get_length (past); k++) {
      JsonObject *visit = json_array_get_object_element (past, k);
      JsonObject *site = foyer_json_object_object (visit, "property");

      if (site == NULL || !is_done (visit)
          || strcmp (foyer_json_object_text (site, "id"), foyer_json_object_text (property, "id")) != 0)
        continue;
      json_object_set_string_member (property, "lastService", foyer_json_object_text (visit, "start"));
      break;
    }
  }
}

void
foyer_view_add_properties (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList list
      = { "properties", FOYER_VIEW_LIMIT, .make = foyer_view_make_site, .part = FOYER_VIEW_PROPERTIES };
  FoyerQuery *query;

  if (!foyer_view_sees_visits (context))
    return;

  query = foyer_query_new (&foyer_property_type);
  foyer_query_where_text (query, "clientId", context->viewer->client_id);
  foyer_query_order (query, "name", FALSE);
  foyer_view_add_list (view, context, &list, query);
  set_last_service (foyer_json_object_array (view, "properties"), foyer_json_object_array (view, "past"));
}
