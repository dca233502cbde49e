/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-act-several.h"

G_BEGIN_DECLS

/* Between the places of two documents, so that most moves change one of them alone. */
#define FOYER_DOCUMENT_STEP 100

/**
 * foyer_document_order_move:
 * @documents: (element-type FoyerRecord): in order
 * @from: which one is moved
 * @to: its place afterwards, which is another one
 *
 * Returns: (transfer full): what has to be changed for it: the moved one alone if there is room between its new neighbours, or else all of them
 */
FoyerActSeveral *foyer_document_order_move (GPtrArray *documents, guint from, guint to);

G_END_DECLS
