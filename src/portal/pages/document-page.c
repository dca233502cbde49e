/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document-page.c - one document: its file, who signed it, and the place to sign */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-frame.h"
#include "foyer-page-plans.h"
#include "foyer-page-record.h"
#include "foyer-page-signing.h"
#include "foyer-sentence.h"

static char *
make_url (JsonObject *document, const char *end)
{
  return g_strconcat ("/documents/", foyer_json_object_text (document, "id"), end, NULL);
}

static void
write_note (FoyerPage *page, FoyerTone tone, FoyerIcon icon, const char *title, const char *text)
{
  foyer_page_open_note (page, tone, icon, title);
  if (text != NULL)
    foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS, text);
  foyer_page_close_note (page);
}

static void
write_signed (FoyerPage *page, JsonObject *document)
{
  g_autofree char *moment = foyer_page_moment (page, foyer_page_time (document, "signedAt"));
  g_autofree char *text
      = foyer_text_fill (foyer_page_say (page, "By {name}, {moment}."), "name",
                         foyer_json_object_text (document, "signedBy"), "moment", moment, NULL);

  write_note (page, FOYER_TONE_OK, FOYER_ICON_DONE, foyer_page_say (page, "Signed"), text);
}

static void
write_notes (FoyerPage *page, JsonObject *document)
{
  const char *why = foyer_json_object_text (document, "whyNot");

  if (page->request->problem == FOYER_PROBLEM_CHANGED)
    write_note (page, FOYER_TONE_WARN, FOYER_ICON_CLOCK, foyer_page_say (page, "This document was updated"),
                foyer_page_say (page, "Nothing was signed. Please read what it says now."));
  else if (page->request->problem == FOYER_PROBLEM_ENDED
           && !foyer_json_object_boolean (document, "mustAsk", FALSE))
    write_note (page, FOYER_TONE_WARN, FOYER_ICON_CLOCK, foyer_page_say (page, "Nothing was changed"),
                why != NULL ? why : foyer_page_say (page, "Below is how it stands now."));
  else
    foyer_page_signing_problem (page);
  if (foyer_json_object_text (document, "signedAt") != NULL)
    write_signed (page, document);
}

static void
write_facts (FoyerPage *page, JsonObject *document)
{
  g_autofree char *url = make_url (document, "/file");
  g_autofree char *copy = make_url (document, "/pdf");
  g_autofree char *until = foyer_page_date (page, document, "validUntil");
  g_autofree char *signed_on = foyer_page_date (page, document, "signedAt");
  g_autofree char *size = foyer_page_file_size (document);

  foyer_page_open_facts (page, foyer_page_say (page, "Details"));
  foyer_page_fact (page, foyer_page_say (page, "File"), foyer_json_object_text (document, "fileName"));
  foyer_page_fact (page, foyer_page_say (page, "Size"), size);
  foyer_page_fact (page, foyer_page_say (page, "Valid until"), until);
  foyer_page_fact (page, foyer_page_say (page, "Signed"), signed_on);
  foyer_page_fact (page, foyer_page_say (page, "Signed by"), foyer_json_object_text (document, "signedBy"));
  foyer_page_close_facts (page);
  if (foyer_json_object_boolean (document, "hasFile", FALSE)) {
    foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
    foyer_page_link_button (page, url, !foyer_json_object_boolean (document, "maySign", FALSE),
                            FOYER_ICON_DOCUMENT, foyer_page_say (page, "Download"));
    if (json_object_has_member (document, "signature"))
      foyer_page_link_button (page, copy, FALSE, FOYER_ICON_DOWNLOAD,
                              foyer_page_say (page, "Signed copy (PDF)"));
    foyer_html_close (page->html, FOYER_TAG_DIV);
  }
}

/* What is signed is the file, to the last byte. */
static void
write_signing (FoyerPage *page, JsonObject *document)
{
  g_autofree char *action = make_url (document, "/sign");
  FoyerSigningForm form = {
    .action = action,
    .button = foyer_page_say (page, "Sign document"),
    .asks_name = TRUE,
    .leave_url = "/documents",
  };

  foyer_html_open (page->html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card fy-noprint"));
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ARIA_LABELLEDBY, "sign");
  foyer_html_open (page->html, FOYER_TAG_H2, FOYER_NO_CLASS);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ID, "sign");
  foyer_html_text (page->html, foyer_page_say (page, "Sign here"));
  foyer_html_close (page->html, FOYER_TAG_H2);
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS,
                      foyer_page_say (page,
                                      "Please read the file first. What you sign is exactly this file."));
  foyer_page_signing_form (page, &form);
  foyer_html_close (page->html, FOYER_TAG_SECTION);
}

void
foyer_page_write_document (FoyerPage *page)
{
  JsonObject *document = foyer_json_object_object (page->view, "record");
  const char *title = foyer_json_object_text (document, "title");
  gboolean is_signed = foyer_json_object_text (document, "signedAt") != NULL;
  gboolean needs_signature = foyer_json_object_boolean (document, "needsSignature", FALSE);

  foyer_page_open_frame (page, FOYER_SECTION_DOCUMENTS, title);
  foyer_page_head (page, "/documents", foyer_page_say (page, "Documents"), title,
                   is_signed         ? foyer_page_say (page, "Signed")
                   : needs_signature ? foyer_page_say (page, "Your signature needed")
                                     : NULL,
                   is_signed ? FOYER_TONE_OK : FOYER_TONE_WARN, NULL);
  write_notes (page, document);
  write_facts (page, document);
  if (foyer_json_object_boolean (document, "maySign", FALSE))
    write_signing (page, document);
  else if (needs_signature && !is_signed)
    foyer_page_whom_to_ask (page);
  foyer_page_close_frame (page, FOYER_SECTION_DOCUMENTS);
}
