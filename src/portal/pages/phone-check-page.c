/* SPDX-License-Identifier: GPL-3.0-or-later */
/* phone-check-page.c - an old link asks for the last four digits of the phone number on file, or for a mail (X2) */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-digits.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-text.h"

static char *
say_wrong (FoyerPage *page)
{
  g_autofree char *count = g_strdup_printf ("%u", page->request->tries_left);

  return foyer_text_fill (foyer_text_plural (page->language,
                                             "Those digits do not match. You have {count} try left.",
                                             "Those digits do not match. You have {count} tries left.",
                                             page->request->tries_left),
                          "count", count, NULL);
}

static void
write_digits_form (FoyerPage *page)
{
  g_autofree char *wrong = page->request->problem == FOYER_PROBLEM_DIGITS ? say_wrong (page) : NULL;

  foyer_page_open_form (page, NULL, FOYER_CLASS ("fy-form"));
  foyer_page_digits_field (page, "last4", foyer_page_say (page, "Last four digits"), NULL, wrong, 4);
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY_WIDE, foyer_page_say (page, "Continue"));
  foyer_page_close_form (page);
}

/* A mail to the address on file proves as much. */
static void
write_mail_form (FoyerPage *page, gboolean is_only_way)
{
  if (!is_only_way)
    foyer_page_open_more (page, foyer_page_say (page, "Use my email instead"), FALSE);
  foyer_page_open_form (page, NULL, FOYER_CLASS ("fy-form"));
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS,
                      foyer_page_say (page, "We can email a link to the address this link was made for."));
  foyer_page_submit (page, is_only_way ? FOYER_SUBMIT_PRIMARY_WIDE : FOYER_SUBMIT_PLAIN,
                     foyer_page_say (page, "Email me a link"));
  foyer_page_close_form (page);
  if (!is_only_way)
    foyer_page_close_more (page);
}

static void
write_lead (FoyerPage *page, gboolean asks_phone)
{
  const char *name = foyer_json_object_text (page->organisation, "name");
  g_autofree char *lead = NULL;

  if (asks_phone)
    lead = foyer_text_fill (foyer_page_say (page,
                                            "It has been a while since this link was last used. Enter the "
                                            "last four digits of the phone number {name} has for you."),
                            "name", name, NULL);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_element (page->html, FOYER_TAG_H1, FOYER_NO_CLASS,
                      foyer_page_say (page, "Quick check that it’s you"));
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS,
                      asks_phone
                          ? lead
                          : foyer_page_say (page, "It has been a while since this link was last used."));
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

void
foyer_page_write_phone_check (FoyerPage *page)
{
  JsonObject *sign_in = foyer_json_object_object (page->view, "signIn");
  gboolean is_locked = page->request->problem == FOYER_PROBLEM_LOCKED;
  gboolean asks_phone = foyer_json_object_boolean (sign_in, "recheckPhone", FALSE) && !is_locked;
  /* Who asks for nothing would let nobody in. */
  gboolean asks_mail = foyer_json_object_boolean (sign_in, "recheckEmail", FALSE) || !asks_phone;

  foyer_page_open_gate (page, foyer_page_say (page, "Quick check that it’s you"));
  if (is_locked)
    foyer_page_problem (page, foyer_page_say (page, "Too many wrong tries"),
                        foyer_page_say (page,
                                        "For your safety the digits are not asked for any more today."));
  else if (page->request->problem != FOYER_PROBLEM_NONE)
    foyer_page_field_problem (page, "#last4", foyer_page_say (page, "Those digits do not match"));
  foyer_html_open (page->html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  write_lead (page, asks_phone);
  if (asks_phone)
    write_digits_form (page);
  if (asks_mail)
    write_mail_form (page, !asks_phone);
  foyer_html_close (page->html, FOYER_TAG_SECTION);
  foyer_page_help (page);
  foyer_page_close_gate (page);
}
