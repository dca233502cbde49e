/* SPDX-License-Identifier: GPL-3.0-or-later */
/* set-password-page.c - choosing a password: the first one, or one in place of what somebody else thought of */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-page-password.h"
#include "foyer-text.h"

void
foyer_page_write_set_password (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  const char *problem = foyer_page_password_problem (page);
  const char *name = foyer_json_object_text (page->organisation, "name");
  g_autofree char *lead
      = foyer_text_fill (foyer_page_say (page, "It is for the portal of {name} alone. Your other devices are "
                                               "signed out when you save it."),
                         "name", name, NULL);

  foyer_page_open_gate (page, foyer_page_say (page, "Choose a password"));
  if (problem != NULL)
    foyer_page_field_problem (page, "#new", problem);
  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_element (html, FOYER_TAG_H1, FOYER_NO_CLASS, foyer_page_say (page, "Choose a password"));
  foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-muted"), lead);
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_page_open_form (page, "/password", FOYER_CLASS ("fy-form"));
  foyer_page_password_fields (page);
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY_WIDE, foyer_page_say (page, "Save and continue"));
  foyer_page_close_form (page);
  foyer_html_close (html, FOYER_TAG_SECTION);
  foyer_page_help (page);
  foyer_page_close_gate (page);
}
