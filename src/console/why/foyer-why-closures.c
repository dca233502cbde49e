/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-why-closures.c - what the Why? panel says */

#include "foyer-why-closures.h"

#include <glib/gi18n-lib.h>

char *
foyer_why_hidden_title (GObject *self, const char *person_name, gboolean asks)
{
  if (person_name == NULL)
    return g_strdup (asks ? _ ("Also hidden from them") : _ ("Hidden from them"));
  /* Translators: %s is the name of a person. */
  return g_strdup_printf (asks ? _ ("Also hidden from %s") : _ ("Hidden from %s"), person_name);
}

char *
foyer_why_fine_text (GObject *self, guint fine)
{
  return g_strdup_printf (ngettext ("%u check is fine", "%u checks are fine", fine), fine);
}

static char *
diagnosis_text (const FoyerDiagnosis *diagnosis)
{
  if (diagnosis->answer != NULL)
    /* Translators: %s is a sentence. */
    return g_strdup_printf (_ ("Answer: %s"), diagnosis->answer->sentence);
  if (diagnosis->n_unknown > 0)
    return g_strdup_printf (ngettext ("Nothing found so far. %u check cannot be made from here.",
                                      "Nothing found so far. %u checks cannot be made from here.",
                                      diagnosis->n_unknown),
                            diagnosis->n_unknown);
  return g_strdup (_ ("Nothing here explains it. Every check is fine."));
}

char *
foyer_why_status_text (const FoyerDiagnosis *diagnosis, guint n_hidden)
{
  if (diagnosis != NULL)
    return diagnosis_text (diagnosis);
  if (n_hidden == 0)
    return g_strdup (_ ("Nothing is hidden from them."));
  return g_strdup_printf (ngettext ("%u reason hides something.", "%u reasons hide something.", n_hidden),
                          n_hidden);
}
