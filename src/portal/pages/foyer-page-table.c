/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-table.c - tables of items, sums and figures */

#include "foyer-page-table.h"

static void
open_heading (FoyerPage *page, FoyerHtmlClass class, const char *scope)
{
  foyer_html_open (page->html, FOYER_TAG_TH, class);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_SCOPE, scope);
}

void
foyer_page_open_table (FoyerPage *page, const char *caption)
{
  foyer_html_open (page->html, FOYER_TAG_TABLE, FOYER_CLASS ("fy-items"));
  foyer_html_element (page->html, FOYER_TAG_CAPTION, FOYER_CLASS ("fy-sr"), caption);
  foyer_html_open (page->html, FOYER_TAG_THEAD, FOYER_NO_CLASS);
  foyer_html_open (page->html, FOYER_TAG_TR, FOYER_NO_CLASS);
}

void
foyer_page_table_heading (FoyerPage *page, FoyerHtmlClass class, const char *text)
{
  open_heading (page, class, "col");
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, FOYER_TAG_TH);
}

void
foyer_page_table_body (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_TR);
  foyer_html_close (page->html, FOYER_TAG_THEAD);
  foyer_html_open (page->html, FOYER_TAG_TBODY, FOYER_NO_CLASS);
}

void
foyer_page_open_row_heading (FoyerPage *page)
{
  foyer_html_open (page->html, FOYER_TAG_TR, FOYER_NO_CLASS);
  open_heading (page, FOYER_NO_CLASS, "row");
}

void
foyer_page_close_row_heading (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_TH);
}

void
foyer_page_close_table_row (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_TR);
}

void
foyer_page_table_cell (FoyerPage *page, FoyerHtmlClass class, const char *text)
{
  foyer_html_element (page->html, FOYER_TAG_TD, class, text != NULL ? text : "");
}

void
foyer_page_table_amount (FoyerPage *page, const char *amount)
{
  foyer_html_open (page->html, FOYER_TAG_TD, FOYER_CELL_NUMBER);
  if (amount != NULL)
    foyer_html_element (page->html, FOYER_TAG_BDI, FOYER_NO_CLASS, amount);
  foyer_html_close (page->html, FOYER_TAG_TD);
}

void
foyer_page_table_foot (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_TBODY);
  foyer_html_open (page->html, FOYER_TAG_TFOOT, FOYER_NO_CLASS);
}

void
foyer_page_table_sum (FoyerPage *page, gboolean is_total, guint n_empty, const char *name, const char *amount)
{
  if (amount == NULL)
    return;

  foyer_html_open (page->html, FOYER_TAG_TR, is_total ? FOYER_CLASS ("is-total") : FOYER_NO_CLASS);
  open_heading (page, FOYER_NO_CLASS, "row");
  foyer_html_text (page->html, name);
  foyer_html_close (page->html, FOYER_TAG_TH);
  for (guint i = 0; i < n_empty; i++)
    foyer_page_table_cell (page, FOYER_CELL_WIDE, NULL);
  foyer_page_table_amount (page, amount);
  foyer_html_close (page->html, FOYER_TAG_TR);
}

void
foyer_page_close_table (FoyerPage *page, gboolean has_foot)
{
  foyer_html_close (page->html, has_foot ? FOYER_TAG_TFOOT : FOYER_TAG_TBODY);
  foyer_html_close (page->html, FOYER_TAG_TABLE);
}
