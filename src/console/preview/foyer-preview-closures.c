/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-preview-closures.c - what a preview says */

#include "foyer-preview-closures.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
foyer_preview_person_text (GObject *self, const char *person_name, const char *link_id, const char *client_id)
{
  if (person_name != NULL)
    return g_strdup (person_name);
  return g_strdup (link_id != NULL || client_id != NULL ? _ ("Any person with this link")
                                                        : _ ("Not signed in"));
}

char *
foyer_preview_client_text (GObject *self, const char *client_name)
{
  return g_strdup (client_name != NULL ? client_name : _ ("Choose a client"));
}

gboolean
foyer_preview_shows_main (GObject *self, gboolean shows_why, gboolean single)
{
  return !shows_why || !single;
}

char *
foyer_preview_state (GObject *self, gboolean has_viewer, const char *problem)
{
  return g_strdup (!has_viewer ? "choose" : problem != NULL ? "trouble" : "frames");
}

char *
foyer_preview_moment_text (GObject *self, FoyerOfficeTime *time, gint64 moment)
{
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;

  if (moment == 0 || time == NULL)
    return g_strdup (_ ("As of now"));
  date = foyer_office_time_date_text (time, moment);
  clock = foyer_office_time_clock_text (time, moment);
  /* Translators: a date and a time of day. */
  return g_strdup_printf (_ ("As of %s, %s"), date, clock);
}

char *
foyer_preview_pretence_text (GObject *self, FoyerOfficeTime *time, gint64 moment)
{
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;

  if (moment == 0 || time == NULL)
    return NULL;
  date = foyer_office_time_date_text (time, moment);
  clock = foyer_office_time_clock_text (time, moment);
  /* Translators: a date and a time of day. */
  return g_strdup_printf (_ ("As if it were %s, %s"), date, clock);
}

/* What a form would have done, by where it is sent; the first that fits is said. */
static const struct {
  const char *part;
  const char *somebody; /* with a name */
  const char *nobody;
} deeds[] = {
  { "/approve", N_ ("%s would approve here. Nothing happens in a preview."),
    N_ ("They would approve here. Nothing happens in a preview.") },
  { "/sign-out", N_ ("%s would be signed out here. Nothing happens in a preview."),
    N_ ("They would be signed out here. Nothing happens in a preview.") },
  { "/sign-in", N_ ("%s would sign in here. Nothing happens in a preview."),
    N_ ("They would sign in here. Nothing happens in a preview.") },
  { "/sign", N_ ("%s would be asked to sign here. Nothing happens in a preview."),
    N_ ("They would be asked to sign here. Nothing happens in a preview.") },
  { "/cancel", N_ ("%s would cancel here. Nothing happens in a preview."),
    N_ ("They would cancel here. Nothing happens in a preview.") },
  { "/book", N_ ("%s would book here. Nothing happens in a preview."),
    N_ ("They would book here. Nothing happens in a preview.") },
  { "file", N_ ("%s would get a file here. Nothing happens in a preview."),
    N_ ("They would get a file here. Nothing happens in a preview.") },
  { "", N_ ("%s would send this. Nothing happens in a preview."),
    N_ ("They would send this. Nothing happens in a preview.") },
};

static char *
name_somebody (const char *sentence, const char *name)
{
  GString *text = g_string_new (sentence);

  if (name != NULL)
    g_string_replace (text, "%s", name, 1);
  return g_string_free (text, FALSE);
}

char *
foyer_preview_note_text (GObject *self, const char *person_name, const char *pressed)
{
  if (pressed == NULL || *pressed == '\0')
    return g_strdup (_ ("You are looking, not acting. Pay, Approve and Send do nothing here."));
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++) {
    if (strstr (pressed, deeds[i].part) == NULL)
      continue;
    return name_somebody (person_name == NULL ? _ (deeds[i].nobody) : _ (deeds[i].somebody), person_name);
  }
  return NULL;
}

gboolean
foyer_preview_has_side (GObject *self, const char *side, const char *name)
{
  return g_strcmp0 (side, name) == 0;
}

gint64
foyer_preview_find_moment (FoyerOfficeTime *time, gint64 now, const char *when)
{
  FoyerZone *zone = foyer_office_time_get_zone (time);
  FoyerLocalTime local = foyer_zone_to_local (zone, now);

  if (g_str_equal (when, "now"))
    return 0;
  if (g_str_equal (when, "week"))
    return now + 7 * (gint64) FOYER_SECONDS_PER_DAY;
  local.date = foyer_date_add_days (&local.date, 1);
  local.second = 8 * 3600;
  return foyer_zone_to_utc (zone, &local, NULL);
}
