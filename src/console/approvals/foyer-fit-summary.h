/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-fit.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FoyerFitSummary:
 * @verdict: the worst finding
 * @warnings: how many findings warn
 * @rule: (nullable): the id of the worst finding, if it blocks
 * @crew_id: (nullable): who was judged
 * @final: whether a block stands that no reason overrides
 *
 * As much of a fit as a row of the list shows and an approval needs. Immutable.
 */
typedef struct {
  FoyerVerdict verdict;
  guint warnings;
  char *rule;
  char *crew_id;
  gboolean final;
} FoyerFitSummary;

#define FOYER_TYPE_FIT_SUMMARY (foyer_fit_summary_get_type ())
GType foyer_fit_summary_get_type (void);

/**
 * foyer_fit_summary_new:
 * @fit: (nullable): %NULL if it could not be worked out
 */
FoyerFitSummary *foyer_fit_summary_new (FoyerFit *fit);
FoyerFitSummary *foyer_fit_summary_copy (const FoyerFitSummary *self);
void foyer_fit_summary_free (FoyerFitSummary *self);
gboolean foyer_fit_summary_equal (const FoyerFitSummary *a, const FoyerFitSummary *b);

/**
 * foyer_fit_summary_blocks:
 * @self: (nullable)
 *
 * Returns: whether an approval needs a reason
 */
gboolean foyer_fit_summary_blocks (const FoyerFitSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerFitSummary, foyer_fit_summary_free)

G_END_DECLS
