/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-asking.c - what this viewer may ask of the office, and the days that they can name for it */

#include "foyer-view-context.h"

#include "foyer-json.h"
#include "foyer-portal-view.h"
#include "foyer-settings.h"
#include "foyer-working-hours.h"

/* How many days are offered, and how far ahead they are looked for. */
#define DAYS 5
#define FURTHEST 30

#define NOON (12 * 60)
#define EARLIEST (8 * 60)
#define LATEST (17 * 60)

gboolean
foyer_view_may_ask (FoyerViewContext *context, FoyerRequestKind kind)
{
  return foyer_portal_access_may (context->access, FOYER_PERMISSION_RAISE_REQUESTS)
         && foyer_settings_may_ask (context->settings, kind);
}

void
foyer_view_add_asking (JsonObject *view, FoyerViewContext *context)
{
  /* Disputes and wishes for changes begin on the page of what they are about. */
  static const struct {
    FoyerRequestKind kind;
    const char *word;
  } kinds[] = {
    { FOYER_REQUEST_SERVICE, "service" },
    { FOYER_REQUEST_QUOTE, "quote" },
    { FOYER_REQUEST_COMPLAINT, "complaint" },
  };
  JsonArray *words = NULL;
  JsonObject *asking;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (!foyer_view_may_ask (context, kinds[i].kind))
      continue;
    if (words == NULL)
      words = json_array_new ();
    json_array_add_string_element (words, kinds[i].word);
  }
  if (words == NULL)
    return;

  asking = json_object_new ();
  json_object_set_array_member (asking, "kinds", words);
  json_object_set_array_member (asking, "services", foyer_view_list_services (context));
  json_object_set_object_member (view, "asking", asking);
}

gboolean
foyer_portal_view_may_ask (JsonObject *view, const char *kind)
{
  JsonObject *asking = foyer_json_object_object (view, "asking");
  JsonArray *kinds = asking == NULL ? NULL : foyer_json_object_array (asking, "kinds");

  for (guint i = 0; kinds != NULL && i < json_array_get_length (kinds); i++) {
    if (kind == NULL || g_strcmp0 (json_array_get_string_element (kinds, i), kind) == 0)
      return TRUE;
  }
  return FALSE;
}

/* --- Days --- */

/* When the business works that day. Where nobody has said it, on weekdays. */
static gboolean
find_hours (FoyerWorkingHours *hours, FoyerBusiness *business, const FoyerDate *date, int *first, int *last)
{
  gint64 noon = foyer_business_moment (business, date, NOON);

  if (foyer_working_hours_get_day (hours, NULL, date, first, last))
    return foyer_working_hours_check (hours, NULL, noon, noon + 1, NULL) != FOYER_PRESENCE_HOLIDAY;
  *first = EARLIEST;
  *last = LATEST;
  return foyer_working_hours_check (hours, NULL, noon, noon + 1, NULL) == FOYER_PRESENCE_NOT_KNOWN
         && foyer_date_weekday (date) != FOYER_SATURDAY && foyer_date_weekday (date) != FOYER_SUNDAY;
}

/* The name that the half has as a field of the form stands with it. */
static void
set_half (JsonObject *day,
          const char *name,
          FoyerBusiness *business,
          const FoyerDate *date,
          int from,
          int until)
{
  g_autofree char *field = g_strdup_printf ("time-%s-%s", foyer_json_object_text (day, "date"), name);
  JsonObject *half;

  if (from >= until)
    return;
  half = json_object_new ();
  json_object_set_string_member (half, "field", field);
  foyer_view_set_time (half, "start", foyer_business_moment (business, date, from));
  foyer_view_set_time (half, "end", foyer_business_moment (business, date, until));
  json_object_set_object_member (day, name, half);
}

static JsonArray *
list_days (FoyerWorkingHours *hours, FoyerBusiness *business, gint64 now)
{
  FoyerDate today = foyer_business_date (business, now);
  JsonArray *days = json_array_new ();

  for (int i = 1; i <= FURTHEST && json_array_get_length (days) < DAYS; i++) {
    FoyerDate date = foyer_date_add_days (&today, i);
    g_autofree char *text = foyer_date_format (&date);
    JsonObject *day;
    int first;
    int last;

    if (!find_hours (hours, business, &date, &first, &last))
      continue;
    day = json_object_new ();
    json_object_set_string_member (day, "date", text);
    set_half (day, "morning", business, &date, first, MIN (last, NOON));
    set_half (day, "afternoon", business, &date, MAX (first, NOON), last);
    json_array_add_object_element (days, day);
  }
  return days;
}

gboolean
foyer_portal_view_add_days (JsonObject *view, FoyerRecordSource *source, gint64 now, GError **error)
{
  g_autoptr (FoyerBusiness) business = foyer_business_load (source, error);
  g_autoptr (FoyerWorkingHours) hours = NULL;

  if (business == NULL)
    return FALSE;
  if (business->zone == NULL)
    return TRUE;
  hours = foyer_working_hours_load (source, business, error);
  if (hours == NULL)
    return FALSE;
  json_object_set_array_member (view, "askDays", list_days (hours, business, now));
  return TRUE;
}
