/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-blob-id.c - ids of blobs, and which blobs a record refers to */

#include "foyer-blob-id.h"

#include "foyer-json.h"

#include <string.h>

#define DIGITS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

/* 32 bytes are 43 digits; the last holds four bits. */
#define ID_LENGTH 44
#define LAST_DIGITS "AEIMQUYcgkosw048"

char *
foyer_blob_id_new (const guint8 *digest)
{
  g_autofree char *base64 = g_base64_encode (digest, FOYER_BLOB_DIGEST_SIZE);

  g_strdelimit (base64, "+", '-');
  g_strdelimit (base64, "/", '_');
  base64[strcspn (base64, "=")] = '\0';
  return g_strconcat ("B", base64, NULL);
}

char *
foyer_blob_id_of_bytes (GBytes *bytes)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[FOYER_BLOB_DIGEST_SIZE];
  gsize size;
  gsize length = sizeof digest;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  g_checksum_update (checksum, data, (gssize) size);
  g_checksum_get_digest (checksum, digest, &length);
  return foyer_blob_id_new (digest);
}

gboolean
foyer_blob_id_is_valid (const char *id)
{
  return id != NULL && strlen (id) == ID_LENGTH && id[0] == 'B' && strspn (id, DIGITS) == ID_LENGTH
         && strchr (LAST_DIGITS, id[ID_LENGTH - 1]) != NULL;
}

char *
foyer_blob_id_checksum (const char *id)
{
  g_autofree char *base64 = NULL;
  g_autofree guchar *digest = NULL;
  GString *hex;
  gsize length;

  if (!foyer_blob_id_is_valid (id))
    return NULL;
  base64 = g_strconcat (id + 1, "=", NULL);
  g_strdelimit (base64, "-", '+');
  g_strdelimit (base64, "_", '/');
  digest = g_base64_decode (base64, &length);
  hex = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  return g_string_free (hex, FALSE);
}

gboolean
foyer_record_type_has_blobs (const FoyerRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++) {
    if (type->fields[i].blob)
      return TRUE;
  }
  return FALSE;
}

static void
add_text (GHashTable *ids, JsonNode *node)
{
  const char *text = foyer_json_node_text (node);

  if (text != NULL && *text != '\0' && !g_str_has_prefix (text, "https://"))
    g_hash_table_add (ids, g_strdup (text));
}

static void
add_entries (GHashTable *ids, JsonArray *entries)
{
  for (guint i = 0; i < json_array_get_length (entries); i++) {
    JsonNode *entry = json_array_get_element (entries, i);

    if (JSON_NODE_HOLDS_OBJECT (entry))
      add_text (ids, json_object_get_member (json_node_get_object (entry), "blobId"));
  }
}

/* Values of many kinds: only what has the form of an id is one. */
static void
add_members (GHashTable *ids, JsonObject *members)
{
  g_autoptr (GList) values = json_object_get_values (members);

  for (GList *link = values; link != NULL; link = link->next) {
    if (foyer_blob_id_is_valid (foyer_json_node_text (link->data)))
      add_text (ids, link->data);
  }
}

GHashTable *
foyer_record_type_list_blobs (const FoyerRecordType *type, JsonObject *record)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; record != NULL && i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];
    JsonNode *value = field->blob ? json_object_get_member (record, field->name) : NULL;

    if (value == NULL)
      continue;
    if (JSON_NODE_HOLDS_ARRAY (value))
      add_entries (ids, json_node_get_array (value));
    else if (JSON_NODE_HOLDS_OBJECT (value))
      add_members (ids, json_node_get_object (value));
    else
      add_text (ids, value);
  }
  return ids;
}
