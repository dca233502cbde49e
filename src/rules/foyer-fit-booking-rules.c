/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-fit-booking-rules.c - what was asked and decided: the property, and whether somebody was faster */

#include "foyer-fit-rules.h"

#include "foyer-booking-transition.h"
#include "foyer-sentence.h"

#include "foyer-date-text.h"
#include "types/portal_settings.h"
#include "types/property.h"
#include "types/staff_member.h"

static FoyerFinding *
find_no_property (FoyerFitContext *context)
{
  const char *language = context->business->language;
  FoyerFinding *finding;

  if (!foyer_portal_settings_get_booking_require_property (context->business->settings))
    return foyer_finding_new (NULL, FOYER_VERDICT_PASS,
                              foyer_plain_sentence (language, "No property is named, and none is required"));
  finding = foyer_finding_new (NULL, FOYER_VERDICT_BLOCK,
                               foyer_plain_sentence (language, "No property is named"));
  finding->evidence = foyer_plain_sentence (language, "A booking must name one");
  finding->client_sentence = foyer_plain_sentence (context->client_language, "Please choose the property.");
  finding->fix = foyer_plain_sentence (language, "Ask for the property");
  return finding;
}

/* B13: the property is required and missing, or it is not this client's (000-41). */
FoyerFinding *
foyer_fit_check_property (FoyerFitContext *context, GError **error)
{
  const char *language = context->business->language;
  const char *id = foyer_booking_get_property_id (context->booking);
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) property = NULL;
  FoyerFinding *finding;

  if (id == NULL)
    return find_no_property (context);
  property = foyer_record_source_get (context->source, &foyer_property_type, id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  if (property == NULL) {
    finding = foyer_finding_new (NULL, FOYER_VERDICT_UNKNOWN, foyer_plain_sentence (language, "Not checked"));
    finding->evidence = foyer_plain_sentence (language, "The property is not on this computer");
    return finding;
  }
  if (g_strcmp0 (foyer_property_get_client_id (property), foyer_booking_get_client_id (context->booking))
      == 0) {
    finding = foyer_finding_new (NULL, FOYER_VERDICT_PASS,
                                 foyer_plain_sentence (language, "The property is this client's"));
    finding->evidence = g_strdup (foyer_property_get_street (property));
    return finding;
  }
  finding = foyer_finding_new (NULL, FOYER_VERDICT_BLOCK,
                               foyer_plain_sentence (language, "The property belongs to another client"));
  finding->evidence = g_strdup (foyer_property_get_street (property));
  finding->client_sentence = foyer_plain_sentence (context->client_language, "Please choose the property.");
  finding->fix = foyer_plain_sentence (language, "Ask for the property");
  return finding;
}

/* What happened, by whom if anybody is known. */
static char *
describe_decision (FoyerFitContext *context, const char *name)
{
  const char *language = context->business->language;

  switch ((FoyerBookingStatus) foyer_booking_get_status (context->known)) {
  case FOYER_BOOKING_APPROVED:
    if (name != NULL)
      return foyer_sentence (language, "{name} approved it", "name", name, NULL);
    return foyer_plain_sentence (language, "It was approved");
  case FOYER_BOOKING_DECLINED:
    if (name != NULL)
      return foyer_sentence (language, "{name} declined it", "name", name, NULL);
    return foyer_plain_sentence (language, "It was declined");
  case FOYER_BOOKING_CANCELLED:
    return foyer_plain_sentence (language, "It was cancelled");
  case FOYER_BOOKING_WITHDRAWN:
    return foyer_plain_sentence (language, "The client withdrew it");
  case FOYER_BOOKING_EXPIRED:
    return foyer_plain_sentence (language, "It expired undecided");
  case FOYER_BOOKING_PENDING:
  case FOYER_BOOKING_COUNTERED:
  default:
    return foyer_plain_sentence (language, "It was decided");
  }
}

/* B22: it is decided already, by somebody else or by the client. Nothing overrides that. */
FoyerFinding *
foyer_fit_check_decided (FoyerFitContext *context, GError **error)
{
  const char *language = context->business->language;
  g_autoptr (GError) failure = NULL;
  g_autoptr (FoyerRecord) staff = NULL;
  FoyerFinding *finding;

  if (context->known == NULL
      || foyer_booking_is_open ((FoyerBookingStatus) foyer_booking_get_status (context->known)))
    return foyer_finding_new (NULL, FOYER_VERDICT_PASS,
                              foyer_plain_sentence (language, "Nobody has decided it yet"));

  staff = foyer_record_source_get (context->source, &foyer_staff_member_type,
                                   foyer_booking_get_decided_by (context->known), &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  finding
      = foyer_finding_new (NULL, FOYER_VERDICT_BLOCK,
                           describe_decision (context,
                                              staff == NULL ? NULL : foyer_staff_member_get_name (staff)));
  finding->may_override = FALSE;
  if (FOYER_HAS (context->known, booking, decided_at) && context->business->zone != NULL) {
    g_autofree char *moment = foyer_moment_text (foyer_booking_get_decided_at (context->known), context->now,
                                                 context->business->zone, language);

    finding->evidence = foyer_text_sentence (moment);
  }
  return finding;
}
