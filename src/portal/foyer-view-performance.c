/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-performance.c - how well a plan was kept: visits done, on time and with proof, in a year and month by month (002-18…21) */

#include "foyer-view-context.h"

#include "types/plan.h"
#include "types/portal_settings.h"
#include "types/visit.h"

#include <string.h>

#define DAYS 365
#define MONTHS 6

/* Counted are visits whose time has come. What the client called off, or what was skipped, counts for nobody. */
typedef struct {
  gint64 planned;
  gint64 done;
  gint64 arrived; /* done, and somebody wrote down when they came */
  gint64 on_time;
  gint64 proved;
} Counts;

static gboolean
is_counted (FoyerRecord *visit, gint64 now)
{
  switch (foyer_visit_get_status (visit)) {
  case FOYER_VISIT_DONE:
    return TRUE;
  case FOYER_VISIT_SCHEDULED:
  case FOYER_VISIT_EN_ROUTE:
    return foyer_visit_get_end (visit) < now;
  case FOYER_VISIT_CANCELLED:
    return !FOYER_HAS (visit, visit, cancelled_by)
           || foyer_visit_get_cancelled_by (visit) != (int) FOYER_SOURCE_PORTAL;
  case FOYER_VISIT_SKIPPED:
  default:
    return FALSE;
  }
}

/* The crew came inside the window that the client was told, or before it. */
static gboolean
was_on_time (FoyerRecord *visit, FoyerViewContext *context)
{
  gint64 end = foyer_visit_get_start (visit)
               + foyer_portal_settings_get_booking_window_minutes (context->settings) * 60;

  if (FOYER_HAS (visit, visit, window_end))
    end = foyer_visit_get_window_end (visit);
  return foyer_visit_get_arrived_at (visit) <= end;
}

static void
count_visit (Counts *counts, FoyerRecord *visit, FoyerViewContext *context)
{
  counts->planned += 1;
  if (foyer_visit_get_status (visit) != FOYER_VISIT_DONE)
    return;
  counts->done += 1;
  counts->proved += foyer_visit_get_has_proof (visit);
  if (!FOYER_HAS (visit, visit, arrived_at))
    return;
  counts->arrived += 1;
  counts->on_time += was_on_time (visit, context);
}

static void
set_counts (JsonObject *object, const Counts *counts, gboolean shows_proof)
{
  json_object_set_int_member (object, "planned", counts->planned);
  json_object_set_int_member (object, "done", counts->done);
  json_object_set_int_member (object, "arrived", counts->arrived);
  json_object_set_int_member (object, "onTime", counts->on_time);
  if (shows_proof)
    json_object_set_int_member (object, "proved", counts->proved);
}

static int
months_before (const FoyerDate *date, const FoyerDate *today)
{
  return (today->year - date->year) * 12 + today->month - date->month;
}

static void
set_months (JsonObject *object, FoyerViewContext *context, const Counts *months, gboolean shows_proof)
{
  JsonArray *list = json_array_new ();

  for (int before = MONTHS - 1; before >= 0; before--) {
    int month = context->today.year * 12 + context->today.month - 1 - before;
    FoyerDate first = { .year = month / 12, .month = month % 12 + 1, .day = 1 };
    g_autofree char *text = foyer_date_format (&first);
    JsonObject *entry = json_object_new ();

    json_object_set_string_member (entry, "month", text);
    set_counts (entry, &months[before], shows_proof);
    json_array_add_object_element (list, entry);
  }
  json_object_set_array_member (object, "months", list);
}

void
foyer_view_add_performance (JsonObject *object, FoyerViewContext *context, const char *plan_id)
{
  gint64 since = context->now - (gint64) DAYS * FOYER_SECONDS_PER_DAY;
  gboolean shows_proof = foyer_portal_access_has_scope (context->access, FOYER_SCOPE_PROOF);
  Counts year = { 0 };
  Counts months[MONTHS] = { { 0 } };
  FoyerQuery *query;
  g_autoptr (GPtrArray) visits = NULL;
  JsonObject *performance;

  if (plan_id == NULL || !foyer_view_sees_visits (context))
    return;
  query = foyer_query_new (&foyer_visit_type);
  foyer_query_where_text (query, "planId", plan_id);
  foyer_query_where_number (query, "start", FOYER_COMPARE_AT_LEAST, since);
  foyer_query_where_number (query, "start", FOYER_COMPARE_LESS, context->now);
  visits = foyer_view_context_list (context, query);
  for (guint i = 0; i < visits->len; i++) {
    FoyerRecord *visit = g_ptr_array_index (visits, i);
    FoyerDate day = foyer_zone_to_local (context->zone, foyer_visit_get_start (visit)).date;
    int before = months_before (&day, &context->today);

    if (!is_counted (visit, context->now) || !foyer_view_shows (context, visit))
      continue;
    count_visit (&year, visit, context);
    if (before >= 0 && before < MONTHS)
      count_visit (&months[before], visit, context);
  }
  if (year.planned == 0)
    return;
  performance = json_object_new ();
  set_counts (performance, &year, shows_proof);
  set_months (performance, context, months, shows_proof);
  json_object_set_object_member (object, "performance", performance);
}
