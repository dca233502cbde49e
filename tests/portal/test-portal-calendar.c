/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-portal-calendar.c - what a calendar reads in the file of a visit is what the page tells */

#include "foyer-portal-calendar.h"

#include "foyer-portal-sample.h"
#include "types/organisation.h"
#include "types/visit.h"

#include <string.h>

#define URL "https://northwind.portal.example"

static char *
make_file (FoyerPortalSample *sample, const char *id, const char *language)
{
  g_autoptr (JsonObject) view = foyer_portal_sample_view (sample, "cl-1", "pp-1", NULL, language);
  FoyerPortalViewer viewer = {
    .client_id = "cl-1", .person_id = "pp-1", .scopes = FOYER_ALL_SCOPES, .permissions = FOYER_ALL_PERMISSIONS
  };

  foyer_portal_view_add_record (view, FOYER_RECORD_SOURCE (sample->source), &viewer, sample->settings,
                                &foyer_visit_type, id, SAMPLE_NOW, NULL);
  return foyer_portal_calendar (view, id, URL, SAMPLE_NOW);
}

/* Content lines as a calendar reads them (RFC 5545 §3.1): unfolded, each with its end, none too long. */
static GPtrArray *
read_lines (const char *file)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *at = file;

  while (*at != '\0') {
    const char *end = strstr (at, "\r\n");
    g_autofree char *piece = NULL;

    g_assert_nonnull (end);
    g_assert_cmpint (end - at, <=, 75);
    piece = g_strndup (at, (gsize) (end - at));
    g_assert_true (g_utf8_validate (piece, -1, NULL));
    g_assert_null (strpbrk (piece, "\r\n"));
    if (piece[0] == ' ') {
      char *whole;

      g_assert_cmpuint (lines->len, >, 0);
      whole = g_strconcat (lines->pdata[lines->len - 1], piece + 1, NULL);
      g_free (lines->pdata[lines->len - 1]);
      lines->pdata[lines->len - 1] = whole;
    } else {
      g_ptr_array_add (lines, g_steal_pointer (&piece));
    }
    at = end + 2;
  }
  return lines;
}

/* A text of the file as somebody typed it (§3.3.11). */
static char *
unescape (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++) {
    if (*at != '\\') {
      g_assert_null (strchr (";,", *at));
      g_string_append_c (plain, *at);
      continue;
    }
    at++;
    g_assert_nonnull (strchr ("\\;,n", *at));
    g_string_append_c (plain, *at == 'n' ? '\n' : *at);
  }
  return g_string_free (plain, FALSE);
}

/* The value of a property that is there once. */
static const char *
get (GPtrArray *lines, const char *name)
{
  const char *value = NULL;

  for (guint i = 0; i < lines->len; i++) {
    const char *line = lines->pdata[i];

    if (!g_str_has_prefix (line, name) || line[strlen (name)] != ':')
      continue;
    g_assert_null (value);
    value = line + strlen (name) + 1;
  }
  g_assert_nonnull (value);
  return value;
}

static void
test_visit (void)
{
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autofree char *file = make_file (sample, "vs-1", NULL);
  g_autoptr (FoyerRecord) visit
      = foyer_record_source_get (FOYER_RECORD_SOURCE (sample->source), &foyer_visit_type, "vs-1", NULL);
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (FOYER_HAS (visit, visit, window_start)
                                                                   ? foyer_visit_get_window_start (visit)
                                                                   : foyer_visit_get_start (visit));
  g_autofree char *expected = g_date_time_format (start, "%Y%m%dT%H%M%SZ");
  g_autoptr (GPtrArray) lines = read_lines (file);
  g_autofree char *summary = unescape (get (lines, "SUMMARY"));
  g_autofree char *place = unescape (get (lines, "LOCATION"));

  g_assert_cmpstr (lines->pdata[0], ==, "BEGIN:VCALENDAR");
  g_assert_cmpstr (lines->pdata[lines->len - 1], ==, "END:VCALENDAR");
  g_assert_cmpstr (get (lines, "VERSION"), ==, "2.0");
  g_assert_cmpstr (get (lines, "UID"), ==, "vs-1");
  g_assert_cmpstr (get (lines, "DTSTAMP"), ==, "20251119T200000Z");
  g_assert_cmpstr (get (lines, "DTSTART"), ==, expected);
  g_assert_cmpstr (get (lines, "DTEND"), >, get (lines, "DTSTART"));
  g_assert_cmpstr (get (lines, "URL"), ==, URL "/visits/vs-1");
  g_assert_nonnull (strstr (summary, foyer_visit_get_title (visit)));
  g_assert_nonnull (strstr (summary, "Northwind Heating & Air"));
  g_assert_nonnull (strstr (place, ", "));
}

/* The clocks of the business say when it is, those of the calendar show it: what stands in the file is the same moment. */
static void
test_zones (void)
{
  static const char *const zones[] = { "Asia/Kathmandu", "America/Lima", "UTC", "Pacific/Chatham" };
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);
  g_autofree char *first = make_file (sample, "vs-1", NULL);
  g_autoptr (GPtrArray) expected = read_lines (first);

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++) {
    g_autofree char *change = g_strdup_printf ("{\"zone\": \"%s\"}", zones[i]);
    g_autofree char *file = NULL;
    g_autoptr (GPtrArray) lines = NULL;

    foyer_portal_sample_change (sample, &foyer_organisation_type, "org-1", change);
    file = make_file (sample, "vs-1", NULL);
    lines = read_lines (file);
    g_assert_cmpstr (get (lines, "DTSTART"), ==, get (expected, "DTSTART"));
    g_assert_cmpstr (get (lines, "DTEND"), ==, get (expected, "DTEND"));
  }
}

/* Whatever somebody typed stays one property, and comes out as it went in. */
static void
test_words (void)
{
  static const char *const titles[]
      = { "a;b,c\\\\d", "END:VEVENT",
          "Größte Überprüfung der Wärmepumpenanlage im Kellergeschoss, Süd- und Nordflügel, ß",
          "צנרת מים חמים ומערכת חימום מרכזית לבניין המשרדים הראשי",
          "🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥" };
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_autofree char *change = g_strdup_printf ("{\"title\": \"%s\"}", titles[i]);
    g_autofree char *plain = g_strcompress (titles[i]);
    g_autofree char *file = NULL;
    g_autofree char *summary = NULL;
    g_autoptr (GPtrArray) lines = NULL;

    foyer_portal_sample_change (sample, &foyer_visit_type, "vs-1", change);
    file = make_file (sample, "vs-1", "de");
    lines = read_lines (file);
    summary = unescape (get (lines, "SUMMARY"));
    g_assert_true (g_str_has_prefix (summary, plain));
  }
}

/* What was done or canceled is nothing to look forward to; what is not theirs is not there. */
static void
test_none (void)
{
  static const char *const words[] = { "done", "cancelled", "skipped" };
  g_autoptr (FoyerPortalSample) sample = foyer_portal_sample_new (NULL);

  g_assert_null (make_file (sample, "vs-99", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *change = g_strdup_printf ("{\"status\": \"%s\"}", words[i]);

    foyer_portal_sample_change (sample, &foyer_visit_type, "vs-1", change);
    g_assert_null (make_file (sample, "vs-1", NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portal/calendar/visit", test_visit);
  g_test_add_func ("/portal/calendar/zones", test_zones);
  g_test_add_func ("/portal/calendar/words", test_words);
  g_test_add_func ("/portal/calendar/none", test_none);
  return g_test_run ();
}
