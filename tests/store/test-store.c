/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-store.c - acts survive, undo windows hold, and a file that is not ours is not touched */

#include "foyer-id.h"
#include "foyer-id.h"
#include "foyer-store-drafts.h"
#include "foyer-test.h"
#include "types/client.h"
#include "types/invite.h"
#include "types/label.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define ID "lb-01890a5d-ac96-7d4e-8f00-0123456789ab"

typedef struct {
  char *directory;
  FoyerClock *clock;
  FoyerRandom *random;
  FoyerStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = foyer_test_make_directory ();
  fixture->clock = FOYER_CLOCK (foyer_manual_clock_new (G_GINT64_CONSTANT (1790000000000000)));
  fixture->random = foyer_random_new_seeded (3);
  fixture->store = foyer_test_open_store (fixture->directory, fixture->clock, fixture->random, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    foyer_test_close_store (fixture->store);
  g_object_unref (fixture->clock);
  g_object_unref (fixture->random);
  foyer_test_remove_directory (fixture->directory);
}

static void
restart (Fixture *fixture)
{
  foyer_test_close_store (fixture->store);
  fixture->store = foyer_test_open_store (fixture->directory, fixture->clock, fixture->random, NULL);
}

static FoyerOperationState
get_state (Fixture *fixture, const char *operation_id)
{
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (fixture->store, operation_id);

  g_assert_nonnull (operation);
  return foyer_operation_get_state (operation);
}

static char *
submit_held (Fixture *fixture)
{
  char *operation = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type, ID,
                                       "{'name': 'mine'}", 10 * G_USEC_PER_SEC, NULL);

  g_assert_nonnull (operation);
  return operation;
}

static gboolean
undo (Fixture *fixture, const char *operation_id, GError **error)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  foyer_store_undo_async (fixture->store, operation_id, NULL, foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  return foyer_store_undo_finish (fixture->store, result, error);
}

static void
test_hold_ends_after_its_window (Fixture *fixture, gconstpointer data)
{
  g_autofree char *operation = submit_held (fixture);

  foyer_manual_clock_advance (FOYER_MANUAL_CLOCK (fixture->clock), 9 * G_USEC_PER_SEC);
  g_assert_cmpint (get_state (fixture, operation), ==, FOYER_OPERATION_HELD);
  foyer_manual_clock_advance (FOYER_MANUAL_CLOCK (fixture->clock), 1 * G_USEC_PER_SEC);
  g_assert_cmpint (get_state (fixture, operation), ==, FOYER_OPERATION_QUEUED);
}

static void
test_hold_survives_a_restart_for_one_window (Fixture *fixture, gconstpointer data)
{
  g_autofree char *operation = submit_held (fixture);

  foyer_manual_clock_advance (FOYER_MANUAL_CLOCK (fixture->clock), 9 * G_USEC_PER_SEC);
  restart (fixture);
  g_assert_cmpint (get_state (fixture, operation), ==, FOYER_OPERATION_HELD);
  foyer_manual_clock_advance (FOYER_MANUAL_CLOCK (fixture->clock), 10 * G_USEC_PER_SEC);
  g_assert_cmpint (get_state (fixture, operation), ==, FOYER_OPERATION_QUEUED);
}

static void
test_undo_leaves_no_trace_on_the_record (Fixture *fixture, gconstpointer data)
{
  g_autofree char *operation = submit_held (fixture);
  g_autoptr (FoyerRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (undo (fixture, operation, &error));
  g_assert_no_error (error);
  record = foyer_store_get (fixture->store, &foyer_label_type, ID);
  g_assert_null (record);
  g_assert_cmpint (get_state (fixture, operation), ==, FOYER_OPERATION_UNDONE);
  restart (fixture);
  g_assert_cmpint (get_state (fixture, operation), ==, FOYER_OPERATION_UNDONE);
}

static void
keep_draft (Fixture *fixture, const char *words)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foyer_store_keep_draft_async (fixture->store, &foyer_label_type, ID, "reply", words, NULL,
                                foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  g_assert_true (foyer_store_keep_draft_finish (fixture->store, result, &error));
  g_assert_no_error (error);
}

static void
assert_draft (Fixture *fixture, const char *words)
{
  g_autofree char *kept = foyer_store_get_draft (fixture->store, ID, "reply");

  g_assert_cmpstr (kept, ==, words);
}

static void
test_what_was_begun_survives_a_restart (Fixture *fixture, gconstpointer data)
{
  assert_draft (fixture, NULL);
  keep_draft (fixture, "We come");
  keep_draft (fixture, "We come at two");
  restart (fixture);
  assert_draft (fixture, "We come at two");
  keep_draft (fixture, "");
  assert_draft (fixture, NULL);
}

static gpointer
pick_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  return foyer_store_writer_pick (writer, 10, 0, error);
}

static void
test_undo_is_refused_once_it_may_have_left (Fixture *fixture, gconstpointer data)
{
  g_autofree char *operation = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type, ID,
                                                  "{'name': 'mine'}", 0, NULL);
  g_autoptr (GPtrArray) picked = foyer_test_write (fixture->store, pick_in_worker, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (picked->len, ==, 1);
  g_assert_false (undo (fixture, operation, &error));
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_TOO_LATE);
}

/* What is being sent is sent again with the same numbers: the server must be able to tell a repeat. */
static void
test_numbers_stay_until_answered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *operation = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type, ID,
                                                  "{'name': 'mine'}", 0, NULL);
  g_autoptr (GPtrArray) picked = foyer_test_write (fixture->store, pick_in_worker, NULL);
  g_autoptr (GPtrArray) again = NULL;
  gint64 sequence = foyer_operation_get_data (picked->pdata[0])->sequence;

  g_assert_cmpint (sequence, ==, 1);
  restart (fixture);
  again = foyer_test_write (fixture->store, pick_in_worker, NULL);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpint (foyer_operation_get_data (again->pdata[0])->sequence, ==, sequence);
  g_assert_cmpstr (foyer_operation_get_id (again->pdata[0]), ==, operation);
}

static void
test_held_operation_holds_up_its_record_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *held = submit_held (fixture);
  g_autofree char *behind = foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_label_type, ID,
                                               "{'name': 'later'}", 0, NULL);
  g_autofree char *other_id = foyer_id_new ("lb", fixture->clock, fixture->random);
  g_autofree char *other = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type, other_id,
                                              "{'name': 'other'}", 0, NULL);
  g_autoptr (GPtrArray) picked = foyer_test_write (fixture->store, pick_in_worker, NULL);

  g_assert_cmpuint (picked->len, ==, 1);
  g_assert_cmpstr (foyer_operation_get_id (picked->pdata[0]), ==, other);
  g_assert_nonnull (behind);
}

static void
test_invalid_change_is_refused_with_its_field (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *operation = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type, ID,
                                                  "{'name': 17}", 0, &error);
  g_autoptr (FoyerRecord) record = foyer_store_get (fixture->store, &foyer_label_type, ID);

  g_assert_null (operation);
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "name"));
  g_assert_null (record);
}

static gpointer
put_bad_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  static const char bad[] = "{\"id\":\"" ID "\",\"rev\":1,\"name\":17,\"position\":0}";
  static const char good[]
      = "{\"id\":\"lb-01890a5d-ac96-7d4e-8f00-000000000002\",\"rev\":2,\"name\":\"good\",\"position\":0}";

  foyer_store_writer_put_span (writer, &foyer_label_type, foyer_json_span_new (bad, strlen (bad)), error);
  foyer_store_writer_put_span (writer, &foyer_label_type, foyer_json_span_new (good, strlen (good)), error);
  return NULL;
}

static void
test_unreadable_record_does_not_stop_the_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) record = NULL;

  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "*name*");
  foyer_test_write (fixture->store, put_bad_in_worker, NULL);
  record = foyer_store_get (fixture->store, &foyer_label_type, "lb-01890a5d-ac96-7d4e-8f00-000000000002");
  g_assert_nonnull (record);
}

static gpointer
pick_two_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  return foyer_store_writer_pick (writer, 2, G_MAXINT64, error);
}

static void
test_what_can_leave_is_found_behind_what_cannot (Fixture *fixture, gconstpointer data)
{
  g_autofree char *free_one = NULL;
  g_autoptr (GPtrArray) picked = NULL;

  for (guint i = 0; i < 60; i++) {
    g_autofree char *id = foyer_id_new ("lb", fixture->clock, fixture->random);

    g_free (foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type, id, "{'name': 'held'}",
                               10 * G_USEC_PER_SEC, NULL));
    g_free (foyer_test_submit (fixture->store, FOYER_VERB_UPDATE, &foyer_label_type, id, "{'name': 'waits'}",
                               0, NULL));
  }
  free_one = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type, ID, "{'name': 'free'}",
                                0, NULL);
  picked = foyer_test_write (fixture->store, pick_two_in_worker, NULL);
  g_assert_cmpuint (picked->len, ==, 1);
  g_assert_cmpstr (foyer_operation_get_id (picked->pdata[0]), ==, free_one);
}

static gpointer
resync_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  const char *name = data;
  g_autoptr (JsonObject) json = foyer_test_json ("{'id': '" ID "', 'rev': 1, 'name': 'x', 'position': 0}");

  foyer_store_writer_begin_resync (writer, &foyer_label_type, error);
  if (name != NULL) {
    json_object_set_string_member (json, "name", name);
    foyer_store_writer_put (writer, &foyer_label_type, json, error);
  }
  foyer_store_writer_set_state (writer, &foyer_label_type, "f-1", error);
  foyer_store_writer_finish_pull (writer, &foyer_label_type, error);
  return NULL;
}

static gpointer
finish_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) picked = foyer_store_writer_pick (writer, 10, G_MAXINT64, error);

  for (guint i = 0; i < picked->len; i++)
    foyer_store_writer_settle (writer, foyer_operation_get_id (picked->pdata[i]), FOYER_OPERATION_DONE, NULL,
                               error);
  return NULL;
}

static gpointer
rename_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_store_writer_rename_console (writer, error);
  return NULL;
}

static gpointer
restore_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_store_writer_rewind_restored (writer, 0, error);
  return NULL;
}

static void
test_restored_server_gets_what_was_sent_under_another_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *invite = foyer_id_new (foyer_invite_type.prefix, fixture->clock, fixture->random);
  g_autofree char *label = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type, ID,
                                              "{'name': 'mine'}", 0, NULL);
  g_autofree char *secret = foyer_test_submit (
      fixture->store, FOYER_VERB_CREATE, &foyer_invite_type, invite,
      "{'clientId': 'cl-01890a5d-ac96-7d4e-8f00-000000000001',"
      " 'personId': 'pp-01890a5d-ac96-7d4e-8f00-000000000002', 'password': 'horse battery'}",
      0, NULL);

  foyer_test_write (fixture->store, finish_in_worker, NULL);
  foyer_test_write (fixture->store, rename_in_worker, NULL);
  g_assert_cmpint (get_state (fixture, label), ==, FOYER_OPERATION_DONE);
  foyer_test_write (fixture->store, restore_in_worker, NULL);
  g_assert_cmpint (get_state (fixture, label), ==, FOYER_OPERATION_QUEUED);
  g_assert_cmpint (get_state (fixture, secret), ==, FOYER_OPERATION_REFUSED);
}

static gpointer
put_many_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  g_autofree char *text = g_strnfill (59, 'x');

  for (guint i = 0; i < 4000; i++) {
    g_autofree char *id = g_strdup_printf ("lb-01890a5d-ac96-7d4e-8f00-%012u", i);
    g_autoptr (JsonObject) json = foyer_test_json ("{'id': '" ID "', 'rev': 1, 'name': 'x', 'position': 0}");

    json_object_set_string_member (json, "id", id);
    json_object_set_string_member (json, "name", text);
    json_object_set_int_member (json, "rev", GPOINTER_TO_INT (data));
    foyer_store_writer_put (writer, &foyer_label_type, json, error);
  }
  return NULL;
}

/* As long as the window is open the main thread reads: the WAL must not grow as long as that. */
static void
test_wal_begins_anew_while_it_is_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wal = g_build_filename (fixture->directory, "store.db-wal", NULL);
  GStatBuf status;

  for (int rev = 1; rev <= 60; rev++) {
    foyer_test_write (fixture->store, put_many_in_worker, GINT_TO_POINTER (rev));
    foyer_test_settle ();
  }
  g_assert_cmpint (g_stat (wal, &status), ==, 0);
  g_assert_cmpint (status.st_size, <, 60 * 1024 * 1024);
}

/* As a server of tomorrow sends it, and as it can be read today. */
static gpointer
put_unreadable_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  g_autoptr (JsonObject) json
      = foyer_test_json ("{'id': '" ID "', 'rev': 3, 'name': {'new': 'form'}, 'position': 0}");

  foyer_store_writer_put (writer, &foyer_label_type, json, error);
  return NULL;
}

static gpointer
resync_empty_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  foyer_store_writer_begin_resync (writer, &foyer_label_type, error);
  put_unreadable_in_worker (writer, NULL, error);
  foyer_store_writer_set_state (writer, &foyer_label_type, "f-2", error);
  foyer_store_writer_finish_pull (writer, &foyer_label_type, error);
  return NULL;
}

static void
test_older_value_stands_until_the_newer_can_be_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) record = NULL;

  foyer_test_write (fixture->store, resync_in_worker, (gpointer) "readable");
  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "A record was put aside*");
  foyer_test_write (fixture->store, resync_empty_in_worker, NULL);
  record = foyer_store_get (fixture->store, &foyer_label_type, ID);
  g_assert_nonnull (record);
  g_assert_cmpstr (foyer_label_get_name (record), ==, "readable");
}

static void
run_sql (Fixture *fixture, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->directory, "store.db", NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static gint64
get_integer (Fixture *fixture, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->directory, "store.db", NULL);
  sqlite3_stmt *statement;
  sqlite3 *database;
  gint64 number;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return number;
}

/* How far a type has come cannot be read: what is made of that must not be kept. */
static gpointer
read_state_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  g_autofree char *state = foyer_store_writer_get_state (writer, &foyer_label_type);

  foyer_store_writer_set_meta (writer, "made-of", state, error);
  return g_steal_pointer (&state);
}

static gpointer
read_meta_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  return foyer_store_writer_get_meta (writer, "made-of");
}

static void
test_what_cannot_be_read_fails_the_job (Fixture *fixture, gconstpointer data)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;

  run_sql (fixture, "ALTER TABLE type_state RENAME TO hidden");
  foyer_store_write_async (fixture->store, read_state_in_worker, NULL, NULL, g_free, NULL,
                           foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  g_assert_null (foyer_store_write_finish (fixture->store, result, &error));
  g_assert_nonnull (error);
  run_sql (fixture, "ALTER TABLE hidden RENAME TO type_state");
  made = foyer_test_write (fixture->store, read_meta_in_worker, NULL);
  g_assert_null (made);
}

static void
test_other_version_reads_again_what_was_put_aside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) record = NULL;

  g_test_expect_message ("foyer-store", G_LOG_LEVEL_MESSAGE, "A record was put aside*");
  foyer_test_write (fixture->store, put_unreadable_in_worker, NULL);
  foyer_test_close_store (g_steal_pointer (&fixture->store));
  run_sql (fixture, "UPDATE unreadable SET json = replace (json, '{\"new\":\"form\"}', '\"now readable\"');"
                    "UPDATE meta SET value = 'another' WHERE name = 'reader'");
  fixture->store = foyer_test_open_store (fixture->directory, fixture->clock, fixture->random, NULL);
  record = foyer_store_get (fixture->store, &foyer_label_type, ID);
  g_assert_nonnull (record);
  g_assert_cmpstr (foyer_label_get_name (record), ==, "now readable");
}

static gpointer
put_client_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  g_autoptr (JsonObject) json = foyer_test_json (
      "{'id': 'cl-01890a5d-ac96-7d4e-8f00-000000000001', 'rev': 3, 'createdAt': '2026-01-01T00:00:00Z',"
      " 'updatedAt': '2026-01-01T00:00:00Z', 'name': 'Hillside', 'city': 'Salem', 'kind': 'company', "
      "'portalEnabled': true, 'blocked': false}");

  foyer_store_writer_put (writer, &foyer_client_type, json, error);
  return NULL;
}

static gpointer
digest_clients_in_worker (FoyerStoreWriter *writer, gpointer data, GError **error)
{
  return foyer_store_writer_digest (writer, &foyer_client_type, error);
}

/* As the program before the field came would have kept it: among the members that it does not know. */
static void
test_field_that_is_new_here_has_what_the_server_said_before (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) record = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  foyer_test_write (fixture->store, put_client_in_worker, NULL);
  before = foyer_test_write (fixture->store, digest_clients_in_worker, NULL);
  foyer_test_close_store (g_steal_pointer (&fixture->store));
  run_sql (fixture,
           "UPDATE client SET city = NULL, generation = 7, extra = '{\"city\":\"Salem\",\"later\":1}';"
           "UPDATE meta SET value = 'another' WHERE name = 'reader'");
  fixture->store = foyer_test_open_store (fixture->directory, fixture->clock, fixture->random, NULL);
  record = foyer_store_get (fixture->store, &foyer_client_type, "cl-01890a5d-ac96-7d4e-8f00-000000000001");
  g_assert_cmpstr (foyer_client_get_city (record), ==, "Salem");
  g_assert_cmpstr (foyer_record_get_extra (record), ==, "{\"later\":1}");
  g_assert_cmpint (foyer_record_get_rev (record), ==, 3);
  after = foyer_test_write (fixture->store, digest_clients_in_worker, NULL);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (get_integer (fixture, "SELECT generation FROM client"), ==, 7);
}

/* The file as the first schema had it, with what was waiting in it. */
static void
test_migration_keeps_what_waits (Fixture *fixture, gconstpointer data)
{
  g_autofree char *operation = submit_held (fixture);
  g_autofree char *refused = NULL;
  g_autoptr (FoyerRecord) record = NULL;
  g_autofree char *journal = g_build_filename (fixture->directory, "operations.journal", NULL);

  refused = foyer_test_submit (fixture->store, FOYER_VERB_CREATE, &foyer_label_type,
                               "lb-01890a5d-ac96-7d4e-8f00-000000000009", "{'name': 'refused'}", 0, NULL);
  foyer_test_close_store (g_steal_pointer (&fixture->store));
  run_sql (fixture, "ALTER TABLE operation DROP COLUMN requires;"
                    "ALTER TABLE operation DROP COLUMN contradicted;"
                    "ALTER TABLE shadow DROP COLUMN generation;"
                    "DROP TABLE blob;"
                    "DROP TABLE draft;"
                    "DROP INDEX portal_person_by_address;"
                    "DROP INDEX booking_list_of_status;"
                    "CREATE INDEX booking_by_status ON booking (organisation, status, id);"
                    "DROP INDEX conversation_list_of_status;"
                    "CREATE INDEX conversation_by_status ON conversation (organisation, status, id);"
                    "DROP INDEX message_list_of_status;"
                    "CREATE INDEX message_by_status ON message (organisation, status, id);"
                    "DROP INDEX message_list_of_conversation;"
                    "CREATE INDEX message_by_conversation_id ON message (organisation, conversation_id, id);"
                    "ALTER TABLE signature DROP COLUMN agent;"
                    "ALTER TABLE signature DROP COLUMN link_id;"
                    "ALTER TABLE signature DROP COLUMN second_check;"
                    "ALTER TABLE signature DROP COLUMN code_address;"
                    "ALTER TABLE signature DROP COLUMN salt;"
                    "ALTER TABLE signature DROP COLUMN personal_hash;"
                    "ALTER TABLE portal_settings DROP COLUMN note;"
                    "ALTER TABLE portal_person DROP COLUMN send_sign_in;"
                    "ALTER TABLE portal_person DROP COLUMN erase;"
                    "UPDATE operation SET state = 5 WHERE record_id LIKE '%9';"
                    "PRAGMA user_version = 1");
  g_unlink (journal);
  fixture->store = foyer_test_open_store (fixture->directory, fixture->clock, fixture->random, NULL);
  g_assert_cmpint (get_state (fixture, operation), ==, FOYER_OPERATION_HELD);
  g_assert_cmpint (get_state (fixture, refused), ==, FOYER_OPERATION_REFUSED);
  record = foyer_store_get (fixture->store, &foyer_label_type, ID);
  g_assert_cmpstr (foyer_label_get_name (record), ==, "mine");
  foyer_manual_clock_advance (FOYER_MANUAL_CLOCK (fixture->clock), 11 * G_USEC_PER_SEC);
  foyer_test_settle ();
  g_assert_cmpint (get_state (fixture, operation), ==, FOYER_OPERATION_QUEUED);
}

static void
test_second_console_on_one_profile_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerStore) second
      = foyer_test_open_store (fixture->directory, fixture->clock, fixture->random, &error);

  g_assert_null (second);
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_BUSY);
}

static void
test_newer_schema_is_refused_and_untouched (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "store.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length;
  sqlite3 *database;

  foyer_test_close_store (g_steal_pointer (&fixture->store));
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "PRAGMA user_version = 999", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  fixture->store = foyer_test_open_store (fixture->directory, fixture->clock, fixture->random, &error);
  g_assert_null (fixture->store);
  g_assert_error (error, FOYER_STORE_ERROR, FOYER_STORE_ERROR_SCHEMA_TOO_NEW);
  g_assert_true (g_file_get_contents (path, &after, &length, NULL));
  g_assert_cmpmem (before, length, after, length);
}

static void
test_files_are_for_this_user_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "store.db", NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

static void
test_resync_sweeps_what_the_server_has_no_more (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) record = NULL;

  foyer_test_write (fixture->store, resync_in_worker, (gpointer) "first");
  record = foyer_store_get (fixture->store, &foyer_label_type, ID);
  g_assert_nonnull (record);
  g_clear_object (&record);
  foyer_test_write (fixture->store, resync_in_worker, NULL);
  record = foyer_store_get (fixture->store, &foyer_label_type, ID);
  g_assert_null (record);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/hold-ends-after-its-window", test_hold_ends_after_its_window);
  ADD ("/store/hold-survives-a-restart-for-one-window", test_hold_survives_a_restart_for_one_window);
  ADD ("/store/undo-leaves-no-trace-on-the-record", test_undo_leaves_no_trace_on_the_record);
  ADD ("/store/what-was-begun-survives-a-restart", test_what_was_begun_survives_a_restart);
  ADD ("/store/undo-is-refused-once-it-may-have-left", test_undo_is_refused_once_it_may_have_left);
  ADD ("/store/numbers-stay-until-answered", test_numbers_stay_until_answered);
  ADD ("/store/held-operation-holds-up-its-record-only", test_held_operation_holds_up_its_record_only);
  ADD ("/store/invalid-change-is-refused-with-its-field", test_invalid_change_is_refused_with_its_field);
  ADD ("/store/C01-unreadable-record-does-not-stop-the-others",
       test_unreadable_record_does_not_stop_the_others);
  ADD ("/store/what-can-leave-is-found-behind-what-cannot", test_what_can_leave_is_found_behind_what_cannot);
  ADD ("/store/field-that-is-new-here-has-what-the-server-said-before",
       test_field_that_is_new_here_has_what_the_server_said_before);
  ADD ("/store/older-value-stands-until-the-newer-can-be-read",
       test_older_value_stands_until_the_newer_can_be_read);
  ADD ("/store/other-version-reads-again-what-was-put-aside",
       test_other_version_reads_again_what_was_put_aside);
  ADD ("/store/restored-server-gets-what-was-sent-under-another-name",
       test_restored_server_gets_what_was_sent_under_another_name);
  ADD ("/store/wal-begins-anew-while-it-is-read", test_wal_begins_anew_while_it_is_read);
  ADD ("/store/what-cannot-be-read-fails-the-job", test_what_cannot_be_read_fails_the_job);
  ADD ("/store/migration-keeps-what-waits", test_migration_keeps_what_waits);
  ADD ("/store/C07-second-console-on-one-profile-is-told", test_second_console_on_one_profile_is_told);
  ADD ("/store/C06-newer-schema-is-refused-and-untouched", test_newer_schema_is_refused_and_untouched);
  ADD ("/store/C06-files-are-for-this-user-only", test_files_are_for_this_user_only);
  ADD ("/store/resync-sweeps-what-the-server-has-no-more", test_resync_sweeps_what_the_server_has_no_more);
  return g_test_run ();
}
