/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-number-text.c - numbers with the separators of a language */

#include "foyer-number-text.h"

#include "foyer-language.h"

#include <string.h>

#define MINUS "\u2212"

static const struct {
  char group;
  char decimal;
} separators[FOYER_N_LANGUAGES] = {
  [FOYER_LANGUAGE_EN_US] = { ',', '.' },
  [FOYER_LANGUAGE_EN_GB] = { ',', '.' },
  [FOYER_LANGUAGE_DE] = { '.', ',' },
};

void
foyer_number_separators (const char *language, char *group, char *decimal)
{
  FoyerLanguage index = foyer_language_match (language);

  *group = separators[index].group;
  *decimal = separators[index].decimal;
}

void
foyer_number_append (GString *out, guint64 size, guint decimals, const char *language)
{
  char digits[32];
  char group;
  char decimal;
  gsize length;

  g_return_if_fail (decimals <= 9);

  /* At least one digit stands before the decimals: 5 cents are 0.05. */
  g_snprintf (digits, sizeof digits, "%0*" G_GUINT64_FORMAT, (int) decimals + 1, size);
  length = strlen (digits) - decimals;
  foyer_number_separators (language, &group, &decimal);

  for (gsize i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0)
      g_string_append_c (out, group);
    g_string_append_c (out, digits[i]);
  }
  if (decimals > 0) {
    g_string_append_c (out, decimal);
    g_string_append (out, digits + length);
  }
}

char *
foyer_number_text (gint64 value, guint decimals, const char *language)
{
  guint64 size = value < 0 ? 0 - (guint64) value : (guint64) value;
  GString *out = g_string_new (value < 0 ? MINUS : NULL);

  for (; decimals > 0 && size % 10 == 0; decimals--)
    size /= 10;
  foyer_number_append (out, size, decimals, language);
  return g_string_free (out, FALSE);
}
