/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-jmap-reference.c - result references of RFC 8620 §3.7 and the pointers they follow */

#include "foyer-jmap-reference.h"

#include "foyer-json.h"

#include <string.h>

static JsonObject *
read_object (const char *text)
{
  g_autofree char *quoted = g_strdup (text);
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  g_strdelimit (quoted, "'", '"');
  object = foyer_json_parse_object (quoted, -1, &error);
  g_assert_no_error (error);
  return object;
}

/* @expected is NULL where the pointer leads nowhere. */
static void
assert_pointer (const char *text, const char *pointer, const char *expected)
{
  g_autoptr (JsonObject) object = read_object (text);
  g_autoptr (JsonNode) root = foyer_json_node_from_object (object);
  g_autoptr (JsonNode) found = foyer_jmap_evaluate_pointer (root, pointer);
  g_autofree char *canonical = found == NULL ? NULL : foyer_json_canonical (found);
  g_autofree char *quoted = g_strdup (expected);

  if (quoted != NULL)
    g_strdelimit (quoted, "'", '"');
  if (g_strcmp0 (canonical, quoted) != 0)
    g_error ("%s in %s gave %s, not %s", pointer, text, canonical, quoted);
}

/* The document of RFC 6901 §5. */
static void
test_rfc_6901 (void)
{
  static const char document[]
      = "{'foo':['bar','baz'],'':0,'a/b':1,'c%d':2,'e^f':3,'g|h':4,'i\\\\j':5,' ':7,'m~n':8}";

  assert_pointer (document, "/foo", "['bar','baz']");
  assert_pointer (document, "/foo/0", "'bar'");
  assert_pointer (document, "/foo/1", "'baz'");
  assert_pointer (document, "/", "0");
  assert_pointer (document, "/a~1b", "1");
  assert_pointer (document, "/c%d", "2");
  assert_pointer (document, "/e^f", "3");
  assert_pointer (document, "/g|h", "4");
  assert_pointer (document, "/i\\j", "5");
  assert_pointer (document, "/ ", "7");
  assert_pointer (document, "/m~0n", "8");
  assert_pointer ("{'a':1}", "", "{'a':1}");
}

static void
test_escapes (void)
{
  assert_pointer ("{'~1':1,'/':2,'~':3,'~0':4}", "/~01", "1");
  assert_pointer ("{'~1':1,'/':2,'~':3,'~0':4}", "/~1", "2");
  assert_pointer ("{'~1':1,'/':2,'~':3,'~0':4}", "/~0", "3");
  assert_pointer ("{'~1':1,'/':2,'~':3,'~0':4}", "/~00", "4");
  assert_pointer ("{'':{'':{'a':1}}}", "///a", "1");
  assert_pointer ("{'a':{'':1}}", "/a/", "1");
  assert_pointer ("{'a/b':{'c~d':{'e':1}}}", "/a~1b/c~0d/e", "1");
}

static void
test_nowhere (void)
{
  static const char *const pointers[] = {
    "a",      "/b",     "/l/2",   "/l/-1",         "/l/-",
    "/l/00",  "/l/01",  "/l/+1",  "/l/1.0",        "/l/0x0",
    "/l/ 0",  "/l/",    "/l/x",   "/l/4294967296", "/l/99999999999999999999",
    "/a/0",   "/a/x",   "/a/",    "/l/0/x",        "/n/x",
    "/o/x",   "/o/*",   "/a/*",   "/n/*",          "/*",
    "/l/*/x", "/m/*/x", "/m/*/0", " /a",           "#/a",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pointers); i++)
    assert_pointer ("{'a':1,'l':[10,11],'n':null,'o':{},'m':[{'x':1},{}]}", pointers[i], NULL);
}

static void
test_mapping (void)
{
  assert_pointer ("{'list':[{'id':'a'},{'id':'b'}]}", "/list/*/id", "['a','b']");
  assert_pointer ("{'list':[{'ids':['a','b']},{'ids':[]},{'ids':['c']}]}", "/list/*/ids", "['a','b','c']");
  assert_pointer ("{'list':[{'ids':['a','b']},{'ids':'c'}]}", "/list/*/ids", "['a','b','c']");
  assert_pointer ("{'list':[[1,2],[3],[]]}", "/list/*", "[1,2,3]");
  /* One level only. */
  assert_pointer ("{'list':[[[1],[2]],[[3]]]}", "/list/*", "[[1],[2],[3]]");
  assert_pointer ("{'list':[[[1],[2]],[[3]]]}", "/list/*/*", "[1,2,3]");
  assert_pointer ("{'list':[[5,6],[7,8]]}", "/list/*/1", "[6,8]");
  assert_pointer ("{'list':[1,null,{}]}", "/list/*", "[1,null,{}]");
  assert_pointer ("{'list':[{'x':[{'y':1},{'y':2}]},{'x':[{'y':3}]}]}", "/list/*/x/*/y", "[1,2,3]");
  /* A member that is called so. */
  assert_pointer ("{'*':{'a':1}}", "/*/a", "1");
}

static void
test_empty_lists (void)
{
  assert_pointer ("{'list':[]}", "/list", "[]");
  assert_pointer ("{'list':[]}", "/list/*", "[]");
  assert_pointer ("{'list':[]}", "/list/*/id", "[]");
  assert_pointer ("{'list':[]}", "/list/*/a/*/b", "[]");
  assert_pointer ("{'list':[{'a':[]},{'a':[]}]}", "/list/*/a/*/b", "[]");
}

static void
add_response (FoyerJmapResponse *response, const char *name, const char *arguments, const char *id)
{
  foyer_jmap_response_add (response, name, read_object (arguments), id);
}

static void
assert_resolved (FoyerJmapResponse *response, const char *arguments, const char *expected)
{
  g_autoptr (JsonObject) object = read_object (arguments);
  g_autoptr (JsonObject) wanted = read_object (expected);
  g_autofree char *before = foyer_json_canonical_object (object);
  g_autofree char *wanted_text = foyer_json_canonical_object (wanted);
  FoyerJmapCall call = { .name = (char *) "Any/get", .arguments = object, .id = (char *) "9" };
  JsonObject *error = NULL;
  g_autoptr (JsonObject) resolved = foyer_jmap_resolve_references (&call, response, &error);
  g_autofree char *text = NULL;
  g_autofree char *after = NULL;

  g_assert_null (error);
  text = foyer_json_canonical_object (resolved);
  after = foyer_json_canonical_object (object);
  g_assert_cmpstr (text, ==, wanted_text);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_refused (FoyerJmapResponse *response, const char *arguments, const char *type)
{
  g_autoptr (JsonObject) object = read_object (arguments);
  FoyerJmapCall call = { .name = (char *) "Any/get", .arguments = object, .id = (char *) "9" };
  g_autoptr (JsonObject) error = NULL;

  g_assert_null (foyer_jmap_resolve_references (&call, response, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (foyer_json_object_text (error, "type"), ==, type);
}

/* The two examples of §3.7. */
static void
test_rfc_8620 (void)
{
  g_autoptr (FoyerJmapResponse) response = foyer_jmap_response_new ();

  add_response (response, "Foo/changes",
                "{'accountId':'A1','oldState':'abcdef','newState':'123456','hasMoreChanges':false,"
                "'created':['f1','f4'],'updated':[],'destroyed':[]}",
                "t0");
  assert_resolved (response,
                   "{'accountId':'A1','#ids':{'resultOf':'t0','name':'Foo/changes','path':'/created'}}",
                   "{'accountId':'A1','ids':['f1','f4']}");

  add_response (response, "Email/query",
                "{'accountId':'A1','queryState':'abcdefg','position':0,'ids':['msg1023']}", "q0");
  add_response (response, "Email/get",
                "{'list':[{'id':'msg1023','threadId':'trd194'},{'id':'msg223','threadId':'trd114'}]}", "q1");
  add_response (
      response, "Thread/get",
      "{'accountId':'A1','state':'123456','list':[{'id':'trd194','emailIds':['msg1020','msg1021','msg1023']},"
      "{'id':'trd114','emailIds':['msg201','msg223']}],'notFound':[]}",
      "q2");
  assert_resolved (response, "{'#ids':{'resultOf':'q1','name':'Email/get','path':'/list/*/threadId'}}",
                   "{'ids':['trd194','trd114']}");
  assert_resolved (
      response,
      "{'#ids':{'resultOf':'q2','name':'Thread/get','path':'/list/*/emailIds'},'properties':['from']}",
      "{'ids':['msg1020','msg1021','msg1023','msg201','msg223'],'properties':['from']}");
}

static void
test_first_response_of_the_id (void)
{
  g_autoptr (FoyerJmapResponse) response = foyer_jmap_response_new ();

  add_response (response, "A/set", "{'v':1}", "c");
  add_response (response, "A/get", "{'v':2}", "c");
  add_response (response, "error", "{'type':'serverFail','v':3}", "d");
  add_response (response, "A/get", "{'v':4}", "e");
  assert_resolved (response, "{'#v':{'resultOf':'c','name':'A/set','path':'/v'}}", "{'v':1}");
  /* The first with the id must have the name; a second one that has it is not looked for. */
  assert_refused (response, "{'#v':{'resultOf':'c','name':'A/get','path':'/v'}}", "invalidResultReference");
  assert_refused (response, "{'#v':{'resultOf':'d','name':'A/get','path':'/v'}}", "invalidResultReference");
  assert_resolved (
      response,
      "{'#v':{'resultOf':'e','name':'A/get','path':'/v'},'#w':{'resultOf':'c','name':'A/set','path':''}}",
      "{'v':4,'w':{'v':1}}");
}

static void
test_refusals (void)
{
  static const char *const bad[] = {
    "{'#v':null}",
    "{'#v':'c'}",
    "{'#v':[]}",
    "{'#v':{}}",
    "{'#v':{'resultOf':'c','name':'A/get'}}",
    "{'#v':{'resultOf':'c','path':'/v'}}",
    "{'#v':{'name':'A/get','path':'/v'}}",
    "{'#v':{'resultOf':1,'name':'A/get','path':'/v'}}",
    "{'#v':{'resultOf':'c','name':'A/get','path':null}}",
    "{'#v':{'resultOf':'c','name':'a/get','path':'/v'}}",
    "{'#v':{'resultOf':'x','name':'A/get','path':'/v'}}",
    "{'#v':{'resultOf':'9','name':'Any/get','path':'/v'}}",
    "{'#v':{'resultOf':'c','name':'A/get','path':'v'}}",
    "{'#v':{'resultOf':'c','name':'A/get','path':'/v/0'}}",
    "{'#v':{'resultOf':'c','name':'A/get','path':'/w'}}",
    "{'a':1,'#v':{'resultOf':'c','name':'A/get','path':'/v'},'#w':{'resultOf':'c','name':'A/get','path':'/"
    "w'}}",
  };
  g_autoptr (FoyerJmapResponse) response = foyer_jmap_response_new ();

  add_response (response, "A/get", "{'v':1}", "c");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (response, bad[i], "invalidResultReference");
}

static void
test_given_twice (void)
{
  g_autoptr (FoyerJmapResponse) response = foyer_jmap_response_new ();

  add_response (response, "A/get", "{'v':1}", "c");
  assert_refused (response, "{'v':2,'#v':{'resultOf':'c','name':'A/get','path':'/v'}}", "invalidArguments");
  assert_refused (response, "{'#v':{'resultOf':'c','name':'A/get','path':'/v'},'v':null}",
                  "invalidArguments");
}

static void
test_only_arguments_refer (void)
{
  g_autoptr (FoyerJmapResponse) response = foyer_jmap_response_new ();

  assert_resolved (response, "{}", "{}");
  assert_resolved (response, "{'create':{'#k':{'resultOf':'c'}},'ids':['#k']}",
                   "{'create':{'#k':{'resultOf':'c'}},'ids':['#k']}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jmap/pointer/examples-of-rfc-6901", test_rfc_6901);
  g_test_add_func ("/jmap/pointer/escapes", test_escapes);
  g_test_add_func ("/jmap/pointer/leads-nowhere", test_nowhere);
  g_test_add_func ("/jmap/pointer/star-maps-and-flattens-once", test_mapping);
  g_test_add_func ("/jmap/pointer/empty-lists-stay-empty-lists", test_empty_lists);
  g_test_add_func ("/jmap/reference/examples-of-rfc-8620", test_rfc_8620);
  g_test_add_func ("/jmap/reference/first-response-of-the-id", test_first_response_of_the_id);
  g_test_add_func ("/jmap/reference/anything-else-is-refused", test_refusals);
  g_test_add_func ("/jmap/reference/an-argument-is-given-once", test_given_twice);
  g_test_add_func ("/jmap/reference/only-arguments-refer", test_only_arguments_refer);
  return g_test_run ();
}
