/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-brand.c - whose page it is: the business's logo, or its mark and name */

#include "foyer-page-brand.h"

#include "foyer-json.h"
#include "foyer-portal-picture.h"
#include "foyer-portal-static.h"
#include "foyer-portal-view.h"

/* Pixels of the page; wider and lower ones are made to fit by the style sheet. */
#define LOGO_HEIGHT 36

/* The mark in the organisation's colour, and its name. */
static void
write_mark (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  g_autofree char *mark = foyer_portal_static_path (FOYER_STATIC_MARK, foyer_page_get_palette (page));

  foyer_html_open (html, FOYER_TAG_IMG, FOYER_CLASS ("fy-logo"));
  foyer_html_url (html, FOYER_ATTRIBUTE_SRC, mark);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_WIDTH, "36");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_HEIGHT, "36");
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ALT, "");
  foyer_html_text (html, foyer_json_object_text (page->organisation, "name"));
}

/* In the shape that the picture has, so that nothing moves when it comes. */
static void
write_logo_size (FoyerHtml *html, const FoyerRaster *raster)
{
  g_autofree char *width
      = g_strdup_printf ("%d", (int) MAX (1, ((gint64) raster->width * LOGO_HEIGHT + raster->height / 2)
                                                 / raster->height));
  g_autofree char *height = g_strdup_printf ("%d", LOGO_HEIGHT);

  foyer_html_attribute (html, FOYER_ATTRIBUTE_WIDTH, width);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_HEIGHT, height);
}

static void
write_logo (FoyerPage *page, const FoyerRaster *raster)
{
  FoyerHtml *html = page->html;
  g_autofree char *light = foyer_portal_picture_path (page->organisation, FOYER_PORTAL_LOGO);
  g_autofree char *dark = foyer_portal_picture_path (page->organisation, FOYER_PORTAL_LOGO_DARK);

  if (dark != NULL) {
    foyer_html_open (html, FOYER_TAG_PICTURE, FOYER_NO_CLASS);
    foyer_html_open (html, FOYER_TAG_SOURCE, FOYER_NO_CLASS);
    foyer_html_url (html, FOYER_ATTRIBUTE_SRCSET, dark);
    foyer_html_attribute (html, FOYER_ATTRIBUTE_MEDIA, "screen and (prefers-color-scheme: dark)");
  }
  foyer_html_open (html, FOYER_TAG_IMG, FOYER_CLASS ("fy-logo"));
  foyer_html_url (html, FOYER_ATTRIBUTE_SRC, light);
  write_logo_size (html, raster);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ALT, foyer_json_object_text (page->organisation, "name"));
  if (dark != NULL)
    foyer_html_close (html, FOYER_TAG_PICTURE);
}

void
foyer_page_write_banner (FoyerPage *page)
{
  FoyerHtml *html = page->html;
  g_autofree char *path = foyer_portal_picture_path (page->organisation, FOYER_PORTAL_BANNER);
  g_autofree char *width = NULL;
  g_autofree char *height = NULL;
  FoyerRaster raster;

  if (!foyer_portal_picture_get (page->organisation, FOYER_PORTAL_BANNER, &raster))
    return;
  width = g_strdup_printf ("%d", raster.width);
  height = g_strdup_printf ("%d", raster.height);
  foyer_html_open (html, FOYER_TAG_IMG, FOYER_CLASS ("fy-banner"));
  foyer_html_url (html, FOYER_ATTRIBUTE_SRC, path);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_WIDTH, width);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_HEIGHT, height);
  foyer_html_attribute (html, FOYER_ATTRIBUTE_ALT, "");
}

FoyerPalette
foyer_page_get_palette (FoyerPage *page)
{
  return foyer_portal_view_get_palette (page->view);
}

void
foyer_page_write_brand (FoyerPage *page)
{
  FoyerRaster raster;

  if (foyer_portal_picture_get (page->organisation, FOYER_PORTAL_LOGO, &raster))
    write_logo (page, &raster);
  else
    write_mark (page);
}
