/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-working-hours.c - when people work: weekly hours less leave and holidays, on the organisation's clocks */

#include "foyer-working-hours.h"

#include "types/availability.h"

#define MINUTES_PER_DAY 1440
#define DAYS_OF_ALL_TIME 4000000

/* Nobody works longer than this in one go, and no look at the hours goes further. */
#define LONGEST_TIME (31 * FOYER_SECONDS_PER_DAY)

/* One record of Availability, read once. */
typedef struct {
  FoyerAvailabilityKind kind;
  char *crew_id; /* (nullable) */
  int weekday;   /* of hours */
  int from;      /* minutes of the day */
  int until;
  int first_day; /* days since 1970-01-01, both ends included */
  int last_day;
  char *note; /* (nullable) */
} Line;

typedef struct {
  gint64 start;
  gint64 end;
} Stretch;

struct _FoyerWorkingHours {
  FoyerBusiness *business;
  GArray *lines; /* (element-type Line) (owned) */
};

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->crew_id);
  g_free (line->note);
}

static int
read_day (const char *text, int fallback)
{
  FoyerDate date;

  if (text == NULL || !foyer_date_parse (text, &date, NULL))
    return fallback;
  return foyer_date_to_days (&date);
}

static Line
read_line (FoyerRecord *record)
{
  Line line = {
    .kind = (FoyerAvailabilityKind) foyer_availability_get_kind (record),
    .crew_id = g_strdup (foyer_availability_get_crew_id (record)),
    .weekday = (int) foyer_availability_get_weekday (record),
    .from = (int) foyer_availability_get_from_minute (record),
    .until = FOYER_HAS (record, availability, until_minute)
                 ? (int) foyer_availability_get_until_minute (record)
                 : MINUTES_PER_DAY,
    .first_day = read_day (foyer_availability_get_date (record), -DAYS_OF_ALL_TIME),
    .note = g_strdup (foyer_availability_get_note (record)),
  };

  /* Hours go on until they are ended; leave and holidays are of one day unless they say otherwise. */
  line.last_day = read_day (foyer_availability_get_until_date (record),
                            line.kind == FOYER_AVAILABILITY_HOURS ? DAYS_OF_ALL_TIME : line.first_day);
  return line;
}

static gboolean
is_on (const Line *line, const char *crew_id, int day)
{
  return g_strcmp0 (line->crew_id, crew_id) == 0 && line->first_day <= day && day <= line->last_day;
}

static gboolean
has_hours (FoyerWorkingHours *self, const char *crew_id, int day)
{
  for (guint i = 0; i < self->lines->len; i++) {
    const Line *line = &g_array_index (self->lines, Line, i);

    if (line->kind == FOYER_AVAILABILITY_HOURS && is_on (line, crew_id, day))
      return TRUE;
  }
  return FALSE;
}

/* Whose hours hold for somebody on a day: their own or, NULL, the organisation's. */
static const char *
choose_hours (FoyerWorkingHours *self, const char *crew_id, int day)
{
  return crew_id != NULL && has_hours (self, crew_id, day) ? crew_id : NULL;
}

static Stretch
place (FoyerWorkingHours *self, const Line *line, const FoyerDate *date)
{
  return (Stretch){ foyer_business_moment (self->business, date, line->from),
                    foyer_business_moment (self->business, date, line->until) };
}

static void
add_hours (FoyerWorkingHours *self, const char *crew_id, const FoyerDate *date, GArray *stretches)
{
  int day = foyer_date_to_days (date);
  const char *whose = choose_hours (self, crew_id, day);

  for (guint i = 0; i < self->lines->len; i++) {
    const Line *line = &g_array_index (self->lines, Line, i);
    Stretch stretch;

    if (line->kind != FOYER_AVAILABILITY_HOURS || !is_on (line, whose, day)
        || line->weekday != (int) foyer_date_weekday (date) || line->from >= line->until)
      continue;
    stretch = place (self, line, date);
    g_array_append_val (stretches, stretch);
  }
}

/* The first leave or holiday of one kind that takes some of the time. */
static const Line *
find_break (FoyerWorkingHours *self,
            FoyerAvailabilityKind kind,
            const char *crew_id,
            gint64 start,
            gint64 end)
{
  FoyerDate first = foyer_business_date (self->business, start);
  FoyerDate last = foyer_business_date (self->business, MIN (end, start + LONGEST_TIME) - 1);

  for (guint i = 0; i < self->lines->len; i++) {
    const Line *line = &g_array_index (self->lines, Line, i);

    if (line->kind != kind || (line->crew_id != NULL && g_strcmp0 (line->crew_id, crew_id) != 0))
      continue;
    for (FoyerDate date = first; foyer_date_compare (&date, &last) <= 0;
         date = foyer_date_add_days (&date, 1)) {
      int day = foyer_date_to_days (&date);
      Stretch stretch;

      if (day < line->first_day || day > line->last_day)
        continue;
      stretch = place (self, line, &date);
      if (stretch.start < end && stretch.end > start)
        return line;
    }
  }
  return NULL;
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const Stretch *first = a;
  const Stretch *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static gboolean
covers (GArray *stretches, gint64 start, gint64 end)
{
  gint64 reached = start;

  g_array_sort (stretches, compare_stretches);
  for (guint i = 0; i < stretches->len; i++) {
    const Stretch *stretch = &g_array_index (stretches, Stretch, i);

    if (stretch->start <= reached)
      reached = MAX (reached, stretch->end);
  }
  return reached >= end;
}

static void
add_records (FoyerWorkingHours *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++) {
    Line line = read_line (records->pdata[i]);

    g_array_append_val (self->lines, line);
  }
}

FoyerWorkingHours *
foyer_working_hours_load (FoyerRecordSource *source, FoyerBusiness *business, GError **error)
{
  static const FoyerAvailabilityKind kinds[]
      = { FOYER_AVAILABILITY_HOURS, FOYER_AVAILABILITY_LEAVE, FOYER_AVAILABILITY_HOLIDAY };
  g_autoptr (FoyerWorkingHours) self = g_new0 (FoyerWorkingHours, 1);

  g_return_val_if_fail (business->zone != NULL, NULL);

  self->business = business;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_availability_type);
    g_autoptr (GPtrArray) records = NULL;

    foyer_query_where_number (query, "kind", FOYER_COMPARE_EQUAL, kinds[i]);
    records = foyer_record_source_list (source, query, error);
    if (records == NULL)
      return NULL;
    add_records (self, records);
  }
  return g_steal_pointer (&self);
}

void
foyer_working_hours_free (FoyerWorkingHours *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}

FoyerPresence
foyer_working_hours_check (FoyerWorkingHours *self,
                           const char *crew_id,
                           gint64 start,
                           gint64 end,
                           const char **note)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  FoyerDate first = foyer_business_date (self->business, start);
  FoyerDate last = foyer_business_date (self->business, MIN (end, start + LONGEST_TIME) - 1);
  int day = foyer_date_to_days (&first);
  const Line *line;

  if ((line = find_break (self, FOYER_AVAILABILITY_HOLIDAY, crew_id, start, end)) != NULL
      || (line = find_break (self, FOYER_AVAILABILITY_LEAVE, crew_id, start, end)) != NULL) {
    if (note != NULL)
      *note = line->note;
    return line->kind == FOYER_AVAILABILITY_HOLIDAY ? FOYER_PRESENCE_HOLIDAY : FOYER_PRESENCE_LEAVE;
  }
  if (note != NULL)
    *note = NULL;
  if (!has_hours (self, choose_hours (self, crew_id, day), day))
    return FOYER_PRESENCE_NOT_KNOWN;

  add_hours (self, crew_id, &first, stretches);
  if (stretches->len == 0)
    return FOYER_PRESENCE_DAY_OFF;
  for (FoyerDate date = foyer_date_add_days (&first, 1); foyer_date_compare (&date, &last) <= 0;
       date = foyer_date_add_days (&date, 1))
    add_hours (self, crew_id, &date, stretches);
  return covers (stretches, start, end) ? FOYER_PRESENCE_WORKING : FOYER_PRESENCE_OUTSIDE;
}

gboolean
foyer_working_hours_get_day (FoyerWorkingHours *self,
                             const char *crew_id,
                             const FoyerDate *date,
                             int *first,
                             int *last)
{
  int day = foyer_date_to_days (date);
  const char *whose = choose_hours (self, crew_id, day);

  *first = MINUTES_PER_DAY;
  *last = 0;
  for (guint i = 0; i < self->lines->len; i++) {
    const Line *line = &g_array_index (self->lines, Line, i);

    if (line->kind != FOYER_AVAILABILITY_HOURS || !is_on (line, whose, day)
        || line->weekday != (int) foyer_date_weekday (date) || line->from >= line->until)
      continue;
    *first = MIN (*first, line->from);
    *last = MAX (*last, line->until);
  }
  return *first < *last;
}
