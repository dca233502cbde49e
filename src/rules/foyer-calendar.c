/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-calendar.c - what is taken: visits, approved bookings without one, and held times */

#include "foyer-calendar.h"

#include "foyer-settings.h"

#include "foyer-json.h"
#include "types/booking.h"
#include "types/visit.h"

/* The end of a booking is not indexed, so one that starts this long before the time in question may still reach into it. */
#define LONGEST_BOOKING (7 * FOYER_SECONDS_PER_DAY)

/* So that nobody reads all visits there ever were: an index has starts or ends, and either alone leaves half of them. No crew is taken by one
 * visit for longer. */
#define LONGEST_VISIT (31 * FOYER_SECONDS_PER_DAY)

typedef struct {
  FoyerRecordSource *source;
  FoyerBusiness *business;
  FoyerCalendar *calendar;
  gint64 from;
  gint64 until;
  gint64 now;
} Load;

static void
free_span (gpointer data)
{
  FoyerSpan *span = data;

  g_clear_object (&span->record);
  g_strfreev (span->crew_ids);
  g_free (span);
}

static FoyerSpan *
add_span (Load *load, FoyerSpanKind kind, FoyerRecord *record, gint64 start, gint64 end)
{
  FoyerSpan *span;

  if (end <= start || start >= load->until || end <= load->from)
    return NULL;
  span = g_new0 (FoyerSpan, 1);
  span->kind = kind;
  span->start = start;
  span->end = end;
  span->record = g_object_ref (record);
  g_ptr_array_add (load->calendar->spans, span);
  return span;
}

static char **
make_crew_ids (const char *crew_id, char **helper_ids)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (crew_id != NULL)
    g_ptr_array_add (ids, g_strdup (crew_id));
  for (char **helper = helper_ids; helper != NULL && *helper != NULL; helper++)
    g_ptr_array_add (ids, g_strdup (*helper));
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

/* A visit whose booking is not known here counts as self-booked: the limit is rather kept than broken. */
static gboolean
read_self_booked (Load *load, FoyerRecord *visit, gboolean *self_booked, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) booking = NULL;

  *self_booked = FALSE;
  if (foyer_visit_get_origin (visit) != FOYER_VISIT_BY_BOOKING)
    return TRUE;
  booking = foyer_record_source_get (load->source, &foyer_booking_type, foyer_visit_get_booking_id (visit),
                                     &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  *self_booked = booking == NULL || foyer_booking_get_source (booking) != FOYER_SOURCE_OFFICE;
  return TRUE;
}

static gboolean
add_visit (Load *load, FoyerRecord *visit, GError **error)
{
  int status = foyer_visit_get_status (visit);
  gint64 end = foyer_visit_get_end (visit);
  g_auto (GStrv) helpers = NULL;
  gboolean self_booked;
  FoyerSpan *span;

  if (status == FOYER_VISIT_CANCELLED || status == FOYER_VISIT_SKIPPED)
    return TRUE;
  if (status == FOYER_VISIT_DONE && FOYER_HAS (visit, visit, finished_at))
    end = MIN (end, MAX (foyer_visit_get_finished_at (visit), foyer_visit_get_start (visit) + 1));
  if (!read_self_booked (load, visit, &self_booked, error))
    return FALSE;

  span = add_span (load, FOYER_SPAN_VISIT, visit, foyer_visit_get_start (visit), end);
  if (span == NULL)
    return TRUE;
  helpers = foyer_visit_get_helper_ids (visit);
  span->client_id = foyer_visit_get_client_id (visit);
  span->crew_ids = make_crew_ids (foyer_visit_get_crew_id (visit), helpers);
  span->self_booked = self_booked;
  return TRUE;
}

static gboolean
load_visits (Load *load, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_visit_type);
  g_autoptr (GPtrArray) visits = NULL;

  foyer_query_where_number (query, "start", FOYER_COMPARE_AT_LEAST, load->from - LONGEST_VISIT);
  foyer_query_where_number (query, "start", FOYER_COMPARE_LESS, load->until);
  foyer_query_where_number (query, "end", FOYER_COMPARE_AT_LEAST, load->from + 1);
  /* In the order of that index, or all visits are read in the order of their ids. */
  foyer_query_order (query, "start", FALSE);
  visits = foyer_record_source_list (load->source, query, error);
  if (visits == NULL)
    return FALSE;
  for (guint i = 0; i < visits->len; i++) {
    if (!add_visit (load, visits->pdata[i], error))
      return FALSE;
  }
  return TRUE;
}

static void
add_booking (Load *load,
             FoyerSpanKind kind,
             FoyerRecord *booking,
             gint64 start,
             gint64 end,
             const char *crew_id)
{
  FoyerSpan *span = add_span (load, kind, booking, start, end);

  if (span == NULL)
    return;
  span->client_id = foyer_booking_get_client_id (booking);
  span->crew_ids = make_crew_ids (crew_id, NULL);
  span->self_booked = foyer_booking_get_source (booking) != FOYER_SOURCE_OFFICE;
}

static void
add_whole_booking (Load *load, FoyerSpanKind kind, FoyerRecord *booking)
{
  add_booking (load, kind, booking, foyer_booking_get_start (booking), foyer_booking_get_end (booking),
               foyer_booking_get_crew_id (booking));
}

/*
 * An approved booking takes its time itself until the server has made the visit. A move names from the start the visit that it
 * moves; it is made once the server has stamped the decision.
 */
static void
add_approved (Load *load, FoyerRecord *booking)
{
  gboolean is_move = foyer_booking_get_kind (booking) == FOYER_BOOKING_RESCHEDULE;

  if (is_move ? FOYER_HAS (booking, booking, decided_at) : FOYER_HAS (booking, booking, visit_id))
    return;
  add_whole_booking (load, FOYER_SPAN_APPROVED, booking);
}

static void
add_pending (Load *load, FoyerRecord *booking)
{
  gint64 expires_at
      = FOYER_HAS (booking, booking, expires_at)
            ? foyer_booking_get_expires_at (booking)
            : foyer_settings_expires_at (load->business->settings, foyer_booking_get_requested_at (booking));

  if (expires_at > load->now)
    add_whole_booking (load, FOYER_SPAN_HELD, booking);
}

static gboolean
read_time (JsonObject *object, const char *name, gint64 *at)
{
  const char *text = foyer_json_object_text (object, name);

  return text != NULL && foyer_utc_parse (text, at, NULL);
}

/* The offered times are held; without any the booking itself was moved to the offered time. */
static void
add_countered (Load *load, FoyerRecord *booking)
{
  g_autoptr (JsonNode) node = foyer_booking_get_offers (booking);
  JsonArray *offers = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n_offers = offers == NULL ? 0 : json_array_get_length (offers);

  if (FOYER_HAS (booking, booking, offers_until) && foyer_booking_get_offers_until (booking) <= load->now)
    return;
  if (n_offers == 0)
    add_whole_booking (load, FOYER_SPAN_HELD, booking);
  for (guint i = 0; i < n_offers; i++) {
    JsonNode *element = json_array_get_element (offers, i);
    JsonObject *offer = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
    gint64 start;
    gint64 end;

    if (offer != NULL && read_time (offer, "start", &start) && read_time (offer, "end", &end))
      add_booking (load, FOYER_SPAN_HELD, booking, start, end, foyer_json_object_text (offer, "crewId"));
  }
}

static gboolean
load_bookings (Load *load, FoyerBookingStatus status, void (*add) (Load *, FoyerRecord *), GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);
  g_autoptr (GPtrArray) bookings = NULL;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, status);
  /* Offers lie anywhere, and bookings that wait for the client are few. */
  if (status != FOYER_BOOKING_COUNTERED) {
    foyer_query_where_number (query, "start", FOYER_COMPARE_AT_LEAST, load->from - LONGEST_BOOKING);
    foyer_query_where_number (query, "start", FOYER_COMPARE_LESS, load->until);
  }
  bookings = foyer_record_source_list (load->source, query, error);
  if (bookings == NULL)
    return FALSE;
  for (guint i = 0; i < bookings->len; i++) {
    if (foyer_booking_get_kind (bookings->pdata[i]) != FOYER_BOOKING_CANCEL)
      add (load, bookings->pdata[i]);
  }
  return TRUE;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const FoyerSpan *first = *(const FoyerSpan *const *) a;
  const FoyerSpan *second = *(const FoyerSpan *const *) b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return g_strcmp0 (foyer_record_get_id (first->record), foyer_record_get_id (second->record));
}

FoyerCalendar *
foyer_calendar_load (FoyerRecordSource *source,
                     FoyerBusiness *business,
                     gint64 from,
                     gint64 until,
                     gint64 now,
                     GError **error)
{
  g_autoptr (FoyerCalendar) calendar = g_new0 (FoyerCalendar, 1);
  Load load = { source, business, calendar, from, until, now };

  calendar->spans = g_ptr_array_new_with_free_func (free_span);
  if (!load_visits (&load, error) || !load_bookings (&load, FOYER_BOOKING_APPROVED, add_approved, error))
    return NULL;
  if (foyer_portal_settings_get_booking_pending_holds (business->settings)
      && (!load_bookings (&load, FOYER_BOOKING_PENDING, add_pending, error)
          || !load_bookings (&load, FOYER_BOOKING_COUNTERED, add_countered, error)))
    return NULL;
  g_ptr_array_sort (calendar->spans, compare_spans);
  return g_steal_pointer (&calendar);
}

void
foyer_calendar_free (FoyerCalendar *calendar)
{
  if (calendar == NULL)
    return;
  g_clear_pointer (&calendar->spans, g_ptr_array_unref);
  g_free (calendar);
}

static gboolean
is_same (const char *id, const char *other)
{
  return id != NULL && g_strcmp0 (id, other) == 0;
}

gboolean
foyer_span_stands_against (const FoyerSpan *span, FoyerRecord *booking)
{
  const char *id;
  const char *visit_id;

  if (booking == NULL)
    return TRUE;
  id = foyer_record_get_id (booking);
  visit_id = foyer_booking_get_visit_id (booking);
  if (span->kind == FOYER_SPAN_VISIT)
    return !is_same (visit_id, foyer_record_get_id (span->record))
           && !is_same (foyer_visit_get_booking_id (span->record), id);
  if (is_same (id, foyer_record_get_id (span->record))
      || is_same (visit_id, foyer_booking_get_visit_id (span->record)))
    return FALSE;
  return span->kind != FOYER_SPAN_HELD
         || foyer_booking_get_requested_at (span->record) <= foyer_booking_get_requested_at (booking);
}

static gboolean
overlaps (const FoyerSpan *span, gint64 start, gint64 end)
{
  return span->start < end && span->end > start;
}

static gboolean
takes (const FoyerSpan *span, const char *crew_id)
{
  if (crew_id == NULL)
    return span->crew_ids[0] == NULL;
  return g_strv_contains ((const char *const *) span->crew_ids, crew_id);
}

const FoyerSpan *
foyer_calendar_find (FoyerCalendar *calendar,
                     const char *crew_id,
                     gint64 start,
                     gint64 end,
                     FoyerRecord *booking)
{
  for (guint i = 0; i < calendar->spans->len; i++) {
    const FoyerSpan *span = calendar->spans->pdata[i];

    if (overlaps (span, start, end) && takes (span, crew_id) && foyer_span_stands_against (span, booking))
      return span;
  }
  return NULL;
}

/* Visits that the office has not given to anybody yet may still go anywhere; those of bookings were promised. */
static gboolean
needs_somebody (const FoyerSpan *span)
{
  return span->crew_ids[0] == NULL
         && (span->kind != FOYER_SPAN_VISIT
             || foyer_visit_get_origin (span->record) == FOYER_VISIT_BY_BOOKING);
}

guint
foyer_calendar_count_unassigned (FoyerCalendar *calendar, gint64 start, gint64 end, FoyerRecord *booking)
{
  guint count = 0;

  for (guint i = 0; i < calendar->spans->len; i++) {
    const FoyerSpan *span = calendar->spans->pdata[i];

    count
        += overlaps (span, start, end) && needs_somebody (span) && foyer_span_stands_against (span, booking);
  }
  return count;
}

guint
foyer_calendar_count_self_booked (FoyerCalendar *calendar, gint64 from, gint64 until, FoyerRecord *booking)
{
  g_autoptr (GHashTable) counted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < calendar->spans->len; i++) {
    const FoyerSpan *span = calendar->spans->pdata[i];

    /* A booking may hold several offered times of one day. */
    if (span->self_booked && span->start >= from && span->start < until
        && foyer_span_stands_against (span, booking))
      g_hash_table_add (counted, (gpointer) foyer_record_get_id (span->record));
  }
  return g_hash_table_size (counted);
}
