/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-digits.c - a field for a few digits: of a code, of a phone number */

#include "foyer-page-digits.h"

static char *
write_line (FoyerPage *page, const char *name, const char *what, FoyerHtmlClass class, const char *text)
{
  char *id = g_strconcat (name, "-", what, NULL);

  foyer_html_open (page->html, FOYER_TAG_P, class);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ID, id);
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, FOYER_TAG_P);
  return id;
}

void
foyer_page_digits_field (FoyerPage *page,
                         const char *name,
                         const char *label,
                         const char *hint,
                         const char *wrong,
                         int length)
{
  FoyerHtml *html = page->html;
  g_autofree char *line = NULL;

  foyer_html_open (html, FOYER_TAG_DIV,
                   wrong != NULL ? FOYER_CLASS ("fy-field is-wrong") : FOYER_CLASS ("fy-field"));
  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-label"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_FOR, name);
  foyer_html_text (html, label);
  foyer_html_close (html, FOYER_TAG_LABEL);
  if (wrong != NULL)
    line = write_line (page, name, "error", FOYER_CLASS ("fy-error"), wrong);
  else if (hint != NULL)
    line = write_line (page, name, "hint", FOYER_CLASS ("fy-hint"), hint);
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_CLASS ("fy-input is-code"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "text");
  if (line != NULL)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_DESCRIBEDBY, line);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_INPUTMODE, "numeric");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_AUTOCOMPLETE, length == 6 ? "one-time-code" : "off");
  foyer_html_number_attribute (html, FOYER_ATTRIBUTE_MAXLENGTH, length);
  foyer_html_flag (html, FOYER_ATTRIBUTE_REQUIRED, TRUE);
  foyer_html_close (html, FOYER_TAG_DIV);
}
