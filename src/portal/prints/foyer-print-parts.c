/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-print-parts.c - days, sites and items as papers write them */

#include "prints/foyer-print-parts.h"

#include "foyer-json.h"

#define SECONDS_PER_MINUTE 60

char *
foyer_print_day (FoyerPage *page, JsonObject *object, const char *member)
{
  FoyerDate date;

  if (foyer_json_object_text (object, member) == NULL)
    return NULL;
  date = foyer_page_day (page, object, member);
  return foyer_date_text (&date, FOYER_DATE_YEAR, page->language);
}

gint64
foyer_print_time (FoyerPage *page, JsonObject *object, const char *member)
{
  gint64 seconds = foyer_page_time (object, member);
  FoyerLocalTime noon = { .second = FOYER_SECONDS_PER_DAY / 2 };

  if (seconds != 0)
    return seconds;
  noon.date = foyer_page_day (page, object, member);
  return foyer_zone_to_utc (page->zone, &noon, NULL);
}

static void
add_payment (FoyerPrintBlock *table, FoyerPage *page, JsonObject *payment)
{
  FoyerPrintRow *row = foyer_print_table_add_row (table, FOYER_PRINT_ROW_ITEM);
  g_autofree char *method = foyer_page_payment_method (page, payment);
  const char *number = foyer_json_object_text (payment, "invoiceNumber");
  gboolean is_refund = foyer_page_is (payment, "kind", "refund");

  row->cells[0] = foyer_print_day (page, payment, "paidAt");
  row->cells[1] = is_refund && method != NULL
                      ? g_strdup_printf ("%s, %s", foyer_page_say (page, "Refund"), method)
                      : g_steal_pointer (&method);
  row->cells[2] = number != NULL ? foyer_page_invoice_title (page, number) : NULL;
  row->cells[3] = foyer_page_payment_amount (page, payment);
}

void
foyer_print_add_payments (FoyerPrint *print, FoyerPage *page, JsonArray *payments)
{
  FoyerPrintBlock *table = foyer_print_add_table (print);

  foyer_print_table_add_column (table, foyer_page_say (page, "Date"), FALSE);
  foyer_print_table_add_column (table, foyer_page_say (page, "How"), FALSE);
  foyer_print_table_add_column (table, foyer_page_say (page, "Invoice"), FALSE);
  foyer_print_table_add_column (table, foyer_page_say (page, "Amount"), TRUE);
  for (guint i = 0; i < json_array_get_length (payments); i++)
    add_payment (table, page, json_array_get_object_element (payments, i));
}

void
foyer_print_add_site (FoyerPrint *print, FoyerPage *page, JsonObject *object)
{
  JsonObject *property = foyer_json_object_object (object, "property");
  g_autofree char *address = NULL;
  const char *name;

  if (property == NULL)
    return;
  name = foyer_json_object_text (property, "name");
  address = foyer_page_address (property);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Site"), name != NULL ? name : address,
                   name != NULL ? address : NULL);
}

void
foyer_print_add_sum (FoyerPrintBlock *table, FoyerPrintRowKind kind, const char *name, const char *amount)
{
  FoyerPrintRow *row;

  if (amount == NULL)
    return;
  row = foyer_print_table_add_row (table, kind);
  row->cells[0] = g_strdup (name);
  row->cells[table->columns->len - 1] = g_strdup (amount);
}

static void
add_line (FoyerPrintBlock *table, FoyerPage *page, JsonObject *line)
{
  FoyerPrintRow *row = foyer_print_table_add_row (table, FOYER_PRINT_ROW_ITEM);

  row->cells[0] = g_strdup (foyer_json_object_text (line, "name"));
  row->cells[1] = foyer_page_quantity (page, line);
  row->cells[2] = foyer_page_money (page, line, "price");
  row->cells[3] = foyer_page_money (page, line, "amount");
  row->detail = g_strdup (foyer_json_object_text (line, "detail"));
}

FoyerPrintBlock *
foyer_print_add_items (FoyerPrint *print, FoyerPage *page, JsonObject *object)
{
  JsonArray *lines = foyer_json_object_array (object, "lines");
  g_autofree char *subtotal = foyer_page_money (page, object, "subtotal");
  g_autofree char *tax = foyer_page_money (page, object, "tax");
  g_autofree char *total = foyer_page_money (page, object, "total");
  g_autofree char *tax_name = foyer_page_tax_name (page, object);
  guint n_lines = lines != NULL ? json_array_get_length (lines) : 0;
  FoyerPrintBlock *table;

  if (n_lines == 0 && total == NULL)
    return NULL;
  table = foyer_print_add_table (print);
  foyer_print_table_add_column (table, foyer_page_say (page, "Item"), FALSE);
  foyer_print_table_add_column (table, foyer_page_say (page, "Quantity"), TRUE);
  foyer_print_table_add_column (table, foyer_page_say (page, "Price"), TRUE);
  foyer_print_table_add_column (table, foyer_page_say (page, "Amount"), TRUE);
  for (guint i = 0; i < n_lines; i++)
    add_line (table, page, json_array_get_object_element (lines, i));
  foyer_print_add_sum (table, FOYER_PRINT_ROW_SUM, foyer_page_say (page, "Subtotal"), subtotal);
  foyer_print_add_sum (table, FOYER_PRINT_ROW_SUM, tax_name, tax);
  foyer_print_add_sum (table, FOYER_PRINT_ROW_TOTAL, foyer_page_say (page, "Total"), total);
  return table;
}

/* --- Signatures --- */

/* "Nov 22, 2026, 1:10 AM, Pacific Time" */
static char *
make_moment (FoyerPage *page, gint64 seconds)
{
  FoyerLocalTime local = foyer_zone_to_local (page->zone, seconds);
  g_autofree char *day = foyer_date_text (&local.date, FOYER_DATE_YEAR, page->language);
  g_autofree char *time = foyer_time_text (local.second / SECONDS_PER_MINUTE, page->language);
  g_autofree char *zone = foyer_zone_text (page->zone, page->language);

  return g_strdup_printf ("%s, %s, %s", day, time, zone);
}

void
foyer_print_add_signature (FoyerPrint *print, FoyerPage *page, JsonObject *signature)
{
  g_autofree char *moment = NULL;
  g_autofree char *number = NULL;
  g_autofree char *code = NULL;

  if (signature == NULL)
    return;
  moment = make_moment (page, foyer_page_time (signature, "at"));
  number = g_strdup_printf ("%" G_GINT64_FORMAT, foyer_json_object_integer (signature, "number", 0));
  code = foyer_page_fill (foyer_page_say (page, "By a code that was mailed to {address}"), "address",
                          foyer_json_object_text (signature, "codeTo"));
  foyer_print_add (print, FOYER_PRINT_HEADING, NULL, foyer_page_say (page, "Signature"), NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Signed by"),
                   foyer_json_object_text (signature, "name"), foyer_json_object_text (signature, "email"));
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Signed"), moment, NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Agreed to"),
                   foyer_json_object_text (signature, "consent"), NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Checked"), code, NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Signature number"), number, NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Content hash"),
                   foyer_json_object_text (signature, "contentHash"), NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "Signature hash"),
                   foyer_json_object_text (signature, "hash"), NULL);
  foyer_print_add (print, FOYER_PRINT_SMALL, NULL,
                   foyer_page_say (page, "Hashes are SHA-256. They prove that nothing was changed since."),
                   NULL);
}
