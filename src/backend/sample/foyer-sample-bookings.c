/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-bookings.c - bookings that were decided, those that wait, and the days that they are about */

#include "foyer-sample-parts.h"

#include "types/booking.h"
#include "types/portal_link.h"
#include "types/visit.h"

#define EXPIRE_HOURS 48

/* These many have been clients for longer than the history is. */
#define N_OLD_CLIENTS 5

/* Places in foyer_sample_services. */
#define FURNACE 0
#define COOLING 1
#define FILTER 2
#define THERMOSTAT 4

typedef struct {
  FoyerSampleClient *client;
  const char *kind;
  const char *status;
  guint service;
  int crew; /* -1 for nobody */
  gint64 start;
  gint64 requested_at;
  gint64 decided_at; /* 0 while nobody has decided */
  const char *id;
  const char *visit_id;
  const char *note;
  const char *reason;
  const char *message;
  const char *offers; /* JSON */
  gint64 offers_until;
  gboolean urgent;
  gint64 held_until;
  gboolean office; /* made by the office on the phone */
} Wish;

/* Working days are counted from the day after tomorrow on: there the booked days are all ahead whatever the time is now. */
static int
get_day (FoyerSampleMaker *maker, guint n)
{
  return foyer_sample_working_day (maker, 2, n);
}

static gint64
get_moment (FoyerSampleMaker *maker, guint n, int minute)
{
  return foyer_sample_moment (maker, get_day (maker, n), minute);
}

static gint64
hours_ago (FoyerSampleMaker *maker, int hours)
{
  return maker->now - (gint64) hours * FOYER_SAMPLE_HOUR;
}

static void
tell_client (FoyerSampleMaker *maker, const Wish *wish, const char *booking_id)
{
  gboolean decided = wish->decided_at != 0;
  const FoyerSampleDelivery delivery = {
    .client = wish->client,
    .person_id = wish->client->booker_id,
    .channel = "email",
    .kind = decided ? "booking_answer" : "booking_received",
    .to = wish->client->person_emails[0],
    .subject = decided ? "About your request" : "We have your request",
    .about_id = booking_id,
    .status = "delivered",
    .at = decided ? wish->decided_at + 12 : wish->requested_at + 3,
  };

  foyer_sample_add_delivery (maker, &delivery);
}

static void
set_decision (FoyerSampleMaker *maker, FoyerSampleRecord *record, const Wish *wish)
{
  const char *by = maker->staff_ids[maker->booking_number % 2];
  gboolean withdrawn = g_str_equal (wish->status, "withdrawn");

  if (wish->decided_at == 0)
    return;
  /* What clients do themselves and what time does is nobody's decision. */
  if (withdrawn || g_str_equal (wish->status, "expired")) {
    foyer_sample_changed (record, withdrawn ? wish->client->booker_id : NULL, wish->decided_at);
    return;
  }
  foyer_sample_changed (record, by, wish->decided_at);
  foyer_sample_time (record, "toldAt", wish->decided_at + 12);
  foyer_sample_text (record, "decidedBy", by);
  foyer_sample_time (record, "decidedAt", wish->decided_at);
}

static void
add_booking (FoyerSampleMaker *maker, const Wish *wish)
{
  const FoyerSampleService *service = &foyer_sample_services[wish->service];
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_booking_type, wish->id, wish->requested_at);
  g_autofree char *id = g_strdup (foyer_sample_get_id (record));

  foyer_sample_text (record, "clientId", wish->client->id);
  foyer_sample_text (record, "personId", wish->office ? NULL : wish->client->booker_id);
  foyer_sample_text (record, "kind", wish->kind == NULL ? "new" : wish->kind);
  foyer_sample_text (record, "status", wish->status);
  foyer_sample_text (record, "serviceId", maker->service_ids->pdata[wish->service]);
  foyer_sample_text (record, "propertyId", wish->client->property_ids[0]);
  foyer_sample_time (record, "start", wish->start);
  foyer_sample_time (record, "end", wish->start + (gint64) service->minutes * FOYER_SAMPLE_MINUTE);
  if (wish->crew >= 0)
    foyer_sample_text (record, "crewId", maker->crew_ids->pdata[wish->crew]);
  foyer_sample_text (record, "note", wish->note);
  foyer_sample_time (record, "requestedAt", wish->requested_at);
  foyer_sample_text (record, "reason", wish->reason);
  foyer_sample_text (record, "visitId", wish->visit_id);
  foyer_sample_integer (record, "number", ++maker->booking_number);
  foyer_sample_text (record, "source", wish->office ? "office" : "portal");
  foyer_sample_boolean (record, "urgent", wish->urgent);
  if (wish->offers != NULL)
    foyer_sample_parse (record, "offers", wish->offers);
  foyer_sample_time (record, "offersUntil", wish->offers_until);
  foyer_sample_text (record, "message", wish->message);
  foyer_sample_time (record, "heldUntil", wish->held_until);
  foyer_sample_text (record, "heldFor", wish->held_until == 0 ? NULL : "Until Lee confirms");
  foyer_sample_time (record, "expiresAt", wish->requested_at + EXPIRE_HOURS * FOYER_SAMPLE_HOUR);
  set_decision (maker, record, wish);
  foyer_sample_end (record);
  tell_client (maker, wish, id);
}

/* The link that came with an appointment's confirmation (000-11). */
static void
add_link (FoyerSampleMaker *maker, FoyerSampleClient *client, const char *visit_id, gint64 at)
{
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_portal_link_type, NULL, at);
  g_autofree char *last_four = foyer_sample_last_four (maker);

  foyer_sample_text (record, "clientId", client->id);
  foyer_sample_text (record, "origin", "appointment");
  foyer_sample_text (record, "originId", visit_id);
  foyer_sample_time (record, "expiresAt", at + 90 * FOYER_SAMPLE_DAY);
  foyer_sample_time (record, "issuedAt", at);
  foyer_sample_text (record, "lastFour", last_four);
  foyer_sample_end (record);
}

/* A booking that was approved, its visit, and the link in the confirmation. */
static void
add_approved (FoyerSampleMaker *maker, Wish *wish, const char *visit_status)
{
  g_autofree char *visit_id = foyer_sample_id (maker, &foyer_visit_type, wish->decided_at);
  g_autofree char *id = foyer_sample_id (maker, &foyer_booking_type, wish->requested_at);
  const FoyerSampleVisit visit = {
    .client = wish->client,
    .service = wish->service,
    .crew = (guint) wish->crew,
    .start = wish->start,
    .status = visit_status,
    .booking_id = id,
    .id = visit_id,
  };

  wish->id = id;
  wish->visit_id = visit_id;
  if (wish->status == NULL)
    wish->status = "approved";
  add_booking (maker, wish);
  foyer_sample_add_visit (maker, &visit);
  add_link (maker, wish->client, visit_id, wish->decided_at);
  wish->id = NULL;
  wish->visit_id = NULL;
}

/* --- What was decided -------------------------------------------------------------------------------------------- */

/* Eight o'clock is kept free for these: whatever else a crew does begins at nine. */
static void
add_past (FoyerSampleMaker *maker)
{
  for (guint i = 0; i < 10; i++) {
    int day = foyer_sample_working_day (maker, -130 + (int) i * 12, 0);
    gboolean priya = i % 2 == 1 && (day < -48 || day > -38);
    Wish wish = {
      .client = foyer_sample_client_at (maker, i % N_OLD_CLIENTS),
      .service = priya ? THERMOSTAT : FILTER,
      .crew = priya ? FOYER_SAMPLE_PRIYA : FOYER_SAMPLE_LEE,
      .start = foyer_sample_moment (maker, day, 480),
      .note = foyer_sample_chance (maker, 50) ? foyer_sample_pick (maker, foyer_sample_notes) : NULL,
      .status = i == 4 ? "cancelled" : NULL,
      .office = i == 7,
    };

    wish.requested_at = wish.start - (gint64) (3 + i % 3) * FOYER_SAMPLE_DAY;
    wish.decided_at = wish.requested_at + 3 * FOYER_SAMPLE_HOUR;
    if (day < 0)
      add_approved (maker, &wish, i == 4 ? "cancelled" : "done");
  }
}

static void
add_refused (FoyerSampleMaker *maker)
{
  static const struct {
    const char *status;
    const char *reason;
    const char *message;
  } refused[] = {
    { "declined", "We are fully booked that day.", "We are fully booked that day. Thursday would work." },
    { "withdrawn", NULL, NULL },
    { "expired", NULL, NULL },
    { "declined", "We do not serve that area yet.", "We do not serve that area yet. Sorry!" },
    { "withdrawn", NULL, NULL },
    { "expired", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    int day = foyer_sample_working_day (maker, -80 + (int) i * 11, 0);
    Wish wish = {
      .client = foyer_sample_client_at (maker, (i + 2) % N_OLD_CLIENTS),
      .status = refused[i].status,
      .service = i % 5,
      .crew = -1,
      .start = foyer_sample_moment (maker, day, 840),
      .reason = refused[i].reason,
      .message = refused[i].message,
    };

    wish.requested_at = wish.start - 4 * FOYER_SAMPLE_DAY;
    wish.decided_at
        = wish.requested_at + (g_str_equal (wish.status, "expired") ? EXPIRE_HOURS : 5) * FOYER_SAMPLE_HOUR;
    add_booking (maker, &wish);
  }
}

/* One visit that a client moved, and one that a client gave back. */
static void
add_moves (FoyerSampleMaker *maker)
{
  static const char *const kinds[] = { "reschedule", "cancel" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *visit_id = NULL;
    int day = foyer_sample_working_day (maker, -33 + (int) i * 7, 0);
    FoyerSampleVisit visit = {
      .client = foyer_sample_client_at (maker, 2 + i),
      .service = FILTER,
      .crew = FOYER_SAMPLE_LEE,
      .start = foyer_sample_moment (maker, day, 510),
      .status = i == 0 ? "done" : "cancelled",
    };
    Wish wish = {
      .client = visit.client,
      .kind = kinds[i],
      .status = "approved",
      .service = FILTER,
      .crew = FOYER_SAMPLE_LEE,
      .start = visit.start,
      .requested_at = visit.start - 3 * FOYER_SAMPLE_DAY,
      .decided_at = visit.start - 3 * FOYER_SAMPLE_DAY + FOYER_SAMPLE_HOUR,
    };

    visit_id = foyer_sample_id (maker, &foyer_visit_type, visit.start - 9 * FOYER_SAMPLE_DAY);
    visit.id = visit_id;
    wish.visit_id = visit_id;
    foyer_sample_add_visit (maker, &visit);
    add_booking (maker, &wish);
  }
}

/* --- The days ahead ---------------------------------------------------------------------------------------------- */

static void
add_planned (FoyerSampleMaker *maker, guint client, guint service, guint crew, gint64 start, const char *id)
{
  const FoyerSampleVisit visit = {
    .client = foyer_sample_client_at (maker, client),
    .service = service,
    .crew = crew,
    .start = start,
    .status = "scheduled",
    .id = id,
  };

  foyer_sample_add_visit (maker, &visit);
}

/* What the office has planned for the days that bookings wait for. */
static void
add_plans (FoyerSampleMaker *maker)
{
  if (foyer_sample_is_working_day (maker, 1)) {
    add_planned (maker, 16, COOLING, FOYER_SAMPLE_PRIYA, foyer_sample_moment (maker, 1, 600), NULL);
    add_planned (maker, 17, FURNACE, FOYER_SAMPLE_PRIYA, foyer_sample_moment (maker, 1, 780), NULL);
  }
  add_planned (maker, 0, FURNACE, FOYER_SAMPLE_LEE, get_moment (maker, 0, 780), NULL);
  add_planned (maker, 18, COOLING, FOYER_SAMPLE_PRIYA, get_moment (maker, 0, 540), NULL);
  add_planned (maker, 2, FURNACE, FOYER_SAMPLE_LEE, get_moment (maker, 1, 600), NULL);
  add_planned (maker, 19, COOLING, FOYER_SAMPLE_PRIYA, get_moment (maker, 4, 540), NULL);
}

/* The third of those days already has as many bookings as the settings allow. */
static void
add_full_day (FoyerSampleMaker *maker)
{
  static const struct {
    guint client;
    guint service;
    int crew;
    int minute;
  } booked[] = {
    { 12, FURNACE, FOYER_SAMPLE_LEE, 480 }, { 13, COOLING, FOYER_SAMPLE_PRIYA, 510 },
    { 14, FURNACE, FOYER_SAMPLE_LEE, 600 }, { 15, THERMOSTAT, FOYER_SAMPLE_PRIYA, 660 },
    { 16, FURNACE, FOYER_SAMPLE_LEE, 780 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (booked); i++) {
    Wish wish = {
      .client = foyer_sample_client_at (maker, booked[i].client),
      .service = booked[i].service,
      .crew = booked[i].crew,
      .start = get_moment (maker, 2, booked[i].minute),
      .requested_at = hours_ago (maker, 90 - (int) i * 6),
      .decided_at = hours_ago (maker, 86 - (int) i * 6),
    };

    add_approved (maker, &wish, "scheduled");
  }
}

static void
add_countered (FoyerSampleMaker *maker)
{
  g_autofree char *first = foyer_utc_format (get_moment (maker, 3, 780));
  g_autofree char *first_end = foyer_utc_format (get_moment (maker, 3, 870));
  g_autofree char *second = foyer_utc_format (get_moment (maker, 4, 600));
  g_autofree char *second_end = foyer_utc_format (get_moment (maker, 4, 690));
  const char *lee = maker->crew_ids->pdata[FOYER_SAMPLE_LEE];
  g_autofree char *offers = g_strdup_printf ("[{\"start\":\"%s\",\"end\":\"%s\",\"crewId\":\"%s\"},"
                                             "{\"start\":\"%s\",\"end\":\"%s\",\"crewId\":\"%s\"}]",
                                             first, first_end, lee, second, second_end, lee);
  const Wish wish = {
    .client = foyer_sample_client_at (maker, 20),
    .status = "countered",
    .service = FURNACE,
    .crew = FOYER_SAMPLE_LEE,
    .start = get_moment (maker, 1, 780),
    .requested_at = hours_ago (maker, 28),
    .decided_at = hours_ago (maker, 4),
    .message
    = "That afternoon filled up. Could we come on one of these instead? I will hold them for you until "
      "tomorrow.",
    .offers = offers,
    .offers_until = maker->now + 20 * FOYER_SAMPLE_HOUR,
  };

  add_booking (maker, &wish);
}

/* --- What waits -------------------------------------------------------------------------------------------------- */

/* The next half hour that somebody works, two hours from now at the soonest: always less than a day away. */
static gint64
find_short_notice (FoyerSampleMaker *maker, int *crew)
{
  FoyerLocalTime local = foyer_zone_to_local (maker->zone, maker->now);

  for (int day = 0;; day++) {
    FoyerDate date = foyer_date_add_days (&maker->today, day);
    FoyerWeekday weekday = foyer_date_weekday (&date);
    int open = weekday <= FOYER_FRIDAY ? 480 : 540;
    int close = weekday == FOYER_SATURDAY ? 840 : 1020;
    int soonest = day > 0 ? open : MAX (open, (local.second / FOYER_SAMPLE_MINUTE + 149) / 30 * 30);

    if (soonest + 30 > close)
      continue;
    *crew = weekday == FOYER_SUNDAY ? FOYER_SAMPLE_MARCUS : FOYER_SAMPLE_LEE;
    return foyer_sample_moment (maker, day, soonest);
  }
}

static void
add_pending (FoyerSampleMaker *maker,
             guint client,
             guint service,
             int crew,
             gint64 start,
             int hours,
             const char *note)
{
  const Wish wish = {
    .client = foyer_sample_client_at (maker, client),
    .status = "pending",
    .service = service,
    .crew = crew,
    .start = start,
    .requested_at = hours_ago (maker, hours),
    .note = note,
  };

  add_booking (maker, &wish);
}

static void
add_move (FoyerSampleMaker *maker)
{
  g_autofree char *visit_id = foyer_sample_id (maker, &foyer_visit_type, hours_ago (maker, 200));
  const Wish wish = {
    .client = foyer_sample_client_at (maker, 21),
    .kind = "reschedule",
    .status = "pending",
    .service = FURNACE,
    .crew = FOYER_SAMPLE_PRIYA,
    .start = get_moment (maker, 4, 840),
    .requested_at = hours_ago (maker, 9),
    .visit_id = visit_id,
    .note = "I have to be at school that morning. Would the afternoon work?",
    .held_until = maker->now + 3 * FOYER_SAMPLE_HOUR,
  };

  add_planned (maker, 21, FURNACE, FOYER_SAMPLE_LEE, get_moment (maker, 3, 540), visit_id);
  add_booking (maker, &wish);
}

static void
add_short_notice (FoyerSampleMaker *maker)
{
  int crew;
  Wish wish = {
    .client = foyer_sample_client_at (maker, 12),
    .status = "pending",
    .service = FILTER,
    .requested_at = maker->now - 20 * FOYER_SAMPLE_MINUTE,
    .note = "The filter light came on this morning and the air smells stale. Anybody free today or tomorrow?",
    .urgent = TRUE,
  };

  wish.start = find_short_notice (maker, &crew);
  wish.crew = crew;
  add_booking (maker, &wish);
}

static void
add_waiting (FoyerSampleMaker *maker)
{
  /* Fits. */
  add_pending (maker, 1, FURNACE, FOYER_SAMPLE_LEE, get_moment (maker, 0, 540), 5,
               "The furnace starts and stops every few minutes.");
  /* Lee is at Hillside Dental until half past two. */
  add_pending (maker, 3, FURNACE, FOYER_SAMPLE_LEE, get_moment (maker, 0, 810), 3, NULL);
  /* Both want Priya at ten; who asked first is served first. */
  add_pending (maker, 4, COOLING, FOYER_SAMPLE_PRIYA, get_moment (maker, 1, 600), 30,
               "We have a dog. She is friendly but loud.");
  add_pending (maker, 2, COOLING, FOYER_SAMPLE_PRIYA, get_moment (maker, 1, 600), 26, "Building B, please.");
  /* The sixth of five. */
  add_pending (maker, 0, FURNACE, FOYER_SAMPLE_PRIYA, get_moment (maker, 2, 900), 7, NULL);
  add_short_notice (maker);
  add_move (maker);
}

/* A mail of which nobody knows, and two texts that never reached anybody: it was night, or the line was down. */
static void
add_lost (FoyerSampleMaker *maker)
{
  static const struct {
    const char *channel;
    const char *kind;
    const char *to;
    const char *subject;
    const char *status;
    const char *reason;
  } lost[] = {
    { "sms", "sms_booked", "(503) 555-0199", NULL, "suppressed", "Quiet hours." },
    { "sms", "sms_booked", "(503) 555-0199", NULL, "failed", "The network refused the number." },
    { "email", "appointment", "desk@example.com", "Confirmed: your visit", "uncertain",
      "The mail server did not say whether it has it." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lost); i++) {
    FoyerSampleClient *client = foyer_sample_client_at (maker, 12 + i);
    const FoyerSampleDelivery delivery = {
      .client = client,
      .person_id = client->person_ids[0],
      .channel = lost[i].channel,
      .kind = lost[i].kind,
      .to = lost[i].to,
      .subject = lost[i].subject,
      .status = lost[i].status,
      .reason = lost[i].reason,
      .at = hours_ago (maker, 60 + (int) i),
    };

    foyer_sample_add_delivery (maker, &delivery);
  }
}

void
foyer_sample_add_bookings (FoyerSampleMaker *maker)
{
  add_past (maker);
  add_refused (maker);
  add_moves (maker);
  add_plans (maker);
  add_full_day (maker);
  add_countered (maker);
  add_waiting (maker);
  add_lost (maker);
}
