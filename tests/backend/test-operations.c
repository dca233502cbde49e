/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-operations.c - operations that are done once, pages of changes, and what of a change is told */

#include "foyer-jmap.h"
#include "foyer-json.h"
#include "changes/foyer-history.h"
#include "changes/foyer-transaction.h"
#include "foyer-field-check.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "types/label.h"

#include <string.h>

#define LABEL "lb-01890a5d-ac96-7d4e-8f00-0000000000"

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *admin;
  FoyerTestApi *office;
  FoyerTestApi *viewer;
} World;

static World
open_world (void)
{
  World world = { .server = foyer_test_server_new () };

  foyer_test_api_add_staff (world.server, "northwind", "st-2", "office");
  foyer_test_api_add_staff (world.server, "northwind", "st-3", "viewer");
  world.admin = foyer_test_api_new (world.server, "northwind", "st-1");
  world.office = foyer_test_api_new (world.server, "northwind", "st-2");
  world.viewer = foyer_test_api_new (world.server, "northwind", "st-3");
  return world;
}

static void
close_world (World *world)
{
  foyer_test_api_free (world->admin);
  foyer_test_api_free (world->office);
  foyer_test_api_free (world->viewer);
  foyer_test_server_free (world->server);
}

static JsonObject *
make_label (FoyerTestApi *api, const char *id, const char *op, const char *client, int seq)
{
  return foyer_test_api_call (api, "Label/set",
                              "'create': {'" LABEL
                              "%s': {'name': '%s'}}, 'op': {'id': '%s', 'client': '%s', 'seq': %d}",
                              id, id, op, client, seq);
}

/* Who may do the same is answered the same; who may not learns nothing of what another was answered. */
static void
test_repeat_by_another (void)
{
  World world = open_world ();
  g_autoptr (JsonObject) first = make_label (world.admin, "a1", "op-1", "co-1", 1);
  g_autoptr (JsonObject) repeat = make_label (world.office, "a1", "op-1", "co-1", 1);
  g_autoptr (JsonObject) renamed = make_label (world.office, "a1", "op-1", "co-2", 1);
  g_autoptr (JsonObject) next = make_label (world.office, "a2", "op-2", "co-2", 2);
  g_autoptr (JsonObject) refused = make_label (world.viewer, "a1", "op-1", "co-3", 1);
  g_autoptr (JsonObject) status = foyer_test_api_call (world.viewer, "Op/status", "'client': 'co-3'");
  g_autofree char *text = foyer_json_canonical_object (refused);

  foyer_test_api_assert (first, "notCreated", "null");
  foyer_test_api_assert (repeat, "created " LABEL "a1 id", LABEL "a1");
  foyer_test_api_assert (renamed, "created " LABEL "a1 id", LABEL "a1");
  foyer_test_api_assert (next, "created " LABEL "a2 id", LABEL "a2");
  foyer_test_api_assert (refused, "@", "Label/set");
  foyer_test_api_assert (refused, "notCreated " LABEL "a1 type", "forbidden");
  foyer_test_api_assert (refused, "created", "null");
  foyer_test_api_assert (refused, "destroyed", "null");
  g_assert_null (strstr (text, "createdAt"));
  foyer_test_api_assert (status, "last", "1");
  close_world (&world);
}

/* J02: a hundred repeats, from whichever device, are one effect and one answer. */
static void
test_hundred_repeats (void)
{
  World world = open_world ();
  g_autoptr (FoyerTestApi) device = foyer_test_api_new (world.server, "northwind", "st-1");
  g_autoptr (JsonObject) first = make_label (world.admin, "aa", "op-1", "co-1", 1);
  g_autofree char *expected = foyer_json_canonical_object (first);
  g_autoptr (JsonObject) state = NULL;
  g_autofree char *after = foyer_test_api_read (first, "newState");

  for (guint i = 0; i < 100; i++) {
    g_autoptr (JsonObject) repeat
        = make_label (i % 2 == 0 ? world.admin : device, "aa", "op-1", "co-1", i % 3 == 0 ? 1 : 7);
    g_autofree char *got = foyer_json_canonical_object (repeat);

    g_assert_cmpstr (got, ==, expected);
  }
  state = foyer_test_api_call (world.admin, "Label/get", "'ids': null");
  foyer_test_api_assert (state, "state", after);
  g_assert_cmpuint (json_array_get_length (foyer_json_object_array (state, "list")), ==, 1);
  close_world (&world);
}

/* A profile that went from one person to another goes on under a name of its own. */
static void
test_console_has_an_owner (void)
{
  World world = open_world ();
  g_autoptr (JsonObject) first = make_label (world.admin, "b1", "op-1", "co-1", 1);
  g_autoptr (JsonObject) taken = make_label (world.office, "b2", "op-2", "co-1", 2);
  g_autoptr (JsonObject) skipped
      = foyer_test_api_call (world.office, "Op/skip", "'op': {'id': 'op-3', 'client': 'co-1', 'seq': 2}");
  g_autoptr (JsonObject) gone = foyer_test_api_call (world.admin, "Label/get", "'ids': ['" LABEL "b2']");
  g_autoptr (JsonObject) own = make_label (world.admin, "b3", "op-4", "co-1", 2);

  foyer_test_api_assert (first, "notCreated", "null");
  foyer_test_api_assert (taken, "type", "clientForked");
  foyer_test_api_assert (skipped, "type", "clientForked");
  foyer_test_api_assert (gone, "notFound 0", LABEL "b2");
  foyer_test_api_assert (own, "created " LABEL "b3 id", LABEL "b3");
  close_world (&world);
}

static char *
read_text (FoyerHttpResponse *response)
{
  gsize length;
  const char *text = g_bytes_get_data (response->body, &length);

  return g_strndup (text, length);
}

/* Once one operation of a request is turned away, none that follows is done because its number happens to fit. */
static void
test_fork_is_not_passed (void)
{
  World world = open_world ();
  g_autoptr (JsonObject) first = make_label (world.admin, "c1", "op-1", "co-1", 1);
  g_autofree char *body
      = g_strdup_printf ("{'using': ['" FOYER_JMAP_CORE "', '" FOYER_JMAP_STAFF "'], 'methodCalls': ["
                         "['Label/set', {'accountId': '%s', 'create': {'" LABEL "c2': {'name': 'c2'}},"
                         " 'op': {'id': 'op-2', 'client': 'co-1', 'seq': 1}}, 'a'],"
                         "['Label/set', {'accountId': '%s', 'create': {'" LABEL "c3': {'name': 'c3'}},"
                         " 'op': {'id': 'op-3', 'client': 'co-1', 'seq': 2}}, 'b']]}",
                         world.admin->account, world.admin->account);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FoyerHttpResponse) response = NULL;
  g_autoptr (JsonObject) gone = NULL;
  g_autofree char *text = NULL;

  foyer_test_api_assert (first, "notCreated", "null");
  g_strdelimit (body, "'", '"');
  bytes = g_bytes_new (body, strlen (body));
  response = foyer_test_api_request (world.admin, "POST", "/jmap/api", NULL, "application/json", bytes);
  text = read_text (response);
  g_assert_nonnull (strstr (text, "clientForked"));
  g_assert_null (strstr (text, "\"created\":{"));
  gone = foyer_test_api_call (world.admin, "Label/get", "'ids': ['" LABEL "c2', '" LABEL "c3']");
  foyer_test_api_assert (gone, "notFound 1", LABEL "c3");
  close_world (&world);
}

/* What the server cannot read it does not take for "never heard of": a console would number all its work anew. */
static void
test_unread_number_is_no_number (void)
{
  World world = open_world ();
  FoyerDatabase *database = foyer_backend_get_writer (world.server->backend);
  g_autoptr (JsonObject) first = make_label (world.admin, "d1", "op-1", "co-1", 1);
  g_autoptr (JsonObject) second = NULL;
  g_autoptr (JsonObject) status = NULL;
  g_autoptr (JsonObject) again = NULL;

  g_assert_true (foyer_database_execute (database, "ALTER TABLE console RENAME TO away", NULL));
  for (guint i = 0; i < 2; i++)
    g_test_expect_message ("foyer-server", G_LOG_LEVEL_WARNING, "A call failed*");
  second = make_label (world.admin, "d2", "op-2", "co-1", 2);
  status = foyer_test_api_call (world.admin, "Op/status", "'client': 'co-1'");
  g_test_assert_expected_messages ();
  g_assert_true (foyer_database_execute (database, "ALTER TABLE away RENAME TO console", NULL));
  again = make_label (world.admin, "d2", "op-2", "co-1", 2);

  foyer_test_api_assert (first, "notCreated", "null");
  foyer_test_api_assert (second, "type", "serverFail");
  foyer_test_api_assert (status, "type", "serverFail");
  foyer_test_api_assert (again, "created " LABEL "d2 id", LABEL "d2");
  close_world (&world);
}

/* Whether all that was destroyed can still be told is not known: the console begins again. */
static void
test_unread_floor_is_no_floor (void)
{
  World world = open_world ();
  FoyerDatabase *database = foyer_backend_get_writer (world.server->backend);
  g_autoptr (JsonObject) first = make_label (world.admin, "e1", "op-1", "co-1", 1);
  g_autoptr (JsonObject) second = make_label (world.admin, "e2", "op-2", "co-1", 2);
  g_autofree char *since = foyer_test_api_read (first, "newState");
  g_autoptr (JsonObject) told = NULL;
  g_autoptr (JsonObject) unknown = NULL;

  told = foyer_test_api_call (world.admin, "Label/changes", "'sinceState': '%s'", since);
  g_assert_true (
      foyer_database_execute (database, "ALTER TABLE type_state RENAME COLUMN floor TO away", NULL));
  unknown = foyer_test_api_call (world.admin, "Label/changes", "'sinceState': '%s'", since);

  foyer_test_api_assert (second, "notCreated", "null");
  foyer_test_api_assert (told, "created 0", LABEL "e2");
  foyer_test_api_assert (unknown, "type", "cannotCalculateChanges");
  close_world (&world);
}

/* The row of an operation stays when its result has gone; so does the number that a repeat under a new name takes. */
static void
test_result_was_pruned (void)
{
  World world = open_world ();
  g_autoptr (JsonObject) first = make_label (world.admin, "c1", "op-1", "co-1", 1);
  g_autoptr (JsonObject) repeat = NULL;
  g_autoptr (JsonObject) status = NULL;

  g_assert_true (foyer_database_execute (foyer_backend_get_writer (world.server->backend),
                                         "UPDATE op_log SET result = NULL", NULL));
  repeat = make_label (world.admin, "c1", "op-1", "co-2", 1);
  status = foyer_test_api_call (world.admin, "Op/status", "'client': 'co-2'");
  foyer_test_api_assert (repeat, "type", "alreadyProcessed");
  foyer_test_api_assert (repeat, "ok", "true");
  foyer_test_api_assert (status, "last", "1");
  close_world (&world);
}

static JsonObject *
make_label_with (FoyerTestApi *api, const char *id, const char *op, int seq, const char *ack)
{
  return foyer_test_api_call (
      api, "Label/set",
      "'create': {'" LABEL "%s': {'name': '%s'}}, 'op': {'id': '%s', 'client': 'co-1', 'seq': %d, 'ack': %s}",
      id, id, op, seq, ack);
}

static void
assert_same (JsonObject *first, JsonObject *second)
{
  g_autofree char *one = foyer_json_canonical_object (first);
  g_autofree char *two = foyer_json_canonical_object (second);

  g_assert_cmpstr (one, ==, two);
}

static gint64
count_kept (World *world)
{
  return foyer_database_integer (foyer_backend_get_writer (world->server->backend),
                                 "SELECT count(*) FROM op_log WHERE result IS NOT NULL", NULL);
}

/* Of what was done, and of this console alone; the row stays, and a repeat learns from it that it was done. */
static void
test_taken_answers_are_forgotten (void)
{
  World world = open_world ();
  g_autoptr (JsonObject) other = make_label (world.office, "d0", "op-0", "co-2", 1);
  g_autoptr (JsonObject) one = make_label_with (world.admin, "d1", "op-1", 1, "0");
  g_autoptr (JsonObject) two = make_label_with (world.admin, "d1", "op-2", 2, "0");
  g_autoptr (JsonObject) three = make_label_with (world.admin, "d3", "op-3", 3, "1");
  g_autoptr (JsonObject) done = NULL;
  g_autoptr (JsonObject) refused = NULL;
  g_autoptr (JsonObject) kept = NULL;

  foyer_test_api_assert (three, "notCreated", "null");
  g_assert_cmpint (count_kept (&world), ==, 3);
  g_clear_pointer (&three, json_object_unref);
  three = make_label_with (world.admin, "d4", "op-4", 4, "3");
  g_assert_cmpint (count_kept (&world), ==, 3);
  done = make_label_with (world.admin, "d1", "op-1", 1, "0");
  refused = make_label_with (world.admin, "d1", "op-2", 2, "0");
  kept = make_label (world.office, "d0", "op-0", "co-2", 1);
  foyer_test_api_assert (done, "type", "alreadyProcessed");
  foyer_test_api_assert (done, "ok", "true");
  foyer_test_api_assert (refused, "notCreated " LABEL "d1 type", "alreadyExists");
  assert_same (other, kept);
  assert_same (two, refused);
  close_world (&world);
}

/* What nobody can have been answered, and what is no number: nothing is done, nothing forgotten, and the number stays free. */
static void
test_ack_must_lie_behind (void)
{
  static const char *const wrong[]
      = { "2", "3", "9007199254740991", "-1", "'1'", "1.5", "true", "{}", "[1]" };
  World world = open_world ();
  g_autoptr (JsonObject) one = make_label_with (world.admin, "d1", "op-1", 1, "null");
  g_autoptr (JsonObject) two = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (JsonObject) refused = make_label_with (world.admin, "d2", "op-2", 2, wrong[i]);
    g_autoptr (JsonObject) repeat = make_label_with (world.admin, "d1", "op-1", 1, wrong[i]);

    foyer_test_api_assert (refused, "type", "invalidArguments");
    foyer_test_api_assert (repeat, "type", "invalidArguments");
    g_assert_cmpint (count_kept (&world), ==, 1);
  }
  two = make_label_with (world.admin, "d2", "op-2", 2, "1");
  foyer_test_api_assert (two, "notCreated", "null");
  g_assert_cmpint (count_kept (&world), ==, 1);
  close_world (&world);
}

/* Under another's name nothing of theirs is forgotten, and nothing by what the server turns away. */
static void
test_ack_of_another_forgets_nothing (void)
{
  World world = open_world ();
  g_autoptr (JsonObject) one = make_label_with (world.admin, "d1", "op-1", 1, "0");
  g_autoptr (JsonObject) two = make_label_with (world.admin, "d2", "op-2", 2, "0");
  g_autoptr (JsonObject) foreign = make_label_with (world.office, "d3", "op-3", 3, "2");
  g_autoptr (JsonObject) repeat = make_label_with (world.office, "d2", "op-2", 3, "2");
  g_autoptr (JsonObject) gap = make_label_with (world.admin, "d4", "op-4", 9, "8");

  foyer_test_api_assert (foreign, "type", "clientForked");
  foyer_test_api_assert (repeat, "notCreated", "null");
  foyer_test_api_assert (gap, "type", "outOfSequence");
  g_assert_cmpint (count_kept (&world), ==, 2);
  close_world (&world);
}

static void
set_label (FoyerTestApi *api, const char *id, const char *name)
{
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (api, "Label/set", "'update': {'" LABEL "%s': {'name': '%s'}}", id, name);

  foyer_test_api_assert (answer, "notUpdated", "null");
}

static void
destroy_label (FoyerTestApi *api, const char *id)
{
  g_autoptr (JsonObject) answer = foyer_test_api_call (api, "Label/set", "'destroy': ['" LABEL "%s']", id);

  foyer_test_api_assert (answer, "notDestroyed", "null");
}

static JsonObject *
get_page (FoyerTestApi *api, JsonObject *before, const char *since, int most)
{
  g_autofree char *state = before == NULL ? g_strdup (since) : foyer_test_api_read (before, "newState");

  return foyer_test_api_call (api, "Label/changes", "'sinceState': '%s', 'maxChanges': %d", state, most);
}

/* A record that was made since is new, on whichever page it comes and however often it was changed. */
static void
test_pages_name_new_records_new (void)
{
  World world = open_world ();
  g_autoptr (JsonObject) old = make_label (world.admin, "d0", "op-0", "co-1", 1);
  g_autofree char *since = foyer_test_api_read (old, "newState");
  g_autoptr (JsonObject) made = make_label (world.admin, "d1", "op-1", "co-1", 2);
  g_autoptr (JsonObject) other = make_label (world.admin, "d2", "op-2", "co-1", 3);
  g_autoptr (JsonObject) passing = make_label (world.admin, "d3", "op-3", "co-1", 4);
  g_autoptr (JsonObject) first = NULL;
  g_autoptr (JsonObject) second = NULL;
  g_autoptr (JsonObject) third = NULL;
  g_autoptr (JsonObject) state = NULL;
  g_autofree char *last = NULL;

  g_assert_true (made != NULL && other != NULL && passing != NULL);
  destroy_label (world.admin, "d3");
  set_label (world.admin, "d1", "Changed");
  set_label (world.admin, "d0", "Changed too");
  first = get_page (world.admin, NULL, since, 1);
  foyer_test_api_assert (first, "created", "[\"" LABEL "d2\"]");
  foyer_test_api_assert (first, "hasMoreChanges", "true");
  second = get_page (world.admin, first, NULL, 1);
  /* The tombstone of what came and went takes a place and names nothing. */
  foyer_test_api_assert (second, "created", "[]");
  foyer_test_api_assert (second, "destroyed", "[]");
  third = get_page (world.admin, second, NULL, 5);
  foyer_test_api_assert (third, "created", "[\"" LABEL "d1\"]");
  foyer_test_api_assert (third, "updated", "[\"" LABEL "d0\"]");
  foyer_test_api_assert (third, "hasMoreChanges", "false");
  last = foyer_test_api_read (third, "newState");
  state = foyer_test_api_call (world.admin, "Label/get", "'ids': []");
  foyer_test_api_assert (state, "state", last);
  close_world (&world);
}

/* What an earlier page named and what is gone on the next is told as destroyed. */
static void
test_pages_tell_what_went_meanwhile (void)
{
  World world = open_world ();
  g_autoptr (JsonObject) one = make_label (world.admin, "e1", "op-1", "co-1", 1);
  g_autoptr (JsonObject) two = make_label (world.admin, "e2", "op-2", "co-1", 2);
  g_autoptr (JsonObject) first = get_page (world.admin, NULL, "0", 1);
  g_autoptr (JsonObject) second = NULL;
  g_autoptr (JsonObject) junk = NULL;

  g_assert_true (one != NULL && two != NULL);
  foyer_test_api_assert (first, "created", "[\"" LABEL "e1\"]");
  destroy_label (world.admin, "e1");
  second = get_page (world.admin, first, NULL, 9);
  foyer_test_api_assert (second, "created", "[\"" LABEL "e2\"]");
  foyer_test_api_assert (second, "destroyed", "[\"" LABEL "e1\"]");
  junk = foyer_test_api_call (world.admin, "Label/changes", "'sinceState': '%s~1'", "0");
  foyer_test_api_assert (junk, "type", "cannotCalculateChanges");
  close_world (&world);
}

static void
prune (World *world, gint64 now)
{
  const FoyerHistoryLimits limits
      = { .tombstone_seconds = 100, .least_tombstones = 1, .result_seconds = 50, .at_once = 2 };
  FoyerDatabase *writer = foyer_backend_get_writer (world->server->backend);
  gboolean more = TRUE;

  while (more) {
    g_assert_true (foyer_database_begin (writer, NULL));
    g_assert_true (foyer_history_prune (writer, &limits, now, &more, NULL));
    g_assert_true (foyer_database_commit (writer, NULL));
  }
}

/* Whoever has not heard of what is forgotten begins anew; nobody else does, not even halfway through a first sync. */
static void
test_history_ends (void)
{
  World world = open_world ();
  g_autoptr (JsonObject) kept = make_label (world.admin, "f0", "op-0", "co-1", 1);
  g_autoptr (JsonObject) one = make_label (world.admin, "f1", "op-1", "co-1", 2);
  g_autoptr (JsonObject) two = make_label (world.admin, "f2", "op-2", "co-1", 3);
  g_autofree char *old = foyer_test_api_read (two, "newState");
  g_autoptr (JsonObject) half = NULL;
  g_autoptr (JsonObject) rest = NULL;
  g_autoptr (JsonObject) refused = NULL;
  g_autoptr (JsonObject) good = NULL;
  g_autoptr (JsonObject) repeat = NULL;
  g_autoptr (JsonObject) state = NULL;
  g_autofree char *present = NULL;

  g_assert_true (kept != NULL && one != NULL);
  destroy_label (world.admin, "f1");
  half = get_page (world.admin, NULL, "0", 1);
  foyer_test_api_assert (half, "hasMoreChanges", "true");
  destroy_label (world.admin, "f2");
  state = foyer_test_api_call (world.admin, "Label/get", "'ids': []");
  present = foyer_test_api_read (state, "state");
  prune (&world, TEST_SERVER_NOW + 60);
  good = get_page (world.admin, NULL, old, 9);
  foyer_test_api_assert (good, "destroyed", "[\"" LABEL "f1\",\"" LABEL "f2\"]");
  repeat = make_label (world.admin, "f2", "op-2", "co-1", 3);
  foyer_test_api_assert (repeat, "type", "alreadyProcessed");
  prune (&world, TEST_SERVER_NOW + 1000);
  refused = get_page (world.admin, NULL, old, 9);
  foyer_test_api_assert (refused, "type", "cannotCalculateChanges");
  g_clear_pointer (&good, json_object_unref);
  good = get_page (world.admin, NULL, present, 9);
  foyer_test_api_assert (good, "newState", present);
  rest = get_page (world.admin, half, NULL, 9);
  foyer_test_api_assert (rest, "newState", present);
  close_world (&world);
}

/* --- What is told --- */

typedef struct {
  guint count;
  GHashTable *last;
} Heard;

static void
on_changed (FoyerBackend *backend, const char *account_id, GHashTable *states, Heard *heard)
{
  heard->count++;
  g_clear_pointer (&heard->last, g_hash_table_unref);
  heard->last = g_hash_table_ref (states);
}

/* Only what stands after the commit is told: neither a refused record's state nor a failed call's. */
static void
test_rolled_back_is_not_told (void)
{
  World world = open_world ();
  Heard heard = { 0 };
  g_autoptr (JsonObject) answer = NULL;
  g_autoptr (JsonObject) state = NULL;
  g_autofree char *told = NULL;

  g_signal_connect (world.server->backend, "changed", G_CALLBACK (on_changed), &heard);
  answer = foyer_test_api_call (world.admin, "Label/set",
                                "'create': {'" LABEL
                                "f1': {'name': 'Good'}, 'x': {'name': 'Bad', 'colour': 5}}");
  foyer_test_api_assert (answer, "created " LABEL "f1 id", LABEL "f1");
  foyer_test_api_assert (answer, "notCreated x type", "invalidProperties");
  g_assert_cmpuint (heard.count, ==, 1);
  state = foyer_test_api_call (world.admin, "Label/get", "'ids': []");
  told = foyer_test_api_read (state, "state");
  g_assert_cmpstr (g_hash_table_lookup (heard.last, "Label"), ==, told);
  close_world (&world);
  g_clear_pointer (&heard.last, g_hash_table_unref);
}

static void
test_savepoints_take_states_back (void)
{
  g_autoptr (FoyerTestServer) server = foyer_test_server_new ();
  FoyerDatabase *database = foyer_backend_get_writer (server->backend);
  g_autoptr (FoyerTransaction) transaction = foyer_transaction_new (database, FOYER_CLOCK (server->clock),
                                                                    server->random, 1, FOYER_BY_SERVER, NULL);
  g_autoptr (JsonObject) label = json_object_new ();
  g_autoptr (FoyerRecord) before = NULL;
  g_autoptr (FoyerRecord) after = NULL;
  g_autofree char *told = NULL;
  guint outer;
  guint inner;

  json_object_set_string_member (label, "id", LABEL "a1");
  json_object_set_string_member (label, "name", "One");
  foyer_record_type_fill_defaults (&foyer_label_type, label);
  g_assert_true (foyer_database_begin (database, NULL));
  g_assert_true (foyer_transaction_savepoint (transaction, &outer, NULL));
  before = foyer_transaction_put (transaction, &foyer_label_type, label, NULL);
  g_assert_nonnull (before);
  told = g_strdup (g_hash_table_lookup (transaction->changed, "Label"));
  g_assert_true (foyer_transaction_savepoint (transaction, &inner, NULL));
  after = foyer_transaction_put (transaction, &foyer_label_type, label, NULL);
  g_assert_nonnull (after);
  g_assert_cmpstr (g_hash_table_lookup (transaction->changed, "Label"), !=, told);
  foyer_transaction_rollback_to (transaction, inner);
  g_assert_cmpstr (g_hash_table_lookup (transaction->changed, "Label"), ==, told);
  foyer_transaction_rollback_to (transaction, outer);
  g_assert_cmpuint (g_hash_table_size (transaction->changed), ==, 0);
  foyer_database_rollback (database);
}

/* One record, once: else a refusal would not say what was done. Without an operation the same calls are plain JMAP (RFC 8620 §5.3). */
static void
test_operation_is_about_one_record (void)
{
#define L(n) "'" LABEL n "'"
  static const char *const calls[] = {
    "'update': {" L ("a1") ": {'name': 'x'}}, 'destroy': [" L ("a1") "]",
    "'create': {" L ("a2") ": {'name': 'x'}}, 'update': {" L ("a2") ": {'name': 'y'}}",
    "'create': {" L ("a3") ": {'name': 'x'}}, 'destroy': [" L ("a3") "]",
    "'destroy': [" L ("a1") ", " L ("a1") "]",
    "'create': {" L ("a4") ": {'name': 'x'}, " L ("a5") ": {'name': 'y'}}",
    "'update': {" L ("a1") ": {'name': 'x'}, " L ("a9") ": {'name': 'y'}}",
    "'create': {}, 'update': null",
  };
#undef L
  World world = open_world ();
  g_autoptr (JsonObject) first = make_label (world.admin, "a1", "op-1", "co-1", 1);
  g_autofree char *before = foyer_test_server_dump (world.server);
  g_autoptr (JsonObject) plain = NULL;
  g_autoptr (JsonObject) next = NULL;

  foyer_test_api_assert (first, "notCreated", "null");
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++) {
    g_autofree char *with_op
        = g_strconcat (calls[i], ", 'op': {'id': 'op-2', 'client': 'co-1', 'seq': 2}", NULL);
    g_autoptr (JsonObject) refused = foyer_test_api_call (world.admin, "Label/set", "%s", with_op);
    g_autofree char *after = foyer_test_server_dump (world.server);

    foyer_test_api_assert (refused, "type", "invalidArguments");
    g_assert_cmpstr (after, ==, before);
  }
  next = make_label (world.admin, "a7", "op-2", "co-1", 2);
  foyer_test_api_assert (next, "notCreated", "null");
  plain = foyer_test_api_call (world.admin, "Label/set", "%s", calls[0]);
  foyer_test_api_assert (plain, "notUpdated " LABEL "a1 type", "willDestroy");
  foyer_test_api_assert (plain, "destroyed 0", LABEL "a1");
  g_clear_pointer (&plain, json_object_unref);
  plain = foyer_test_api_call (world.admin, "Label/set", "%s", calls[1]);
  foyer_test_api_assert (plain, "created " LABEL "a2 id", LABEL "a2");
  foyer_test_api_assert (plain, "notUpdated", "null");
  close_world (&world);
}

/* The office signs in at the front desk. */
static void
name_device (World *world)
{
  g_autofree char *json
      = g_strdup_printf ("[{'id': '%s', 'staffId': 'st-2', 'name': 'front-desk', 'status': 'active', "
                         "'registeredAt': '2026-11-20 09:00'}]",
                         world->office->device);

  foyer_test_server_put (world->server, "northwind", json);
}

static JsonObject *
expect_portal (World *world, gboolean expected)
{
  g_autofree char *client = foyer_test_id ("cl-1");

  return foyer_test_api_call (
      world->admin, "Client/set",
      "'update': {'%s': {'portalEnabled': %s}}, 'ifMatch': {'%s': {'portalEnabled': %s}}", client,
      expected ? "true" : "false", client, expected ? "true" : "false");
}

/* Whoever disagrees is told by whom, when, and at which console; only of the change that stands. */
static void
test_conflict_names_the_console (void)
{
  World world = open_world ();
  g_autofree char *client = foyer_test_id ("cl-1");
  g_autofree char *place = g_strdup_printf ("notUpdated %s ", client);
  g_autofree char *by = g_strconcat (place, "by", NULL);
  g_autofree char *device = g_strconcat (place, "device", NULL);
  g_autoptr (JsonObject) on = NULL;
  g_autoptr (JsonObject) told = NULL;
  g_autoptr (JsonObject) plain = NULL;
  g_autoptr (JsonObject) silent = NULL;
  g_autofree char *name = NULL;

  name_device (&world);
  on = foyer_test_api_call (world.office, "Client/set",
                            "'update': {'%s': {'portalEnabled': false}},"
                            " 'op': {'id': 'op-1', 'client': 'co-1', 'seq': 1}",
                            client);
  foyer_test_api_assert (on, "notUpdated", "null");
  told = expect_portal (&world, TRUE);
  foyer_test_api_assert (told, device, "front-desk");
  name = foyer_test_api_read (told, by);
  g_assert_nonnull (name);
  foyer_test_server_advance (world.server, 600);
  plain
      = foyer_test_api_call (world.office, "Client/set", "'update': {'%s': {'portalEnabled': true}}", client);
  foyer_test_api_assert (plain, "notUpdated", "null");
  silent = expect_portal (&world, FALSE);
  g_assert_null (foyer_json_object_text (
      foyer_json_object_object (foyer_json_object_object (silent, "notUpdated"), client), "device"));
  close_world (&world);
}

/* A7: nobody locks everybody out by requiring what is not connected. */
static void
test_sso_without_provider (void)
{
  World world = open_world ();
  g_autofree char *settings = foyer_test_id ("ps-1");
  g_autofree char *client = foyer_test_id ("cl-1");
  g_autoptr (JsonObject) refused
      = foyer_test_api_call (world.admin, "PortalSettings/set",
                             "'update': {'%s': {'access.sso': 'required'}}", settings);
  g_autoptr (JsonObject) of_client
      = foyer_test_api_call (world.admin, "Client/set", "'update': {'%s': {'sso': 'required'}}", client);
  g_autoptr (JsonObject) optional
      = foyer_test_api_call (world.admin, "PortalSettings/set",
                             "'update': {'%s': {'access.sso': 'optional'}}", settings);
  g_autofree char *type = g_strdup_printf ("notUpdated %s type", settings);
  g_autofree char *sentence = g_strdup_printf ("notUpdated %s description", settings);
  g_autofree char *rule = g_strdup_printf ("notUpdated %s rule", client);

  foyer_test_api_assert (refused, type, "ruleRefused");
  foyer_test_api_assert (
      refused, sentence,
      "Single sign-on cannot be required: no provider is connected, so nobody could sign in");
  foyer_test_api_assert (of_client, rule, "D13");
  foyer_test_api_assert (optional, "notUpdated", "null");
  close_world (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backend/operations/J02-repeat-by-another", test_repeat_by_another);
  g_test_add_func ("/backend/operations/J02-hundred-repeats", test_hundred_repeats);
  g_test_add_func ("/backend/operations/console-has-an-owner", test_console_has_an_owner);
  g_test_add_func ("/backend/operations/fork-is-not-passed", test_fork_is_not_passed);
  g_test_add_func ("/backend/operations/unread-number-is-no-number", test_unread_number_is_no_number);
  g_test_add_func ("/backend/operations/unread-floor-is-no-floor", test_unread_floor_is_no_floor);
  g_test_add_func ("/backend/operations/result-was-pruned", test_result_was_pruned);
  g_test_add_func ("/backend/operations/taken-answers-are-forgotten", test_taken_answers_are_forgotten);
  g_test_add_func ("/backend/operations/ack-must-lie-behind", test_ack_must_lie_behind);
  g_test_add_func ("/backend/operations/ack-of-another-forgets-nothing", test_ack_of_another_forgets_nothing);
  g_test_add_func ("/backend/operations/pages-name-new-records-new", test_pages_name_new_records_new);
  g_test_add_func ("/backend/operations/pages-tell-what-went-meanwhile", test_pages_tell_what_went_meanwhile);
  g_test_add_func ("/backend/operations/history-ends", test_history_ends);
  g_test_add_func ("/backend/operations/rolled-back-is-not-told", test_rolled_back_is_not_told);
  g_test_add_func ("/backend/operations/savepoints-take-states-back", test_savepoints_take_states_back);
  g_test_add_func ("/backend/operations/operation-is-about-one-record", test_operation_is_about_one_record);
  g_test_add_func ("/backend/operations/conflict-names-the-console", test_conflict_names_the_console);
  g_test_add_func ("/backend/operations/sso-without-provider", test_sso_without_provider);
  return g_test_run ();
}
