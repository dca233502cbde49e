/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page.h"

G_BEGIN_DECLS

/**
 * foyer_page_quote_notes:
 *
 * Writes what stands on top of a quote: what became of the viewer's answer, what became of the quote meanwhile, and who signed it.
 */
void foyer_page_quote_notes (FoyerPage *page);

/**
 * foyer_page_quote_answer:
 *
 * Writes the ways to answer the view's quote: approve and sign, ask for a change, decline (000-28, 000-29, 001-17).
 */
void foyer_page_quote_answer (FoyerPage *page);

G_END_DECLS
