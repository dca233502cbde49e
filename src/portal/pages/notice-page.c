/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notice-page.c - when there is nothing to show: portal closed, page not found, something failed */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-form.h"
#include "foyer-page-frame.h"
#include "foyer-text.h"
#include "foyer-url.h"

static void
write_words (FoyerPage *page, const char *title, const char *text)
{
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  foyer_html_element (page->html, FOYER_TAG_H1, FOYER_NO_CLASS, title);
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS, text);
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

static void
write_call_button (FoyerPage *page)
{
  const char *phone = foyer_json_object_text (page->organisation, "phone");
  g_autofree char *url = foyer_url_for_phone (phone);
  g_autofree char *isolated = NULL;
  g_autofree char *text = NULL;

  if (url == NULL)
    return;
  isolated = foyer_text_isolate_ltr (phone);
  text = foyer_text_fill (foyer_page_say (page, "Call {phone}"), "phone", isolated, NULL);
  foyer_page_link_button (page, url, FALSE, FOYER_ICON_PHONE, text);
}

static void
write_mail_button (FoyerPage *page)
{
  g_autofree char *url = foyer_url_for_address (foyer_json_object_text (page->organisation, "email"));

  if (url != NULL)
    foyer_page_link_button (page, url, FALSE, FOYER_ICON_MAIL, foyer_page_say (page, "Send an email"));
}

void
foyer_page_write_unavailable (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  const char *name = foyer_json_object_text (page->organisation, "name");
  gboolean is_off = foyer_portal_view_get_state (page->view) == FOYER_PORTAL_OFF;
  const char *template
      = is_off
            ? foyer_page_say_client (page, FOYER_PHRASE_PORTAL_OFF)
            : foyer_page_say (page, "The portal of {name} is not open to you at the moment. Your visits and "
                                    "invoices are not affected. The office can tell you more.");
  g_autofree char *text = foyer_text_fill (template, "name", name, NULL);

  foyer_page_open_gate (page, foyer_page_say (page, "Portal not available"));
  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-tile"));
  foyer_html_icon (html, FOYER_ICON_LOCK, FALSE);
  foyer_html_close (html, FOYER_TAG_SPAN);
  write_words (page, foyer_page_say (page, "The portal is not available"), text);
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  write_call_button (page);
  write_mail_button (page);
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_SECTION);
  foyer_page_close_gate (page);
}

void
foyer_page_write_look_only (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_page_open_gate (page, foyer_page_say (page, "Only a preview"));
  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  write_words (page, foyer_page_say (page, "This is only a preview"),
               foyer_page_say_client (page, FOYER_PHRASE_ONLY_LOOKING));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, "/", TRUE, FOYER_N_ICONS, foyer_page_say (page, "Go to the first page"));
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_SECTION);
  foyer_page_close_gate (page);
}

void
foyer_page_write_not_found (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_page_open_gate (page, foyer_page_say (page, "Page not found"));
  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  write_words (
      page, foyer_page_say (page, "We can’t find that page"),
      foyer_page_say (
          page,
          "The address may be mistyped, or the record may no longer be shared with you. If you followed "
          "a link in an email, please tell us which one."));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, "/", TRUE, FOYER_N_ICONS, foyer_page_say (page, "Go to the first page"));
  write_call_button (page);
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_SECTION);
  foyer_page_close_gate (page);
}

void
foyer_page_write_error (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_page_open_gate (page, foyer_page_say (page, "Something went wrong"));
  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card"));
  write_words (
      page, foyer_page_say (page, "Something went wrong"),
      foyer_page_say (
          page,
          "That was our fault, and it has been noted. Please try again in a moment. If it happens again, "
          "tell us the number below."));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, "/", TRUE, FOYER_N_ICONS, foyer_page_say (page, "Go to the first page"));
  write_call_button (page);
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_open (html, FOYER_TAG_P, FOYER_CLASS ("fy-small fy-muted"));
  foyer_page_sentence (page, foyer_page_say (page, "Reference for the office: {reference}"), "reference",
                       FOYER_PIECE_SLOT, FOYER_SLOT_REFERENCE, NULL);
  foyer_html_close (html, FOYER_TAG_P);
  foyer_html_close (html, FOYER_TAG_SECTION);
  foyer_page_close_gate (page);
}
