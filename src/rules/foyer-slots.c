/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-slots.c - the windows that a client may be offered */

#include "foyer-slots.h"

#include "foyer-capacity.h"
#include "foyer-settings.h"

#include "types/booking.h"
#include "types/service.h"
#include "types/visit.h"

#define MINUTES_PER_DAY 1440
#define SECONDS_PER_MINUTE 60

typedef struct {
  FoyerBusiness *business;
  FoyerCapacity *capacity;
  FoyerRecord *service;
  FoyerRecord *move; /* (nullable): the wish to move a visit; of a visit's time nothing stands against it */
  gint64 length;     /* seconds that somebody is taken */
  const char *preferred; /* (nullable): who goes if they can */
  gint64 now_at;         /* when the visit begins that is moved: no other time than now */
  gint64 from;
  gint64 until;
  GPtrArray *slots;
} Search;

void
foyer_slot_free (FoyerSlot *slot)
{
  if (slot == NULL)
    return;
  g_free (slot->crew_id);
  g_free (slot);
}

gint64
foyer_slots_end (FoyerRecord *settings, FoyerRecord *service, gint64 start)
{
  gint64 window = foyer_portal_settings_get_booking_window_minutes (settings);
  gint64 duration = service == NULL ? 0 : foyer_service_get_duration_minutes (service);

  return start + MAX (window, duration) * SECONDS_PER_MINUTE;
}

/* The minute at which the first of those who can do it begins to work, -1 if none of them works that day. */
static int
find_first_minute (Search *search, const FoyerDate *date)
{
  int earliest = MINUTES_PER_DAY;

  for (guint i = 0; i < search->capacity->crew->len; i++) {
    FoyerRecord *crew = search->capacity->crew->pdata[i];
    int first;
    int last;

    if (foyer_crew_member_can (crew, search->service)
        && foyer_working_hours_get_day (search->capacity->hours, foyer_record_get_id (crew), date, &first,
                                        &last))
      earliest = MIN (earliest, first);
  }
  return earliest < MINUTES_PER_DAY ? earliest : -1;
}

static gboolean
does_anybody_work (Search *search, gint64 start, gint64 end)
{
  for (guint i = 0; i < search->capacity->crew->len; i++) {
    FoyerRecord *crew = search->capacity->crew->pdata[i];

    if (foyer_crew_member_can (crew, search->service)
        && foyer_working_hours_check (search->capacity->hours, foyer_record_get_id (crew), start, end, NULL)
               == FOYER_PRESENCE_WORKING)
      return TRUE;
  }
  return FALSE;
}

static char *
choose_crew (Search *search, gint64 start, gint64 end)
{
  guint n_unassigned;
  const char *chosen = NULL;
  g_autoptr (GPtrArray) free_crew
      = foyer_capacity_list_free (search->capacity, search->service, start, end, search->move, &n_unassigned);

  for (guint i = 0; i < free_crew->len && free_crew->len > n_unassigned; i++) {
    const char *id = foyer_record_get_id (free_crew->pdata[i]);

    /* Hours that nobody entered are no promise to a client. */
    if (foyer_working_hours_check (search->capacity->hours, id, start, end, NULL) != FOYER_PRESENCE_WORKING)
      continue;
    if (chosen == NULL || g_strcmp0 (id, search->preferred) == 0)
      chosen = id;
  }
  return g_strdup (chosen);
}

/* Whether one more booking on @date would be one too many (000-38, B11). */
static gboolean
is_day_full (Search *search, const FoyerDate *date)
{
  gint64 most = foyer_portal_settings_get_booking_max_per_day (search->business->settings);
  gint64 start = foyer_business_moment (search->business, date, 0);
  gint64 end = foyer_business_moment (search->business, date, MINUTES_PER_DAY);

  return most > 0
         && foyer_calendar_count_self_booked (search->capacity->calendar, start, end, search->move) >= most;
}

static void
add_day (Search *search, const FoyerDate *date)
{
  int window = (int) foyer_portal_settings_get_booking_window_minutes (search->business->settings);
  int first = find_first_minute (search, date);
  gboolean is_full = is_day_full (search, date);

  if (first < 0)
    return;
  for (int minute = first; minute < MINUTES_PER_DAY; minute += window) {
    FoyerLocalTime local = { *date, minute * SECONDS_PER_MINUTE };
    FoyerZoneFit fit;
    gint64 start = foyer_zone_to_utc (search->business->zone, &local, &fit);
    gint64 end = start + search->length;
    FoyerSlot *slot;

    if (fit == FOYER_ZONE_GAP || start == search->now_at || start < search->from || start >= search->until
        || !does_anybody_work (search, start, end))
      continue;
    slot = g_new0 (FoyerSlot, 1);
    slot->start = start;
    slot->end = end;
    slot->crew_id = is_full ? NULL : choose_crew (search, start, end);
    g_ptr_array_add (search->slots, slot);
  }
}

static gboolean
search_days (Search *search, FoyerRecordSource *source, gint64 now, GError **error)
{
  FoyerDate first = foyer_business_date (search->business, search->from);
  FoyerDate last = foyer_business_date (search->business, search->until - 1);
  g_autoptr (FoyerCapacity) capacity
      = foyer_capacity_load (source, search->business, foyer_business_moment (search->business, &first, 0),
                             foyer_business_moment (search->business, &last, MINUTES_PER_DAY)
                                 + search->length,
                             now, error);

  if (capacity == NULL)
    return FALSE;
  search->capacity = capacity;
  for (FoyerDate date = first; foyer_date_compare (&date, &last) <= 0; date = foyer_date_add_days (&date, 1))
    add_day (search, &date);
  search->capacity = NULL;
  return TRUE;
}

static GPtrArray *
run (Search *search, FoyerRecordSource *source, gint64 from, gint64 until, gint64 now, GError **error)
{
  search->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_slot_free);
  search->from = MAX (from, foyer_settings_first_start (search->business->settings, now));
  search->until = MIN (until, foyer_settings_last_start (search->business->settings, now));
  if (search->business->zone != NULL && search->from < search->until
      && !search_days (search, source, now, error))
    g_clear_pointer (&search->slots, g_ptr_array_unref);
  return search->slots;
}

GPtrArray *
foyer_slots_list (FoyerRecordSource *source,
                  FoyerRecord *service,
                  gint64 from,
                  gint64 until,
                  gint64 now,
                  GError **error)
{
  g_autoptr (FoyerBusiness) business = foyer_business_load (source, error);
  Search search = { .business = business, .service = service, .now_at = G_MININT64 };

  if (business == NULL)
    return NULL;
  search.length = foyer_slots_end (business->settings, service, 0);
  return run (&search, source, from, until, now, error);
}

/* A wish that nobody has made yet, as the calendar compares it: later than all others. */
static FoyerRecord *
make_move (FoyerRecord *visit, FoyerRecord *service, gint64 now, GError **error)
{
  g_autoptr (JsonObject) json = json_object_new ();
  g_autofree char *at = foyer_utc_format (now);

  json_object_set_string_member (json, "id", "bk-0");
  json_object_set_string_member (json, "kind", "reschedule");
  json_object_set_string_member (json, "clientId", foyer_visit_get_client_id (visit));
  json_object_set_string_member (json, "status", "pending");
  json_object_set_string_member (json, "serviceId", service == NULL ? "sv-0" : foyer_record_get_id (service));
  json_object_set_string_member (json, "start", at);
  json_object_set_string_member (json, "end", at);
  json_object_set_string_member (json, "visitId", foyer_record_get_id (visit));
  json_object_set_string_member (json, "requestedAt", at);
  return foyer_record_from_json (&foyer_booking_type, json, error);
}

GPtrArray *
foyer_slots_list_moves (FoyerRecordSource *source,
                        FoyerRecord *visit,
                        gint64 from,
                        gint64 until,
                        gint64 now,
                        GError **error)
{
  g_autoptr (FoyerBusiness) business = foyer_business_load (source, error);
  g_autoptr (FoyerRecord) service = NULL;
  g_autoptr (FoyerRecord) move = NULL;
  Search search = { .business = business, .preferred = foyer_visit_get_crew_id (visit) };

  if (business == NULL
      || !foyer_record_source_look_up (source, &foyer_service_type, foyer_visit_get_service_id (visit),
                                       &service, error))
    return NULL;
  move = make_move (visit, service, now, error);
  if (move == NULL)
    return NULL;
  search.service = service;
  search.move = move;
  search.now_at = foyer_visit_get_start (visit);
  search.length = MAX (foyer_slots_end (business->settings, NULL, 0),
                       foyer_visit_get_end (visit) - foyer_visit_get_start (visit));
  return run (&search, source, from, until, now, error);
}

static FoyerSlot *
take_free (GPtrArray *slots)
{
  for (guint i = 0; slots != NULL && i < slots->len; i++) {
    FoyerSlot *slot = slots->pdata[i];

    if (slot->crew_id != NULL)
      return g_ptr_array_steal_index (slots, i);
  }
  return NULL;
}

FoyerSlot *
foyer_slots_find_move (FoyerRecordSource *source,
                       FoyerRecord *visit,
                       gint64 start,
                       gint64 now,
                       GError **error)
{
  g_autoptr (GPtrArray) slots = foyer_slots_list_moves (source, visit, start, start + 1, now, error);

  return take_free (slots);
}

FoyerSlot *
foyer_slots_find (FoyerRecordSource *source, FoyerRecord *service, gint64 start, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) slots = foyer_slots_list (source, service, start, start + 1, now, error);

  return take_free (slots);
}
