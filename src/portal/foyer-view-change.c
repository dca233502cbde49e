/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-change.c - what this viewer may do with a visit that is to come, and the times to which it can be moved */

#include "foyer-view-context.h"

#include "foyer-booking-transition.h"
#include "foyer-json.h"
#include "foyer-portal-view.h"
#include "foyer-settings.h"
#include "foyer-slots.h"
#include "foyer-visit-change.h"
#include "types/booking.h"
#include "types/portal_settings.h"
#include "types/review.h"
#include "types/visit.h"

static FoyerFinding *
judge (FoyerViewContext *context, FoyerRecord *visit, FoyerVisitChange change)
{
  /* The page has words of its own for each rule. */
  return foyer_visit_change_check (context->settings, visit, change, context->now, "en-US", "en-US");
}

/* The wish to move the visit that still waits for an answer, if there is one: two at once would be a riddle. */
static char *
find_open_move (FoyerViewContext *context, const char *visit_id)
{
  g_autoptr (GPtrArray) bookings
      = foyer_view_context_list (context,
                                 foyer_view_query (&foyer_booking_type, "visitId", visit_id, "start"));

  for (guint i = 0; i < bookings->len; i++) {
    FoyerRecord *booking = bookings->pdata[i];

    if (foyer_booking_get_kind (booking) != FOYER_BOOKING_NEW
        && foyer_booking_is_open ((FoyerBookingStatus) foyer_booking_get_status (booking)))
      return g_strdup (foyer_record_get_id (booking));
  }
  return NULL;
}

void
foyer_view_add_change (JsonObject *object, FoyerViewContext *context, FoyerRecord *visit)
{
  g_autoptr (FoyerFinding) move = NULL;
  g_autoptr (FoyerFinding) give_back = NULL;
  g_autofree char *open_move = NULL;
  JsonObject *change;

  if (!foyer_portal_access_may (context->access, FOYER_PERMISSION_BOOK)
      || foyer_visit_get_status (visit) != FOYER_VISIT_SCHEDULED)
    return;
  move = judge (context, visit, FOYER_VISIT_MOVE);
  give_back = judge (context, visit, FOYER_VISIT_GIVE_BACK);
  open_move = find_open_move (context, foyer_record_get_id (visit));
  change = json_object_new ();
  foyer_view_set_true_if (change, "mayMove", move->verdict == FOYER_VERDICT_PASS && open_move == NULL);
  foyer_view_set_true_if (change, "atOnce",
                          foyer_portal_settings_get_booking_mode (context->settings)
                              == FOYER_BOOKING_MODE_AUTO);
  foyer_view_set_true_if (change, "mayCancel", give_back->verdict == FOYER_VERDICT_PASS);
  foyer_view_set_text_if (change, "openMove", open_move);
  if (give_back->verdict != FOYER_VERDICT_PASS)
    json_object_set_string_member (change, "whyNot", give_back->rule);
  else if (move->verdict != FOYER_VERDICT_PASS)
    json_object_set_string_member (change, "whyNotMove", move->rule);
  foyer_view_set_time (change, "until", foyer_visit_change_until (context->settings, visit));
  json_object_set_object_member (object, "change", change);
}

void
foyer_view_add_review (JsonObject *object, FoyerViewContext *context, FoyerRecord *visit)
{
  g_autoptr (GPtrArray) reviews
      = foyer_view_context_list (context, foyer_view_query (&foyer_review_type, "visitId",
                                                            foyer_record_get_id (visit), "at"));
  JsonObject *review;

  if (reviews->len == 0) {
    foyer_view_set_true_if (object, "mayReview",
                            foyer_portal_access_may (context->access, FOYER_PERMISSION_RAISE_REQUESTS)
                                && foyer_visit_may_be_reviewed (context->settings, visit, context->now));
    return;
  }
  review = json_object_new ();
  FOYER_VIEW_COPY (review, reviews->pdata[0], foyer_review_field_rating, foyer_review_field_comment,
                   foyer_review_field_answer);
  if (foyer_review_get_rating (reviews->pdata[0]) == FOYER_REVIEW_GREAT)
    foyer_view_set_text_if (review, "publicUrl",
                            foyer_portal_settings_get_portal_review_url (context->settings));
  json_object_set_object_member (object, "review", review);
}

gboolean
foyer_portal_view_add_moves (JsonObject *view,
                             FoyerRecordSource *source,
                             FoyerRecord *settings,
                             const char *visit_id,
                             gint64 now,
                             GError **error)
{
  JsonObject *zone_object = foyer_json_object_object (view, "zone");
  g_autoptr (FoyerRecord) complete = foyer_settings_complete (settings, error);
  g_autoptr (FoyerRecord) visit = NULL;
  g_autoptr (FoyerZone) zone = NULL;
  g_autoptr (GPtrArray) slots = NULL;

  if (complete == NULL || !foyer_record_source_look_up (source, &foyer_visit_type, visit_id, &visit, error))
    return FALSE;
  zone = foyer_zone_new (foyer_json_object_text (zone_object, "name"), error);
  if (zone == NULL)
    return FALSE;
  if (visit == NULL)
    return TRUE;
  slots = foyer_slots_list_moves (source, visit, foyer_settings_first_start (complete, now),
                                  foyer_settings_last_start (complete, now), now, error);
  if (slots == NULL)
    return FALSE;
  json_object_set_array_member (
      view, "days",
      foyer_view_make_days (slots, foyer_portal_settings_get_booking_window_minutes (complete) * 60, zone));
  return TRUE;
}
