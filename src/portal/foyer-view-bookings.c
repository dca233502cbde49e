/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-view-bookings.c - the viewer's own bookings, and what the office answered */

#include "foyer-view-list.h"

#include "foyer-booking-transition.h"
#include "foyer-json.h"
#include "foyer-portal-view.h"
#include "types/booking.h"
#include "types/portal_settings.h"
#include "types/service.h"
#include "types/staff_member.h"

#define LIMIT 40

static const char *const statuses[] = {
  "pending", "countered", "approved", "declined", "withdrawn", "cancelled", "expired", NULL,
};
static const char *const kinds[] = { "new", "reschedule", "cancel", NULL };

/* What the client is told is when somebody arrives, not until when they are taken (000-30). */
static void
set_window (JsonObject *object, gint64 start, FoyerViewContext *context)
{
  gint64 window = foyer_portal_settings_get_booking_window_minutes (context->settings) * 60;

  foyer_view_set_time (object, "start", start);
  foyer_view_set_time (object, "until", start + window);
}

/* Reads `{start, end, crewId}` of an offer. */
static void
add_offer (JsonArray *list, JsonNode *node, FoyerViewContext *context)
{
  JsonObject *offer = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *object;
  const char *start
      = offer != NULL ? json_object_get_string_member_with_default (offer, "start", NULL) : NULL;
  gint64 seconds;

  if (start == NULL || !foyer_utc_parse (start, &seconds, NULL))
    return;

  object = json_object_new ();
  set_window (object, seconds, context);
  foyer_view_set_crew (object, context, json_object_get_string_member_with_default (offer, "crewId", NULL),
                       NULL);
  json_array_add_object_element (list, object);
}

static void
set_offers (JsonObject *object, FoyerRecord *booking, FoyerViewContext *context)
{
  g_autoptr (JsonNode) node = foyer_booking_get_offers (booking);
  JsonArray *offers = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonArray *list;

  if (offers == NULL)
    return;

  list = json_array_new ();
  for (guint i = 0; i < json_array_get_length (offers); i++)
    add_offer (list, json_array_get_element (offers, i), context);
  json_object_set_array_member (object, "offers", list);
  if (FOYER_HAS (booking, booking, offers_until))
    foyer_view_set_time (object, "offersUntil", foyer_booking_get_offers_until (booking));
}

/* The answer of the office: who, when and in which words. */
static void
set_answer (JsonObject *object, FoyerRecord *booking, FoyerViewContext *context)
{
  FoyerRecord *staff
      = foyer_view_context_get (context, &foyer_staff_member_type, foyer_booking_get_decided_by (booking));
  int status = foyer_booking_get_status (booking);

  if (FOYER_HAS (booking, booking, decided_at))
    foyer_view_set_time (object, "decidedAt", foyer_booking_get_decided_at (booking));
  if (staff != NULL)
    foyer_view_set_text_if (object, "decidedBy", foyer_staff_member_get_name (staff));
  foyer_view_set_text_if (object, "message", foyer_booking_get_message (booking));
  if (status == FOYER_BOOKING_DECLINED || status == FOYER_BOOKING_CANCELLED)
    foyer_view_set_text_if (object, "reason", foyer_booking_get_reason (booking));
  if (status == FOYER_BOOKING_COUNTERED)
    set_offers (object, booking, context);
  if (status == FOYER_BOOKING_APPROVED)
    foyer_view_set_crew (object, context, foyer_booking_get_crew_id (booking), NULL);
}

static JsonObject *
make_booking (FoyerViewContext *context, FoyerRecord *booking, gboolean is_whole)
{
  FoyerRecord *service
      = foyer_view_context_get (context, &foyer_service_type, foyer_booking_get_service_id (booking));
  JsonObject *object = json_object_new ();
  const char *person_id = foyer_booking_get_person_id (booking);
  int status = foyer_booking_get_status (booking);
  gboolean is_open = status >= 0 && foyer_booking_is_open (status);

  json_object_set_string_member (object, "id", foyer_record_get_id (booking));
  foyer_view_set_word (object, "kind", kinds, foyer_booking_get_kind (booking));
  foyer_view_set_word (object, "status", statuses, status);
  if (FOYER_HAS (booking, booking, number))
    json_object_set_int_member (object, "number", foyer_booking_get_number (booking));
  if (service != NULL) {
    foyer_view_set_text_if (object, "service", foyer_service_get_name (service));
    foyer_view_set_text_if (object, "serviceId", foyer_record_get_id (service));
  }
  foyer_view_set_property (object, context, foyer_booking_get_property_id (booking));
  set_window (object, foyer_booking_get_start (booking), context);
  foyer_view_set_time (object, "requestedAt", foyer_booking_get_requested_at (booking));
  foyer_view_set_true_if (object, "mine",
                          person_id != NULL && g_strcmp0 (person_id, context->viewer->person_id) == 0);
  foyer_view_set_text_if (object, "note", foyer_booking_get_note (booking));
  foyer_view_set_text_if (object, "visit", foyer_booking_get_visit_id (booking));
  if (is_open && FOYER_HAS (booking, booking, expires_at))
    foyer_view_set_time (object, "expiresAt", foyer_booking_get_expires_at (booking));
  foyer_view_set_true_if (object, "held",
                          is_open && foyer_portal_settings_get_booking_pending_holds (context->settings));
  foyer_view_set_true_if (object, "past", foyer_booking_get_end (booking) <= context->now);
  foyer_view_set_true_if (object, "mayWithdraw",
                          is_open && foyer_portal_access_may (context->access, FOYER_PERMISSION_BOOK)
                              && foyer_booking_may_become (status, FOYER_BOOKING_WITHDRAWN,
                                                           FOYER_ACTOR_CLIENT,
                                                           FOYER_HAS (booking, booking, told_at)));
  set_answer (object, booking, context);
  return object;
}

/* What they asked for themselves they may see even if it names no site. */
static gboolean
sees_booking (FoyerViewContext *context, FoyerRecord *booking)
{
  const char *person_id = foyer_booking_get_person_id (booking);

  return foyer_portal_access_shows_property (context->access, foyer_booking_get_property_id (booking))
         || (person_id != NULL && g_strcmp0 (person_id, context->viewer->person_id) == 0);
}

void
foyer_view_add_bookings (JsonObject *view, FoyerViewContext *context)
{
  static const FoyerViewList list = { "bookings", LIMIT, sees_booking, make_booking, FOYER_VIEW_BOOKINGS };
  FoyerQuery *query;

  if (!foyer_portal_access_has_scope (context->access, FOYER_SCOPE_VISITS))
    return;

  query = foyer_query_new (&foyer_booking_type);
  foyer_query_where_text (query, "clientId", context->viewer->client_id);
  foyer_query_order (query, "start", TRUE);
  foyer_view_add_list (view, context, &list, query);
}

static void
add_booking (JsonObject *view, FoyerViewContext *context, const char *id)
{
  FoyerRecord *booking = foyer_view_context_get (context, &foyer_booking_type, id);
  JsonArray *list = foyer_json_object_array (view, "bookings");

  if (booking != NULL && list != NULL && sees_booking (context, booking)
      && g_strcmp0 (foyer_booking_get_client_id (booking), context->viewer->client_id) == 0)
    json_array_add_object_element (list, make_booking (context, booking, TRUE));
}

gboolean
foyer_portal_view_add_booking (JsonObject *view,
                               FoyerRecordSource *source,
                               const FoyerPortalViewer *viewer,
                               FoyerRecord *settings,
                               const char *id,
                               gint64 now,
                               GError **error)
{
  g_auto (FoyerViewContext) context = { 0 };

  if (foyer_portal_view_get_state (view) != FOYER_PORTAL_OPEN || id == NULL
      || foyer_portal_view_find (view, "bookings", id) != NULL)
    return TRUE;
  if (!foyer_view_context_open (&context, source, viewer, settings, now, error))
    return FALSE;
  add_booking (view, &context, id);
  if (context.failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&context.failure));
  return FALSE;
}
