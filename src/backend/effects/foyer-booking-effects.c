/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-effects.c - what follows when a booking is decided: the rules once more, then the visit */

#include "effects/foyer-effects.h"

#include "effects/foyer-effect-mails.h"
#include "effects/foyer-system-lines.h"
#include "foyer-booking-transition.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-fit.h"
#include "foyer-json.h"
#include "foyer-mutant.h"
#include "mail/foyer-outgoing-mail.h"
#include "methods/foyer-set-error.h"
#include "types/service.h"
#include "types/visit.h"

#include <string.h>

static FoyerBookingStatus
get_status (JsonObject *booking)
{
  const FoyerField *field = foyer_record_type_field (&foyer_booking_type, "status");

  return (FoyerBookingStatus) foyer_field_value_index (field, foyer_json_object_text (booking, "status"));
}

static gboolean
check_transition (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  gboolean told = json_object_has_member (before, "toldAt");

  if (foyer_booking_may_become (get_status (before), get_status (after),
                                foyer_effects_get_actor (transaction), told))
    return TRUE;
  *error = foyer_set_error_new ("invalidTransition",
                                told ? "The client has been told already" : "The booking has moved on since");
  json_object_set_string_member (*error, "from", foyer_json_object_text (before, "status"));
  json_object_set_string_member (*error, "to", foyer_json_object_text (after, "status"));
  return FALSE;
}

static gboolean
refuse_by (FoyerFinding *finding, JsonObject **error)
{
  *error = foyer_set_error_new ("ruleRefused", finding->sentence);
  json_object_set_string_member (*error, "rule", finding->rule);
  if (finding->evidence != NULL)
    json_object_set_string_member (*error, "evidence", finding->evidence);
  if (finding->fix != NULL)
    json_object_set_string_member (*error, "fix", finding->fix);
  return FALSE;
}

/* The wish as it is being granted, while it is still a wish: what the rules judge. */
static FoyerRecord *
make_candidate (JsonObject *before, JsonObject *after, GError **error)
{
  g_autoptr (JsonObject) candidate = foyer_json_copy_object (after);

  json_object_set_string_member (candidate, "status", foyer_json_object_text (before, "status"));
  return foyer_record_from_json (&foyer_booking_type, candidate, error);
}

static gboolean
check_fit (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) candidate = make_candidate (before, after, &failure);
  g_autoptr (FoyerFit) fit = NULL;
  gboolean overridden = json_object_has_member (after, "override");

  if (candidate != NULL)
    fit = foyer_fit_check (transaction->source, candidate, transaction->now, &failure);
  if (fit == NULL)
    return foyer_effects_fail (error, failure);
  for (guint i = 0; i < fit->findings->len; i++) {
    FoyerFinding *finding = fit->findings->pdata[i];

    if (finding->verdict == FOYER_VERDICT_BLOCK && !(overridden && finding->may_override))
      return refuse_by (finding, error);
  }
  if (fit->crew_id != NULL && !json_object_has_member (after, "crewId"))
    json_object_set_string_member (after, "crewId", fit->crew_id);
  return TRUE;
}

static void
copy_text (JsonObject *from, const char *name, JsonObject *to, const char *as)
{
  const char *text = foyer_json_object_text (from, name);

  if (text != NULL)
    json_object_set_string_member (to, as, text);
}

static gboolean
put_visit (FoyerTransaction *transaction, JsonObject *visit, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) stored = NULL;

  foyer_record_type_fill_defaults (&foyer_visit_type, visit);
  stored = foyer_transaction_put (transaction, &foyer_visit_type, visit, &failure);
  return stored != NULL || foyer_effects_fail (error, failure);
}

static gboolean
make_visit (FoyerTransaction *transaction, JsonObject *booking, JsonObject **error)
{
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_visit_type);
  g_autoptr (JsonObject) visit = json_object_new ();
  g_autoptr (FoyerRecord) service
      = foyer_record_source_get (transaction->source, &foyer_service_type,
                                 foyer_json_object_text (booking, "serviceId"), NULL);

  json_object_set_string_member (visit, "id", id);
  json_object_set_string_member (visit, "title",
                                 service == NULL ? "Visit" : foyer_service_get_name (service));
  json_object_set_string_member (visit, "status", "scheduled");
  json_object_set_string_member (visit, "origin", "booking");
  copy_text (booking, "id", visit, "bookingId");
  copy_text (booking, "clientId", visit, "clientId");
  copy_text (booking, "propertyId", visit, "propertyId");
  copy_text (booking, "serviceId", visit, "serviceId");
  copy_text (booking, "crewId", visit, "crewId");
  copy_text (booking, "start", visit, "start");
  copy_text (booking, "end", visit, "end");
  copy_text (booking, "start", visit, "windowStart");
  copy_text (booking, "end", visit, "windowEnd");
  copy_text (booking, "note", visit, "clientNote");
  copy_text (booking, "override", visit, "override");
  json_object_set_string_member (booking, "visitId", id);
  return put_visit (transaction, visit, error);
}

static JsonObject *
read_visit (FoyerTransaction *transaction, JsonObject *booking)
{
  g_autoptr (FoyerRecord) visit = foyer_record_source_get (transaction->source, &foyer_visit_type,
                                                           foyer_json_object_text (booking, "visitId"), NULL);

  return visit == NULL ? NULL : foyer_record_to_json (visit);
}

static gboolean
move_visit (FoyerTransaction *transaction, JsonObject *booking, JsonObject **error)
{
  g_autoptr (JsonObject) visit = read_visit (transaction, booking);

  if (visit == NULL) {
    *error = foyer_set_error_new ("notFound", "The visit to be moved is gone");
    return FALSE;
  }
  copy_text (booking, "crewId", visit, "crewId");
  copy_text (booking, "start", visit, "start");
  copy_text (booking, "end", visit, "end");
  copy_text (booking, "start", visit, "windowStart");
  copy_text (booking, "end", visit, "windowEnd");
  json_object_remove_member (visit, "toldAt");
  return put_visit (transaction, visit, error);
}

static const char *
who_cancels (FoyerTransaction *transaction, JsonObject *booking)
{
  return strcmp (foyer_json_object_text (booking, "kind"), "cancel") == 0
                 || transaction->actor == FOYER_BY_CLIENT
             ? "portal"
             : "office";
}

static gboolean
cancel_visit (FoyerTransaction *transaction, JsonObject *booking, JsonObject **error)
{
  g_autoptr (JsonObject) visit = read_visit (transaction, booking);
  g_autofree char *now = foyer_utc_format (transaction->now);
  g_autoptr (GError) failure = NULL;

  if (visit == NULL)
    return TRUE;
  json_object_set_string_member (visit, "status", "cancelled");
  json_object_set_string_member (visit, "cancelledAt", now);
  json_object_set_string_member (visit, "cancelledBy", who_cancels (transaction, booking));
  if (!put_visit (transaction, visit, error))
    return FALSE;
  return foyer_visit_effects_end_bookings (transaction, visit, foyer_json_object_text (booking, "id"),
                                           &failure)
         || foyer_effects_fail (error, failure);
}

static gboolean
grant (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  const char *kind = foyer_json_object_text (after, "kind");

  if (strcmp (kind, "cancel") == 0)
    return cancel_visit (transaction, after, error);
  if (!check_fit (transaction, before, after, error))
    return FALSE;
  if (strcmp (kind, "reschedule") == 0)
    return move_visit (transaction, after, error);
  return make_visit (transaction, after, error);
}

/* A mail that has not left yet never does; what has left cannot be taken back. */
static gboolean
take_back_mails (FoyerTransaction *transaction, JsonObject *booking, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean too_late = FALSE;

  if (transaction->actor != FOYER_BY_STAFF)
    return TRUE;
  if (!foyer_outgoing_mail_take_back (transaction, foyer_json_object_text (booking, "id"), &too_late,
                                      &failure))
    return foyer_effects_fail (error, failure);
  if (!too_late)
    return TRUE;
  *error = foyer_set_error_new ("invalidTransition", "The client is being told at this moment");
  return FALSE;
}

/* Only a visit that the approval itself made is taken back with it. */
static gboolean
take_back (FoyerTransaction *transaction, JsonObject *after, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;
  const char *visit_id = foyer_json_object_text (after, "visitId");

  json_object_remove_member (after, "decidedBy");
  json_object_remove_member (after, "decidedAt");
  if (!take_back_mails (transaction, after, error))
    return FALSE;
  if (visit_id == NULL)
    return TRUE;
  if (strcmp (foyer_json_object_text (after, "kind"), "new") != 0) {
    *error
        = foyer_set_error_new ("invalidTransition", "A moved or cancelled visit is not put back by itself");
    return FALSE;
  }
  if (!FOYER_MUTANT (VISIT_LEFT_BEHIND)
      && !foyer_transaction_remove (transaction, &foyer_visit_type, visit_id, &failure))
    return foyer_effects_fail (error, failure);
  json_object_remove_member (after, "visitId");
  return TRUE;
}

static const char *
get_verb (FoyerBookingStatus to)
{
  static const char *const verbs[] = {
    [FOYER_BOOKING_PENDING] = "reopen",     [FOYER_BOOKING_COUNTERED] = "counter",
    [FOYER_BOOKING_APPROVED] = "approve",   [FOYER_BOOKING_DECLINED] = "decline",
    [FOYER_BOOKING_WITHDRAWN] = "withdraw", [FOYER_BOOKING_CANCELLED] = "cancel",
    [FOYER_BOOKING_EXPIRED] = "expire",
  };

  return verbs[to];
}

static gboolean
follow (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  switch (get_status (after)) {
  case FOYER_BOOKING_APPROVED:
    return grant (transaction, before, after, error);
  case FOYER_BOOKING_PENDING:
    return take_back (transaction, after, error);
  case FOYER_BOOKING_CANCELLED:
    return cancel_visit (transaction, after, error);
  case FOYER_BOOKING_DECLINED:
    if (foyer_json_object_text (after, "reason") != NULL
        && foyer_json_object_text (after, "reason")[0] != '\0')
      return TRUE;
    *error = foyer_set_error_new ("invalidProperties", "A declined client is told why");
    foyer_set_error_add_property (*error, "reason");
    return FALSE;
  case FOYER_BOOKING_COUNTERED:
  case FOYER_BOOKING_WITHDRAWN:
  case FOYER_BOOKING_EXPIRED:
  default:
    return TRUE;
  }
}

static gboolean
decide (FoyerTransaction *transaction, JsonObject *before, JsonObject *after, JsonObject **error)
{
  g_autofree char *now = foyer_utc_format (transaction->now);
  g_autoptr (GError) failure = NULL;
  const char *verb = get_verb (get_status (after));

  if (!check_transition (transaction, before, after, error))
    return FALSE;
  if (transaction->actor == FOYER_BY_STAFF)
    json_object_set_string_member (after, "decidedBy", transaction->actor_id);
  json_object_set_string_member (after, "decidedAt", now);
  if (!follow (transaction, before, after, error))
    return FALSE;
  return (foyer_booking_mails_submit (transaction, before, after, &failure)
          && foyer_system_lines_booking (transaction, before, after, &failure)
          && foyer_audit_write (transaction, &foyer_booking_type, verb, verb, before, after, &failure))
         || foyer_effects_fail (error, failure);
}

static gboolean
tell_new (FoyerTransaction *transaction, JsonObject *booking, JsonObject **error)
{
  g_autoptr (GError) failure = NULL;

  return (foyer_booking_mails_submit (transaction, NULL, booking, &failure)
          && foyer_system_lines_booking (transaction, NULL, booking, &failure))
         || foyer_effects_fail (error, failure);
}

gboolean
foyer_booking_effects_apply (FoyerTransaction *transaction,
                             JsonObject *before,
                             JsonObject *after,
                             JsonObject **error)
{
  if (before == NULL) {
    if (get_status (after) == FOYER_BOOKING_PENDING)
      return tell_new (transaction, after, error);
    *error = foyer_set_error_new ("invalidProperties", "A new booking waits for a decision");
    foyer_set_error_add_property (*error, "status");
    return FALSE;
  }
  if (get_status (before) != get_status (after))
    return decide (transaction, before, after, error);
  if (get_status (before) == FOYER_BOOKING_PENDING || get_status (before) == FOYER_BOOKING_COUNTERED)
    return TRUE;
  /* A decided booking stands as it was decided; only remarks for staff may still change. */
  for (guint i = 0; i < foyer_booking_type.n_fields; i++) {
    const FoyerField *field = &foyer_booking_type.fields[i];

    if (field->policy == FOYER_POLICY_STRICT
        && !foyer_json_equal (json_object_get_member (before, field->name),
                              json_object_get_member (after, field->name))) {
      *error = foyer_set_error_new ("invalidTransition", "The booking has been decided");
      return FALSE;
    }
  }
  return TRUE;
}
