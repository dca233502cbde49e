/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-sheet.c - style sheets of a business: what is served is good in its own right, and fetches nothing */

#include "foyer-fuzz.h"

#include "foyer-style-sheet.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup (size == 0 ? "" : (const char *) data, size);
  g_autofree char *written = foyer_style_sheet_write (text);
  g_autofree char *problem = foyer_style_sheet_check (text);
  g_autofree char *small = NULL;

  g_assert_true ((written == NULL) == (problem != NULL));
  if (written == NULL)
    return 0;
  small = g_ascii_strdown (written, -1);
  g_assert_null (strpbrk (written, "\\<"));
  for (const char *p = strstr (small, "url("); p != NULL; p = strstr (p + 1, "url("))
    g_assert_nonnull (strpbrk (written, "\"'"));
  return 0;
}
