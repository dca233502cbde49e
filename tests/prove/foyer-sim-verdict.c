/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sim-verdict.c - what must be true when a simulation has come to rest */

#include "foyer-sim-verdict.h"

#include "foyer-blob-id.h"
#include "foyer-json.h"
#include "types/booking.h"
#include "types/message.h"
#include "types/visit.h"

/* --- Everything has come to an end --- */

static void
check_quiet (FoyerLedger *ledger, FoyerSimConsole *console)
{
  guint waiting;
  guint needing;
  const GError *problem = foyer_sync_engine_get_problem (console->engine);

  if (foyer_sim_console_is_quiet (console))
    return;
  foyer_store_count_operations (console->store, &waiting, &needing);
  foyer_ledger_report (ledger, FOYER_FLAW_LOST, "%s never comes to rest: %u operations wait, state %d, %s",
                       console->name, waiting, foyer_sync_engine_get_state (console->engine),
                       problem == NULL ? "no problem" : problem->message);
}

/* --- Every deed has one end --- */

static gboolean
is_done (const FoyerDeed *deed, FoyerOperationState state, gboolean answered, gboolean done)
{
  /* What is gone already need not be removed. */
  return state == FOYER_OPERATION_DONE && answered && (done || deed->verb == FOYER_VERB_DESTROY);
}

static void
check_deed (FoyerLedger *ledger, const FoyerDeed *deed, FoyerStore *store)
{
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (store, deed->id);
  FoyerOperationState state;
  gboolean done;
  gboolean answered = foyer_ledger_knows (ledger, deed->id, &done);

  if (deed->excused)
    return;
  if (operation == NULL) {
    if (!answered)
      foyer_ledger_report (ledger, FOYER_FLAW_LOST, "Deed %u is known nowhere", deed->number);
    return;
  }
  state = foyer_operation_get_state (operation);
  switch (state) {
  case FOYER_OPERATION_DONE:
    if (!is_done (deed, state, answered, done))
      foyer_ledger_report (ledger, FOYER_FLAW_LOST, "Deed %u is shown as done, but the server has %s it",
                           deed->number, answered ? "refused" : "never done");
    break;
  case FOYER_OPERATION_REFUSED:
  case FOYER_OPERATION_CONFLICT:
  case FOYER_OPERATION_DISCARDED:
    if (state == FOYER_OPERATION_DISCARDED && !deed->put_away)
      foyer_ledger_report (ledger, FOYER_FLAW_LOST, "Deed %u was put away, but by nobody", deed->number);
    if (done)
      foyer_ledger_report (ledger, FOYER_FLAW_DOUBLED, "Deed %u is shown as refused, but it was done",
                           deed->number);
    break;
  case FOYER_OPERATION_UNDONE:
    if (!deed->undone)
      foyer_ledger_report (ledger, FOYER_FLAW_LOST, "Deed %u was taken back, but by nobody", deed->number);
    break;
  case FOYER_OPERATION_HELD:
  case FOYER_OPERATION_QUEUED:
  case FOYER_OPERATION_SENDING:
  case FOYER_OPERATION_ACKED:
  default:
    foyer_ledger_report (ledger, FOYER_FLAW_LOST, "Deed %u never comes to an end", deed->number);
  }
}

/* --- Effects happen once --- */

static void
check_visits (FoyerSimServer *server)
{
  g_autoptr (GPtrArray) bookings = foyer_sim_server_list (server, &foyer_booking_type);
  g_autoptr (GPtrArray) visits = foyer_sim_server_list (server, &foyer_visit_type);

  for (guint i = 0; i < bookings->len; i++) {
    FoyerBookingStatus status = (FoyerBookingStatus) foyer_booking_get_status (bookings->pdata[i]);
    gboolean granted = status == FOYER_BOOKING_APPROVED || status == FOYER_BOOKING_CANCELLED;
    const char *id = foyer_record_get_id (bookings->pdata[i]);
    guint count = 0;

    for (guint j = 0; j < visits->len; j++)
      count += g_strcmp0 (foyer_visit_get_booking_id (visits->pdata[j]), id) == 0;
    if (count > (granted ? 1 : 0))
      foyer_ledger_report (server->ledger, FOYER_FLAW_DOUBLED, "%s has %u visits", id, count);
    else if (status == FOYER_BOOKING_APPROVED && count == 0)
      foyer_ledger_report (server->ledger, FOYER_FLAW_LOST, "%s is approved and has no visit", id);
  }
}

/* --- What a record names is there --- */

static void
check_files (FoyerSimServer *server)
{
  g_autoptr (GPtrArray) messages = foyer_sim_server_list (server, &foyer_message_type);

  for (guint i = 0; i < messages->len; i++) {
    g_autoptr (JsonObject) json = foyer_record_to_json (messages->pdata[i]);
    g_autoptr (GHashTable) blobs = foyer_record_type_list_blobs (&foyer_message_type, json);
    GHashTableIter iter;
    gpointer blob_id;

    g_hash_table_iter_init (&iter, blobs);
    while (g_hash_table_iter_next (&iter, &blob_id, NULL)) {
      if (!foyer_sim_server_has_file (server, blob_id))
        foyer_ledger_report (server->ledger, FOYER_FLAW_LOST, "%s names %s, which the server has not",
                             foyer_record_get_id (messages->pdata[i]), (char *) blob_id);
    }
  }
}

/* --- All agree --- */

static GHashTable *
write_all (GPtrArray *records)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < records->len; i++) {
    g_autoptr (JsonObject) json = foyer_record_to_json (records->pdata[i]);

    g_hash_table_insert (texts, g_strdup (foyer_record_get_id (records->pdata[i])),
                         foyer_json_canonical_object (json));
  }
  return texts;
}

static void
check_same (FoyerLedger *ledger, FoyerSimConsole *console, const FoyerRecordType *type, GPtrArray *there)
{
  g_autoptr (GPtrArray) here = foyer_sim_console_list (console, type);
  g_autoptr (GHashTable) expected = write_all (there);
  g_autoptr (GHashTable) found = write_all (here);

  for (guint i = 0; i < there->len; i++) {
    const char *id = foyer_record_get_id (there->pdata[i]);
    const char *text = g_hash_table_lookup (found, id);

    if (g_strcmp0 (text, g_hash_table_lookup (expected, id)) != 0)
      foyer_ledger_report (ledger, FOYER_FLAW_DIVERGED, "%s shows %s as %s, the server has %s", console->name,
                           id, text == NULL ? "nothing" : text,
                           (const char *) g_hash_table_lookup (expected, id));
  }
  for (guint i = 0; i < here->len; i++) {
    const char *id = foyer_record_get_id (here->pdata[i]);

    if (!g_hash_table_contains (expected, id))
      foyer_ledger_report (ledger, FOYER_FLAW_DIVERGED, "%s still shows %s, which the server has not",
                           console->name, id);
  }
}

static void
check_types (FoyerSimServer *server, FoyerSimConsole *const *consoles, guint n_consoles)
{
  guint n_types;
  const FoyerRecordType *const *types = foyer_record_types (&n_types);

  for (guint i = 0; i < n_types; i++) {
    g_autoptr (GPtrArray) there = foyer_sim_server_list (server, types[i]);

    for (guint j = 0; j < n_consoles; j++)
      check_same (server->ledger, consoles[j], types[i], there);
  }
}

void
foyer_sim_verdict (FoyerSimServer *server, FoyerSimConsole *const *consoles, guint n_consoles)
{
  GPtrArray *deeds = foyer_ledger_get_deeds (server->ledger);

  for (guint i = 0; i < n_consoles; i++)
    check_quiet (server->ledger, consoles[i]);
  for (guint i = 0; i < deeds->len; i++) {
    FoyerDeed *deed = deeds->pdata[i];

    check_deed (server->ledger, deed, consoles[deed->console]->store);
  }
  check_visits (server);
  check_files (server);
  check_types (server, consoles, n_consoles);
}
