/* SPDX-License-Identifier: GPL-3.0-or-later */
/* visits-page.c - visits that are coming, with bookings on their way, and those that were */

#include "foyer-pages.h"

#include "foyer-json.h"
#include "foyer-page-frame.h"
#include "foyer-page-pager.h"
#include "foyer-page-rows.h"

/* One line of the list of what is coming. */
typedef struct {
  gint64 start;
  JsonObject *object;
  gboolean is_booking;
} Coming;

static int
compare_coming (gconstpointer a, gconstpointer b)
{
  const Coming *x = a;
  const Coming *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return g_strcmp0 (foyer_json_object_text (x->object, "id"), foyer_json_object_text (y->object, "id"));
}

/* Bookings that are still open, and those that are confirmed and have no visit yet. */
static gboolean
is_coming (JsonObject *booking)
{
  if (foyer_json_object_boolean (booking, "past", FALSE))
    return FALSE;
  return foyer_page_booking_is (booking, "pending") || foyer_page_booking_is (booking, "countered")
         || (foyer_page_booking_is (booking, "approved")
             && foyer_json_object_text (booking, "visit") == NULL);
}

static gboolean
is_earlier (JsonObject *booking)
{
  return !is_coming (booking) && !foyer_page_booking_is (booking, "approved");
}

static void
collect (GArray *coming, JsonArray *list, gboolean is_booking)
{
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++) {
    JsonObject *object = json_array_get_object_element (list, i);
    Coming line = { foyer_page_time (object, "start"), object, is_booking };

    if (!is_booking || is_coming (object))
      g_array_append_val (coming, line);
  }
}

/* What lies on other pages of the list. */
static void
write_pager (FoyerPage *page, const char *list, const char *title, gboolean is_by_time)
{
  foyer_page_pager (page, &(FoyerPager){ page->view, list, "/visits", title, is_by_time });
}

static void
write_coming (FoyerPage *page)
{
  g_autoptr (GArray) coming = g_array_new (FALSE, FALSE, sizeof (Coming));

  collect (coming, foyer_json_object_array (page->view, "upcoming"), FALSE);
  if (foyer_page_shows_list (page->view, "bookings"))
    collect (coming, foyer_json_object_array (page->view, "bookings"), TRUE);
  g_array_sort (coming, compare_coming);
  if (coming->len == 0)
    return;

  foyer_page_open_section (page, "up", foyer_page_say (page, "Coming up"), NULL, NULL);
  for (guint i = 0; i < coming->len; i++) {
    const Coming *line = &g_array_index (coming, Coming, i);

    if (line->is_booking)
      foyer_page_booking_row (page, line->object);
    else
      foyer_page_visit_row (page, line->object, FALSE);
  }
  foyer_page_close_section (page);
  write_pager (page, "upcoming", foyer_page_say (page, "Coming up"), FALSE);
}

static void
write_past (FoyerPage *page)
{
  JsonArray *past = foyer_json_object_array (page->view, "past");

  if (json_array_get_length (past) == 0)
    return;

  foyer_page_open_section (page, "past", foyer_page_say_visit (page, FOYER_PHRASE_PAST_VISITS), NULL, NULL);
  for (guint i = 0; i < json_array_get_length (past); i++)
    foyer_page_visit_row (page, json_array_get_object_element (past, i), TRUE);
  foyer_page_close_section (page);
  write_pager (page, "past", foyer_page_say_visit (page, FOYER_PHRASE_PAST_VISITS), TRUE);
}

/* Where this list was turned to, those that are still open are in it too: there is no list of what is coming above it. */
static void
write_earlier_bookings (FoyerPage *page)
{
  JsonArray *bookings = foyer_json_object_array (page->view, "bookings");
  gboolean is_alone = !foyer_page_shows_list (page->view, "upcoming");
  gboolean is_open = FALSE;

  for (guint i = 0; bookings != NULL && i < json_array_get_length (bookings); i++) {
    JsonObject *booking = json_array_get_object_element (bookings, i);

    if (!is_earlier (booking) && !(is_alone && is_coming (booking)))
      continue;
    if (!is_open)
      foyer_page_open_section (page, "earlier", foyer_page_say (page, "Earlier requests"), NULL, NULL);
    is_open = TRUE;
    foyer_page_booking_row (page, booking);
  }
  if (is_open)
    foyer_page_close_section (page);
  write_pager (page, "bookings", foyer_page_say (page, "Earlier requests"), TRUE);
}

static gboolean
is_empty (FoyerPage *page)
{
  return json_array_get_length (foyer_json_object_array (page->view, "upcoming")) == 0
         && json_array_get_length (foyer_json_object_array (page->view, "past")) == 0
         && json_array_get_length (foyer_json_object_array (page->view, "bookings")) == 0;
}

static void
write_empty (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_SECTION, FOYER_CLASS ("fy-card fy-empty"));
  foyer_html_open (html, FOYER_TAG_SPAN, FOYER_CLASS ("fy-tile"));
  foyer_html_icon (html, FOYER_ICON_VISIT, FALSE);
  foyer_html_close (html, FOYER_TAG_SPAN);
  foyer_html_element (html, FOYER_TAG_H2, FOYER_NO_CLASS, foyer_page_say (page, "Nothing here yet"));
  foyer_html_element (
      html, FOYER_TAG_P, FOYER_NO_CLASS,
      foyer_page_say (page, "What is planned and what was done appears here, with photos and reports."));
  foyer_html_close (html, FOYER_TAG_SECTION);
}

static void
write_head (FoyerPage *page)
{
  FoyerHtml *html = page->html;

  foyer_html_open (html, FOYER_TAG_HEADER, FOYER_CLASS ("fy-head"));
  foyer_html_open (html, FOYER_TAG_DIV, FOYER_CLASS ("fy-head-line"));
  foyer_html_element (html, FOYER_TAG_H1, FOYER_NO_CLASS, foyer_page_say_visit (page, FOYER_PHRASE_VISITS));
  if (foyer_portal_view_may_book (page->view)) {
    foyer_html_open (html, FOYER_TAG_A, FOYER_CLASS ("fy-btn is-primary is-small"));
    foyer_html_url (html, FOYER_ATTRIBUTE_HREF, "/book");
    foyer_html_icon (html, FOYER_ICON_ADD, TRUE);
    foyer_html_text (html, foyer_page_say_visit (page, FOYER_PHRASE_BOOK_A_VISIT));
    foyer_html_close (html, FOYER_TAG_A);
  }
  foyer_html_close (html, FOYER_TAG_DIV);
  foyer_html_close (html, FOYER_TAG_HEADER);
}

void
foyer_page_write_visits (FoyerPage *page)
{
  foyer_page_open_frame (page, FOYER_SECTION_VISITS, foyer_page_say_visit (page, FOYER_PHRASE_VISITS));
  write_head (page);
  if (is_empty (page)) {
    write_empty (page);
  } else {
    if (foyer_page_shows_list (page->view, "upcoming"))
      write_coming (page);
    if (foyer_page_shows_list (page->view, "past"))
      write_past (page);
    if (foyer_page_shows_list (page->view, "bookings"))
      write_earlier_bookings (page);
  }
  foyer_page_close_frame (page, FOYER_SECTION_VISITS);
}
