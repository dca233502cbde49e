/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-global-address.c - which addresses are somebody's on the internet (003-14) */

#include "fetch/foyer-global-address.h"

/* Networks whose addresses are not the public's, however they are written. */
static const char *const closed[] = {
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  /* Of 2000::/3, which alone is open: what belongs to protocols, to tunnels to IPv4, to documents. */
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "2620:4f:8000::/48",
  "3ffe::/16",
  "3fff::/20",
};

#define OPEN_IPV6 "2000::/3"

static gboolean
is_in (GInetAddress *address, const char *network)
{
  g_autoptr (GInetAddressMask) mask = g_inet_address_mask_new_from_string (network, NULL);

  return g_inet_address_mask_matches (mask, address);
}

gboolean
foyer_global_address_is (GInetAddress *address)
{
  g_return_val_if_fail (G_IS_INET_ADDRESS (address), FALSE);

  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6 && !is_in (address, OPEN_IPV6))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++) {
    if (is_in (address, closed[i]))
      return FALSE;
  }
  return TRUE;
}
