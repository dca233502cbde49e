/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-zone.c - time zones by IANA name, between clocks on the wall and UTC */

#include "foyer-zone.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

struct _FoyerZone {
  grefcount references;
  char *name;      /* (owned) */
  GTimeZone *zone; /* (owned) */
};

G_DEFINE_QUARK (foyer - zone - error - quark, foyer_zone_error)
G_DEFINE_BOXED_TYPE (FoyerZone, foyer_zone, foyer_zone_ref, foyer_zone_unref)

/* Area/Location, so that neither a path nor a rule such as EST5EDT4 reaches GLib. */
static gboolean
is_zone_name (const char *name)
{
  gboolean has_slash = FALSE;

  if (strcmp (name, "UTC") == 0)
    return TRUE;
  if (!g_ascii_isupper (name[0]) || strlen (name) > 64)
    return FALSE;

  for (const char *at = name; *at != '\0'; at++) {
    if (*at == '/') {
      if (!g_ascii_isalpha (at[1]))
        return FALSE;
      has_slash = TRUE;
    } else if (!g_ascii_isalnum (*at) && strchr ("_+-", *at) == NULL) {
      return FALSE;
    }
  }
  return has_slash;
}

FoyerZone *
foyer_zone_new (const char *name, GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  FoyerZone *self;

  g_return_val_if_fail (name != NULL, NULL);

  if (!is_zone_name (name)) {
    g_set_error (error, FOYER_ZONE_ERROR, FOYER_ZONE_ERROR_NAME, "“%s” is not the name of a time zone", name);
    return NULL;
  }
  zone = g_time_zone_new_identifier (name);
  if (zone == NULL) {
    g_set_error (error, FOYER_ZONE_ERROR, FOYER_ZONE_ERROR_UNKNOWN, "There is no time zone “%s” here", name);
    return NULL;
  }

  self = g_new0 (FoyerZone, 1);
  g_ref_count_init (&self->references);
  self->name = g_strdup (name);
  self->zone = g_steal_pointer (&zone);
  return self;
}

FoyerZone *
foyer_zone_ref (FoyerZone *self)
{
  g_ref_count_inc (&self->references);
  return self;
}

void
foyer_zone_unref (FoyerZone *self)
{
  if (!g_ref_count_dec (&self->references))
    return;

  g_time_zone_unref (self->zone);
  g_free (self->name);
  g_free (self);
}

const char *
foyer_zone_get_name (FoyerZone *self)
{
  return self->name;
}

int
foyer_zone_offset (FoyerZone *self, gint64 seconds)
{
  int interval = g_time_zone_find_interval (self->zone, G_TIME_TYPE_UNIVERSAL, seconds);

  return g_time_zone_get_offset (self->zone, interval);
}

FoyerLocalTime
foyer_zone_to_local (FoyerZone *self, gint64 seconds)
{
  gint64 local = seconds + foyer_zone_offset (self, seconds);
  gint64 days = local / FOYER_SECONDS_PER_DAY;
  int rest = (int) (local % FOYER_SECONDS_PER_DAY);

  if (rest < 0) {
    rest += FOYER_SECONDS_PER_DAY;
    days -= 1;
  }
  return (FoyerLocalTime){
    .date = foyer_date_from_days ((int) CLAMP (days, G_MININT, G_MAXINT)),
    .second = rest,
  };
}

gint64
foyer_zone_to_utc (FoyerZone *self, const FoyerLocalTime *local, FoyerZoneFit *fit)
{
  gint64 wall = (gint64) foyer_date_to_days (&local->date) * FOYER_SECONDS_PER_DAY + local->second;
  /* No zone is more than a day from UTC, and no zone changes twice within two days. */
  int before = foyer_zone_offset (self, wall - FOYER_SECONDS_PER_DAY);
  int after = foyer_zone_offset (self, wall + FOYER_SECONDS_PER_DAY);
  gboolean fits_before = foyer_zone_offset (self, wall - before) == before;
  gboolean fits_after = foyer_zone_offset (self, wall - after) == after;
  FoyerZoneFit found = FOYER_ZONE_UNIQUE;

  if (!fits_before && !fits_after)
    found = FOYER_ZONE_GAP;
  else if (fits_before && fits_after && before != after)
    found = FOYER_ZONE_OVERLAP;

  if (fit != NULL)
    *fit = found;
  return wall - (fits_before || found == FOYER_ZONE_GAP ? before : after);
}

char *
foyer_zone_table_version (void)
{
  const char *folder = g_getenv ("TZDIR"); /* where GTimeZone looks, too */
  g_autofree char *path
      = g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", "tzdata.zi", NULL);
  const char *start = "# version ";
  char line[128] = "";
  int table = open (path, O_RDONLY | O_CLOEXEC);

  /* The first line alone: the table is large, and this is asked for every page. */
  if (table >= 0 && read (table, line, sizeof line - 1) < 0)
    line[0] = '\0';
  if (table >= 0)
    close (table);
  if (!g_str_has_prefix (line, start))
    return g_strdup ("unknown");

  return g_strndup (line + strlen (start), strcspn (line + strlen (start), "\r\n"));
}
