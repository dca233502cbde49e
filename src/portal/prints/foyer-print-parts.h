/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-print.h"
#include "pages/foyer-page-bills.h"

G_BEGIN_DECLS

/* What several papers say alike, and the papers, each in a file of its own. They take their words from where pages take theirs. */

/**
 * foyer_print_day:
 * @member: a date or a time in @object
 *
 * Returns: (transfer full) (nullable): the day with its year, because papers are kept
 */
char *foyer_print_day (FoyerPage *page, JsonObject *object, const char *member);

/**
 * foyer_print_time:
 * @member: a date or a time in @object
 *
 * Returns: seconds since 1970: that moment, noon of that day, or noon of today if there is none
 */
gint64 foyer_print_time (FoyerPage *page, JsonObject *object, const char *member);

/**
 * foyer_print_add_payments:
 *
 * Adds a table of what came in and what went back.
 */
void foyer_print_add_payments (FoyerPrint *print, FoyerPage *page, JsonArray *payments);

/**
 * foyer_print_add_site:
 * @object: with the member `property`, or without
 */
void foyer_print_add_site (FoyerPrint *print, FoyerPage *page, JsonObject *object);

/**
 * foyer_print_add_items:
 * @object: with `lines`, `subtotal`, `tax`, `taxRate` and `total`
 *
 * Returns: (transfer none) (nullable): the table, or %NULL if there are neither items nor a total
 */
FoyerPrintBlock *foyer_print_add_items (FoyerPrint *print, FoyerPage *page, JsonObject *object);

/**
 * foyer_print_add_sum:
 * @amount: (nullable): %NULL adds nothing
 *
 * Adds a sum under the items of a table.
 */
void
foyer_print_add_sum (FoyerPrintBlock *table, FoyerPrintRowKind kind, const char *name, const char *amount);

/**
 * foyer_print_add_signature:
 * @signature: (nullable): of the view's record; %NULL adds nothing
 *
 * Adds who signed, when on the business's clocks, what they agreed to, and by what that is proved (docs/signatures.md).
 */
void foyer_print_add_signature (FoyerPrint *print, FoyerPage *page, JsonObject *signature);

void foyer_print_write_document (FoyerPrint *print, FoyerPage *page);
void foyer_print_write_invoice (FoyerPrint *print, FoyerPage *page);
void foyer_print_write_quote (FoyerPrint *print, FoyerPage *page);
void foyer_print_write_statement (FoyerPrint *print, FoyerPage *page);

G_END_DECLS
