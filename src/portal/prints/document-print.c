/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document-print.c - the sheet that goes with a signed document: which file it is, who signed it and what proves it */

#include "prints/foyer-print-parts.h"

#include "foyer-json.h"
#include "pages/foyer-page-record.h"

void
foyer_print_write_document (FoyerPrint *print, FoyerPage *page)
{
  JsonObject *document = foyer_json_object_object (page->view, "record");
  JsonObject *client = foyer_json_object_object (page->view, "client");
  JsonObject *signature = foyer_json_object_object (document, "signature");
  g_autofree char *size = foyer_page_file_size (document);

  print->title = g_strdup (foyer_json_object_text (document, "title"));
  print->subject = g_strdup (foyer_page_say (page, "Signed copy"));
  print->made_at = foyer_print_time (page, signature, "at");
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "For"),
                   foyer_json_object_text (client, "name"), NULL);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "File"),
                   foyer_json_object_text (document, "fileName"), size);
  foyer_print_add (print, FOYER_PRINT_FACT, foyer_page_say (page, "File hash"),
                   foyer_json_object_text (document, "checksum"), NULL);
  foyer_print_add_signature (print, page, signature);
}
