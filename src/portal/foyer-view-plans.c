/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-plans.c - work that comes again: plans, their visits, and the contracts about them */

#include "foyer-view-list.h"

#include "foyer-json.h"
#include "types/contract.h"
#include "types/document.h"
#include "types/plan.h"
#include "types/portal_person.h"
#include "types/portal_settings.h"
#include "types/property.h"
#include "types/visit.h"

#define FIELD(column) foyer_plan_field_##column
#define CONTRACT_FIELD(column) foyer_contract_field_##column

gboolean
foyer_view_sees_plans (FoyerViewContext *context)
{
  return foyer_portal_access_has_scope (context->access, FOYER_SCOPE_PLANS);
}

gboolean
foyer_view_sees_contracts (FoyerViewContext *context)
{
  return foyer_view_sees_plans (context) && foyer_portal_settings_get_portal_contracts (context->settings);
}

static FoyerRecord *
find_site (FoyerViewContext *context, const char *id)
{
  FoyerRecord *property = foyer_view_context_get (context, &foyer_property_type, id);

  return property != NULL && foyer_view_shows (context, property) ? property : NULL;
}

/* The sites that are covered, as far as the viewer sees them. Takes over @ids. */
static void
set_sites (JsonObject *object, FoyerViewContext *context, char **ids)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; ids[i] != NULL; i++) {
    FoyerRecord *property = find_site (context, ids[i]);

    if (property != NULL)
      json_array_add_object_element (list, foyer_view_make_property (property));
  }
  json_object_set_array_member (object, "sites", list);
  g_strfreev (ids);
}

static void
add_visits (JsonObject *object, FoyerViewContext *context, const char *plan_id)
{
  if (foyer_view_sees_visits (context))
    foyer_view_add_list (object, context, &foyer_view_record_visits,
                         foyer_view_query (&foyer_visit_type, "planId", plan_id, "start"));
}

JsonObject *
foyer_view_make_plan (FoyerViewContext *context, FoyerRecord *plan, gboolean is_whole)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", foyer_record_get_id (plan));
  FOYER_VIEW_COPY (object, plan, FIELD (name), FIELD (description), FIELD (status), FIELD (interval),
                   FIELD (start_on), FIELD (renew_on), FIELD (end_on));
  if (foyer_portal_access_may (context->access, FOYER_PERMISSION_SEE_MONEY))
    FOYER_VIEW_COPY (object, plan, FIELD (price));
  set_sites (object, context, foyer_plan_get_property_ids (plan));
  if (is_whole) {
    FOYER_VIEW_COPY (object, plan, FIELD (visits_per_year), FIELD (discount), FIELD (response_hours),
                     FIELD (auto_renew));
    add_visits (object, context, foyer_record_get_id (plan));
    foyer_view_add_performance (object, context, foyer_record_get_id (plan));
  }
  return object;
}

JsonObject *
foyer_view_make_contract (FoyerViewContext *context, FoyerRecord *contract, gboolean is_whole)
{
  FoyerRecord *signer
      = foyer_view_context_get (context, &foyer_portal_person_type, foyer_contract_get_signed_by (contract));
  FoyerRecord *plan
      = foyer_view_context_get (context, &foyer_plan_type, foyer_contract_get_plan_id (contract));
  FoyerRecord *document
      = foyer_view_context_get (context, &foyer_document_type, foyer_contract_get_document_id (contract));
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", foyer_record_get_id (contract));
  FOYER_VIEW_COPY (object, contract, CONTRACT_FIELD (number), CONTRACT_FIELD (title), CONTRACT_FIELD (status),
                   CONTRACT_FIELD (start_on), CONTRACT_FIELD (end_on), CONTRACT_FIELD (signed_at));
  if (foyer_portal_access_may (context->access, FOYER_PERMISSION_SEE_MONEY))
    FOYER_VIEW_COPY (object, contract, CONTRACT_FIELD (value));
  set_sites (object, context, foyer_contract_get_property_ids (contract));
  if (is_whole) {
    FOYER_VIEW_COPY (object, contract, CONTRACT_FIELD (summary), CONTRACT_FIELD (auto_renew));
    if (document != NULL && foyer_view_sees_documents (context) && foyer_view_shows (context, document))
      json_object_set_object_member (object, "document", foyer_view_make_document (context, document, FALSE));
    if (signer != NULL)
      foyer_view_set_text_if (object, "signedBy", foyer_portal_person_get_name (signer));
    if (plan != NULL && foyer_view_shows (context, plan)) {
      json_object_set_object_member (object, "plan", foyer_view_make_plan (context, plan, FALSE));
      foyer_view_add_performance (object, context, foyer_record_get_id (plan));
    }
  }
  return object;
}

/* --- Those that are active --- */

/* How many there are, however long the list is, and the sites of these that the viewer sees. */
static gint64
count_active (FoyerViewContext *context,
              FoyerQuery *query,
              int active,
              char **(*get_sites) (FoyerRecord *record),
              GHashTable *sites)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, active);
  foyer_view_read_all (found, context, query);
  for (guint i = 0; i < found->len; i++) {
    g_auto (GStrv) ids = get_sites (found->pdata[i]);

    for (guint k = 0; ids[k] != NULL; k++) {
      if (find_site (context, ids[k]) != NULL)
        g_hash_table_add (sites, g_strdup (ids[k]));
    }
  }
  return found->len;
}

gint64
foyer_view_count_active_plans (FoyerViewContext *context, GHashTable *sites)
{
  return count_active (context,
                       foyer_view_query (&foyer_plan_type, "clientId", context->viewer->client_id, "renewOn"),
                       FOYER_PLAN_ACTIVE, foyer_plan_get_property_ids, sites);
}

gint64
foyer_view_count_active_contracts (FoyerViewContext *context, GHashTable *sites)
{
  return count_active (context,
                       foyer_view_query (&foyer_contract_type, "clientId", context->viewer->client_id,
                                         "endOn"),
                       FOYER_CONTRACT_ACTIVE, foyer_contract_get_property_ids, sites);
}

/* --- The lists --- */

void
foyer_view_add_plans (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList plans
      = { "plans", FOYER_VIEW_LIMIT, .make = foyer_view_make_plan, .part = FOYER_VIEW_PLANS };
  static const FoyerViewList contracts
      = { "contracts", FOYER_VIEW_LIMIT, .make = foyer_view_make_contract, .part = FOYER_VIEW_PLANS };
  const char *client_id = context->viewer->client_id;

  if (foyer_view_sees_plans (context))
    foyer_view_add_list (view, context, &plans,
                         foyer_view_query (&foyer_plan_type, "clientId", client_id, "renewOn"));
  if (foyer_view_sees_contracts (context))
    foyer_view_add_list (view, context, &contracts,
                         foyer_view_query (&foyer_contract_type, "clientId", client_id, "endOn"));
}
