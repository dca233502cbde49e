/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-client-rules.c - the client's checklist of RFC 8620 (sync.md §1.2), against a server that the test plays */

#include "foyer-played-server.h"
#include "foyer-test.h"
#include "types/label.h"
#include "types/message.h"

#include <string.h>

#define LABEL FOYER_PLAYED_LABEL

typedef struct {
  FoyerPlayedServer *server;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = foyer_played_server_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_free (fixture->server);
}

static const char first_label[] = "'Label/changes',{'oldState':'0','newState':'e1-7','hasMoreChanges':false,"
                                  "'created':['" LABEL "'],'updated':[],'destroyed':[]}";
static const char label_list[]
    = "'Label/get',{'state':'e1-7','list':[{'id':'" LABEL "','name':'Theirs','position':0,'rev':7}],"
      "'notFound':[]}";

static void
test_changes_that_stand_still_start_anew (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_played_server_will_answer (
      fixture->server, "c:Label:0",
      "'Label/changes',{'oldState':'e1-7','newState':'e1-7','hasMoreChanges':true,'created':[],"
      "'updated':[],'destroyed':[]}");
  foyer_played_server_answer (fixture->server, "s1");
  foyer_played_server_wait_for (fixture->server, "'c:Label:0'");
  g_assert_nonnull (
      strstr (foyer_canned_transport_get_body (fixture->server->transport), "\"sinceState\":\"0\""));
  g_assert_true (foyer_played_server_has_label (fixture->server));
}

static void
test_changes_that_cannot_be_calculated_start_anew (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_played_server_will_answer (fixture->server, "c:Label:0", "'error',{'type':'cannotCalculateChanges'}");
  foyer_played_server_answer (fixture->server, "s1");
  g_assert_true (foyer_played_server_has_label (fixture->server));
  foyer_played_server_wait_for (fixture->server, "'c:Label:0'");
  foyer_played_server_will_answer (fixture->server, "c:Label:0", first_label);
  foyer_played_server_will_answer (fixture->server, "c:Label:0/created", label_list);
  foyer_played_server_come_to_rest (fixture->server);
  g_assert_true (foyer_played_server_has_label (fixture->server));
}

static void
test_answers_from_elsewhere_are_not_applied (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_played_server_will_answer (
      fixture->server, "c:Label:0",
      "'Label/changes',{'oldState':'e1-5','newState':'e1-6','hasMoreChanges':false,'created':[],"
      "'updated':[],'destroyed':['" LABEL "']}");
  foyer_played_server_answer (fixture->server, "s1");
  g_assert_true (foyer_played_server_has_label (fixture->server));
  foyer_played_server_come_to_rest (fixture->server);
  g_assert_true (foyer_played_server_has_label (fixture->server));
}

static void
test_what_is_gone_by_now_is_destroyed (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_played_server_will_answer (
      fixture->server, "c:Label:0",
      "'Label/changes',{'oldState':'e1-7','newState':'e1-8','hasMoreChanges':false,'created':[],"
      "'updated':['" LABEL "'],'destroyed':[]}");
  foyer_played_server_will_answer (fixture->server, "c:Label:0/updated",
                                   "'Label/get',{'state':'e1-9','list':[],'notFound':['" LABEL "']}");
  foyer_played_server_answer (fixture->server, "s1");
  foyer_played_server_come_to_rest (fixture->server);
  g_assert_false (foyer_played_server_has_label (fixture->server));
}

static void
test_lists_may_overlap (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_played_server_will_answer (
      fixture->server, "c:Label:0",
      "'Label/changes',{'oldState':'e1-7','newState':'e1-8','hasMoreChanges':false,"
      "'created':['" LABEL "'],'updated':['" LABEL "'],'destroyed':['" LABEL "']}");
  foyer_played_server_will_answer (fixture->server, "c:Label:0/created", label_list);
  foyer_played_server_will_answer (fixture->server, "c:Label:0/updated", label_list);
  foyer_played_server_answer (fixture->server, "s1");
  foyer_played_server_come_to_rest (fixture->server);
  g_assert_false (foyer_played_server_has_label (fixture->server));
}

static void
test_records_never_go_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoyerRecord) label = NULL;

  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_played_server_will_answer (
      fixture->server, "c:Label:0",
      "'Label/changes',{'oldState':'e1-7','newState':'e1-8','hasMoreChanges':false,'created':[],"
      "'updated':['" LABEL "'],'destroyed':[]}");
  foyer_played_server_will_answer (fixture->server, "c:Label:0/updated",
                                   "'Label/get',{'state':'e1-8','list':[{'id':'" LABEL
                                   "','name':'Older','position':0,'rev':6}],"
                                   "'notFound':[]}");
  foyer_played_server_answer (fixture->server, "s1");
  foyer_played_server_come_to_rest (fixture->server);
  label = foyer_store_get (fixture->server->store, &foyer_label_type, LABEL);
  g_assert_cmpstr (foyer_label_get_name (label), ==, "Theirs");
}

static void
assert_asks_for_session (Fixture *fixture)
{
  foyer_played_server_wait (fixture->server);
  g_assert_cmpstr (foyer_canned_transport_get_method (fixture->server->transport), ==, "GET");
  foyer_played_server_come_to_rest (fixture->server);
}

static void
test_another_session_is_fetched (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_played_server_answer (fixture->server, "s2");
  assert_asks_for_session (fixture);
}

static void
test_api_that_has_moved_is_looked_for (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_canned_transport_reply (fixture->server->transport, 404, "text/html", "<h1>Gone</h1>");
  assert_asks_for_session (fixture);
}

static void
test_account_that_is_lost_is_looked_for (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_played_server_will_answer (fixture->server, "c:Label:0", "'error',{'type':'accountNotFound'}");
  foyer_played_server_answer (fixture->server, "s1");
  assert_asks_for_session (fixture);
}

static void
test_waits_as_long_as_it_is_asked (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_canned_transport_reply_later (fixture->server->transport, 429, 300);
  foyer_test_settle ();
  for (guint i = 0; i < 299; i++) {
    foyer_manual_clock_advance (fixture->server->clock, G_USEC_PER_SEC);
    foyer_test_settle ();
    g_assert_false (foyer_canned_transport_is_asked (fixture->server->transport));
  }
  foyer_manual_clock_advance (fixture->server->clock, 2 * G_USEC_PER_SEC);
  foyer_test_settle ();
  g_assert_true (foyer_canned_transport_is_asked (fixture->server->transport));
}

/* A proxy's page with status 200, or JSON of another kind: nothing happened, and it is tried again. */
static void
test_no_answer_at_all_changes_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const bodies[] = { "<html>Log in to the hotel</html>", "{}", "[]", "" };

  foyer_played_server_start (fixture->server);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    foyer_played_server_ask_for_labels (fixture->server);
    foyer_canned_transport_reply (fixture->server->transport, 200, "application/json", bodies[i]);
    foyer_played_server_wait (fixture->server);
    foyer_played_server_come_to_rest (fixture->server);
    g_assert_true (foyer_played_server_has_label (fixture->server));
  }
}

static void
test_unknown_error_is_trouble (Fixture *fixture, gconstpointer data)
{
  g_autofree char *operation = NULL;

  foyer_played_server_start (fixture->server);
  operation = foyer_played_server_rename_label (fixture->server);
  foyer_played_server_wait (fixture->server);
  g_assert_true (foyer_played_server_is_asked_for (fixture->server, "'o0'"));
  foyer_played_server_will_answer (fixture->server, "o0", "'error',{'type':'moonInTheWrongPhase'}");
  foyer_played_server_answer (fixture->server, "s1");
  g_assert_cmpint (foyer_played_server_operation_state (fixture->server, operation), ==,
                   FOYER_OPERATION_SENDING);
  foyer_played_server_wait_for (fixture->server, "'o0'");
}

static void
test_requests_stay_within_the_servers_size (Fixture *fixture, gconstpointer data)
{
  g_autofree char *body = g_strnfill (19000, 'x');
  g_autofree char *patch
      = g_strdup_printf ("{'conversationId': 'cv-01890a5d-ac96-7d4e-8f00-0000000000c1', 'kind': 'note',"
                         " 'channel': 'portal', 'body': '%s', 'sentAt': '2026-11-23T08:00:00Z'}",
                         body);
  guint waiting;
  guint needing;

  foyer_played_server_start (fixture->server);
  for (guint i = 0; i < 12; i++) {
    g_autofree char *id = g_strdup_printf ("ms-01890a5d-ac96-7d4e-8f00-0000000000%02x", i);
    g_autoptr (GError) error = NULL;
    g_autofree char *operation = foyer_test_submit (fixture->server->store, FOYER_VERB_CREATE,
                                                    &foyer_message_type, id, patch, 0, &error);

    g_assert_no_error (error);
  }
  foyer_played_server_wait (fixture->server);
  while (foyer_canned_transport_is_asked (fixture->server->transport)) {
    g_assert_cmpuint (strlen (foyer_canned_transport_get_body (fixture->server->transport)), <=,
                      FOYER_PLAYED_LIMIT);
    foyer_played_server_answer (fixture->server, "s1");
  }
  foyer_store_count_operations (fixture->server->store, &waiting, &needing);
  g_assert_cmpuint (waiting + needing, ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*function) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/client-rules/changes-that-stand-still-start-anew", test_changes_that_stand_still_start_anew },
    { "/client-rules/changes-that-cannot-be-calculated-start-anew",
      test_changes_that_cannot_be_calculated_start_anew },
    { "/client-rules/answers-from-elsewhere-are-not-applied", test_answers_from_elsewhere_are_not_applied },
    { "/client-rules/what-is-gone-by-now-is-destroyed", test_what_is_gone_by_now_is_destroyed },
    { "/client-rules/lists-may-overlap", test_lists_may_overlap },
    { "/client-rules/records-never-go-back", test_records_never_go_back },
    { "/client-rules/another-session-is-fetched", test_another_session_is_fetched },
    { "/client-rules/api-that-has-moved-is-looked-for", test_api_that_has_moved_is_looked_for },
    { "/client-rules/account-that-is-lost-is-looked-for", test_account_that_is_lost_is_looked_for },
    { "/client-rules/waits-as-long-as-it-is-asked", test_waits_as_long_as_it_is_asked },
    { "/client-rules/no-answer-at-all-changes-nothing", test_no_answer_at_all_changes_nothing },
    { "/client-rules/unknown-error-is-trouble", test_unknown_error_is_trouble },
    { "/client-rules/requests-stay-within-the-servers-size", test_requests_stay_within_the_servers_size },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].function, tear_down);
  return g_test_run ();
}
