/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-upload-file.c - what a file is, and what it is called */

#include "uploads/foyer-upload-file.h"

#include "foyer-raster.h"

#include <string.h>

#define LONGEST_NAME 120

static const struct {
  const char *media_type;
  const char *suffixes[3]; /* the first one is added */
} kinds[] = {
  { "image/jpeg", { ".jpg", ".jpeg" } },
  { "image/png", { ".png" } },
  { "image/webp", { ".webp" } },
  { "application/pdf", { ".pdf" } },
  { "text/plain", { ".txt", ".text", ".md" } },
};

static gboolean
is_pdf (const char *data, gsize size)
{
  return size >= 8 && (memcmp (data, "%PDF-1.", 7) == 0 || memcmp (data, "%PDF-2.", 7) == 0);
}

/* Text is what people read. What begins as markup is for programs, whatever it is called. */
static gboolean
is_text (const char *data, gsize size)
{
  gsize at = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  if (size == 0 || !g_utf8_validate_len (data, size, NULL))
    return FALSE;
  for (gsize i = 0; i < size; i++) {
    if (((guchar) data[i] < 0x20 && strchr ("\t\n\r\f", data[i]) == NULL) || data[i] == 0x7f)
      return FALSE;
  }
  while (at < size && g_ascii_isspace (data[at]))
    at++;
  return at == size || data[at] != '<';
}

const char *
foyer_upload_file_tell (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  FoyerRaster raster;

  if (size == 0)
    return NULL;
  if (foyer_raster_read (bytes, &raster))
    return foyer_raster_format_media_type (raster.format);
  if (is_pdf (data, size))
    return "application/pdf";
  return is_text (data, size) ? "text/plain" : NULL;
}

/* Letters that turn the others around make a name read otherwise than it is. */
static gboolean
is_turning (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069);
}

static const char *
cut_path (const char *name)
{
  const char *slash = strrchr (name, '/');
  const char *backslash = strrchr (name, '\\');
  const char *cut = MAX (slash, backslash);

  return cut == NULL ? name : cut + 1;
}

char *
foyer_upload_file_clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name == NULL ? "" : name, -1);
  g_autoptr (GString) whole = g_string_new (valid);
  g_autoptr (GString) clean = g_string_new (NULL);
  guint n = 0;

  /* What browsers write for what would end a header. */
  g_string_replace (whole, "%22", "\"", 0);
  g_string_replace (whole, "%0D", " ", 0);
  g_string_replace (whole, "%0A", " ", 0);
  for (const char *c = cut_path (whole->str); *c != '\0' && n < LONGEST_NAME; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    if (is_turning (letter))
      continue;
    g_string_append_unichar (clean, g_unichar_isprint (letter) ? letter : ' ');
    n++;
  }
  g_strstrip (clean->str);
  return g_strdup (clean->str[strspn (clean->str, ".")] == '\0' ? "file" : clean->str);
}

static gboolean
ends_as (const char *name, const char *suffix)
{
  gsize length = strlen (name);
  gsize end = strlen (suffix);

  return length > end && g_ascii_strcasecmp (name + length - end, suffix) == 0;
}

char *
foyer_upload_file_fit_name (const char *name, const char *media_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (strcmp (kinds[i].media_type, media_type) != 0)
      continue;
    for (guint j = 0; j < G_N_ELEMENTS (kinds[i].suffixes) && kinds[i].suffixes[j] != NULL; j++) {
      if (ends_as (name, kinds[i].suffixes[j]))
        return g_strdup (name);
    }
    return g_strconcat (name, kinds[i].suffixes[0], NULL);
  }
  return g_strdup (name);
}
