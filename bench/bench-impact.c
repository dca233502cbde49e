/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-impact.c - finding out who of ten thousand people could no longer sign in, beside the main thread */

#include "foyer-bench.h"

#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-settings-change.h"
#include "foyer-settings-impact.h"
#include "foyer-settings.h"
#include "foyer-store-writer.h"
#include "types/portal_link.h"
#include "types/portal_person.h"

#define PEOPLE 10000
/* Two of three are the only one of their client. */
#define CLIENTS 7500
/* Besides the few that most people have addresses of, every tenth person's is their own. */
#define DOMAINS 5
#define TURNS 15

#define A_DOMAIN_LESS \
  "{\"access.allowed_domains\":" \
  "[\"mail0.example\",\"mail1.example\",\"mail2.example\",\"mail3.example\"]}"

typedef struct {
  FoyerBenchConsole *console;
  FoyerRecord *live;
  GPtrArray *client_ids;
} Bench;

/* --- Ten thousand people --- */

static gboolean
put (FoyerStoreWriter *writer, const FoyerRecordType *type, const char *text, GError **error)
{
  g_autoptr (JsonObject) json = foyer_json_parse_object (text, -1, error);

  if (json == NULL)
    return FALSE;
  json_object_set_int_member (json, "rev", 1);
  json_object_set_string_member (json, "createdAt", "2026-05-06T09:00:00Z");
  json_object_set_string_member (json, "updatedAt", "2026-05-06T09:00:00Z");
  return foyer_store_writer_put (writer, type, json, error);
}

static gboolean
put_client (Bench *bench, FoyerStoreWriter *writer, guint i, GError **error)
{
  char *id = foyer_id_new ("cl", bench->console->clock, bench->console->random);
  g_autofree char *text = g_strdup_printf ("{\"id\":\"%s\",\"name\":\"Client %05u\",\"kind\":\"company\","
                                           "\"street\":\"%u Birch Lane\",\"portalEnabled\":true}",
                                           id, i, i);

  g_ptr_array_add (bench->client_ids, id);
  return put (writer, &foyer_client_type, text, error);
}

/* One that is over for long, and one that is not. */
static gboolean
put_link (Bench *bench,
          FoyerStoreWriter *writer,
          const char *client_id,
          const char *person_id,
          const char *issued_at,
          GError **error)
{
  g_autofree char *id = foyer_id_new ("pl", bench->console->clock, bench->console->random);
  g_autofree char *text
      = g_strdup_printf ("{\"id\":\"%s\",\"clientId\":\"%s\",\"personId\":\"%s\",\"origin\":\"staff\","
                         "\"status\":\"live\",\"issuedAt\":\"%s\"}",
                         id, client_id, person_id, issued_at);

  return put (writer, &foyer_portal_link_type, text, error);
}

static gboolean
put_person (Bench *bench, FoyerStoreWriter *writer, guint i, GError **error)
{
  g_autofree char *id = foyer_id_new ("pp", bench->console->clock, bench->console->random);
  g_autofree char *domain
      = i % 10 == 0 ? g_strdup_printf ("own%u.example", i) : g_strdup_printf ("mail%u.example", i % DOMAINS);
  const char *client_id = bench->client_ids->pdata[i % CLIENTS];
  g_autofree char *text = g_strdup_printf (
      "{\"id\":\"%s\",\"clientId\":\"%s\",\"name\":\"Person "
      "%05u\",\"email\":\"p%u@%s\",\"status\":\"active\","
      "\"role\":\"owner\",\"mail\":\"good\",\"hasPassword\":%s,\"permissions\":[\"pay\",\"message\"]}",
      id, client_id, i, i, domain, i % 2 == 0 ? "true" : "false");

  return put (writer, &foyer_portal_person_type, text, error)
         && put_link (bench, writer, client_id, id, "2025-05-06T09:00:00Z", error)
         && put_link (bench, writer, client_id, id, "2026-11-06T09:00:00Z", error);
}

static gpointer
fill_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  gboolean done = TRUE;

  for (guint i = 0; done && i < CLIENTS; i++)
    done = put_client (data, writer, i, error);
  for (guint i = 0; done && i < PEOPLE; i++)
    done = put_person (data, writer, i, error);
  return NULL;
}

static void
fill (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FoyerRecord) stored = NULL;

  foyer_store_write_async (bench->console->store, fill_in_worker, bench, NULL, NULL, NULL,
                           foyer_bench_take_result, &waiting);
  result = foyer_bench_wait (&waiting);
  foyer_store_write_finish (bench->console->store, result, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  stored = foyer_store_get_singleton (bench->console->store, &foyer_portal_settings_type);
  bench->live = foyer_settings_complete (stored, NULL);
}

/* --- What is measured --- */

/* The floor: all people are read, and nothing is asked of them. */
static gpointer
read_in_worker (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (&foyer_portal_person_type);
  g_autoptr (GPtrArray) people = NULL;

  foyer_query_where_number (query, "status", FOYER_COMPARE_EQUAL, FOYER_PORTAL_PERSON_ACTIVE);
  people = foyer_record_source_list (source, query, error);
  return NULL;
}

static double
read_all (Bench *bench)
{
  gint64 since = g_get_monotonic_time ();
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_store_read_async (bench->console->store, read_in_worker, NULL, NULL, NULL, NULL,
                          foyer_bench_take_result, &waiting);
  result = foyer_bench_wait (&waiting);
  foyer_store_read_finish (bench->console->store, result, NULL);
  return (double) (g_get_monotonic_time () - since) / 1000;
}

static double
ask (Bench *bench, FoyerRecord *draft, gboolean everybody, guint *n_lost)
{
  gint64 since = g_get_monotonic_time ();
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (FoyerSettingsImpact) impact = NULL;
  g_autoptr (GError) error = NULL;
  double time;

  foyer_settings_impact_async (bench->console->store, bench->live, draft, everybody,
                               foyer_clock_now (bench->console->clock) / G_USEC_PER_SEC, NULL,
                               foyer_bench_take_result, &waiting);
  result = foyer_bench_wait (&waiting);
  time = (double) (g_get_monotonic_time () - since) / 1000;
  impact = foyer_settings_impact_finish (bench->console->store, result, &error);
  if (impact == NULL)
    g_error ("%s", error->message);
  *n_lost = impact->n_lost;
  return time;
}

static void
measure (Bench *bench, const char *what, const char *patch, gboolean everybody)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (JsonObject) json = foyer_json_parse_object (patch, -1, NULL);
  g_autoptr (FoyerRecord) draft = foyer_settings_apply (bench->live, json, NULL);
  FoyerBenchStall stall;
  guint n_lost = 0;

  foyer_bench_watch_stalls ();
  for (guint i = 0; i < TURNS; i++) {
    double since = foyer_bench_own_time ();
    double time = ask (bench, draft, everybody, &n_lost);
    double worked = foyer_bench_own_time () - since;
    double floor = read_all (bench);

    g_array_append_val (times, time);
    g_array_append_val (own, worked);
    g_array_append_val (floors, floor);
  }
  stall = foyer_bench_longest_stall ();
  g_print ("impact: %s, %u of %u people could no longer sign in: median %.0f ms, %.0f ms of it own work, p95 "
           "%.0f ms "
           "(%s); ratio %.1f to reading them; longest stall of the main thread %.1f ms, %.1f ms "
           "of it its own "
           "work\n",
           what, n_lost, PEOPLE, foyer_bench_percentile (times, 0.5), foyer_bench_percentile (own, 0.5),
           foyer_bench_percentile (times, 0.95), everybody ? "no aim" : "aim <= 200 ms",
           foyer_bench_percentile (times, 0.5) / foyer_bench_percentile (floors, 0.5), stall.wall, stall.own);
}

int
main (int argc, char **argv)
{
  FoyerBenchServer *server = foyer_bench_server_start (1, 1);
  Bench bench = { .console = foyer_bench_console_open (server),
                  .client_ids = g_ptr_array_new_with_free_func (g_free) };

  foyer_bench_console_sync (bench.console);
  foyer_sync_engine_stop (bench.console->engine);
  fill (&bench);
  measure (&bench, "a domain is left out", A_DOMAIN_LESS, FALSE);
  measure (&bench, "links by mail are off", "{\"access.email_link\":false}", FALSE);
  measure (&bench, "the portal is off", "{\"portal.enabled\":false}", FALSE);
  measure (&bench, "everybody by their ways and 20000 links", "{}", TRUE);
  g_object_unref (bench.live);
  g_ptr_array_unref (bench.client_ids);
  foyer_bench_console_close (bench.console);
  foyer_bench_server_stop (server);
  return 0;
}
