/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-day-plan.c - one day of the crews, as the day strip draws it */

#include "foyer-day-plan.h"

#include "foyer-capacity.h"
#include "foyer-date-text.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/crew_member.h"
#include "types/portal_settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUTES_PER_DAY 1440
#define USUAL_FIRST (7 * 60)

G_DEFINE_BOXED_TYPE (FoyerDayPlan, foyer_day_plan, foyer_day_plan_ref, foyer_day_plan_unref)

typedef struct {
  FoyerRecordSource *source;
  FoyerBusiness *business;
  FoyerCapacity *capacity;
  FoyerRecord *booking;
  const char *crew_id;
  gint64 begin; /* of the day */
  gint64 end;
} Reading;

static void
free_bar (gpointer data)
{
  FoyerDayBar *bar = data;

  g_free (bar->label);
  g_free (bar);
}

static void
free_lane (gpointer data)
{
  FoyerDayLane *lane = data;

  g_free (lane->name);
  g_free (lane->short_name);
  g_free (lane->crew);
  g_free (lane->off);
  g_ptr_array_unref (lane->bars);
  g_free (lane);
}

FoyerDayPlan *
foyer_day_plan_ref (FoyerDayPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_plan (gpointer data)
{
  FoyerDayPlan *self = data;

  g_ptr_array_unref (self->lanes);
  g_free (self->language);
}

void
foyer_day_plan_unref (FoyerDayPlan *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_plan);
}

int
foyer_day_plan_choose_first (int start, int end)
{
  int first = USUAL_FIRST;

  if (end > first + FOYER_DAY_PLAN_MINUTES)
    first = (end - FOYER_DAY_PLAN_MINUTES + 59) / 60 * 60;
  if (start < first)
    first = start / 60 * 60;
  return CLAMP (first, 0, MINUTES_PER_DAY - FOYER_DAY_PLAN_MINUTES);
}

/* The minute of the day that clocks show; the day's own ends for what begins before or ends after it. */
static int
minute_of (Reading *reading, gint64 at)
{
  if (at <= reading->begin)
    return 0;
  if (at >= reading->end)
    return MINUTES_PER_DAY;
  return foyer_zone_to_local (reading->business->zone, at).second / 60;
}

static char *
client_name (Reading *reading, const char *client_id)
{
  g_autoptr (FoyerRecord) client
      = foyer_record_source_get (reading->source, &foyer_client_type, client_id, NULL);

  return g_strdup (client == NULL ? "" : foyer_client_get_name (client));
}

static void
add_bar (Reading *reading,
         FoyerDayLane *lane,
         FoyerDayBarKind kind,
         gint64 start,
         gint64 end,
         const char *client_id)
{
  FoyerDayBar *bar = g_new0 (FoyerDayBar, 1);

  bar->kind = kind;
  bar->start = minute_of (reading, start);
  bar->end = MAX (bar->start + 1, minute_of (reading, end));
  bar->label = client_name (reading, client_id);
  g_ptr_array_add (lane->bars, bar);
}

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const FoyerDayBar *first = *(const FoyerDayBar *const *) a;
  const FoyerDayBar *second = *(const FoyerDayBar *const *) b;

  return first->start - second->start;
}

static char *
describe_absence (Reading *reading, FoyerRecord *crew)
{
  const char *note = NULL;

  switch (foyer_working_hours_check (reading->capacity->hours, foyer_record_get_id (crew),
                                     foyer_booking_get_start (reading->booking),
                                     foyer_booking_get_end (reading->booking), &note)) {
  case FOYER_PRESENCE_DAY_OFF:
    return g_strdup (_ ("Day off"));
  case FOYER_PRESENCE_LEAVE:
    return g_strdup (_ ("On leave"));
  case FOYER_PRESENCE_HOLIDAY:
    return g_strdup (note != NULL ? note : _ ("Holiday"));
  case FOYER_PRESENCE_WORKING:
  case FOYER_PRESENCE_NOT_KNOWN:
  case FOYER_PRESENCE_OUTSIDE:
  default:
    return NULL;
  }
}

static gboolean
takes (const FoyerSpan *span, const char *crew_id)
{
  return g_strv_contains ((const char *const *) span->crew_ids, crew_id);
}

static FoyerDayLane *
read_lane (Reading *reading, FoyerRecord *crew)
{
  FoyerDayLane *lane = g_new0 (FoyerDayLane, 1);
  const char *id = foyer_record_get_id (crew);
  const char *booking_id = foyer_record_get_id (reading->booking);
  GPtrArray *spans = reading->capacity->calendar->spans;

  lane->name = g_strdup (foyer_crew_member_get_name (crew));
  lane->crew = g_strdup (foyer_crew_member_get_crew (crew));
  lane->judged = g_strcmp0 (id, reading->crew_id) == 0;
  lane->off = describe_absence (reading, crew);
  lane->bars = g_ptr_array_new_with_free_func (free_bar);
  for (guint i = 0; i < spans->len; i++) {
    const FoyerSpan *span = spans->pdata[i];

    if (takes (span, id) && span->start < reading->end && span->end > reading->begin
        && g_strcmp0 (foyer_record_get_id (span->record), booking_id) != 0)
      add_bar (reading, lane, span->kind == FOYER_SPAN_HELD ? FOYER_BAR_HELD : FOYER_BAR_TAKEN, span->start,
               span->end, span->client_id);
  }
  if (lane->judged)
    add_bar (reading, lane, FOYER_BAR_REQUEST, foyer_booking_get_start (reading->booking),
             foyer_booking_get_end (reading->booking), foyer_booking_get_client_id (reading->booking));
  g_ptr_array_sort (lane->bars, compare_bars);
  return lane;
}

/* Who would go is always seen, however many lanes there are. */
static void
read_lanes (Reading *reading, GPtrArray *lanes)
{
  GPtrArray *crew = reading->capacity->crew;

  for (guint i = 0; i < crew->len; i++) {
    gboolean judged = g_strcmp0 (foyer_record_get_id (crew->pdata[i]), reading->crew_id) == 0;

    if (lanes->len < FOYER_DAY_PLAN_LANES)
      g_ptr_array_add (lanes, read_lane (reading, crew->pdata[i]));
    else if (judged) {
      g_ptr_array_set_size (lanes, FOYER_DAY_PLAN_LANES - 1);
      g_ptr_array_add (lanes, read_lane (reading, crew->pdata[i]));
    }
  }
}

static char *
first_name (const char *name)
{
  const char *end = strchr (name, ' ');

  return end == NULL ? g_strdup (name) : g_strndup (name, end - name);
}

static gboolean
shares_first_name (GPtrArray *lanes, const FoyerDayLane *lane, const char *first)
{
  for (guint i = 0; i < lanes->len; i++) {
    const FoyerDayLane *other = lanes->pdata[i];
    g_autofree char *others = first_name (other->name);

    if (other != lane && g_str_equal (others, first))
      return TRUE;
  }
  return FALSE;
}

/* "Lee", or "Lee C." where there are two. */
static void
shorten_names (GPtrArray *lanes)
{
  for (guint i = 0; i < lanes->len; i++) {
    FoyerDayLane *lane = lanes->pdata[i];
    const char *last = strrchr (lane->name, ' ');
    g_autofree char *first = first_name (lane->name);

    if (last == NULL || !shares_first_name (lanes, lane, first)) {
      lane->short_name = g_steal_pointer (&first);
    } else {
      g_autofree char *initial = g_utf8_substring (last + 1, 0, 1);

      lane->short_name = g_strdup_printf ("%s %s.", first, initial);
    }
  }
}

FoyerDayPlan *
foyer_day_plan_load (FoyerRecordSource *source,
                     FoyerBusiness *business,
                     FoyerRecord *booking,
                     const char *crew_id,
                     gint64 now,
                     GError **error)
{
  FoyerDate date = foyer_business_date (business, foyer_booking_get_start (booking));
  Reading reading = {
    .source = source,
    .business = business,
    .booking = booking,
    .crew_id = crew_id,
    .begin = foyer_business_moment (business, &date, 0),
    .end = foyer_business_moment (business, &date, MINUTES_PER_DAY),
  };
  g_autoptr (FoyerCapacity) capacity
      = foyer_capacity_load (source, business, reading.begin, reading.end, now, error);
  FoyerDayPlan *self;

  if (capacity == NULL)
    return NULL;
  reading.capacity = capacity;
  self = g_atomic_rc_box_new0 (FoyerDayPlan);
  self->day = foyer_booking_get_start (booking);
  self->first = foyer_day_plan_choose_first (minute_of (&reading, foyer_booking_get_start (booking)),
                                             minute_of (&reading, foyer_booking_get_end (booking)));
  self->taken = foyer_calendar_count_self_booked (capacity->calendar, reading.begin, reading.end, booking);
  self->most = (guint) foyer_portal_settings_get_booking_max_per_day (business->settings);
  self->language = g_strdup (business->language);
  self->lanes = g_ptr_array_new_with_free_func (free_lane);
  read_lanes (&reading, self->lanes);
  shorten_names (self->lanes);
  return self;
}

char *
foyer_day_lane_spoken (const FoyerDayLane *lane, const char *language)
{
  g_autoptr (GString) text = g_string_new (lane->name);

  if (lane->crew != NULL)
    g_string_append_printf (text, _ (", crew %s"), lane->crew);
  g_string_append (text, ":");
  if (lane->off != NULL)
    g_string_append_printf (text, " %s", lane->off);
  else if (lane->bars->len == 0)
    g_string_append_printf (text, " %s", _ ("free all day"));
  for (guint i = 0; i < lane->bars->len; i++) {
    const FoyerDayBar *bar = lane->bars->pdata[i];
    g_autofree char *window = foyer_window_text (bar->start, bar->end, FOYER_WINDOW_COMPACT, language);

    g_string_append_printf (text, "%s %s %s", i > 0 || lane->off != NULL ? "," : "",
                            bar->kind == FOYER_BAR_REQUEST ? _ ("this request") : bar->label, window);
  }
  return g_strdup (text->str);
}
