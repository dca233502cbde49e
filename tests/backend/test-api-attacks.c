/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-api-attacks.c - what staff's own programs may not do at the API (reliability.md §2.6, J) */

#include "foyer-test-api.h"

#define LABEL "'create': {'a': {'name': 'Urgent'}}"

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *office;
  FoyerTestApi *viewer;
} World;

static void
set_up (World *self, gconstpointer data)
{
  self->server = foyer_test_server_new ();
  foyer_test_api_add_staff (self->server, "northwind", "st-8", "office");
  foyer_test_api_add_staff (self->server, "northwind", "st-9", "viewer");
  self->office = foyer_test_api_new (self->server, "northwind", "st-8");
  self->viewer = foyer_test_api_new (self->server, "northwind", "st-9");
}

static void
tear_down (World *self, gconstpointer data)
{
  foyer_test_api_free (self->office);
  foyer_test_api_free (self->viewer);
  foyer_test_server_free (self->server);
}

/* J04 */
static void
test_stale_state (World *self, gconstpointer data)
{
  g_autofree char *before = foyer_test_server_dump (self->server);
  g_autoptr (JsonObject) stale
      = foyer_test_api_call (self->office, "Label/set", "'ifInState': 'elsewhere-1', " LABEL);
  g_autofree char *after = foyer_test_server_dump (self->server);
  g_autoptr (JsonObject) list = foyer_test_api_call (self->office, "Label/get", "'ids': []");
  g_autofree char *state = foyer_test_api_read (list, "state");
  g_autoptr (JsonObject) fresh
      = foyer_test_api_call (self->office, "Label/set", "'ifInState': '%s', " LABEL, state);

  foyer_test_api_assert (stale, "@", "error");
  foyer_test_api_assert (stale, "type", "stateMismatch");
  g_assert_cmpstr (before, ==, after);
  foyer_test_api_assert (fresh, "notCreated", "null");
}

static char *
make_members (guint count)
{
  g_autoptr (GString) members = g_string_new ("'name': 'Large'");

  for (guint i = 1; i < count; i++)
    g_string_append_printf (members, ", 'm%u': %u", i, i);
  return g_string_free (g_steal_pointer (&members), FALSE);
}

static guint
count_properties (JsonObject *answer, const char *key)
{
  JsonObject *refusals = json_object_get_object_member (answer, "notCreated");

  return json_array_get_length (
      json_object_get_array_member (json_object_get_object_member (refusals, key), "properties"));
}

/* Each bad member is told; so many that this takes long are not looked at, and the rest of the call is done. */
static void
test_more_members_than_any_record (World *self, gconstpointer data)
{
  g_autofree char *many = make_members (1501);
  g_autofree char *most = make_members (1500);
  g_autoptr (JsonObject) made
      = foyer_test_api_call (self->office, "Label/set",
                             "'create': {'a': {%s}, 'b': {'name': 'Small'}, 'c': {%s}}", many, most);
  g_autofree char *id = foyer_test_api_read (made, "created b id");
  g_autoptr (JsonObject) changed
      = foyer_test_api_call (self->office, "Label/set", "'update': {'%s': {%s}}", id, many);
  g_autoptr (JsonObject) expected
      = foyer_test_api_call (self->office, "Label/set",
                             "'update': {'%s': {'name': 'x'}}, 'ifMatch': {'%s': {%s}}", id, id, many);
  g_autofree char *type = g_strdup_printf ("notUpdated %s type", id);

  foyer_test_api_assert (made, "notCreated a type", "tooLarge");
  foyer_test_api_assert (made, "notCreated c type", "invalidProperties");
  g_assert_cmpuint (count_properties (made, "c"), ==, 100);
  foyer_test_api_assert (changed, type, "tooLarge");
  foyer_test_api_assert (expected, type, "tooLarge");
}

/* J05: nobody makes themselves somebody else. */
static void
test_own_record (World *self, gconstpointer data)
{
  static const char *const changes[]
      = { "'email': 'me@elsewhere.example'", "'role': 'admin'", "'active': false", "'accountId': 'x'" };
  FoyerTestApi *const callers[] = { self->office, self->viewer };
  g_autofree char *before = foyer_test_server_dump (self->server);

  for (guint i = 0; i < G_N_ELEMENTS (callers); i++) {
    for (guint j = 0; j < G_N_ELEMENTS (changes); j++) {
      g_autoptr (JsonObject) answer
          = foyer_test_api_call (callers[i], "StaffMember/set", "'update': {'%s': {%s}}", callers[i]->staff,
                                 changes[j]);
      g_autofree char *path = g_strdup_printf ("notUpdated %s type", callers[i]->staff);
      g_autofree char *type = foyer_test_api_read (answer, path);

      if (g_str_equal (type, "nothing"))
        foyer_test_api_assert (answer, "type", "forbidden");
      else if (j + 1 < G_N_ELEMENTS (changes))
        g_assert_cmpstr (type, ==, "forbidden");
      else
        g_assert_true (g_str_equal (type, "forbidden") || g_str_equal (type, "invalidProperties"));
    }
  }
  {
    g_autofree char *after = foyer_test_server_dump (self->server);

    g_assert_cmpstr (before, ==, after);
  }
}

#define ADD(path, function) g_test_add ("/api-attacks/" path, World, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("J04-stale-state", test_stale_state);
  ADD ("more-members-than-any-record", test_more_members_than_any_record);
  ADD ("J05-own-record", test_own_record);
  return g_test_run ();
}
