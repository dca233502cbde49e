/* SPDX-License-Identifier: GPL-3.0-or-later */
/* invoices-page.c - what is to be paid and what was */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-bills.h"
#include "foyer-page-frame.h"
#include "foyer-page-pager.h"

/* What is overdue stands first, then what is due next. */
static int
compare_due (gconstpointer a, gconstpointer b)
{
  JsonObject *x = *(JsonObject **) a;
  JsonObject *y = *(JsonObject **) b;
  int order = g_strcmp0 (foyer_json_object_text (x, "dueOn"), foyer_json_object_text (y, "dueOn"));

  return order != 0 ? order : g_strcmp0 (foyer_json_object_text (x, "id"), foyer_json_object_text (y, "id"));
}

static GPtrArray *
collect (FoyerPage *page, gboolean is_open)
{
  JsonArray *invoices = foyer_json_object_array (page->view, "invoices");
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (invoices); i++) {
    JsonObject *invoice = json_array_get_object_element (invoices, i);

    if (foyer_page_invoice_is_open (invoice) == is_open)
      g_ptr_array_add (found, invoice);
  }
  if (is_open)
    g_ptr_array_sort (found, compare_due);
  return found;
}

static void
write_list (FoyerPage *page, const char *id, const char *title, gboolean is_open)
{
  g_autoptr (GPtrArray) invoices = collect (page, is_open);

  if (invoices->len == 0)
    return;

  foyer_page_open_section (page, id, title, is_open ? NULL : "/payments",
                           is_open ? NULL : foyer_page_say (page, "All payments"));
  for (guint i = 0; i < invoices->len; i++)
    foyer_page_invoice_row (page, g_ptr_array_index (invoices, i));
  foyer_page_close_section (page);
}

void
foyer_page_write_invoices (FoyerPage *page)
{
  const char *title = foyer_page_say (page, "Invoices");

  foyer_page_open_frame (page, FOYER_SECTION_INVOICES, title);
  foyer_page_head (page, NULL, NULL, title, NULL, FOYER_TONE_NEUTRAL, NULL);
  if (foyer_page_count (page->view, "invoices") == 0) {
    foyer_page_empty (page, FOYER_ICON_INVOICE, foyer_page_say (page, "Nothing to pay"),
                      foyer_page_say (page, "You have no invoices. New ones appear here and by email."));
  } else {
    foyer_page_due_card (page, FALSE);
    write_list (page, "unpaid", foyer_page_say (page, "Unpaid"), TRUE);
    write_list (page, "paid", foyer_page_say (page, "Paid"), FALSE);
    foyer_page_pager (page, &(FoyerPager){ page->view, "invoices", "/invoices", title, TRUE });
  }
  foyer_page_close_frame (page, FOYER_SECTION_INVOICES);
}
