/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page.h"

G_BEGIN_DECLS

/* Tables: head, rows that begin with a heading of their own, sums. */

/* Classes of cells. */
#define FOYER_CELL_NUMBER FOYER_CLASS ("is-num")
#define FOYER_CELL_WIDE FOYER_CLASS ("is-wideonly")
#define FOYER_CELL_WIDE_WHOLE FOYER_CLASS ("is-whole is-wideonly")
#define FOYER_CELL_WIDE_NUMBER FOYER_CLASS ("is-num is-wideonly")

/**
 * foyer_page_open_table:
 * @caption: for those who hear the table
 *
 * Opens a table and its head; headings follow, then foyer_page_table_body().
 */
void foyer_page_open_table (FoyerPage *page, const char *caption);
void foyer_page_table_heading (FoyerPage *page, FoyerHtmlClass class, const char *text);
void foyer_page_table_body (FoyerPage *page);

/**
 * foyer_page_open_row_heading:
 *
 * Opens a row and its first cell, which names it; foyer_page_close_row_heading() closes the cell, foyer_page_close_table_row() the row.
 */
void foyer_page_open_row_heading (FoyerPage *page);
void foyer_page_close_row_heading (FoyerPage *page);
void foyer_page_close_table_row (FoyerPage *page);

/**
 * foyer_page_table_cell:
 * @text: (nullable): %NULL for an empty cell
 */
void foyer_page_table_cell (FoyerPage *page, FoyerHtmlClass class, const char *text);

/**
 * foyer_page_table_amount:
 * @amount: (nullable): as it is written; its sign stands where it belongs, whichever way the text around it runs
 */
void foyer_page_table_amount (FoyerPage *page, const char *amount);

/**
 * foyer_page_table_foot:
 *
 * Ends the rows and begins the sums.
 */
void foyer_page_table_foot (FoyerPage *page);

/**
 * foyer_page_table_sum:
 * @n_empty: cells between its name and its amount
 * @amount: (nullable): %NULL writes nothing
 */
void foyer_page_table_sum (FoyerPage *page,
                           gboolean is_total,
                           guint n_empty,
                           const char *name,
                           const char *amount);

/**
 * foyer_page_close_table:
 * @has_foot: whether there were sums
 */
void foyer_page_close_table (FoyerPage *page, gboolean has_foot);

G_END_DECLS
