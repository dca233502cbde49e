/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-fit-properties.c - what must hold of fit and slots whatever the calendar looks like */

#include "foyer-booking-transition.h"
#include "foyer-fit.h"
#include "foyer-slots.h"

#include "foyer-random.h"
#include "foyer-test-business.h"
#include "types/portal_settings.h"
#include "types/visit.h"

#define QUARTER (15 * 60)
#define HOUR 3600
#define DAY 86400

typedef struct {
  FoyerTestBusiness *test;
  FoyerRandom *random;
  gint64 now;
} World;

static guint
below (World *world, guint limit)
{
  return foyer_random_below (world->random, limit);
}

static gboolean
chance (World *world, guint percent)
{
  return below (world, 100) < percent;
}

G_GNUC_PRINTF (2, 3)
static void
put (World *world, const char *format, ...)
{
  g_autofree char *json = NULL;
  va_list arguments;

  va_start (arguments, format);
  json = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  foyer_test_business_put (world->test, json);
}

/* A member with a crew member in it, or none. */
static char *
make_crew (World *world, guint n_crew, guint percent_none)
{
  if (chance (world, percent_none))
    return g_strdup ("");
  return g_strdup_printf (", 'crewId': 'cm-%u'", 1 + below (world, n_crew));
}

static gint64
make_time (World *world, guint days)
{
  return world->now + (gint64) below (world, days * 96) * QUARTER;
}

/*
 * Every slot that is offered fits, and every one that is shown as full does not
 */

static void
add_visits (World *world, guint n_crew)
{
  static const char *const statuses[] = { "scheduled", "scheduled", "scheduled", "done", "cancelled" };
  guint count = below (world, 25);

  for (guint i = 1; i <= count; i++) {
    gint64 at = make_time (world, 10);
    g_autofree char *start = foyer_utc_format (at);
    g_autofree char *end = foyer_utc_format (at + (1 + below (world, 24)) * QUARTER);
    g_autofree char *crew = make_crew (world, n_crew, 10);

    put (world,
         "[{'id': 'vs-%u', 'clientId': 'cl-2', 'title': 'Repair', 'start': '%s', 'end': '%s', 'status': "
         "'%s', 'origin': '%s'"
         " %s}]",
         i, start, end, statuses[below (world, G_N_ELEMENTS (statuses))],
         chance (world, 50) ? "booking" : "office", crew);
  }
}

static void
add_bookings (World *world, guint n_crew)
{
  static const char *const statuses[] = { "pending", "pending", "approved", "countered", "declined" };
  static const char *const kinds[] = { "new", "new", "new", "reschedule", "cancel" };
  guint count = below (world, 15);

  for (guint i = 1; i <= count; i++) {
    gint64 at = make_time (world, 10);
    g_autofree char *start = foyer_utc_format (at);
    g_autofree char *end = foyer_utc_format (at + (1 + below (world, 24)) * QUARTER);
    g_autofree char *asked = foyer_utc_format (world->now - below (world, 72) * HOUR);
    g_autofree char *crew = make_crew (world, n_crew, 20);

    put (world,
         "[{'id': 'bk-%u', 'clientId': 'cl-2', 'serviceId': 'sv-1', 'start': '%s', 'end': '%s', "
         "'requestedAt': '%s',"
         " 'status': '%s', 'kind': '%s', 'source': '%s' %s}]",
         i, start, end, asked, statuses[below (world, G_N_ELEMENTS (statuses))],
         kinds[below (world, G_N_ELEMENTS (kinds))], chance (world, 80) ? "portal" : "office", crew);
  }
}

static guint
add_crew (World *world)
{
  guint n_crew = 1 + below (world, 4);

  for (guint i = 1; i <= n_crew; i++) {
    g_autofree char *day = NULL;
    FoyerDate date = foyer_zone_to_local (world->test->zone, make_time (world, 10)).date;

    put (world, "[{'id': 'cm-%u', 'name': 'Crew', 'skills': [%s], 'active': %s, 'position': %u}]", i,
         chance (world, 50) ? "'gas'" : "", chance (world, 90) ? "true" : "false", i);
    if (chance (world, 30))
      put (world,
           "[{'id': 'av-%u', 'crewId': 'cm-%u', 'kind': 'hours', 'weekday': %u, 'from': %u, 'until': %u}]",
           20 + i, i, 1 + below (world, 7), below (world, 24) * 30, 720 + below (world, 25) * 30);
    day = foyer_date_format (&date);
    if (chance (world, 30))
      put (world, "[{'id': 'av-%u', 'crewId': 'cm-%u', 'kind': 'leave', 'date': '%s'}]", 30 + i, i, day);
    if (chance (world, 10))
      put (world, "[{'id': 'av-%u', 'kind': 'holiday', 'date': '%s'}]", 40 + i, day);
  }
  return n_crew;
}

/* A week around a change of clocks, somewhere. */
static void
make_world (World *world, guint64 seed)
{
  static const struct {
    const char *zone;
    const char *now;
  } weeks[] = {
    { "America/Los_Angeles", "2025-03-06 09:10" }, { "America/Los_Angeles", "2025-10-30 16:45" },
    { "Europe/Berlin", "2025-03-27 07:00" },       { "Pacific/Auckland", "2025-09-25 23:30" },
    { "Australia/Lord_Howe", "2025-10-02 12:00" }, { "UTC", "2025-05-05 09:14" },
  };
  guint n_crew;
  guint week;

  world->random = foyer_random_new_seeded (seed);
  week = below (world, G_N_ELEMENTS (weeks));
  world->test = foyer_test_business_new (weeks[week].zone);
  world->now = foyer_test_business_at (world->test, weeks[week].now);
  put (world,
       "[{'id': 'ps-1', 'booking.lead_hours': %u, 'booking.max_days': %u, 'booking.max_per_day': %u,"
       " 'booking.pending_holds': %s, 'booking.window_minutes': %u}]",
       below (world, 40), 1 + below (world, 9), below (world, 4), chance (world, 70) ? "true" : "false",
       60 * (1 + below (world, 3)));
  /* Sundays, when clocks change, and the night are working hours too. */
  put (world, "[{'id': 'av-7', 'kind': 'hours', 'weekday': 7, 'from': 0, 'until': 1440},"
              " {'id': 'av-6', 'kind': 'hours', 'weekday': 6, 'from': 1200, 'until': 1440}]");
  put (world, "[{'id': 'cm-2', 'active': false}]");
  n_crew = add_crew (world);
  add_visits (world, n_crew);
  add_bookings (world, n_crew);
}

static void
clear_world (World *world)
{
  g_clear_pointer (&world->test, foyer_test_business_free);
  g_clear_object (&world->random);
}

static FoyerFit *
check_slot (World *world, const FoyerSlot *slot, const char *service, gboolean names_crew)
{
  g_autofree char *start = foyer_utc_format (slot->start);
  g_autofree char *end = foyer_utc_format (slot->end);
  g_autofree char *asked = foyer_utc_format (world->now);
  g_autofree char *crew = names_crew ? g_strdup_printf ("'%s'", slot->crew_id) : g_strdup ("null");
  g_autofree char *json = g_strdup_printf (
      "{'id': 'bk-99', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'serviceId': '%s', 'crewId': %s,"
      " 'start': '%s', 'end': '%s', 'requestedAt': '%s'}",
      service, crew, start, end, asked);
  g_autoptr (FoyerRecord) booking = foyer_test_business_make (world->test, json, NULL);
  g_autoptr (GError) error = NULL;
  FoyerFit *fit = foyer_fit_check (world->test->source, booking, world->now, &error);

  g_assert_no_error (error);
  return fit;
}

static void
assert_slot (World *world, const FoyerSlot *slot, const char *service)
{
  g_autofree char *start = foyer_utc_format (slot->start);
  g_autoptr (FoyerFit) open = check_slot (world, slot, service, FALSE);

  g_test_message ("%s for %s: %s", start, service, slot->crew_id);
  if (slot->crew_id == NULL) {
    g_assert_true (foyer_fit_has_block (open, FALSE));
  } else {
    g_autoptr (FoyerFit) named = check_slot (world, slot, service, TRUE);

    g_assert_cmpint ((int) named->verdict, ==, (int) FOYER_VERDICT_PASS);
    g_assert_cmpint ((int) open->verdict, ==, (int) FOYER_VERDICT_PASS);
    g_assert_cmpstr (open->crew_id, ==, slot->crew_id);
  }
}

static void
test_offered_slots_fit (void)
{
  static const char *const services[] = { "sv-1", "sv-2" };
  guint n_free = 0;
  guint n_full = 0;

  for (guint64 seed = 1; seed <= 120; seed++) {
    World world;

    make_world (&world, seed);
    for (guint i = 0; i < G_N_ELEMENTS (services); i++) {
      g_autoptr (FoyerRecord) service = foyer_test_business_get (world.test, services[i]);
      g_autoptr (GPtrArray) slots
          = foyer_slots_list (world.test->source, service, 0, G_MAXINT64, world.now, NULL);

      for (guint j = 0; j < slots->len; j++) {
        const FoyerSlot *slot = slots->pdata[j];

        g_assert_true (j == 0 || slot->start > ((FoyerSlot *) slots->pdata[j - 1])->start);
        n_free += slot->crew_id != NULL;
        n_full += slot->crew_id == NULL;
        /* One in three is enough: a look at a slot reads the calendar anew. */
        if (below (&world, 3) == 0)
          assert_slot (&world, slot, services[i]);
      }
    }
    clear_world (&world);
  }
  /* The test cannot go blind. */
  g_assert_cmpuint (n_free, >, 1000);
  g_assert_cmpuint (n_full, >, 300);
}

/*
 * No sequence of decisions leaves two overlapping on one crew unless one carries an override
 */

#define N_BOOKINGS 14
#define N_CREW 2

typedef struct {
  char *crew_id;
  gint64 start;
  gint64 end;
  char *visit_id; /* (nullable): what it is or moves */
  gboolean has_override;
} Taken;

static void
clear_taken (gpointer data)
{
  Taken *taken = data;

  g_free (taken->crew_id);
  g_free (taken->visit_id);
}

static FoyerRecord *
get (World *world, const char *prefix, guint number)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", prefix, number);

  return foyer_test_business_get (world->test, id);
}

static void
take_booking (GArray *all, FoyerRecord *booking)
{
  gboolean is_move = foyer_booking_get_kind (booking) == FOYER_BOOKING_RESCHEDULE;
  Taken taken;

  if (foyer_booking_get_status (booking) != FOYER_BOOKING_APPROVED
      || (is_move ? FOYER_HAS (booking, booking, decided_at) : FOYER_HAS (booking, booking, visit_id)))
    return;
  taken = (Taken){ g_strdup (foyer_booking_get_crew_id (booking)), foyer_booking_get_start (booking),
                   foyer_booking_get_end (booking), g_strdup (foyer_booking_get_visit_id (booking)),
                   FOYER_HAS (booking, booking, override) };
  g_array_append_val (all, taken);
}

static void
take_visit (GArray *all, FoyerRecord *visit)
{
  Taken taken;

  if (foyer_visit_get_status (visit) == FOYER_VISIT_CANCELLED)
    return;
  taken = (Taken){ g_strdup (foyer_visit_get_crew_id (visit)), foyer_visit_get_start (visit),
                   foyer_visit_get_end (visit), g_strdup (foyer_record_get_id (visit)),
                   FOYER_HAS (visit, visit, override) };
  g_array_append_val (all, taken);
}

static void
assert_no_overlap (World *world, guint step)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Taken));

  g_array_set_clear_func (all, clear_taken);
  for (guint i = 1; i <= 2 * N_BOOKINGS; i++) {
    g_autoptr (FoyerRecord) booking = get (world, "bk", i);
    g_autoptr (FoyerRecord) visit = get (world, "vs", i);

    if (booking != NULL)
      take_booking (all, booking);
    if (visit != NULL)
      take_visit (all, visit);
  }
  for (guint i = 0; i < all->len; i++) {
    for (guint j = 0; j < i; j++) {
      const Taken *a = &g_array_index (all, Taken, i);
      const Taken *b = &g_array_index (all, Taken, j);

      /* A visit that is being moved stands at both times until it is. */
      if (a->visit_id != NULL && g_strcmp0 (a->visit_id, b->visit_id) == 0)
        continue;
      if (g_strcmp0 (a->crew_id, b->crew_id) == 0 && a->start < b->end && b->start < a->end
          && !a->has_override && !b->has_override)
        g_error ("step %u: %s is at two places at %" G_GINT64_FORMAT, step, a->crew_id, a->start);
    }
  }
}

static gboolean
may_become (FoyerRecord *booking, FoyerBookingStatus to, FoyerActor actor)
{
  return booking != NULL
         && foyer_booking_may_become ((FoyerBookingStatus) foyer_booking_get_status (booking), to, actor,
                                      FALSE);
}

/* What the console and then the server do when staff press A: judge the booking as it would be, then write it. */
static gboolean
approve (World *world, guint number)
{
  g_autoptr (FoyerRecord) before = get (world, "bk", number);
  g_autoptr (FoyerRecord) wanted = NULL;
  g_autoptr (FoyerFit) fit = NULL;
  g_autoptr (JsonObject) json = NULL;
  g_autofree char *id = NULL;

  if (!may_become (before, FOYER_BOOKING_APPROVED, FOYER_ACTOR_STAFF))
    return FALSE;
  json = foyer_record_to_json (before);
  json_object_set_string_member (json, "status", "approved");
  wanted = foyer_record_from_json (&foyer_booking_type, json, NULL);
  fit = foyer_fit_check (world->test->source, wanted, world->now, NULL);
  g_assert_nonnull (fit);
  if (foyer_fit_has_block (fit, TRUE) || fit->crew_id == NULL)
    return FALSE;
  if (foyer_fit_has_block (fit, FALSE) && chance (world, 85))
    return FALSE;
  id = g_strdup_printf ("bk-%u", number);
  put (world, "[{'id': '%s', 'status': 'approved', 'crewId': '%s', 'override': %s}]", id, fit->crew_id,
       foyer_fit_has_block (fit, FALSE) ? "'They insist'" : "null");
  return TRUE;
}

/* The server's effects: the visit of an approved booking, or the move of one. */
static void
make_effects (World *world, guint number)
{
  g_autoptr (FoyerRecord) booking = get (world, "bk", number);
  gboolean is_move = booking != NULL && foyer_booking_get_kind (booking) == FOYER_BOOKING_RESCHEDULE;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *now = foyer_utc_format (world->now);
  g_autofree char *visit = NULL;
  const char *override;

  if (booking == NULL || foyer_booking_get_status (booking) != FOYER_BOOKING_APPROVED
      || FOYER_HAS (booking, booking, decided_at))
    return;
  start = foyer_utc_format (foyer_booking_get_start (booking));
  end = foyer_utc_format (foyer_booking_get_end (booking));
  visit = is_move ? g_strdup (foyer_booking_get_visit_id (booking)) : g_strdup_printf ("vs-%u", number);
  override = FOYER_HAS (booking, booking, override) ? "'They insist'" : "null";
  put (world,
       "[{'id': '%s', 'clientId': 'cl-1', 'title': 'Visit', 'start': '%s', 'end': '%s', 'crewId': '%s', "
       "'override': %s,"
       " 'status': 'scheduled'}, {'id': 'bk-%u', 'visitId': '%s', 'decidedAt': '%s'}]",
       visit, start, end, foyer_booking_get_crew_id (booking), override, number, visit, now);
}

/* Takes a decision back, or gives the visit up; either way its visit is gone. */
static void
give_up (World *world, guint number, FoyerBookingStatus to, const char *word)
{
  g_autoptr (FoyerRecord) booking = get (world, "bk", number);

  if (!may_become (booking, to, FOYER_ACTOR_STAFF)
      || foyer_booking_get_kind (booking) == FOYER_BOOKING_RESCHEDULE)
    return;
  if (FOYER_HAS (booking, booking, visit_id))
    put (world, "[{'id': '%s', 'status': 'cancelled'}]", foyer_booking_get_visit_id (booking));
  put (world, "[{'id': 'bk-%u', 'status': '%s', 'visitId': null, 'decidedAt': null, 'override': null}]",
       number, word);
}

static void
counter (World *world, guint number)
{
  g_autoptr (FoyerRecord) booking = get (world, "bk", number);
  gint64 at = world->now + DAY + below (world, 16) * QUARTER;
  g_autofree char *start = foyer_utc_format (at);
  g_autofree char *end = foyer_utc_format (at + (1 + below (world, 8)) * QUARTER);

  if (may_become (booking, FOYER_BOOKING_COUNTERED, FOYER_ACTOR_STAFF))
    put (world, "[{'id': 'bk-%u', 'status': 'countered', 'start': '%s', 'end': '%s'}]", number, start, end);
}

/* Somebody asks: for a time, or to move the visit of the booking with the same number. */
static void
ask (World *world, guint number, const char *visit_id)
{
  gint64 at = world->now + DAY + below (world, 32) * QUARTER;
  g_autofree char *start = foyer_utc_format (at);
  g_autofree char *end = foyer_utc_format (at + (1 + below (world, 8)) * QUARTER);
  g_autofree char *asked = foyer_utc_format (world->now - below (world, 60) * 60);
  g_autofree char *crew = make_crew (world, N_CREW, 30);
  g_autofree char *move = visit_id == NULL
                              ? g_strdup ("")
                              : g_strdup_printf (", 'kind': 'reschedule', 'visitId': '%s'", visit_id);

  put (world,
       "[{'id': 'bk-%u', 'clientId': 'cl-1', 'propertyId': 'pr-1', 'serviceId': 'sv-1', 'start': '%s', "
       "'end': '%s',"
       " 'requestedAt': '%s', 'status': 'pending' %s %s}]",
       number, start, end, asked, crew, move);
}

static void
ask_to_move (World *world, guint number)
{
  g_autoptr (FoyerRecord) booking = get (world, "bk", number);
  g_autoptr (FoyerRecord) move = get (world, "bk", number + N_BOOKINGS);

  if (move == NULL && booking != NULL && FOYER_HAS (booking, booking, visit_id))
    ask (world, number + N_BOOKINGS, foyer_booking_get_visit_id (booking));
}

static guint
run_sequence (guint64 seed)
{
  World world = { foyer_test_business_new ("America/Los_Angeles"), foyer_random_new_seeded (seed), 0 };
  guint n_approved = 0;

  world.now = foyer_test_business_at (world.test, "2025-03-08 08:00");
  put (&world,
       "[{'id': 'ps-1', 'booking.max_per_day': 0, 'booking.pending_holds': %s},"
       " {'id': 'av-6', 'kind': 'hours', 'weekday': 6, 'from': 0, 'until': 1440},"
       " {'id': 'av-7', 'kind': 'hours', 'weekday': 7, 'from': 0, 'until': 1440}]",
       chance (&world, 50) ? "true" : "false");
  for (guint i = 1; i <= N_BOOKINGS; i++)
    ask (&world, i, NULL);
  for (guint step = 0; step < 70; step++) {
    guint number = 1 + below (&world, N_BOOKINGS);
    guint any = number + (chance (&world, 30) ? N_BOOKINGS : 0);

    switch (below (&world, 9)) {
    case 0:
      give_up (&world, number, FOYER_BOOKING_PENDING, "pending");
      break;
    case 1:
      give_up (&world, number, FOYER_BOOKING_CANCELLED, "cancelled");
      break;
    case 2:
      counter (&world, number);
      break;
    case 3:
      ask_to_move (&world, number);
      break;
    case 4:
    case 5:
      make_effects (&world, any);
      break;
    default:
      n_approved += approve (&world, any);
    }
    assert_no_overlap (&world, step);
  }
  clear_world (&world);
  return n_approved;
}

static void
test_nobody_is_at_two_places (void)
{
  guint n_approved = 0;

  for (guint64 seed = 1; seed <= 150; seed++) {
    g_test_message ("seed %" G_GUINT64_FORMAT, seed);
    n_approved += run_sequence (seed);
  }
  g_assert_cmpuint (n_approved, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit-properties/offered-slots-fit-and-full-ones-do-not", test_offered_slots_fit);
  g_test_add_func ("/fit-properties/nobody-is-at-two-places", test_nobody_is_at_two_places);
  return g_test_run ();
}
