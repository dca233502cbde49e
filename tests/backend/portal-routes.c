/* SPDX-License-Identifier: GPL-3.0-or-later */
/* portal-routes.c - prints what can be asked of a portal, one route a line */

#include "site/foyer-site-routes.h"

int
main (void)
{
  guint n_routes;
  const FoyerSiteRoute *routes = foyer_site_routes (&n_routes);

  for (guint i = 0; i < n_routes; i++)
    g_print ("%s %s\n", routes[i].method, routes[i].path);
  return 0;
}
