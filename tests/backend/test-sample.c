/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-sample.c - the sample business: repeatable, valid, whole, and showing what it is there to show */

#include "sample/foyer-sample-file.h"
#include "sample/foyer-sample-logo.h"
#include "sample/foyer-sample.h"

#include "foyer-blob-id.h"
#include "foyer-fit.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-memory-source.h"
#include "foyer-raster.h"
#include "foyer-signature-chain.h"
#include "types/booking.h"
#include "types/message.h"
#include "types/organisation.h"
#include "types/portal_settings.h"
#include "types/signature.h"
#include "types/staff_member.h"
#include "types/visit.h"

#include <string.h>

/* Saturday, 21 November 2026, 12:54 in Portland. */
#define NOW G_GINT64_CONSTANT (1795294440)
#define HOUR 3600

static const FoyerSampleOptions plain = { .seed = 1, .now = NOW };

/* All records of one sample, by id and in the order in which they came. */
typedef struct {
  FoyerMemorySource *source;
  GPtrArray *records;
  GHashTable *by_id;
} Sample;

static void
keep_record (FoyerRecord *record, gpointer user_data)
{
  Sample *sample = user_data;

  g_ptr_array_add (sample->records, g_object_ref (record));
  if (!g_hash_table_insert (sample->by_id, (gpointer) foyer_record_get_id (record), record))
    g_error ("twice: %s", foyer_record_get_id (record));
  foyer_memory_source_put (sample->source, record);
}

static Sample *
make_sample (const FoyerSampleOptions *options)
{
  Sample *sample = g_new0 (Sample, 1);

  sample->source = foyer_memory_source_new ();
  sample->records = g_ptr_array_new_with_free_func (g_object_unref);
  sample->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  foyer_sample_make (options, keep_record, sample);
  return sample;
}

static void
free_sample (Sample *sample)
{
  g_hash_table_unref (sample->by_id);
  g_ptr_array_unref (sample->records);
  g_object_unref (sample->source);
  g_free (sample);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, free_sample)

/* --- Repeatable -------------------------------------------------------------------------------------------------- */

static void
hash_record (FoyerRecord *record, gpointer user_data)
{
  GChecksum *checksum = user_data;
  g_autoptr (JsonObject) json = foyer_record_to_json (record);
  g_autofree char *text = foyer_json_canonical_object (json);
  g_autofree char *stamps
      = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", foyer_record_get_created_at (record),
                         foyer_record_get_updated_at (record), foyer_record_get_updated_by (record));

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_update (checksum, (const guchar *) stamps, -1);
}

static char *
hash_sample (guint64 seed, gint64 now)
{
  const FoyerSampleOptions options = { .seed = seed, .now = now };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  foyer_sample_make (&options, hash_record, checksum);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_repeatable (void)
{
  g_autofree char *first = hash_sample (1, NOW);
  g_autofree char *second = hash_sample (1, NOW);
  g_autofree char *other_seed = hash_sample (2, NOW);
  g_autofree char *other_time = hash_sample (1, NOW + 1);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, other_seed);
  g_assert_cmpstr (first, !=, other_time);
}

/* --- Valid ------------------------------------------------------------------------------------------------------- */

static void
test_valid (void)
{
  g_autoptr (Sample) sample = make_sample (&plain);

  for (guint i = 0; i < sample->records->len; i++) {
    FoyerRecord *record = sample->records->pdata[i];
    const FoyerRecordType *type = foyer_record_get_record_type (record);
    g_autoptr (JsonObject) json = foyer_record_to_json (record);
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerRecord) again = foyer_record_from_json (type, json, &error);
    gint64 created_at = foyer_record_get_created_at (record);

    g_assert_no_error (error);
    g_assert_nonnull (again);
    g_assert_true (foyer_record_type_of_id (foyer_record_get_id (record)) == type);
    g_assert_cmpint (created_at, >, NOW - 1000 * 24 * HOUR);
    g_assert_cmpint (foyer_record_get_updated_at (record), >=, created_at);
    /* Ids sort by the time at which their records were made. */
    g_assert_cmpint (foyer_id_time (foyer_record_get_id (record)) / 1000, ==, created_at);
    if (created_at > NOW || foyer_record_get_updated_at (record) > NOW) {
      g_autofree char *text = foyer_json_canonical_object (json);

      g_error ("made in the future: %s", text);
    }
  }
}

/* --- Whole ------------------------------------------------------------------------------------------------------- */

static void
count_words (GHashTable *seen, FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);

  g_hash_table_add (seen, g_strdup (type->name));
  for (guint i = 0; i < type->n_fields; i++) {
    if (type->fields[i].kind == FOYER_KIND_ENUM && foyer_record_has (record, i)) {
      int place = foyer_record_get_enum (record, type, i);

      g_hash_table_add (seen, g_strdup_printf ("%s.%s.%d", type->name, type->fields[i].name, place));
    }
  }
}

static void
require_words (GHashTable *seen, const FoyerRecordType *type, const FoyerField *field)
{
  g_auto (GStrv) words = g_strsplit (field->values, " ", -1);

  for (int i = 0; words[i] != NULL; i++) {
    g_autofree char *key = g_strdup_printf ("%s.%s.%d", type->name, field->name, i);

    if (!g_hash_table_contains (seen, key))
      g_error ("no %s with %s %s", type->name, field->name, words[i]);
  }
}

static void
check_whole (guint64 seed)
{
  static const char *const fields[]
      = { "status", "kind",      "role",   "delivery", "outcome", "rating", "reason",
          "origin", "condition", "method", "phase",    "channel", "actor",  NULL };
  /* Visits that came of requests, and what SignInEvent and PortalSession share with other methods. */
  static const char *const rare[] = { "Visit.origin", "PortalSession.method", "SignInEvent.method", NULL };
  g_autoptr (Sample) sample = make_sample (&(FoyerSampleOptions){ .seed = seed, .clients = 24, .now = NOW });
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < sample->records->len; i++)
    count_words (seen, sample->records->pdata[i]);
  for (guint i = 0; i < n_types; i++) {
    if (!g_hash_table_contains (seen, types[i]->name))
      g_error ("no %s", types[i]->name);
    for (guint j = 0; j < types[i]->n_fields; j++) {
      const FoyerField *field = &types[i]->fields[j];
      g_autofree char *name = g_strdup_printf ("%s.%s", types[i]->name, field->name);

      if (field->kind == FOYER_KIND_ENUM && g_strv_contains (fields, field->name)
          && !g_strv_contains (rare, name) && strcmp (name, "Delivery.kind") != 0)
        require_words (seen, types[i], field);
    }
  }
}

/* Something of every type, and every word of what says how things stand, even in the smallest sample. */
static void
test_whole (void)
{
  for (guint64 seed = 1; seed <= 8; seed++)
    check_whole (seed);
}

static void
check_reference (Sample *sample, FoyerRecord *record, const FoyerField *field, const char *id)
{
  FoyerRecord *target = g_hash_table_lookup (sample->by_id, id);

  if (target == NULL)
    g_error ("%s: %s names nobody: %s", foyer_record_get_id (record), field->name, id);
  if (strcmp (field->ref, "*") != 0)
    g_assert_cmpstr (foyer_record_get_record_type (target)->name, ==, field->ref);
}

static void
check_references (Sample *sample, FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);

  for (guint i = 0; i < type->n_fields; i++) {
    const FoyerField *field = &type->fields[i];

    if (!foyer_record_has (record, i))
      continue;
    if (field->kind == FOYER_KIND_REF) {
      check_reference (sample, record, field, foyer_record_get_text (record, type, i));
    } else if (field->kind == FOYER_KIND_REFS) {
      g_auto (GStrv) ids = foyer_record_get_texts (record, type, i);

      for (char **id = ids; *id != NULL; id++)
        check_reference (sample, record, field, *id);
    }
  }
}

static const char *
get_client_id (FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  const FoyerField *field = foyer_record_type_field (type, "clientId");

  return field == NULL ? NULL : foyer_record_get_text (record, type, (guint) (field - type->fields));
}

/* What a record of one client refers to is of the same client. */
static void
check_client (Sample *sample, FoyerRecord *record)
{
  const FoyerRecordType *type = foyer_record_get_record_type (record);
  const char *client_id = get_client_id (record);

  for (guint i = 0; i < type->n_fields && client_id != NULL; i++) {
    const FoyerField *field = &type->fields[i];
    FoyerRecord *target;

    if (field->kind != FOYER_KIND_REF || !foyer_record_has (record, i)
        || strcmp (field->name, "actorId") == 0)
      continue;
    target = g_hash_table_lookup (sample->by_id, foyer_record_get_text (record, type, i));
    if (get_client_id (target) != NULL)
      g_assert_cmpstr (get_client_id (target), ==, client_id);
  }
}

static void
test_references (void)
{
  g_autoptr (Sample) sample = make_sample (&plain);

  for (guint i = 0; i < sample->records->len; i++) {
    check_references (sample, sample->records->pdata[i]);
    check_client (sample, sample->records->pdata[i]);
  }
}

/* Nobody is in two places, and nobody's work begins before it was asked for. */
static void
test_visits (void)
{
  g_autoptr (Sample) sample = make_sample (&(FoyerSampleOptions){ .seed = 3, .clients = 200, .now = NOW });
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_visit_type);
  g_autoptr (GHashTable) busy_until = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GPtrArray) visits = NULL;

  foyer_query_order (query, "start", FALSE);
  visits = foyer_record_source_list (FOYER_RECORD_SOURCE (sample->source), query, NULL);
  g_assert_cmpuint (visits->len, >, 400);
  for (guint i = 0; i < visits->len; i++) {
    FoyerRecord *visit = visits->pdata[i];
    const char *crew = foyer_visit_get_crew_id (visit);
    gint64 *until = g_hash_table_lookup (busy_until, crew);

    g_assert_cmpint (foyer_visit_get_start (visit), <, foyer_visit_get_end (visit));
    if (foyer_visit_get_status (visit) == FOYER_VISIT_CANCELLED
        || foyer_visit_get_status (visit) == FOYER_VISIT_SKIPPED)
      continue;
    if (until != NULL && *until > foyer_visit_get_start (visit))
      g_error ("%s overlaps", foyer_record_get_id (visit));
    g_hash_table_insert (busy_until, (gpointer) crew,
                         g_memdup2 (&(gint64){ foyer_visit_get_end (visit) }, sizeof (gint64)));
  }
}

/* One chain of quotes and documents, in the order in which they were signed, as `foyer-server verify` goes over it. */
static void
test_signatures (void)
{
  g_autoptr (Sample) sample = make_sample (&plain);
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_signature_type);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) signatures = NULL;
  guint n_documents = 0;

  foyer_query_order (query, "sequence", FALSE);
  signatures = foyer_record_source_list (FOYER_RECORD_SOURCE (sample->source), query, NULL);
  g_assert_cmpuint (signatures->len, >, 1);
  for (guint i = 0; i < signatures->len; i++) {
    FoyerRecord *signature = signatures->pdata[i];

    g_assert_cmpint (foyer_signature_get_sequence (signature), ==, i + 1);
    if (i > 0)
      g_assert_cmpint (foyer_signature_get_signed_at (signature), >=,
                       foyer_signature_get_signed_at (signatures->pdata[i - 1]));
    n_documents += g_str_has_prefix (foyer_signature_get_subject_id (signature), "dc-");
  }
  g_assert_cmpuint (n_documents, >, 0);
  g_assert_cmpuint (n_documents, <, signatures->len);
  g_assert_true (foyer_signature_chain_check (FOYER_RECORD_SOURCE (sample->source), findings, NULL));
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Addresses and numbers that nobody has. */
static void
test_reserved (void)
{
  g_autoptr (Sample) sample = make_sample (&plain);

  for (guint i = 0; i < sample->records->len; i++) {
    FoyerRecord *record = sample->records->pdata[i];
    const FoyerRecordType *type = foyer_record_get_record_type (record);

    for (guint j = 0; j < type->n_fields; j++) {
      const char *text;

      if (type->fields[j].kind != FOYER_KIND_TEXT || !foyer_record_has (record, j))
        continue;
      text = foyer_record_get_text (record, type, j);
      if (type->fields[j].pattern == FOYER_PATTERN_EMAIL || type->fields[j].pattern == FOYER_PATTERN_HOST)
        g_assert_true (g_str_has_suffix (text, ".example"));
      if (type->fields[j].pattern == FOYER_PATTERN_PHONE)
        g_assert_nonnull (strstr (text, "555-01"));
      if (type->fields[j].pattern == FOYER_PATTERN_URL)
        g_assert_nonnull (strstr (text, ".example/"));
    }
  }
}

/* --- What it shows ----------------------------------------------------------------------------------------------- */

static void
test_business (void)
{
  static const struct {
    const char *email;
    FoyerStaffMemberRole role;
  } staff[] = { { "ana@northwind.example", FOYER_STAFF_MEMBER_ADMIN },
                { "ben@northwind.example", FOYER_STAFF_MEMBER_OFFICE },
                { "vera@northwind.example", FOYER_STAFF_MEMBER_VIEWER } };
  g_autoptr (Sample) sample = make_sample (&plain);
  FoyerRecordSource *source = FOYER_RECORD_SOURCE (sample->source);
  g_autoptr (FoyerRecord) organisation
      = foyer_record_source_get_singleton (source, &foyer_organisation_type, NULL);
  g_autoptr (FoyerRecord) settings
      = foyer_record_source_get_singleton (source, &foyer_portal_settings_type, NULL);
  g_auto (GStrv) services = foyer_portal_settings_get_booking_services (settings);

  g_assert_cmpstr (foyer_organisation_get_slug (organisation), ==, "northwind");
  g_assert_cmpstr (foyer_organisation_get_name (organisation), ==, "Northwind Heating & Air");
  g_assert_cmpstr (foyer_organisation_get_zone (organisation), ==, "America/Los_Angeles");
  g_assert_cmpint (foyer_portal_settings_get_booking_mode (settings), ==, FOYER_BOOKING_MODE_APPROVE);
  g_assert_cmpuint (g_strv_length (services), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (staff); i++) {
    g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_staff_member_type);
    g_autoptr (GPtrArray) found = NULL;

    foyer_query_where_text (query, "email", staff[i].email);
    found = foyer_record_source_list (source, query, NULL);
    g_assert_cmpuint (found->len, ==, 1);
    g_assert_cmpint (foyer_staff_member_get_role (found->pdata[0]), ==, staff[i].role);
    g_assert_true (foyer_staff_member_get_active (found->pdata[0]));
  }
}

/* Few, different, small, and pictures that every browser shows. */
static void
test_photos (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) paper = foyer_sample_paper ("Terms of service");

  for (guint i = 0; i < 2 * FOYER_SAMPLE_PHOTOS; i++) {
    g_autoptr (GBytes) photo = foyer_sample_photo (i);
    FoyerRaster raster;

    g_assert_true (foyer_raster_read (photo, &raster));
    g_assert_cmpint (raster.width, ==, FOYER_SAMPLE_PHOTO_WIDTH);
    g_assert_cmpint (raster.height, ==, FOYER_SAMPLE_PHOTO_HEIGHT);
    g_assert_cmpuint (g_bytes_get_size (photo), <, 50000);
    g_hash_table_add (ids, foyer_blob_id_of_bytes (photo));
  }
  g_assert_cmpuint (g_hash_table_size (ids), ==, FOYER_SAMPLE_PHOTOS);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (paper, NULL), "%PDF-1.4\n"));
}

static void
check_logo (FoyerBrandMode mode, const char *named, const char *expected)
{
  g_autoptr (GBytes) logo = foyer_sample_logo (mode);
  g_autofree char *id = foyer_blob_id_of_bytes (logo);
  FoyerRaster raster;

  g_assert_cmpstr (named, ==, id);
  g_assert_cmpstr (id, ==, expected);
  g_assert_true (foyer_raster_read (logo, &raster));
  g_assert_cmpint ((int) raster.format, ==, FOYER_RASTER_PNG);
  g_assert_cmpint (raster.width, ==, 316);
  g_assert_cmpint (raster.height, ==, 72);
}

/* The bytes of the logo are the same on every machine; who draws it anew looks at it and writes its new ids here. */
static void
test_logo (void)
{
  g_autoptr (Sample) sample = make_sample (&plain);
  g_autoptr (FoyerRecord) settings = foyer_record_source_get_singleton (FOYER_RECORD_SOURCE (sample->source),
                                                                        &foyer_portal_settings_type, NULL);

  check_logo (FOYER_BRAND_LIGHT, foyer_portal_settings_get_brand_logo (settings),
              "Bu08py-0RfaBIRz5NJMnAPLqoDWtPq4EAFMQLQ73X-dk");
  check_logo (FOYER_BRAND_DARK, foyer_portal_settings_get_brand_logo_dark (settings),
              "B2JC1hWHhCCSaLUGG75hGFKokSM54ul2KBNrSrCPjL5U");
}

static gboolean
speaks (FoyerFit *fit, const char *rule, FoyerVerdict verdict)
{
  for (guint i = 0; i < fit->findings->len; i++) {
    FoyerFinding *finding = fit->findings->pdata[i];

    if (g_strcmp0 (finding->rule, rule) == 0 && finding->verdict == verdict)
      return TRUE;
  }
  return FALSE;
}

/* The waiting bookings by what they show, in the order in which they were made. */
typedef struct {
  guint n_pending;
  guint n_fit;
  guint n_busy;
  guint n_full;
  guint n_short;
  guint n_moves;
} Waiting;

static void
judge (Sample *sample, FoyerRecord *booking, gint64 now, Waiting *waiting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerFit) fit = foyer_fit_check (FOYER_RECORD_SOURCE (sample->source), booking, now, &error);

  g_assert_no_error (error);
  g_assert_cmpint (foyer_booking_get_start (booking), >, now);
  g_assert_cmpint (foyer_booking_get_start (booking), <, now + 21 * 24 * HOUR);
  g_assert_cmpint (foyer_booking_get_expires_at (booking), >, now);
  waiting->n_pending++;
  waiting->n_moves += foyer_booking_get_kind (booking) == FOYER_BOOKING_RESCHEDULE;
  waiting->n_fit += fit->verdict <= FOYER_VERDICT_INFO;
  waiting->n_busy += speaks (fit, "B04", FOYER_VERDICT_BLOCK);
  waiting->n_full += speaks (fit, "B11", FOYER_VERDICT_BLOCK);
  waiting->n_short += speaks (fit, "B09", FOYER_VERDICT_WARN);
}

static void
check_waiting (gint64 now)
{
  g_autoptr (Sample) sample
      = make_sample (&(FoyerSampleOptions){ .seed = (guint64) now, .messages = 1, .now = now });
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_booking_type);
  g_autoptr (GPtrArray) bookings = NULL;
  Waiting waiting = { 0 };

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_BOOKING_PENDING);
  bookings = foyer_record_source_list (FOYER_RECORD_SOURCE (sample->source), query, NULL);
  for (guint i = 0; i < bookings->len; i++)
    judge (sample, bookings->pdata[i], now, &waiting);

  g_assert_cmpuint (waiting.n_pending, ==, 7);
  g_assert_cmpuint (waiting.n_moves, ==, 1);
  /* One plainly fits, the first of the two that want one time does, and so does the move. */
  g_assert_cmpuint (waiting.n_fit, ==, 3);
  g_assert_cmpuint (waiting.n_busy, ==, 2);
  g_assert_cmpuint (waiting.n_full, ==, 1);
  g_assert_cmpuint (waiting.n_short, ==, 1);
}

/* They show it whatever the hour, the weekday and the season. */
static void
test_waiting (void)
{
  for (guint i = 0; i < 60; i++)
    check_waiting (NOW + (gint64) i * (5 * 24 + 7) * HOUR);
  for (guint i = 0; i < 24; i++)
    check_waiting (NOW + (gint64) i * 7 * HOUR);
}

/* --- Many messages ----------------------------------------------------------------------------------------------- */

typedef struct {
  guint n_messages;
  guint n_references; /* of the record, beside the maker's own */
} Count;

static void
count_record (FoyerRecord *record, gpointer user_data)
{
  Count *count = user_data;

  count->n_messages += foyer_record_get_record_type (record) == &foyer_message_type;
  count->n_references = MAX (count->n_references, G_OBJECT (record)->ref_count);
}

static void
test_stream (void)
{
  const FoyerSampleOptions options = { .seed = 9, .clients = 300, .messages = 20000, .now = NOW };
  Count count = { 0, 0 };

  foyer_sample_make (&options, count_record, &count);
  g_assert_cmpuint (count.n_messages, >=, 20000);
  g_assert_cmpuint (count.n_messages, <, 20100);
  g_assert_cmpuint (count.n_references, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample/repeatable", test_repeatable);
  g_test_add_func ("/sample/valid", test_valid);
  g_test_add_func ("/sample/whole", test_whole);
  g_test_add_func ("/sample/references", test_references);
  g_test_add_func ("/sample/visits", test_visits);
  g_test_add_func ("/sample/signatures", test_signatures);
  g_test_add_func ("/sample/reserved", test_reserved);
  g_test_add_func ("/sample/business", test_business);
  g_test_add_func ("/sample/logo", test_logo);
  g_test_add_func ("/sample/photos", test_photos);
  g_test_add_func ("/sample/waiting", test_waiting);
  g_test_add_func ("/sample/stream", test_stream);
  return g_test_run ();
}
