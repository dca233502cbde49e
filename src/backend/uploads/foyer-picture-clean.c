/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-picture-clean.c - what draws a picture, and nothing else that was written into its file */

#include "uploads/foyer-picture-clean.h"

#include "foyer-raster.h"

#include <string.h>

typedef struct {
  const guint8 *data;
  gsize size;
} Span;

static gboolean
begins (Span span, const char *bytes, gsize length)
{
  return span.size >= length && memcmp (span.data, bytes, length) == 0;
}

#define BEGINS(span, literal) begins (span, "" literal, sizeof literal - 1)

static guint32
read_big (const guint8 *data, guint n_bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value = value << 8 | data[i];
  return value;
}

static guint32
read_little (const guint8 *data, guint n_bytes)
{
  guint32 value = 0;

  for (guint i = n_bytes; i > 0; i--)
    value = value << 8 | data[i - 1];
  return value;
}

static void
append (GByteArray *out, const void *data, gsize size)
{
  g_byte_array_append (out, data, (guint) size);
}

/* --- JPEG --- */

#define ORIENTATION_TAG 0x0112

/* Which side is up, in the first directory of @exif; 1 if it does not say. */
static guint
read_orientation (Span exif)
{
  const guint8 *tiff = exif.data + 6;
  gsize size = exif.size < 6 ? 0 : exif.size - 6;
  gboolean is_big = size >= 8 && memcmp (tiff, "MM", 2) == 0;
  guint32 (*read) (const guint8 *, guint) = is_big ? read_big : read_little;
  guint32 directory = size < 8 ? 0 : read (tiff + 4, 4);
  guint count;

  if (size < 8 || directory > size - 2)
    return 1;
  count = read (tiff + directory, 2);
  for (guint i = 0; i < count && directory + 2 + 12 * (gsize) (i + 1) <= size; i++) {
    const guint8 *entry = tiff + directory + 2 + 12 * (gsize) i;

    if (read (entry, 2) == ORIENTATION_TAG)
      return read (entry + 8, 2);
  }
  return 1;
}

/* One tag and no other. */
static void
append_orientation (GByteArray *out, guint orientation)
{
  guint8 segment[] = {
    0xff, 0xe1, 0x00, 0x22, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
    0,    1,    0x01, 0x12, 0,   3,   0,   0,   0, 1, 0,   0,   0, 0,  0, 0, 0, 0,
  };

  segment[29] = (guint8) orientation;
  append (out, segment, sizeof segment);
}

static gboolean
is_wanted_segment (guint8 marker, Span content)
{
  if (marker == 0xe0)
    return BEGINS (content, "JFIF\0");
  if (marker == 0xe2)
    return BEGINS (content, "ICC_PROFILE\0");
  if (marker == 0xee)
    return BEGINS (content, "Adobe");
  return !(marker >= 0xe0 && marker <= 0xef) && marker != 0xfe && marker >= 0xc0;
}

/* A marker that no length follows, and that means something within a scan alone. */
static gboolean
is_bare_marker (guint8 marker)
{
  return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/* Where the bytes of a scan end: at the next marker that is neither a stuffed byte nor a restart. */
static gsize
find_scan_end (Span span, gsize at)
{
  for (; at + 1 < span.size; at++) {
    guint8 next = span.data[at + 1];

    if (span.data[at] == 0xff && next != 0x00 && next != 0xff && !(next >= 0xd0 && next <= 0xd7))
      return at;
  }
  return span.size;
}

/* Writes the segment at @at and gives where the next one begins; 0 if there is none, and @done says whether that is the end. */
static gsize
copy_segment (GByteArray *out, Span span, gsize at, gboolean *done)
{
  guint8 marker = span.data[at + 1];
  gsize end;
  Span content;

  *done = marker == 0xd9;
  if (*done || span.data[at] != 0xff || marker == 0xff)
    return !*done && span.data[at] == 0xff ? at + 1 : 0;
  if (is_bare_marker (marker))
    return at + 2;
  end = at + 4 > span.size ? 0 : at + 2 + read_big (span.data + at + 2, 2);
  if (end < at + 4 || end > span.size)
    return 0;
  content = (Span){ span.data + at + 4, end - at - 4 };
  if (marker == 0xe1 && BEGINS (content, "Exif\0\0")) {
    guint orientation = read_orientation (content);

    if (orientation >= 2 && orientation <= 8)
      append_orientation (out, orientation);
  }
  if (marker == 0xda)
    end = find_scan_end (span, end);
  if (is_wanted_segment (marker, content))
    append (out, span.data + at, end - at);
  return end;
}

static gboolean
clean_jpeg (GByteArray *out, Span span)
{
  gsize at = 2;
  gboolean done = FALSE;
  gboolean has_scan = FALSE;

  append (out, span.data, 2);
  while (at != 0 && at + 1 < span.size && !done) {
    has_scan |= span.data[at] == 0xff && span.data[at + 1] == 0xda;
    at = copy_segment (out, span, at, &done);
  }
  append (out, "\xff\xd9", 2);
  /* A camera that was cut off has drawn what it has drawn. */
  return has_scan && (done || at != 0);
}

/* --- PNG --- */

static gboolean
is_wanted_chunk (const guint8 *name)
{
  static const char wanted[]
      = "IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs cICP acTL fcTL fdAT ";
  char word[6] = { 0 };

  memcpy (word, name, 4);
  word[4] = ' ';
  return memchr (name, ' ', 4) == NULL && memchr (name, '\0', 4) == NULL && strstr (wanted, word) != NULL;
}

static gboolean
clean_png (GByteArray *out, Span span)
{
  gsize at = 8;

  append (out, span.data, 8);
  while (at + 12 <= span.size) {
    gsize length = read_big (span.data + at, 4);
    const guint8 *name = span.data + at + 4;

    if (length > span.size - at - 12)
      return FALSE;
    if (is_wanted_chunk (name))
      append (out, span.data + at, length + 12);
    if (memcmp (name, "IEND", 4) == 0)
      return TRUE;
    at += length + 12;
  }
  return FALSE;
}

/* --- WebP --- */

#define WEBP_TELLS_EXIF 0x08
#define WEBP_TELLS_XMP 0x04

static gboolean
clean_webp (GByteArray *out, Span span)
{
  static const char *const wanted[] = { "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP" };
  gsize size = 8 + (gsize) read_little (span.data + 4, 4);
  gsize at = 12;
  guint8 length_bytes[4];

  if (size > span.size)
    return FALSE;
  append (out, span.data, 12);
  while (at + 8 <= size) {
    gsize length = read_little (span.data + at + 4, 4);
    gsize whole = 8 + length + length % 2;

    if (length > size - at - 8)
      return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
      if (memcmp (span.data + at, wanted[i], 4) != 0)
        continue;
      append (out, span.data + at, MIN (whole, size - at));
      if (i == 2 && length > 0)
        out->data[out->len - MIN (whole, size - at) + 8] &= (guint8) ~(WEBP_TELLS_EXIF | WEBP_TELLS_XMP);
    }
    at += whole;
  }
  for (guint i = 0; i < 4; i++)
    length_bytes[i] = (guint8) ((out->len - 8) >> (8 * i));
  memcpy (out->data + 4, length_bytes, 4);
  return out->len > 12;
}

GBytes *
foyer_picture_clean (GBytes *bytes)
{
  static gboolean (*const clean[FOYER_N_RASTER_FORMATS]) (GByteArray *, Span) = {
    [FOYER_RASTER_PNG] = clean_png,
    [FOYER_RASTER_JPEG] = clean_jpeg,
    [FOYER_RASTER_WEBP] = clean_webp,
  };
  g_autoptr (GByteArray) out = NULL;
  FoyerRaster raster;
  Span span;

  if (!foyer_raster_read (bytes, &raster))
    return NULL;
  span.data = g_bytes_get_data (bytes, &span.size);
  out = g_byte_array_sized_new ((guint) span.size + 64);
  if (!clean[raster.format](out, span))
    return NULL;
  if (out->len == span.size && memcmp (out->data, span.data, span.size) == 0)
    return g_bytes_ref (bytes);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

gboolean
foyer_picture_may_tell_place (GBytes *bytes)
{
  static const char brands[] = "heic heix heim heis hevc hevx mif1 msf1 avif avis crx  jxl  ";
  Span span;
  char brand[6] = { 0 };

  span.data = g_bytes_get_data (bytes, &span.size);
  if (BEGINS (span, "II*\0") || BEGINS (span, "MM\0*") || BEGINS (span, "\xff\xd8\xff")
      || BEGINS (span, "\x89PNG")
      || (BEGINS (span, "RIFF") && span.size >= 12 && memcmp (span.data + 8, "WEBP", 4) == 0))
    return TRUE;
  if (span.size < 12 || memcmp (span.data + 4, "ftyp", 4) != 0 || memchr (span.data + 8, '\0', 4) != NULL)
    return FALSE;
  memcpy (brand, span.data + 8, 4);
  brand[4] = ' ';
  return strstr (brands, brand) != NULL;
}
