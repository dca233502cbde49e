/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-capacity.c - who could go when */

#include "foyer-capacity.h"

#include "types/crew_member.h"
#include "types/service.h"

static GPtrArray *
list_crew (FoyerRecordSource *source, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_crew_member_type);

  foyer_query_where_number (query, "active", FOYER_COMPARE_EQUAL, TRUE);
  foyer_query_order (query, "position", FALSE);
  return foyer_record_source_list (source, query, error);
}

FoyerCapacity *
foyer_capacity_load (FoyerRecordSource *source,
                     FoyerBusiness *business,
                     gint64 from,
                     gint64 until,
                     gint64 now,
                     GError **error)
{
  g_autoptr (FoyerCapacity) capacity = g_new0 (FoyerCapacity, 1);

  g_return_val_if_fail (business->zone != NULL, NULL);

  capacity->business = business;
  capacity->crew = list_crew (source, error);
  if (capacity->crew == NULL)
    return NULL;
  capacity->hours = foyer_working_hours_load (source, business, error);
  if (capacity->hours == NULL)
    return NULL;
  capacity->calendar = foyer_calendar_load (source, business, from, until, now, error);
  if (capacity->calendar == NULL)
    return NULL;
  return g_steal_pointer (&capacity);
}

void
foyer_capacity_free (FoyerCapacity *capacity)
{
  if (capacity == NULL)
    return;
  g_clear_pointer (&capacity->crew, g_ptr_array_unref);
  g_clear_pointer (&capacity->hours, foyer_working_hours_free);
  g_clear_pointer (&capacity->calendar, foyer_calendar_free);
  g_free (capacity);
}

gboolean
foyer_crew_member_can (FoyerRecord *crew, FoyerRecord *service)
{
  const char *needed = service == NULL ? NULL : foyer_service_get_skill (service);
  g_auto (GStrv) skills = NULL;
  g_autofree char *wanted = NULL;

  if (needed == NULL || *needed == '\0')
    return TRUE;
  wanted = g_utf8_casefold (needed, -1);
  skills = foyer_crew_member_get_skills (crew);
  for (char **skill = skills; *skill != NULL; skill++) {
    g_autofree char *folded = g_utf8_casefold (*skill, -1);

    if (g_str_equal (folded, wanted))
      return TRUE;
  }
  return FALSE;
}

gboolean
foyer_capacity_is_free (FoyerCapacity *capacity,
                        FoyerRecord *crew,
                        gint64 start,
                        gint64 end,
                        FoyerRecord *booking)
{
  const char *id = foyer_record_get_id (crew);

  /* The calendar is asked first because it answers faster. */
  return foyer_calendar_find (capacity->calendar, id, start, end, booking) == NULL
         && foyer_working_hours_check (capacity->hours, id, start, end, NULL) <= FOYER_PRESENCE_NOT_KNOWN;
}

GPtrArray *
foyer_capacity_list_free (FoyerCapacity *capacity,
                          FoyerRecord *service,
                          gint64 start,
                          gint64 end,
                          FoyerRecord *booking,
                          guint *n_unassigned)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < capacity->crew->len; i++) {
    FoyerRecord *crew = capacity->crew->pdata[i];

    if (foyer_crew_member_can (crew, service) && foyer_capacity_is_free (capacity, crew, start, end, booking))
      g_ptr_array_add (found, crew);
  }
  *n_unassigned = foyer_calendar_count_unassigned (capacity->calendar, start, end, booking);
  return found;
}
