/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-notice.c - fixed pages for what no organisation answers */

#include "site/foyer-site-notice.h"

#include "foyer-html.h"

#define USUAL_WAIT 600

static const struct {
  guint status;
  const char *title;
  const char *text;
} notices[] = {
  { 500, "Something went wrong", "That was our fault. Please try again in a moment." },
  { 400, "This cannot be read", "The address or the form is not as our pages send it. Nothing was done." },
  { 403, "This form is not valid",
    "It did not come from a page that we gave you, or you have signed in again since. Nothing was done. Go "
    "back, load "
    "the page again and send it once more." },
  { 413, "This is too long", "The form is longer than any of ours. Nothing was done." },
  { 415, "This cannot be read", "The form is of a kind that none of ours is. Nothing was done." },
  { 429, "Too many tries", "Please wait some minutes and try again. Nothing was done." },
  { 421, "There is no portal here", "No business has its client portal at this address." },
};

static void
write_head (FoyerHtml *html, const char *title)
{
  foyer_html_open (html, FOYER_TAG_HEAD, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_META, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_CHARSET, "utf-8");
  foyer_html_open (html, FOYER_TAG_META, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_NAME, "viewport");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_CONTENT, "width=device-width, initial-scale=1");
  foyer_html_element (html, FOYER_TAG_TITLE, FOYER_NO_CLASS, title);
  foyer_html_close (html, FOYER_TAG_HEAD);
}

static FoyerHttpResponse *
make_page (guint status, const char *title, const char *text)
{
  FoyerHtml *html = foyer_html_new ();
  g_autoptr (FoyerPortalPage) page = NULL;

  foyer_html_open (html, FOYER_TAG_HTML, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_LANG, "en");
  write_head (html, title);
  foyer_html_open (html, FOYER_TAG_BODY, FOYER_NO_CLASS);
  foyer_html_element (html, FOYER_TAG_H1, FOYER_NO_CLASS, title);
  foyer_html_element (html, FOYER_TAG_P, FOYER_NO_CLASS, text);
  foyer_html_close (html, FOYER_TAG_BODY);
  foyer_html_close (html, FOYER_TAG_HTML);
  page = foyer_html_finish (html);
  return foyer_http_response_new (status, "text/html; charset=utf-8",
                                  g_bytes_ref (foyer_portal_page_get_bytes (page)));
}

static FoyerHttpResponse *
make (guint status)
{
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++) {
    if (notices[i].status == status)
      return make_page (status, notices[i].title, notices[i].text);
  }
  return make_page (status, notices[0].title, notices[0].text);
}

FoyerHttpResponse *
foyer_site_notice_wait (guint seconds)
{
  FoyerHttpResponse *response = make (429);
  g_autofree char *text = g_strdup_printf ("%u", seconds);

  foyer_http_response_set_header (response, "Retry-After", text);
  return response;
}

FoyerHttpResponse *
foyer_site_notice (guint status)
{
  return status == 429 ? foyer_site_notice_wait (USUAL_WAIT) : make (status);
}
