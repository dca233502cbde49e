/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerPluralRule:
 * @FOYER_PLURAL_NONE: one form for all numbers
 * @FOYER_PLURAL_ONE: one form for 1, one for all others, as in English and German
 * @FOYER_PLURAL_ZERO_ONE: one form for 0 and 1, one for all others, as in French
 * @FOYER_PLURAL_SLAVIC: three forms, as in Ukrainian
 * @FOYER_PLURAL_POLISH: three forms, as in Polish
 * @FOYER_PLURAL_CZECH: three forms, as in Czech
 */
typedef enum {
  FOYER_PLURAL_NONE,
  FOYER_PLURAL_ONE,
  FOYER_PLURAL_ZERO_ONE,
  FOYER_PLURAL_SLAVIC,
  FOYER_PLURAL_POLISH,
  FOYER_PLURAL_CZECH,
} FoyerPluralRule;

/**
 * foyer_plural_form:
 *
 * Returns: which form of a catalogue entry @count takes, from 0
 */
guint foyer_plural_form (FoyerPluralRule rule, gint64 count);

/**
 * FoyerCatalogueEntry:
 * @message: the English text; in the plural that for one
 * @forms: the translations, as many as the rule has, or one if the entry has no plural
 */
typedef struct {
  const char *message;
  const char *forms[3];
} FoyerCatalogueEntry;

/**
 * FoyerCatalogue:
 * @tag: a BCP 47 tag
 * @rule: how the language counts
 * @entries: in byte order of their messages
 * @n_entries: how many
 *
 * One file of `po/portal/`, made into C by `compile-catalogues.py`.
 */
typedef struct {
  const char *tag;
  FoyerPluralRule rule;
  const FoyerCatalogueEntry *entries;
  gsize n_entries;
} FoyerCatalogue;

/* All catalogues, ending with one that has no tag. */
extern const FoyerCatalogue foyer_catalogues[];

G_END_DECLS
