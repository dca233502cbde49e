/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-blob-http.c - uploads and downloads over HTTP */

#include "blobs/foyer-blob-http.h"

#include "foyer-jmap-problem.h"
#include "foyer-jmap.h"
#include "foyer-json.h"

#include <string.h>

#define OCTETS "application/octet-stream"
#define TOKEN "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&^_.+-"
#define LONGEST_MEDIA_TYPE 127

gboolean
foyer_blob_http_is_upload (const char *path)
{
  return g_str_has_prefix (path, FOYER_BLOB_UPLOAD_PATH);
}

static FoyerHttpResponse *
answer_problem (guint status, const char *type, const char *detail, const char *limit)
{
  g_autoptr (FoyerJmapProblem) problem = foyer_jmap_problem_new (status, type, detail);

  problem->limit = limit;
  return foyer_http_response_new_text (status, "application/problem+json",
                                       foyer_jmap_problem_to_text (problem));
}

static FoyerHttpResponse *
answer_not_found (void)
{
  return answer_problem (404, "about:blank", "There is no such blob", NULL);
}

static FoyerHttpResponse *
answer_trouble (const GError *error)
{
  FoyerHttpResponse *response
      = answer_problem (503, "about:blank", "The server has trouble of its own", NULL);

  g_warning ("A blob was not taken or given: %s", error == NULL ? "no reason given" : error->message);
  foyer_http_response_set_header (response, "Retry-After", "5");
  return response;
}

static FoyerHttpResponse *
answer_method (const char *allowed)
{
  FoyerHttpResponse *response = foyer_http_response_new (405, NULL, NULL);

  foyer_http_response_set_header (response, "Allow", allowed);
  return response;
}

/* A type and a subtype, with whatever parameters; anything else is bytes. */
static char *
read_media_type (const char *text)
{
  gsize type = text == NULL ? 0 : strspn (text, TOKEN);
  gsize subtype = type == 0 || text[type] != '/' ? 0 : strspn (text + type + 1, TOKEN);
  const char *rest = subtype == 0 ? NULL : text + type + 1 + subtype;

  if (rest == NULL || strlen (text) > LONGEST_MEDIA_TYPE || (*rest != '\0' && *rest != ';' && *rest != ' '))
    return g_strdup (OCTETS);
  for (const char *c = rest; *c != '\0'; c++) {
    if (*c < 0x20 || *c > 0x7e)
      return g_strdup (OCTETS);
  }
  return g_strdup (text);
}

/* --- Uploads --- */

static gboolean
is_own_account (const FoyerBlobs *blobs, const char *rest)
{
  const char *id = blobs->staff->organisation->id;

  return g_str_has_prefix (rest, id) && (rest[strlen (id)] == '\0' || strcmp (rest + strlen (id), "/") == 0);
}

static FoyerHttpResponse *
check_upload (const FoyerBlobs *blobs, const FoyerHttpRequest *request)
{
  gsize size = g_bytes_get_size (request->body);

  if (strcmp (request->method, "POST") != 0)
    return answer_method ("POST");
  if (!is_own_account (blobs, request->path + strlen (FOYER_BLOB_UPLOAD_PATH)))
    return answer_problem (404, "about:blank", "There is no such account", NULL);
  if (!foyer_blobs_may_upload (blobs))
    return answer_problem (403, "about:blank", "A viewer can look but not change anything", NULL);
  if (size > FOYER_JMAP_MAX_UPLOAD)
    return answer_problem (413, FOYER_JMAP_LIMIT, "Upload too long: send it in pieces", "maxSizeUpload");
  if (!foyer_blobs_has_room (blobs, (gint64) size))
    return answer_problem (413, FOYER_JMAP_LIMIT, "Too much was uploaded and not used", "quota");
  return NULL;
}

FoyerHttpResponse *
foyer_blob_http_upload (const FoyerBlobs *blobs, const FoyerHttpRequest *request)
{
  FoyerHttpResponse *refusal = check_upload (blobs, request);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) answer = NULL;
  g_autofree char *id = NULL;
  g_autofree char *type = NULL;

  if (refusal != NULL)
    return refusal;
  id = foyer_blobs_keep (blobs, request->body, &error);
  if (id == NULL)
    return answer_trouble (error);
  type = read_media_type (foyer_http_request_header (request, "content-type"));
  answer = json_object_new ();
  json_object_set_string_member (answer, "accountId", blobs->staff->organisation->id);
  json_object_set_string_member (answer, "blobId", id);
  json_object_set_string_member (answer, "type", type);
  json_object_set_int_member (answer, "size", (gint64) g_bytes_get_size (request->body));
  return foyer_http_response_new_text (201, "application/json", foyer_json_canonical_object (answer));
}

/* --- Downloads --- */

/* For programs that know only the old form, letters that cannot be misread; the name itself in the new one (RFC 6266). */
static char *
write_disposition (const char *name)
{
  g_autofree char *plain = g_strdup (name);
  g_autofree char *escaped = g_uri_escape_string (name, NULL, FALSE);

  for (char *c = plain; *c != '\0'; c++) {
    if (!g_ascii_isalnum (*c) && strchr ("._- ", *c) == NULL)
      *c = '_';
  }
  return g_strdup_printf ("attachment; filename=\"%s\"; filename*=UTF-8''%s", plain, escaped);
}

static char *
choose_media_type (const FoyerHttpRequest *request)
{
  g_autoptr (GHashTable) fields = NULL;

  if (request->query != NULL)
    fields = g_uri_parse_params (request->query, -1, "&", G_URI_PARAMS_NONE, NULL);
  return read_media_type (fields == NULL ? NULL : g_hash_table_lookup (fields, "type"));
}

typedef enum {
  RANGE_NONE,
  RANGE_GOOD,
  RANGE_BEYOND,
} RangeKind;

static gboolean
read_number (const char *text, gint64 *number)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text)
         && g_ascii_string_to_signed (text, 10, 0, G_MAXINT64 - 1, number, NULL);
}

/* One range; several, or what cannot be understood, are as good as none (RFC 9110 §14.2). */
static RangeKind
read_range (const char *header, gint64 size, gint64 *first, gint64 *last)
{
  g_auto (GStrv) parts = NULL;
  gint64 number;

  if (header == NULL || !g_str_has_prefix (header, "bytes="))
    return RANGE_NONE;
  parts = g_strsplit (header + strlen ("bytes="), "-", 2);
  if (parts[0] == NULL || parts[1] == NULL)
    return RANGE_NONE;
  *last = size - 1;
  if (*parts[0] == '\0') {
    if (!read_number (parts[1], &number))
      return RANGE_NONE;
    *first = MAX (size - number, 0);
    return number == 0 || size == 0 ? RANGE_BEYOND : RANGE_GOOD;
  }
  if (!read_number (parts[0], first))
    return RANGE_NONE;
  if (*parts[1] != '\0') {
    if (!read_number (parts[1], &number) || number < *first)
      return RANGE_NONE;
    *last = MIN (number, size - 1);
  }
  return *first >= size ? RANGE_BEYOND : RANGE_GOOD;
}

static FoyerHttpResponse *
answer_bytes (GBytes *bytes, const char *tag, const FoyerHttpRequest *request)
{
  const char *condition = foyer_http_request_header (request, "if-range");
  const char *header = foyer_http_request_header (request, "range");
  gint64 size = (gint64) g_bytes_get_size (bytes);
  gint64 first;
  gint64 last;
  g_autofree char *range = NULL;
  FoyerHttpResponse *response;

  switch (condition != NULL && strcmp (condition, tag) != 0 ? RANGE_NONE
                                                            : read_range (header, size, &first, &last)) {
  case RANGE_GOOD:
    range = g_strdup_printf ("bytes %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, first, last,
                             size);
    response
        = foyer_http_response_new (206, NULL,
                                   g_bytes_new_from_bytes (bytes, (gsize) first, (gsize) (last - first + 1)));
    break;
  case RANGE_BEYOND:
    range = g_strdup_printf ("bytes */%" G_GINT64_FORMAT, size);
    response = foyer_http_response_new (416, NULL, NULL);
    break;
  case RANGE_NONE:
  default:
    return foyer_http_response_new (200, NULL, g_bytes_ref (bytes));
  }
  foyer_http_response_set_header (response, "Content-Range", range);
  return response;
}

static void
add_headers (FoyerHttpResponse *response, const char *tag, const char *name, const FoyerHttpRequest *request)
{
  g_autofree char *type = choose_media_type (request);
  g_autofree char *disposition = write_disposition (name);

  foyer_http_response_set_header (response, "Content-Type", type);
  foyer_http_response_set_header (response, "Content-Disposition", disposition);
  foyer_http_response_set_header (response, "Content-Security-Policy", "sandbox; default-src 'none'");
  foyer_http_response_set_header (response, "Cache-Control", "private, immutable, max-age=31536000");
  foyer_http_response_set_header (response, "Accept-Ranges", "bytes");
  foyer_http_response_set_header (response, "ETag", tag);
}

static FoyerHttpResponse *
give (const FoyerBlobs *blobs, const char *id, const char *name, const FoyerHttpRequest *request)
{
  const char *known = foyer_http_request_header (request, "if-none-match");
  g_autofree char *tag = g_strdup_printf ("\"%s\"", id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  FoyerHttpResponse *response;

  if (foyer_blobs_find (blobs, id, &error) < 0)
    return error == NULL ? answer_not_found () : answer_trouble (error);
  if (known != NULL && (strstr (known, tag) != NULL || strcmp (known, "*") == 0)) {
    response = foyer_http_response_new (304, NULL, NULL);
  } else {
    bytes = foyer_blob_files_open (blobs->files, id, &error);
    if (bytes == NULL)
      return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? answer_not_found ()
                                                                       : answer_trouble (error);
    response = answer_bytes (bytes, tag, request);
  }
  add_headers (response, tag, name, request);
  return response;
}

FoyerHttpResponse *
foyer_blob_http_download (const FoyerBlobs *blobs, const FoyerHttpRequest *request)
{
  g_auto (GStrv) parts = g_strsplit (request->path + strlen (FOYER_BLOB_DOWNLOAD_PATH), "/", 3);

  if (strcmp (request->method, "GET") != 0 && strcmp (request->method, "HEAD") != 0)
    return answer_method ("GET, HEAD");
  if (g_strv_length (parts) != 3 || strcmp (parts[0], blobs->staff->organisation->id) != 0)
    return answer_not_found ();
  return give (blobs, parts[1], parts[2], request);
}
