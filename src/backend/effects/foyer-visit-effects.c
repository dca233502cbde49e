/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-visit-effects.c - a visit that is cancelled takes along the bookings that it came of or that were to change it */

#include "effects/foyer-effects.h"

#include "effects/foyer-effect-mails.h"
#include "effects/foyer-system-lines.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "types/booking.h"
#include "types/visit.h"

#include <string.h>

static gboolean
is_cancelled (JsonObject *visit)
{
  return visit != NULL && g_strcmp0 (foyer_json_object_text (visit, "status"), "cancelled") == 0;
}

/* What was granted is cancelled with it; what still waits has nothing to wait for. */
static gboolean
end_booking (FoyerTransaction *transaction, FoyerRecord *booking, GError **error)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (booking);
  g_autofree char *now = foyer_utc_format (transaction->now);
  g_autoptr (FoyerRecord) stored = NULL;
  FoyerBookingStatus status = (FoyerBookingStatus) foyer_booking_get_status (booking);

  if (foyer_booking_may_become (status, FOYER_BOOKING_CANCELLED, FOYER_ACTOR_SERVER, FALSE))
    json_object_set_string_member (json, "status", "cancelled");
  else if (foyer_booking_is_open (status))
    json_object_set_string_member (json, "status", "expired");
  else
    return TRUE;
  json_object_set_string_member (json, "decidedAt", now);
  stored = foyer_transaction_put (transaction, &foyer_booking_type, json, error);
  return stored != NULL;
}

gboolean
foyer_visit_effects_end_bookings (FoyerTransaction *transaction,
                                  JsonObject *visit,
                                  const char *but_id,
                                  GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);
  g_autoptr (GPtrArray) bookings = NULL;

  foyer_query_where_text (query, "visitId", foyer_json_object_text (visit, "id"));
  bookings = foyer_record_source_list (transaction->source, query, error);
  if (bookings == NULL)
    return FALSE;
  for (guint i = 0; i < bookings->len; i++) {
    if (g_strcmp0 (foyer_record_get_id (bookings->pdata[i]), but_id) != 0
        && !end_booking (transaction, bookings->pdata[i], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
cancel (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, GError **error)
{
  g_autofree char *now = foyer_utc_format (transaction->now);

  json_object_set_string_member (after, "cancelledAt", now);
  json_object_set_string_member (after, "cancelledBy",
                                 transaction->actor == FOYER_BY_CLIENT ? "portal" : "office");
  return foyer_visit_effects_end_bookings (transaction, after, NULL, error)
         && foyer_visit_mails_submit (transaction, after, error)
         && foyer_system_lines_visit (transaction, after, error)
         && foyer_audit_write (transaction, &foyer_visit_type, "cancel", "cancel", before, after, error);
}

gboolean
foyer_visit_effects_apply (FoyerTransaction *transaction,
                           JsonObject *before,
                           JsonObject *after,
                           JsonObject **error)
{
  g_autoptr (GError) failure = NULL;

  if (before == NULL)
    return TRUE;
  if (is_cancelled (after) && !is_cancelled (before))
    return cancel (transaction, before, after, &failure) || foyer_effects_fail (error, failure);
  if (is_cancelled (before) && !is_cancelled (after)) {
    json_object_remove_member (after, "cancelledAt");
    json_object_remove_member (after, "cancelledBy");
    return foyer_audit_write (transaction, &foyer_visit_type, "restore", "restore", before, after, &failure)
           || foyer_effects_fail (error, failure);
  }
  return TRUE;
}
