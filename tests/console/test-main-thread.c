/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-main-thread.c - with 10 000 clients and 100 000 visits, nothing that the window asks the store for takes long */

#include "foyer-console-fixture.h"
#include "foyer-resources.h"
#include "foyer-shell.h"
#include "foyer-test.h"
#include "types/booking.h"
#include "types/client.h"
#include "types/conversation.h"
#include "types/request.h"
#include "types/visit.h"

#include <sqlite3.h>

/* Steps of SQLite's machine, a measure that no other work on the computer changes: some ten million go into a second on the slowest
 * computers in use, so that this many take less than 4 ms. */
#define MOST_STEPS 40000

typedef struct {
  FoyerConsoleFixture desk;
  GtkWindow *window;
  FoyerShell *shell;
} Fixture;

static struct {
  GThread *thread; /* whose statements are judged */
  guint statements;
  int most_steps;
  char *longest;
} profile;

static int
on_profile (unsigned kind, void *context, void *statement, void *nanoseconds)
{
  int steps;

  if (g_thread_self () != profile.thread)
    return 0;
  steps = sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_VM_STEP, TRUE);
  profile.statements++;
  if (steps <= profile.most_steps)
    return 0;
  profile.most_steps = steps;
  g_free (profile.longest);
  profile.longest = g_strdup (sqlite3_sql (statement));
  return 0;
}

static int
watch_connection (sqlite3 *handle, char **message, const struct sqlite3_api_routines *routines)
{
  return sqlite3_trace_v2 (handle, SQLITE_TRACE_PROFILE, on_profile, NULL);
}

/* --- A large office --- */

static void
run (sqlite3 *database, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (database, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

/* Doubles the rows @rounds times, each copy under an id of its own. */
static void
multiply (sqlite3 *database, const char *table, const char *changes, guint rounds)
{
  for (guint round = 0; round < rounds; round++) {
    g_autofree char *sql = g_strdup_printf (
        "CREATE TEMP TABLE twin AS SELECT * FROM %s; "
        "UPDATE twin SET id = substr(id, 1, length(id) - 12) || printf('%%012d', rowid + %u)%s; "
        "INSERT INTO %s SELECT * FROM twin; DROP TABLE twin",
        table, 16u << round, changes, table);

    run (database, sql);
  }
}

static void
grow (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "store.db", NULL);
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  run (database, "BEGIN");
  multiply (database, "client", ", name = 'Client ' || rowid", 13); /* 16 384 */
  multiply (database, "visit", ", start = start + rowid * 900, \"end\" = \"end\" + rowid * 900",
            16); /* 131 072 */
  multiply (database, "booking", ", requested_at = requested_at - rowid, status = iif(rowid % 512 = 0, 0, 3)",
            11);
  multiply (database, "conversation", ", last_at = last_at - rowid", 13); /* 16 384 */
  multiply (database, "message", ", sent_at = sent_at - rowid", 13);      /* 24 576 */
  multiply (database, "request", ", requested_at = requested_at - rowid, status = iif(rowid % 8 = 0, 0, 3)",
            11); /* 4 096 */
  multiply (database, "portal_person", ", email = 'p' || rowid || '@example.org'", 12);
  run (database, "COMMIT");
  sqlite3_close (database);
}

static void
add_records (FoyerConsoleFixture *desk)
{
  foyer_console_fixture_add_requests (desk);
  foyer_console_fixture_pull (
      desk,
      "[{'id': 'vs-1', 'clientId': 'cl-1', 'title': 'Repair', 'start': '2025-05-05 10:00', 'end': "
      "'2025-05-05 11:00', 'status': 'scheduled', 'crewId': 'cm-1'}, "
      "{'id': 'vs-2', 'clientId': 'cl-2', 'title': 'Repair', 'start': '2025-05-06 10:00', 'end': "
      "'2025-05-06 11:00', 'status': 'done', 'crewId': 'cm-1'}, "
      "{'id': 'cv-1', 'clientId': 'cl-1', 'subject': 'Cold', 'status': 'open', 'lastAt': '2025-05-02 08:00', "
      "'lastFrom': 'client', 'snippet': 'It is.', 'waitingSince': '2025-05-02 08:00', 'messageCount': 1}, "
      "{'id': 'cv-2', 'clientId': 'cl-2', 'subject': 'Invoice', 'status': 'done', 'lastAt': '2025-05-02 "
      "07:00', 'lastFrom': 'team', 'snippet': 'Thanks.', 'messageCount': 2}, "
      "{'id': 'ms-1', 'conversationId': 'cv-1', 'kind': 'client', 'body': 'It is.', 'sentAt': '2025-05-02 "
      "08:00'}, "
      "{'id': 'ms-2', 'conversationId': 'cv-2', 'kind': 'client', 'body': 'I paid.', 'sentAt': '2025-05-01 "
      "07:00'}, "
      "{'id': 'ms-3', 'conversationId': 'cv-2', 'kind': 'team', 'staffId': 'st-1', 'body': 'Thanks.', "
      "'sentAt': '2025-05-02 07:00'}, "
      "{'id': 'rq-1', 'clientId': 'cl-1', 'kind': 'complaint', 'subject': 'Two missing', 'requestedAt': "
      "'2025-05-02 08:00', 'body': 'We counted.'}, "
      "{'id': 'rq-2', 'clientId': 'cl-2', 'kind': 'service', 'subject': 'It hums', 'requestedAt': "
      "'2025-05-01 08:00'}]");
}

/* As the program opens it: with threads, so that what the main thread asks for is told from what is asked beside it. */
static void
open_with_threads (FoyerConsoleFixture *desk)
{
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  foyer_store_open_async (desk->directory, FOYER_CLOCK (desk->clock), desk->random, TRUE, NULL,
                          foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  desk->store = foyer_store_open_finish (result, &error);
  g_assert_no_error (error);
  desk->desk = foyer_desk_new (desk->store, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  foyer_console_fixture_set_up (&fixture->desk, data);
  add_records (&fixture->desk);
  foyer_desk_close (fixture->desk.desk);
  g_assert_finalize_object (fixture->desk.desk);
  g_assert_finalize_object (fixture->desk.store);
  grow (fixture->desk.directory);
  sqlite3_auto_extension ((void (*) (void)) watch_connection);
  open_with_threads (&fixture->desk);
  fixture->window = foyer_console_fixture_make_window ();
  gtk_window_set_default_size (fixture->window, 1180, 760);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sqlite3_reset_auto_extension ();
  foyer_shell_stop (fixture->shell);
  gtk_window_destroy (fixture->window);
  foyer_console_fixture_tear_down (&fixture->desk, data);
}

/* --- What is asked --- */

static gpointer
do_nothing (FoyerRecordSource *source, gpointer user_data, GError **error)
{
  return NULL;
}

/* What has been asked beside the main thread has been answered, and shown. */
static void
wait_for_reader (Fixture *fixture)
{
  for (guint i = 0; i < 3; i++) {
    GAsyncResult *waiting = NULL;
    g_autoptr (GAsyncResult) result = NULL;

    foyer_test_settle ();
    foyer_store_read_async (fixture->desk.store, do_nothing, NULL, NULL, NULL, NULL, foyer_test_take_result,
                            &waiting);
    result = foyer_test_wait_result (&waiting);
    g_assert_null (foyer_store_read_finish (fixture->desk.store, result, NULL));
  }
  foyer_test_settle ();
}

static void
watch_main_thread (void)
{
  g_clear_pointer (&profile.longest, g_free);
  profile.most_steps = 0;
  profile.statements = 0;
  profile.thread = g_thread_self ();
}

static void
assert_nothing_was_long (const char *what)
{
  profile.thread = NULL;
  g_test_message ("%s: %u statements, at most %d steps: %s", what, profile.statements, profile.most_steps,
                  profile.longest == NULL ? "" : profile.longest);
  if (profile.most_steps > MOST_STEPS)
    g_error ("%s: %d steps: %s", what, profile.most_steps, profile.longest);
}

static void
change_each (Fixture *fixture)
{
  static const struct {
    const FoyerRecordType *type;
    const char *id;
    const char *patch;
  } acts[] = {
    { &foyer_booking_type, "bk-1", "{'status': 'approved'}" },
    { &foyer_client_type, "cl-1", "{'notes': 'Rings twice.'}" },
    { &foyer_conversation_type, "cv-1", "{'status': 'done'}" },
    { &foyer_request_type, "rq-1", "{'status': 'open'}" },
    { &foyer_visit_type, "vs-1", "{'title': 'Repair of the unit'}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++) {
    g_autofree char *id = foyer_test_id (acts[i].id);
    g_autoptr (GError) error = NULL;
    g_autofree char *operation = foyer_test_submit (fixture->desk.store, FOYER_VERB_UPDATE, acts[i].type, id,
                                                    acts[i].patch, 0, NULL);

    g_assert_nonnull (operation);
    wait_for_reader (fixture);
  }
}

static void
test_the_window_never_waits_for_the_store (Fixture *fixture, gconstpointer data)
{
  static const char *const areas[] = { "approvals", "inbox", "clients", "requests", "outbox" };

  watch_main_thread ();
  fixture->shell = g_object_new (FOYER_TYPE_SHELL, "desk", fixture->desk.desk, NULL);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->shell));
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  wait_for_reader (fixture);
  assert_nothing_was_long ("start");
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++) {
    watch_main_thread ();
    foyer_shell_show_area (fixture->shell, areas[i]);
    gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
    wait_for_reader (fixture);
    for (guint step = 0; step < 3; step++)
      gtk_widget_activate_action (gtk_root_get_focus (GTK_ROOT (fixture->window)), "list-pane.next", NULL);
    wait_for_reader (fixture);
    assert_nothing_was_long (areas[i]);
  }
  watch_main_thread ();
  change_each (fixture);
  assert_nothing_was_long ("changes");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  foyer_get_resource ();
  g_test_add ("/main-thread/never-waits", Fixture, NULL, set_up, test_the_window_never_waits_for_the_store,
              tear_down);
  return g_test_run ();
}
