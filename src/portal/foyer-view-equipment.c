/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-equipment.c - the machines at the sites that this viewer sees */

#include "foyer-view-list.h"

#include "types/document.h"
#include "types/equipment.h"

#define FIELD(column) foyer_equipment_field_##column

/* Its manual, its warranty. */
static void
add_documents (JsonObject *object, FoyerViewContext *context, const char *id)
{
  JsonArray *list;

  if (!foyer_view_sees_documents (context))
    return;
  list = json_array_new ();
  foyer_view_list (list, context, foyer_view_query (&foyer_document_type, "aboutId", id, "position"),
                   foyer_view_make_document);
  json_object_set_array_member (object, "documents", list);
}

JsonObject *
foyer_view_make_equipment (FoyerViewContext *context, FoyerRecord *equipment, gboolean is_whole)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", foyer_record_get_id (equipment));
  FOYER_VIEW_COPY (object, equipment, FIELD (name), FIELD (description), FIELD (serial), FIELD (installed_on),
                   FIELD (serviced_on), FIELD (condition));
  foyer_view_set_property (object, context, foyer_equipment_get_property_id (equipment));
  if (is_whole) {
    FOYER_VIEW_COPY (object, equipment, FIELD (maker), FIELD (model), FIELD (warranty_until), FIELD (remark));
    add_documents (object, context, foyer_record_get_id (equipment));
  }
  return object;
}

void
foyer_view_add_equipment (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList list
      = { "equipment", FOYER_VIEW_LIMIT, .make = foyer_view_make_equipment, .part = FOYER_VIEW_EQUIPMENT };
  FoyerQuery *query;

  if (!foyer_view_sees_visits (context))
    return;

  query = foyer_query_new (&foyer_equipment_type);
  foyer_query_where_text (query, "clientId", context->viewer->client_id);
  foyer_query_order (query, "propertyId", FALSE);
  foyer_view_add_list (view, context, &list, query);
}
