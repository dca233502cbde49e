/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-health.c - how the account is doing, in four figures, from what the viewer sees anyway (004-6…9) */

#include "foyer-view-context.h"

#include "foyer-json.h"

static gboolean
is_word (JsonObject *object, const char *member, const char *word)
{
  return g_strcmp0 (foyer_json_object_text (object, member), word) == 0;
}

/* Counts what is active, and the sites that it covers. */
static gint64
count_active (JsonObject *view, const char *name, GHashTable *sites)
{
  JsonArray *list = foyer_json_object_array (view, name);
  gint64 n = 0;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++) {
    JsonObject *object = json_array_get_object_element (list, i);
    JsonArray *covered = foyer_json_object_array (object, "sites");

    if (!is_word (object, "status", "active"))
      continue;
    n += 1;
    for (guint k = 0; k < json_array_get_length (covered); k++)
      g_hash_table_add (sites,
                        g_strdup (foyer_json_object_text (json_array_get_object_element (covered, k), "id")));
  }
  return n;
}

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
    json_object_set_int_member (health, "plans", count_active (view, "plans", sites));
    if (foyer_view_sees_contracts (context))
      json_object_set_int_member (health, "contracts", count_active (view, "contracts", sites));
    json_object_set_int_member (health, "sites", g_hash_table_size (sites));
  }
  if (foyer_view_sees_requests (context))
    json_object_set_int_member (health, "issues", foyer_view_count_open_requests (context));
  set_last_service (health, foyer_json_object_array (view, "done"));
  json_object_set_object_member (view, "health", health);
}
