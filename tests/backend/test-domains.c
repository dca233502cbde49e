/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-domains.c - one domain at most is primary, and only one that is verified (000-54) */

#include "foyer-test-api.h"
#include "foyer-test-business.h"

#include "foyer-json.h"
#include "types/domain.h"

#define DOMAINS \
  "[{'id': 'dm-1', 'host': 'my.northwind.example', 'status': 'verified', 'primary': true}," \
  " {'id': 'dm-2', 'host': 'new.northwind.example', 'status': 'verified'}," \
  " {'id': 'dm-3', 'host': 'old.northwind.example', 'status': 'failed'}," \
  " {'id': 'dm-4', 'host': 'late.northwind.example', 'status': 'pending'}," \
  " {'id': 'dm-5', 'host': 'mail.northwind.example', 'status': 'verified', 'purpose': 'mail'}]"

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *ana; /* an administrator */
} World;

static void
set_up (World *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  foyer_test_server_put (self->server, "northwind", DOMAINS);
  self->ana = foyer_test_api_new (self->server, "northwind", "st-1");
}

static void
tear_down (World *self, gconstpointer data)
{
  foyer_test_api_free (self->ana);
  foyer_test_server_free (self->server);
}

/* @sentence: (nullable): why it is refused; %NULL if it is taken */
static void
set_primary (World *self, const char *name, const char *value, const char *sentence)
{
  g_autofree char *id = foyer_test_id (name);
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->ana, "Domain/set", "'update': {'%s': {'primary': %s}}", id, value);
  JsonObject *refusals = foyer_json_object_object (answer, "notUpdated");
  JsonObject *refusal = refusals == NULL ? NULL : foyer_json_object_object (refusals, id);

  g_assert_cmpstr (refusal == NULL ? NULL : foyer_json_object_text (refusal, "description"), ==, sentence);
}

static void
assert_primary (World *self, const char *name, gboolean expected)
{
  g_autoptr (FoyerRecord) domain = foyer_test_server_get (self->server, "northwind", name);

  g_assert_cmpint (foyer_domain_get_is_primary (domain), ==, expected);
}

/* The other gives it up first, as the console has it do. */
static void
test_one_at_most (World *self, gconstpointer data)
{
  set_primary (self, "dm-2", "true", "Another domain is primary; take that from it first");
  assert_primary (self, "dm-1", TRUE);
  assert_primary (self, "dm-2", FALSE);
  set_primary (self, "dm-1", "false", NULL);
  set_primary (self, "dm-2", "true", NULL);
  assert_primary (self, "dm-1", FALSE);
  assert_primary (self, "dm-2", TRUE);
}

static void
test_only_verified (World *self, gconstpointer data)
{
  set_primary (self, "dm-1", "false", NULL);
  set_primary (self, "dm-3", "true", "Only a domain that is verified can be primary");
  set_primary (self, "dm-4", "true", "Only a domain that is verified can be primary");
  set_primary (self, "dm-5", "true", "Only a domain for the portal can be primary");
  assert_primary (self, "dm-3", FALSE);
  assert_primary (self, "dm-4", FALSE);
  assert_primary (self, "dm-5", FALSE);
}

/* It is not verified by then. */
static void
test_none_begins_so (World *self, gconstpointer data)
{
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->ana, "Domain/set",
                             "'create': {'a': {'host': 'fresh.northwind.example', 'primary': true}}");
  JsonObject *refusals = foyer_json_object_object (answer, "notCreated");

  g_assert_cmpstr (foyer_json_object_text (foyer_json_object_object (refusals, "a"), "description"), ==,
                   "Only a domain that is verified can be primary");
}

/* One that fails later stays what it is, and can be changed otherwise. */
static void
test_stays_while_it_fails (World *self, gconstpointer data)
{
  g_autofree char *id = foyer_test_id ("dm-1");
  g_autoptr (JsonObject) answer = NULL;

  foyer_test_server_put (self->server, "northwind", "[{'id': 'dm-1', 'status': 'failed'}]");
  answer = foyer_test_api_call (self->ana, "Domain/set",
                                "'update': {'%s': {'checkWantedAt': '2026-11-23T10:00:00Z'}}", id);
  g_assert_null (foyer_json_object_object (answer, "notUpdated"));
  assert_primary (self, "dm-1", TRUE);
}

static void
add_host (World *self, const char *host, const char *purpose, const char *sentence)
{
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (self->ana, "Domain/set", "'create': {'a': {'host': '%s', 'purpose': '%s'}}",
                             host, purpose);
  JsonObject *refusals = foyer_json_object_object (answer, "notCreated");
  JsonObject *refusal = refusals == NULL ? NULL : foyer_json_object_object (refusals, "a");

  g_assert_cmpstr (refusal == NULL ? NULL : foyer_json_object_text (refusal, "description"), ==, sentence);
}

/* Two administrators may add the same one, each on their own computer. */
static void
test_each_is_there_once (World *self, gconstpointer data)
{
  add_host (self, "late.northwind.example", "portal", "This domain is in the list already");
  add_host (self, "LATE.Northwind.example", "portal", "This domain is in the list already");
  add_host (self, "late.northwind.example", "mail", NULL);
  add_host (self, "later.northwind.example", "portal", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/domains/" path, World, NULL, set_up, function, tear_down)
  ADD ("one-at-most", test_one_at_most);
  ADD ("only-verified", test_only_verified);
  ADD ("none-begins-so", test_none_begins_so);
  ADD ("stays-while-it-fails", test_stays_while_it_fails);
  ADD ("each-is-there-once", test_each_is_there_once);
#undef ADD
  return g_test_run ();
}
