/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-sheet.c - the business's own style sheet, under a name that changes with its bytes */

#include "foyer-portal-sheet.h"

#include "foyer-style-sheet.h"
#include "types/portal_settings.h"

#include <string.h>

#define HASH_LENGTH 16

GBytes *
foyer_portal_sheet_bytes (FoyerRecord *settings)
{
  const char *text = foyer_portal_settings_get_brand_css (settings);
  char *sheet = text == NULL || *text == '\0' ? NULL : foyer_style_sheet_write (text);

  return sheet == NULL ? NULL : g_bytes_new_take (sheet, strlen (sheet));
}

char *
foyer_portal_sheet_path (FoyerRecord *settings)
{
  g_autoptr (GBytes) bytes = foyer_portal_sheet_bytes (settings);
  g_autofree char *hash = NULL;

  if (bytes == NULL)
    return NULL;
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  hash[HASH_LENGTH] = '\0';
  return g_strconcat ("/static/sheet-", hash, ".css", NULL);
}

gboolean
foyer_portal_sheet_stands_on (FoyerPageKind kind)
{
  return kind != FOYER_PAGE_INVOICE && kind != FOYER_PAGE_QUOTE && kind != FOYER_PAGE_DOCUMENT;
}
