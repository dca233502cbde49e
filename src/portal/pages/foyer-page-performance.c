/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-performance.c - how well a plan was kept: three rates, and how they went month by month */

#include "foyer-page-plans.h"

#include "foyer-json.h"
#include "foyer-page-table.h"
#include "foyer-text.h"

/* "96%", and nothing where there was nothing to count. */
static char *
make_rate (gint64 part, gint64 whole)
{
  return whole == 0 ? NULL : g_strdup_printf ("%d%%", (int) ((part * 100 + whole / 2) / whole));
}

static void
write_rate (FoyerPage *page, const char *name, gint64 part, gint64 whole)
{
  g_autofree char *rate = make_rate (part, whole);
  g_autofree char *part_text = foyer_page_number (page, part);
  g_autofree char *whole_text = foyer_page_number (page, whole);
  g_autofree char *text = foyer_text_fill (foyer_text_plural (page->language, "{part} of {count} visit",
                                                              "{part} of {count} visits", whole),
                                           "part", part_text, "count", whole_text, NULL);

  if (rate == NULL)
    return;
  foyer_html_open (page->html, FOYER_TAG_LI, FOYER_NO_CLASS);
  foyer_html_open (page->html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-tile"));
  foyer_html_element (page->html, FOYER_TAG_B, FOYER_CLASS ("fy-small"), rate);
  foyer_html_close (page->html, FOYER_TAG_SPAN);
  foyer_html_open (page->html, FOYER_TAG_DIV, FOYER_NO_CLASS);
  foyer_html_element (page->html, FOYER_TAG_B, FOYER_NO_CLASS, name);
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted fy-small"), text);
  foyer_html_close (page->html, FOYER_TAG_DIV);
  foyer_html_close (page->html, FOYER_TAG_LI);
}

static void
write_rates (FoyerPage *page, JsonObject *counts)
{
  gint64 done = foyer_json_object_integer (counts, "done", 0);

  foyer_html_open (page->html, FOYER_TAG_UL, FOYER_CLASS ("fy-health"));
  write_rate (page, foyer_page_say (page, "Completed"), done,
              foyer_json_object_integer (counts, "planned", 0));
  write_rate (page, foyer_page_say (page, "On time"), foyer_json_object_integer (counts, "onTime", 0),
              foyer_json_object_integer (counts, "arrived", 0));
  if (json_object_has_member (counts, "proved"))
    write_rate (page, foyer_page_say (page, "Proof shared"), foyer_json_object_integer (counts, "proved", 0),
                done);
  foyer_html_close (page->html, FOYER_TAG_UL);
}

/* A bar that browsers draw and screen readers say, and the figure beside it. */
static void
write_bar (FoyerPage *page, const char *name, gint64 part, gint64 whole)
{
  g_autofree char *rate = make_rate (part, whole);
  g_autofree char *value
      = whole > 0 ? g_strdup_printf ("%d.%02d", part >= whole, part >= whole ? 0 : (int) (part * 100 / whole))
                  : NULL;

  foyer_html_open (page->html, FOYER_TAG_TD, FOYER_CELL_NUMBER);
  if (rate != NULL) {
    foyer_html_open (page->html, FOYER_TAG_METER, FOYER_CLASS ("is-wideonly"));
    foyer_html_attribute (page->html, FOYER_ATTRIBUTE_VALUE, value);
    foyer_html_attribute (page->html, FOYER_ATTRIBUTE_ARIA_LABEL, name);
    foyer_html_text (page->html, rate);
    foyer_html_close (page->html, FOYER_TAG_METER);
    foyer_html_text (page->html, " ");
    foyer_html_text (page->html, rate);
  } else {
    foyer_html_text (page->html, "–");
  }
  foyer_html_close (page->html, FOYER_TAG_TD);
}

static void
write_month (FoyerPage *page, JsonObject *month, gboolean shows_proof)
{
  FoyerDate date = foyer_page_day (page, month, "month");
  g_autofree char *name = foyer_date_text (&date, FOYER_DATE_MONTH, page->language);
  gint64 done = foyer_json_object_integer (month, "done", 0);

  foyer_page_open_row_heading (page);
  foyer_html_text (page->html, name);
  foyer_page_close_row_heading (page);
  write_bar (page, foyer_page_say (page, "Completed"), done, foyer_json_object_integer (month, "planned", 0));
  write_bar (page, foyer_page_say (page, "On time"), foyer_json_object_integer (month, "onTime", 0),
             foyer_json_object_integer (month, "arrived", 0));
  if (shows_proof)
    write_bar (page, foyer_page_say (page, "Proof shared"), foyer_json_object_integer (month, "proved", 0),
               done);
  foyer_page_close_table_row (page);
}

void
foyer_page_performance (FoyerPage *page, JsonObject *object)
{
  JsonObject *performance = foyer_json_object_object (object, "performance");
  JsonArray *months = performance != NULL ? foyer_json_object_array (performance, "months") : NULL;
  gboolean shows_proof;

  if (months == NULL)
    return;
  shows_proof = json_object_has_member (performance, "proved");
  foyer_page_open_card (page, "performance", foyer_page_say (page, "How we are doing"));
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted fy-small"),
                      foyer_page_say (page, "Last 12 months"));
  write_rates (page, performance);
  foyer_html_element (page->html, FOYER_TAG_H3, FOYER_NO_CLASS, foyer_page_say (page, "The last six months"));
  foyer_page_open_table (page, foyer_page_say (page, "The last six months"));
  foyer_page_table_heading (page, FOYER_NO_CLASS, foyer_page_say (page, "Month"));
  foyer_page_table_heading (page, FOYER_CELL_NUMBER, foyer_page_say (page, "Done"));
  foyer_page_table_heading (page, FOYER_CELL_NUMBER, foyer_page_say (page, "On time"));
  if (shows_proof)
    foyer_page_table_heading (page, FOYER_CELL_NUMBER, foyer_page_say (page, "Proof"));
  foyer_page_table_body (page);
  for (guint i = 0; i < json_array_get_length (months); i++)
    write_month (page, json_array_get_object_element (months, i), shows_proof);
  foyer_page_close_table (page, FALSE);
  foyer_html_element (page->html, FOYER_TAG_P, FOYER_CLASS ("fy-muted fy-small"),
                      foyer_page_say (page,
                                      "On time: the crew arrived inside the window that you were given."));
  foyer_page_close_card (page);
}
