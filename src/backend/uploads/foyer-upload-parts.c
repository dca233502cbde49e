/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-upload-parts.c - the parts of a form, taken apart by GMime */

#include "uploads/foyer-upload-parts.h"

#include "http/foyer-form.h"
#include "uploads/foyer-upload-file.h"

#include <gmime/gmime.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeObject, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

static GMimeObject *
parse (const char *content_type, GBytes *body)
{
  g_autofree char *head = g_strdup_printf ("Content-Type: %s\r\n\r\n", content_type);
  GByteArray *whole = g_byte_array_sized_new ((guint) (strlen (head) + g_bytes_get_size (body)));
  g_autoptr (GMimeStream) stream = NULL;
  g_autoptr (GMimeParser) parser = NULL;

  g_byte_array_append (whole, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (whole, g_bytes_get_data (body, NULL), (guint) g_bytes_get_size (body));
  stream = g_mime_stream_mem_new_with_byte_array (whole);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), TRUE);
  parser = g_mime_parser_new_with_stream (stream);
  g_mime_parser_set_persist_stream (parser, TRUE);
  return g_mime_parser_construct_part (parser, NULL);
}

static GBytes *
read_content (GMimePart *part)
{
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new ();
  GByteArray *bytes;

  if (content != NULL && g_mime_data_wrapper_write_to_stream (content, stream) < 0)
    return NULL;
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  bytes = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  return g_byte_array_free_to_bytes (bytes);
}

/* Nothing that holds something else, and nothing that must be decoded: browsers send neither. */
static gboolean
is_plain (GMimeObject *part)
{
  GMimeContentType *type = g_mime_object_get_content_type (part);
  const char *media = type == NULL ? NULL : g_mime_content_type_get_media_type (type);
  GMimeContentDisposition *disposition = g_mime_object_get_content_disposition (part);

  return GMIME_IS_PART (part) && media != NULL && g_ascii_strcasecmp (media, "multipart") != 0
         && g_ascii_strcasecmp (media, "message") != 0
         && g_mime_object_get_header (part, "Content-Transfer-Encoding") == NULL && disposition != NULL
         && g_ascii_strcasecmp (g_mime_content_disposition_get_disposition (disposition), "form-data") == 0;
}

static gboolean
add_field (FoyerUploadForm *form, const char *name, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_hash_table_contains (form->fields, name) || size > FOYER_FORM_LONGEST
      || (size > 0 && !g_utf8_validate_len (data, size, NULL)))
    return FALSE;
  g_hash_table_insert (form->fields, g_strdup (name), g_strndup (data == NULL ? "" : data, size));
  return TRUE;
}

static gboolean
add_part (FoyerUploadForm *form, GMimeObject *part)
{
  GMimeContentDisposition *disposition;
  const char *name;
  const char *file_name;
  g_autoptr (GBytes) bytes = NULL;

  if (!is_plain (part))
    return FALSE;
  disposition = g_mime_object_get_content_disposition (part);
  name = g_mime_content_disposition_get_parameter (disposition, "name");
  file_name = g_mime_content_disposition_get_parameter (disposition, "filename");
  bytes = read_content (GMIME_PART (part));
  if (bytes == NULL || name == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL))
    return FALSE;
  if (file_name == NULL)
    return add_field (form, name, bytes);
  if (*file_name == '\0' && g_bytes_get_size (bytes) == 0)
    return TRUE;
  foyer_upload_form_add_file (form, foyer_upload_file_clean_name (file_name), NULL, g_steal_pointer (&bytes));
  return TRUE;
}

FoyerUploadForm *
foyer_upload_parts_read (const char *content_type, GBytes *body)
{
  FoyerUploadForm *form = foyer_upload_form_new ();
  g_autoptr (GMimeObject) whole = NULL;
  int n_parts;

  g_mime_init ();
  whole = parse (content_type, body);
  n_parts = GMIME_IS_MULTIPART (whole) ? g_mime_multipart_get_count (GMIME_MULTIPART (whole)) : 0;
  if (n_parts == 0)
    form->status = 400;
  for (int i = 0; i < n_parts && form->status == 200; i++) {
    if (!add_part (form, g_mime_multipart_get_part (GMIME_MULTIPART (whole), i)))
      form->status = 400;
  }
  if (form->status != 200)
    g_ptr_array_set_size (form->files, 0);
  else if (form->files->len > FOYER_UPLOAD_MOST_FILES)
    foyer_upload_form_set_problem (form, FOYER_UPLOAD_MANY);
  return form;
}
