/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prove-damage.c - whatever happens to the console's file, it opens, keeps what has not left, and comes to the server's state again */

#include "foyer-damage.h"
#include "foyer-one-console.h"
#include "foyer-proof.h"
#include "foyer-test-business.h"
#include "foyer-test.h"
#include "types/audit_event.h"
#include "types/booking.h"
#include "types/label.h"
#include "types/visit.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define RUNS 1000
#define N_LABELS 60
#define MOST_REOPENINGS 3 /* as many as the console allows itself, and the last must do */
#define COMPARED 200      /* seconds */
#define LATER ((gint64) 26 * 3600 * G_USEC_PER_SEC) /* another day, so that the copy of the day is due */

/* What a console did before the damage. */
typedef enum {
  ACT_DONE,       /* done, and its echo is here */
  ACT_UNANSWERED, /* done by the server, whose answer was lost */
  ACT_MADE,       /* a label, not sent */
  ACT_RENAMED,    /* another label, not sent */
  ACT_APPROVED,   /* a booking, not sent */
  ACT_HELD,       /* a label, in its undo window */
  ACT_UNDONE,     /* a label, taken back */
  N_ACTS,
} Act;

static const char *const act_names[]
    = { "done", "unanswered", "made", "renamed", "approved", "held", "undone" };

/* What every run begins with. */
typedef struct {
  char *server;
  char *closed;      /* the console's folder, closed well */
  char *left_open;   /* as a power cut leaves it, with a WAL */
  char *ids[N_ACTS]; /* of operations */
  char *records[N_ACTS];
} World;

typedef struct {
  const World *world;
  FoyerProof *proof;
  FoyerOneConsole *console;
  char *where;
  gboolean damaged; /* the store has said so since it was opened */
  gboolean told;    /* that it was damaged, at some opening */
} Run;

/* --- Preparing --- */

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents_full (to, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static char *
copy_directory (const char *from)
{
  char *to = foyer_test_make_directory ();
  g_autoptr (GDir) directory = g_dir_open (from, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *source = g_build_filename (from, name, NULL);
    g_autofree char *target = g_build_filename (to, name, NULL);

    if (!g_str_has_suffix (name, "-shm"))
      copy_file (source, target);
  }
  return to;
}

static void
submit (World *world,
        FoyerOneConsole *console,
        Act act,
        const FoyerRecordType *type,
        const char *id,
        const char *patch)
{
  gboolean creates = type == &foyer_label_type && act != ACT_RENAMED;
  g_autoptr (GError) error = NULL;

  world->records[act] = g_strdup (id);
  world->ids[act] = foyer_test_submit (console->store, creates ? FOYER_VERB_CREATE : FOYER_VERB_UPDATE, type,
                                       id, patch, act >= ACT_HELD ? SECONDS (10) : 0, &error);
  g_assert_no_error (error);
}

static void
make_label (World *world, FoyerOneConsole *console, Act act)
{
  g_autofree char *id = g_strdup_printf ("lb-01890a5d-ac96-7d4e-8f00-%012d", (int) act + 1000);
  g_autofree char *patch = g_strdup_printf ("{'name': '%s', 'position': 0}", act_names[act]);

  submit (world, console, act, &foyer_label_type, id, patch);
}

static void
undo (World *world, FoyerOneConsole *console)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_store_undo_async (console->store, world->ids[ACT_UNDONE], NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  g_assert_true (foyer_store_undo_finish (console->store, result, NULL));
}

static gboolean
back_up (FoyerOneConsole *console)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  gboolean done;

  foyer_store_back_up_async (console->store, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  done = foyer_store_back_up_finish (console->store, result, NULL);
  foyer_test_settle ();
  return done;
}

static void
put_records (FoyerTestServer *server)
{
  g_autoptr (GString) json = g_string_new (
      "[{'id': 'bk-1', 'clientId': 'cl-1', 'serviceId': 'sv-1', 'propertyId': 'pr-1', 'crewId': 'cm-1',"
      "  'start': '2026-11-27 09:00', 'end': '2026-11-27 11:00', 'requestedAt': '2026-11-23 08:00'}");

  for (guint i = 1; i <= N_LABELS; i++)
    g_string_append_printf (json,
                            ", {'id': 'lb-%u', 'name': 'A label of the office with a long name, number %u'}",
                            i, i);
  g_string_append (json, "]");
  foyer_test_server_put (server, "northwind", json->str);
}

static void
act_offline (World *world, FoyerOneConsole *console)
{
  g_autofree char *label = foyer_test_id ("lb-7");
  g_autofree char *booking = foyer_test_id ("bk-1");

  make_label (world, console, ACT_MADE);
  submit (world, console, ACT_RENAMED, &foyer_label_type, label, "{'name': 'renamed'}");
  submit (world, console, ACT_APPROVED, &foyer_booking_type, booking, "{'status': 'approved'}");
  make_label (world, console, ACT_HELD);
  make_label (world, console, ACT_UNDONE);
  undo (world, console);
}

static void
prepare (World *world)
{
  FoyerOneConsole *console = foyer_one_console_new ();
  g_autoptr (GError) error = NULL;

  put_records (console->server);
  foyer_one_console_pass (console, SECONDS (3));
  make_label (world, console, ACT_DONE);
  foyer_one_console_pass (console, SECONDS (3));
  g_assert_true (back_up (console));
  /* So that the database holds what was pulled, and the WAL what comes now. */
  foyer_one_console_close (console);
  foyer_one_console_open (console);
  foyer_one_console_pass (console, SECONDS (3));
  foyer_loopback_lose_replies (console->loopback, 1);
  make_label (world, console, ACT_UNANSWERED);
  foyer_one_console_pass (console, SECONDS (1) / 2);
  foyer_loopback_set_online (console->loopback, FALSE);
  act_offline (world, console);
  foyer_one_console_pass (console, SECONDS (1) / 2);
  world->left_open = copy_directory (console->directory);
  foyer_database_execute (foyer_backend_get_writer (console->server->backend),
                          "PRAGMA wal_checkpoint(TRUNCATE)", &error);
  g_assert_no_error (error);
  world->server = copy_directory (console->server->directory);
  foyer_one_console_close (console);
  world->closed = copy_directory (console->directory);
  foyer_one_console_open (console);
  foyer_one_console_free (console);
}

/* --- Running --- */

static void
complain (Run *run, guint64 *counter, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  ++*counter;
  g_print ("%s: %s\n", run->where, sentence);
}

static FoyerTestServer *
open_server (const char *directory, guint64 seed)
{
  FoyerTestServer *server = g_new0 (FoyerTestServer, 1);
  g_autoptr (GError) error = NULL;

  server->directory = g_strdup (directory);
  server->clock = foyer_manual_clock_new (TEST_SERVER_NOW * G_USEC_PER_SEC + LATER);
  server->random = foyer_random_new_seeded (seed);
  server->backend = foyer_backend_open (directory, "http://{slug}.localhost", FOYER_CLOCK (server->clock),
                                        server->random, &error);
  g_assert_no_error (error);
  foyer_backend_set_public_url (server->backend, "http://{slug}.localhost", "http://127.0.0.1");
  return server;
}

static void
close_server (FoyerTestServer *server)
{
  foyer_backend_close (server->backend);
  g_object_unref (server->backend);
  g_object_unref (server->clock);
  g_object_unref (server->random);
  g_free (server->directory);
  g_free (server);
}

static void
on_damaged (Run *run)
{
  run->damaged = TRUE;
}

static gboolean
open_console (Run *run)
{
  FoyerOneConsole *console = run->console;
  g_autoptr (GError) error = NULL;

  run->damaged = FALSE;
  console->store = foyer_test_open_store (console->directory, FOYER_CLOCK (console->server->clock),
                                          console->random, &error);
  if (console->store == NULL) {
    complain (run, &run->proof->lost, "the store does not open: %s", error->message);
    return FALSE;
  }
  run->told = run->told || foyer_store_get_recovery (console->store)->happened;
  g_signal_connect_swapped (console->store, "damaged", G_CALLBACK (on_damaged), run);
  console->engine = foyer_sync_engine_new (console->store, FOYER_TRANSPORT (console->loopback),
                                           "http://localhost/.well-known/jmap", NULL);
  foyer_sync_engine_start (console->engine);
  return TRUE;
}

static gboolean
is_at_rest (Run *run)
{
  guint waiting;
  guint needing;

  foyer_store_count_operations (run->console->store, &waiting, &needing);
  return waiting == 0 && foyer_sync_engine_get_state (run->console->engine) == FOYER_SYNC_IDLE;
}

/* Until everything is done, or the store says that it is damaged and wants to be opened again. */
static gboolean
let_work (Run *run)
{
  for (guint i = 0; i < 120 && !run->damaged; i++) {
    foyer_one_console_pass (run->console, SECONDS (1));
    if (i > 12 && is_at_rest (run))
      break;
  }
  /* Past the moment at which the engine compares what is here with what the server has, by itself. */
  for (guint i = 0; i < COMPARED && !run->damaged; i++)
    foyer_one_console_pass (run->console, SECONDS (1));
  /* The copy of the day, which begins with a look at every page. */
  if (!run->damaged && !back_up (run->console) && !run->damaged)
    complain (run, &run->proof->diverged, "no copy can be made");
  return !run->damaged;
}

/* --- Judging --- */

/* Right after the first opening: what had not left is there. What is not, may only be missing because the file is about to turn out damaged. */
static const char *
find_missing (Run *run)
{
  for (Act act = ACT_UNANSWERED; act <= ACT_HELD; act++) {
    g_autoptr (FoyerOperation) operation
        = foyer_store_get_operation (run->console->store, run->world->ids[act]);

    if (operation == NULL)
      return act_names[act];
  }
  return NULL;
}

static guint
count_audits (Run *run, const char *record_id)
{
  g_autoptr (GPtrArray) events
      = foyer_test_server_list (run->console->server, "northwind", &foyer_audit_event_type);
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    n += g_strcmp0 (foyer_audit_event_get_record_id (events->pdata[i]), record_id) == 0;
  return n;
}

static void
judge_server (Run *run)
{
  FoyerTestServer *server = run->console->server;
  g_autoptr (GPtrArray) visits = foyer_test_server_list (server, "northwind", &foyer_visit_type);

  for (Act act = ACT_DONE; act < N_ACTS; act++) {
    g_autoptr (FoyerRecord) record = foyer_test_server_get (server, "northwind", run->world->records[act]);
    const FoyerRecordType *type = record == NULL ? NULL : foyer_record_get_record_type (record);

    run->proof->operations++;
    if (act == ACT_UNDONE) {
      if (record != NULL)
        complain (run, &run->proof->doubled, "what was undone was done all the same");
      continue;
    }
    if (record == NULL
        || (type == &foyer_label_type && strcmp (foyer_label_get_name (record), act_names[act]) != 0)
        || (type == &foyer_booking_type && foyer_booking_get_status (record) != FOYER_BOOKING_APPROVED))
      complain (run, &run->proof->lost, "%s is not at the server", act_names[act]);
    if (type == &foyer_label_type && count_audits (run, run->world->records[act]) > 1)
      complain (run, &run->proof->doubled, "%s was done twice", act_names[act]);
  }
  if (visits->len != 1)
    complain (run, &run->proof->doubled, "the approval made %u visits", visits->len);
}

static void
judge_records (Run *run)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (GPtrArray) theirs = foyer_test_server_list (run->console->server, "northwind", types[i]);
    g_autoptr (FoyerQuery) query = foyer_query_new (types[i]);
    g_autoptr (GPtrArray) mine = foyer_store_list (run->console->store, query);
    guint n_same = 0;

    for (guint j = 0; j < theirs->len; j++) {
      g_autoptr (FoyerRecord) same
          = foyer_store_get (run->console->store, types[i], foyer_record_get_id (theirs->pdata[j]));

      n_same += same != NULL && foyer_record_get_rev (same) == foyer_record_get_rev (theirs->pdata[j]);
    }
    if (n_same != theirs->len || mine->len != theirs->len)
      complain (run, &run->proof->diverged, "%s: %u of %u are as at the server, of %u", types[i]->name,
                n_same, theirs->len, mine->len);
  }
}

static void
go_through (Run *run)
{
  for (guint i = 0; i <= MOST_REOPENINGS; i++) {
    const char *missing;
    gboolean done;

    if (!open_console (run))
      return;
    missing = find_missing (run);
    done = let_work (run);
    if (done && i == 0 && missing != NULL)
      complain (run, &run->proof->lost, "%s is not there after opening", missing);
    if (done) {
      judge_server (run);
      judge_records (run);
    }
    foyer_one_console_close (run->console);
    if (done && !run->damaged)
      return;
  }
  complain (run, &run->proof->lost, "the store says again and again that it is damaged");
}

/* --- One run --- */

static void
remove_copies (const char *directory)
{
  g_autofree char *copy = g_build_filename (directory, "store.db.copy-1", NULL);

  g_unlink (copy);
}

static char *
hurt (const char *directory, gboolean left_open, FoyerRandom *random)
{
  gboolean in_wal = left_open && foyer_random_below (random, 3) == 0;
  g_autofree char *path = g_build_filename (directory, in_wal ? "store.db-wal" : "store.db", NULL);
  g_autofree char *what = foyer_damage_file (path, random);

  return g_strdup_printf ("%s: %s", in_wal ? "WAL" : "database", what);
}

static gboolean
run_once (const World *world, guint64 seed, FoyerProof *proof)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (seed);
  gboolean left_open = foyer_random_below (random, 2) == 0;
  gboolean has_copy = foyer_random_below (random, 2) == 0;
  char *server_directory = copy_directory (world->server);
  FoyerOneConsole console = { .directory = copy_directory (left_open ? world->left_open : world->closed) };
  Run run = { .world = world, .proof = proof, .console = &console };
  g_autofree char *what = NULL;

  if (!has_copy)
    remove_copies (console.directory);
  what = hurt (console.directory, left_open, random);
  run.where = g_strdup_printf ("damage --first-seed %" G_GUINT64_FORMAT " --runs 1: %s, %s, %s", seed,
                               left_open ? "left open" : "closed",
                               has_copy ? "with a copy" : "without a copy", what);
  console.server = open_server (server_directory, seed + 7);
  console.token = foyer_test_server_sign_in (console.server, "northwind");
  console.trace = g_string_new (NULL);
  console.random = foyer_random_new_seeded (seed + 8);
  console.loopback = FOYER_LOOPBACK (foyer_loopback_new (console.server, "A", console.token, console.trace));
  go_through (&run);
  foyer_test_settle ();
  g_object_unref (console.loopback);
  g_object_unref (console.random);
  close_server (console.server);
  g_string_free (console.trace, TRUE);
  g_free (console.token);
  foyer_test_remove_directory (console.directory);
  foyer_test_remove_directory (server_directory);
  g_free (run.where);
  proof->done++;
  return run.told;
}

static void
forget (World *world)
{
  foyer_test_remove_directory (world->server);
  foyer_test_remove_directory (world->closed);
  foyer_test_remove_directory (world->left_open);
  for (Act act = ACT_DONE; act < N_ACTS; act++) {
    g_free (world->ids[act]);
    g_free (world->records[act]);
  }
}

/* A damaged file is what is looked for here; the log would say so once a run. */
static void
ignore_log (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL)) != 0)
    g_log_default_handler (domain, level, message, data);
}

int
main (int argc, char **argv)
{
  World world = { 0 };
  FoyerProof proof;
  guint64 n_told = 0;

  foyer_proof_begin (&proof, "damage", RUNS, NULL, &argc, &argv);
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  g_log_set_default_handler (ignore_log, NULL);
  prepare (&world);
  for (guint64 i = 0; i < proof.runs; i++)
    n_told += run_once (&world, proof.first_seed + i, &proof);
  g_print ("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT
           " damages were noticed and said; the others hit what nobody reads\n",
           n_told, proof.done);
  forget (&world);
  return foyer_proof_end (&proof);
}
