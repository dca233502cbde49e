/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-jmap-request.c - requests and responses of RFC 8620 §3, read and written, and what is refused */

#include "foyer-jmap-request.h"

#include "foyer-jmap.h"
#include "foyer-json.h"
#include "random-json.h"

#include <string.h>

static char *
quote (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static FoyerJmapRequest *
read_body (const char *body)
{
  FoyerJmapProblem *problem = NULL;
  FoyerJmapRequest *request = foyer_jmap_request_parse (body, strlen (body), &problem);

  if (problem != NULL)
    g_error ("%s: %s", body, problem->detail);
  g_assert_nonnull (request);
  return request;
}

static FoyerJmapRequest *
read_request (const char *text)
{
  g_autofree char *body = quote (text);

  return read_body (body);
}

static void
assert_problem (const char *body, gsize length, const char *type, const char *limit)
{
  g_autoptr (FoyerJmapProblem) problem = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonObject) document = NULL;

  if (foyer_jmap_request_parse (body, length, &problem) != NULL)
    g_error ("%.100s was taken for a request", body);
  g_assert_nonnull (problem);
  g_assert_cmpstr (problem->type, ==, type);
  g_assert_cmpstr (problem->limit, ==, limit);
  g_assert_cmpuint (problem->status, ==, 400);

  text = foyer_jmap_problem_to_text (problem);
  document = foyer_json_parse_object (text, -1, NULL);
  g_assert_nonnull (document);
  g_assert_cmpstr (foyer_json_object_text (document, "type"), ==, type);
  g_assert_cmpint (foyer_json_object_integer (document, "status", 0), ==, 400);
  g_assert_cmpstr (foyer_json_object_text (document, "limit"), ==, limit);
  g_assert_nonnull (foyer_json_object_text (document, "detail"));
}

static void
test_reads (void)
{
  g_autoptr (FoyerJmapRequest) request
      = read_request ("{'using':['urn:ietf:params:jmap:core','x'],'methodCalls':[['Core\\/"
                      "echo',{'a':[1]},'c1'],['',{},'']],'createdIds':{'k':'bk-1'}}");
  const FoyerJmapCall *call = request->calls->pdata[0];

  g_assert_cmpstr (request->using[0], ==, FOYER_JMAP_CORE);
  g_assert_cmpstr (request->using[1], ==, "x");
  g_assert_null (request->using[2]);
  g_assert_cmpuint (request->calls->len, ==, 2);
  /* An escaped name is the same name. */
  g_assert_cmpstr (call->name, ==, "Core/echo");
  g_assert_cmpstr (call->id, ==, "c1");
  g_assert_nonnull (foyer_json_object_array (call->arguments, "a"));
  g_assert_cmpstr (foyer_json_object_text (request->created_ids, "k"), ==, "bk-1");
  /* Created ids are added to while the request runs. */
  json_object_set_string_member (request->created_ids, "l", "bk-2");
}

static void
test_unknown_members (void)
{
  g_autoptr (FoyerJmapRequest) request
      = read_request ("{'using':[],'methodCalls':[],'methodcalls':7,'future':{'x':[]}}");

  g_assert_null (request->using[0]);
  g_assert_cmpuint (request->calls->len, ==, 0);
  g_assert_null (request->created_ids);
}

static void
test_round_trip (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (41);

  for (guint round = 0; round < 300; round++) {
    g_autoptr (FoyerJmapRequest) request = foyer_jmap_request_new (round % 2 == 0);
    guint n_calls = foyer_random_below (random, 5);
    g_autoptr (FoyerJmapRequest) again = NULL;
    g_autofree char *text = NULL;
    g_autofree char *twice = NULL;

    for (guint i = 0; i < n_calls; i++) {
      JsonObject *arguments = json_object_new ();

      json_object_set_member (arguments, "value", random_json_value (random, 3));
      foyer_jmap_request_add (request, "Booking/set", arguments, i == 0 ? "0" : "caf\xc3\xa9");
    }
    if (round % 3 == 0)
      request->created_ids = json_object_new ();
    text = foyer_jmap_request_to_text (request);
    again = read_body (text);
    twice = foyer_jmap_request_to_text (again);
    g_assert_cmpstr (twice, ==, text);
    g_assert_cmpuint (again->calls->len, ==, n_calls);
    g_assert_cmpint (g_strv_contains ((const char *const *) again->using, FOYER_JMAP_STAFF), ==,
                     round % 2 == 0);
  }
}

/* I06 as seen from outside. */
static void
test_not_json (void)
{
  static const char *const bodies[] = {
    "",
    " ",
    "x",
    "{",
    "{'using':[],'methodCalls':[]",
    "{'using':[],'methodCalls':[]} {}",
    "{'using':[],'using':[],'methodCalls':[]}",
    "{'using':[],'methodCalls':[],'x':9007199254740992}",
    "{'using':[],'methodCalls':[],'x':1e400}",
    "{'using':[],'methodCalls':[],'x':NaN}",
    "{'using':[],'methodCalls':[],'x':'\\u0000'}",
    "{'using':[],'methodCalls':[],'x':'\\ud800'}",
    "\xef\xbb\xbf{'using':[],'methodCalls':[]}",
    "{'using':[],/* */'methodCalls':[]}",
    "{'using':[],'methodCalls':[],'x':'\xff'}",
  };
  g_autofree char *deep = g_strnfill (100000, '[');

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *body = quote (bodies[i]);

    assert_problem (body, strlen (body), FOYER_JMAP_NOT_JSON, NULL);
  }
  assert_problem (deep, strlen (deep), FOYER_JMAP_NOT_JSON, NULL);
  assert_problem ("{'using':[],'methodCalls':[]}", 29, FOYER_JMAP_NOT_JSON, NULL);
  assert_problem ("{}\0", 3, FOYER_JMAP_NOT_JSON, NULL);
}

static void
test_not_request (void)
{
  static const char *const bodies[] = {
    "[]",
    "null",
    "1",
    "'a'",
    "{}",
    "{'using':[]}",
    "{'methodCalls':[]}",
    "{'using':{},'methodCalls':[]}",
    "{'using':'x','methodCalls':[]}",
    "{'using':null,'methodCalls':[]}",
    "{'using':[1],'methodCalls':[]}",
    "{'using':[null],'methodCalls':[]}",
    "{'using':[['x']],'methodCalls':[]}",
    "{'using':[],'methodCalls':{}}",
    "{'using':[],'methodCalls':null}",
    "{'using':[],'methodCalls':[null]}",
    "{'using':[],'methodCalls':[{}]}",
    "{'using':[],'methodCalls':[[]]}",
    "{'using':[],'methodCalls':[['a',{}]]}",
    "{'using':[],'methodCalls':[['a',{},'0','x']]}",
    "{'using':[],'methodCalls':[['a',[],'0']]}",
    "{'using':[],'methodCalls':[['a',null,'0']]}",
    "{'using':[],'methodCalls':[[1,{},'0']]}",
    "{'using':[],'methodCalls':[['a',{},0]]}",
    "{'using':[],'methodCalls':[['a',{},null]]}",
    "{'using':[],'methodCalls':[['a',{},'0'],['b']]}",
    "{'using':[],'methodCalls':[],'createdIds':null}",
    "{'using':[],'methodCalls':[],'createdIds':[]}",
    "{'using':[],'methodCalls':[],'createdIds':{'k':1}}",
    "{'using':[],'methodCalls':[],'createdIds':{'k':null}}",
    "{'Using':[],'MethodCalls':[]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *body = quote (bodies[i]);

    assert_problem (body, strlen (body), FOYER_JMAP_NOT_REQUEST, NULL);
  }
}

static char *
make_calls (guint n_calls)
{
  g_autoptr (FoyerJmapRequest) request = foyer_jmap_request_new (TRUE);

  for (guint i = 0; i < n_calls; i++)
    foyer_jmap_request_add (request, "Core/echo", json_object_new (), "0");
  return foyer_jmap_request_to_text (request);
}

/* J01. */
static void
test_limits (void)
{
  g_autofree char *most = make_calls (FOYER_JMAP_MAX_CALLS);
  g_autofree char *more = make_calls (FOYER_JMAP_MAX_CALLS + 1);
  g_autofree char *long_body = g_strnfill (FOYER_JMAP_MAX_REQUEST + 1, ' ');
  g_autoptr (FoyerJmapRequest) request = read_body (most);
  g_autoptr (FoyerJmapRequest) longest = NULL;
  FoyerJmapProblem *problem = NULL;

  g_assert_cmpuint (request->calls->len, ==, FOYER_JMAP_MAX_CALLS);
  assert_problem (more, strlen (more), FOYER_JMAP_LIMIT, "maxCallsInRequest");
  assert_problem (long_body, FOYER_JMAP_MAX_REQUEST + 1, FOYER_JMAP_LIMIT, "maxSizeRequest");

  memcpy (long_body, most, strlen (most));
  longest = foyer_jmap_request_parse (long_body, FOYER_JMAP_MAX_REQUEST, &problem);
  g_assert_null (problem);
  g_assert_nonnull (longest);
}

static void
test_problem (void)
{
  g_autoptr (FoyerJmapProblem) problem = foyer_jmap_problem_new (503, "about:blank", NULL);
  g_autofree char *text = foyer_jmap_problem_to_text (problem);
  g_autoptr (JsonObject) plain = foyer_jmap_error_new ("forbidden", NULL);
  g_autoptr (JsonObject) explained = foyer_jmap_error_new ("forbidden", "No \"entry\"");
  g_autofree char *plain_text = foyer_json_canonical_object (plain);
  g_autofree char *explained_text = foyer_json_canonical_object (explained);

  g_assert_cmpstr (text, ==, "{\"status\":503,\"type\":\"about:blank\"}");
  g_assert_cmpstr (plain_text, ==, "{\"type\":\"forbidden\"}");
  g_assert_cmpstr (explained_text, ==, "{\"description\":\"No \\\"entry\\\"\",\"type\":\"forbidden\"}");
}

static void
test_response_round_trip (void)
{
  g_autoptr (FoyerJmapResponse) response = foyer_jmap_response_new ();
  g_autoptr (FoyerJmapResponse) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  response->session_state = g_strdup ("s1");
  foyer_jmap_response_add (response, "Booking/get", json_object_new (), "0");
  foyer_jmap_response_add (response, "error", foyer_jmap_error_new ("serverFail", NULL), "1");
  foyer_jmap_response_add (response, "Booking/set", json_object_new (), "0");
  text = foyer_jmap_response_to_text (response);
  g_assert_null (strstr (text, "createdIds"));
  again = foyer_jmap_response_parse (text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->session_state, ==, "s1");
  g_assert_cmpuint (again->calls->len, ==, 3);
  g_assert_true (foyer_jmap_response_find (again, "0", NULL) == again->calls->pdata[0]);
  g_assert_true (foyer_jmap_response_find (again, "0", "Booking/set") == again->calls->pdata[2]);
  g_assert_true (foyer_jmap_response_find (again, "1", NULL) == again->calls->pdata[1]);
  g_assert_null (foyer_jmap_response_find (again, "1", "Booking/get"));
  g_assert_null (foyer_jmap_response_find (again, "2", NULL));
}

static void
test_created_ids_are_echoed (void)
{
  g_autoptr (FoyerJmapResponse) response = foyer_jmap_response_new ();
  g_autofree char *text = NULL;
  g_autoptr (JsonObject) json = NULL;
  g_autofree char *canonical = NULL;

  response->created_ids = json_object_new ();
  text = foyer_jmap_response_to_text (response);
  json = foyer_json_parse_object (text, -1, NULL);
  canonical = foyer_json_canonical_object (json);
  g_assert_cmpstr (canonical, ==, "{\"createdIds\":{},\"methodResponses\":[],\"sessionState\":\"\"}");
}

/* C01. */
static void
test_bad_responses (void)
{
  static const char *const bodies[] = {
    "",
    "{",
    "[]",
    "null",
    "<html>",
    "{}",
    "{'methodResponses':null}",
    "{'methodResponses':{}}",
    "{'methodResponses':[[]]}",
    "{'methodResponses':[['a',{}]]}",
    "{'methodResponses':[['a',{},1]]}",
    "{'methodResponses':[['a',1,'0']]}",
    "{'methodResponses':[1]}",
    "{'methodResponses':[],'methodResponses':[]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *body = quote (bodies[i]);
    g_autoptr (GError) error = NULL;

    g_assert_null (foyer_jmap_response_parse (body, strlen (body), &error));
    g_assert_nonnull (error);
    g_assert_cmpint ((int) error->domain, ==, (int) FOYER_JSON_ERROR);
  }
}

static const char *const corpus[] = {
  "{\"methodResponses\":[[\"Booking/"
  "changes\",{\"accountId\":\"o1\",\"oldState\":\"e-1\",\"newState\":\"e-2\",\"created\":[\"bk-1\"]},\"0\"],"
  "[\"error\",{\"type\":\"invalidArguments\"},\"1\"]],\"sessionState\":\"s\",\"createdIds\":{\"k\":\"bk-1\"}"
  "}",
  "{\"using\":[\"urn:ietf:params:jmap:core\"],\"methodCalls\":[[\"Core/"
  "echo\",{\"a\":[1,null]},\"0\"]],\"createdIds\":{\"k\":\"v\"}}",
  "{\"methodResponses\":[],\"sessionState\":7}",
};

static const char *const tokens[] = {
  "[",
  "]",
  "{",
  "}",
  ",",
  ":",
  "\"",
  "null",
  "1",
  "[]",
  "{}",
  "\"x\"",
  "[[]]",
  "\"methodResponses\":",
  "\"\\u0000\"",
  "\\",
  "[\"a\",{},\"b\"],",
};

static void
test_mutants (void)
{
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (42);
  guint read = 0;

  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (corpus[i % G_N_ELEMENTS (corpus)]);
    g_autofree char *exact = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerJmapResponse) response = NULL;
    g_autoptr (FoyerJmapRequest) request = NULL;
    g_autoptr (FoyerJmapProblem) problem = NULL;

    random_json_mutate (text, random, tokens, G_N_ELEMENTS (tokens));
    exact = g_memdup2 (text->str, MAX (text->len, 1));
    response = foyer_jmap_response_parse (exact, text->len, &error);
    request = foyer_jmap_request_parse (exact, text->len, &problem);
    g_assert_cmpint (response == NULL, ==, error != NULL);
    g_assert_cmpint (request == NULL, ==, problem != NULL);
    if (response != NULL) {
      g_autofree char *written = foyer_jmap_response_to_text (response);

      read++;
      g_assert_nonnull (strstr (written, "methodResponses"));
    }
  }
  g_assert_cmpuint (read, >, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jmap/request/is-read", test_reads);
  g_test_add_func ("/jmap/request/unknown-members-are-passed-over", test_unknown_members);
  g_test_add_func ("/jmap/request/round-trip", test_round_trip);
  g_test_add_func ("/jmap/request/I06-not-json", test_not_json);
  g_test_add_func ("/jmap/request/not-a-request", test_not_request);
  g_test_add_func ("/jmap/request/J01-limits", test_limits);
  g_test_add_func ("/jmap/request/errors-as-documents", test_problem);
  g_test_add_func ("/jmap/response/round-trip", test_response_round_trip);
  g_test_add_func ("/jmap/response/created-ids-are-echoed-if-given", test_created_ids_are_echoed);
  g_test_add_func ("/jmap/response/anything-else-is-refused", test_bad_responses);
  g_test_add_func ("/jmap/response/mutants", test_mutants);
  return g_test_run ();
}
