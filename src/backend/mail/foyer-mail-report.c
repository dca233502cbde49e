/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-mail-report.c - what other mail servers say became of our mails (RFC 3462, RFC 3464) */

#include "mail/foyer-mail-report.h"

#include "foyer-id.h"
#include "types/delivery.h"

#include <gmime/gmime.h>
#include <string.h>

/* GMime goes into what holds something by calling itself. Reports hold three parts, one of them a mail of two. */
#define MOST_PARTS 32
#define MOST_BOUNDARY_LINES 256
#define MOST_REASON 300

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)

void
foyer_mail_report_free (FoyerMailReport *self)
{
  if (self == NULL)
    return;
  g_free (self->delivery_id);
  g_free (self->reason);
  g_free (self);
}

/* --- A look before the parser --- */

static gboolean
begins (const char *line, const char *end, const char *word)
{
  return (gsize) (end - line) >= strlen (word) && g_ascii_strncasecmp (line, word, strlen (word)) == 0;
}

static gboolean
is_shallow (const char *data, gsize size)
{
  const char *end = data + size;
  guint n_parts = 0;
  guint n_boundary_lines = 0;

  for (const char *line = data; line < end;) {
    const char *next = memchr (line, '\n', (gsize) (end - line));

    n_parts += begins (line, end, "content-type:");
    n_boundary_lines += begins (line, end, "--");
    line = next == NULL ? end : next + 1;
  }
  return n_parts <= MOST_PARTS && n_boundary_lines <= MOST_BOUNDARY_LINES;
}

static GMimeMessage *
parse (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GMimeStream) stream = NULL;
  g_autoptr (GMimeParser) parser = NULL;

  size = MIN (size, FOYER_MAIL_REPORT_LONGEST);
  if (size == 0 || !is_shallow (data, size))
    return NULL;
  g_mime_init ();
  stream = g_mime_stream_mem_new_with_buffer (data, size);
  parser = g_mime_parser_new_with_stream (stream);
  return g_mime_parser_construct_message (parser, NULL);
}

/* --- What it says --- */

/* The text of a part, valid and without NUL; lines end as they came. */
static char *
read_text (GMimeObject *object)
{
  GMimeDataWrapper *content = GMIME_IS_PART (object) ? g_mime_part_get_content (GMIME_PART (object)) : NULL;
  g_autoptr (GMimeStream) stream = NULL;
  GByteArray *bytes;

  if (content == NULL)
    return NULL;
  stream = g_mime_stream_mem_new ();
  if (g_mime_data_wrapper_write_to_stream (content, stream) < 0)
    return NULL;
  bytes = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream));
  if (bytes->len == 0)
    return g_strdup ("");
  return g_utf8_make_valid ((const char *) bytes->data,
                            (gssize) strnlen ((const char *) bytes->data, bytes->len));
}

static char **
split_lines (const char *text)
{
  g_autoptr (GString) whole = g_string_new (text);

  g_string_replace (whole, "\r\n", "\n", 0);
  return g_strsplit (whole->str, "\n", -1);
}

/* The value of the field called @name in @lines, with what is continued on the next lines; %NULL if it is not there. */
static char *
find_field (char **lines, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; lines[i] != NULL; i++) {
    GString *value;

    if (g_ascii_strncasecmp (lines[i], name, length) != 0 || lines[i][length] != ':')
      continue;
    value = g_string_new (lines[i] + length + 1);
    for (guint next = i + 1; lines[next] != NULL && (lines[next][0] == ' ' || lines[next][0] == '\t'); next++)
      g_string_append (value, lines[next]);
    return g_strstrip (g_string_free (value, FALSE));
  }
  return NULL;
}

/* One line of words that staff can read. */
static char *
make_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *at = text; *at != '\0' && line->len < MOST_REASON; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (g_unichar_isprint (character))
      g_string_append_unichar (line, character);
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  }
  return g_strstrip (g_string_free (line, FALSE));
}

/* `smtp; 550 5.1.1 unknown` is told without its kind; else the number alone. */
static char *
read_reason (char **lines)
{
  g_autofree char *diagnosis = find_field (lines, "Diagnostic-Code");
  g_autofree char *status = find_field (lines, "Status");
  const char *semicolon = diagnosis == NULL ? NULL : strchr (diagnosis, ';');
  g_autofree char *line = NULL;

  if (diagnosis != NULL)
    line = make_line (semicolon == NULL ? diagnosis : semicolon + 1);
  if ((line == NULL || *line == '\0') && status != NULL) {
    g_free (line);
    line = make_line (status);
  }
  return line == NULL || *line == '\0' ? NULL : g_steal_pointer (&line);
}

/* FALSE if nothing was decided: it is only late, or was passed on to who reports nothing. */
static gboolean
read_fate (FoyerMailReport *self, const char *text)
{
  g_auto (GStrv) lines = split_lines (text);
  g_autofree char *action = find_field (lines, "Action");

  if (action == NULL)
    return FALSE;
  self->fate = FOYER_MAIL_REPORT_FAILED;
  if (g_ascii_strncasecmp (action, "delivered", strlen ("delivered")) == 0)
    self->fate = FOYER_MAIL_REPORT_DELIVERED;
  else if (g_ascii_strncasecmp (action, "failed", strlen ("failed")) != 0)
    return FALSE;
  g_free (self->reason);
  self->reason = self->fate == FOYER_MAIL_REPORT_FAILED ? read_reason (lines) : NULL;
  return TRUE;
}

/* --- Which mail it is of --- */

/* `dl-….@portal.example`, perhaps in angles. */
static char *
read_delivery_id (const char *message_id)
{
  gsize skip = message_id == NULL ? 0 : strspn (message_id, "< \t");
  const char *at = message_id == NULL ? NULL : strchr (message_id, '@');
  g_autofree char *id
      = at == NULL ? NULL : g_strndup (message_id + skip, (gsize) MAX (at - message_id - (gssize) skip, 0));

  if (id == NULL || !foyer_id_is_valid (id) || foyer_record_type_of_id (id) != &foyer_delivery_type)
    return NULL;
  return g_steal_pointer (&id);
}

static char *
find_delivery (GMimeObject *part)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;

  if (GMIME_IS_MESSAGE_PART (part)) {
    GMimeMessage *returned = g_mime_message_part_get_message (GMIME_MESSAGE_PART (part));

    return returned == NULL ? NULL : read_delivery_id (g_mime_message_get_message_id (returned));
  }
  text = read_text (part);
  if (text == NULL)
    return NULL;
  lines = split_lines (text);
  id = find_field (lines, "Message-ID");
  return read_delivery_id (id);
}

static gboolean
is_kind (GMimeObject *part, const char *type, const char *subtype)
{
  GMimeContentType *content = g_mime_object_get_content_type (part);

  return content != NULL && g_mime_content_type_is_type (content, type, subtype);
}

static void
read_part (FoyerMailReport *self, GMimeObject *part, gboolean *has_fate)
{
  g_autofree char *text = NULL;

  if (is_kind (part, "message", "delivery-status") || is_kind (part, "message", "global-delivery-status")) {
    text = read_text (part);
    *has_fate |= text != NULL && read_fate (self, text);
  } else if (self->delivery_id == NULL
             && (GMIME_IS_MESSAGE_PART (part) || is_kind (part, "text", "rfc822-headers")
                 || is_kind (part, "message", "global-headers"))) {
    self->delivery_id = find_delivery (part);
  }
}

FoyerMailReport *
foyer_mail_report_read (GBytes *bytes)
{
  g_autoptr (GMimeMessage) mail = parse (bytes);
  GMimeObject *root = mail == NULL ? NULL : g_mime_message_get_mime_part (mail);
  g_autoptr (FoyerMailReport) self = g_new0 (FoyerMailReport, 1);
  gboolean has_fate = FALSE;

  if (root == NULL || !GMIME_IS_MULTIPART (root) || !is_kind (root, "multipart", "report"))
    return NULL;
  for (int i = 0; i < g_mime_multipart_get_count (GMIME_MULTIPART (root)); i++)
    read_part (self, g_mime_multipart_get_part (GMIME_MULTIPART (root), i), &has_fate);
  return has_fate && self->delivery_id != NULL ? g_steal_pointer (&self) : NULL;
}
