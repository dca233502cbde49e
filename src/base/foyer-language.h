/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerLanguage:
 *
 * The languages that the tables of this floor know. Callers pass BCP 47 tags; the tables are indexed by this.
 */
typedef enum {
  FOYER_LANGUAGE_EN_US,
  FOYER_LANGUAGE_EN_GB,
  FOYER_LANGUAGE_DE,
} FoyerLanguage;

#define FOYER_N_LANGUAGES 3

/**
 * foyer_language_match:
 * @tag: (nullable): a BCP 47 tag such as `de-AT`, in any case
 *
 * Returns: the language whose tag is @tag, else the first one of the same primary language, else %FOYER_LANGUAGE_EN_US
 */
FoyerLanguage foyer_language_match (const char *tag);

/**
 * foyer_language_tag:
 *
 * Returns: the tag of @language as it stands in `<html lang>`
 */
const char *foyer_language_tag (FoyerLanguage language);

/**
 * foyer_language_name:
 *
 * Returns: the name of @language in that language itself
 */
const char *foyer_language_name (FoyerLanguage language);

G_END_DECLS
