/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-visits.c - the visits that a view shows: what is next and what was done */

#include "foyer-view-context.h"

#include "types/portal_settings.h"
#include "types/visit.h"

#define UPCOMING_LIMIT 50
#define PAST_LIMIT 30

static gboolean
is_upcoming (FoyerRecord *visit, gint64 now)
{
  int status = foyer_visit_get_status (visit);

  return (status == FOYER_VISIT_SCHEDULED || status == FOYER_VISIT_EN_ROUTE)
         && foyer_visit_get_end (visit) > now;
}

static gboolean
is_past (FoyerRecord *visit, gint64 now)
{
  int status = foyer_visit_get_status (visit);

  return status == FOYER_VISIT_DONE || status == FOYER_VISIT_CANCELLED
         || (status == FOYER_VISIT_SCHEDULED && foyer_visit_get_end (visit) <= now);
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

static JsonArray *
list_visits (FoyerViewContext *context,
             FoyerQuery *query,
             gboolean (*belongs) (FoyerRecord *visit, gint64 now),
             guint limit)
{
  g_autoptr (GPtrArray) visits = foyer_view_context_list (context, query);
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < visits->len && json_array_get_length (list) < limit; i++) {
    FoyerRecord *visit = g_ptr_array_index (visits, i);

    if (belongs (visit, context->now) && foyer_view_shows (context, visit))
      json_array_add_object_element (list, foyer_view_make_visit (context, visit, FALSE));
  }
  return list;
}

void
foyer_view_add_visits (JsonObject *view, FoyerViewContext *context)
{
  FoyerQuery *upcoming;
  FoyerQuery *past;

  if (!foyer_view_sees_visits (context))
    return;

  upcoming = query_of_client (context);
  foyer_query_where_number (upcoming, "end", FOYER_COMPARE_AT_LEAST, context->now);
  foyer_query_order (upcoming, "start", FALSE);
  foyer_query_limit (upcoming, 2 * UPCOMING_LIMIT);
  json_object_set_array_member (view, "upcoming",
                                list_visits (context, upcoming, is_upcoming, UPCOMING_LIMIT));

  /* Twice as many as are shown, since those of other sites and those that were skipped drop out. */
  past = query_of_client (context);
  foyer_query_order (past, "start", TRUE);
  foyer_query_limit (past, 2 * (PAST_LIMIT + UPCOMING_LIMIT));
  json_object_set_array_member (view, "past", list_visits (context, past, is_past, PAST_LIMIT));
}
