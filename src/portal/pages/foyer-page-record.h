/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-page-parts.h"

G_BEGIN_DECLS

/* The skeleton of lists and of pages about one record. */

/**
 * foyer_page_empty:
 * @text: what will appear here
 *
 * Stands where a list would.
 */
void foyer_page_empty (FoyerPage *page, FoyerIcon icon, const char *title, const char *text);

/**
 * foyer_page_open_columns:
 *
 * Opens the two columns of a record, and the one at its side; foyer_page_next_column() goes on with the wide one.
 */
void foyer_page_open_columns (FoyerPage *page);
void foyer_page_next_column (FoyerPage *page);
void foyer_page_close_columns (FoyerPage *page);

/**
 * foyer_page_open_card:
 * @id: of the heading
 */
void foyer_page_open_card (FoyerPage *page, const char *id, const char *title);

/**
 * foyer_page_open_figure_card:
 * @id: of the heading
 * @label: what the figure is
 * @figure: (nullable): a text
 * @detail: (nullable): the line under it
 *
 * Opens the card with the one big figure of a record; facts may follow until foyer_page_close_card().
 */
void foyer_page_open_figure_card (FoyerPage *page,
                                  const char *id,
                                  const char *label,
                                  const char *figure,
                                  const char *detail);
void foyer_page_close_card (FoyerPage *page);

/**
 * foyer_page_paragraphs:
 * @text: (nullable): lines that people wrote
 *
 * Writes each line as a paragraph.
 */
void foyer_page_paragraphs (FoyerPage *page, const char *text);

/**
 * foyer_page_open_track:
 *
 * Opens a history.
 */
void foyer_page_open_track (FoyerPage *page);
void foyer_page_track_item (FoyerPage *page, gboolean is_done, const char *title, const char *detail);
void foyer_page_close_track (FoyerPage *page);

/**
 * foyer_page_site_fact:
 * @object: with the member `property`, or without
 *
 * Writes the site's name and street as a fact.
 */
void foyer_page_site_fact (FoyerPage *page, JsonObject *object);

/**
 * foyer_page_link_fact:
 *
 * Writes a fact that leads somewhere.
 */
void foyer_page_link_fact (FoyerPage *page, const char *name, const char *url, const char *text);

/**
 * foyer_page_under:
 * @first: (nullable)
 * @object: with the member `property`, or without
 *
 * Writes the line under the title of a row: what it is, and the site.
 */
void foyer_page_under (FoyerPage *page, const char *first, JsonObject *object);

/**
 * foyer_page_items:
 * @object: with `lines`, `subtotal`, `tax`, `taxRate` and `total`
 * @caption: for those who hear the table
 *
 * Writes the items and sums of an invoice or a quote.
 */
void foyer_page_items (FoyerPage *page, JsonObject *object, const char *caption);

/**
 * foyer_page_quantity:
 * @line: an item
 *
 * Returns: (transfer full) (nullable): how much of it: `14 h`, `1.5`, in German `1,5`
 */
char *foyer_page_quantity (FoyerPage *page, JsonObject *line);

/**
 * foyer_page_file_size:
 * @document: with `size`, or without
 *
 * Returns: (transfer full) (nullable): `412 kB`
 */
char *foyer_page_file_size (JsonObject *document);

/**
 * foyer_page_tax_name:
 * @object: with `taxRate`, or without
 *
 * Returns: (transfer full): `Tax, 5%`
 */
char *foyer_page_tax_name (FoyerPage *page, JsonObject *object);

/**
 * foyer_page_letterhead:
 *
 * Writes who the paper is from, where the page is printed.
 */
void foyer_page_letterhead (FoyerPage *page);

/**
 * foyer_page_print_button:
 * @base: such as `/invoices/`
 * @id: (nullable): what the paper is about
 *
 * Writes the button that saves it as PDF (001-18).
 */
void foyer_page_print_button (FoyerPage *page, const char *base, const char *id);

/**
 * foyer_page_health:
 *
 * Writes how the account is doing, as far as the viewer sees that.
 */
void foyer_page_health (FoyerPage *page);

G_END_DECLS
