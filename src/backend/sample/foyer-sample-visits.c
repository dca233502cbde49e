/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sample-visits.c - months of visits, with photos, proof and reviews */

#include "foyer-sample-parts.h"

#include "foyer-id.h"
#include "types/photo.h"
#include "types/proof_pack.h"
#include "types/review.h"
#include "types/visit.h"

#define VISITS_PER_CLIENT 6
#define SHORTEST_VISIT 60
#define WINDOW 120

/* Minutes of the day at which crews are sent; nothing that is sent then takes longer than until the next. */
static const int starts[] = { 540, 660, 780, 900 };

/* What each of the first three can do, in foyer_sample_services; the others can do all of it. */
static const guint abilities[][7] = {
  [FOYER_SAMPLE_LEE] = { 0, 1, 2, 3, 0, 1, 0 },
  [FOYER_SAMPLE_PRIYA] = { 0, 1, 2, 3, 4, 0, 1 },
  [FOYER_SAMPLE_MARCUS] = { 2, 4, 6, 2, 4, 6, 4 },
};

typedef struct {
  const FoyerSampleVisit *visit;
  char *id;
  const FoyerSampleService *service;
  gboolean done;
  gint64 end;
  gint64 arrived_at;
  gint64 finished_at;
  guint n_photos;
  guint n_released;
  const char *proof; /* (nullable): status of the proof pack */
} Story;

static guint
count_minutes (const FoyerSampleService *service)
{
  return service->minutes == 0 ? SHORTEST_VISIT : service->minutes;
}

static void
tell_story (FoyerSampleMaker *maker, Story *story)
{
  static const char *const proofs[]
      = { "published", "published", "draft", "published", NULL, "published", "withdrawn", "published" };
  const FoyerSampleVisit *visit = story->visit;
  gboolean late = foyer_sample_chance (maker, 8);

  story->service = &foyer_sample_services[visit->service];
  story->done = g_str_equal (visit->status, "done");
  story->end = visit->start + (gint64) count_minutes (story->service) * FOYER_SAMPLE_MINUTE;
  if (!story->done)
    return;
  story->arrived_at
      = visit->start + (late ? 130 : (gint64) foyer_sample_below (maker, 20)) * FOYER_SAMPLE_MINUTE;
  story->finished_at = MAX (story->end - (gint64) foyer_sample_below (maker, 10) * FOYER_SAMPLE_MINUTE,
                            story->arrived_at + 20 * FOYER_SAMPLE_MINUTE);
  if (!foyer_sample_chance (maker, 60))
    return;
  story->n_photos = 2 + foyer_sample_below (maker, 4);
  story->n_released = foyer_sample_below (maker, story->n_photos + 1);
  story->proof = proofs[maker->proof_number++ % G_N_ELEMENTS (proofs)];
  if (g_strcmp0 (story->proof, "published") == 0)
    story->n_released = MAX (story->n_released, 1);
}

static const char *
get_origin (const FoyerSampleVisit *visit)
{
  return visit->booking_id != NULL ? "booking" : visit->plan ? "plan" : "office";
}

static void
add_times (FoyerSampleMaker *maker, FoyerSampleRecord *record, const Story *story)
{
  const FoyerSampleVisit *visit = story->visit;
  gboolean on_the_way = g_str_equal (visit->status, "en_route");

  foyer_sample_time (record, "start", visit->start);
  foyer_sample_time (record, "end", story->end);
  foyer_sample_time (record, "windowStart", visit->start);
  foyer_sample_time (record, "windowEnd", visit->start + WINDOW * FOYER_SAMPLE_MINUTE);
  if (story->done || on_the_way) {
    foyer_sample_time (record, "dispatchedAt", visit->start - 40 * FOYER_SAMPLE_MINUTE);
    foyer_sample_time (record, "enRouteAt", visit->start - 25 * FOYER_SAMPLE_MINUTE);
  }
  foyer_sample_time (record, "arrivedAt", story->arrived_at);
  foyer_sample_time (record, "finishedAt", story->finished_at);
  if (g_str_equal (visit->status, "cancelled")) {
    foyer_sample_time (record, "cancelledAt", visit->start - 2 * FOYER_SAMPLE_DAY);
    foyer_sample_text (record, "cancelledBy", foyer_sample_chance (maker, 50) ? "portal" : "office");
    foyer_sample_text (record, "cancelReason", "We found a better time.");
  }
  if (visit->start - FOYER_SAMPLE_DAY < maker->now)
    foyer_sample_time (record, "toldAt", visit->start - 4 * FOYER_SAMPLE_DAY);
}

static void
add_record (FoyerSampleMaker *maker, const Story *story)
{
  const FoyerSampleVisit *visit = story->visit;
  FoyerSampleRecord *record
      = foyer_sample_begin (maker, &foyer_visit_type, story->id, foyer_id_time (story->id) / 1000);
  g_autofree char *job = g_strdup_printf ("J-%u", maker->visit_number / 2);

  foyer_sample_text (record, "clientId", visit->client->id);
  foyer_sample_text (record, "propertyId", visit->client->property_ids[visit->site]);
  foyer_sample_text (record, "serviceId", maker->service_ids->pdata[visit->service]);
  foyer_sample_integer (record, "number", ++maker->visit_number);
  foyer_sample_text (record, "job", job);
  foyer_sample_text (record, "title", story->service->name);
  foyer_sample_text (record, "status", visit->status);
  foyer_sample_text (record, "origin", get_origin (visit));
  foyer_sample_text (record, "bookingId", visit->booking_id);
  foyer_sample_text (record, "planId", visit->plan ? visit->client->plan_id : NULL);
  foyer_sample_text (record, "crewId", maker->crew_ids->pdata[visit->crew]);
  add_times (maker, record, story);
  if (foyer_sample_chance (maker, 20))
    foyer_sample_text (record, "clientNote", foyer_sample_pick (maker, foyer_sample_notes));
  if (foyer_sample_chance (maker, 20))
    foyer_sample_text (record, "notes", "Bring the long ladder. Ask about the second unit.");
  if (story->done) {
    foyer_sample_text (record, "report", story->service->report);
    foyer_sample_boolean (record, "reportVisible", foyer_sample_chance (maker, 85));
    foyer_sample_parse (
        record, "checks",
        "[{\"name\":\"Safety switches\",\"result\":\"All open and close as they should\",\"ok\":true},"
        "{\"name\":\"Carbon monoxide\",\"result\":\"2 ppm, limit 9 ppm\",\"ok\":true}]");
    foyer_sample_text (record, "signedBy", story->proof != NULL ? visit->client->person_names[0] : NULL);
    foyer_sample_changed (record, maker->staff_ids[FOYER_SAMPLE_BEN], story->finished_at);
  }
  foyer_sample_integer (record, "photoCount", story->n_photos);
  foyer_sample_integer (record, "releasedCount", story->n_released);
  foyer_sample_boolean (record, "hasProof", g_strcmp0 (story->proof, "published") == 0);
  foyer_sample_end (record);
}

static char *
add_photo (FoyerSampleMaker *maker, const Story *story, guint n)
{
  static const char *const phases[] = { "before", "during", "after" };
  static const char *const captions[]
      = { "As we found it", "Opened and cleaned", "New part in place", "Readings in range", "All closed up" };
  gint64 at = story->arrived_at + (gint64) (n + 1) * 6 * FOYER_SAMPLE_MINUTE;
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_photo_type, NULL, at);
  char *id = g_strdup (foyer_sample_get_id (record));

  foyer_sample_text (record, "clientId", story->visit->client->id);
  foyer_sample_text (record, "visitId", story->id);
  foyer_sample_text (record, "equipmentId", n == 0 ? story->visit->client->equipment_id : NULL);
  foyer_sample_text (record, "blobId",
                     foyer_sample_photo_id (maker, MIN (n, 2) + (guint) (story->visit->crew % 2) * 3));
  foyer_sample_text (record, "mediaType", "image/png");
  foyer_sample_integer (record, "width", FOYER_SAMPLE_PHOTO_WIDTH);
  foyer_sample_integer (record, "height", FOYER_SAMPLE_PHOTO_HEIGHT);
  foyer_sample_text (record, "caption", captions[n % G_N_ELEMENTS (captions)]);
  foyer_sample_text (record, "phase", phases[MIN (n, 2)]);
  foyer_sample_time (record, "takenAt", at);
  foyer_sample_text (record, "crewId", maker->crew_ids->pdata[story->visit->crew]);
  foyer_sample_boolean (record, "released", n < story->n_released);
  foyer_sample_end (record);
  return id;
}

static void
add_proof (FoyerSampleMaker *maker, const Story *story, const char *photo_ids)
{
  gboolean published = g_str_equal (story->proof, "published");
  gint64 at = story->finished_at + FOYER_SAMPLE_HOUR;
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_proof_pack_type, NULL, at);

  foyer_sample_text (record, "visitId", story->id);
  foyer_sample_text (record, "clientId", story->visit->client->id);
  foyer_sample_text (record, "status", story->proof);
  foyer_sample_text (record, "summary", story->service->report);
  foyer_sample_words (record, "photoIds", photo_ids);
  foyer_sample_text (record, "signedBy", story->visit->client->person_names[0]);
  foyer_sample_time (record, "signedAt", story->visit->client->n_people == 0 ? 0 : story->finished_at);
  if (published) {
    foyer_sample_time (record, "publishedAt", at + 600);
    foyer_sample_text (record, "publishedBy", maker->staff_ids[FOYER_SAMPLE_BEN]);
    foyer_sample_time (record, "openedAt", foyer_sample_chance (maker, 60) ? at + 5 * FOYER_SAMPLE_HOUR : 0);
  }
  foyer_sample_end (record);
}

static void
add_review (FoyerSampleMaker *maker, const Story *story)
{
  static const char *const ratings[] = { "great", "great", "great", "fine", "not_good" };
  static const char *const comments[]
      = { "Quick and tidy.", NULL, "Explained everything.", NULL, "Came late and left dust behind." };
  guint n = maker->review_number++ % G_N_ELEMENTS (ratings);
  gint64 at = story->finished_at + 20 * FOYER_SAMPLE_HOUR;
  FoyerSampleRecord *record = foyer_sample_begin (maker, &foyer_review_type, NULL, at);

  foyer_sample_text (record, "clientId", story->visit->client->id);
  foyer_sample_text (record, "personId", story->visit->client->person_ids[0]);
  foyer_sample_text (record, "visitId", story->id);
  foyer_sample_text (record, "rating", ratings[n]);
  foyer_sample_text (record, "comment", comments[n]);
  foyer_sample_time (record, "at", at);
  if (n == 4)
    foyer_sample_text (record, "answer", "We are sorry and will come again free of charge.");
  foyer_sample_time (record, "seenAt", foyer_sample_chance (maker, 80) ? at + 4 * FOYER_SAMPLE_HOUR : 0);
  foyer_sample_end (record);
}

static void
add_outcome (FoyerSampleMaker *maker, const Story *story)
{
  g_autoptr (GString) photo_ids = g_string_new (NULL);

  for (guint i = 0; i < story->n_photos; i++) {
    g_autofree char *id = add_photo (maker, story, i);

    if (i < story->n_released)
      g_string_append_printf (photo_ids, "%s%s", photo_ids->len == 0 ? "" : " ", id);
  }
  if (story->proof != NULL)
    add_proof (maker, story, photo_ids->str);
  if (foyer_sample_chance (maker, 92))
    foyer_sample_add_invoice (maker, story->visit, story->id, story->finished_at);
  if (foyer_sample_chance (maker, 15) && story->finished_at + FOYER_SAMPLE_DAY < maker->now)
    add_review (maker, story);
}

/* Visits are planned one or two weeks before, of clients who are there already. */
static char *
make_id (FoyerSampleMaker *maker, const FoyerSampleVisit *visit)
{
  gint64 at = visit->start - (gint64) (5 + foyer_sample_below (maker, 10)) * FOYER_SAMPLE_DAY;

  at = MAX (at, visit->client->since + 4 * FOYER_SAMPLE_HOUR);
  return foyer_sample_id (maker, &foyer_visit_type, MIN (at, maker->now - 3 * FOYER_SAMPLE_HOUR));
}

void
foyer_sample_add_visit (FoyerSampleMaker *maker, const FoyerSampleVisit *visit)
{
  Story story = { .visit = visit };

  story.id = visit->id == NULL ? make_id (maker, visit) : g_strdup (visit->id);
  tell_story (maker, &story);
  add_record (maker, &story);
  if (story.done) {
    g_free (visit->client->visit_id);
    visit->client->visit_id = g_strdup (story.id);
    add_outcome (maker, &story);
  }
  g_free (story.id);
}

/* --- Days of visits ---------------------------------------------------------------------------------------------- */

static guint
choose_service (FoyerSampleMaker *maker, guint crew)
{
  guint turn = foyer_sample_below (maker, G_N_ELEMENTS (abilities[0]));

  return abilities[crew < G_N_ELEMENTS (abilities) ? crew : FOYER_SAMPLE_PRIYA][turn];
}

static const char *
choose_status (FoyerSampleMaker *maker, gboolean past, gboolean plan)
{
  guint turn = foyer_sample_below (maker, 100);

  if (turn < 4)
    return "cancelled";
  if (plan && turn < 14)
    return "skipped";
  return past ? "done" : "scheduled";
}

static gboolean
is_away (guint crew, int day)
{
  return (crew == FOYER_SAMPLE_PRIYA && day >= -48 && day <= -38)
         || (crew == FOYER_SAMPLE_LEE && day >= 18 && day <= 24);
}

static gboolean
works_on (FoyerSampleMaker *maker, guint crew, int day)
{
  FoyerDate date = foyer_date_add_days (&maker->today, day);

  if (!foyer_sample_is_working_day (maker, day) || is_away (crew, day))
    return FALSE;
  return crew != FOYER_SAMPLE_MARCUS || foyer_date_weekday (&date) >= FOYER_WEDNESDAY;
}

static void
add_day (FoyerSampleMaker *maker, int day, guint crew, guint percent)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    FoyerSampleVisit visit = { .crew = crew };

    if (!foyer_sample_chance (maker, percent))
      continue;
    visit.client = foyer_sample_client_at (maker, foyer_sample_below (maker, maker->n_clients));
    visit.site = foyer_sample_below (maker, visit.client->n_properties);
    visit.service = choose_service (maker, crew);
    visit.start = foyer_sample_moment (maker, day, starts[i]);
    visit.plan = visit.client->plan_id != NULL && foyer_sample_chance (maker, 60);
    visit.status = choose_status (maker, day < 0, visit.plan);
    /* Nobody was visited before they were a client. */
    if (visit.start > visit.client->since + 3 * FOYER_SAMPLE_DAY)
      foyer_sample_add_visit (maker, &visit);
  }
}

static void
add_days (FoyerSampleMaker *maker, int first, int last, guint percent)
{
  /* Whoever came last to the crew takes no visits. */
  guint n_crew = maker->crew_ids->len - 1;

  for (int day = first; day <= last; day++) {
    for (guint crew = 0; crew < n_crew; crew++) {
      if (works_on (maker, crew, day))
        add_day (maker, day, crew, percent);
    }
  }
}

/* Somebody is always on the way, and the first client, who has a plan, let one visit be skipped. */
static void
add_certain (FoyerSampleMaker *maker)
{
  const FoyerSampleVisit present = {
    .client = foyer_sample_client_at (maker, 2),
    .crew = FOYER_SAMPLE_PRIYA,
    .start = (maker->now / 900 + 1) * 900,
    .status = "en_route",
  };
  const FoyerSampleVisit skipped = {
    .client = foyer_sample_client_at (maker, 0),
    .crew = FOYER_SAMPLE_PRIYA,
    .start = foyer_sample_moment (maker, foyer_sample_working_day (maker, -75, 0), 480),
    .status = "skipped",
    .plan = TRUE,
  };

  foyer_sample_add_visit (maker, &skipped);
  foyer_sample_add_visit (maker, &present);
}

/*
 * The next working days are left to the bookings that wait, so that each of them shows what it is there to show.
 */
void
foyer_sample_add_visits (FoyerSampleMaker *maker)
{
  guint wanted = maker->n_clients * VISITS_PER_CLIENT;
  guint places
      = (guint) (FOYER_SAMPLE_PAST_DAYS * 5 / 7 * G_N_ELEMENTS (starts)) * (maker->crew_ids->len - 1);
  guint percent = CLAMP (wanted * 115 / places, 4, 90);

  add_days (maker, -FOYER_SAMPLE_PAST_DAYS, -1, percent);
  add_certain (maker);
  add_days (maker, foyer_sample_working_day (maker, 2, FOYER_SAMPLE_BUSY_DAYS), FOYER_SAMPLE_FUTURE_DAYS,
            percent);
}
