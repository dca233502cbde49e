/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-questions.c - what a console asks the server that is no record */

#include "foyer-json.h"
#include "foyer-one-console.h"
#include "foyer-sync-error.h"
#include "foyer-test.h"

typedef struct {
  FoyerOneConsole *console;
  JsonObject *refusal;
  GError *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->console = foyer_one_console_new ();
  foyer_one_console_pass (fixture->console, SECONDS (1));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->refusal, json_object_unref);
  g_clear_error (&fixture->error);
  foyer_one_console_free (fixture->console);
}

/* How the portal looks to somebody who is not signed in, made from records of @state. */
static JsonObject *
compare (Fixture *fixture, const char *state)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *text = g_strdup_printf ("{\"viewer\": {\"clientId\": null, \"personId\": null, "
                                           "\"linkId\": null}, \"page\": \"/\", \"settings\": %d, "
                                           "\"now\": \"2026-11-23T09:00:00Z\", \"states\": {%s}}",
                                           state == NULL ? 1 : 0, state == NULL ? "" : state);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  foyer_sync_engine_ask_async (fixture->console->engine, "Portal/compare", json_node_dup_object (node), NULL,
                               foyer_test_take_result, &result);
  foyer_one_console_pass (fixture->console, SECONDS (1));
  g_assert_nonnull (result);
  return foyer_sync_engine_ask_finish (fixture->console->engine, result, &fixture->refusal, &fixture->error);
}

static void
test_answer_has_what_the_server_says (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) said = compare (fixture, NULL);

  g_assert_no_error (fixture->error);
  g_assert_cmpint (strlen (foyer_json_object_text (said, "viewHash")), ==, 64);
  g_assert_null (fixture->refusal);
}

static void
test_refusal_says_why (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) said = compare (fixture, "\"Label\": \"another\"");

  g_assert_null (said);
  g_assert_error (fixture->error, FOYER_SYNC_ERROR, FOYER_SYNC_ERROR_REFUSED);
  g_assert_cmpstr (foyer_json_object_text (fixture->refusal, "type"), ==, "stateMismatch");
  g_assert_nonnull (foyer_json_object_text (foyer_json_object_object (fixture->refusal, "states"), "Label"));
}

static void
test_no_way_is_an_error_and_no_refusal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) said = NULL;

  foyer_loopback_set_online (fixture->console->loopback, FALSE);
  said = compare (fixture, NULL);
  g_assert_null (said);
  g_assert_error (fixture->error, FOYER_TRANSPORT_ERROR, FOYER_TRANSPORT_ERROR_OFFLINE);
  g_assert_null (fixture->refusal);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/questions/answer-has-what-the-server-says", Fixture, NULL, set_up,
              test_answer_has_what_the_server_says, tear_down);
  g_test_add ("/questions/refusal-says-why", Fixture, NULL, set_up, test_refusal_says_why, tear_down);
  g_test_add ("/questions/no-way-is-an-error-and-no-refusal", Fixture, NULL, set_up,
              test_no_way_is_an_error_and_no_refusal, tear_down);

  return g_test_run ();
}
