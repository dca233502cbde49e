/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-files.c - asking for photos and files, and why they were not taken */

#include "foyer-page-form.h"

/* What the server takes (uploads/foyer-upload-file.c). Phones that keep photos otherwise turn them into JPEGs for it. */
#define ACCEPTED "image/jpeg,image/png,image/webp,application/pdf,text/plain"

static const char *
describe_problem (FoyerPage *page)
{
  switch ((int) page->request->problem) {
  case FOYER_PROBLEM_FILES_MANY:
    return foyer_page_say (page, "These are too many files. 10 are the most; send the others afterwards.");
  case FOYER_PROBLEM_FILE_LONG:
    return foyer_page_say (page, "One of these files is too large. 25 MB are the most.");
  case FOYER_PROBLEM_FILE_EMPTY:
    return foyer_page_say (page, "One of these files is empty. Choose it again, or another one.");
  case FOYER_PROBLEM_FILE_KIND:
    return foyer_page_say (page,
                           "One of these files is of a kind that cannot be sent here. Photos (JPEG, PNG, "
                           "WebP), PDFs and plain text can.");
  case FOYER_PROBLEM_FILE_PICTURE:
    return foyer_page_say (page,
                           "One of these photos could not be read. Choose another one, or a smaller copy.");
  case FOYER_PROBLEM_FILES_ROOM:
    return foyer_page_say (page, "There is no room for more files now. Try again in an hour, or call us.");
  default:
    return NULL;
  }
}

gboolean
foyer_page_file_problem (FoyerPage *page)
{
  const char *text = describe_problem (page);

  if (text == NULL)
    return FALSE;
  foyer_page_field_problem (page, "#files", foyer_page_say (page, "Your files were not sent"));
  return TRUE;
}

void
foyer_page_ask_files (FoyerPage *page, const char *label)
{
  FoyerHtml *html = page->html;
  const char *problem = describe_problem (page);

  foyer_html_open (html, FOYER_TAG_DIV,
                   problem != NULL ? FOYER_CLASS ("fy-field is-wrong") : FOYER_CLASS ("fy-field"));
  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-label"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_FOR, "files");
  foyer_html_text (html, label);
  foyer_html_close (html, FOYER_TAG_LABEL);
  foyer_html_open (html, FOYER_TAG_P, FOYER_CLASS ("fy-hint"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "files-hint");
  foyer_html_text (html,
                   foyer_page_say (page, "Up to 10 files, 25 MB altogether. Where and when a photo was taken "
                                         "is not passed on."));
  foyer_html_close (html, FOYER_TAG_P);
  if (problem != NULL) {
    foyer_html_open (html, FOYER_TAG_P, FOYER_CLASS ("fy-error"));
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "files-error");
    foyer_html_text (html, problem);
    foyer_html_close (html, FOYER_TAG_P);
  }
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-file"));
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "file");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, "files");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, "files");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ACCEPT, ACCEPTED);
  foyer_html_flag (html, FOYER_ATTRIBUTE_MULTIPLE, TRUE);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_DESCRIBEDBY,
                        problem != NULL ? "files-hint files-error" : "files-hint");
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_DIV);
}
