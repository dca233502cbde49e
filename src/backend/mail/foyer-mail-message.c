/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-message.c - a mail as RFC 5322 and MIME want it */

#include "mail/foyer-mail-message.h"

#include "mail/foyer-mail-attachments.h"

#include <gmime/gmime.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeTextPart, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMultipart, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimePart, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeDataWrapper, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

/* GMime folds and encodes; that nothing ends its header is looked at here once more. */
static gboolean
check_headers (const FoyerMailJob *job, const char *from, GError **error)
{
  const char *values[] = { job->id,
                           job->from_name,
                           job->reply_to == NULL ? "" : job->reply_to,
                           job->to_address,
                           job->subject,
                           job->to_name == NULL ? "" : job->to_name,
                           from };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    if (strpbrk (values[i], "\r\n") == NULL && g_utf8_validate (values[i], -1, NULL))
      continue;
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         "A name, address or subject of the mail is not one line of text");
    return FALSE;
  }
  return TRUE;
}

static void
add_address (GMimeMessage *message, GMimeAddressType type, const char *name, const char *address)
{
  g_mime_message_add_mailbox (message, type, name == NULL || *name == '\0' ? NULL : name, address);
}

static void
add_part (GMimeMultipart *alternatives, const char *subtype, const char *text)
{
  g_autoptr (GMimeTextPart) part = g_mime_text_part_new_with_subtype (subtype);

  g_mime_text_part_set_charset (part, "utf-8");
  g_mime_text_part_set_text (part, text);
  g_mime_part_set_content_encoding (GMIME_PART (part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_multipart_add (alternatives, GMIME_OBJECT (part));
}

static GMimeMultipart *
make_words (const FoyerMailJob *job)
{
  GMimeMultipart *body = g_mime_multipart_new_with_subtype ("alternative");
  g_autofree char *boundary = g_strdup_printf ("=_%s", job->id);

  g_mime_multipart_set_boundary (body, boundary);
  add_part (body, "plain", job->text);
  add_part (body, "html", job->html);
  return body;
}

static gboolean
add_file (GMimeMultipart *body, const FoyerMailAttachment *attachment, GError **error)
{
  g_auto (GStrv) types = g_strsplit (attachment->media_type, "/", 2);
  g_autoptr (GMimePart) part = NULL;
  g_autoptr (GMimeStream) stream = NULL;
  g_autoptr (GMimeDataWrapper) content = NULL;
  gsize size;
  const char *data = g_bytes_get_data (attachment->bytes, &size);

  if (g_strv_length (types) != 2 || strpbrk (attachment->media_type, "\r\n\"; ") != NULL) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "A file of the mail has no media type");
    return FALSE;
  }
  part = g_mime_part_new_with_type (types[0], types[1]);
  stream = g_mime_stream_mem_new_with_buffer (data, size);
  content = g_mime_data_wrapper_new_with_stream (stream, GMIME_CONTENT_ENCODING_DEFAULT);
  g_mime_part_set_content (part, content);
  g_mime_part_set_content_encoding (part, GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_disposition (GMIME_OBJECT (part), GMIME_DISPOSITION_ATTACHMENT);
  g_mime_part_set_filename (part, attachment->name);
  g_mime_multipart_add (body, GMIME_OBJECT (part));
  return TRUE;
}

/* The words, and after them the files that go with them. */
static GMimeMultipart *
make_body (const FoyerMailJob *job, GError **error)
{
  g_autoptr (GMimeMultipart) words = make_words (job);
  g_autoptr (GMimeMultipart) body = NULL;
  g_autofree char *boundary = g_strdup_printf ("=_%s_files", job->id);

  if (job->attachments == NULL || job->attachments->len == 0)
    return g_steal_pointer (&words);
  body = g_mime_multipart_new_with_subtype ("mixed");
  g_mime_multipart_set_boundary (body, boundary);
  g_mime_multipart_add (body, GMIME_OBJECT (words));
  for (guint i = 0; i < job->attachments->len; i++) {
    if (!add_file (body, job->attachments->pdata[i], error))
      return NULL;
  }
  return g_steal_pointer (&body);
}

static void
set_headers (GMimeMessage *message, const FoyerMailJob *job, const char *from)
{
  g_autoptr (GDateTime) made_at = g_date_time_new_from_unix_utc (job->made_at);
  const char *at = strrchr (from, '@');
  g_autofree char *id = g_strconcat (job->id, at == NULL ? "@localhost" : at, NULL);

  add_address (message, GMIME_ADDRESS_TYPE_FROM, job->from_name, from);
  if (job->reply_to != NULL)
    add_address (message, GMIME_ADDRESS_TYPE_REPLY_TO, NULL, job->reply_to);
  add_address (message, GMIME_ADDRESS_TYPE_TO, job->to_name, job->to_address);
  g_mime_message_set_subject (message, job->subject, "utf-8");
  g_mime_message_set_date (message, made_at);
  g_mime_message_set_message_id (message, id);
  g_mime_object_set_header (GMIME_OBJECT (message), "Auto-Submitted", "auto-generated", NULL);
  g_mime_object_set_header (GMIME_OBJECT (message), "Content-Language", job->language, NULL);
}

GBytes *
foyer_mail_message_make (const FoyerMailJob *job, const char *from, GError **error)
{
  g_autoptr (GMimeMessage) message = NULL;
  g_autoptr (GMimeMultipart) body = NULL;
  g_autoptr (GMimeStream) stream = NULL;
  GMimeFormatOptions *format;
  GByteArray *bytes;

  if (!check_headers (job, from, error))
    return NULL;
  g_mime_init ();
  message = g_mime_message_new (TRUE);
  set_headers (message, job, from);
  body = make_body (job, error);
  if (body == NULL)
    return NULL;
  g_mime_message_set_mime_part (message, GMIME_OBJECT (body));
  stream = g_mime_stream_mem_new ();
  format = g_mime_format_options_new ();
  g_mime_format_options_set_newline_format (format, GMIME_NEWLINE_FORMAT_DOS);
  g_mime_object_write_to_stream (GMIME_OBJECT (message), format, stream);
  g_mime_format_options_free (format);
  bytes = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  return g_bytes_new (bytes->data, bytes->len);
}
