/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-pager.c - the ways from one page of a long list to the next */

#include "foyer-page-pager.h"

#include "foyer-json.h"

typedef enum {
  WAY_BEFORE,
  WAY_AFTER,
} Way;

/* The record beside which that page lies. */
static const char *
find_way (const FoyerPager *pager, Way way)
{
  JsonObject *all = foyer_json_object_object (pager->object, "pages");
  JsonObject *ways = all == NULL ? NULL : foyer_json_object_object (all, pager->list);

  return ways == NULL ? NULL : foyer_json_object_text (ways, way == WAY_BEFORE ? "before" : "after");
}

static void
write_way (FoyerPage *page, const FoyerPager *pager, Way way, const char *words, gboolean points_back)
{
  FoyerHtml *html = page->html;
  const char *id = find_way (pager, way);
  g_autofree char *url = NULL;

  if (id == NULL)
    return;
  url = g_strconcat (pager->url, "?list=", pager->list, way == WAY_BEFORE ? "&before=" : "&after=", id, NULL);
  foyer_html_open (html, FOYER_TAG_A, FOYER_CLASS ("fy-btn is-small"));
  foyer_html_url (html, FOYER_ATTRIBUTE_HREF, url);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_REL, way == WAY_BEFORE ? "prev" : "next");
  if (points_back)
    foyer_html_icon (html, FOYER_ICON_BACK, TRUE);
  foyer_html_text (html, words);
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-sr"));
  foyer_html_text (html, ": ");
  foyer_html_text (html, pager->title);
  foyer_html_close (html, FOYER_TAG_SPAN);
  if (!points_back)
    foyer_html_icon (html, FOYER_ICON_FORWARD, TRUE);
  foyer_html_close (html, FOYER_TAG_A);
}

static void
open_ways (FoyerPage *page, const char *label)
{
  foyer_html_open (page->html, FOYER_TAG_NAV, FOYER_CLASS ("fy-actions"));
  foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ARIA_LABEL, label);
}

void
foyer_page_pager (FoyerPage *page, const FoyerPager *pager)
{
  if (find_way (pager, WAY_BEFORE) == NULL && find_way (pager, WAY_AFTER) == NULL)
    return;
  open_ways (page, pager->title);
  write_way (page, pager, WAY_BEFORE,
             pager->is_by_time ? foyer_page_say (page, "Newer") : foyer_page_say (page, "Previous"), TRUE);
  write_way (page, pager, WAY_AFTER,
             pager->is_by_time ? foyer_page_say (page, "Older") : foyer_page_say (page, "Next"), FALSE);
  foyer_html_close (page->html, FOYER_TAG_NAV);
}

void
foyer_page_thread_way (FoyerPage *page, const FoyerPager *pager, gboolean is_back)
{
  const char *words
      = is_back ? foyer_page_say (page, "Earlier messages") : foyer_page_say (page, "Later messages");

  /* The list runs from the newest to the oldest, the page the other way round. */
  if (find_way (pager, is_back ? WAY_AFTER : WAY_BEFORE) == NULL)
    return;
  open_ways (page, words);
  write_way (page, pager, is_back ? WAY_AFTER : WAY_BEFORE, words, is_back);
  foyer_html_close (page->html, FOYER_TAG_NAV);
}

gboolean
foyer_page_shows_list (JsonObject *object, const char *list)
{
  const char *turned = foyer_json_object_text (object, "turned");

  return turned == NULL || g_strcmp0 (turned, list) == 0;
}
