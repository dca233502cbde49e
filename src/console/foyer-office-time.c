/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-office-time.c - how the organisation tells time */

#include "foyer-office-time.h"

#include "foyer-date-text.h"

#include <glib/gi18n-lib.h>

struct _FoyerOfficeTime {
  GObject parent_instance;

  FoyerZone *zone;
  char *language;
  gboolean zone_is_known;
};

G_DEFINE_FINAL_TYPE (FoyerOfficeTime, foyer_office_time, G_TYPE_OBJECT)

static void
foyer_office_time_finalize (GObject *object)
{
  FoyerOfficeTime *self = FOYER_OFFICE_TIME (object);

  g_clear_pointer (&self->zone, foyer_zone_unref);
  g_free (self->language);
  G_OBJECT_CLASS (foyer_office_time_parent_class)->finalize (object);
}

static void
foyer_office_time_class_init (FoyerOfficeTimeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_office_time_finalize;
}

static void
foyer_office_time_init (FoyerOfficeTime *self)
{
}

/* A time in a zone that was not asked for says so. */
static char *
take_with_zone (FoyerOfficeTime *self, char *text)
{
  g_autofree char *taken = text;

  return self->zone_is_known ? g_steal_pointer (&taken) : g_strconcat (taken, " UTC", NULL);
}

FoyerOfficeTime *
foyer_office_time_new (const char *zone, const char *language)
{
  FoyerOfficeTime *self = g_object_new (FOYER_TYPE_OFFICE_TIME, NULL);

  self->zone = zone == NULL ? NULL : foyer_zone_new (zone, NULL);
  self->zone_is_known = self->zone != NULL;
  if (self->zone == NULL)
    self->zone = foyer_zone_new ("UTC", NULL);
  self->language = g_strdup (language == NULL ? "en-US" : language);
  return self;
}

FoyerZone *
foyer_office_time_get_zone (FoyerOfficeTime *self)
{
  g_return_val_if_fail (FOYER_IS_OFFICE_TIME (self), NULL);

  return self->zone;
}

const char *
foyer_office_time_get_language (FoyerOfficeTime *self)
{
  g_return_val_if_fail (FOYER_IS_OFFICE_TIME (self), NULL);

  return self->language;
}

gboolean
foyer_office_time_is_same_day (FoyerOfficeTime *self, gint64 first, gint64 second)
{
  FoyerLocalTime a = foyer_zone_to_local (self->zone, first);
  FoyerLocalTime b = foyer_zone_to_local (self->zone, second);

  return foyer_date_compare (&a.date, &b.date) == 0;
}

int
foyer_office_time_get_minute (FoyerOfficeTime *self, gint64 at)
{
  return foyer_zone_to_local (self->zone, at).second / 60;
}

char *
foyer_office_time_clock_text (FoyerOfficeTime *self, gint64 at)
{
  return take_with_zone (self, foyer_time_text (foyer_office_time_get_minute (self, at), self->language));
}

char *
foyer_office_time_window_text (FoyerOfficeTime *self, gint64 start, gint64 end)
{
  FoyerLocalTime from = foyer_zone_to_local (self->zone, start);
  FoyerLocalTime until = foyer_zone_to_local (self->zone, end);
  int days = foyer_date_to_days (&until.date) - foyer_date_to_days (&from.date);

  return take_with_zone (self, foyer_window_text (from.second / 60, until.second / 60 + days * 24 * 60,
                                                  FOYER_WINDOW_COMPACT, self->language));
}

static char *
write_date (FoyerOfficeTime *self, gint64 at, FoyerDateStyle style)
{
  FoyerLocalTime local = foyer_zone_to_local (self->zone, at);

  return foyer_date_text (&local.date, style, self->language);
}

char *
foyer_office_time_date_text (FoyerOfficeTime *self, gint64 at)
{
  return write_date (self, at, FOYER_DATE_WEEKDAY);
}

char *
foyer_office_time_long_date_text (FoyerOfficeTime *self, gint64 at)
{
  return write_date (self, at, FOYER_DATE_LONG);
}

char *
foyer_office_time_day_heading (FoyerOfficeTime *self, gint64 at, gint64 now)
{
  FoyerLocalTime then = foyer_zone_to_local (self->zone, at);
  FoyerLocalTime today = foyer_zone_to_local (self->zone, now);
  g_autofree char *date = foyer_office_time_date_text (self, at);

  switch (foyer_date_to_days (&then.date) - foyer_date_to_days (&today.date)) {
  case -1:
    return g_strdup_printf (_ ("Yesterday · %s"), date);
  case 0:
    return g_strdup_printf (_ ("Today · %s"), date);
  case 1:
    return g_strdup_printf (_ ("Tomorrow · %s"), date);
  default:
    return g_steal_pointer (&date);
  }
}

char *
foyer_office_time_slot_text (FoyerOfficeTime *self, gint64 start, gint64 end)
{
  return take_with_zone (self,
                         foyer_arrival_text (start, end, self->zone, FOYER_WINDOW_COMPACT, self->language));
}

char *
foyer_office_time_moment_text (FoyerOfficeTime *self, gint64 at, gint64 now)
{
  return take_with_zone (self, foyer_moment_text (at, now, self->zone, self->language));
}
