/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-damage.c - damage to a file, by chance */

#include "foyer-damage.h"

#include <string.h>

#define PAGE 4096
#define SECTOR 512

typedef struct {
  guint8 *bytes;
  gsize length;
} File;

static gsize
choose_place (const File *file, FoyerRandom *random, gsize unit)
{
  return unit * foyer_random_below (random, (guint32) MAX (file->length / unit, 1));
}

static gsize
limit (const File *file, gsize at, gsize length)
{
  return at >= file->length ? 0 : MIN (length, file->length - at);
}

static char *
swap_pages (File *file, FoyerRandom *random)
{
  gsize a = choose_place (file, random, PAGE);
  gsize b = choose_place (file, random, PAGE);
  guint8 page[PAGE];

  if (limit (file, a, PAGE) == PAGE && limit (file, b, PAGE) == PAGE) {
    memcpy (page, file->bytes + a, PAGE);
    memcpy (file->bytes + a, file->bytes + b, PAGE);
    memcpy (file->bytes + b, page, PAGE);
  }
  return g_strdup_printf ("pages at %" G_GSIZE_FORMAT " and %" G_GSIZE_FORMAT " changed places", a, b);
}

static char *
fill (File *file, FoyerRandom *random, gsize unit, gboolean with_noise)
{
  gsize at = choose_place (file, random, unit);
  gsize length = limit (file, at, unit);

  if (with_noise)
    foyer_random_bytes (random, file->bytes + at, length);
  else
    memset (file->bytes + at, 0, length);
  return g_strdup_printf ("%" G_GSIZE_FORMAT " bytes of %s at %" G_GSIZE_FORMAT, length,
                          with_noise ? "noise" : "zeroes", at);
}

static char *
scatter (File *file, FoyerRandom *random)
{
  gsize at = choose_place (file, random, PAGE);
  gsize length = limit (file, at, PAGE);

  for (guint i = 0; i < 64 && length > 0; i++)
    foyer_random_bytes (random, file->bytes + at + foyer_random_below (random, (guint32) length), 1);
  return g_strdup_printf ("64 wrong bytes in the page at %" G_GSIZE_FORMAT, at);
}

static char *
flip (File *file, FoyerRandom *random)
{
  gsize at = choose_place (file, random, 1);

  if (at < file->length)
    file->bytes[at] ^= (guint8) (1u << foyer_random_below (random, 8));
  return g_strdup_printf ("a bit flipped at %" G_GSIZE_FORMAT, at);
}

static char *
replace (File *file, FoyerRandom *random)
{
  if (foyer_random_below (random, 2) == 0)
    file->length = 0;
  foyer_random_bytes (random, file->bytes, file->length);
  return g_strdup (file->length == 0 ? "empty" : "noise from end to end");
}

static char *
damage (File *file, FoyerRandom *random)
{
  switch (foyer_random_below (random, 10)) {
  case 0:
  case 1:
    return fill (file, random, PAGE, FALSE);
  case 2:
    return fill (file, random, PAGE, TRUE);
  case 3:
    return fill (file, random, SECTOR, FALSE);
  case 4:
    return fill (file, random, SECTOR, TRUE);
  case 5:
    return scatter (file, random);
  case 6:
    return flip (file, random);
  case 7:
    return swap_pages (file, random);
  case 8:
    file->length = foyer_random_below (random, (guint32) MAX (file->length, 1));
    return g_strdup_printf ("cut off at %" G_GSIZE_FORMAT, file->length);
  default:
    return replace (file, random);
  }
}

char *
foyer_damage_file (const char *path, FoyerRandom *random)
{
  g_autofree char *bytes = NULL;
  File file;
  char *what;

  g_assert_true (g_file_get_contents (path, &bytes, &file.length, NULL));
  file.bytes = (guint8 *) bytes;
  what = damage (&file, random);
  g_assert_true (
      g_file_set_contents_full (path, bytes, (gssize) file.length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return what;
}
