/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test-settings-published.c - each row of the registry, published: the portal and the preview show the same, and taken back all is as it was */

#include "test-site-world.h"

#include "commands/foyer-sample-store.h"
#include "foyer-blob-id.h"
#include "foyer-json.h"
#include "foyer-setting-values.h"
#include "foyer-test-api.h"
#include "foyer-test-business.h"
#include "sample/foyer-sample-file.h"
#include "types/client.h"
#include "types/portal_settings.h"

#include <string.h>

#define SLUG "sampler"

/* Where one begins; what they lead to is looked at as well. */
static const char *const sections[]
    = { "/",         "/visits",   "/invoices", "/quotes",    "/documents",  "/requests", "/requests/new",
        "/messages", "/payments", "/plans",    "/equipment", "/properties", "/book",     "/profile" };

/* How many pages of a section. */
#define MOST_PAGES 2

typedef struct {
  FoyerTestServer *server;
  FoyerTestApi *ana;
  char *settings_id;
  char *client_id;
  char *link_id;
  char *way_in; /* the path of the link */
  guint n_seen;
  GPtrArray *addresses; /* (element-type utf8) */
  GPtrArray *was;       /* (element-type utf8): what the pages are like, before anything is published */
} World;

/* What a browser is shown that comes in by the link, without the values that are of its session alone. */
static char *
look (World *world, const char *address, guint *status)
{
  g_autoptr (TestBrowser) browser = test_browser_new (world->server, SLUG);
  g_autoptr (FoyerHttpResponse) in = test_browser_get (browser, world->way_in);
  g_autoptr (FoyerHttpResponse) answer = test_browser_get (browser, address);
  g_autoptr (GRegex) token = g_regex_new ("(name=\"token\" value=\")[^\"]*", 0, 0, NULL);

  *status = browser->session == NULL ? 0 : answer->status;
  return g_regex_replace (token, test_body (answer), -1, 0, "\\1", 0, NULL);
}

static JsonObject *
compare (World *world, const char *address, gint64 version)
{
  return foyer_test_api_call (world->ana, "Portal/compare",
                              "'viewer': {'clientId': '%s', 'linkId': '%s'}, 'page': '%s', 'withPage': true,"
                              " 'settings': %" G_GINT64_FORMAT
                              ", 'now': '2026-11-23T09:00:00Z', 'states': {}",
                              world->client_id, world->link_id, address, version);
}

/* The number of the published settings, as the server tells it to whoever has another. */
static gint64
get_version (World *world)
{
  g_autoptr (JsonObject) answer = compare (world, "/", 999999);

  foyer_test_api_assert (answer, "type", "stateMismatch");
  return foyer_json_object_integer (answer, "settings", -1);
}

static JsonObject *
get_settings (World *world)
{
  g_autoptr (FoyerRecord) record = NULL;
  g_autoptr (GPtrArray) all = foyer_test_server_list (world->server, SLUG, &foyer_portal_settings_type);

  g_assert_cmpuint (all->len, ==, 1);
  return foyer_record_to_json (all->pdata[0]);
}

/* Returns: whether it could be published; a rule may be against it (E3) */
static gboolean
publish (World *world, const char *key, const char *value)
{
  g_autoptr (JsonObject) answer
      = foyer_test_api_call (world->ana, "PortalSettings/set", "'update': {'%s': {'%s': %s}}",
                             world->settings_id, key, value);
  g_autofree char *said = foyer_test_api_read (answer, "notUpdated");

  if (!g_str_equal (said, "null") && strstr (said, "ruleRefused") == NULL)
    g_error ("%s = %s: %s", key, value, said);
  return g_str_equal (said, "null");
}

/* Whether what is shown somewhere is otherwise than it was. Wherever the client gets in, the preview has the same page. */
static gboolean
is_seen (World *world)
{
  gint64 version = get_version (world);
  gboolean seen = FALSE;

  for (guint i = 0; i < world->addresses->len; i++) {
    guint status;
    g_autofree char *live = look (world, world->addresses->pdata[i], &status);
    g_autoptr (JsonObject) told = compare (world, world->addresses->pdata[i], version);

    seen = seen || strcmp (live, world->was->pdata[i]) != 0;
    if (status == 200)
      g_assert_cmpstr (foyer_json_object_text (told, "page"), ==, live);
  }
  return seen;
}

static void
assert_as_it_was (World *world)
{
  for (guint i = 0; i < world->addresses->len; i++) {
    guint status;
    g_autofree char *live = look (world, world->addresses->pdata[i], &status);

    g_assert_cmpstr (live, ==, world->was->pdata[i]);
  }
}

static GPtrArray *
list_values (const FoyerField *field, JsonObject *settings)
{
  JsonNode *present = json_object_get_member (settings, field->name);
  g_autoptr (JsonNode) none = json_node_init_null (json_node_alloc ());
  g_autoptr (GBytes) photo = NULL;
  g_autofree char *id = NULL;
  GPtrArray *list;

  if (!field->blob)
    return foyer_setting_values (field, present == NULL ? none : present);
  photo = foyer_sample_photo (0);
  id = foyer_blob_id_of_bytes (photo);
  list = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (list, g_strdup_printf ("'%s'", id));
  return list;
}

static void
test_setting (World *world, const FoyerField *field)
{
  g_autoptr (JsonObject) settings = get_settings (world);
  JsonNode *former = json_object_get_member (settings, field->name);
  g_autofree char *former_text = former == NULL ? g_strdup ("null") : json_to_string (former, FALSE);
  g_autoptr (GPtrArray) list = list_values (field, settings);
  gboolean published = FALSE;
  gboolean seen = FALSE;

  for (guint i = 0; i < list->len && !seen; i++) {
    if (!publish (world, field->name, list->pdata[i]))
      continue;
    published = TRUE;
    seen = is_seen (world);
  }
  world->n_seen += seen;
  g_test_message ("%s: %s", field->name, seen ? "seen" : "not on these pages");
  g_assert_true (published);
  g_assert_true (publish (world, field->name, former_text));
  assert_as_it_was (world);
}

static void
add_page (World *world, const char *address)
{
  guint status;

  g_ptr_array_add (world->addresses, g_strdup (address));
  g_ptr_array_add (world->was, look (world, address, &status));
  g_assert_cmpuint (status, ==, 200);
}

static void
add_section (World *world, const char *section)
{
  g_autofree char *pattern = g_strdup_printf ("href=\"(%s/[a-z]+-[0-9a-f-]+)\"", section);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *html;

  add_page (world, section);
  html = world->was->pdata[world->was->len - 1];
  g_regex_match (regex, html, 0, &match);
  for (guint i = 0; g_match_info_matches (match) && i < MOST_PAGES; i++, g_match_info_next (match, NULL)) {
    g_autofree char *address = g_match_info_fetch (match, 1);

    add_page (world, address);
  }
}

static void
set_up (World *world)
{
  FoyerSampleOptions options = { .seed = 1, .clients = 12, .messages = 20, .now = TEST_SERVER_NOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (JsonObject) settings = NULL;
  g_autofree char *secret = NULL;

  world->server = foyer_test_server_new ();
  foyer_sample_store (world->server->backend, &options, SLUG, "password of many words", &error);
  g_assert_no_error (error);
  foyer_test_api_add_staff (world->server, SLUG, "st-1", "admin");
  world->ana = foyer_test_api_new (world->server, SLUG, "st-1");
  /* One who has something of nearly everything. */
  clients = foyer_test_server_list (world->server, SLUG, &foyer_client_type);
  settings = get_settings (world);
  world->settings_id = g_strdup (foyer_json_object_text (settings, "id"));
  world->client_id = g_strdup (foyer_record_get_id (clients->pdata[5]));
  world->link_id = foyer_test_id ("pl-1");
  secret = foyer_test_server_make_link (world->server, SLUG, "pl-1", world->client_id, NULL);
  world->way_in = g_strconcat ("/l/", secret, NULL);
  world->was = g_ptr_array_new_with_free_func (g_free);
  world->addresses = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_section (world, sections[i]);
}

static void
tear_down (World *world)
{
  foyer_test_api_free (world->ana);
  foyer_test_server_free (world->server);
  g_ptr_array_unref (world->addresses);
  g_ptr_array_unref (world->was);
  g_free (world->settings_id);
  g_free (world->client_id);
  g_free (world->link_id);
  g_free (world->way_in);
}

static void
test_each_row (void)
{
  World world = { 0 };

  set_up (&world);
  for (guint i = 0; i < foyer_portal_settings_type.n_fields; i++) {
    if (foyer_portal_settings_type.fields[i].title != NULL)
      test_setting (&world, &foyer_portal_settings_type.fields[i]);
  }
  /* The rest is seen elsewhere: tests/portal/test-settings-seen.c says where. */
  g_test_message ("%u were seen on %u pages", world.n_seen, world.addresses->len);
  g_assert_cmpuint (world.n_seen, >=, 30);
  tear_down (&world);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/settings-published/portal-and-preview-show-each-and-take-it-back", test_each_row);
  return g_test_run ();
}
