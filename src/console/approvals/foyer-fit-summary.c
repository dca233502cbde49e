/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fit-summary.c - as much of a fit as a row shows */

#include "foyer-fit-summary.h"

G_DEFINE_BOXED_TYPE (FoyerFitSummary, foyer_fit_summary, foyer_fit_summary_copy, foyer_fit_summary_free)

FoyerFitSummary *
foyer_fit_summary_new (FoyerFit *fit)
{
  FoyerFitSummary *self = g_new0 (FoyerFitSummary, 1);

  self->verdict = fit == NULL ? FOYER_VERDICT_UNKNOWN : fit->verdict;
  if (fit == NULL)
    return self;
  self->crew_id = g_strdup (fit->crew_id);
  self->final = foyer_fit_has_block (fit, TRUE);
  for (guint i = 0; i < fit->findings->len; i++) {
    const FoyerFinding *finding = fit->findings->pdata[i];

    if (finding->verdict == FOYER_VERDICT_WARN)
      self->warnings++;
    if (finding->verdict == FOYER_VERDICT_BLOCK && self->rule == NULL)
      self->rule = g_strdup (finding->rule);
  }
  return self;
}

FoyerFitSummary *
foyer_fit_summary_copy (const FoyerFitSummary *self)
{
  FoyerFitSummary *copy = g_memdup2 (self, sizeof (FoyerFitSummary));

  copy->rule = g_strdup (self->rule);
  copy->crew_id = g_strdup (self->crew_id);
  return copy;
}

void
foyer_fit_summary_free (FoyerFitSummary *self)
{
  if (self == NULL)
    return;
  g_free (self->rule);
  g_free (self->crew_id);
  g_free (self);
}

gboolean
foyer_fit_summary_equal (const FoyerFitSummary *a, const FoyerFitSummary *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->verdict == b->verdict && a->warnings == b->warnings && a->final == b->final
         && g_strcmp0 (a->rule, b->rule) == 0 && g_strcmp0 (a->crew_id, b->crew_id) == 0;
}

gboolean
foyer_fit_summary_blocks (const FoyerFitSummary *self)
{
  return self != NULL && self->verdict == FOYER_VERDICT_BLOCK;
}
