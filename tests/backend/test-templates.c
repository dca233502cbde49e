/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-templates.c - a mail is worded once in each language, whoever worded it first (001-61) */

#include "foyer-test-api.h"
#include "foyer-test-business.h"

#include "foyer-json.h"

#define TEMPLATE "tp-01890a5d-ac96-7d4e-8f00-0000000000"
#define REFUSAL "Somebody has worded this already; look at their words and change them"

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *ana; /* an administrator */
  FoyerTestApi *lee; /* another one */
} World;

static void
set_up (World *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  foyer_test_api_add_staff (self->server, "northwind", "st-7", "admin");
  self->ana = foyer_test_api_new (self->server, "northwind", "st-1");
  self->lee = foyer_test_api_new (self->server, "northwind", "st-7");
}

static void
tear_down (World *self, gconstpointer data)
{
  foyer_test_api_free (self->ana);
  foyer_test_api_free (self->lee);
  foyer_test_server_free (self->server);
}

/* @sentence: (nullable): why it is refused; %NULL if it is taken */
static void
word (FoyerTestApi *by, const char *id, const char *kind, const char *language, const char *sentence)
{
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (by, "Template/set",
                             "'create': {'%s': {'kind': '%s', 'language': '%s', 'body': 'Hello [name]'}}", id,
                             kind, language);
  JsonObject *refusals = foyer_json_object_object (answer, "notCreated");
  JsonObject *refusal = refusals == NULL ? NULL : foyer_json_object_object (refusals, id);

  g_assert_cmpstr (refusal == NULL ? NULL : foyer_json_object_text (refusal, "description"), ==, sentence);
}

static void
test_once_in_each_language (World *self, gconstpointer data)
{
  word (self->ana, TEMPLATE "01", "quote", "en-US", NULL);
  word (self->lee, TEMPLATE "02", "quote", "en-US", REFUSAL);
  word (self->lee, TEMPLATE "02", "quote", "EN-us", REFUSAL);
  word (self->lee, TEMPLATE "02", "quote", "de", NULL);
  word (self->lee, TEMPLATE "03", "invoice", "en-US", NULL);
}

/* Who reads the words of the other changes them, and whoever takes them back has the shipped ones. */
static void
test_changed_and_taken_back (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) changed = NULL;
  g_autoptr (JsonObject) taken_back = NULL;

  word (self->ana, TEMPLATE "01", "quote", "en-US", NULL);
  changed = foyer_test_api_call (self->lee, "Template/set",
                                 "'update': {'" TEMPLATE "01': {'body': 'Dear [name]'}}");
  taken_back = foyer_test_api_call (self->lee, "Template/set", "'destroy': ['" TEMPLATE "01']");
  foyer_test_api_assert (changed, "notUpdated", "null");
  foyer_test_api_assert (taken_back, "notDestroyed", "null");
  word (self->lee, TEMPLATE "02", "quote", "en-US", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/templates/" path, World, NULL, set_up, function, tear_down)
  ADD ("once-in-each-language", test_once_in_each_language);
  ADD ("changed-and-taken-back", test_changed_and_taken_back);
#undef ADD
  return g_test_run ();
}
