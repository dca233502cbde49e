/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-upload-look.c - whether a form with files is plain enough to be taken apart */

#include "uploads/foyer-upload-look.h"

#include "uploads/foyer-upload-form.h"

#include <string.h>

#define LONGEST_BOUNDARY 70
#define LONGEST_PART_HEAD 4096
#define MOST_PART_LINES 8
#define BOUNDARY "boundary="
#define BOUNDARY_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'()+_,-./:=?"

typedef struct {
  const char *at;
  const char *end;
} Span;

/* The one parameter that a browser sends, and nothing after it: whoever reads it again must read the same. */
static char *
read_boundary (const char *content_type)
{
  const char *parameters = content_type + strlen (FOYER_UPLOAD_TYPE);
  gboolean is_quoted;
  gsize length;

  parameters += strspn (parameters, " ");
  if (*parameters++ != ';')
    return NULL;
  parameters += strspn (parameters, " ");
  if (g_ascii_strncasecmp (parameters, BOUNDARY, strlen (BOUNDARY)) != 0)
    return NULL;
  parameters += strlen (BOUNDARY);
  is_quoted = *parameters == '"';
  parameters += is_quoted;
  length = strspn (parameters, BOUNDARY_LETTERS);
  if (length == 0 || length > LONGEST_BOUNDARY || strcmp (parameters + length, is_quoted ? "\"" : "") != 0)
    return NULL;
  return g_strndup (parameters, length);
}

static gboolean
takes (Span *span, const char *text)
{
  gsize length = strlen (text);

  if ((gsize) (span->end - span->at) < length || memcmp (span->at, text, length) != 0)
    return FALSE;
  span->at += length;
  return TRUE;
}

/* A few short lines and an empty one. */
static gboolean
takes_part_head (Span *span)
{
  gsize length = MIN ((gsize) (span->end - span->at), LONGEST_PART_HEAD);
  const char *empty = memmem (span->at, length, "\r\n\r\n", 4);
  guint n_lines = 0;

  if (empty == NULL)
    return FALSE;
  for (const char *c = span->at; c < empty; c++) {
    if (*c == '\0')
      return FALSE;
    n_lines += *c == '\n';
  }
  /* The line end before the next boundary may be the one that ends the head. */
  span->at = empty + 2;
  return n_lines < MOST_PART_LINES;
}

guint
foyer_upload_look (const char *content_type, GBytes *body)
{
  g_autofree char *boundary = NULL;
  g_autofree char *first = NULL;
  g_autofree char *next = NULL;
  gsize size;
  Span span;

  if (content_type == NULL
      || g_ascii_strncasecmp (content_type, FOYER_UPLOAD_TYPE, strlen (FOYER_UPLOAD_TYPE)) != 0)
    return 400;
  boundary = read_boundary (content_type);
  span.at = g_bytes_get_data (body, &size);
  span.end = span.at + size;
  if (boundary == NULL || size == 0)
    return 400;
  first = g_strconcat ("--", boundary, NULL);
  next = g_strconcat ("\n", first, NULL);
  if (!takes (&span, first))
    return 400;
  for (guint n = 1; n <= FOYER_UPLOAD_MOST_BOUNDARIES; n++) {
    const char *found;

    if (takes (&span, "--"))
      return span.at == span.end || (takes (&span, "\r\n") && span.at == span.end) ? 200 : 400;
    if (!takes (&span, "\r\n") || !takes_part_head (&span))
      return 400;
    found = memmem (span.at, (gsize) (span.end - span.at), next, strlen (next));
    if (found == NULL || found == span.at || found[-1] != '\r')
      return 400;
    span.at = found + strlen (next);
  }
  return 413;
}
