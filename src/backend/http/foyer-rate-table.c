/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-rate-table.c - how many of something may come from each of many */

#include "http/foyer-rate-table.h"

#include <gio/gio.h>

/* From so many keys on it is looked which of them are still needed. */
#define MANY 10000

struct _FoyerRateTable {
  FoyerClock *clock;  /* (owned) */
  GHashTable *limits; /* (element-type utf8 FoyerRateLimit) (owned) */
  guint burst;
  gint64 interval;
};

FoyerRateTable *
foyer_rate_table_new (FoyerClock *clock, guint burst, gint64 interval)
{
  FoyerRateTable *self = g_new0 (FoyerRateTable, 1);

  self->clock = g_object_ref (clock);
  self->limits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->burst = burst;
  self->interval = interval;
  return self;
}

void
foyer_rate_table_free (FoyerRateTable *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->clock);
  g_hash_table_unref (self->limits);
  g_free (self);
}

static gboolean
is_full_again (gpointer key, gpointer value, gpointer data)
{
  FoyerRateLimit *limit = value;
  gint64 *now = data;

  return limit->filled_until <= *now;
}

gboolean
foyer_rate_table_take (FoyerRateTable *self, const char *key)
{
  FoyerRateLimit *limit;

  if (key == NULL)
    return TRUE;
  limit = g_hash_table_lookup (self->limits, key);
  if (limit == NULL) {
    if (g_hash_table_size (self->limits) >= MANY) {
      gint64 now = foyer_clock_monotonic (self->clock);

      g_hash_table_foreach_remove (self->limits, is_full_again, &now);
    }
    limit = g_new0 (FoyerRateLimit, 1);
    limit->burst = self->burst;
    limit->interval = self->interval;
    g_hash_table_insert (self->limits, g_strdup (key), limit);
  }
  return foyer_rate_limit_take (limit, self->clock);
}

gboolean
foyer_rate_table_has (FoyerRateTable *self, const char *key)
{
  FoyerRateLimit *limit = key == NULL ? NULL : g_hash_table_lookup (self->limits, key);

  return limit == NULL || foyer_rate_limit_has (limit, self->clock);
}

#define NETWORK_BYTES 8

static char *
find_network (const char *remote)
{
  g_autoptr (GInetAddress) address = remote == NULL ? NULL : g_inet_address_new_from_string (remote);
  const guint8 *bytes;
  GString *network;

  if (address == NULL || g_inet_address_get_family (address) != G_SOCKET_FAMILY_IPV6)
    return g_strdup (remote);
  bytes = g_inet_address_to_bytes (address);
  network = g_string_new (NULL);
  for (guint i = 0; i < NETWORK_BYTES; i++)
    g_string_append_printf (network, "%02x", bytes[i]);
  return g_string_free (network, FALSE);
}

gboolean
foyer_rate_table_take_network (FoyerRateTable *self, const char *remote)
{
  g_autofree char *network = find_network (remote);

  return foyer_rate_table_take (self, network);
}

gboolean
foyer_rate_table_has_network (FoyerRateTable *self, const char *remote)
{
  g_autofree char *network = find_network (remote);

  return foyer_rate_table_has (self, network);
}
