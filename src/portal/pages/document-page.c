/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document-page.c - one document: its file, and who signed it */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-frame.h"
#include "foyer-page-plans.h"

void
foyer_page_write_document (FoyerPage *page)
{
  JsonObject *document = foyer_json_object_object (page->view, "record");
  const char *title = foyer_json_object_text (document, "title");
  g_autofree char *url = g_strconcat ("/documents/", foyer_json_object_text (document, "id"), "/file", NULL);
  g_autofree char *until = foyer_page_date (page, document, "validUntil");
  g_autofree char *signed_on = foyer_page_date (page, document, "signedAt");
  g_autofree char *size = NULL;

  if (json_object_has_member (document, "size"))
    size = g_strdup_printf ("%" G_GINT64_FORMAT "\u00a0kB",
                            (foyer_json_object_integer (document, "size", 0) + 999) / 1000);
  foyer_page_open_frame (page, FOYER_SECTION_DOCUMENTS, title);
  foyer_page_head (page, "/documents", foyer_page_say (page, "Documents"), title,
                   signed_on != NULL ? foyer_page_say (page, "Signed") : NULL, FOYER_TONE_OK, NULL);
  foyer_page_open_facts (page, foyer_page_say (page, "Details"));
  foyer_page_fact (page, foyer_page_say (page, "File"), foyer_json_object_text (document, "fileName"));
  foyer_page_fact (page, foyer_page_say (page, "Size"), size);
  foyer_page_fact (page, foyer_page_say (page, "Valid until"), until);
  foyer_page_fact (page, foyer_page_say (page, "Signed"), signed_on);
  foyer_page_fact (page, foyer_page_say (page, "Signed by"), foyer_json_object_text (document, "signedBy"));
  foyer_page_close_facts (page);
  if (foyer_json_object_boolean (document, "hasFile", FALSE)) {
    foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
    foyer_page_link_button (page, url, TRUE, FOYER_ICON_DOCUMENT, foyer_page_say (page, "Download"));
    foyer_html_close (page->html, FOYER_TAG_DIV);
  }
  foyer_page_close_frame (page, FOYER_SECTION_DOCUMENTS);
}
