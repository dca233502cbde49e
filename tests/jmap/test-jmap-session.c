/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-jmap-session.c - the session document, our own and other people's */

#include "foyer-jmap-session.h"

#include "foyer-jmap.h"
#include "foyer-json.h"
#include "random-json.h"

#include <string.h>

#define BASE "https://jmap.example/.well-known/jmap"

static FoyerJmapSession *
read_session (const char *text, const char *base, GError **error)
{
  g_autofree char *body = g_strdelimit (g_strdup (text), "'", '"');

  return foyer_jmap_session_parse (body, strlen (body), base, error);
}

static FoyerJmapSession *
make_session (void)
{
  FoyerJmapSession *session = foyer_jmap_session_new ();

  session->username = g_strdup ("ann@clearwater.example");
  session->account_id = g_strdup ("or-1");
  session->account_name = g_strdup ("Clearwater \"Pools\"");
  session->api_url = g_strdup ("https://foyer.example/jmap/api");
  session->download_url
      = g_strdup ("https://foyer.example/jmap/download/{accountId}/{blobId}/{name}?type={type}");
  session->upload_url = g_strdup ("https://foyer.example/jmap/upload/{accountId}/");
  session->event_source_url
      = g_strdup ("https://foyer.example/jmap/events?types={types}&closeafter={closeafter}&ping={ping}");
  session->state = g_strdup ("s7");
  session->staff = TRUE;
  session->epoch = g_strdup ("e1");
  session->role = g_strdup ("office");
  session->staff_id = g_strdup ("st-1");
  return session;
}

static void
test_round_trip (void)
{
  g_autoptr (FoyerJmapSession) session = make_session ();
  g_autofree char *text = foyer_jmap_session_to_text (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerJmapSession) again = foyer_jmap_session_parse (text, strlen (text), BASE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (again->username, ==, session->username);
  g_assert_cmpstr (again->account_id, ==, session->account_id);
  g_assert_cmpstr (again->account_name, ==, session->account_name);
  g_assert_cmpstr (again->api_url, ==, session->api_url);
  g_assert_cmpstr (again->download_url, ==, session->download_url);
  g_assert_cmpstr (again->upload_url, ==, session->upload_url);
  g_assert_cmpstr (again->event_source_url, ==, session->event_source_url);
  g_assert_cmpstr (again->state, ==, session->state);
  g_assert_true (again->staff);
  g_assert_cmpstr (again->epoch, ==, session->epoch);
  g_assert_cmpstr (again->role, ==, session->role);
  g_assert_cmpstr (again->staff_id, ==, session->staff_id);
  g_assert_cmpuint (again->max_calls, ==, session->max_calls);
  g_assert_cmpuint (again->max_objects_in_get, ==, session->max_objects_in_get);
  g_assert_cmpuint (again->max_objects_in_set, ==, session->max_objects_in_set);
  g_assert_cmpuint (again->max_request, ==, session->max_request);
}

/* What RFC 8620 §2 says must be there. */
static void
test_has_all_members (void)
{
  static const char *const members[] = { "capabilities", "accounts",  "primaryAccounts", "username", "apiUrl",
                                         "downloadUrl",  "uploadUrl", "eventSourceUrl",  "state" };
  static const char *const limits[]
      = { "maxSizeUpload",     "maxConcurrentUpload", "maxSizeRequest",  "maxConcurrentRequests",
          "maxCallsInRequest", "maxObjectsInGet",     "maxObjectsInSet", "collationAlgorithms" };
  static const char *const of_account[] = { "name", "isPersonal", "isReadOnly", "accountCapabilities" };
  g_autoptr (FoyerJmapSession) session = make_session ();
  g_autofree char *text = foyer_jmap_session_to_text (session);
  g_autoptr (JsonObject) json = foyer_json_parse_object (text, -1, NULL);
  JsonObject *core
      = foyer_json_object_object (foyer_json_object_object (json, "capabilities"), FOYER_JMAP_CORE);
  JsonObject *account = foyer_json_object_object (foyer_json_object_object (json, "accounts"), "or-1");

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (json, members[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    g_assert_true (json_object_has_member (core, limits[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (of_account); i++)
    g_assert_true (json_object_has_member (account, of_account[i]));
  g_assert_false (foyer_json_object_boolean (account, "isReadOnly", TRUE));
}

static void
test_viewer_reads_only (void)
{
  g_autoptr (FoyerJmapSession) session = make_session ();
  g_autofree char *text = NULL;
  g_autoptr (JsonObject) json = NULL;

  g_free (session->role);
  session->role = g_strdup ("viewer");
  text = foyer_jmap_session_to_text (session);
  json = foyer_json_parse_object (text, -1, NULL);
  g_assert_true (foyer_json_object_boolean (
      foyer_json_object_object (foyer_json_object_object (json, "accounts"), "or-1"), "isReadOnly", FALSE));
}

static const char other_people[]
    = "{'capabilities':{'urn:ietf:params:jmap:core':{'maxSizeUpload':1,'maxCallsInRequest':50,'"
      "maxObjectsInGet':10000,"
      "'maxObjectsInSet':10,'maxSizeRequest':200000},'urn:ietf:params:jmap:mail':{}},"
      "'accounts':{'a':{'name':'ann','isPersonal':true,'isReadOnly':false,'accountCapabilities':{'urn:ietf:"
      "params:jmap:mail':{}}}},"
      "'primaryAccounts':{'urn:ietf:params:jmap:core':'a','urn:ietf:params:jmap:mail':'a'},'username':'ann',"
      "'apiUrl':'/jmap/','downloadUrl':'download/{accountId}/{blobId}/{name}?accept={type}','uploadUrl':'//"
      "up.example:8080/{accountId}/',"
      "'eventSourceUrl':'?types={types}&closeafter={closeafter}&ping={ping}','state':'0','unknown':[1]}";

static void
test_other_servers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerJmapSession) session = read_session (other_people, BASE, &error);

  g_assert_no_error (error);
  g_assert_false (session->staff);
  g_assert_null (session->epoch);
  g_assert_null (session->role);
  g_assert_null (session->staff_id);
  g_assert_cmpstr (session->account_id, ==, "a");
  g_assert_cmpstr (session->username, ==, "ann");
  g_assert_cmpuint (session->max_calls, ==, 50);
  g_assert_cmpuint (session->max_objects_in_get, ==, FOYER_JMAP_MAX_OBJECTS);
  g_assert_cmpuint (session->max_objects_in_set, ==, 10);
  g_assert_cmpuint (session->max_request, ==, 200000);
}

static void
test_relative_addresses (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerJmapSession) session = read_session (other_people, BASE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (session->api_url, ==, "https://jmap.example/jmap/");
  g_assert_cmpstr (session->download_url, ==,
                   "https://jmap.example/.well-known/download/{accountId}/{blobId}/{name}?accept={type}");
  g_assert_cmpstr (session->upload_url, ==, "https://up.example:8080/{accountId}/");
  g_assert_cmpstr (session->event_source_url, ==,
                   "https://jmap.example/.well-known/jmap?types={types}&closeafter={closeafter}&ping={ping}");
}

static char *
replace (const char *what, const char *with)
{
  g_autoptr (GString) text = g_string_new (other_people);

  g_assert_cmpuint (g_string_replace (text, what, with, 1), ==, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_limits (void)
{
  static const struct {
    const char *limits;
    guint calls;
    guint get;
    guint set;
    gsize request;
  } cases[] = {
    { "", 16, 256, 128, 1000000 },
    { "'maxCallsInRequest':0,'maxObjectsInGet':-1,'maxObjectsInSet':-9007199254740991,'maxSizeRequest':0", 1,
      1, 1, 4096 },
    { "'maxCallsInRequest':9007199254740991,'maxObjectsInGet':4294967297,'maxObjectsInSet':501,'"
      "maxSizeRequest':9007199254740991",
      FOYER_JMAP_MAX_CALLS, FOYER_JMAP_MAX_OBJECTS, FOYER_JMAP_MAX_OBJECTS, FOYER_JMAP_MAX_REQUEST },
    { "'maxCallsInRequest':'4','maxObjectsInGet':null,'maxObjectsInSet':[],'maxSizeRequest':1.5", 16, 256,
      128, 1000000 },
    { "'maxCallsInRequest':1,'maxObjectsInGet':1,'maxObjectsInSet':1,'maxSizeRequest':65536", 1, 1, 1,
      65536 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = replace ("'maxSizeUpload':1,'maxCallsInRequest':50,'maxObjectsInGet':10000,"
                                     "'maxObjectsInSet':10,'maxSizeRequest':200000",
                                     cases[i].limits);
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerJmapSession) session = read_session (text, BASE, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (session->max_calls, ==, cases[i].calls);
    g_assert_cmpuint (session->max_objects_in_get, ==, cases[i].get);
    g_assert_cmpuint (session->max_objects_in_set, ==, cases[i].set);
    g_assert_cmpuint (session->max_request, ==, cases[i].request);
  }
}

static void
test_missing_members (void)
{
  static const struct {
    const char *what;
    const char *with;
    const char *named;
  } cases[] = {
    { "'capabilities'", "'c'", "core capability" },
    { "{'urn:ietf:params:jmap:core':{'max", "{'urn:ietf:params:jmap:cores':{'max", "core capability" },
    { "'apiUrl'", "'apiURL'", "apiUrl" },
    { "'/jmap/'", "null", "apiUrl" },
    { "'/jmap/'", "7", "apiUrl" },
    { "'/jmap/'", "'http://[x/'", "apiUrl" },
    { "'/jmap/'", "'http:////x'", "apiUrl" },
    { "'/jmap/'", "'file:////x'", "apiUrl" },
    { "'/jmap/'", "'ftp://jmap.example/'", "apiUrl" },
    { "'accounts'", "'account'", "accounts" },
    { "'primaryAccounts'", "'primary'", "account" },
    { "'urn:ietf:params:jmap:core':'a'", "'urn:ietf:params:jmap:core':'b'", "account" },
    { "'urn:ietf:params:jmap:core':'a'", "'urn:ietf:params:jmap:core':1", "account" },
    { "{'a':{", "{'b':{", "account" },
  };
  static const char *const nothing[] = { "", "[]", "null", "<html>", "{" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = replace (cases[i].what, cases[i].with);
    g_autoptr (GError) error = NULL;

    g_assert_null (read_session (text, BASE, &error));
    g_assert_error (error, FOYER_JSON_ERROR, FOYER_JSON_ERROR_TYPE);
    if (strstr (error->message, cases[i].named) == NULL)
      g_error ("%s does not name %s", error->message, cases[i].named);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_session (nothing[i], BASE, &error));
    g_assert_nonnull (error);
  }
}

static void
test_optional_members (void)
{
  static const char *const members[]
      = { "'username'", "'state'", "'eventSourceUrl'", "'downloadUrl'", "'uploadUrl'", "'name'" };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++) {
    g_autofree char *text = replace (members[i], "'other'");
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerJmapSession) session = read_session (text, BASE, &error);

    g_assert_no_error (error);
    g_assert_nonnull (session);
  }
}

static void
test_staff_account_comes_first (void)
{
  g_autofree char *text = replace ("'primaryAccounts':{", "'primaryAccounts':{'" FOYER_JMAP_STAFF "':'s',");
  g_autoptr (GString) both = g_string_new (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoyerJmapSession) session = NULL;

  g_string_replace (both, "'accounts':{",
                    "'accounts':{'s':{'name':'S','accountCapabilities':{'" FOYER_JMAP_STAFF
                    "':{'epoch':'e','role':7}}},",
                    1);
  session = read_session (both->str, BASE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (session->account_id, ==, "s");
  g_assert_true (session->staff);
  g_assert_cmpstr (session->epoch, ==, "e");
  g_assert_null (session->role);
}

static void
test_expand (void)
{
  g_autofree char *plain = foyer_jmap_expand ("https://x/{a}/{b}?c={a}", "a", "1", "b", "2", NULL);
  g_autofree char *escaped
      = foyer_jmap_expand ("/{a}", "a", "a/b c&d=e?f#g%h\xc3\xa9~-._{b}", "b", "2", NULL);
  g_autofree char *careful = foyer_jmap_expand ("/{a}/{b}", "a", "{b}", "b", "{a}", NULL);
  g_autofree char *unknown = foyer_jmap_expand ("/{a}/{z}", "a", "", NULL);

  g_assert_cmpstr (plain, ==, "https://x/1/2?c=1");
  g_assert_cmpstr (escaped, ==, "/a%2Fb%20c%26d%3De%3Ff%23g%25h%C3%A9~-._%7Bb%7D");
  g_assert_cmpstr (careful, ==, "/%7Bb%7D/%7Ba%7D");
  g_assert_cmpstr (unknown, ==, "//{z}");
}

static void
test_mutants (void)
{
  static const char *const tokens[] = { "null", "1", "{}", "[]", "\"\"",     "\"",  "{",      "}",
                                        ",",    ":", "%",  "//", "http://[", "{x}", "\\u0000" };
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (51);
  g_autofree char *body = g_strdelimit (g_strdup (other_people), "'", '"');

  for (guint i = 0; i < 5000; i++) {
    g_autoptr (GString) text = g_string_new (body);
    g_autofree char *exact = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (FoyerJmapSession) session = NULL;

    random_json_mutate (text, random, tokens, G_N_ELEMENTS (tokens));
    exact = g_memdup2 (text->str, MAX (text->len, 1));
    session = foyer_jmap_session_parse (exact, text->len, BASE, &error);
    g_assert_cmpint (session == NULL, ==, error != NULL);
    if (session != NULL)
      g_assert_true (g_uri_is_valid (session->api_url, G_URI_FLAGS_ENCODED, NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jmap/session/round-trip", test_round_trip);
  g_test_add_func ("/jmap/session/has-all-that-the-rfc-wants", test_has_all_members);
  g_test_add_func ("/jmap/session/a-viewer-only-reads", test_viewer_reads_only);
  g_test_add_func ("/jmap/session/servers-that-know-nothing-of-foyer", test_other_servers);
  g_test_add_func ("/jmap/session/relative-addresses-keep-their-templates", test_relative_addresses);
  g_test_add_func ("/jmap/session/limits-are-kept-within-ours", test_limits);
  g_test_add_func ("/jmap/session/missing-members-are-named", test_missing_members);
  g_test_add_func ("/jmap/session/optional-members-may-be-missing", test_optional_members);
  g_test_add_func ("/jmap/session/the-staff-account-comes-first", test_staff_account_comes_first);
  g_test_add_func ("/jmap/session/templates-are-filled-and-escaped", test_expand);
  g_test_add_func ("/jmap/session/mutants", test_mutants);
  return g_test_run ();
}
