/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-setting-moot.c - settings that mean nothing under what other settings say */

#include "foyer-setting-moot.h"

#include "foyer-json.h"

#include <glib/gi18n-lib.h>

/* What matters only where clients take times, and what also where they only ask. */
static const char *const of_taking[] = {
  "booking.lead_hours",       "booking.max_days",
  "booking.max_per_day",      "booking.services",
  "booking.require_property", "booking.reschedule",
  "booking.pending_holds",    "booking.expire_hours",
  "booking.overdue_days",     NULL,
};
static const char *const of_asking[] = { "booking.cancel_hours", NULL };

/* As it is drafted, or published. */
static const char *
get_mode (FoyerSettingsDraft *draft, JsonObject *published)
{
  JsonNode *drafted = foyer_settings_draft_get (draft, "booking.mode");

  return drafted != NULL && JSON_NODE_HOLDS_VALUE (drafted)
             ? json_node_get_string (drafted)
             : foyer_json_object_text (published, "booking.mode");
}

const char *
foyer_setting_moot_text (const char *key, FoyerSettingsDraft *draft, JsonObject *published)
{
  gboolean is_of_taking = g_strv_contains (of_taking, key);
  const char *mode;

  if (!is_of_taking && !g_strv_contains (of_asking, key))
    return NULL;
  mode = get_mode (draft, published);
  if (g_strcmp0 (mode, "off") == 0)
    return _ ("Not used while booking is off");
  if (is_of_taking && g_strcmp0 (mode, "requests") == 0)
    return _ ("Not used while clients only describe the work");
  return NULL;
}
