/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-site-visit.c - a client moves or cancels a visit, inside the window that is theirs (000-40, 000-42) */

#include "site/foyer-site-steps.h"

#include "effects/foyer-effects.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-json.h"
#include "foyer-portal-calendar.h"
#include "types/booking.h"
#include "types/visit.h"

#include <string.h>

static JsonObject *
get_change (FoyerSiteTurn *turn)
{
  JsonObject *visit = foyer_portal_view_get_record (turn->view, &foyer_visit_type, turn->argument);

  return visit == NULL ? NULL : foyer_json_object_object (visit, "change");
}

static gboolean
may (FoyerSiteTurn *turn, const char *what)
{
  JsonObject *change = get_change (turn);

  return change != NULL && foyer_json_object_boolean (change, what, FALSE);
}

static FoyerHttpResponse *
show_visit (FoyerSiteTurn *turn, FoyerPageProblem problem, const char *words)
{
  FoyerPageRequest page
      = { .kind = FOYER_PAGE_VISIT, .record_id = turn->argument, .problem = problem, .note = words };

  return foyer_site_turn_show (turn, &page);
}

/* --- In their calendar --- */

FoyerHttpResponse *
foyer_site_send_calendar (FoyerSiteTurn *turn, GError **error)
{
  g_autofree char *file = NULL;
  FoyerHttpResponse *response;

  if (!foyer_site_turn_add_record (turn, &foyer_visit_type, error))
    return NULL;
  file
      = foyer_portal_calendar (turn->view, turn->argument, turn->context->portal_url, turn->transaction->now);
  if (file == NULL)
    return foyer_site_turn_show_kind (turn, FOYER_PAGE_NOT_FOUND);
  response = foyer_http_response_new (200, "text/calendar; charset=utf-8", g_bytes_new (file, strlen (file)));
  foyer_http_response_set_file_name (response, "visit.ics");
  return response;
}

/* --- Another time --- */

static FoyerHttpResponse *
show_times (FoyerSiteTurn *turn, FoyerPageProblem problem, gint64 start, const char *note, GError **error)
{
  FoyerPageRequest page = { .kind = FOYER_PAGE_VISIT_TIME,
                            .record_id = turn->argument,
                            .problem = problem,
                            .start = start,
                            .note = note };

  if (!foyer_portal_view_add_moves (turn->view, turn->transaction->source, turn->settings, turn->argument,
                                    turn->transaction->now, error))
    return NULL;
  return foyer_site_turn_show (turn, &page);
}

/* Whoever comes by an old link to a visit that cannot be moved any more sees why not. */
FoyerHttpResponse *
foyer_site_ask_time (FoyerSiteTurn *turn, GError **error)
{
  FoyerPageRequest request = foyer_site_turn_ask (turn, FOYER_PAGE_VISIT_TIME);

  if (!foyer_site_turn_add (turn, &request, error))
    return NULL;
  if (foyer_portal_page_choose (turn->view, &request) == FOYER_PAGE_VISIT)
    return foyer_site_turn_go_to ("visits", turn->argument);
  return foyer_site_turn_show (turn, &request);
}

/* The wish that this very form has made already: it waits, or was granted at once. */
static gboolean
find_twin (FoyerSiteTurn *turn, gint64 start, char **id, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);
  g_autoptr (GPtrArray) bookings = NULL;

  foyer_query_where_text (query, "visitId", turn->argument);
  bookings = foyer_record_source_list (turn->transaction->source, query, error);
  if (bookings == NULL)
    return FALSE;
  *id = NULL;
  for (guint i = 0; i < bookings->len; i++) {
    FoyerRecord *booking = bookings->pdata[i];
    int status = foyer_booking_get_status (booking);

    if (foyer_booking_get_kind (booking) == FOYER_BOOKING_RESCHEDULE
        && foyer_booking_get_start (booking) == start
        && (status == FOYER_BOOKING_PENDING || status == FOYER_BOOKING_APPROVED) && *id == NULL)
      *id = g_strdup (foyer_record_get_id (booking));
  }
  return TRUE;
}

static FoyerHttpResponse *
ask_for_slot (FoyerSiteTurn *turn,
              FoyerRecord *visit,
              const FoyerSlot *slot,
              const char *note,
              GError **error)
{
  g_autoptr (JsonObject) booking = foyer_site_booking_make (turn, "reschedule", slot, note);

  json_object_set_string_member (booking, "visitId", turn->argument);
  json_object_set_string_member (booking, "serviceId", foyer_visit_get_service_id (visit));
  if (foyer_visit_get_property_id (visit) != NULL)
    json_object_set_string_member (booking, "propertyId", foyer_visit_get_property_id (visit));
  return foyer_site_booking_place (turn, booking, error);
}

static FoyerHttpResponse *
try_slot (FoyerSiteTurn *turn, gint64 start, const char *note, GError **error)
{
  FoyerRecordSource *source = turn->transaction->source;
  g_autoptr (FoyerRecord) visit = foyer_record_source_get (source, &foyer_visit_type, turn->argument, error);
  g_autoptr (FoyerSlot) slot = NULL;
  g_autoptr (GError) failure = NULL;

  if (visit == NULL)
    return NULL;
  if (start != 0)
    slot = foyer_slots_find_move (source, visit, start, turn->transaction->now, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (slot == NULL)
    return show_times (turn, start == 0 ? FOYER_PROBLEM_CHOICE : FOYER_PROBLEM_TAKEN, start, note, error);
  if (!foyer_site_booking_note_is_good (note))
    return show_times (turn, FOYER_PROBLEM_NOTE, start, note, error);
  return ask_for_slot (turn, visit, slot, note, error);
}

FoyerHttpResponse *
foyer_site_move_visit (FoyerSiteTurn *turn, GError **error)
{
  const char *text = foyer_site_turn_field (turn, "start");
  g_autofree char *note = foyer_site_turn_words (turn, "note");
  g_autofree char *twin = NULL;
  gint64 start;

  if (text == NULL || !foyer_utc_parse (text, &start, NULL))
    start = 0;
  if (!find_twin (turn, start, &twin, error))
    return NULL;
  if (twin != NULL)
    return foyer_site_turn_go_to ("bookings", twin);
  if (!may (turn, "mayMove"))
    return show_visit (turn, FOYER_PROBLEM_CHANGED, NULL);
  return try_slot (turn, start, note, error);
}

/* --- Given back --- */

static FoyerHttpResponse *
cancel (FoyerSiteTurn *turn, const char *why, GError **error)
{
  g_autoptr (FoyerRecord) visit
      = foyer_record_source_get (turn->transaction->source, &foyer_visit_type, turn->argument, error);
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;
  g_autoptr (JsonObject) refusal = NULL;

  if (visit == NULL)
    return NULL;
  before = foyer_record_to_json (visit);
  after = foyer_json_copy_object (before);
  json_object_set_string_member (after, "status", "cancelled");
  if (why != NULL)
    json_object_set_string_member (after, "cancelReason", why);
  if (!foyer_effects_apply (turn->transaction, &foyer_visit_type, before, after, &refusal)) {
    g_set_error (error, FOYER_DATABASE_ERROR, FOYER_DATABASE_ERROR_FAILED, "A visit was not cancelled: %s",
                 foyer_json_object_text (refusal, "description"));
    return NULL;
  }
  if (!foyer_site_turn_put (turn, &foyer_visit_type, after, error)
      || !foyer_site_turn_note_seen (turn, error))
    return NULL;
  return foyer_site_turn_go_to ("visits", turn->argument);
}

FoyerHttpResponse *
foyer_site_cancel_visit (FoyerSiteTurn *turn, GError **error)
{
  JsonObject *shown = foyer_portal_view_get_record (turn->view, &foyer_visit_type, turn->argument);
  const FoyerField *field = foyer_record_type_field (&foyer_visit_type, "cancelReason");
  g_autofree char *why = foyer_site_turn_words (turn, "why");

  if (g_strcmp0 (foyer_json_object_text (shown, "status"), "cancelled") == 0)
    return foyer_site_turn_go_to ("visits", turn->argument);
  if (!may (turn, "mayCancel"))
    return show_visit (turn, FOYER_PROBLEM_CHANGED, NULL);
  if (why != NULL && !foyer_field_accepts_text (field, why))
    return show_visit (turn, FOYER_PROBLEM_NOTE, why);
  return cancel (turn, why, error);
}
