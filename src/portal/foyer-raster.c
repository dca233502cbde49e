/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-raster.c - which picture some bytes are, told by the bytes themselves */

#include "foyer-raster.h"

#include <string.h>

/* Browsers unpack a picture whole: a small file must not ask for all of a phone's memory (reliability.md, uploads). */
#define MOST_PIXELS G_GINT64_CONSTANT (50000000)

typedef struct {
  const guint8 *data;
  gsize size;
} Span;

static const struct {
  const char *suffix;
  const char *media_type;
} formats[FOYER_N_RASTER_FORMATS] = {
  [FOYER_RASTER_PNG] = { "png", "image/png" },
  [FOYER_RASTER_JPEG] = { "jpg", "image/jpeg" },
  [FOYER_RASTER_WEBP] = { "webp", "image/webp" },
};

static gboolean
has_at (Span span, gsize offset, const char *bytes, gsize length)
{
  return span.size >= offset + length && memcmp (span.data + offset, bytes, length) == 0;
}

#define HAS_AT(span, offset, literal) has_at (span, offset, "" literal, sizeof literal - 1)

static guint32
big_endian (const guint8 *data, guint n_bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value = value << 8 | data[i];
  return value;
}

static guint32
little_endian (const guint8 *data, guint n_bytes)
{
  guint32 value = 0;

  for (guint i = n_bytes; i > 0; i--)
    value = value << 8 | data[i - 1];
  return value;
}

static gboolean
set_size (FoyerRaster *raster, FoyerRasterFormat format, guint32 width, guint32 height)
{
  if (width == 0 || height == 0 || width > MOST_PIXELS / height)
    return FALSE;
  *raster = (FoyerRaster){ format, (int) width, (int) height };
  return TRUE;
}

/* --- PNG: a signature, then the header chunk --- */

static gboolean
read_png (Span span, FoyerRaster *raster)
{
  if (!HAS_AT (span, 0, "\x89PNG\r\n\x1a\n\0\0\0\rIHDR") || span.size < 33)
    return FALSE;
  return set_size (raster, FOYER_RASTER_PNG, big_endian (span.data + 16, 4), big_endian (span.data + 20, 4));
}

/* --- JPEG: segments up to the one that begins the frame --- */

static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

static gboolean
read_jpeg (Span span, FoyerRaster *raster)
{
  gsize at = 2;

  if (!HAS_AT (span, 0, "\xff\xd8\xff"))
    return FALSE;
  while (at + 4 <= span.size && span.data[at] == 0xff) {
    const guint8 marker = span.data[at + 1];
    const guint32 length = big_endian (span.data + at + 2, 2);

    /* Fill bytes before a marker; a scan, or the end, before any frame. */
    if (marker == 0xff) {
      at += 1;
      continue;
    }
    if (marker < 0xc0 || marker == 0xd9 || marker == 0xda || length < 2)
      return FALSE;
    if (is_frame (marker))
      return length >= 8 && at + 9 <= span.size
             && set_size (raster, FOYER_RASTER_JPEG, big_endian (span.data + at + 7, 2),
                          big_endian (span.data + at + 5, 2));
    at += 2 + length;
  }
  return FALSE;
}

/* --- WebP: a RIFF file whose first chunk is one of three --- */

static gboolean
read_webp (Span span, FoyerRaster *raster)
{
  guint32 bits;

  if (!HAS_AT (span, 0, "RIFF") || !HAS_AT (span, 8, "WEBP") || span.size < 30)
    return FALSE;
  if (HAS_AT (span, 12, "VP8X"))
    return set_size (raster, FOYER_RASTER_WEBP, little_endian (span.data + 24, 3) + 1,
                     little_endian (span.data + 27, 3) + 1);
  if (HAS_AT (span, 12, "VP8L") && span.data[20] == 0x2f) {
    bits = little_endian (span.data + 21, 4);
    return set_size (raster, FOYER_RASTER_WEBP, (bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
  }
  if (HAS_AT (span, 12, "VP8 ") && HAS_AT (span, 23, "\x9d\x01\x2a"))
    return set_size (raster, FOYER_RASTER_WEBP, little_endian (span.data + 26, 2) & 0x3fff,
                     little_endian (span.data + 28, 2) & 0x3fff);
  return FALSE;
}

gboolean
foyer_raster_read (GBytes *bytes, FoyerRaster *raster)
{
  Span span;

  span.data = g_bytes_get_data (bytes, &span.size);
  return read_png (span, raster) || read_jpeg (span, raster) || read_webp (span, raster);
}

const char *
foyer_raster_format_suffix (FoyerRasterFormat format)
{
  return formats[format].suffix;
}

const char *
foyer_raster_format_media_type (FoyerRasterFormat format)
{
  return formats[format].media_type;
}
