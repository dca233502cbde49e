/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-finding.c - what one rule answered */

#include "foyer-finding.h"

FoyerFinding *
foyer_finding_new (const char *rule, FoyerVerdict verdict, char *sentence)
{
  FoyerFinding *finding = g_new0 (FoyerFinding, 1);

  finding->rule = rule;
  finding->verdict = verdict;
  finding->may_override = TRUE;
  finding->sentence = sentence;
  return finding;
}

void
foyer_finding_free (FoyerFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->sentence);
  g_free (finding->client_sentence);
  g_free (finding->evidence);
  g_free (finding->fix);
  foyer_remedy_free (finding->remedy);
  g_free (finding);
}

void
foyer_finding_take_remedy (FoyerFinding *finding, FoyerRemedy *remedy)
{
  g_clear_pointer (&finding->remedy, foyer_remedy_free);
  finding->remedy = remedy;
  g_free (finding->fix);
  finding->fix = g_strdup (remedy->words);
}

GPtrArray *
foyer_findings_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_finding_free);
}

FoyerVerdict
foyer_findings_worst (GPtrArray *findings)
{
  FoyerVerdict worst = FOYER_VERDICT_PASS;

  for (guint i = 0; i < findings->len; i++)
    worst = MAX (worst, ((FoyerFinding *) findings->pdata[i])->verdict);
  return worst;
}

static int
compare_weight (gconstpointer a, gconstpointer b)
{
  const FoyerFinding *first = *(const FoyerFinding *const *) a;
  const FoyerFinding *second = *(const FoyerFinding *const *) b;

  return (int) second->verdict - (int) first->verdict;
}

void
foyer_findings_sort (GPtrArray *findings)
{
  /* GLib's sort is a merge sort: what compares equal keeps its order. */
  g_ptr_array_sort (findings, compare_weight);
}
