/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-items.c - the table of items and sums of an invoice or a quote */

#include "foyer-page-record.h"

#include "foyer-json.h"
#include "foyer-number-text.h"

static void
write_cell (FoyerPage *page, FoyerHtmlClass class, const char *text)
{
  foyer_html_element (page->html, FOYER_TAG_TD, class, text != NULL ? text : "");
}

static void
open_heading (FoyerPage *page, FoyerHtmlClass class, const char *scope)
{
  foyer_html_open (page->html, FOYER_TAG_TH, class);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_SCOPE, scope);
}

static void
write_heading (FoyerPage *page, FoyerHtmlClass class, const char *text)
{
  open_heading (page, class, "col");
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, FOYER_TAG_TH);
}

static void
write_head (FoyerPage *page)
{
  foyer_html_open (page->html, FOYER_TAG_THEAD, FOYER_NO_CLASS);
  foyer_html_open (page->html, FOYER_TAG_TR, FOYER_NO_CLASS);
  write_heading (page, FOYER_NO_CLASS, foyer_page_say (page, "Item"));
  write_heading (page, FOYER_CLASS ("is-num is-wideonly"), foyer_page_say (page, "Quantity"));
  write_heading (page, FOYER_CLASS ("is-num is-wideonly"), foyer_page_say (page, "Price"));
  write_heading (page, FOYER_CLASS ("is-num"), foyer_page_say (page, "Amount"));
  foyer_html_close (page->html, FOYER_TAG_TR);
  foyer_html_close (page->html, FOYER_TAG_THEAD);
}

char *
foyer_page_quantity (FoyerPage *page, JsonObject *line)
{
  const char *unit = foyer_json_object_text (line, "unit");
  g_autofree char *number = NULL;

  if (!json_object_has_member (line, "quantity"))
    return NULL;
  number = foyer_number_text (foyer_json_object_integer (line, "quantity", 0), 3, page->language);
  return unit != NULL ? g_strconcat (number, "\u00a0", unit, NULL) : g_steal_pointer (&number);
}

static void
write_line (FoyerPage *page, JsonObject *line)
{
  g_autofree char *quantity = foyer_page_quantity (page, line);
  g_autofree char *price = foyer_page_money (page, line, "price");
  g_autofree char *amount = foyer_page_money (page, line, "amount");
  g_autofree char *both
      = quantity != NULL && price != NULL ? g_strconcat (quantity, " × ", price, NULL) : NULL;

  foyer_html_open (page->html, FOYER_TAG_TR, FOYER_NO_CLASS);
  open_heading (page, FOYER_NO_CLASS, "row");
  foyer_html_text (page->html, foyer_json_object_text (line, "name"));
  foyer_page_detail (page, foyer_json_object_text (line, "detail"));
  if (both != NULL)
    foyer_html_element (page->html, FOYER_TAG_SMALL, FOYER_CLASS ("is-phoneonly"), both);
  foyer_html_close (page->html, FOYER_TAG_TH);
  write_cell (page, FOYER_CLASS ("is-num is-wideonly"), quantity);
  write_cell (page, FOYER_CLASS ("is-num is-wideonly"), price);
  write_cell (page, FOYER_CLASS ("is-num"), amount);
  foyer_html_close (page->html, FOYER_TAG_TR);
}

static void
write_sum (FoyerPage *page, FoyerHtmlClass class, const char *name, const char *amount)
{
  if (amount == NULL)
    return;

  foyer_html_open (page->html, FOYER_TAG_TR, class);
  open_heading (page, FOYER_NO_CLASS, "row");
  foyer_html_text (page->html, name);
  foyer_html_close (page->html, FOYER_TAG_TH);
  write_cell (page, FOYER_CLASS ("is-wideonly"), NULL);
  write_cell (page, FOYER_CLASS ("is-wideonly"), NULL);
  write_cell (page, FOYER_CLASS ("is-num"), amount);
  foyer_html_close (page->html, FOYER_TAG_TR);
}

char *
foyer_page_tax_name (FoyerPage *page, JsonObject *object)
{
  g_autofree char *rate
      = foyer_number_text (foyer_json_object_integer (object, "taxRate", 0), 2, page->language);

  if (!json_object_has_member (object, "taxRate"))
    return g_strdup (foyer_page_say (page, "Tax"));
  return foyer_page_fill (foyer_page_say (page, "Tax, {rate}%"), "rate", rate);
}

static void
write_sums (FoyerPage *page, JsonObject *object)
{
  g_autofree char *subtotal = foyer_page_money (page, object, "subtotal");
  g_autofree char *tax = foyer_page_money (page, object, "tax");
  g_autofree char *total = foyer_page_money (page, object, "total");
  g_autofree char *tax_name = foyer_page_tax_name (page, object);

  if (total == NULL)
    return;
  foyer_html_open (page->html, FOYER_TAG_TFOOT, FOYER_NO_CLASS);
  write_sum (page, FOYER_NO_CLASS, foyer_page_say (page, "Subtotal"), subtotal);
  write_sum (page, FOYER_NO_CLASS, tax_name, tax);
  write_sum (page, FOYER_CLASS ("is-total"), foyer_page_say (page, "Total"), total);
  foyer_html_close (page->html, FOYER_TAG_TFOOT);
}

void
foyer_page_items (FoyerPage *page, JsonObject *object, const char *caption)
{
  JsonArray *lines = foyer_json_object_array (object, "lines");

  if (lines == NULL || json_array_get_length (lines) == 0)
    return;

  foyer_html_open (page->html, FOYER_TAG_TABLE, FOYER_CLASS ("fy-items"));
  foyer_html_element (page->html, FOYER_TAG_CAPTION, FOYER_CLASS ("fy-sr"), caption);
  write_head (page);
  foyer_html_open (page->html, FOYER_TAG_TBODY, FOYER_NO_CLASS);
  for (guint i = 0; i < json_array_get_length (lines); i++)
    write_line (page, json_array_get_object_element (lines, i));
  foyer_html_close (page->html, FOYER_TAG_TBODY);
  write_sums (page, object);
  foyer_html_close (page->html, FOYER_TAG_TABLE);
}
