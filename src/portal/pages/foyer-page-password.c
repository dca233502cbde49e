/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-password.c - the fields in which somebody chooses a password */

#include "foyer-page-password.h"

#define LONGEST 256

const char *
foyer_page_password_problem (FoyerPage *page)
{
  switch (page->request->problem) {
  case FOYER_PROBLEM_SHORT:
    return foyer_page_say (page, "A password has at least 12 characters.");
  case FOYER_PROBLEM_EASY:
    return foyer_page_say (page, "That password is easy to guess. Please choose another one.");
  case FOYER_PROBLEM_DIFFERENT:
    return foyer_page_say (page, "The two passwords are not the same.");
  default:
    return NULL;
  }
}

/* So that password keepers know whose it is. */
static void
write_user_name (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_CLASS ("fy-sr"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "email");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, "username");
  foyer_html_slot_attribute (html, FOYER_ATTRIBUTE_VALUE, FOYER_SLOT_ADDRESS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_AUTOCOMPLETE, "username");
  foyer_html_number_attribute (html, FOYER_ATTRIBUTE_TABINDEX, -1);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_HIDDEN, "true");
}

static void
write_field (FoyerPage *page, const char *name, const char *label, const char *hint, const char *problem)
{
  FoyerHtml *html = page->html;
  g_autofree char *hint_id = g_strconcat (name, "-hint", NULL);

  foyer_html_open (html, FOYER_TAG_DIV,
                   problem != NULL ? FOYER_CLASS ("fy-field is-wrong") : FOYER_CLASS ("fy-field"));
  foyer_html_open (html, FOYER_TAG_LABEL, FOYER_CLASS ("fy-label"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_FOR, name);
  foyer_html_text (html, label);
  foyer_html_close (html, FOYER_TAG_LABEL);
  if (hint != NULL) {
    foyer_html_open (html, FOYER_TAG_P, problem != NULL ? FOYER_CLASS ("fy-error") : FOYER_CLASS ("fy-hint"));
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, hint_id);
    foyer_html_text (html, problem != NULL ? problem : hint);
    foyer_html_close (html, FOYER_TAG_P);
  }
  foyer_html_open (html, FOYER_TAG_INPUT, FOYER_CLASS ("fy-input"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, name);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_TYPE, "password");
  if (hint != NULL)
    foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_DESCRIBEDBY, hint_id);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_AUTOCOMPLETE, "new-password");
  foyer_html_number_attribute (html, FOYER_ATTRIBUTE_MAXLENGTH, LONGEST);
  foyer_html_flag (html, FOYER_ATTRIBUTE_REQUIRED, TRUE);
  foyer_html_close (html, FOYER_TAG_DIV);
}

void
foyer_page_password_fields (FoyerPage *page)
{
  write_user_name (page);
  write_field (page, "new", foyer_page_say (page, "New password"),
               foyer_page_say (page, "At least 12 characters. Three or four unrelated words work well."),
               foyer_page_password_problem (page));
  write_field (page, "again", foyer_page_say (page, "Type it again"), NULL, NULL);
}
