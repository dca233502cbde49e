/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-method-blob.c - Blob/upload and Blob/get (RFC 9404), by which pieces become a blob, and Blob/copy (RFC 8620 §6.3) */

#include "methods/foyer-methods.h"

#include "foyer-blob-id.h"
#include "foyer-jmap.h"
#include "foyer-json.h"
#include "methods/foyer-set-error.h"

#include <string.h>

/* What Blob/get shows of all blobs together; downloads have no such bound. */
#define MOST_SHOWN (4 * 1024 * 1024)

/* --- Blob/upload --- */

static gboolean
refuse (JsonObject **error, const char *type, const char *description)
{
  *error = foyer_set_error_new (type, description);
  return FALSE;
}

static gboolean
fail (JsonObject **error, const GError *failure)
{
  g_warning ("A blob was not made: %s", failure == NULL ? "no reason given" : failure->message);
  return refuse (error, "serverFail", "The server has trouble of its own; nothing was done");
}

static gboolean
add_bytes (FoyerBlobWriter *writer, gconstpointer data, gsize size, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;

  if (foyer_blob_writer_get_size (writer) + (gint64) size > FOYER_JMAP_MAX_BLOB)
    return refuse (error, "tooLarge", NULL);
  return foyer_blob_writer_add (writer, data, size, &failure) || fail (error, failure);
}

static const char *
resolve (FoyerMethodContext *context, const char *id)
{
  const char *created = id[0] == '#' ? foyer_json_object_text (context->created_ids, id + 1) : NULL;

  return created == NULL ? id : created;
}

static gboolean
report_missing (JsonObject **error, const char *id)
{
  JsonArray *missing = json_array_new ();

  *error = foyer_set_error_new ("blobNotFound", NULL);
  json_array_add_string_element (missing, id);
  json_object_set_array_member (*error, "notFound", missing);
  return FALSE;
}

static gboolean
add_blob (FoyerMethodContext *context,
          FoyerBlobWriter *writer,
          JsonObject *source,
          const char *id,
          JsonObject **error)
{
  gint64 offset = foyer_json_object_integer (source, "offset", 0);
  gint64 size = foyer_blobs_find (context->blobs, id, NULL);
  gint64 length = foyer_json_object_integer (source, "length", size - offset);
  g_autoptr (GBytes) bytes = NULL;

  if (size >= 0)
    bytes = foyer_blob_files_open (context->blobs->files, id, NULL);
  if (bytes == NULL)
    return report_missing (error, id);
  size = (gint64) g_bytes_get_size (bytes);
  if (offset < 0 || length < 0 || offset > size || length > size - offset)
    return refuse (error, "invalidProperties", "offset and length must lie within the blob");
  return add_bytes (writer, (const char *) g_bytes_get_data (bytes, NULL) + offset, (gsize) length, error);
}

static gboolean
add_base64 (FoyerBlobWriter *writer, const char *text, JsonObject **error)
{
  g_autofree guchar *data = NULL;
  gsize n_digits = strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
  gsize length = strlen (text);

  if (length % 4 != 0 || strspn (text + n_digits, "=") != length - n_digits || length - n_digits > 2)
    return refuse (error, "invalidProperties", "data:asBase64 is no base64");
  data = g_base64_decode (text, &length);
  return add_bytes (writer, data, length, error);
}

static gboolean
add_source (FoyerMethodContext *context, FoyerBlobWriter *writer, JsonNode *node, JsonObject **error)
{
  JsonObject *source = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *text = source == NULL ? NULL : foyer_json_object_text (source, "data:asText");
  const char *base64 = source == NULL ? NULL : foyer_json_object_text (source, "data:asBase64");
  const char *id = source == NULL ? NULL : foyer_json_object_text (source, "blobId");

  if ((text != NULL) + (base64 != NULL) + (id != NULL) != 1)
    return refuse (error, "invalidProperties", "A source has one of data:asText, data:asBase64 and blobId");
  if (text != NULL)
    return add_bytes (writer, text, strlen (text), error);
  if (base64 != NULL)
    return add_base64 (writer, base64, error);
  return add_blob (context, writer, source, resolve (context, id), error);
}

static char *
join (FoyerMethodContext *context, JsonArray *sources, gint64 *size, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerBlobWriter) writer = foyer_blob_writer_new (context->blobs->files, &failure);
  char *id;

  if (writer == NULL) {
    fail (error, failure);
    return NULL;
  }
  for (guint i = 0; i < json_array_get_length (sources); i++) {
    if (!add_source (context, writer, json_array_get_element (sources, i), error))
      return NULL;
  }
  *size = foyer_blob_writer_get_size (writer);
  if (!foyer_blobs_has_room (context->blobs, *size)) {
    refuse (error, "overQuota", "Too much was uploaded and not used");
    return NULL;
  }
  id = foyer_blob_writer_finish (writer, &failure);
  if (id == NULL || !foyer_blobs_add (context->blobs, id, *size, &failure)) {
    g_free (id);
    fail (error, failure);
    return NULL;
  }
  return id;
}

static JsonObject *
make_blob (FoyerMethodContext *context, const char *key, JsonNode *node, JsonObject **error)
{
  JsonObject *asked = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *sources = asked == NULL ? NULL : foyer_json_object_array (asked, "data");
  const char *type = asked == NULL ? NULL : foyer_json_object_text (asked, "type");
  g_autofree char *id = NULL;
  gint64 size;
  JsonObject *made;

  if (sources == NULL || json_array_get_length (sources) > FOYER_JMAP_MAX_SOURCES) {
    refuse (error, "invalidProperties", "data is a list of at most 64 sources");
    foyer_set_error_add_property (*error, "data");
    return NULL;
  }
  if (!foyer_blobs_may_upload (context->blobs)) {
    refuse (error, "forbidden", "A viewer can look but not change anything");
    return NULL;
  }
  id = join (context, sources, &size, error);
  if (id == NULL)
    return NULL;
  json_object_set_string_member (context->created_ids, key, id);
  made = json_object_new ();
  json_object_set_string_member (made, "id", id);
  json_object_set_string_member (made, "type", type == NULL ? "application/octet-stream" : type);
  json_object_set_int_member (made, "size", size);
  return made;
}

static void
put_map (JsonObject *answer, const char *name, JsonObject *map)
{
  if (json_object_get_size (map) == 0)
    json_object_set_null_member (answer, name);
  else
    json_object_set_object_member (answer, name, json_object_ref (map));
}

JsonObject *
foyer_method_blob_upload (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  JsonObject *create = foyer_json_object_object (arguments, "create");
  g_autoptr (JsonObject) created = json_object_new ();
  g_autoptr (JsonObject) not_created = json_object_new ();
  JsonObject *answer;
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;

  if (create == NULL)
    return foyer_method_refuse (error, "invalidArguments", "create must be an object");
  if (json_object_get_size (create) > FOYER_JMAP_MAX_OBJECTS)
    return foyer_method_refuse (error, "requestTooLarge", NULL);
  json_object_iter_init_ordered (&iter, create);
  while (json_object_iter_next_ordered (&iter, &key, &value)) {
    JsonObject *set_error = NULL;
    JsonObject *made = make_blob (context, key, value, &set_error);

    if (made != NULL)
      json_object_set_object_member (created, key, made);
    else
      json_object_set_object_member (not_created, key, set_error);
  }
  answer = json_object_new ();
  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  put_map (answer, "created", created);
  put_map (answer, "notCreated", not_created);
  return answer;
}

/* --- Blob/get --- */

typedef struct {
  gboolean text;
  gboolean base64;
  gboolean either;
  gboolean digest;
  gboolean size;
  gint64 offset;
  gint64 length; /* -1 for all */
  gint64 shown;
} Look;

static gboolean
note_property (Look *look, const char *name)
{
  if (name == NULL)
    return FALSE;
  look->text = look->text || strcmp (name, "data:asText") == 0;
  look->base64 = look->base64 || strcmp (name, "data:asBase64") == 0;
  look->either = look->either || strcmp (name, "data") == 0;
  look->digest = look->digest || strcmp (name, "digest:sha-256") == 0;
  look->size = look->size || strcmp (name, "size") == 0;
  return strcmp (name, "data:asText") == 0 || strcmp (name, "data:asBase64") == 0
         || strcmp (name, "data") == 0 || strcmp (name, "digest:sha-256") == 0 || strcmp (name, "size") == 0
         || strcmp (name, "id") == 0;
}

static gboolean
read_look (JsonObject *arguments, Look *look)
{
  JsonArray *properties = foyer_json_object_array (arguments, "properties");

  look->offset = foyer_json_object_integer (arguments, "offset", 0);
  look->length = foyer_json_object_integer (arguments, "length", -1);
  if (properties == NULL) {
    look->either = look->size = TRUE;
    return look->offset >= 0;
  }
  for (guint i = 0; i < json_array_get_length (properties); i++) {
    if (!note_property (look, foyer_json_node_text (json_array_get_element (properties, i))))
      return FALSE;
  }
  return look->offset >= 0;
}

static void
add_data (JsonObject *entry, const Look *look, const char *data, gsize size)
{
  gboolean is_text = g_utf8_validate_len (data, size, NULL) && memchr (data, '\0', size) == NULL;

  if (look->text || (look->either && is_text)) {
    g_autofree char *text = is_text ? g_strndup (data, size) : NULL;

    if (is_text)
      json_object_set_string_member (entry, "data:asText", text);
    else
      json_object_set_null_member (entry, "data:asText");
    if (!is_text)
      json_object_set_boolean_member (entry, "isEncodingProblem", TRUE);
  }
  if (look->base64 || (look->either && !is_text)) {
    g_autofree char *base64 = g_base64_encode ((const guchar *) data, size);

    json_object_set_string_member (entry, "data:asBase64", base64);
  }
}

static void
add_digest (JsonObject *entry, const char *data, gsize size)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[FOYER_BLOB_DIGEST_SIZE];
  gsize length = sizeof digest;
  g_autofree char *base64 = NULL;

  g_checksum_update (checksum, (const guchar *) data, (gssize) size);
  g_checksum_get_digest (checksum, digest, &length);
  base64 = g_base64_encode (digest, length);
  json_object_set_string_member (entry, "digest:sha-256", base64);
}

/* Returns: %FALSE if that is too much to show */
static gboolean
show (FoyerMethodContext *context, Look *look, const char *id, gint64 size, JsonObject *entry)
{
  g_autoptr (GBytes) bytes = NULL;
  gint64 offset = MIN (look->offset, size);
  gint64 length = look->length < 0 ? size - offset : MIN (look->length, size - offset);

  json_object_set_string_member (entry, "id", id);
  if (look->size)
    json_object_set_int_member (entry, "size", size);
  if (!look->text && !look->base64 && !look->either && !look->digest)
    return TRUE;
  look->shown += length;
  if (look->shown > MOST_SHOWN)
    return FALSE;
  bytes = foyer_blob_files_open (context->blobs->files, id, NULL);
  if (bytes == NULL)
    return TRUE;
  offset = MIN (offset, (gint64) g_bytes_get_size (bytes));
  length = MIN (length, (gint64) g_bytes_get_size (bytes) - offset);
  if (look->offset > size || (look->length >= 0 && length < look->length))
    json_object_set_boolean_member (entry, "isTruncated", TRUE);
  if (length > 0 || look->digest || look->text || look->base64 || look->either) {
    const char *data = length == 0 ? "" : (const char *) g_bytes_get_data (bytes, NULL) + offset;

    add_data (entry, look, data, (gsize) length);
    if (look->digest)
      add_digest (entry, data, (gsize) length);
  }
  return TRUE;
}

/* A blob whose file is not there is not there: it can be sent again. */
static gint64
find (FoyerMethodContext *context, const char *id)
{
  gint64 size = foyer_blobs_find (context->blobs, id, NULL);
  g_autofree char *path = size < 0 ? NULL : foyer_blob_files_get_path (context->blobs->files, id);

  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS) ? size : -1;
}

JsonObject *
foyer_method_blob_get (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  JsonArray *ids = foyer_json_object_array (arguments, "ids");
  JsonArray *list = json_array_new ();
  JsonArray *not_found = json_array_new ();
  g_autoptr (JsonObject) answer = json_object_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Look look = { 0 };

  json_object_set_string_member (answer, "accountId", context->staff->organisation->id);
  json_object_set_array_member (answer, "list", list);
  json_object_set_array_member (answer, "notFound", not_found);
  if (ids == NULL || !read_look (arguments, &look))
    return foyer_method_refuse (error, "invalidArguments", "ids is a list, properties are those of a blob");
  if (json_array_get_length (ids) > FOYER_JMAP_MAX_OBJECTS)
    return foyer_method_refuse (error, "requestTooLarge", NULL);
  for (guint i = 0; i < json_array_get_length (ids); i++) {
    const char *asked = foyer_json_node_text (json_array_get_element (ids, i));
    const char *id = asked == NULL ? NULL : resolve (context, asked);
    gint64 size;

    if (id == NULL)
      return foyer_method_refuse (error, "invalidArguments", "ids must be strings");
    if (!g_hash_table_add (seen, (gpointer) asked))
      continue;
    size = find (context, id);
    if (size < 0) {
      json_array_add_string_element (not_found, asked);
      continue;
    }
    json_array_add_object_element (list, json_object_new ());
    if (!show (context, &look, id, size,
               json_array_get_object_element (list, json_array_get_length (list) - 1)))
      return foyer_method_refuse (error, "requestTooLarge", "Download it, or ask for less with length");
  }
  return g_steal_pointer (&answer);
}

/* Whoever is signed in has one account: there is nothing to copy from. */
JsonObject *
foyer_method_blob_copy (FoyerMethodContext *context, JsonObject *arguments, JsonObject **error)
{
  const char *from = foyer_json_object_text (arguments, "fromAccountId");

  if (from == NULL || foyer_json_object_array (arguments, "blobIds") == NULL)
    return foyer_method_refuse (error, "invalidArguments", "fromAccountId and blobIds must be given");
  if (strcmp (from, context->staff->organisation->id) == 0)
    return foyer_method_refuse (error, "invalidArguments", "The accounts are the same");
  return foyer_method_refuse (error, "fromAccountNotFound", NULL);
}
