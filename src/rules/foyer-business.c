/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-business.c - what most decisions need to know of the business */

#include "foyer-business.h"

#include "foyer-settings.h"

#include "foyer-date-text.h"
#include "types/organisation.h"

#define MINUTES_PER_DAY 1440

static void
read_organisation (FoyerBusiness *business)
{
  business->language = "en-US";
  if (business->organisation == NULL)
    return;
  if (FOYER_HAS (business->organisation, organisation, language))
    business->language = foyer_organisation_get_language (business->organisation);
  /* A zone that this computer does not know is never replaced by another one: rules then say that they cannot tell. */
  if (FOYER_HAS (business->organisation, organisation, zone))
    business->zone = foyer_zone_new (foyer_organisation_get_zone (business->organisation), NULL);
}

FoyerBusiness *
foyer_business_load (FoyerRecordSource *source, GError **error)
{
  g_autoptr (FoyerBusiness) business = g_rc_box_new0 (FoyerBusiness);
  g_autoptr (GError) failure = NULL;

  business->organisation = foyer_record_source_get_singleton (source, &foyer_organisation_type, &failure);
  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  business->settings = foyer_settings_get (source, error);
  if (business->settings == NULL)
    return NULL;
  read_organisation (business);
  return g_steal_pointer (&business);
}

static void
clear (gpointer data)
{
  FoyerBusiness *business = data;

  g_clear_object (&business->organisation);
  g_clear_object (&business->settings);
  g_clear_pointer (&business->zone, foyer_zone_unref);
}

FoyerBusiness *
foyer_business_ref (FoyerBusiness *business)
{
  return g_rc_box_acquire (business);
}

void
foyer_business_free (FoyerBusiness *business)
{
  if (business != NULL)
    g_rc_box_release_full (business, clear);
}

FoyerDate
foyer_business_date (FoyerBusiness *business, gint64 at)
{
  return foyer_zone_to_local (business->zone, at).date;
}

gint64
foyer_business_moment (FoyerBusiness *business, const FoyerDate *date, int minute)
{
  FoyerLocalTime local = {
    .date = foyer_date_add_days (date, minute / MINUTES_PER_DAY),
    .second = minute % MINUTES_PER_DAY * 60,
  };

  return foyer_zone_to_utc (business->zone, &local, NULL);
}

char *
foyer_business_time_text (FoyerBusiness *business, gint64 start, gint64 end, gint64 day)
{
  FoyerLocalTime from = foyer_zone_to_local (business->zone, start);
  FoyerLocalTime until = foyer_zone_to_local (business->zone, end);
  FoyerDate date = foyer_business_date (business, day);
  int days = foyer_date_to_days (&until.date) - foyer_date_to_days (&from.date);

  if (foyer_date_compare (&from.date, &date) != 0 || days > 1)
    return foyer_arrival_text (start, end, business->zone, FOYER_WINDOW_COMPACT, business->language);
  return foyer_window_text (from.second / 60, until.second / 60 + days * MINUTES_PER_DAY,
                            FOYER_WINDOW_COMPACT, business->language);
}
