/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-portal-calendar.c - a visit as an entry of somebody's calendar (RFC 5545) */

#include "foyer-portal-calendar.h"

#include "foyer-json.h"
#include "foyer-portal-view.h"
#include "pages/foyer-page.h"
#include "types/visit.h"

#include <string.h>

/* Octets of a line, without its end (§3.1). */
#define LONGEST_LINE 75

/* --- Lines --- */

/* Whole characters go on the next line, after a space. */
static void
append_folded (GString *file, const char *line)
{
  gsize length = 0;

  for (const char *at = line; *at != '\0';) {
    const char *next = g_utf8_next_char (at);
    gsize size = (gsize) (next - at);

    if (length + size > LONGEST_LINE) {
      g_string_append (file, "\r\n ");
      length = 1;
    }
    g_string_append_len (file, at, (gssize) size);
    length += size;
    at = next;
  }
  g_string_append (file, "\r\n");
}

/* §3.3.11. What no text may hold is left out. */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (character == '\n')
      g_string_append (escaped, "\\n");
    else if (character == '\\' || character == ';' || character == ',')
      g_string_append_printf (escaped, "\\%c", (char) character);
    else if (!g_unichar_iscntrl (character))
      g_string_append_unichar (escaped, character);
  }
  return g_string_free (escaped, FALSE);
}

static void
add_text (GString *file, const char *name, const char *text)
{
  g_autofree char *escaped = NULL;
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
  escaped = escape (text);
  line = g_strconcat (name, ":", escaped, NULL);
  append_folded (file, line);
}

static void
add_moment (GString *file, const char *name, gint64 seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = g_date_time_format (moment, "%Y%m%dT%H%M%SZ");
  g_autofree char *line = g_strconcat (name, ":", text, NULL);

  append_folded (file, line);
}

/* --- The visit --- */

/* Addresses are no text and are not escaped. */
static void
add_url (GString *file, const char *portal_url, const char *visit_id)
{
  g_autofree char *line = NULL;

  if (portal_url == NULL)
    return;
  line = g_strconcat ("URL:", portal_url, "/visits/", visit_id, NULL);
  append_folded (file, line);
}

static char *
make_summary (FoyerPage *page, JsonObject *visit)
{
  return g_strdup_printf ("%s, %s", foyer_json_object_text (visit, "title"),
                          foyer_json_object_text (page->organisation, "name"));
}

/* "We arrive between 9 and 11 AM." What the office is reached by, on a line of its own. */
static char *
make_description (FoyerPage *page, JsonObject *visit)
{
  g_autofree char *arrival = foyer_page_arrival (page, visit, FOYER_WINDOW_BETWEEN);
  const char *phone = foyer_json_object_text (page->organisation, "phone");

  return g_strconcat (arrival, phone != NULL ? "\n" : NULL, phone, NULL);
}

static void
add_visit (GString *file, FoyerPage *page, JsonObject *visit, const char *portal_url, gint64 now)
{
  const char *id = foyer_json_object_text (visit, "id");
  JsonObject *property = foyer_json_object_object (visit, "property");
  g_autofree char *summary = make_summary (page, visit);
  g_autofree char *description = make_description (page, visit);
  g_autofree char *place = property == NULL ? NULL : foyer_page_address (property);

  append_folded (file, "BEGIN:VEVENT");
  add_text (file, "UID", id);
  add_moment (file, "DTSTAMP", now);
  add_moment (file, "DTSTART", foyer_page_time (visit, "start"));
  add_moment (file, "DTEND", foyer_page_time (visit, "until"));
  add_text (file, "SUMMARY", summary);
  add_text (file, "LOCATION", place);
  add_text (file, "DESCRIPTION", description);
  add_url (file, portal_url, id);
  append_folded (file, "STATUS:CONFIRMED");
  append_folded (file, "END:VEVENT");
}

char *
foyer_portal_calendar (JsonObject *view, const char *visit_id, const char *portal_url, gint64 now)
{
  JsonObject *visit = foyer_portal_view_get_record (view, &foyer_visit_type, visit_id);
  g_auto (FoyerPage) page = { 0 };
  GString *file;

  if (visit == NULL
      || (!foyer_page_is (visit, "status", "scheduled") && !foyer_page_is (visit, "status", "en_route"))
      || !foyer_page_open (&page, view, NULL))
    return NULL;
  file = g_string_new (NULL);
  append_folded (file, "BEGIN:VCALENDAR");
  append_folded (file, "VERSION:2.0");
  append_folded (file, "PRODID:-//Foyer//Portal//EN");
  append_folded (file, "METHOD:PUBLISH");
  add_visit (file, &page, visit, portal_url, now);
  append_folded (file, "END:VCALENDAR");
  return g_string_free (file, FALSE);
}
