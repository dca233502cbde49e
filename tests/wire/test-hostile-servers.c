/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-hostile-servers.c - servers that break their word: nothing is lost, nothing is asked without end, and the rest goes on */

#include "foyer-json.h"
#include "foyer-played-server.h"
#include "foyer-test.h"
#include "types/label.h"

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

static FoyerSyncNotice
get_notice (Fixture *fixture)
{
  return foyer_sync_engine_get_notice (fixture->server->engine, NULL);
}

/* --- Answers to operations --- */

static const char *const no_answers[] = {
  /* Nothing of the record, another record, another method, another account, no type of error. */
  "'Label/set',{'accountId':'or-1','updated':null}",
  "'Label/set',{'accountId':'or-1','updated':{'lb-01890a5d-ac96-7d4e-8f00-0000000000a2':null}}",
  "'Label/set',{'accountId':'or-1','updated':['" LABEL "']}",
  "'Label/set',{'accountId':'or-1','created':{'" LABEL "':{}},'destroyed':['" LABEL "']}",
  "'Label/get',{'accountId':'or-1','updated':{'" LABEL "':null}}",
  "'Client/set',{'accountId':'or-1','updated':{'" LABEL "':null}}",
  "'Label/set',{'accountId':'or-2','updated':{'" LABEL "':null}}",
  "'Label/set',{'accountId':'or-1','notUpdated':{'" LABEL "':{'type':'serverFail'}}}",
  "'error',{}",
  "'error',{'type':17}",
  "'error',{'type':'moonInTheWrongPhase'}",
};

/* What does not say of the record what became of it is no answer: the operation waits and goes again as it was. */
static void
test_no_answer_settles_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *operation = NULL;
  g_autofree char *sent = NULL;

  foyer_played_server_start (fixture->server);
  operation = foyer_played_server_rename_label (fixture->server);
  foyer_played_server_wait (fixture->server);
  g_assert_true (foyer_played_server_is_asked_for (fixture->server, "'o0'"));
  foyer_played_server_will_answer (fixture->server, "o0", data);
  foyer_played_server_answer (fixture->server, "s1");
  g_assert_cmpint (foyer_played_server_operation_state (fixture->server, operation), ==,
                   FOYER_OPERATION_SENDING);
  foyer_played_server_wait_for (fixture->server, "'o0'");
  g_assert_true (foyer_played_server_is_asked_for (fixture->server, "'seq':1"));
  foyer_played_server_come_to_rest (fixture->server);
  g_assert_cmpint (foyer_played_server_operation_state (fixture->server, operation), >=,
                   FOYER_OPERATION_ACKED);
}

/* --- Answers to questions --- */

typedef struct {
  const char *path;
  const char *changes;
  const char *created; /* (nullable) */
} Page;

static const Page no_pages[] = {
  { "/hostile/page-without-states",
    "'Label/changes',{'hasMoreChanges':false,'created':[],'updated':[],'destroyed':['" LABEL "']}", NULL },
  { "/hostile/page-with-states-that-are-numbers",
    "'Label/changes',{'oldState':7,'newState':8,'hasMoreChanges':false,'created':[],'updated':[],"
    "'destroyed':['" LABEL "']}",
    NULL },
  { "/hostile/page-of-another-method",
    "'Client/changes',{'oldState':'e1-7','newState':'e1-8','hasMoreChanges':false,'created':[],'updated':[],"
    "'destroyed':['" LABEL "']}",
    NULL },
  { "/hostile/C08-page-of-another-account",
    "'Label/changes',{'accountId':'or-2','oldState':'e1-7','newState':'e1-8','hasMoreChanges':false,"
    "'created':[],'updated':[],'destroyed':['" LABEL "']}",
    NULL },
  { "/hostile/page-without-its-records",
    "'Label/changes',{'oldState':'e1-7','newState':'e1-8','hasMoreChanges':false,"
    "'created':['lb-01890a5d-ac96-7d4e-8f00-0000000000a2'],'updated':[],'destroyed':['" LABEL "']}",
    "'Label/get',{'state':'e1-8'}" },
  { "/hostile/records-of-another-account",
    "'Label/changes',{'oldState':'e1-7','newState':'e1-8','hasMoreChanges':false,"
    "'created':['lb-01890a5d-ac96-7d4e-8f00-0000000000a2'],'updated':[],'destroyed':['" LABEL "']}",
    "'Label/get',{'accountId':'or-2','state':'e1-8','list':[],'notFound':[]}" },
};

/* The page is not taken in, work goes on, and it is said that labels do not come. */
static void
test_no_page_changes_nothing (Fixture *fixture, gconstpointer data)
{
  const Page *page = data;
  g_autofree char *operation = NULL;
  GPtrArray *types;

  foyer_played_server_start (fixture->server);
  operation = foyer_played_server_rename_label (fixture->server);
  foyer_played_server_wait (fixture->server);
  foyer_played_server_will_answer (fixture->server, "c:Label:0", page->changes);
  if (page->created != NULL)
    foyer_played_server_will_answer (fixture->server, "c:Label:0/created", page->created);
  foyer_played_server_answer (fixture->server, "s1");
  g_assert_cmpint (foyer_played_server_operation_state (fixture->server, operation), ==,
                   FOYER_OPERATION_ACKED);
  g_assert_true (foyer_played_server_has_label (fixture->server));
  g_assert_cmpint (foyer_sync_engine_get_notice (fixture->server->engine, &types), ==,
                   FOYER_SYNC_NOTICE_TROUBLED);
  g_assert_true (types->len == 1 && types->pdata[0] == &foyer_label_type);
  foyer_played_server_wait (fixture->server);
  g_assert_true (foyer_played_server_is_asked_for (fixture->server, "'sinceState':'e1-7'"));
  foyer_played_server_come_to_rest (fixture->server);
  g_assert_cmpint (get_notice (fixture), ==, FOYER_SYNC_NOTICE_NONE);
}

/* Status 200, JSON, and not one answer in it: everything is asked again. */
static void
test_answers_may_not_be_left_out (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_played_server_reply (fixture->server, "{\"sessionState\":\"s1\",\"methodResponses\":[]}");
  foyer_played_server_wait_for (fixture->server, "'c:Label:0'");
  foyer_played_server_come_to_rest (fixture->server);
}

static const char news[]
    = "['Label/get',{'state':'e1-8','list':[],'notFound':[]},'c:Label:0/updated'],"
      "['Label/get',{'state':'e1-8','unknown':[{}],'list':[{'id':'lb-01890a5d-ac96-7d4e-8f00-0000000000a2',"
      "'name':'News','position':0,'rev':8,'huge':9007199254740991,'deep':{'a':[1,{'b':null}]}}],"
      "'notFound':[]},'c:Label:0/created'],"
      "['Moon/phase',{},'c:Label:0'],"
      "['Label/changes',{'oldState':'e1-7','newState':'e1-8','hasMoreChanges':false,"
      "'created':['lb-01890a5d-ac96-7d4e-8f00-0000000000a2','lb-01890a5d-ac96-7d4e-8f00-0000000000a2'],"
      "'updated':[],'destroyed':[]},'c:Label:0'],"
      "['Label/"
      "changes',{'oldState':'e1-7','newState':'e1-9','hasMoreChanges':false,'created':[],'updated':[],"
      "'destroyed':['" LABEL "']},'c:Label:0'],"
      "['error',{'type':'serverFail'},'never-asked']";

/* RFC 8620 §3.4: an answer is known by its id. Further ones of the same id, of nobody's and doubled ids are passed over. */
static void
test_answers_in_any_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) reply = g_string_new ("{'methodResponses':[");
  g_autoptr (FoyerRecord) label = NULL;

  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  g_string_append_printf (reply, "%s],'sessionState':'s1','alsoUnknown':1}", news);
  g_string_replace (reply, "'", "\"", 0);
  foyer_played_server_reply (fixture->server, reply->str);
  label = foyer_store_get (fixture->server->store, &foyer_label_type,
                           "lb-01890a5d-ac96-7d4e-8f00-0000000000a2");
  g_assert_nonnull (label);
  g_assert_true (foyer_played_server_has_label (fixture->server));
}

/* One record of a page cannot be read: the others come, it is put aside, and the page is done. */
static void
test_bad_records_hold_up_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = {
    "{'name':'No id','position':0,'rev':8}",
    "{'id':17,'name':'Id is a number','position':0,'rev':8}",
    "{'id':'','name':'Empty id','position':0,'rev':8}",
    "{'id':'../../etc/passwd','name':'A path','position':0,'rev':8}",
    "{'id':'cl-01890a5d-ac96-7d4e-8f00-0000000000a3','name':'Of another type','position':0,'rev':8}",
    "{'id':'lb-01890a5d-ac96-7d4e-8f00-0000000000a3','name':17,'position':'x','rev':8}",
    "{'id':'lb-01890a5d-ac96-7d4e-8f00-0000000000a4','name':'Huge','position':9007199254740991,'rev':8}",
    "{'id':'lb-01890a5d-ac96-7d4e-8f00-0000000000a5','name':'No rev','position':0}",
    "{'id':'lb-01890a5d-ac96-7d4e-8f00-0000000000a6','name':'Rev is text','position':0,'rev':'8'}",
    "{'id':'lb-01890a5d-ac96-7d4e-8f00-0000000000a7','name':'Rev is less than "
    "nothing','position':0,'rev':-8}",
    "'no record'",
    "null",
    "[]",
  };

  foyer_played_server_start (fixture->server);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *changes
        = g_strdup_printf ("'Label/changes',{'oldState':'e1-7','newState':'e1-7','hasMoreChanges':false,"
                           "'created':['lb-01890a5d-ac96-7d4e-8f00-%012x'],'updated':[],'destroyed':[]}",
                           0xb0 + i);
    g_autofree char *records
        = g_strdup_printf ("'Label/get',{'state':'e1-7','list':[%s,{'id':'lb-01890a5d-ac96-7d4e-8f00-%012x',"
                           "'name':'Good','position':0,'rev':%u}],'notFound':[]}",
                           bad[i], 0xb0 + i, 8 + i);
    g_autofree char *id = g_strdup_printf ("lb-01890a5d-ac96-7d4e-8f00-%012x", 0xb0 + i);
    g_autoptr (FoyerRecord) good = NULL;

    foyer_played_server_ask_for_labels (fixture->server);
    foyer_played_server_will_answer (fixture->server, "c:Label:0", changes);
    foyer_played_server_will_answer (fixture->server, "c:Label:0/created", records);
    foyer_played_server_answer (fixture->server, "s1");
    foyer_played_server_come_to_rest (fixture->server);
    good = foyer_store_get (fixture->server->store, &foyer_label_type, id);
    g_assert_nonnull (good);
    g_assert_cmpint (get_notice (fixture), ==, FOYER_SYNC_NOTICE_NONE);
  }
  g_assert_true (foyer_played_server_has_label (fixture->server));
}

/* --- Without end --- */

typedef enum {
  PAGES_OF_NOTHING,
  PAGES_IN_A_CIRCLE,
} Endless;

static char *
write_page (Fixture *fixture, Endless kind, guint number, guint until)
{
  const char *body = foyer_canned_transport_get_body (fixture->server->transport);
  const char *since = strstr (body, "\"sinceState\":\"e1-");
  guint from = (guint) g_ascii_strtoull (since + strlen ("\"sinceState\":\"e1-"), NULL, 10);
  guint to = kind == PAGES_OF_NOTHING ? from + 1 : 7 + (from - 6) % 3;

  g_assert_nonnull (since);
  return g_strdup_printf ("'Label/changes',{'oldState':'e1-%u','newState':'e1-%u','hasMoreChanges':%s,"
                          "'created':[],'updated':[%s],'destroyed':[]}",
                          from, to, number < until ? "true" : "false",
                          kind == PAGES_OF_NOTHING ? "" : "'" LABEL "'");
}

/* More is promised again and again. It is asked for ever more seldom, work goes on, and when the server comes to its end all is well. */
static void
run_endless (Fixture *fixture, Endless kind)
{
  g_autofree char *operation = NULL;
  guint asked = 0;
  guint before;

  foyer_played_server_start (fixture->server);
  foyer_sync_engine_sync_now (fixture->server->engine);
  for (guint tenth = 0; tenth < 6000; tenth++) {
    foyer_test_settle ();
    for (guint at_once = 0; foyer_canned_transport_is_asked (fixture->server->transport); at_once++) {
      g_assert_cmpuint (at_once, <, 100);
      if (foyer_played_server_is_asked_for (fixture->server, "'Label/changes'")) {
        g_autofree char *page = write_page (fixture, kind, ++asked, 1000);

        foyer_played_server_will_answer (fixture->server, "c:Label:0", page);
      }
      foyer_played_server_answer (fixture->server, "s1");
    }
    if (tenth == 3000)
      operation = foyer_played_server_rename_label (fixture->server);
    foyer_manual_clock_advance (fixture->server->clock, 100000);
  }
  g_assert_cmpuint (asked, >, 10);
  g_assert_cmpuint (asked, <, 200);
  g_assert_cmpint (foyer_played_server_operation_state (fixture->server, operation), >=,
                   FOYER_OPERATION_ACKED);
  g_assert_true (foyer_played_server_has_label (fixture->server));
  before = foyer_played_server_count_until (fixture->server, 130);
  g_assert_cmpuint (before, <, 20);
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->server->engine), ==, FOYER_SYNC_IDLE);
  g_assert_cmpint (get_notice (fixture), ==, FOYER_SYNC_NOTICE_NONE);
}

static void
test_pages_of_nothing (Fixture *fixture, gconstpointer data)
{
  run_endless (fixture, PAGES_OF_NOTHING);
}

static void
test_pages_in_a_circle (Fixture *fixture, gconstpointer data)
{
  run_endless (fixture, PAGES_IN_A_CIRCLE);
}

/* The session never has the state of which every answer tells, or answers have another each time. */
static void
test_session_that_never_agrees (Fixture *fixture, gconstpointer data)
{
  guint sessions = 0;
  guint asked = 0;

  foyer_played_server_start (fixture->server);
  for (guint minute = 0; minute < 60; minute++) {
    foyer_sync_engine_sync_now (fixture->server->engine);
    for (guint second = 0; second < 60; second++) {
      foyer_test_settle ();
      while (foyer_canned_transport_is_asked (fixture->server->transport)) {
        g_autofree char *state = g_strdup_printf ("t%u", GPOINTER_TO_INT (data) ? ++asked : 1);

        sessions += strcmp (foyer_canned_transport_get_method (fixture->server->transport), "GET") == 0;
        foyer_played_server_answer (fixture->server, state);
      }
      foyer_manual_clock_advance (fixture->server->clock, G_USEC_PER_SEC);
    }
    g_assert_cmpint (foyer_sync_engine_get_state (fixture->server->engine), ==, FOYER_SYNC_IDLE);
  }
  g_assert_cmpuint (sessions, >, 3);
  g_assert_cmpuint (sessions, <, 15);
}

/* --- Sizes --- */

/* Cyrus says by HTTP what the RFC has requestTooLarge say, others name greater limits than they keep: less is asked for. */
static void
test_questions_that_are_too_large (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  g_assert_true (foyer_played_server_is_asked_for (fixture->server, "'maxChanges':50"));
  foyer_played_server_will_answer (
      fixture->server, "c:Label:0",
      "'Label/changes',{'oldState':'e1-7','newState':'e1-8','hasMoreChanges':true,"
      "'created':[],'updated':['" LABEL "'],'destroyed':[]}");
  foyer_played_server_will_answer (fixture->server, "c:Label:0/updated",
                                   "'error',{'type':'requestTooLarge'}");
  foyer_played_server_answer (fixture->server, "s1");
  foyer_played_server_wait_for (fixture->server, "'c:Label:0'");
  g_assert_true (foyer_played_server_is_asked_for (fixture->server, "'maxChanges':25"));
  foyer_canned_transport_reply (fixture->server->transport, 400, "application/problem+json",
                                "{\"type\":\"urn:ietf:params:jmap:error:limit\",\"status\":400,"
                                "\"limit\":\"maxObjectsInGet\"}");
  foyer_played_server_wait (fixture->server);
  g_assert_true (foyer_played_server_is_asked_for (fixture->server, "'maxChanges':12"));
  foyer_played_server_come_to_rest (fixture->server);
}

/* Questions keep within the size too, not only operations. */
static void
test_small_requests (Fixture *fixture, gconstpointer data)
{
  guint asked = 0;

  fixture->server->session = g_strdup (
      "{\"capabilities\":{\"urn:ietf:params:jmap:core\":{\"maxCallsInRequest\":64,"
      "\"maxObjectsInGet\":50,\"maxSizeRequest\":4096}},\"accounts\":{\"or-1\":{\"name\":\"N\","
      "\"accountCapabilities\":{\"https://foyer.example/ns/jmap/staff/1\":{\"epoch\":\"e1\","
      "\"role\":\"office\",\"staffId\":\"st-1\"}}}},\"primaryAccounts\":"
      "{\"https://foyer.example/ns/jmap/staff/1\":\"or-1\"},\"apiUrl\":\"/api\",\"state\":\"s1\"}");
  foyer_sync_engine_start (fixture->server->engine);
  foyer_played_server_wait (fixture->server);
  while (foyer_canned_transport_is_asked (fixture->server->transport)) {
    const char *body = foyer_canned_transport_get_body (fixture->server->transport);

    if (body != NULL)
      g_assert_cmpuint (strlen (body), <=, 4096);
    asked++;
    foyer_played_server_answer (fixture->server, "s1");
  }
  g_assert_cmpuint (asked, >, 3);
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->server->engine), ==, FOYER_SYNC_IDLE);
}

/* A state comes back with every further request. */
static void
test_state_without_end (Fixture *fixture, gconstpointer data)
{
  g_autofree char *state = g_strnfill (100000, 'x');
  g_autofree char *page = g_strdup_printf (
      "'Label/changes',{'oldState':'e1-7','newState':'%s','hasMoreChanges':false,'created':[],"
      "'updated':[],'destroyed':[]}",
      state);

  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  foyer_played_server_will_answer (fixture->server, "c:Label:0", page);
  foyer_played_server_answer (fixture->server, "s1");
  foyer_played_server_wait_for (fixture->server, "'c:Label:0'");
  g_assert_true (foyer_played_server_is_asked_for (fixture->server, "'sinceState':'e1-7'"));
  foyer_played_server_come_to_rest (fixture->server);
}

/* --- Sessions --- */

/* Too few calls for one question, or somebody else's account: nothing is sent. */
static void
test_sessions_that_cannot_be_used (Fixture *fixture, gconstpointer data)
{
  fixture->server->session = g_strdup (data);
  foyer_sync_engine_start (fixture->server->engine);
  foyer_played_server_wait (fixture->server);
  foyer_played_server_answer (fixture->server, "s1");
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->server->engine), ==, FOYER_SYNC_TROUBLE);
  foyer_played_server_wait (fixture->server);
  g_assert_cmpstr (foyer_canned_transport_get_method (fixture->server->transport), ==, "GET");
}

static void
test_session_of_another_account (Fixture *fixture, gconstpointer data)
{
  foyer_played_server_start (fixture->server);
  foyer_played_server_ask_for_labels (fixture->server);
  fixture->server->session
      = g_strdup ("{\"capabilities\":{\"urn:ietf:params:jmap:core\":{}},\"accounts\":{\"or-2\":{}},"
                  "\"primaryAccounts\":{\"urn:ietf:params:jmap:core\":\"or-2\"},\"apiUrl\":\"/api\","
                  "\"state\":\"s2\"}");
  foyer_played_server_answer (fixture->server, "s2");
  foyer_played_server_wait (fixture->server);
  foyer_played_server_answer (fixture->server, "s2");
  g_assert_cmpint (foyer_sync_engine_get_state (fixture->server->engine), ==, FOYER_SYNC_TROUBLE);
  g_assert_true (foyer_played_server_has_label (fixture->server));
  g_assert_cmpuint (foyer_played_server_count_until (fixture->server, 600), ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *path;
    void (*function) (Fixture *fixture, gconstpointer data);
    gconstpointer data;
  } tests[] = {
    { "/hostile/C08-answers-may-not-be-left-out", test_answers_may_not_be_left_out, NULL },
    { "/hostile/C08-answers-in-any-order", test_answers_in_any_order, NULL },
    { "/hostile/C08-bad-records-hold-up-nothing", test_bad_records_hold_up_nothing, NULL },
    { "/hostile/C09-pages-of-nothing-without-end", test_pages_of_nothing, NULL },
    { "/hostile/C09-pages-in-a-circle", test_pages_in_a_circle, NULL },
    { "/hostile/C09-session-that-never-agrees", test_session_that_never_agrees, GINT_TO_POINTER (FALSE) },
    { "/hostile/C09-session-state-of-every-answer-another", test_session_that_never_agrees,
      GINT_TO_POINTER (TRUE) },
    { "/hostile/C09-questions-that-are-too-large", test_questions_that_are_too_large, NULL },
    { "/hostile/C09-small-requests", test_small_requests, NULL },
    { "/hostile/C09-state-without-end", test_state_without_end, NULL },
    { "/hostile/C08-session-of-another-account", test_session_of_another_account, NULL },
    { "/hostile/session-with-too-few-calls", test_sessions_that_cannot_be_used,
      "{\"capabilities\":{\"urn:ietf:params:jmap:core\":{\"maxCallsInRequest\":2}},\"accounts\":{\"or-1\":{}}"
      ","
      "\"primaryAccounts\":{\"urn:ietf:params:jmap:core\":\"or-1\"},\"apiUrl\":\"/api\",\"state\":\"s1\"}" },
    { "/hostile/session-without-account", test_sessions_that_cannot_be_used,
      "{\"capabilities\":{\"urn:ietf:params:jmap:core\":{}},\"accounts\":{},\"primaryAccounts\":{},"
      "\"apiUrl\":\"/api\",\"state\":\"s1\"}" },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (no_answers); i++) {
    g_autofree char *path = g_strdup_printf ("/hostile/no-answer-settles-nothing/%u", i);

    g_test_add (path, Fixture, no_answers[i], set_up, test_no_answer_settles_nothing, tear_down);
  }
  for (guint i = 0; i < G_N_ELEMENTS (no_pages); i++)
    g_test_add (no_pages[i].path, Fixture, &no_pages[i], set_up, test_no_page_changes_nothing, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].data, set_up, tests[i].function, tear_down);
  return g_test_run ();
}
