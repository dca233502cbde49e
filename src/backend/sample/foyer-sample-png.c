/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-png.c - a picture as a PNG that has the same bytes on every machine */

#include "foyer-sample-png.h"

#include <string.h>

#define ADLER_MODULUS 65521
#define LONGEST_BLOCK 0xffff

static void
append_number (GByteArray *out, guint32 number)
{
  const guint8 bytes[]
      = { (guint8) (number >> 24), (guint8) (number >> 16), (guint8) (number >> 8), (guint8) number };

  g_byte_array_append (out, bytes, sizeof bytes);
}

/* CRC-32 as of ISO 3309. */
static guint32
checksum (const guint8 *data, gsize size)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < size; i++) {
    crc ^= data[i];
    for (int bit = 0; bit < 8; bit++)
      crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
  }
  return ~crc;
}

static void
append_chunk (GByteArray *out, const char *name, const guint8 *data, guint size)
{
  guint start;

  append_number (out, size);
  start = out->len;
  g_byte_array_append (out, (const guint8 *) name, 4);
  if (size > 0)
    g_byte_array_append (out, data, size);
  append_number (out, checksum (out->data + start, out->len - start));
}

static void
append_header (GByteArray *out, guint width, guint height)
{
  static const guint8 rest[] = { 4 /* bits a pixel */, 3 /* a palette */, 0, 0, 0 };
  g_autoptr (GByteArray) header = g_byte_array_new ();

  append_number (header, width);
  append_number (header, height);
  g_byte_array_append (header, rest, sizeof rest);
  append_chunk (out, "IHDR", header->data, header->len);
}

static void
append_colours (GByteArray *out, const FoyerSamplePngColour *colours)
{
  guint8 palette[3 * FOYER_SAMPLE_PNG_COLOURS];
  guint8 alphas[FOYER_SAMPLE_PNG_COLOURS];

  for (guint i = 0; i < FOYER_SAMPLE_PNG_COLOURS; i++) {
    palette[3 * i] = (guint8) (colours[i].colour >> 16);
    palette[3 * i + 1] = (guint8) (colours[i].colour >> 8);
    palette[3 * i + 2] = (guint8) colours[i].colour;
    alphas[i] = colours[i].alpha;
  }
  append_chunk (out, "PLTE", palette, sizeof palette);
  append_chunk (out, "tRNS", alphas, sizeof alphas);
}

/* Two pixels a byte, and before each row that it is not filtered. */
static GByteArray *
pack_rows (guint width, guint height, const guint8 *pixels)
{
  GByteArray *rows = g_byte_array_sized_new (height * (1 + width / 2));
  static const guint8 unfiltered = 0;

  for (guint y = 0; y < height; y++) {
    g_byte_array_append (rows, &unfiltered, 1);
    for (guint x = 0; x < width; x += 2) {
      const guint8 *pair = pixels + y * width + x;
      const guint8 byte = (guint8) (pair[0] << 4 | pair[1]);

      g_byte_array_append (rows, &byte, 1);
    }
  }
  return rows;
}

/* A zlib stream (RFC 1950) of stored blocks (RFC 1951 §3.2.4). */
static GByteArray *
store (const GByteArray *data)
{
  static const guint8 start[] = { 0x78, 0x01 };
  GByteArray *stream = g_byte_array_sized_new (data->len + 64);
  guint32 a = 1;
  guint32 b = 0;

  g_byte_array_append (stream, start, sizeof start);
  for (guint at = 0; at < data->len; at += LONGEST_BLOCK) {
    const guint size = MIN (data->len - at, LONGEST_BLOCK);
    const guint8 head[] = { at + size == data->len, (guint8) size, (guint8) (size >> 8), (guint8) ~size,
                            (guint8) (~size >> 8) };

    g_byte_array_append (stream, head, sizeof head);
    g_byte_array_append (stream, data->data + at, size);
  }
  for (guint i = 0; i < data->len; i++) {
    a = (a + data->data[i]) % ADLER_MODULUS;
    b = (b + a) % ADLER_MODULUS;
  }
  append_number (stream, b << 16 | a);
  return stream;
}

GBytes *
foyer_sample_png_write (guint width, guint height, const guint8 *pixels, const FoyerSamplePngColour *colours)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  g_autoptr (GByteArray) rows = NULL;
  g_autoptr (GByteArray) stream = NULL;
  GByteArray *out = g_byte_array_new ();

  g_return_val_if_fail (width % 2 == 0, NULL);

  rows = pack_rows (width, height, pixels);
  stream = store (rows);
  g_byte_array_append (out, signature, sizeof signature);
  append_header (out, width, height);
  append_colours (out, colours);
  append_chunk (out, "IDAT", stream->data, stream->len);
  append_chunk (out, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (out);
}
