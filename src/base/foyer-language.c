/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-language.c - the languages of the tables, found by their tags */

#include "foyer-language.h"

#include <string.h>

static const struct {
  const char *tag;
  const char *name;
} languages[FOYER_N_LANGUAGES] = {
  [FOYER_LANGUAGE_EN_US] = { "en-US", "English (United States)" },
  [FOYER_LANGUAGE_EN_GB] = { "en-GB", "English (United Kingdom)" },
  [FOYER_LANGUAGE_DE] = { "de", "Deutsch" },
};

static gboolean
has_same_primary (const char *a, const char *b)
{
  gsize length = strcspn (a, "-");

  return length == strcspn (b, "-") && g_ascii_strncasecmp (a, b, length) == 0;
}

FoyerLanguage
foyer_language_match (const char *tag)
{
  if (tag == NULL)
    return FOYER_LANGUAGE_EN_US;

  for (guint i = 0; i < FOYER_N_LANGUAGES; i++) {
    if (g_ascii_strcasecmp (languages[i].tag, tag) == 0)
      return (FoyerLanguage) i;
  }
  for (guint i = 0; i < FOYER_N_LANGUAGES; i++) {
    if (has_same_primary (languages[i].tag, tag))
      return (FoyerLanguage) i;
  }
  return FOYER_LANGUAGE_EN_US;
}

const char *
foyer_language_tag (FoyerLanguage language)
{
  g_return_val_if_fail (language < FOYER_N_LANGUAGES, "en-US");

  return languages[language].tag;
}

const char *
foyer_language_name (FoyerLanguage language)
{
  g_return_val_if_fail (language < FOYER_N_LANGUAGES, NULL);

  return languages[language].name;
}
