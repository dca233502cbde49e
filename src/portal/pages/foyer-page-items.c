/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-items.c - the table of items and sums of an invoice or a quote */

#include "foyer-page-record.h"

#include "foyer-json.h"
#include "foyer-number-text.h"
#include "foyer-page-table.h"

char *
foyer_page_quantity (FoyerPage *page, JsonObject *line)
{
  const char *both[] = { NULL, foyer_json_object_text (line, "unit") };
  g_autofree char *number = NULL;

  if (!json_object_has_member (line, "quantity"))
    return NULL;
  number = foyer_number_text (foyer_json_object_integer (line, "quantity", 0), 3, page->language);
  both[0] = number;
  return foyer_text_join ("\u00a0", both, G_N_ELEMENTS (both));
}

static void
write_line (FoyerPage *page, JsonObject *line)
{
  g_autofree char *quantity = foyer_page_quantity (page, line);
  g_autofree char *price = foyer_page_money (page, line, "price");
  g_autofree char *amount = foyer_page_money (page, line, "amount");
  g_autofree char *both
      = quantity != NULL && price != NULL ? g_strconcat (quantity, " × ", price, NULL) : NULL;

  foyer_page_open_row_heading (page);
  foyer_html_text (page->html, foyer_json_object_text (line, "name"));
  foyer_page_detail (page, foyer_json_object_text (line, "detail"));
  if (both != NULL)
    foyer_html_element (page->html, FOYER_TAG_SMALL, FOYER_CLASS ("is-phoneonly"), both);
  foyer_page_close_row_heading (page);
  foyer_page_table_cell (page, FOYER_CELL_WIDE_NUMBER, quantity);
  foyer_page_table_cell (page, FOYER_CELL_WIDE_NUMBER, price);
  foyer_page_table_amount (page, amount);
  foyer_page_close_table_row (page);
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

  foyer_page_table_foot (page);
  foyer_page_table_sum (page, FALSE, 2, foyer_page_say (page, "Subtotal"), subtotal);
  foyer_page_table_sum (page, FALSE, 2, tax_name, tax);
  foyer_page_table_sum (page, TRUE, 2, foyer_page_say (page, "Total"), total);
}

void
foyer_page_items (FoyerPage *page, JsonObject *object, const char *caption)
{
  JsonArray *lines = foyer_json_object_array (object, "lines");
  g_autofree char *total = foyer_page_money (page, object, "total");

  if (lines == NULL || json_array_get_length (lines) == 0)
    return;

  foyer_page_open_table (page, caption);
  foyer_page_table_heading (page, FOYER_NO_CLASS, foyer_page_say (page, "Item"));
  foyer_page_table_heading (page, FOYER_CELL_WIDE_NUMBER, foyer_page_say (page, "Quantity"));
  foyer_page_table_heading (page, FOYER_CELL_WIDE_NUMBER, foyer_page_say (page, "Price"));
  foyer_page_table_heading (page, FOYER_CELL_NUMBER, foyer_page_say (page, "Amount"));
  foyer_page_table_body (page);
  for (guint i = 0; i < json_array_get_length (lines); i++)
    write_line (page, json_array_get_object_element (lines, i));
  if (total != NULL)
    write_sums (page, object);
  foyer_page_close_table (page, total != NULL);
}
