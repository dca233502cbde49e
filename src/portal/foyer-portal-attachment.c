/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-attachment.c - the files of messages and requests, as pages name them */

#include "foyer-portal-attachment.h"

#include "foyer-json.h"
#include "foyer-view-context.h"
#include "types/message.h"
#include "types/request.h"

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

const FoyerRecordType *
foyer_portal_attachment_holder (const char *id)
{
  const FoyerRecordType *type = id == NULL ? NULL : foyer_record_type_of_id (id);

  return type == &foyer_message_type || type == &foyer_request_type ? type : NULL;
}

static JsonNode *
get_files (FoyerRecord *record)
{
  if (record == NULL)
    return NULL;
  return foyer_record_get_record_type (record) == &foyer_request_type
             ? foyer_request_get_attachments (record)
             : foyer_message_get_attachments (record);
}

static JsonObject *
get_entry (JsonArray *list, guint number)
{
  JsonNode *element
      = list != NULL && number < json_array_get_length (list) ? json_array_get_element (list, number) : NULL;

  return element != NULL && JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
}

char *
foyer_portal_attachment_find (FoyerRecord *record, guint number, char **file_name)
{
  g_autoptr (JsonNode) node = get_files (record);
  JsonObject *entry
      = get_entry (node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL, number);

  if (entry == NULL)
    return NULL;
  if (file_name != NULL)
    *file_name = g_strdup (foyer_json_object_text (entry, "name"));
  return g_strdup (foyer_json_object_text (entry, "blobId"));
}

JsonArray *
foyer_portal_attachment_list (FoyerRecord *record)
{
  g_autoptr (JsonNode) node = get_files (record);
  JsonArray *given = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonArray *list = json_array_new ();

  for (guint i = 0; given != NULL && i < json_array_get_length (given); i++) {
    JsonObject *entry = get_entry (given, i);
    const char *media_type = entry == NULL ? NULL : foyer_json_object_text (entry, "mediaType");
    g_autofree char *url = g_strdup_printf ("/attachments/%s.%u", foyer_record_get_id (record), i);
    JsonObject *object;

    if (entry == NULL || foyer_json_object_text (entry, "blobId") == NULL)
      continue;
    object = json_object_new ();
    json_object_set_string_member (object, "url", url);
    foyer_view_set_text_if (object, "name", foyer_json_object_text (entry, "name"));
    foyer_view_set_true_if (object, "isPicture",
                            media_type != NULL && g_str_has_prefix (media_type, "image/"));
    json_array_add_object_element (list, object);
  }
  return list;
}
