/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-health.c - how the account is doing, in four figures, from what the viewer sees anyway (004-6…9) */

#include "foyer-view-context.h"

#include "foyer-json.h"

static void
set_last_service (JsonObject *health, JsonArray *done)
{
  if (done != NULL && json_array_get_length (done) > 0)
    json_object_set_string_member (health, "lastService",
                                   foyer_json_object_text (json_array_get_object_element (done, 0), "start"));
}

void
foyer_view_add_health (JsonObject *view, FoyerViewContext *context)
{
  g_autoptr (GHashTable) sites = NULL;
  JsonObject *health;

  if (!(context->parts & FOYER_VIEW_HEALTH))
    return;
  sites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  health = json_object_new ();
  if (foyer_view_sees_plans (context)) {
    json_object_set_int_member (health, "plans", foyer_view_count_active_plans (context, sites));
    if (foyer_view_sees_contracts (context))
      json_object_set_int_member (health, "contracts", foyer_view_count_active_contracts (context, sites));
    json_object_set_int_member (health, "sites", g_hash_table_size (sites));
  }
  if (foyer_view_sees_requests (context))
    json_object_set_int_member (health, "issues", foyer_view_count_open_requests (context));
  set_last_service (health, foyer_json_object_array (view, "done"));
  json_object_set_object_member (view, "health", health);
}
