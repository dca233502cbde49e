/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-frame.c - what stands around every page: head, header, navigation, footer */

#include "foyer-page-frame.h"

#include "foyer-json.h"
#include "foyer-page-brand.h"
#include "foyer-page-form.h"
#include "foyer-page-navigation.h"
#include "foyer-page-parts.h"
#include "foyer-portal-sheet.h"
#include "foyer-portal-static.h"
#include "foyer-text.h"
#include "foyer-url.h"

#include <string.h>

static void
write_meta (FoyerPage *page, const char *name, const char *content)
{
  foyer_html_open (page->html, FOYER_TAG_META, FOYER_NO_CLASS);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_NAME, name);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_CONTENT, content);
}

static void
write_link (FoyerPage *page, const char *rel, FoyerPortalStatic file, FoyerPalette palette)
{
  g_autofree char *path = foyer_portal_static_path (file, palette);

  foyer_html_open (page->html, FOYER_TAG_LINK, FOYER_NO_CLASS);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_REL, rel);
  foyer_html_url (page->html, FOYER_ATTRIBUTE_HREF, path);
}

/* Last, so that it stands above the others; the gates never have it. */
static void
write_sheet_link (FoyerPage *page)
{
  const char *path = foyer_json_object_text (page->organisation, "sheet");

  if (path == NULL || !foyer_portal_sheet_stands_on (page->request->kind))
    return;
  foyer_html_open (page->html, FOYER_TAG_LINK, FOYER_NO_CLASS);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_REL, "stylesheet");
  foyer_html_url (page->html, FOYER_ATTRIBUTE_HREF, path);
}

static void
write_head (FoyerPage *page, const char *title, gboolean is_gate)
{
  FoyerHtml *html = page->html;
  FoyerPalette palette = foyer_page_get_palette (page);

  foyer_html_open (html, FOYER_TAG_HEAD, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_META, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_CHARSET, "utf-8");
  write_meta (page, "viewport", "width=device-width, initial-scale=1");
  write_meta (page, "color-scheme", "light dark");
  write_meta (page, "robots", "noindex");
  foyer_html_open (html, FOYER_TAG_TITLE, FOYER_NO_CLASS);
  if (page->request->problem != FOYER_PROBLEM_NONE)
    foyer_html_text (html, foyer_page_say (page, "Error: "));
  foyer_html_text (html, title);
  foyer_html_text (html, " · ");
  foyer_html_text (html, foyer_json_object_text (page->organisation, "name"));
  foyer_html_close (html, FOYER_TAG_TITLE);
  write_link (page, "stylesheet", FOYER_STATIC_STYLE, palette);
  write_link (page, "stylesheet", FOYER_STATIC_BRAND, palette);
  write_link (page, "icon", FOYER_STATIC_MARK, palette);
  if (!is_gate)
    write_sheet_link (page);
  foyer_html_close (html, FOYER_TAG_HEAD);
}

/* Staff who look as somebody else never take it for a page on which they act. */
static void
write_watcher (FoyerPage *page)
{
  const char *watcher = foyer_json_object_text (page->view, "watcher");
  g_autofree char *title = NULL;

  if (watcher == NULL)
    return;
  title = foyer_text_fill (foyer_page_say (page, "{name} is looking at this portal"), "name", watcher, NULL);
  foyer_page_open_note (page, FOYER_TONE_WARN, FOYER_ICON_LOCK, title);
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_NO_CLASS,
                      foyer_page_say_client (page, FOYER_PHRASE_LOOKING));
  foyer_page_link_button (page, "/end-preview", FALSE, FOYER_N_ICONS,
                          foyer_page_say (page, "End the preview"));
  foyer_page_close_note (page);
}

static void
open_document (FoyerPage *page, const char *title, gboolean is_gate)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_HTML, FOYER_NO_CLASS);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_LANG, page->language);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_DIR, "ltr");
  write_head (page, title, is_gate);
  foyer_html_open (html, FOYER_TAG_BODY, is_gate ? FOYER_NO_CLASS : FOYER_CLASS ("fy-theme"));
  foyer_html_open (html, FOYER_TAG_A, FOYER_CLASS ("fy-skip"));
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, "#main");
  foyer_html_text (html, foyer_page_say (page, "Skip to content"));
  foyer_html_close (html, FOYER_TAG_A);
  write_watcher (page);
}

/* The first letters of the first two words. */
static char *
initials_of (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0, n = 0; words[i] != NULL && n < 2; i++) {
    gunichar letter = g_utf8_get_char (words[i]);

    if (!g_unichar_isalnum (letter))
      continue;
    g_string_append_unichar (out, g_unichar_toupper (letter));
    n += 1;
  }
  return g_string_free (out, FALSE);
}

static void
write_who (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  JsonObject *person = foyer_json_object_object (page->view, "person");
  const char *client = foyer_json_object_text (foyer_json_object_object (page->view, "client"), "name");
  gboolean has_others = foyer_json_object_array (page->view, "accounts") != NULL;
  g_autofree char *initials = initials_of (client);

  foyer_html_open (html, has_others ? FOYER_TAG_A : FOYER_TAG_DIV, FOYER_CLASS ("fy-who"));
  if (has_others)
    foyer_html_url (html, FOYER_ATTRIBUTE_HREF, "/switch");
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-avatar"));
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_HIDDEN, "true");
  foyer_html_text (html, initials);
  foyer_html_close (html, FOYER_TAG_SPAN);
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_NO_CLASS);
  foyer_html_element (html, FOYER_TAG_B, FOYER_NO_CLASS, client);
  if (person != NULL)
    foyer_html_element (html, FOYER_TAG_I, FOYER_NO_CLASS, foyer_json_object_text (person, "name"));
  if (has_others)
    foyer_html_element (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-sr"), foyer_page_say (page, "Switch account"));
  foyer_html_close (html, FOYER_TAG_SPAN);
  foyer_html_close (html, has_others ? FOYER_TAG_A : FOYER_TAG_DIV);
}

static void
write_top (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_HEADER, FOYER_CLASS ("fy-top"));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-wrap"));
  foyer_html_open (html, FOYER_TAG_A, FOYER_CLASS ("fy-brand"));
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, "/");
  foyer_page_write_brand (page);
  foyer_html_close (html, FOYER_TAG_A);
  write_who (page);
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_HEADER);
}

static void
write_outward_link (FoyerPage *page, const char *url, const char *name)
{
  if (!foyer_url_is_allowed (url))
    return;

  foyer_html_open (page->html, FOYER_TAG_LI, FOYER_NO_CLASS);
  foyer_html_open (page->html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (page->html, FOYER_ATTRIBUTE_HREF, url);
  foyer_html_text (page->html, name);
  foyer_html_close (page->html, FOYER_TAG_A);
  foyer_html_close (page->html, FOYER_TAG_LI);
}

/* The host of an address without "www.", which is how a profile is named that has no better name. */
static char *
host_of (const char *url)
{
  const char *start = strstr (url, "://");

  if (start == NULL)
    return g_strdup (url);
  start += 3;
  if (g_str_has_prefix (start, "www."))
    start += 4;
  return g_strndup (start, strcspn (start, "/?#:"));
}

static void
write_social_links (FoyerPage *page)
{
  static const struct {
    const char *host;
    const char *name;
  } known[] = {
    { "facebook.com", "Facebook" },
    { "instagram.com", "Instagram" },
    { "linkedin.com", "LinkedIn" },
    { "tiktok.com", "TikTok" },
    { "x.com", "X" },
    { "youtube.com", "YouTube" },
  };
  JsonArray *links = foyer_json_object_array (page->organisation, "social");

  for (guint i = 0; links != NULL && i < json_array_get_length (links); i++) {
    const char *url = json_array_get_string_element (links, i);
    g_autofree char *host = host_of (url);
    const char *name = host;

    for (guint k = 0; k < G_N_ELEMENTS (known); k++)
      name = strcmp (known[k].host, host) == 0 ? known[k].name : name;
    write_outward_link (page, url, name);
  }
}

static void
write_contact (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  const char *phone = foyer_json_object_text (page->organisation, "phone");
  const char *email = foyer_json_object_text (page->organisation, "email");
  g_autofree char *mail_url = foyer_url_for_address (email);

  foyer_html_open (html, FOYER_TAG_P, FOYER_NO_CLASS);
  foyer_html_text (html, foyer_json_object_text (page->organisation, "name"));
  if (phone != NULL || mail_url != NULL)
    foyer_html_open (html, FOYER_TAG_BR, FOYER_NO_CLASS);
  if (phone != NULL)
    foyer_page_phone (page, phone);
  if (phone != NULL && mail_url != NULL)
    foyer_html_text (html, " · ");
  if (mail_url != NULL) {
    foyer_html_open (html, FOYER_TAG_A, FOYER_NO_CLASS);
    foyer_html_url (html, FOYER_ATTRIBUTE_HREF, mail_url);
    foyer_html_text (html, email);
    foyer_html_close (html, FOYER_TAG_A);
  }
  foyer_html_close (html, FOYER_TAG_P);
}

static void
write_foot (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  const char *terms = foyer_json_object_text (page->organisation, "terms");
  const char *privacy = foyer_json_object_text (page->organisation, "privacy");
  gboolean has_links
      = terms != NULL || privacy != NULL || foyer_json_object_array (page->organisation, "social") != NULL;

  foyer_html_open (html, FOYER_TAG_FOOTER, FOYER_CLASS ("fy-foot"));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-wrap"));
  write_contact (page);
  if (has_links) {
    foyer_html_open (html, FOYER_TAG_UL, FOYER_NO_CLASS);
    write_outward_link (page, terms, foyer_page_say (page, "Terms"));
    write_outward_link (page, privacy, foyer_page_say (page, "Privacy"));
    write_social_links (page);
    foyer_html_close (html, FOYER_TAG_UL);
  }
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_FOOTER);
}

static void
close_document (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_BODY);
  foyer_html_close (page->html, FOYER_TAG_HTML);
}

static void
open_main (FoyerPage *page, FoyerHtmlClass class)
{
  foyer_html_open (page->html, FOYER_TAG_MAIN, class);
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ID, "main");
  foyer_html_number_attribute (page->html, FOYER_ATTRIBUTE_TABINDEX, -1);
}

/* Whatever was asked for: it is not the page's own doing, so no page has to know it (000-68). */
static void
write_often (FoyerPage *page)
{
  if (page->request->problem == FOYER_PROBLEM_OFTEN)
    foyer_page_problem (page, foyer_page_say (page, "That was a lot in a short time"),
                        foyer_page_say (page,
                                        "Nothing was sent. Please wait some minutes and send it again."));
}

void
foyer_page_open_frame (FoyerPage *page, FoyerSection section, const char *title)
{
  open_document (page, title, FALSE);
  write_top (page);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-frame fy-wrap"));
  foyer_page_write_menu (page, section);
  open_main (page, FOYER_CLASS ("fy-main"));
  write_often (page);
}

void
foyer_page_close_frame (FoyerPage *page, FoyerSection section)
{
  foyer_html_close (page->html, FOYER_TAG_MAIN);
  foyer_html_close (page->html, FOYER_TAG_DIV);
  write_foot (page);
  foyer_page_write_bar (page, section);
  close_document (page);
}

void
foyer_page_open_gate (FoyerPage *page, const char *title)
{
  FoyerHtml *html = page->html;

  open_document (page, title, TRUE);
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-gate-strip"));
  foyer_html_close (html, FOYER_TAG_DIV);
  open_main (page, FOYER_CLASS ("fy-gate"));
  foyer_html_open (html, FOYER_TAG_HEADER, FOYER_NO_CLASS);
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-brand"));
  foyer_page_write_brand (page);
  foyer_html_close (html, FOYER_TAG_SPAN);
  foyer_html_close (html, FOYER_TAG_HEADER);
}

void
foyer_page_close_gate (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_MAIN);
  write_foot (page);
  close_document (page);
}
