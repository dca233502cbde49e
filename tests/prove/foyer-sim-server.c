/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-sim-server.c - the server of a simulation: the real core, and what may befall it */

#include "foyer-sim-server.h"

#include "accounts/foyer-accounts.h"
#include "accounts/foyer-tokens.h"
#include "changes/foyer-transaction.h"
#include "foyer-blob-files.h"
#include "foyer-id.h"
#include "foyer-record-table.h"
#include "foyer-test-business.h"
#include "foyer-test.h"
#include "types/staff_member.h"

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
  self->tokens = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->devices = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->signed_out = g_hash_table_new (NULL, NULL);
  open_backend (self);
  account = foyer_accounts_find_organisation_by_slug (foyer_backend_get_writer (self->backend), SLUG, NULL);
  self->organisation = account->number;
  self->ledger = foyer_ledger_new (self->organisation);
  foyer_sim_server_look (self, TRUE);
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
  g_hash_table_unref (self->devices);
  g_hash_table_unref (self->signed_out);
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

void
foyer_sim_server_look (FoyerSimServer *self, gboolean ours)
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

static char *
name_staff (guint console)
{
  g_autofree char *name = g_strdup_printf ("st-%u", console + 1);

  return foyer_test_id (name);
}

/* Consoles renew their tokens in time; how they do is not what is simulated. What was signed out keeps the token that is worth nothing. */
static const char *
get_token (FoyerSimServer *self, guint console)
{
  const char *known;
  g_autoptr (FoyerTokens) tokens = NULL;
  g_autofree char *device = NULL;
  g_autofree char *staff = NULL;
  FoyerTransaction *transaction;

  if (foyer_sim_server_is_signed_out (self, console)) {
    known = g_hash_table_lookup (self->tokens, GUINT_TO_POINTER (console));
    return known == NULL ? "" : known;
  }
  if (get_now (self) >= self->tokens_until) {
    g_hash_table_remove_all (self->tokens);
    self->tokens_until = get_now (self) + FOYER_ACCESS_TOKEN_SECONDS / 2;
  }
  known = g_hash_table_lookup (self->tokens, GUINT_TO_POINTER (console));
  if (known != NULL)
    return known;
  device = foyer_id_new ("dv", FOYER_CLOCK (self->clock), self->random);
  staff = name_staff (console);
  transaction = begin (self, FOYER_BY_SERVER);
  tokens = foyer_tokens_issue (transaction->database, self->random, self->organisation, staff, device,
                               get_now (self), NULL);
  foyer_database_commit (transaction->database, NULL);
  foyer_transaction_free (transaction);
  g_hash_table_insert (self->tokens, GUINT_TO_POINTER (console), g_strdup (tokens->access_token));
  g_hash_table_insert (self->devices, GUINT_TO_POINTER (console), g_steal_pointer (&device));
  return g_hash_table_lookup (self->tokens, GUINT_TO_POINTER (console));
}

FoyerHttpResponse *
foyer_sim_server_ask (FoyerSimServer *self, guint console, const FoyerHttpRequest *request)
{
  g_autofree char *token = g_strdup (get_token (self, console));
  FoyerCredentials credentials = { .bearer = token };
  FoyerLane lane = foyer_backend_choose_lane (request);
  FoyerHttpResponse *response
      = foyer_backend_handle (self->backend, lane, &credentials, request, get_now (self));

  if (foyer_sim_server_is_signed_out (self, console) && response->status != 401)
    foyer_ledger_report (self->ledger, FOYER_FLAW_DOUBLED,
                         "Console %u was answered %u after it was signed out", console, response->status);
  if (lane == FOYER_LANE_WRITE)
    foyer_sim_server_look (self, FALSE);
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

/* --- The staff --- */

void
foyer_sim_server_give_role (FoyerSimServer *self, guint console, const char *role)
{
  g_autofree char *staff = name_staff (console);
  FoyerTransaction *transaction = begin (self, FOYER_BY_SERVER);
  g_autoptr (GHashTable) changed = g_hash_table_ref (transaction->changed);
  g_autoptr (FoyerRecord) member
      = foyer_record_source_get (transaction->source, &foyer_staff_member_type, staff, NULL);
  g_autoptr (JsonObject) json = foyer_record_to_json (member);
  g_autoptr (FoyerRecord) stored = NULL;
  g_autoptr (FoyerOrganisationAccount) account
      = foyer_accounts_find_organisation (transaction->database, self->organisation, NULL);

  json_object_set_string_member (json, "role", role);
  stored = foyer_transaction_put (transaction, &foyer_staff_member_type, json, NULL);
  foyer_database_commit (transaction->database, NULL);
  foyer_transaction_free (transaction);
  foyer_sim_server_look (self, TRUE);
  g_signal_emit_by_name (self->backend, "changed", account->id, changed);
}

void
foyer_sim_server_sign_out (FoyerSimServer *self, guint console)
{
  const char *device = g_hash_table_lookup (self->devices, GUINT_TO_POINTER (console));
  FoyerTransaction *transaction;

  g_hash_table_add (self->signed_out, GUINT_TO_POINTER (console));
  if (device == NULL)
    return;
  transaction = begin (self, FOYER_BY_SERVER);
  foyer_tokens_revoke_device (transaction->database, self->organisation, device, get_now (self), NULL);
  foyer_database_commit (transaction->database, NULL);
  foyer_transaction_free (transaction);
}

void
foyer_sim_server_sign_in (FoyerSimServer *self, guint console)
{
  g_hash_table_remove (self->signed_out, GUINT_TO_POINTER (console));
  g_hash_table_remove (self->tokens, GUINT_TO_POINTER (console));
}

gboolean
foyer_sim_server_is_signed_out (FoyerSimServer *self, guint console)
{
  return g_hash_table_contains (self->signed_out, GUINT_TO_POINTER (console));
}

/* --- Looking --- */

gboolean
foyer_sim_server_has_file (FoyerSimServer *self, const char *blob_id)
{
  g_autofree char *path = foyer_blob_files_get_path (foyer_backend_get_blob_files (self->backend), blob_id);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

GPtrArray *
foyer_sim_server_list (FoyerSimServer *self, const FoyerRecordType *type)
{
  g_autoptr (FoyerQuery) query = foyer_query_new (type);

  return foyer_record_table_list (foyer_backend_get_writer (self->backend), self->organisation, query, NULL);
}
