/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-visits.c - the visits that a view shows: what is next and what was done */

#include "foyer-view-list.h"

#include "types/portal_settings.h"
#include "types/visit.h"

#define UPCOMING_LIMIT 50
#define PAST_LIMIT 30
#define DONE_LIMIT 3

const FoyerViewList foyer_view_record_visits = { "visits", FOYER_VIEW_LIMIT, .make = foyer_view_make_visit };

static gboolean
is_upcoming (FoyerViewContext *context, FoyerRecord *visit)
{
  int status = foyer_visit_get_status (visit);

  return (status == FOYER_VISIT_SCHEDULED || status == FOYER_VISIT_EN_ROUTE)
         && foyer_visit_get_end (visit) > context->now && foyer_view_shows (context, visit);
}

static gboolean
is_past (FoyerViewContext *context, FoyerRecord *visit)
{
  int status = foyer_visit_get_status (visit);

  return (status == FOYER_VISIT_DONE || status == FOYER_VISIT_CANCELLED
          || (status == FOYER_VISIT_SCHEDULED && foyer_visit_get_end (visit) <= context->now))
         && foyer_view_shows (context, visit);
}

/* Clients are told a window of arrival, not when the crew is taken (000-30). */
static void
set_window (JsonObject *object, FoyerRecord *visit, FoyerViewContext *context)
{
  gint64 start = foyer_visit_get_start (visit);
  gint64 end = start + foyer_portal_settings_get_booking_window_minutes (context->settings) * 60;

  if (FOYER_HAS (visit, visit, window_start))
    start = foyer_visit_get_window_start (visit);
  if (FOYER_HAS (visit, visit, window_end))
    end = foyer_visit_get_window_end (visit);
  foyer_view_set_time (object, "start", start);
  foyer_view_set_time (object, "until", MAX (start, end));
}

JsonObject *
foyer_view_make_visit (FoyerViewContext *context, FoyerRecord *visit, gboolean is_whole)
{
  static const char *const statuses[] = { "scheduled", "en_route", "done", "cancelled", "skipped", NULL };
  static const char *const sources[] = { "office", "portal", "server", NULL };
  JsonObject *object = json_object_new ();
  g_auto (GStrv) helper_ids = foyer_visit_get_helper_ids (visit);
  int status = foyer_visit_get_status (visit);

  json_object_set_string_member (object, "id", foyer_record_get_id (visit));
  json_object_set_string_member (object, "title", foyer_visit_get_title (visit));
  foyer_view_set_word (object, "status", statuses, status);
  set_window (object, visit, context);
  foyer_view_set_property (object, context, foyer_visit_get_property_id (visit));
  foyer_view_set_text_if (object, "booking", foyer_visit_get_booking_id (visit));
  if (status != FOYER_VISIT_CANCELLED)
    foyer_view_set_crew (object, context, foyer_visit_get_crew_id (visit), helper_ids);
  else
    foyer_view_set_word (object, "cancelledBy", sources, foyer_visit_get_cancelled_by (visit));
  if (foyer_portal_access_has_scope (context->access, FOYER_SCOPE_PHOTOS) && status == FOYER_VISIT_DONE
      && foyer_visit_get_released_count (visit) > 0)
    json_object_set_int_member (object, "photos", foyer_visit_get_released_count (visit));
  if (foyer_portal_access_has_scope (context->access, FOYER_SCOPE_PROOF))
    foyer_view_set_true_if (object, "proof", foyer_visit_get_has_proof (visit));
  if (is_whole)
    foyer_view_add_visit_details (object, context, visit);
  return object;
}

static FoyerQuery *
query_of_client (FoyerViewContext *context)
{
  FoyerQuery *query = foyer_query_new (&foyer_visit_type);

  foyer_query_where_text (query, "clientId", context->viewer->client_id);
  return query;
}

/* By its start, as lists show it. */
static int
compare_start (gconstpointer a, gconstpointer b)
{
  gint64 first = foyer_visit_get_start (*(FoyerRecord *const *) a);
  gint64 second = foyer_visit_get_start (*(FoyerRecord *const *) b);

  return first < second ? -1 : first > second;
}

/* What is not over is found by its end, so that nothing of what is over is read. */
static void
add_upcoming (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList list
      = { "upcoming", UPCOMING_LIMIT, is_upcoming, foyer_view_make_visit, FOYER_VIEW_UPCOMING };
  g_autoptr (FoyerQuery) query = query_of_client (context);
  g_autoptr (GPtrArray) visits = NULL;
  JsonArray *array = json_array_new ();

  foyer_query_where_number (query, "end", FOYER_COMPARE_AT_LEAST, context->now);
  foyer_query_order (query, "end", FALSE);
  visits = foyer_view_take_page (view, context, &list, &query, 1);
  g_ptr_array_sort (visits, compare_start);
  for (guint i = 0; i < visits->len; i++)
    json_array_add_object_element (array, foyer_view_make_visit (context, visits->pdata[i], FALSE));
  json_object_set_array_member (view, list.name, array);
}

void
foyer_view_add_visits (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList past = { "past", PAST_LIMIT, is_past, foyer_view_make_visit, FOYER_VIEW_PAST };
  static const FoyerViewList done = { "done", DONE_LIMIT, NULL, foyer_view_make_visit, FOYER_VIEW_DONE };
  FoyerQuery *query;

  if (!foyer_view_sees_visits (context))
    return;

  add_upcoming (view, context);
  query = query_of_client (context);
  foyer_query_order (query, "start", TRUE);
  foyer_view_add_list (view, context, &past, query);
  query = query_of_client (context);
  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_VISIT_DONE);
  foyer_query_order (query, "start", TRUE);
  foyer_view_add_first (view, context, &done, query);
}
