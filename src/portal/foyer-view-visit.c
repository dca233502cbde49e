/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-visit.c - what the page of one visit shows: report, checks, photos, proof, its bills */

#include "foyer-view-context.h"

#include "foyer-json.h"
#include "types/invoice.h"
#include "types/photo.h"
#include "types/proof_pack.h"
#include "types/service.h"
#include "types/visit.h"

#define FIELD(column) foyer_visit_field_##column
#define PHOTO_FIELD(column) foyer_photo_field_##column
#define PACK_FIELD(column) foyer_proof_pack_field_##column

JsonObject *
foyer_view_make_photo (FoyerViewContext *context, FoyerRecord *photo, gboolean is_whole)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", foyer_record_get_id (photo));
  FOYER_VIEW_COPY (object, photo, PHOTO_FIELD (caption), PHOTO_FIELD (phase), PHOTO_FIELD (taken_at),
                   PHOTO_FIELD (width), PHOTO_FIELD (height));
  return object;
}

static void
set_checks (JsonObject *object, JsonNode *node)
{
  JsonArray *checks = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonArray *list = json_array_new ();

  for (guint i = 0; checks != NULL && i < json_array_get_length (checks); i++) {
    JsonNode *element = json_array_get_element (checks, i);
    JsonObject *check = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
    JsonObject *copy;

    if (check == NULL || foyer_json_object_text (check, "name") == NULL)
      continue;
    copy = json_object_new ();
    foyer_view_set_text_if (copy, "name", foyer_json_object_text (check, "name"));
    foyer_view_set_text_if (copy, "result", foyer_json_object_text (check, "result"));
    json_object_set_boolean_member (copy, "ok", foyer_json_object_boolean (check, "ok", TRUE));
    json_array_add_object_element (list, copy);
  }
  json_object_set_array_member (object, "checks", list);
}

static void
add_photos (JsonObject *object, FoyerViewContext *context, const char *visit_id)
{
  FoyerQuery *query = foyer_query_new (&foyer_photo_type);
  JsonArray *list = json_array_new ();

  foyer_query_where_text (query, "visitId", visit_id);
  foyer_query_order (query, "takenAt", FALSE);
  foyer_query_limit (query, FOYER_VIEW_LIMIT);
  foyer_view_list (list, context, query, foyer_view_make_photo);
  json_object_set_array_member (object, "pictures", list);
}

/* The proof pack speaks for the visit once it is published. */
static void
add_proof (JsonObject *object, FoyerViewContext *context, const char *visit_id)
{
  FoyerQuery *query = foyer_query_new (&foyer_proof_pack_type);
  g_autoptr (GPtrArray) packs = NULL;

  foyer_query_where_text (query, "visitId", visit_id);
  foyer_query_order (query, "publishedAt", TRUE);
  foyer_query_limit (query, FOYER_VIEW_LIMIT);
  packs = foyer_view_context_list (context, query);
  for (guint i = 0; i < packs->len; i++) {
    FoyerRecord *pack = g_ptr_array_index (packs, i);
    g_autoptr (JsonNode) checks = NULL;
    JsonObject *copy;

    if (!foyer_view_shows (context, pack))
      continue;
    checks = foyer_proof_pack_get_checks (pack);
    copy = json_object_new ();
    FOYER_VIEW_COPY (copy, pack, PACK_FIELD (summary), PACK_FIELD (signed_by), PACK_FIELD (signed_at),
                     PACK_FIELD (published_at));
    set_checks (copy, checks);
    json_object_set_object_member (object, "proofPack", copy);
    return;
  }
}

static void
add_report (JsonObject *object, FoyerRecord *visit)
{
  g_autoptr (JsonNode) checks = NULL;

  if (!foyer_visit_get_report_visible (visit))
    return;
  checks = foyer_visit_get_checks (visit);
  foyer_view_set_text_if (object, "report", foyer_visit_get_report (visit));
  set_checks (object, checks);
}

static void
add_invoices (JsonObject *object, FoyerViewContext *context, const char *visit_id)
{
  JsonArray *list = json_array_new ();

  foyer_view_list (list, context, foyer_view_query (&foyer_invoice_type, "visitId", visit_id, "issuedOn"),
                   foyer_view_make_invoice);
  json_object_set_array_member (object, "invoices", list);
}

static void
add_times (JsonObject *object, FoyerViewContext *context, FoyerRecord *visit)
{
  gint64 until = 0;

  FOYER_VIEW_COPY (object, visit, FIELD (arrived_at), FIELD (finished_at), FIELD (signed_by));
  if (!FOYER_HAS (visit, visit, arrived_at))
    return;
  foyer_utc_parse (foyer_json_object_text (object, "until"), &until, NULL);
  json_object_set_boolean_member (object, "onTime", foyer_visit_get_arrived_at (visit) <= until);
}

void
foyer_view_add_visit_details (JsonObject *object, FoyerViewContext *context, FoyerRecord *visit)
{
  const char *id = foyer_record_get_id (visit);
  FoyerRecord *service
      = foyer_view_context_get (context, &foyer_service_type, foyer_visit_get_service_id (visit));
  int status = foyer_visit_get_status (visit);

  if (service != NULL)
    foyer_view_set_text_if (object, "service", foyer_service_get_description (service));
  foyer_view_set_text_if (object, "clientNote", foyer_visit_get_client_note (visit));
  if (status == FOYER_VISIT_CANCELLED)
    FOYER_VIEW_COPY (object, visit, FIELD (cancelled_at), FIELD (cancel_reason));
  foyer_view_add_change (object, context, visit);
  if (foyer_view_sees_money (context))
    add_invoices (object, context, id);
  /* Before the work is done there is nothing to show of it (D31). */
  if (status != FOYER_VISIT_DONE)
    return;
  add_times (object, context, visit);
  foyer_view_add_review (object, context, visit);
  add_report (object, visit);
  if (foyer_portal_access_has_scope (context->access, FOYER_SCOPE_PHOTOS))
    add_photos (object, context, id);
  if (foyer_portal_access_has_scope (context->access, FOYER_SCOPE_PROOF))
    add_proof (object, context, id);
}
