/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-attachment.c - the files of messages, as pages name them */

#include "foyer-portal-attachment.h"

#include "foyer-json.h"
#include "types/message.h"

#include <string.h>

char *
foyer_portal_attachment_read (const char *name, guint *number)
{
  const char *dot = strrchr (name, '.');
  guint64 value;

  if (dot == NULL || !g_ascii_string_to_unsigned (dot + 1, 10, 0, 99, &value, NULL))
    return NULL;
  *number = (guint) value;
  return g_strndup (name, (gsize) (dot - name));
}

char *
foyer_portal_attachment_find (FoyerRecord *message, guint number, char **file_name)
{
  g_autoptr (JsonNode) node = message == NULL ? NULL : foyer_message_get_attachments (message);
  JsonArray *list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonNode *element
      = list != NULL && number < json_array_get_length (list) ? json_array_get_element (list, number) : NULL;
  JsonObject *entry
      = element != NULL && JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;

  if (entry == NULL)
    return NULL;
  if (file_name != NULL)
    *file_name = g_strdup (foyer_json_object_text (entry, "name"));
  return g_strdup (foyer_json_object_text (entry, "blobId"));
}
