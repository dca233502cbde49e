/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-allowed-domain.c - which mail domains may come in */

#include "foyer-allowed-domain.h"

#include <string.h>

char *
foyer_allowed_domain_of (const char *address)
{
  const char *at = address == NULL ? NULL : strrchr (address, '@');
  g_autofree char *ascii = at == NULL ? NULL : g_hostname_to_ascii (at + 1);

  return ascii == NULL ? NULL : g_ascii_strdown (ascii, -1);
}

gboolean
foyer_allowed_domain_fits (const char *const *allowed, const char *domain)
{
  for (guint i = 0; allowed != NULL && domain != NULL && allowed[i] != NULL; i++) {
    g_autofree char *ascii = g_hostname_to_ascii (allowed[i]);

    if (ascii != NULL && g_ascii_strcasecmp (ascii, domain) == 0)
      return TRUE;
  }
  return allowed == NULL || allowed[0] == NULL;
}
