/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-id.c - ids that sort by the time of their making */

#include "foyer-id.h"

#include <string.h>

#define UUID_LENGTH 36

static gboolean
is_hyphen_position (gsize i)
{
  return i == 8 || i == 13 || i == 18 || i == 23;
}

static gboolean
is_uuid (const char *text)
{
  for (gsize i = 0; i < UUID_LENGTH; i++) {
    if (is_hyphen_position (i)) {
      if (text[i] != '-')
        return FALSE;
    } else if (!g_ascii_isdigit (text[i]) && !(text[i] >= 'a' && text[i] <= 'f')) {
      return FALSE;
    }
  }
  return text[UUID_LENGTH] == '\0';
}

char *
foyer_uuid_new (FoyerClock *clock, FoyerRandom *random)
{
  guint64 milliseconds = (guint64) (foyer_clock_now (clock) / 1000);
  guint8 b[16];

  foyer_random_bytes (random, b + 6, 10);
  for (int i = 0; i < 6; i++)
    b[i] = (guint8) (milliseconds >> (40 - 8 * i));
  b[6] = (b[6] & 0x0f) | 0x70;
  b[8] = (b[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1],
                          b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14],
                          b[15]);
}

char *
foyer_id_new (const char *prefix, FoyerClock *clock, FoyerRandom *random)
{
  g_autofree char *uuid = foyer_uuid_new (clock, random);

  return g_strconcat (prefix, "-", uuid, NULL);
}

gboolean
foyer_id_has_prefix (const char *id, const char *prefix)
{
  gsize length = strlen (prefix);

  return id != NULL && strncmp (id, prefix, length) == 0 && id[length] == '-' && is_uuid (id + length + 1);
}

gboolean
foyer_id_is_valid (const char *id)
{
  gsize length = 0;

  if (id == NULL)
    return FALSE;
  for (; id[length] != '\0'; length++) {
    if (length == 255 || !(g_ascii_isalnum (id[length]) || id[length] == '-' || id[length] == '_'))
      return FALSE;
  }
  return length > 0;
}

gint64
foyer_id_time (const char *id)
{
  const char *uuid = strchr (id, '-');
  gint64 milliseconds = 0;

  if (uuid == NULL || !is_uuid (uuid + 1) || uuid[15] != '7')
    return -1;
  uuid++;
  for (gsize i = 0; i < 13; i++) {
    if (!is_hyphen_position (i))
      milliseconds = milliseconds << 4 | g_ascii_xdigit_value (uuid[i]);
  }
  return milliseconds;
}
