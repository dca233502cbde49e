/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-booking-closures.c - what only the page of a booking says */

#include "foyer-booking-closures.h"

#include "foyer-approval-closures.h"

#include <glib/gi18n-lib.h>

gboolean
foyer_booking_shows_fit (GObject *self, const FoyerFitSummary *fit)
{
  return fit != NULL;
}

gboolean
foyer_booking_shows_plan (GObject *self, const FoyerDayPlan *plan)
{
  return plan != NULL && plan->lanes->len > 0;
}

gboolean
foyer_booking_shows_outcome (GObject *self, const FoyerFitSummary *fit, const char *client_text)
{
  return fit != NULL && client_text != NULL;
}

char *
foyer_booking_day_title (GObject *self, const FoyerDayPlan *plan, FoyerOfficeTime *time)
{
  return plan == NULL || time == NULL ? g_strdup ("") : foyer_office_time_long_date_text (time, plan->day);
}

char *
foyer_booking_day_taken (GObject *self, const FoyerDayPlan *plan)
{
  if (plan == NULL)
    return g_strdup ("");
  if (plan->most == 0)
    return g_strdup_printf (ngettext ("%u booking", "%u bookings", plan->taken), plan->taken);
  /* Translators: how many bookings were made for the day, and how many there may be. */
  return g_strdup_printf (_ ("%u of %u bookings taken"), plan->taken, plan->most);
}

char *
foyer_booking_outcome_note (GObject *self, const char *language, gint64 offline_since)
{
  if (language == NULL)
    return g_strdup ("");
  if (offline_since != 0)
    return g_strdup_printf (_ ("On the portal · %s · shown when you are online again"), language);
  return g_strdup_printf (_ ("On the portal · %s"), language);
}

int
foyer_booking_margin (GObject *self, gboolean narrow)
{
  return narrow ? 16 : 24;
}

char *
foyer_booking_stale_text (GObject *self,
                          FoyerRecord *booking,
                          FoyerRecord *client,
                          FoyerRecord *decided_by,
                          FoyerOfficeTime *time,
                          gint64 now)
{
  g_autofree char *decision = foyer_approval_decision (self, booking, client, decided_by, time, now);

  if (*decision == '\0')
    return g_steal_pointer (&decision);
  return g_strdup_printf ("%s %s", decision, _ ("Nothing is left to decide here."));
}
