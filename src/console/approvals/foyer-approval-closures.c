/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-approval-closures.c - what the rows and the page of a booking say */

#include "foyer-approval-closures.h"

#include "foyer-date-text.h"
#include "foyer-text.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/crew_member.h"
#include "types/property.h"
#include "types/service.h"
#include "types/staff_member.h"

#include <glib/gi18n-lib.h>

static char *
nothing (void)
{
  return g_strdup ("");
}

char *
foyer_approval_time_text (GObject *self, FoyerRecord *booking, FoyerOfficeTime *time)
{
  if (booking == NULL || time == NULL)
    return nothing ();
  return foyer_office_time_window_text (time, foyer_booking_get_start (booking),
                                        foyer_booking_get_end (booking));
}

char *
foyer_approval_service_name (GObject *self, FoyerRecord *service)
{
  return g_strdup (service == NULL ? _ ("Service not here yet") : foyer_service_get_name (service));
}

char *
foyer_approval_client_name (GObject *self, FoyerRecord *client)
{
  return g_strdup (client == NULL ? _ ("Client not here yet") : foyer_client_get_name (client));
}

char *
foyer_approval_who_and_where (GObject *self, FoyerRecord *client, FoyerRecord *property)
{
  g_autofree char *name = foyer_approval_client_name (self, client);
  const char *street = property == NULL ? NULL : foyer_property_get_street (property);

  return street == NULL ? g_steal_pointer (&name) : g_strdup_printf ("%s, %s", name, street);
}

char *
foyer_approval_day_heading (GObject *self, FoyerRecord *booking, FoyerOfficeTime *time, gint64 now)
{
  if (booking == NULL || time == NULL)
    return nothing ();
  return foyer_office_time_day_heading (time, foyer_booking_get_start (booking), now);
}

char *
foyer_approval_age_text (GObject *self, FoyerRecord *booking, FoyerOfficeTime *time, gint64 now)
{
  if (booking == NULL || time == NULL || foyer_booking_get_status (booking) != FOYER_BOOKING_PENDING)
    return nothing ();
  return foyer_age_text (MAX (0, now - foyer_booking_get_requested_at (booking)),
                         foyer_office_time_get_language (time));
}

gboolean
foyer_approval_is_late (GObject *self, FoyerRecord *booking, gint64 now)
{
  gint64 asked;
  gint64 expires;

  if (booking == NULL || foyer_booking_get_status (booking) != FOYER_BOOKING_PENDING
      || !FOYER_HAS (booking, booking, expires_at))
    return FALSE;
  asked = foyer_booking_get_requested_at (booking);
  expires = foyer_booking_get_expires_at (booking);
  return (now - asked) * 2 > expires - asked;
}

/* The word for each rule that can block (product.md E2). */
static const char *
block_word (const char *rule)
{
  if (g_strcmp0 (rule, "B01") == 0)
    return _ ("In the past");
  if (g_strcmp0 (rule, "B03") == 0 || g_strcmp0 (rule, "B04") == 0)
    return _ ("Crew busy");
  if (g_strcmp0 (rule, "B07") == 0)
    return _ ("Outside hours");
  if (g_strcmp0 (rule, "B11") == 0)
    return _ ("Day is full");
  if (g_strcmp0 (rule, "B13") == 0)
    return _ ("No property");
  if (g_strcmp0 (rule, "B22") == 0)
    return _ ("Already decided");
  return _ ("Does not fit");
}

static char *
status_word (FoyerBookingStatus status)
{
  switch (status) {
  case FOYER_BOOKING_COUNTERED:
    return g_strdup (_ ("Waiting for client"));
  case FOYER_BOOKING_APPROVED:
    return g_strdup (_ ("Approved"));
  case FOYER_BOOKING_DECLINED:
    return g_strdup (_ ("Declined"));
  case FOYER_BOOKING_WITHDRAWN:
    return g_strdup (_ ("Withdrawn"));
  case FOYER_BOOKING_CANCELLED:
    return g_strdup (_ ("Cancelled"));
  case FOYER_BOOKING_EXPIRED:
    return g_strdup (_ ("Expired"));
  case FOYER_BOOKING_PENDING:
  default:
    return nothing ();
  }
}

char *
foyer_approval_chip_text (GObject *self, FoyerRecord *booking, const FoyerFitSummary *fit)
{
  if (booking == NULL)
    return nothing ();
  if (foyer_booking_get_status (booking) != FOYER_BOOKING_PENDING)
    return status_word ((FoyerBookingStatus) foyer_booking_get_status (booking));
  if (fit == NULL)
    return g_strdup (_ ("Checking…"));

  switch (fit->verdict) {
  case FOYER_VERDICT_PASS:
  case FOYER_VERDICT_INFO:
    return g_strdup (_ ("Fits"));
  case FOYER_VERDICT_WARN:
    return g_strdup_printf (ngettext ("%u warning", "%u warnings", fit->warnings), fit->warnings);
  case FOYER_VERDICT_BLOCK:
    return g_strdup (block_word (fit->rule));
  case FOYER_VERDICT_UNKNOWN:
  default:
    return g_strdup (_ ("Not checked"));
  }
}

char *
foyer_approval_chip_icon (GObject *self, FoyerRecord *booking, const FoyerFitSummary *fit)
{
  if (booking == NULL)
    return nothing ();
  switch ((FoyerBookingStatus) foyer_booking_get_status (booking)) {
  case FOYER_BOOKING_PENDING:
    break;
  case FOYER_BOOKING_APPROVED:
    return g_strdup ("object-select-symbolic");
  case FOYER_BOOKING_COUNTERED:
  case FOYER_BOOKING_EXPIRED:
    return g_strdup ("document-open-recent-symbolic");
  case FOYER_BOOKING_DECLINED:
  case FOYER_BOOKING_WITHDRAWN:
  case FOYER_BOOKING_CANCELLED:
  default:
    return g_strdup ("window-close-symbolic");
  }
  if (fit == NULL)
    return g_strdup ("document-open-recent-symbolic");

  switch (fit->verdict) {
  case FOYER_VERDICT_PASS:
  case FOYER_VERDICT_INFO:
    return g_strdup ("object-select-symbolic");
  case FOYER_VERDICT_WARN:
    return g_strdup ("dialog-warning-symbolic");
  case FOYER_VERDICT_BLOCK:
    return g_strdup ("window-close-symbolic");
  case FOYER_VERDICT_UNKNOWN:
  default:
    return g_strdup ("dialog-question-symbolic");
  }
}

char *
foyer_approval_chip_tone (GObject *self, FoyerRecord *booking, const FoyerFitSummary *fit)
{
  if (booking == NULL)
    return nothing ();
  if (foyer_booking_get_status (booking) == FOYER_BOOKING_APPROVED)
    return g_strdup ("plain success");
  if (foyer_booking_get_status (booking) != FOYER_BOOKING_PENDING || fit == NULL)
    return g_strdup ("plain neutral");

  switch (fit->verdict) {
  case FOYER_VERDICT_PASS:
  case FOYER_VERDICT_INFO:
    return g_strdup ("plain success");
  case FOYER_VERDICT_WARN:
    return g_strdup ("warning");
  case FOYER_VERDICT_BLOCK:
    return g_strdup ("error");
  case FOYER_VERDICT_UNKNOWN:
  default:
    return g_strdup ("plain neutral");
  }
}

gboolean
foyer_approval_has_note (GObject *self, FoyerRecord *booking)
{
  const char *note = booking == NULL ? NULL : foyer_booking_get_note (booking);

  return note != NULL && *note != '\0';
}

gboolean
foyer_approval_is_urgent (GObject *self, FoyerRecord *booking)
{
  return booking != NULL && foyer_booking_get_urgent (booking);
}

gboolean
foyer_approval_is_move (GObject *self, FoyerRecord *booking)
{
  return booking != NULL && foyer_booking_get_kind (booking) == FOYER_BOOKING_RESCHEDULE;
}

gboolean
foyer_approval_is_cancellation (GObject *self, FoyerRecord *booking)
{
  return booking != NULL && foyer_booking_get_kind (booking) == FOYER_BOOKING_CANCEL;
}

static void
add_spoken (GPtrArray *parts, char *part)
{
  if (part == NULL || *part == '\0')
    g_free (part);
  else
    g_ptr_array_add (parts, part);
}

char *
foyer_approval_spoken (GObject *self,
                       FoyerRecord *booking,
                       FoyerRecord *client,
                       FoyerRecord *service,
                       FoyerRecord *property,
                       FoyerOfficeTime *time,
                       const FoyerFitSummary *fit,
                       gint64 now)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *age = NULL;

  if (booking == NULL || time == NULL)
    return nothing ();
  age = foyer_approval_age_text (self, booking, time, now);
  add_spoken (parts, foyer_approval_slot (self, booking, time));
  if (foyer_approval_is_cancellation (self, booking))
    add_spoken (parts, g_strdup (_ ("cancellation")));
  else if (foyer_approval_is_move (self, booking))
    add_spoken (parts, g_strdup (_ ("another time")));
  add_spoken (parts, foyer_approval_service_name (self, service));
  add_spoken (parts, foyer_approval_who_and_where (self, client, property));
  add_spoken (parts, foyer_approval_chip_text (self, booking, fit));
  if (foyer_approval_is_urgent (self, booking))
    add_spoken (parts, g_strdup (_ ("urgent")));
  if (*age != '\0')
    add_spoken (parts, now - foyer_booking_get_requested_at (booking) < 60
                           ? g_strdup (_ ("asked just now"))
                           : g_strdup_printf (_ ("asked %s ago"), age));
  if (foyer_approval_is_late (self, booking, now))
    add_spoken (parts, g_strdup (_ ("expires soon")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

char *
foyer_approval_title (GObject *self, FoyerRecord *booking, FoyerRecord *client, FoyerRecord *service)
{
  g_autofree char *what = foyer_approval_service_name (self, service);
  g_autofree char *who = foyer_approval_client_name (self, client);

  if (foyer_approval_is_cancellation (self, booking))
    /* Translators: the work, then the client. */
    return g_strdup_printf (_ ("Cancel %s for %s"), what, who);
  if (foyer_approval_is_move (self, booking))
    /* Translators: the work, then the client. */
    return g_strdup_printf (_ ("Move %s for %s"), what, who);
  /* Translators: the work, then the client. */
  return g_strdup_printf (_ ("%s for %s"), what, who);
}

char *
foyer_approval_slot (GObject *self, FoyerRecord *booking, FoyerOfficeTime *time)
{
  if (booking == NULL || time == NULL)
    return nothing ();
  return foyer_office_time_slot_text (time, foyer_booking_get_start (booking),
                                      foyer_booking_get_end (booking));
}

char *
foyer_approval_when_and_who (GObject *self, FoyerRecord *booking, FoyerRecord *crew, FoyerOfficeTime *time)
{
  g_autofree char *slot = foyer_approval_slot (self, booking, time);

  if (crew == NULL)
    return g_steal_pointer (&slot);
  if (foyer_crew_member_get_crew (crew) == NULL)
    return g_strdup_printf ("%s · %s", slot, foyer_crew_member_get_name (crew));
  /* Translators: when, the crew member, and the name of the crew. */
  return g_strdup_printf (_ ("%s · %s, crew %s"), slot, foyer_crew_member_get_name (crew),
                          foyer_crew_member_get_crew (crew));
}

char *
foyer_approval_words (GObject *self, FoyerRecord *booking)
{
  if (!foyer_approval_has_note (self, booking))
    return nothing ();
  return g_strdup_printf (_ ("“%s”"), foyer_booking_get_note (booking));
}

char *
foyer_approval_address (GObject *self, FoyerRecord *property)
{
  const char *street = property == NULL ? NULL : foyer_property_get_street (property);
  const char *unit = property == NULL ? NULL : foyer_property_get_unit (property);
  const char *city = property == NULL ? NULL : foyer_property_get_city (property);
  g_autoptr (GString) address = g_string_new (street);

  if (property == NULL)
    return g_strdup (_ ("No property named"));
  if (unit != NULL)
    g_string_append_printf (address, ", %s", unit);
  if (city != NULL)
    g_string_append_printf (address, ", %s", city);
  return g_strdup (address->str);
}

char *
foyer_approval_client_facts (GObject *self, FoyerRecord *client, FoyerOfficeTime *time)
{
  const char *number = client == NULL ? NULL : foyer_client_get_phone (client);
  g_autofree char *phone = number == NULL ? NULL : foyer_text_isolate_ltr (number);
  gint64 since = client == NULL ? 0 : foyer_record_get_created_at (client);
  g_autofree char *year = NULL;

  if (since == 0 || time == NULL)
    return phone == NULL ? g_strdup ("") : g_steal_pointer (&phone);
  year = g_strdup_printf (_ ("Client since %d"),
                          foyer_zone_to_local (foyer_office_time_get_zone (time), since).date.year);
  return phone == NULL ? g_steal_pointer (&year) : g_strdup_printf ("%s · %s", year, phone);
}

char *
foyer_approval_asked (GObject *self, FoyerRecord *booking, FoyerOfficeTime *time, gint64 now)
{
  g_autofree char *moment = NULL;

  if (booking == NULL || time == NULL)
    return nothing ();
  moment = foyer_office_time_moment_text (time, foyer_booking_get_requested_at (booking), now);
  if (foyer_booking_get_source (booking) == FOYER_SOURCE_PORTAL)
    return g_strdup_printf (_ ("Asked on the portal, %s"), moment);
  return g_strdup_printf (_ ("Asked by the office, %s"), moment);
}

char *
foyer_approval_outcome_title (GObject *self, FoyerRecord *client)
{
  g_auto (GStrv) names = NULL;

  if (client == NULL)
    return g_strdup (_ ("What the client will get"));
  if (foyer_client_get_kind (client) == FOYER_CLIENT_COMPANY)
    return g_strdup_printf (_ ("What %s will get"), foyer_client_get_name (client));
  /* "Ellen Ruiz" is called Ellen, but "The Okafor family" is not called The. */
  names = g_strsplit (foyer_client_get_name (client), " ", -1);
  return g_strdup_printf (_ ("What %s will get"),
                          g_strv_length (names) == 2 ? names[0] : foyer_client_get_name (client));
}

static char *
decided_by_staff (FoyerRecord *booking, FoyerRecord *decided_by, FoyerOfficeTime *time, gint64 now)
{
  gboolean approved = foyer_booking_get_status (booking) == FOYER_BOOKING_APPROVED;
  g_autofree char *moment = NULL;

  if (!FOYER_HAS (booking, booking, decided_at))
    return g_strdup (approved ? _ ("Approved here. The client is told as soon as it has been sent.")
                              : _ ("Declined here. The client is told as soon as it has been sent."));
  moment = foyer_office_time_moment_text (time, foyer_booking_get_decided_at (booking), now);
  if (decided_by == NULL)
    return g_strdup_printf (approved ? _ ("Approved %s.") : _ ("Declined %s."), moment);
  return g_strdup_printf (approved ? _ ("%s approved this %s.") : _ ("%s declined this %s."),
                          foyer_staff_member_get_name (decided_by), moment);
}

char *
foyer_approval_decision (GObject *self,
                         FoyerRecord *booking,
                         FoyerRecord *client,
                         FoyerRecord *decided_by,
                         FoyerOfficeTime *time,
                         gint64 now)
{
  g_autofree char *who = NULL;

  if (booking == NULL || time == NULL)
    return nothing ();
  who = foyer_approval_client_name (self, client);
  switch ((FoyerBookingStatus) foyer_booking_get_status (booking)) {
  case FOYER_BOOKING_APPROVED:
  case FOYER_BOOKING_DECLINED:
    return decided_by_staff (booking, decided_by, time, now);
  case FOYER_BOOKING_COUNTERED:
    return g_strdup_printf (_ ("Other times were offered; %s chooses."), who);
  case FOYER_BOOKING_WITHDRAWN:
    return g_strdup_printf (_ ("%s withdrew this request."), who);
  case FOYER_BOOKING_CANCELLED:
    return g_strdup (_ ("This booking was cancelled."));
  case FOYER_BOOKING_EXPIRED:
    return g_strdup (_ ("This request expired before anybody decided."));
  case FOYER_BOOKING_PENDING:
  default:
    return nothing ();
  }
}

gboolean
foyer_approval_is_pending (GObject *self, FoyerRecord *booking)
{
  return booking != NULL && foyer_booking_get_status (booking) == FOYER_BOOKING_PENDING;
}

char *
foyer_approval_approve_label (GObject *self, const FoyerFitSummary *fit)
{
  return g_strdup (foyer_fit_summary_blocks (fit) && !fit->final ? _ ("Approve Anyway…") : _ ("Approve"));
}
