/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-dashboard.c - making the first page of a typical client, and of one with ten thousand records */

#include "foyer-bench.h"

#include "commands/foyer-sample-store.h"
#include "foyer-backend.h"
#include "foyer-json.h"
#include "foyer-portal-pages.h"
#include "foyer-portal-view.h"
#include "foyer-record-table.h"
#include "foyer-settings.h"
#include "foyer-zone.h"
#include "types/client.h"
#include "types/message.h"
#include "types/organisation.h"
#include "types/portal_person.h"

#include <string.h>

#define CLIENTS 60
#define MESSAGES 2000
#define LARGE 10000
#define TURNS 200

/* The organisation's number in a database that holds one alone. */
#define ORGANISATION 1

/* What comes about in the course of business, and so becomes more over the years; all but messages name their client. */
static const char *const kinds[]
    = { "Visit",   "Photo",    "ProofPack", "Review",   "Booking",      "Request", "Quote",
        "Invoice", "Document", "Payment",   "Delivery", "Conversation", "Message" };

typedef struct {
  FoyerRecord *client;
  FoyerRecord *person;
  GPtrArray *records;
} Subject;

typedef struct {
  FoyerBackend *backend;
  FoyerRecordSource *source;
  FoyerRecord *settings;
  FoyerZone *zone; /* held, as the server holds those of its businesses */
  gint64 now;
} World;

static void
subject_free (Subject *self)
{
  g_object_unref (self->client);
  g_object_unref (self->person);
  g_ptr_array_unref (self->records);
  g_free (self);
}

static void
check (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error == NULL ? "It failed" : error->message);
}

static GPtrArray *
list_by (World *world, const FoyerRecordType *type, const char *field, const char *id)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  if (field != NULL)
    foyer_query_where_text (query, field, id);
  found = foyer_record_source_list (world->source, query, &error);
  check (found != NULL, error);
  return found;
}

/* --- Clients --- */

static void
add_messages (World *world, GPtrArray *records)
{
  guint n = records->len;

  for (guint i = 0; i < n; i++) {
    FoyerRecord *record = records->pdata[i];

    if (strcmp (foyer_record_get_record_type (record)->name, "Conversation") == 0)
      g_ptr_array_extend_and_steal (records, list_by (world, &foyer_message_type, "conversationId",
                                                      foyer_record_get_id (record)));
  }
}

static GPtrArray *
list_records (World *world, const char *client_id)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const FoyerRecordType *type = foyer_record_type_by_name (kinds[i]);

    if (type != &foyer_message_type)
      g_ptr_array_extend_and_steal (records, list_by (world, type, "clientId", client_id));
  }
  add_messages (world, records);
  return records;
}

static JsonObject *
make_view (World *world, const Subject *subject)
{
  const FoyerPortalViewer viewer = { .client_id = foyer_record_get_id (subject->client),
                                     .person_id = foyer_record_get_id (subject->person),
                                     .scopes = FOYER_ALL_SCOPES,
                                     .permissions = FOYER_ALL_PERMISSIONS };
  g_autoptr (GError) error = NULL;
  JsonObject *view = foyer_portal_view_of_parts (world->source, &viewer, world->settings,
                                                 foyer_page_parts (FOYER_PAGE_HOME), world->now, &error);

  check (view != NULL, error);
  return view;
}

static gboolean
is_open (World *world, const Subject *subject)
{
  g_autoptr (JsonObject) view = make_view (world, subject);

  return foyer_portal_view_get_state (view) == FOYER_PORTAL_OPEN;
}

static int
compare_subjects (gconstpointer a, gconstpointer b)
{
  const Subject *first = *(Subject *const *) a;
  const Subject *second = *(Subject *const *) b;

  return (int) first->records->len - (int) second->records->len;
}

/* Whoever may look, those with few records first: the one in the middle is the typical one. */
static GPtrArray *
list_subjects (World *world)
{
  GPtrArray *subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) subject_free);
  g_autoptr (GPtrArray) clients = list_by (world, &foyer_client_type, NULL, NULL);

  for (guint i = 0; i < clients->len; i++) {
    const char *id = foyer_record_get_id (clients->pdata[i]);
    g_autoptr (GPtrArray) people = list_by (world, &foyer_portal_person_type, "clientId", id);
    Subject *subject;

    if (people->len == 0)
      continue;
    subject = g_new0 (Subject, 1);
    subject->client = g_object_ref (clients->pdata[i]);
    subject->person = g_object_ref (people->pdata[0]);
    subject->records = list_records (world, id);
    if (is_open (world, subject))
      g_ptr_array_add (subjects, subject);
    else
      subject_free (subject);
  }
  g_ptr_array_sort (subjects, compare_subjects);
  return subjects;
}

/* --- Growing --- */

/* What refers to one of the records refers to its copy then, so that a copied payment belongs to the copied bill. */
static char *
rename_ids (const char *text, GHashTable *names)
{
  g_autoptr (GRegex) regex = g_regex_new ("\"([a-z]+-[^\"]{10,60})\"", 0, 0, NULL);
  GString *out = g_string_new (NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int done = 0;

  g_regex_match (regex, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *id = g_match_info_fetch (match, 1);
    const char *name = g_hash_table_lookup (names, id);
    int start;
    int end;

    if (name == NULL)
      continue;
    g_match_info_fetch_pos (match, 1, &start, &end);
    g_string_append_len (out, text + done, start - done);
    g_string_append (out, name);
    done = end;
  }
  g_string_append (out, text + done);
  return g_string_free (out, FALSE);
}

static gboolean
copy_record (FoyerTransaction *transaction, FoyerRecord *record, GHashTable *names, GError **error)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (record);
  g_autofree char *text = foyer_json_to_text (json);
  g_autofree char *renamed = rename_ids (text, names);
  g_autoptr (JsonObject) copy = foyer_json_parse_object (renamed, -1, error);
  g_autoptr (FoyerRecord) stored = NULL;

  if (copy == NULL)
    return FALSE;
  stored = foyer_transaction_put (transaction, foyer_record_get_record_type (record), copy, error);
  return stored != NULL;
}

static GHashTable *
make_names (FoyerTransaction *transaction, GPtrArray *records)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (names, (gpointer) foyer_record_get_id (records->pdata[i]),
                         foyer_transaction_make_id (transaction,
                                                    foyer_record_get_record_type (records->pdata[i])));
  return names;
}

/* The same years over and over, until there are enough. */
static gboolean
grow (FoyerTransaction *transaction, gpointer data, GError **error)
{
  GPtrArray *records = ((Subject *) data)->records;

  for (guint n = records->len; n < LARGE;) {
    g_autoptr (GHashTable) names = make_names (transaction, records);

    for (guint i = 0; i < records->len && n < LARGE; i++, n++) {
      if (!copy_record (transaction, records->pdata[i], names, error))
        return FALSE;
    }
  }
  return TRUE;
}

/* --- Measuring --- */

static void
measure (World *world, const Subject *subject, const char *name, guint n_records, double aim)
{
  g_autoptr (GArray) views = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) both = g_array_new (FALSE, FALSE, sizeof (double));
  gsize size = 0;

  for (guint i = 0; i < TURNS; i++) {
    const FoyerPageRequest request = { .kind = FOYER_PAGE_HOME };
    gint64 since = g_get_monotonic_time ();
    g_autoptr (JsonObject) view = make_view (world, subject);
    double view_time = (double) (g_get_monotonic_time () - since) / 1000;
    FoyerPageKind made;
    g_autoptr (FoyerPortalPage) page = foyer_portal_page (view, &request, &made);
    double time = (double) (g_get_monotonic_time () - since) / 1000;

    size = g_bytes_get_size (foyer_portal_page_get_bytes (page));
    check (made == FOYER_PAGE_HOME, NULL);
    g_array_append_val (views, view_time);
    g_array_append_val (both, time);
  }
  g_print ("dashboard: %s with %u records, view and page of %" G_GSIZE_FORMAT " bytes, median %.1f ms, "
           "p95 %.1f ms, the view alone %.1f ms (aim <= %.0f ms)\n",
           name, n_records, size, foyer_bench_percentile (both, 0.5), foyer_bench_percentile (both, 0.95),
           foyer_bench_percentile (views, 0.5), aim);
}

static void
hold_zone (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerRecord) organisation
      = foyer_record_source_get_singleton (world->source, &foyer_organisation_type, &error);

  check (organisation != NULL, error);
  world->zone = foyer_zone_new (foyer_organisation_get_zone (organisation), &error);
  check (world->zone != NULL, error);
}

static void
open_world (World *world, const char *directory, FoyerClock *clock, FoyerRandom *random)
{
  g_autoptr (GError) error = NULL;

  world->now = foyer_clock_now_seconds (clock);
  world->backend = foyer_backend_open (directory, NULL, clock, random, &error);
  check (world->backend != NULL, error);
  check (foyer_sample_store (world->backend,
                             &(FoyerSampleOptions){
                                 .seed = 1, .clients = CLIENTS, .messages = MESSAGES, .now = world->now },
                             NULL, NULL, &error)
             >= 0,
         error);
  world->source = foyer_database_source_new (foyer_backend_get_writer (world->backend), ORGANISATION);
  world->settings = foyer_settings_get (world->source, &error);
  check (world->settings != NULL, error);
  hold_zone (world);
}

static void
close_world (World *world)
{
  foyer_zone_unref (world->zone);
  g_object_unref (world->settings);
  g_object_unref (world->source);
  foyer_backend_close (world->backend);
  g_object_unref (world->backend);
}

int
main (int argc, char **argv)
{
  g_autofree char *directory = g_dir_make_tmp ("foyer-bench-XXXXXX", NULL);
  g_autoptr (FoyerClock) clock = foyer_system_clock_new ();
  g_autoptr (FoyerRandom) random = foyer_random_new ();
  g_autoptr (GPtrArray) subjects = NULL;
  g_autoptr (GError) error = NULL;
  World world;
  Subject *typical;

  open_world (&world, directory, clock, random);
  subjects = list_subjects (&world);
  typical = subjects->pdata[subjects->len / 2];
  measure (&world, typical, "a typical client", typical->records->len, 10);
  check (foyer_backend_write (world.backend, ORGANISATION, world.now, grow, typical, &error), error);
  measure (&world, typical, "the same client", LARGE, 50);
  g_clear_pointer (&subjects, g_ptr_array_unref);
  close_world (&world);
  foyer_bench_remove_directory (directory);
  return 0;
}
