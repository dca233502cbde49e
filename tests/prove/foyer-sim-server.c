/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sim-server.c - the server of a simulation: the real core, and what may befall it */

#include "foyer-sim-server.h"

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-tokens.h"
#include "changes/foyer-transaction.h"
#include "effects/foyer-effects.h"
#include "foyer-date.h"
#include "foyer-field-check.h"
#include "foyer-id.h"
#include "foyer-json.h"
#include "foyer-record-table.h"
#include "foyer-test-business.h"
#include "foyer-test.h"
#include "types/booking.h"

#include <string.h>

#define SLUG "northwind"

/* --- Files --- */

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (from, &bytes, &length, &error)
      || !g_file_set_contents_full (to, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error))
    g_error ("%s", error->message);
}

static void
copy_into (const char *from, const char *to)
{
  g_autoptr (GDir) directory = g_dir_open (from, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL) {
    g_autofree char *source = g_build_filename (from, name, NULL);
    g_autofree char *target = g_build_filename (to, name, NULL);

    /* What is shared between running programs and not kept between them. */
    if (g_str_has_suffix (name, "-shm") || g_str_has_suffix (name, ".lock"))
      continue;
    if (g_file_test (source, G_FILE_TEST_IS_DIR)) {
      g_mkdir_with_parents (target, 0700);
      copy_into (source, target);
    } else {
      copy_file (source, target);
    }
  }
}

char *
foyer_sim_copy_directory (const char *from)
{
  char *copy = foyer_test_make_directory ();

  copy_into (from, copy);
  return copy;
}

/* --- Life --- */

static void
on_backend_changed (FoyerBackend *backend, const char *account_id, GHashTable *states, gpointer user_data)
{
  FoyerSimServer *self = user_data;

  if (self->on_changed != NULL)
    self->on_changed (account_id, states, self->user_data);
}

static void
open_backend (FoyerSimServer *self)
{
  g_autoptr (GError) error = NULL;

  self->backend = foyer_backend_open (self->directory, "http://{slug}.localhost", FOYER_CLOCK (self->clock),
                                      self->random, &error);
  g_assert_no_error (error);
  foyer_backend_set_public_url (self->backend, "http://{slug}.localhost", "http://localhost");
  g_signal_connect (self->backend, "changed", G_CALLBACK (on_backend_changed), self);
}

static void
close_backend (FoyerSimServer *self)
{
  foyer_backend_close (self->backend);
  g_clear_object (&self->backend);
  foyer_test_remove_directory (g_steal_pointer (&self->directory));
}

FoyerSimServer *
foyer_sim_server_new (const char *template, FoyerManualClock *clock, FoyerRandom *random)
{
  FoyerSimServer *self = g_new0 (FoyerSimServer, 1);
  g_autoptr (FoyerOrganisationAccount) account = NULL;

  self->clock = g_object_ref (clock);
  self->random = g_object_ref (random);
  self->directory = foyer_sim_copy_directory (template);
  self->tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  open_backend (self);
  account = foyer_accounts_find_organisation_by_slug (foyer_backend_get_writer (self->backend), SLUG, NULL);
  self->organisation = account->number;
  self->ledger = foyer_ledger_new (self->organisation);
  foyer_ledger_look (self->ledger, foyer_backend_get_writer (self->backend), TRUE, 0);
  return self;
}

void
foyer_sim_server_free (FoyerSimServer *self)
{
  close_backend (self);
  if (self->backup != NULL)
    foyer_test_remove_directory (self->backup);
  foyer_history_free (self->backup_history);
  foyer_ledger_free (self->ledger);
  g_hash_table_unref (self->tokens);
  g_object_unref (self->clock);
  g_object_unref (self->random);
  g_free (self);
}

/* --- Talking to it --- */

static gint64
get_now (FoyerSimServer *self)
{
  return foyer_clock_now_seconds (FOYER_CLOCK (self->clock));
}

static void
look (FoyerSimServer *self, gboolean ours)
{
  foyer_ledger_look (self->ledger, foyer_backend_get_writer (self->backend), ours,
                     foyer_clock_monotonic (FOYER_CLOCK (self->clock)));
}

static FoyerTransaction *
begin (FoyerSimServer *self, FoyerActorKind actor)
{
  FoyerDatabase *writer = foyer_backend_get_writer (self->backend);
  g_autoptr (GError) error = NULL;

  foyer_database_begin (writer, &error);
  g_assert_no_error (error);
  return foyer_transaction_new (writer, FOYER_CLOCK (self->clock), self->random, self->organisation, actor,
                                NULL);
}

/* Consoles renew their tokens in time; how they do is not what is simulated. */
static const char *
get_token (FoyerSimServer *self, const char *console)
{
  const char *known;
  g_autoptr (FoyerTokens) tokens = NULL;
  g_autofree char *device = NULL;
  g_autofree char *staff = NULL;
  FoyerTransaction *transaction;

  if (get_now (self) >= self->tokens_until) {
    g_hash_table_remove_all (self->tokens);
    self->tokens_until = get_now (self) + FOYER_ACCESS_TOKEN_SECONDS / 2;
  }
  known = g_hash_table_lookup (self->tokens, console);
  if (known != NULL)
    return known;
  device = foyer_id_new ("dv", FOYER_CLOCK (self->clock), self->random);
  staff = foyer_test_id ("st-1");
  transaction = begin (self, FOYER_BY_SERVER);
  tokens = foyer_tokens_issue (transaction->database, self->random, self->organisation, staff, device,
                               get_now (self), NULL);
  foyer_database_commit (transaction->database, NULL);
  foyer_transaction_free (transaction);
  g_hash_table_insert (self->tokens, g_strdup (console), g_strdup (tokens->access_token));
  return g_hash_table_lookup (self->tokens, console);
}

FoyerHttpResponse *
foyer_sim_server_ask (FoyerSimServer *self, const char *console, const FoyerHttpRequest *request)
{
  g_autofree char *token = g_strdup (get_token (self, console));
  FoyerCredentials credentials = { .bearer = token };
  FoyerLane lane = foyer_backend_choose_lane (request);
  FoyerHttpResponse *response
      = foyer_backend_handle (self->backend, lane, &credentials, request, get_now (self));

  if (lane == FOYER_LANE_WRITE)
    look (self, FALSE);
  return response;
}

/* --- What befalls it --- */

void
foyer_sim_server_crash (FoyerSimServer *self)
{
  char *after = foyer_sim_copy_directory (self->directory);

  close_backend (self);
  self->directory = after;
  open_backend (self);
}

void
foyer_sim_server_back_up (FoyerSimServer *self)
{
  if (self->backup != NULL)
    foyer_test_remove_directory (self->backup);
  foyer_history_free (self->backup_history);
  self->backup = foyer_sim_copy_directory (self->directory);
  self->backup_history = foyer_ledger_copy_history (self->ledger);
}

gboolean
foyer_sim_server_restore (FoyerSimServer *self)
{
  if (self->backup == NULL)
    return FALSE;
  close_backend (self);
  self->directory = foyer_sim_copy_directory (self->backup);
  open_backend (self);
  foyer_accounts_renew_epochs (foyer_backend_get_writer (self->backend), self->random, NULL);
  g_hash_table_remove_all (self->tokens);
  foyer_ledger_restore_history (self->ledger, self->backup_history);
  self->rewritten = TRUE;
  return TRUE;
}

void
foyer_sim_server_cut_history (FoyerSimServer *self)
{
  FoyerDatabase *writer = foyer_backend_get_writer (self->backend);

  foyer_database_execute (writer, "UPDATE type_state SET floor = n; DELETE FROM tombstone;", NULL);
}

/* --- The portal --- */

static void
commit (FoyerSimServer *self, FoyerTransaction *transaction, gboolean ok)
{
  g_autoptr (GHashTable) changed = g_hash_table_ref (transaction->changed);
  g_autoptr (FoyerOrganisationAccount) account = NULL;
  FoyerDatabase *database = transaction->database;

  account = foyer_accounts_find_organisation (database, self->organisation, NULL);
  if (ok)
    foyer_database_commit (database, NULL);
  else
    foyer_database_rollback (database);
  foyer_transaction_free (transaction);
  if (!ok)
    return;
  look (self, TRUE);
  g_signal_emit_by_name (self->backend, "changed", account->id, changed);
}

void
foyer_sim_server_book (FoyerSimServer *self, FoyerRandom *random)
{
  FoyerTransaction *transaction = begin (self, FOYER_BY_CLIENT);
  g_autofree char *id = foyer_transaction_make_id (transaction, &foyer_booking_type);
  gint64 day = get_now (self) / 86400 * 86400 + (2 + foyer_random_below (random, 3)) * 86400;
  gint64 start_at = day + (9 + foyer_random_below (random, 6)) * 3600;
  g_autofree char *start = foyer_utc_format (start_at);
  g_autofree char *end = foyer_utc_format (start_at + 7200);
  g_autofree char *now = foyer_utc_format (get_now (self));
  guint client = 1 + foyer_random_below (random, 2);
  g_autofree char *text = g_strdup_printf (
      "{'id': '%s', 'clientId': 'cl-00000000-0000-7000-8000-%012u',"
      " 'propertyId': 'pr-00000000-0000-7000-8000-%012u', 'serviceId': 'sv-00000000-0000-7000-8000-%012u',"
      " 'start': '%s', 'end': '%s', 'requestedAt': '%s'}",
      id, client, client, 1, start, end, now);
  g_autoptr (JsonObject) booking = foyer_test_json (text);
  g_autoptr (FoyerRecord) stored = NULL;
  JsonObject *refusal = NULL;

  foyer_record_type_fill_defaults (&foyer_booking_type, booking);
  if (foyer_effects_apply (transaction, &foyer_booking_type, NULL, booking, &refusal))
    stored = foyer_transaction_put (transaction, &foyer_booking_type, booking, NULL);
  g_clear_pointer (&refusal, json_object_unref);
  commit (self, transaction, stored != NULL);
}

static FoyerRecord *
choose_open (GPtrArray *bookings, FoyerRandom *random)
{
  guint first = bookings->len == 0 ? 0 : foyer_random_below (random, bookings->len);

  for (guint i = 0; i < bookings->len; i++) {
    FoyerRecord *booking = bookings->pdata[(first + i) % bookings->len];

    if (foyer_booking_get_status (booking) == FOYER_BOOKING_PENDING)
      return booking;
  }
  return NULL;
}

char *
foyer_sim_server_withdraw (FoyerSimServer *self, FoyerRandom *random)
{
  g_autoptr (GPtrArray) bookings = foyer_sim_server_list (self, &foyer_booking_type);
  FoyerRecord *booking = choose_open (bookings, random);
  FoyerTransaction *transaction;
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) after = NULL;
  g_autoptr (FoyerRecord) stored = NULL;
  JsonObject *refusal = NULL;

  if (booking == NULL)
    return NULL;
  transaction = begin (self, FOYER_BY_CLIENT);
  before = foyer_record_to_json (booking);
  after = foyer_json_copy_object (before);
  json_object_set_string_member (after, "status", "withdrawn");
  if (foyer_effects_apply (transaction, &foyer_booking_type, before, after, &refusal))
    stored = foyer_transaction_put (transaction, &foyer_booking_type, after, NULL);
  g_clear_pointer (&refusal, json_object_unref);
  commit (self, transaction, stored != NULL);
  return g_strdup (foyer_record_get_id (booking));
}

GPtrArray *
foyer_sim_server_list (FoyerSimServer *self, const FoyerRecordType *type)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);

  return foyer_record_table_list (foyer_backend_get_writer (self->backend), self->organisation, query, NULL);
}
