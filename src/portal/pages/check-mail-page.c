/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check-mail-page.c - the neutral answers to whoever asks for a mail, and the page of links that no longer work */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-digits.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-text.h"

#define CODE_LENGTH 6

static void
open_card (FoyerPage *page, FoyerIcon icon)
{
  foyer_html_open (page->html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  foyer_html_open (page->html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-tile"));
  foyer_html_icon (page->html, icon, FALSE);
  foyer_html_close (page->html, FOYER_TAG_SPAN);
}

static void
write_list_item (FoyerPage *page, const char *text)
{
  foyer_html_element (page->html, FOYER_TAG_LI, FOYER_NO_CLASS, text);
}

static void
write_not_arrived (FoyerPage *page)
{
  const char *phone = foyer_json_object_text (page->organisation, "phone");

  foyer_page_open_more (page, foyer_page_say (page, "It has not arrived"), FALSE);
  foyer_html_open (page->html, FOYER_TAG_UL, FOYER_CLASS ("fy-stack"));
  write_list_item (page, foyer_page_say (page, "Look in your spam or junk folder."));
  write_list_item (page, foyer_page_say (page, "Check the address for typing mistakes."));
  if (phone != NULL) {
    foyer_html_open (page->html, FOYER_TAG_LI, FOYER_NO_CLASS);
    foyer_page_sentence (page,
                         foyer_page_say (page, "Still nothing? Call {phone} and we will send it again."),
                         "phone", FOYER_PIECE_PHONE, phone, NULL);
    foyer_html_close (page->html, FOYER_TAG_LI);
  }
  foyer_html_close (page->html, FOYER_TAG_UL);
  foyer_page_close_more (page);
}

/* The link may be opened on any device; whoever reads mail on another one types its code here (A7). */
static void
write_code_form (FoyerPage *page)
{
  g_autofree char *count = g_strdup_printf ("%u", page->request->tries_left);
  g_autofree char *wrong
      = foyer_text_fill (foyer_text_plural (page->language,
                                            "That is not the code in our email. You have {count} try left.",
                                            "That is not the code in our email. You have {count} tries left.",
                                            page->request->tries_left),
                         "count", count, NULL);

  foyer_page_open_form (page, "/sign-in/code", FOYER_CLASS ("fy-form"));
  foyer_page_digits_field (page, "code", foyer_page_say (page, "Six-digit code"),
                           foyer_page_say (page, "It is in the email, in case you read it somewhere else."),
                           page->request->problem == FOYER_PROBLEM_CODE ? wrong : NULL, CODE_LENGTH);
  foyer_page_submit (page, FOYER_SUBMIT_PLAIN, foyer_page_say (page, "Sign in with the code"));
  foyer_page_close_form (page);
}

static void
write_sent (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  JsonObject *sign_in = foyer_json_object_object (page->view, "signIn");
  g_autofree char *life
      = foyer_duration_text ((int) foyer_json_object_integer (sign_in, "minutes", 60), page->language);

  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_element (html, FOYER_TAG_H1, FOYER_NO_CLASS, foyer_page_say (page, "Check your email"));
  foyer_html_open (html, FOYER_TAG_P, FOYER_NO_CLASS);
  foyer_page_sentence (page,
                       foyer_page_say (page, "If {address} is on file with {name}, an email with a sign-in "
                                             "link is on its way. It works once and lasts {duration}."),
                       "address", FOYER_PIECE_SLOT, FOYER_SLOT_ADDRESS, "name", FOYER_PIECE_TEXT,
                       foyer_json_object_text (page->organisation, "name"), "duration", FOYER_PIECE_TEXT,
                       life, NULL);
  foyer_html_close (html, FOYER_TAG_P);
  foyer_html_close (html, FOYER_TAG_DIV);
  write_code_form (page);
  write_not_arrived (page);
}

static void
write_too_often (FoyerPage *page)
{
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_element (page->html, FOYER_TAG_H1, FOYER_NO_CLASS,
                      foyer_page_say (page, "Too many wrong tries"));
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS,
                      foyer_page_say (page, "For your safety neither this code nor the link beside it works "
                                            "any more. Please ask for a new email."));
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

void
foyer_page_write_check_mail (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  gboolean is_over = page->request->problem == FOYER_PROBLEM_LOCKED;

  foyer_page_open_gate (page, foyer_page_say (page, "Check your email"));
  if (page->request->problem == FOYER_PROBLEM_CODE)
    foyer_page_field_problem (page, "#code", foyer_page_say (page, "That is not the code"));
  open_card (page, is_over ? FOYER_ICON_LOCK : FOYER_ICON_MAIL);
  if (is_over)
    write_too_often (page);
  else
    write_sent (page);
  foyer_html_open (html, FOYER_TAG_P, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_A, FOYER_CLASS ("fy-btn is-wide"));
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, "/sign-in");
  foyer_html_text (html, is_over ? foyer_page_say (page, "Ask for a new email")
                                 : foyer_page_say (page, "Use a different email"));
  foyer_html_close (html, FOYER_TAG_A);
  foyer_html_close (html, FOYER_TAG_P);
  foyer_html_close (html, FOYER_TAG_SECTION);
  foyer_page_close_gate (page);
}

void
foyer_page_write_dead_link (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_page_open_gate (page, foyer_page_say (page, "This link no longer works"));
  open_card (page, FOYER_ICON_CLOCK);
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_element (html, FOYER_TAG_H1, FOYER_NO_CLASS, foyer_page_say (page, "This link no longer works"));
  foyer_html_element (
      html, FOYER_TAG_P, FOYER_NO_CLASS,
      foyer_page_say (page,
                      "For your safety, links work only for a time, and some only once. Nothing is lost: "
                      "we can send a fresh one to the address this link was made for."));
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_page_open_form (page, NULL, FOYER_CLASS ("fy-form"));
  foyer_page_submit (page, FOYER_SUBMIT_PRIMARY_WIDE, foyer_page_say (page, "Send me a fresh link"));
  foyer_page_close_form (page);
  foyer_html_open (html, FOYER_TAG_P, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, "/sign-in");
  foyer_html_text (html, foyer_page_say (page, "Sign in with an email address"));
  foyer_html_close (html, FOYER_TAG_A);
  foyer_html_close (html, FOYER_TAG_P);
  foyer_html_close (html, FOYER_TAG_SECTION);
  foyer_page_help (page);
  foyer_page_close_gate (page);
}

void
foyer_page_write_link_sent (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_page_open_gate (page, foyer_page_say (page, "Check your email"));
  open_card (page, FOYER_ICON_MAIL);
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_element (html, FOYER_TAG_H1, FOYER_NO_CLASS, foyer_page_say (page, "Check your email"));
  foyer_html_element (
      html, FOYER_TAG_P, FOYER_NO_CLASS,
      foyer_page_say (page,
                      "If the address this link was made for may still sign in, a fresh link is on its way "
                      "there."));
  foyer_html_close (html, FOYER_TAG_DIV);
  write_not_arrived (page);
  foyer_html_close (html, FOYER_TAG_SECTION);
  foyer_page_close_gate (page);
}
