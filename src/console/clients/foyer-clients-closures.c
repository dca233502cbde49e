/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-clients-closures.c - what the area of clients says around list and page */

#include "foyer-clients-closures.h"

#include <glib/gi18n-lib.h>

char *
foyer_clients_count_text (GObject *self, guint total)
{
  return total == 0 ? g_strdup ("") : g_strdup_printf (ngettext ("%u client", "%u clients", total), total);
}

char *
foyer_clients_list_page (GObject *self, guint total)
{
  return g_strdup (total == 0 ? "empty" : "list");
}

char *
foyer_clients_detail_page (GObject *self, FoyerRecord *client)
{
  return g_strdup (client == NULL ? "nothing" : "client");
}
