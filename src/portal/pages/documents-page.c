/* SPDX-License-Identifier: GPL-3.0-or-later */
/* documents-page.c - what is to be signed, what is the client's own, what is the company's */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-frame.h"
#include "foyer-page-pager.h"
#include "foyer-page-plans.h"

enum { TO_SIGN, OWN, COMPANY };

static int
part_of (JsonObject *document)
{
  if (foyer_json_object_boolean (document, "needsSignature", FALSE)
      && foyer_json_object_text (document, "signedAt") == NULL)
    return TO_SIGN;
  return foyer_json_object_boolean (document, "own", FALSE) ? OWN : COMPANY;
}

static void
write_part (FoyerPage *page, const char *id, const char *title, int part)
{
  JsonArray *documents = foyer_json_object_array (page->view, "documents");
  gboolean is_open = FALSE;

  for (guint i = 0; i < json_array_get_length (documents); i++) {
    JsonObject *document = json_array_get_object_element (documents, i);

    if (part_of (document) != part)
      continue;
    if (!is_open)
      foyer_page_open_section (page, id, title, NULL, NULL);
    is_open = TRUE;
    foyer_page_document_row (page, document);
  }
  if (is_open)
    foyer_page_close_section (page);
}

void
foyer_page_write_documents (FoyerPage *page)
{
  JsonObject *client = foyer_json_object_object (page->view, "client");
  const char *title = foyer_page_say (page, "Documents");
  g_autofree char *own = foyer_page_fill (foyer_page_say (page, "For {name}"), "name",
                                          foyer_json_object_text (client, "name"));
  g_autofree char *company = foyer_page_fill (foyer_page_say (page, "From {name}"), "name",
                                              foyer_json_object_text (page->organisation, "name"));

  foyer_page_open_frame (page, FOYER_SECTION_DOCUMENTS, title);
  foyer_page_head (page, NULL, NULL, title, NULL, FOYER_TONE_NEUTRAL, NULL);
  if (foyer_page_count (page->view, "documents") == 0)
    foyer_page_empty (page, FOYER_ICON_DOCUMENT, foyer_page_say (page, "No documents yet"),
                      foyer_page_say_contract (page, FOYER_PHRASE_NO_DOCUMENTS));
  write_part (page, "sign", foyer_page_say (page, "To sign"), TO_SIGN);
  write_part (page, "own", own, OWN);
  write_part (page, "company", company, COMPANY);
  foyer_page_pager (page, &(FoyerPager){ page->view, "documents", "/documents", title, FALSE });
  foyer_page_close_frame (page, FOYER_SECTION_DOCUMENTS);
}
