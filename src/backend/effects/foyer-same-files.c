/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-same-files.c - whether what came with a form is what came with a record already */

#include "effects/foyer-same-files.h"

#include "foyer-json.h"

static guint
count (JsonArray *files)
{
  return files == NULL ? 0 : json_array_get_length (files);
}

static const char *
get_blob (JsonArray *files, guint number)
{
  return foyer_json_object_text (json_array_get_object_element (files, number), "blobId");
}

gboolean
foyer_same_files (JsonNode *kept, JsonArray *files)
{
  JsonArray *before = kept != NULL && JSON_NODE_HOLDS_ARRAY (kept) ? json_node_get_array (kept) : NULL;

  if (count (before) != count (files))
    return FALSE;
  for (guint i = 0; i < count (files); i++) {
    if (g_strcmp0 (get_blob (before, i), get_blob (files, i)) != 0)
      return FALSE;
  }
  return TRUE;
}
