/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-simulation.c - a few hours of an office, from a seed: what happens, and what must be true in the end */

#include "foyer-simulation.h"

#include "foyer-blob-id.h"
#include "foyer-json.h"
#include "foyer-sim-acts.h"
#include "foyer-sim-clock.h"
#include "foyer-sim-console.h"
#include "foyer-sim-portal.h"
#include "foyer-sim-verdict.h"
#include "foyer-test-server.h"
#include "foyer-test.h"
#include "types/message.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define SECONDS(n) ((gint64) (n) *G_USEC_PER_SEC)

#define MOST_CONSOLES 3
#define FEWEST_STEPS 30
#define MOST_STEPS 80

/* A person looks at the screen that often. */
#define GLANCE (2 * G_USEC_PER_SEC)

/* More than that many requests in one run are a circle that is gone round for ever. */
#define MOST_REQUESTS 4000

/* After the last fault: longer than a missed event can cost, and longer than the longest pause between attempts. */
#define HEALING SECONDS (200)
#define LONGEST_HEALING SECONDS (3600)

static char *server_template;
static char *store_template;

typedef struct {
  FoyerManualClock *clock;
  FoyerRandom *random;
  GString *trace;
  FoyerSimWeather weather;
  FoyerSimServer *server;
  FoyerSimPortal *portal;
  FoyerSimConsole *consoles[MOST_CONSOLES];
  guint n_consoles;
  gboolean with_restores;
  gboolean with_rollbacks;
  gboolean with_wrong_clocks;
  gboolean disks_rolled_back;
} World;

void
foyer_simulation_result_free (FoyerSimulationResult *self)
{
  if (self == NULL)
    return;
  g_free (self->flaw);
  g_free (self->trace);
  g_free (self);
}

/* --- What every run begins with --- */

/* Every commit is synced, as shipped; where that costs nothing, more can be tried in the same time. */
static void
prefer_memory (void)
{
  if (g_getenv ("TMPDIR") == NULL && g_access ("/dev/shm", R_OK | W_OK | X_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
}

static void
put_first_records (FoyerTestServer *server)
{
  foyer_test_server_put (
      server, "northwind",
      "[{'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'Boiler'},"
      " {'id': 'st-2', 'name': 'Ben', 'email': 'ben@northwind.example', 'role': 'admin'},"
      " {'id': 'st-3', 'name': 'Cleo', 'email': 'cleo@northwind.example', 'role': 'office'},"
      " {'id': 'lb-1', 'name': 'First', 'position': 1}]");
  foyer_test_server_put (server, "southwind",
                         "[{'id': '" FOYER_SIM_FOREIGN_ID "', 'name': 'Of others', 'position': 1}]");
}

static void
make_store_template (void)
{
  g_autoptr (FoyerManualClock) clock = foyer_manual_clock_new (TEST_SERVER_NOW * G_USEC_PER_SEC);
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (1);

  store_template = foyer_test_make_directory ();
  foyer_test_close_store (foyer_test_open_store (store_template, FOYER_CLOCK (clock), random, NULL));
}

void
foyer_simulation_prepare (void)
{
  FoyerTestServer *server;

  prefer_memory ();
  server = foyer_test_server_new ();
  /* A second business with the same ids: whoever forgets to say whose records are meant mixes them. */
  foyer_test_server_add (server, "southwind");
  put_first_records (server);
  foyer_sim_portal_prepare (server);
  foyer_backend_close (server->backend);
  server_template = foyer_sim_copy_directory (server->directory);
  foyer_test_server_free (server);
  make_store_template ();
}

void
foyer_simulation_clean_up (void)
{
  foyer_test_remove_directory (g_steal_pointer (&server_template));
  foyer_test_remove_directory (g_steal_pointer (&store_template));
  foyer_sim_portal_clean_up ();
}

static void
on_server_changed (const char *account_id, GHashTable *states, gpointer user_data)
{
  World *world = user_data;

  for (guint i = 0; i < world->n_consoles; i++)
    foyer_sim_link_push (FOYER_SIM_LINK (world->consoles[i]->link), account_id, states);
}

static void
set_weather (World *world)
{
  guint roughness = foyer_random_below (world->random, 4);

  world->weather = (FoyerSimWeather){
    .lose_request = 30 * roughness,
    .lose_reply = 40 * roughness,
    .late = 30 * roughness,
    .repeat = 40 * roughness,
    .cut = 20 * roughness,
    .junk = 5 * roughness,
    .busy = 15 * roughness,
    .crash = 15 * roughness,
    .slow = 5000 + (gint64) roughness * foyer_random_below (world->random, 3000) * 1000,
    .page = 1 + foyer_random_below (world->random, 12),
    .calls = 8 + foyer_random_below (world->random, 57),
    .upload = 400 + foyer_random_below (world->random, 3000),
  };
}

/* From a few minutes to a year, to both sides. */
static void
set_clock (World *world, FoyerSimConsole *console)
{
  static const gint64 units[] = { 60, 3600, 86400 };
  gint64 unit = units[foyer_random_below (world->random, G_N_ELEMENTS (units))];
  gint64 seconds = unit * (gint64) foyer_random_below (world->random, 400);

  foyer_sim_clock_set_skew (FOYER_SIM_CLOCK (console->clock),
                            SECONDS (foyer_random_below (world->random, 2) == 0 ? seconds : -seconds));
}

static void
add_console (World *world, guint64 seed, guint number)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (seed * 1000 + 100 + number);
  g_autoptr (FoyerRandom) fates = foyer_random_new_seeded (seed * 1000 + 200 + number);
  g_autoptr (FoyerSimClock) clock = foyer_sim_clock_new (FOYER_CLOCK (world->clock));

  world->consoles[number] = foyer_sim_console_new (number, store_template, FOYER_CLOCK (clock), random,
                                                   foyer_sim_link_new (world->server, number, &world->weather,
                                                                       fates, world->trace),
                                                   world->server->ledger);
  if (world->with_wrong_clocks)
    set_clock (world, world->consoles[number]);
}

static World *
make_world (guint64 seed, gboolean exchanges)
{
  World *world = g_new0 (World, 1);
  g_autoptr (FoyerRandom) server_random = foyer_random_new_seeded (seed * 1000 + 1);

  world->random = foyer_random_new_seeded (seed * 1000);
  world->clock = foyer_manual_clock_new (TEST_SERVER_NOW * G_USEC_PER_SEC);
  world->trace = g_string_new (NULL);
  world->n_consoles = 2 + foyer_random_below (world->random, 2);
  world->with_restores = foyer_random_below (world->random, 3) == 0;
  world->with_rollbacks = foyer_random_below (world->random, 3) == 0;
  world->with_wrong_clocks = foyer_random_below (world->random, 3) == 0;
  set_weather (world);
  world->weather.exchanges = exchanges;
  world->server = foyer_sim_server_new (server_template, world->clock, server_random);
  world->portal = foyer_sim_portal_new (world->server, world->random);
  for (guint i = 0; i < world->n_consoles; i++)
    add_console (world, seed, i);
  world->server->on_changed = on_server_changed;
  world->server->user_data = world;
  for (guint i = 0; i < world->n_consoles; i++)
    foyer_sim_console_open (world->consoles[i]);
  return world;
}

static void
free_world (World *world)
{
  world->server->on_changed = NULL;
  for (guint i = 0; i < world->n_consoles; i++)
    foyer_sim_console_close (world->consoles[i]);
  /* What is still under way ends: it holds what it needs. */
  do {
    foyer_test_settle ();
  } while (foyer_manual_clock_run_next (world->clock));
  for (guint i = 0; i < world->n_consoles; i++)
    foyer_sim_console_free (world->consoles[i]);
  foyer_sim_portal_free (world->portal);
  foyer_sim_server_free (world->server);
  g_string_free (world->trace, TRUE);
  g_object_unref (world->random);
  g_object_unref (world->clock);
  g_free (world);
}

/* --- Time --- */

static void
on_time_up (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* Lets time pass: timers one at a time, and whatever they set off in between. */
static void
pass (World *world, gint64 time)
{
  gboolean is_up = FALSE;
  guint timer;

  timer = foyer_clock_add_timer (FOYER_CLOCK (world->clock), time, on_time_up, &is_up);
  foyer_test_settle ();
  while (!is_up && world->weather.n_requests <= MOST_REQUESTS) {
    foyer_manual_clock_run_next (world->clock);
    foyer_test_settle ();
  }
  if (!is_up)
    foyer_clock_remove_timer (FOYER_CLOCK (world->clock), timer);
}

static gboolean
has_failed (World *world)
{
  if (world->weather.n_requests > MOST_REQUESTS)
    foyer_ledger_report (world->server->ledger, FOYER_FLAW_LOST,
                         "The consoles ask and ask and never come to rest");
  return foyer_ledger_get_flaw (world->server->ledger, NULL) != NULL;
}

static void
look (World *world)
{
  /* After a disk has gone back nobody can say what should have been on which screen. */
  if (world->server->rewritten || world->disks_rolled_back)
    return;
  for (guint i = 0; i < world->n_consoles; i++)
    foyer_sim_console_look (world->consoles[i]);
}

static void
live (World *world, gint64 time)
{
  while (time > 0 && !has_failed (world)) {
    pass (world, MIN (time, GLANCE));
    look (world);
    time -= GLANCE;
  }
}

/* --- Steps --- */

static void write_down (World *world, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
write_down (World *world, const char *format, ...)
{
  va_list arguments;

  g_string_append_printf (world->trace, "%10.3f  ",
                          (double) foyer_clock_monotonic (FOYER_CLOCK (world->clock)) / G_USEC_PER_SEC);
  va_start (arguments, format);
  g_string_append_vprintf (world->trace, format, arguments);
  va_end (arguments);
  g_string_append_c (world->trace, '\n');
}

static FoyerSimConsole *
choose_console (World *world)
{
  return world->consoles[foyer_random_below (world->random, world->n_consoles)];
}

/* Deeds that no disk knows any more are nobody's fault; those that came back from an old disk are not their author's. */
static void
excuse (World *world)
{
  GPtrArray *deeds = foyer_ledger_get_deeds (world->server->ledger);

  for (guint i = 0; i < deeds->len; i++) {
    FoyerDeed *deed = deeds->pdata[i];
    FoyerSimConsole *console = world->consoles[deed->console];
    g_autoptr (FoyerOperation) known
        = console->store == NULL ? NULL : foyer_store_get_operation (console->store, deed->id);

    if (console->store == NULL)
      continue;
    if (known == NULL && !foyer_ledger_knows (world->server->ledger, deed->id, NULL))
      deed->excused = TRUE;
    if (known != NULL && deed->undone && foyer_operation_get_state (known) != FOYER_OPERATION_UNDONE)
      deed->excused = TRUE;
  }
}

static void
open_all (World *world)
{
  for (guint i = 0; i < world->n_consoles; i++)
    foyer_sim_console_open (world->consoles[i]);
}

static void
befall_console (World *world)
{
  FoyerSimConsole *console = choose_console (world);
  FoyerSimLink *link = FOYER_SIM_LINK (console->link);

  switch (foyer_random_below (world->random, 7)) {
  case 0:
    write_down (world, "%s crashes", console->name);
    foyer_sim_console_crash (console);
    break;
  case 1:
    write_down (world, "%s is closed", console->name);
    foyer_sim_console_close (console);
    break;
  case 2:
    write_down (world, "%s loses its streams", console->name);
    foyer_sim_link_drop_streams (link);
    break;
  case 3:
    write_down (world, "%s goes %s", console->name, foyer_sim_link_is_online (link) ? "offline" : "online");
    foyer_sim_link_set_online (link, !foyer_sim_link_is_online (link));
    break;
  case 4:
    write_down (world, "%s hears nothing more from its streams", console->name);
    foyer_sim_link_mute_streams (link);
    break;
  case 5:
    if (console->store != NULL) {
      write_down (world, "%s syncs now", console->name);
      foyer_sync_engine_sync_now (console->engine);
    }
    break;
  default:
    if (console->store != NULL) {
      write_down (world, "%s is repaired", console->name);
      foyer_sim_console_repair (console);
    }
  }
}

static void
befall_disk (World *world)
{
  FoyerSimConsole *console = choose_console (world);

  if (console->old_disk == NULL || foyer_random_below (world->random, 3) == 0) {
    write_down (world, "%s has its disk copied", console->name);
    foyer_sim_console_keep_disk (console);
    return;
  }
  write_down (world, "%s has its disk put back", console->name);
  foyer_sim_console_roll_back_disk (console);
  foyer_sim_console_open (console);
  world->disks_rolled_back = TRUE;
  open_all (world);
  excuse (world);
}

static void
befall_server (World *world)
{
  if (foyer_random_below (world->random, 2) == 0) {
    write_down (world, "The server crashes");
    foyer_sim_server_crash (world->server);
  } else {
    write_down (world, "The server forgets what was destroyed");
    foyer_sim_server_cut_history (world->server);
  }
}

static void
befall_history (World *world)
{
  if (world->server->backup == NULL || foyer_random_below (world->random, 3) == 0) {
    write_down (world, "The server is backed up");
    foyer_sim_server_back_up (world->server);
    return;
  }
  write_down (world, "The server is restored");
  foyer_sim_server_restore (world->server);
  open_all (world);
  excuse (world);
}

static void
befall_portal (World *world)
{
  g_autofree char *what = foyer_sim_portal_act (world->portal);

  write_down (world, "At the portal, %s", what);
}

static void
sign_in (World *world, FoyerSimConsole *console)
{
  write_down (world, "%s is signed in again", console->name);
  foyer_sim_server_sign_in (world->server, console->index);
  foyer_sim_console_sign_in (console);
}

static void
befall_staff (World *world)
{
  static const char *const roles[] = { "admin", "admin", "office", "viewer" };
  FoyerSimConsole *console = choose_console (world);
  const char *role = roles[foyer_random_below (world->random, G_N_ELEMENTS (roles))];

  if (foyer_sim_server_is_signed_out (world->server, console->index)) {
    sign_in (world, console);
  } else if (foyer_random_below (world->random, 3) == 0) {
    write_down (world, "%s is signed out by an administrator", console->name);
    foyer_sim_server_sign_out (world->server, console->index);
    foyer_sim_link_drop_streams (FOYER_SIM_LINK (console->link));
  } else if (world->with_wrong_clocks && foyer_random_below (world->random, 2) == 0) {
    write_down (world, "%s has its clock set", console->name);
    set_clock (world, console);
  } else {
    write_down (world, "Who works at %s is now %s", console->name, role);
    foyer_sim_server_give_role (world->server, console->index, role);
  }
}

static void
act (World *world)
{
  FoyerSimConsole *console = choose_console (world);
  g_autofree char *what = NULL;

  if (console->store == NULL) {
    write_down (world, "%s is opened", console->name);
    foyer_sim_console_open (console);
    return;
  }
  what = foyer_sim_act (console, world->random);
  if (what != NULL)
    write_down (world, "%s: %s", console->name, what);
}

static void
take_step (World *world)
{
  guint drawn = foyer_random_below (world->random, 100);

  if (drawn < 55)
    act (world);
  else if (drawn < 65)
    befall_portal (world);
  else if (drawn < 80)
    befall_console (world);
  else if (drawn < 83)
    befall_server (world);
  else if (drawn < 87)
    befall_staff (world);
  else if (drawn < 92 && world->with_restores)
    befall_history (world);
  else if (drawn >= 92 && world->with_rollbacks)
    befall_disk (world);
  switch (foyer_random_below (world->random, 12)) {
  case 0:
    live (world, SECONDS (20 + foyer_random_below (world->random, 60)));
    break;
  case 1:
  case 2:
  case 3:
    live (world, SECONDS (1 + foyer_random_below (world->random, 9)));
    break;
  case 4:
  case 5:
  case 6:
  case 7:
    live (world, 1000 * (gint64) foyer_random_below (world->random, 1000));
    break;
  default:
    break;
  }
}

/* --- The end --- */

static gboolean
is_quiet (World *world)
{
  gboolean quiet = world->weather.under_way == 0;

  for (guint i = 0; i < world->n_consoles; i++)
    quiet = foyer_sim_console_is_quiet (world->consoles[i]) && quiet;
  return quiet;
}

static void
heal (World *world)
{
  gint64 healed = 0;

  write_down (world, "Everything heals");
  world->weather.lose_request = world->weather.lose_reply = world->weather.late = world->weather.repeat = 0;
  world->weather.cut = world->weather.junk = world->weather.busy = world->weather.crash = 0;
  world->weather.slow = 5000;
  open_all (world);
  for (guint i = 0; i < world->n_consoles; i++) {
    foyer_sim_link_set_online (FOYER_SIM_LINK (world->consoles[i]->link), TRUE);
    if (foyer_sim_server_is_signed_out (world->server, i))
      sign_in (world, world->consoles[i]);
    /* What a viewer does waits for ever. */
    foyer_sim_server_give_role (world->server, i, "admin");
  }
  live (world, HEALING);
  for (healed = 0; healed < LONGEST_HEALING && !is_quiet (world) && !has_failed (world); healed += GLANCE)
    live (world, GLANCE);
}

static void
open_files_of (World *world, FoyerRecord *message)
{
  g_autoptr (JsonObject) json = foyer_record_to_json (message);
  g_autoptr (GHashTable) blobs = foyer_record_type_list_blobs (&foyer_message_type, json);
  GHashTableIter iter;
  gpointer blob_id;

  g_hash_table_iter_init (&iter, blobs);
  while (g_hash_table_iter_next (&iter, &blob_id, NULL)) {
    for (guint i = 0; i < world->n_consoles; i++)
      foyer_sim_console_open_file (world->consoles[i], blob_id, TRUE);
  }
}

/* Everybody can open what anybody attached. */
static void
open_all_files (World *world)
{
  g_autoptr (GPtrArray) messages = foyer_sim_server_list (world->server, &foyer_message_type);

  for (guint i = 0; i < messages->len; i++)
    open_files_of (world, messages->pdata[i]);
  pass (world, SECONDS (30));
}

FoyerSimulationResult *
foyer_simulation_run (guint64 seed, gboolean exchanges)
{
  FoyerSimulationResult *result = g_new0 (FoyerSimulationResult, 1);
  World *world = make_world (seed, exchanges);
  guint n_steps = FEWEST_STEPS + foyer_random_below (world->random, MOST_STEPS - FEWEST_STEPS);
  FoyerLedger *ledger = world->server->ledger;

  for (guint i = 0; i < n_steps && !has_failed (world); i++)
    take_step (world);
  if (!has_failed (world))
    heal (world);
  if (!has_failed (world))
    open_all_files (world);
  if (!has_failed (world))
    foyer_sim_verdict (world->server, world->consoles, world->n_consoles);
  result->operations = foyer_ledger_get_deeds (ledger)->len;
  result->flaw = g_strdup (foyer_ledger_get_flaw (ledger, &result->kind));
  if (result->flaw != NULL)
    write_down (world, "WRONG: %s", result->flaw);
  result->trace = g_strdup (world->trace->str);
  free_world (world);
  return result;
}
