/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-page-rows.c - visits and bookings as rows of lists */

#include "foyer-page-rows.h"

#include "foyer-json.h"
#include "foyer-sentence.h"

static const struct {
  const char *status;
  const char *words;
  FoyerTone tone;
} booking_states[] = {
  { "pending", FOYER_MARK ("Waiting for the office"), FOYER_TONE_WARN },
  { "countered", FOYER_MARK ("Your answer needed"), FOYER_TONE_WARN },
  { "approved", FOYER_MARK ("Confirmed"), FOYER_TONE_OK },
  { "declined", FOYER_MARK ("Declined"), FOYER_TONE_BAD },
  { "withdrawn", FOYER_MARK ("Withdrawn"), FOYER_TONE_NEUTRAL },
  { "cancelled", FOYER_MARK ("Canceled"), FOYER_TONE_NEUTRAL },
  { "expired", FOYER_MARK ("Expired"), FOYER_TONE_NEUTRAL },
};

gboolean
foyer_page_booking_is (JsonObject *booking, const char *status)
{
  return g_strcmp0 (foyer_json_object_text (booking, "status"), status) == 0;
}

const char *
foyer_page_booking_state (FoyerPage *page, JsonObject *booking, FoyerTone *tone)
{
  for (guint i = 0; i < G_N_ELEMENTS (booking_states); i++) {
    if (foyer_page_booking_is (booking, booking_states[i].status)) {
      *tone = booking_states[i].tone;
      return foyer_page_say (page, booking_states[i].words);
    }
  }
  *tone = FOYER_TONE_NEUTRAL;
  return NULL;
}

char *
foyer_page_booking_url (const char *id)
{
  return g_strconcat ("/bookings/", id, NULL);
}

const char *
foyer_page_booking_title (FoyerPage *page, JsonObject *booking)
{
  const char *service = foyer_json_object_text (booking, "service");

  return service != NULL ? service : foyer_page_say (page, "Booking");
}

static void
write_detail (FoyerPage *page, const char *text)
{
  if (text != NULL)
    foyer_html_element (page->html, FOYER_TAG_SMALL, FOYER_NO_CLASS, text);
}

static void
write_site (FoyerPage *page, JsonObject *object)
{
  JsonObject *property = foyer_json_object_object (object, "property");

  if (property != NULL)
    write_detail (page, foyer_json_object_text (property, "name"));
}

/* "Between 9 and 11 AM, Lee Carter and Priya Nair" */
static void
write_when_and_who (FoyerPage *page, JsonObject *object)
{
  g_autofree char *window = foyer_page_window (page, object, FOYER_WINDOW_BETWEEN);
  g_autofree char *sentence = foyer_text_sentence (window);
  g_autofree char *names = foyer_page_names (page, foyer_json_object_array (object, "crew"));
  g_autofree char *both = foyer_page_two (sentence, names);

  write_detail (page, both);
}

void
foyer_page_booking_row (FoyerPage *page, JsonObject *booking)
{
  FoyerDate date = foyer_page_day (page, booking, "start");
  g_autofree char *url = foyer_page_booking_url (foyer_json_object_text (booking, "id"));
  FoyerTone tone;
  const char *state = foyer_page_booking_state (page, booking, &tone);

  foyer_page_open_row (page, url, &date, foyer_page_booking_title (page, booking));
  write_site (page, booking);
  write_when_and_who (page, booking);
  if (state != NULL)
    foyer_page_pill (page, tone, state);
  foyer_page_close_row (page, url);
}

/* "Proof: 6 photos, report" */
static void
write_proof_pill (FoyerPage *page, JsonObject *visit, const char *without)
{
  gint64 photos = foyer_json_object_integer (visit, "photos", 0);
  gboolean has_report = foyer_json_object_boolean (visit, "proof", FALSE);
  g_autofree char *count = foyer_page_number (page, photos);
  g_autofree char *text = NULL;

  if (photos == 0) {
    foyer_page_pill (page, has_report ? FOYER_TONE_OK : FOYER_TONE_NEUTRAL,
                     has_report ? foyer_page_say (page, "Proof: report") : without);
    return;
  }
  text = foyer_text_fill (has_report ? foyer_text_plural (page->language, "Proof: {count} photo, report",
                                                          "Proof: {count} photos, report", photos)
                                     : foyer_text_plural (page->language, "Proof: {count} photo",
                                                          "Proof: {count} photos", photos),
                          "count", count, NULL);
  foyer_page_pill (page, FOYER_TONE_OK, text);
}

void
foyer_page_visit_pill (FoyerPage *page, JsonObject *visit)
{
  const char *status = foyer_json_object_text (visit, "status");

  if (g_strcmp0 (status, "en_route") == 0)
    foyer_page_pill (page, FOYER_TONE_BRAND, foyer_page_say (page, "On the way"));
  else if (g_strcmp0 (status, "done") == 0)
    write_proof_pill (page, visit, foyer_page_say (page, "Completed"));
  else if (g_strcmp0 (status, "cancelled") == 0)
    foyer_page_pill (page, FOYER_TONE_NEUTRAL,
                     g_strcmp0 (foyer_json_object_text (visit, "cancelledBy"), "portal") == 0
                         ? foyer_page_say (page, "Canceled by you")
                         : foyer_page_say (page, "Canceled"));
}

void
foyer_page_visit_row (FoyerPage *page, JsonObject *visit, gboolean is_past)
{
  FoyerDate date = foyer_page_day (page, visit, "start");
  gboolean is_scheduled = foyer_page_is (visit, "status", "scheduled");
  g_autofree char *url = g_strconcat ("/visits/", foyer_json_object_text (visit, "id"), NULL);
  g_autofree char *names = NULL;

  foyer_page_open_row (page, url, &date, foyer_json_object_text (visit, "title"));
  write_site (page, visit);
  if (is_past) {
    names = foyer_page_names (page, foyer_json_object_array (visit, "crew"));
    write_detail (page, names);
  } else {
    write_when_and_who (page, visit);
  }
  if (is_scheduled && !is_past)
    foyer_page_pill (page, FOYER_TONE_OK, foyer_page_say (page, "Confirmed"));
  else
    foyer_page_visit_pill (page, visit);
  foyer_page_close_row (page, url);
}

void
foyer_page_done_row (FoyerPage *page, JsonObject *visit)
{
  FoyerDate date = foyer_page_day (page, visit, "start");
  g_autofree char *url = g_strconcat ("/visits/", foyer_json_object_text (visit, "id"), NULL);

  foyer_page_open_row (page, url, &date, foyer_json_object_text (visit, "title"));
  write_site (page, visit);
  write_proof_pill (page, visit, foyer_page_say (page, "No proof shared"));
  foyer_page_close_row (page, url);
}
