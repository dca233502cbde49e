/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-record.c - cards, columns, histories: the skeleton of lists and of pages about one record */

#include "foyer-page-record.h"

#include "foyer-json.h"
#include "foyer-text.h"

#include <string.h>

void
foyer_page_empty (FoyerPage *page, FoyerIcon icon, const char *title, const char *text)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card fy-empty"));
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-tile"));
  foyer_html_icon (html, icon, FALSE);
  foyer_html_close (html, FOYER_TAG_SPAN);
  foyer_html_element (html, FOYER_TAG_H2, FOYER_NO_CLASS, title);
  foyer_html_element (html, FOYER_TAG_P, FOYER_NO_CLASS, text);
  foyer_html_close (html, FOYER_TAG_SECTION);
}

void
foyer_page_open_columns (FoyerPage *page)
{
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-cols"));
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-side"));
}

void
foyer_page_next_column (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_NO_CLASS);
}

void
foyer_page_close_columns (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

static void
open_card (FoyerPage *page, FoyerHtmlClass card, FoyerHtmlClass heading, const char *id, const char *title)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_SECTION, card);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ARIA_LABELLEDBY, id);
  foyer_html_open (html, FOYER_TAG_H2, heading);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ID, id);
  foyer_html_text (html, title);
  foyer_html_close (html, FOYER_TAG_H2);
}

void
foyer_page_open_card (FoyerPage *page, const char *id, const char *title)
{
  open_card (page, FOYER_CLASS ("fy-card"), FOYER_NO_CLASS, id, title);
}

void
foyer_page_open_figure_card (FoyerPage *page,
                             const char *id,
                             const char *label,
                             const char *figure,
                             const char *detail)
{
  FoyerHtml *html = page->html;

  open_card (page, FOYER_CLASS ("fy-card is-sticky"), FOYER_CLASS ("fy-eyebrow"), id, label);
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-stack"));
  if (figure != NULL) {
    foyer_html_open (html, FOYER_TAG_P, FOYER_CLASS ("fy-big fy-money"));
    foyer_html_element (html, FOYER_TAG_BDI, FOYER_NO_CLASS, figure);
    foyer_html_close (html, FOYER_TAG_P);
  }
  if (detail != NULL)
    foyer_html_element (html, FOYER_TAG_P, FOYER_CLASS ("fy-muted"), detail);
  foyer_html_close (html, FOYER_TAG_DIV);
}

void
foyer_page_close_card (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_SECTION);
}

void
foyer_page_paragraphs (FoyerPage *page, const char *text)
{
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++) {
    if (*g_strstrip (lines[i]) == '\0')
      continue;
    /* What somebody wrote starts at the side at which its language starts. */
    foyer_html_open (page->html, FOYER_TAG_P, FOYER_NO_CLASS);
    if (foyer_text_turns (lines[i], strlen (lines[i])))
      foyer_html_attribute (page->html, FOYER_ATTRIBUTE_DIR, "auto");
    foyer_html_text (page->html, lines[i]);
    foyer_html_close (page->html, FOYER_TAG_P);
  }
}

void
foyer_page_open_track (FoyerPage *page)
{
  foyer_html_open (page->html, FOYER_TAG_OL, FOYER_CLASS ("fy-track"));
}

void
foyer_page_track_item (FoyerPage *page, gboolean is_done, const char *title, const char *detail)
{
  foyer_html_open (page->html, FOYER_TAG_LI, is_done ? FOYER_CLASS ("is-done") : FOYER_NO_CLASS);
  foyer_html_element (page->html, FOYER_TAG_B, FOYER_NO_CLASS, title);
  foyer_page_detail (page, detail);
  foyer_html_close (page->html, FOYER_TAG_LI);
}

void
foyer_page_close_track (FoyerPage *page)
{
  foyer_html_close (page->html, FOYER_TAG_OL);
}

void
foyer_page_site_fact (FoyerPage *page, JsonObject *object)
{
  JsonObject *property = foyer_json_object_object (object, "property");
  g_autofree char *site = NULL;

  if (property == NULL)
    return;
  site = foyer_page_site (property);
  foyer_page_fact (page, foyer_page_say (page, "Site"), site);
}

void
foyer_page_link_fact (FoyerPage *page, const char *name, const char *url, const char *text)
{
  foyer_page_open_fact (page, name);
  foyer_html_open (page->html, FOYER_TAG_A, FOYER_NO_CLASS);
  foyer_html_url (page->html, FOYER_ATTRIBUTE_HREF, url);
  foyer_html_text (page->html, text);
  foyer_html_close (page->html, FOYER_TAG_A);
  foyer_page_close_fact (page, NULL, NULL);
}

void
foyer_page_under (FoyerPage *page, const char *first, JsonObject *object)
{
  JsonObject *property = foyer_json_object_object (object, "property");
  const char *site = property != NULL ? foyer_json_object_text (property, "name") : NULL;
  g_autofree char *both = foyer_page_two (first, site);

  foyer_page_detail (page, both);
}

void
foyer_page_letterhead (FoyerPage *page)
{
  JsonObject *letterhead = foyer_json_object_object (page->view, "letterhead");
  const char *phone = foyer_json_object_text (page->organisation, "phone");
  const char *email = foyer_json_object_text (page->organisation, "email");
  g_autofree char *address = foyer_page_address (letterhead);
  const char *const lines[] = { address, phone, email };
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-print"));
  foyer_html_open (html, FOYER_TAG_P, FOYER_NO_CLASS);
  foyer_html_element (html, FOYER_TAG_B, FOYER_NO_CLASS, foyer_json_object_text (page->organisation, "name"));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    if (lines[i] == NULL)
      continue;
    foyer_html_open (html, FOYER_TAG_BR, FOYER_NO_CLASS);
    foyer_html_element (html, FOYER_TAG_BDI, FOYER_NO_CLASS, lines[i]);
  }
  foyer_html_close (html, FOYER_TAG_P);
  foyer_html_close (html, FOYER_TAG_DIV);
}

void
foyer_page_print_button (FoyerPage *page, const char *base, const char *id)
{
  g_autofree char *url = id != NULL ? g_strconcat (base, id, "/pdf", NULL) : g_strconcat (base, "pdf", NULL);

  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_CLASS ("fy-actions"));
  foyer_page_link_button (page, url, FALSE, FOYER_ICON_DOWNLOAD, foyer_page_say (page, "Download PDF"));
  foyer_html_close (page->html, FOYER_TAG_DIV);
}

char *
foyer_page_file_size (JsonObject *document)
{
  if (!json_object_has_member (document, "size"))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT "\u00a0kB",
                          (foyer_json_object_integer (document, "size", 0) + 999) / 1000);
}
