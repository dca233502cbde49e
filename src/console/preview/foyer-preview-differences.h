/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PREVIEW_DIFFERENCES (foyer_preview_differences_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPreviewDifferences, foyer_preview_differences, FOYER, PREVIEW_DIFFERENCES, AdwBin)

/**
 * FoyerPreviewDifferences:
 *
 * In what two pages differ, as rows that keys reach and a screen reader reads.
 *
 * Properties: `differences` (#GPtrArray of #FoyerPageDifference, or %NULL), `one-name` and `other-name` (string: what the two pages are
 * called).
 */

/**
 * foyer_preview_differences_text:
 * @differences: (nullable) (element-type FoyerPageDifference)
 *
 * Returns: how many there are, in words
 */
char *foyer_preview_differences_text (GObject *self, GPtrArray *differences);

/**
 * foyer_preview_differences_any:
 * @differences: (nullable) (element-type FoyerPageDifference)
 *
 * Returns: whether there are any
 */
gboolean foyer_preview_differences_any (GObject *self, GPtrArray *differences);

G_END_DECLS
