/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-prints.c - the paper that a viewer gets for what they asked, in the organisation's letterhead */

#include "foyer-portal-prints.h"

#include "foyer-json.h"
#include "foyer-portal-view.h"
#include "prints/foyer-print-parts.h"
#include "types/document.h"
#include "types/invoice.h"
#include "types/quote.h"

static const struct {
  const FoyerRecordType *type; /* (nullable): what it is about */
  const char *list;            /* (nullable): what the view needs else */
  void (*write) (FoyerPrint *print, FoyerPage *page);
} kinds[FOYER_N_PRINT_KINDS] = {
  [FOYER_PRINT_INVOICE] = { &foyer_invoice_type, NULL, foyer_print_write_invoice },
  [FOYER_PRINT_QUOTE] = { &foyer_quote_type, NULL, foyer_print_write_quote },
  [FOYER_PRINT_DOCUMENT] = { &foyer_document_type, NULL, foyer_print_write_document },
  [FOYER_PRINT_STATEMENT] = { NULL, "statementInvoices", foyer_print_write_statement },
};

static void
add_sender_line (FoyerPrint *print, const char *text)
{
  if (text != NULL)
    g_ptr_array_add (print->sender_lines, g_strdup (text));
}

/* The letterhead (001-34): who writes, from where, and how to reach them. */
static void
add_letterhead (FoyerPrint *print, FoyerPage *page)
{
  JsonObject *letterhead = foyer_json_object_object (page->view, "letterhead");
  JsonObject *logo = foyer_json_object_object (letterhead, "logo");
  g_autofree char *address = foyer_page_address (letterhead);

  print->size = foyer_page_is (letterhead, "paper", "letter") ? FOYER_PRINT_LETTER : FOYER_PRINT_A4;
  print->language = g_strdup (page->language);
  print->sender = g_strdup (foyer_json_object_text (page->organisation, "name"));
  print->page_template = g_strdup (foyer_page_say (page, "Page {page} of {count}"));
  foyer_colour_parse (foyer_json_object_text (page->organisation, "colour"), &print->colour);
  if (logo != NULL)
    print->logo = g_strdup (foyer_json_object_text (logo, "blobId"));
  add_sender_line (print, address);
  add_sender_line (print, foyer_json_object_text (page->organisation, "phone"));
  add_sender_line (print, foyer_json_object_text (page->organisation, "email"));
  add_sender_line (print, foyer_json_object_text (page->organisation, "website"));
}

/* A name that every file system takes. */
static char *
make_file_name (const char *title)
{
  g_autofree char *name = g_strconcat (title, ".pdf", NULL);

  return g_strdelimit (g_steal_pointer (&name), "/\\:*?\"<>|", '-');
}

static gboolean
has_what_is_needed (JsonObject *view, FoyerPrintKind kind, const char *record_id)
{
  if (foyer_json_object_object (view, "letterhead") == NULL)
    return FALSE;
  if (kinds[kind].type != NULL) {
    JsonObject *record = foyer_portal_view_get_record (view, kinds[kind].type, record_id);

    return record != NULL
           && (kind != FOYER_PRINT_DOCUMENT || foyer_json_object_object (record, "signature") != NULL);
  }
  return foyer_json_object_array (view, kinds[kind].list) != NULL;
}

FoyerPrint *
foyer_portal_print (JsonObject *view, FoyerPrintKind kind, const char *record_id)
{
  JsonObject *letterhead = foyer_json_object_object (view, "letterhead");
  g_auto (FoyerPage) page = { 0 };
  g_autoptr (FoyerPrint) print = NULL;

  g_return_val_if_fail (kind < FOYER_N_PRINT_KINDS, NULL);

  if (!has_what_is_needed (view, kind, record_id) || !foyer_page_open (&page, view, NULL))
    return NULL;

  page.language = foyer_json_object_text (letterhead, "language");
  print = foyer_print_new ();
  add_letterhead (print, &page);
  kinds[kind].write (print, &page);
  if (print->file_name == NULL)
    print->file_name = make_file_name (print->title);
  foyer_print_add (print, FOYER_PRINT_SMALL, NULL, foyer_json_object_text (letterhead, "terms"), NULL);
  return g_steal_pointer (&print);
}
