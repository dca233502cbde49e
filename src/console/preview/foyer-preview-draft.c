/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-draft.c - settings that are being changed, as the preview shows them */

#include "foyer-preview-draft.h"

static void
on_changed (FoyerPreviewStage *stage, FoyerSettingsDraft *draft)
{
  g_auto (GStrv) keys = foyer_settings_draft_list_keys (draft);
  g_autoptr (JsonObject) patch = json_object_new ();

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++) {
    JsonNode *value = foyer_settings_draft_get (draft, keys[i]);

    json_object_set_member (patch, keys[i],
                            value == NULL ? json_node_new (JSON_NODE_NULL) : json_node_copy (value));
  }
  g_object_set (stage, "draft", json_object_get_size (patch) == 0 ? NULL : patch, NULL);
}

void
foyer_preview_draft_follow (FoyerPreviewStage *stage, FoyerSettingsDraft *draft)
{
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_changed), stage, G_CONNECT_SWAPPED);
  on_changed (stage, draft);
}
