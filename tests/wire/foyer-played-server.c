/* SPDX-License-Identifier: GPL-3.0-or-later */
/* foyer-played-server.c - one console, and a server whose every answer the test writes */

#include "foyer-played-server.h"

#include "foyer-json.h"
#include "foyer-test.h"
#include "types/label.h"

#include <string.h>

FoyerPlayedServer *
foyer_played_server_new (void)
{
  FoyerPlayedServer *self = g_new0 (FoyerPlayedServer, 1);

  self->directory = foyer_test_make_directory ();
  self->clock = foyer_manual_clock_new (G_GINT64_CONSTANT (1795424400000000));
  self->random = foyer_random_new_seeded (7);
  self->store = foyer_test_open_store (self->directory, FOYER_CLOCK (self->clock), self->random, NULL);
  self->transport = foyer_canned_transport_new ();
  self->engine = foyer_sync_engine_new (self->store, FOYER_TRANSPORT (self->transport),
                                        "https://office.example/.well-known/jmap", NULL);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
foyer_played_server_free (FoyerPlayedServer *self)
{
  foyer_sync_engine_stop (self->engine);
  if (foyer_canned_transport_is_asked (self->transport))
    foyer_canned_transport_fail (self->transport, FOYER_TRANSPORT_ERROR_OFFLINE);
  foyer_test_settle ();
  g_assert_finalize_object (self->engine);
  foyer_test_close_store (self->store);
  g_assert_finalize_object (self->transport);
  g_object_unref (self->clock);
  g_object_unref (self->random);
  g_hash_table_unref (self->answers);
  foyer_test_remove_directory (self->directory);
  g_free (self->session);
  g_free (self);
}

static char *
put_quotes (const char *text)
{
  g_autoptr (GString) quoted = g_string_new (text);

  g_string_replace (quoted, "'", "\"", 0);
  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

void
foyer_played_server_will_answer (FoyerPlayedServer *self, const char *call_id, const char *answer)
{
  g_hash_table_replace (self->answers, g_strdup (call_id), put_quotes (answer));
}

gboolean
foyer_played_server_is_asked_for (FoyerPlayedServer *self, const char *what)
{
  const char *body = foyer_canned_transport_get_body (self->transport);
  g_autofree char *quoted = put_quotes (what);

  return foyer_canned_transport_is_asked (self->transport) && body != NULL && strstr (body, quoted) != NULL;
}

static void
write_done (GString *reply, JsonObject *arguments, const char *asked, const char *done)
{
  JsonObject *records = foyer_json_object_object (arguments, asked);
  g_autoptr (GList) ids = records == NULL ? NULL : json_object_get_members (records);

  for (GList *link = ids; link != NULL; link = link->next)
    g_string_append_printf (reply, "\"%s\":{\"%s\":{\"id\":\"%s\"}},", done, (char *) link->data,
                            (char *) link->data);
}

static void
write_default (GString *reply, JsonArray *call)
{
  const char *name = json_array_get_string_element (call, 0);
  JsonObject *arguments = json_array_get_object_element (call, 1);
  const char *id = json_array_get_string_element (call, 2);
  const char *since = foyer_json_object_text (arguments, "sinceState");

  g_string_append_printf (reply, "[\"%s\",{", name);
  if (g_str_has_suffix (name, "/changes")) {
    g_string_append_printf (reply,
                            "\"oldState\":\"%s\",\"newState\":\"e1-7\",\"hasMoreChanges\":false,"
                            "\"created\":[],\"updated\":[],\"destroyed\":[]",
                            since == NULL ? "0" : since);
  } else if (g_str_has_suffix (name, "/set")) {
    write_done (reply, arguments, "create", "created");
    write_done (reply, arguments, "update", "updated");
    g_string_append (reply, "\"newState\":\"e1-8\"");
  } else {
    g_string_append (reply, "\"state\":\"e1-7\",\"list\":[],\"notFound\":[]");
  }
  g_string_append_printf (reply, "},\"%s\"]", id);
}

static void
answer_calls (FoyerPlayedServer *self, const char *session_state)
{
  g_autoptr (JsonObject) request
      = foyer_json_parse_object (foyer_canned_transport_get_body (self->transport), -1, NULL);
  JsonArray *calls = foyer_json_object_array (request, "methodCalls");
  g_autoptr (GString) reply = g_string_new (NULL);

  g_string_append_printf (reply, "{\"sessionState\":\"%s\",\"methodResponses\":[", session_state);
  for (guint i = 0; i < json_array_get_length (calls); i++) {
    JsonArray *call = json_array_get_array_element (calls, i);
    const char *id = json_array_get_string_element (call, 2);
    const char *answer = g_hash_table_lookup (self->answers, id);

    if (i > 0)
      g_string_append_c (reply, ',');
    if (answer == NULL)
      write_default (reply, call);
    else
      g_string_append_printf (reply, "[%s,\"%s\"]", answer, id);
    g_hash_table_remove (self->answers, id);
  }
  g_string_append (reply, "]}");
  foyer_played_server_reply (self, reply->str);
}

void
foyer_played_server_reply (FoyerPlayedServer *self, const char *text)
{
  foyer_canned_transport_reply (self->transport, 200, "application/json", text);
  foyer_test_settle ();
}

static void
answer_session (FoyerPlayedServer *self)
{
  g_autofree char *session = g_strdup_printf (
      "{\"capabilities\":{\"urn:ietf:params:jmap:core\":{\"maxCallsInRequest\":64,\"maxObjectsInGet\":50,"
      "\"maxSizeRequest\":%d}},\"accounts\":{\"or-1\":{\"name\":\"N\",\"accountCapabilities\":"
      "{\"https://foyer.example/ns/jmap/staff/"
      "1\":{\"epoch\":\"e1\",\"role\":\"office\",\"staffId\":\"st-1\"}}}},"
      "\"primaryAccounts\":{\"https://foyer.example/ns/jmap/staff/1\":\"or-1\"},\"username\":\"ana\","
      "\"apiUrl\":\"/api\",%s\"state\":\"s1\",\"from-the-future\":[1]}",
      FOYER_PLAYED_LIMIT,
      foyer_canned_transport_plays_streams (self->transport)
          ? "\"eventSourceUrl\":\"/events?{types}{closeafter}{ping}\","
          : "");

  foyer_played_server_reply (self, self->session == NULL ? session : self->session);
}

void
foyer_played_server_answer (FoyerPlayedServer *self, const char *session_state)
{
  if (strcmp (foyer_canned_transport_get_method (self->transport), "GET") == 0)
    answer_session (self);
  else
    answer_calls (self, session_state);
}

void
foyer_played_server_wait (FoyerPlayedServer *self)
{
  for (guint i = 0; i < 1000 && !foyer_canned_transport_is_asked (self->transport); i++) {
    foyer_test_settle ();
    if (!foyer_canned_transport_is_asked (self->transport))
      foyer_manual_clock_advance (self->clock, 100000);
  }
  g_assert_true (foyer_canned_transport_is_asked (self->transport));
}

void
foyer_played_server_wait_for (FoyerPlayedServer *self, const char *what)
{
  foyer_played_server_wait (self);
  while (!foyer_played_server_is_asked_for (self, what)) {
    foyer_played_server_answer (self, "s1");
    foyer_played_server_wait (self);
  }
}

guint
foyer_played_server_count_until (FoyerPlayedServer *self, guint seconds)
{
  guint count = 0;

  for (guint i = 0; i < seconds * 10; i++) {
    foyer_test_settle ();
    for (guint at_once = 0; foyer_canned_transport_is_asked (self->transport); at_once++) {
      g_assert_cmpuint (at_once, <, 1000);
      count++;
      foyer_played_server_answer (self, "s1");
    }
    foyer_manual_clock_advance (self->clock, 100000);
  }
  return count;
}

void
foyer_played_server_come_to_rest (FoyerPlayedServer *self)
{
  foyer_test_settle ();
  while (foyer_canned_transport_is_asked (self->transport))
    foyer_played_server_answer (self, "s1");
  g_assert_cmpint (foyer_sync_engine_get_state (self->engine), ==, FOYER_SYNC_IDLE);
}

void
foyer_played_server_start (FoyerPlayedServer *self)
{
  foyer_played_server_will_answer (self, "c:Label:0",
                                   "'Label/changes',{'oldState':'0','newState':'e1-7','hasMoreChanges':false,"
                                   "'created':['" FOYER_PLAYED_LABEL "'],'updated':[],'destroyed':[]}");
  foyer_played_server_will_answer (self, "c:Label:0/created",
                                   "'Label/get',{'state':'e1-7','list':[{'id':'" FOYER_PLAYED_LABEL
                                   "','name':'Theirs','position':0,'rev':7}],'notFound':[]}");
  foyer_sync_engine_start (self->engine);
  foyer_played_server_come_to_rest (self);
}

gboolean
foyer_played_server_has_label (FoyerPlayedServer *self)
{
  g_autoptr (FoyerRecord) label = foyer_store_get (self->store, &foyer_label_type, FOYER_PLAYED_LABEL);

  return label != NULL;
}

void
foyer_played_server_ask_for_labels (FoyerPlayedServer *self)
{
  foyer_sync_engine_sync_now (self->engine);
  foyer_played_server_wait_for (self, "'c:Label:0'");
}

char *
foyer_played_server_rename_label (FoyerPlayedServer *self)
{
  return foyer_test_submit (self->store, FOYER_VERB_UPDATE, &foyer_label_type, FOYER_PLAYED_LABEL,
                            "{'name': 'Mine'}", 0, NULL);
}

FoyerOperationState
foyer_played_server_operation_state (FoyerPlayedServer *self, const char *id)
{
  g_autoptr (FoyerOperation) operation = foyer_store_get_operation (self->store, id);

  return foyer_operation_get_state (operation);
}
