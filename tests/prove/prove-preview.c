/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prove-preview.c - everybody's portal under all settings: the console shows what the server sends, and nobody sees what is not theirs */

#include "foyer-leak-hunt.h"
#include "foyer-preview-answer.h"
#include "foyer-preview-pages.h"
#include "foyer-preview-settings.h"
#include "foyer-proof.h"
#include "foyer-date.h"
#include "foyer-json.h"
#include "foyer-portal-look.h"
#include "foyer-settings.h"
#include "foyer-test.h"

#include <stdlib.h>
#include <string.h>

#define RUNS 1
#define MOST_SHOWN 20 /* differences and leaks that are told; all are counted */

typedef struct {
  FoyerPreviewWorld *world;
  FoyerPreviewPages *pages;
  const FoyerPreviewSetting *setting;
  guint64 seed;
  GHashTable *drafted; /* (element-type utf8 utf8): hashes of pages under these settings */
  JsonObject *draft;   /* (nullable): these settings over others that are published by now */
} Run;

static guint64 n_pages;
static guint64 n_live;
static guint64 n_drafts;
static guint64 n_telling; /* pages that a stranger must not see: the canaries sing */
static guint64 n_differing;
static guint64 n_leaks;
static guint64 n_shown;
static guint64 n_answers;
static guint64 n_papers;
static guint64 n_mails;
static guint64 n_sentences;

/* What alone is tried, if it is named. */
static int only_onlooker = -1;
static char *only_page;
static char *only_setting;
static gboolean brief;
static gboolean every;
static gboolean answers_alone;

/* --- Telling --- */

static void G_GNUC_PRINTF (5, 6)
    tell (Run *run, guint64 *counter, guint onlooker, const char *address, const char *format, ...)
{
  FoyerOnlooker *who = run->world->onlookers->pdata[onlooker];
  g_autofree char *what = NULL;
  va_list arguments;

  ++*counter;
  if (++n_shown > MOST_SHOWN)
    return;
  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_print ("%s at %s, settings %s: %s\nAgain: ./dev prove preview --first-seed %" G_GUINT64_FORMAT
           " --runs 1 --onlooker %u --page '%s' --setting '%s'\n",
           who->name, address, run->setting->name, what, run->seed, onlooker, address, run->setting->name);
}

/* The first place at which two documents differ, as `invoices 3 total: 5 is 6`. */
static char *
find_difference (JsonNode *here, JsonNode *there, const char *path)
{
  g_autofree char *one = here == NULL ? g_strdup ("nothing") : foyer_json_canonical (here);
  g_autofree char *other = there == NULL ? g_strdup ("nothing") : foyer_json_canonical (there);

  if (strcmp (one, other) == 0)
    return NULL;
  if (here != NULL && there != NULL && JSON_NODE_HOLDS_OBJECT (here) && JSON_NODE_HOLDS_OBJECT (there)) {
    g_autoptr (GList) names = json_object_get_members (json_node_get_object (here));
    g_autoptr (GList) more = json_object_get_members (json_node_get_object (there));

    names = g_list_concat (names, g_steal_pointer (&more));
    for (GList *l = names; l != NULL; l = l->next) {
      g_autofree char *below = g_strconcat (path, " ", l->data, NULL);
      char *found = find_difference (json_object_get_member (json_node_get_object (here), l->data),
                                     json_object_get_member (json_node_get_object (there), l->data), below);

      if (found != NULL)
        return found;
    }
  }
  if (here != NULL && there != NULL && JSON_NODE_HOLDS_ARRAY (here) && JSON_NODE_HOLDS_ARRAY (there)) {
    JsonArray *list = json_node_get_array (here);
    JsonArray *others = json_node_get_array (there);

    for (guint i = 0; i < json_array_get_length (list) && i < json_array_get_length (others); i++) {
      g_autofree char *below = g_strdup_printf ("%s %u", path, i);
      char *found
          = find_difference (json_array_get_element (list, i), json_array_get_element (others, i), below);

      if (found != NULL)
        return found;
    }
  }
  return g_strdup_printf ("%s: the console has %.300s, the server %.300s", path, one, other);
}

typedef struct {
  const FoyerOnlooker *onlooker;
  const char *address;
  gint64 now;
  JsonObject *view;
} ServerLook;

static gboolean
look_at_server (FoyerTransaction *transaction, gpointer data, GError **error)
{
  ServerLook *look = data;
  const FoyerPortalViewer viewer = { .client_id = look->onlooker->client_id,
                                     .person_id = look->onlooker->person_id,
                                     .link_id = look->onlooker->link_id,
                                     .scopes = FOYER_ALL_SCOPES,
                                     .permissions = FOYER_ALL_PERMISSIONS };
  g_autoptr (FoyerRecord) settings = foyer_settings_get (transaction->source, error);
  const FoyerPortalLook asked
      = { .source = transaction->source, .viewer = &viewer, .settings = settings, .now = look->now };
  g_autoptr (FoyerPortalPage) page
      = settings == NULL ? NULL : foyer_portal_look_page (&asked, look->address, &look->view, NULL, error);

  return page != NULL;
}

static char *
explain (Run *run, const FoyerOnlooker *onlooker, const char *address, FoyerPreviewAnswer *answer)
{
  ServerLook look = { .onlooker = onlooker, .address = address, .now = answer->moment };
  g_autoptr (JsonNode) here = foyer_json_node_from_object (answer->view);
  g_autoptr (JsonNode) there = NULL;
  char *difference;

  foyer_preview_world_read (run->world, look_at_server, &look);
  there = foyer_json_node_from_object (look.view);
  difference = find_difference (here, there, "view");
  json_object_unref (look.view);
  return difference != NULL ? difference : g_strdup ("the views are the same");
}

/* --- Looking --- */

static FoyerPreviewAnswer *
look (Run *run, const FoyerOnlooker *onlooker, const char *address, JsonObject *draft)
{
  FoyerStore *store = run->world->console->store;
  g_autoptr (FoyerPreviewScene) scene = foyer_preview_scene_new (NULL, NULL);
  GAsyncResult *waiting = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  FoyerPreviewAnswer *answer;

  foyer_preview_scene_set_viewer (scene, onlooker->client_id, onlooker->person_id, onlooker->link_id);
  foyer_preview_scene_set_draft (scene, draft);
  foyer_preview_answer_async (store, scene, address,
                              foyer_clock_now_seconds (FOYER_CLOCK (run->world->server->clock)), NULL,
                              foyer_test_take_result, &waiting);
  result = foyer_test_wait_result (&waiting);
  answer = foyer_preview_answer_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_true (answer->is_page);
  return answer;
}

static void
check_leak (Run *run, guint number, const char *address, const char *where, const char *text, gsize length)
{
  const FoyerOnlooker *onlooker = run->world->onlookers->pdata[number];
  g_autofree char *leak = foyer_canaries_find_leak (run->world->canaries, text, length, onlooker->client_id,
                                                    (const char *const *) onlooker->property_ids);

  g_autofree char *own = foyer_canaries_find_leak (run->world->canaries, text, length, NULL, NULL);

  n_telling += own != NULL ? 1 : 0;
  if (leak != NULL)
    tell (run, &n_leaks, number, address, "%s has %s", where, leak);
}

static void
append_id (GString *out, const char *name, const char *id)
{
  if (id != NULL)
    g_string_append_printf (out, "%s'%s':'%s'", out->str[out->len - 1] == '{' ? "" : ",", name, id);
}

/* Asks the server as the console's window does. */
static void
compare (Run *run, guint number, const char *address, FoyerPreviewAnswer *answer)
{
  const FoyerOnlooker *onlooker = run->world->onlookers->pdata[number];
  g_autofree char *states = foyer_json_canonical_object (answer->states);
  g_autofree char *now = foyer_utc_format (answer->moment);
  g_autoptr (GString) viewer = g_string_new ("{");
  g_autoptr (JsonObject) told = NULL;
  g_autofree char *why = NULL;

  append_id (viewer, "clientId", onlooker->client_id);
  append_id (viewer, "personId", onlooker->person_id);
  append_id (viewer, "linkId", onlooker->link_id);
  told = foyer_test_api_call (&run->world->api, "Portal/compare",
                              "'viewer':%s},'page':'%s','settings':%" G_GINT64_FORMAT
                              ",'now':'%s','states':%s",
                              viewer->str, address, answer->settings_version, now, states);
  if (g_strcmp0 (foyer_json_object_text (told, "viewHash"), answer->view_hash) == 0
      && g_strcmp0 (foyer_json_object_text (told, "pageHash"), answer->page_hash) == 0)
    return;
  if (!json_object_has_member (told, "viewHash"))
    why = foyer_json_canonical_object (told);
  else
    why = explain (run, onlooker, address, answer);
  tell (run, &n_differing, number, address, "the console and the server differ: %s", why);
}

/* What a browser gets that is signed in, without what is of its session alone, in light colours as a preview is made. NULL if it is sent
 * elsewhere. */
static char *
get_live (TestBrowser *browser, const char *address, guint *status)
{
  g_autoptr (FoyerHttpResponse) response = test_browser_get (browser, address);
  g_autoptr (GBytes) light = NULL;
  g_autoptr (GRegex) token = NULL;
  gsize length;
  const char *html;

  *status = response->status;
  if (response->status == 303)
    return NULL;
  token = g_regex_new ("(name=\"token\" value=\")[^\"]*", 0, 0, NULL);
  light = foyer_brand_force (response->body, FOYER_BRAND_LIGHT);
  html = g_bytes_get_data (light, &length);
  return g_regex_replace (token, html, (gssize) length, 0, "\\1", 0, NULL);
}

static void
compare_live (Run *run, guint number, const char *address, FoyerPreviewAnswer *answer)
{
  const FoyerOnlooker *onlooker = run->world->onlookers->pdata[number];
  guint status;
  g_autofree char *live = NULL;
  gsize length;
  const char *bytes = g_bytes_get_data (answer->bytes, &length);
  gsize at = 0;

  if (onlooker->browser == NULL || onlooker->browser->session == NULL
      || foyer_preview_pages_is_of_session (address))
    return;
  live = get_live (onlooker->browser, address, &status);
  if (live == NULL)
    return;
  n_live++;
  check_leak (run, number, address, "the site", live, strlen (live));
  if (status == answer->status && strlen (live) == length && memcmp (live, bytes, length) == 0)
    return;
  while (at < length && live[at] == bytes[at])
    at++;
  at = at > 60 ? at - 60 : 0;
  tell (run, &n_differing, number, address, "the site sends %u “%.160s”, the console shows %u “%.160s”",
        status, live + MIN (at, strlen (live)), answer->status, bytes + at);
}

static char *
make_key (guint number, const char *address)
{
  return g_strdup_printf ("%u %s", number, address);
}

/* Keeps what the page was, to see later that a draft of the same settings shows the same. What sessions there are changes meanwhile. */
static void
keep_for_draft (Run *run, guint number, const char *address, FoyerPreviewAnswer *answer)
{
  if (strchr (address + 1, '/') == NULL && strchr (address, '?') == NULL
      && strcmp (address, "/sessions") != 0)
    g_hash_table_insert (run->drafted, make_key (number, address), g_strdup (answer->page_hash));
}

static void
try_page (Run *run, guint number, const char *address)
{
  const FoyerOnlooker *onlooker = run->world->onlookers->pdata[number];
  g_autoptr (FoyerPreviewAnswer) answer = look (run, onlooker, address, NULL);
  g_autofree char *view = foyer_json_canonical_object (answer->view);
  gsize length;
  const char *bytes = g_bytes_get_data (answer->bytes, &length);

  n_pages++;
  check_leak (run, number, address, "the page", bytes, length);
  check_leak (run, number, address, "the view", view, strlen (view));
  compare (run, number, address, answer);
  keep_for_draft (run, number, address, answer);
  foyer_preview_pages_learn (run->pages, number, bytes, length);
}

static gboolean
is_wanted (guint number, const char *address)
{
  return (only_onlooker < 0 || (guint) only_onlooker == number)
         && (only_page == NULL || strcmp (only_page, address) == 0);
}

typedef void (*PageFunc) (Run *run, guint number, const char *address);

/* Under changed settings one onlooker in so many looks, at each setting others; in short also under those as they are. */
static gboolean
is_turn (Run *run, guint onlooker)
{
  gboolean is_first = json_object_get_size (run->setting->patch) == 0;
  guint one_in = is_first ? (brief ? 12 : 1) : (brief ? 96 : 8);

  return every || only_onlooker >= 0
         || (onlooker + g_str_hash (run->setting->name) + (guint) run->seed) % one_in == 0;
}

static void
for_all (Run *run, PageFunc function)
{
  gboolean is_first = json_object_get_size (run->setting->patch) == 0;

  for (guint i = 0; i < run->world->onlookers->len; i++) {
    if (!is_turn (run, i))
      continue;
    for (guint k = 0; k < foyer_preview_pages_count (run->pages, i); k++) {
      const char *address = foyer_preview_pages_get (run->pages, i, k);

      if (is_wanted (i, address) && (is_first || every || foyer_preview_pages_is_typical (run->pages, i, k)))
        function (run, i, address);
    }
  }
}

static void
warm_up (Run *run, guint number, const char *address)
{
  const FoyerOnlooker *onlooker = run->world->onlookers->pdata[number];
  guint status;

  if (onlooker->browser != NULL && onlooker->browser->session != NULL
      && !foyer_preview_pages_is_of_session (address))
    g_free (get_live (onlooker->browser, address, &status));
}

static void
try_live (Run *run, guint number, const char *address)
{
  const FoyerOnlooker *onlooker = run->world->onlookers->pdata[number];
  g_autoptr (FoyerPreviewAnswer) answer = NULL;

  if (onlooker->browser == NULL || onlooker->browser->session == NULL)
    return;
  answer = look (run, onlooker, address, NULL);
  compare_live (run, number, address, answer);
}

static void
try_draft (Run *run, guint number, const char *address)
{
  g_autofree char *key = make_key (number, address);
  const char *published = g_hash_table_lookup (run->drafted, key);
  g_autoptr (FoyerPreviewAnswer) answer = NULL;

  if (published == NULL)
    return;
  answer = look (run, run->world->onlookers->pdata[number], address, run->draft);
  n_drafts++;
  if (strcmp (published, answer->page_hash) != 0)
    tell (run, &n_differing, number, address, "as a draft over other settings it is another page");
}

/* --- Settings --- */

/* What leads from the published settings to those of @setting. */
static JsonObject *
make_draft (Run *run, const FoyerPreviewSetting *published, const FoyerPreviewSetting *setting)
{
  JsonObject *draft = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, published->patch);
  while (json_object_iter_next (&iter, &name, NULL)) {
    value = json_object_get_member (run->world->first_settings, name);
    json_object_set_member (draft, name,
                            value == NULL ? json_node_new (JSON_NODE_NULL) : json_node_copy (value));
  }
  json_object_iter_init (&iter, setting->patch);
  while (json_object_iter_next (&iter, &name, &value))
    json_object_set_member (draft, name, json_node_copy (value));
  return draft;
}

static void
try_setting (Run *run, const FoyerPreviewSetting *setting)
{
  const FoyerPreviewSetting *before = run->setting;

  if (json_object_get_size (setting->patch) > 0) {
    foyer_preview_world_publish (run->world, setting->patch);
    foyer_preview_world_pull (run->world);
  }
  if (before != NULL) {
    run->draft = make_draft (run, setting, before);
    for_all (run, try_draft);
    g_clear_pointer (&run->draft, json_object_unref);
  }
  run->setting = setting;
  g_hash_table_remove_all (run->drafted);
  /* What looking itself writes, such as that a message was read, is written first. */
  for_all (run, warm_up);
  foyer_preview_world_pull (run->world);
  for_all (run, try_page);
  for_all (run, try_live);
}

/* --- What is no page --- */

static void
on_leak (gpointer data, guint onlooker, const char *address, const char *where, const char *leak)
{
  tell (data, &n_leaks, onlooker, address, "%s has %s", where, leak);
}

/* What is pressed changes the business, so it comes last: under the settings as they are. */
static void
hunt (Run *run)
{
  g_autoptr (JsonObject) nothing = json_object_new ();
  const FoyerPreviewSetting as_they_are = { (char *) "as they are", nothing };
  guint one_in = brief ? 24 : 4;
  FoyerLeakHunt hunting = { .world = run->world, .pages = run->pages, .told = on_leak, .data = run };

  run->setting = &as_they_are;
  foyer_preview_world_publish (run->world, nothing);
  for (guint i = 0; i < run->world->onlookers->len; i++) {
    const FoyerOnlooker *onlooker = run->world->onlookers->pdata[i];

    if (onlooker->browser == NULL || onlooker->browser->session == NULL
        || (only_onlooker >= 0 ? (guint) only_onlooker != i : !every && (i + run->seed) % one_in != 0))
      continue;
    foyer_leak_hunt_papers (&hunting, i);
    foyer_leak_hunt_sentences (&hunting, i);
    foyer_leak_hunt_answers (&hunting, i);
  }
  foyer_leak_hunt_decide (&hunting);
  foyer_leak_hunt_mails (&hunting);
  n_answers += hunting.n_answers;
  n_papers += hunting.n_papers;
  n_mails += hunting.n_mails;
  n_sentences += hunting.n_sentences;
}

static void
run_seed (guint64 seed)
{
  g_autoptr (FoyerPreviewWorld) world = foyer_preview_world_new (seed);
  g_autoptr (FoyerPreviewPages) pages = foyer_preview_pages_new (world, seed);
  g_autoptr (GHashTable) drafted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) settings = foyer_preview_settings_list (world, seed);
  Run run = { .world = world, .pages = pages, .seed = seed, .drafted = drafted };

  for (guint i = 0; !answers_alone && i < settings->len; i++) {
    const FoyerPreviewSetting *setting = settings->pdata[i];

    if (only_setting == NULL || strcmp (only_setting, setting->name) == 0)
      try_setting (&run, setting);
  }
  if (only_setting == NULL && only_page == NULL)
    hunt (&run);
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "onlooker", 0, 0, G_OPTION_ARG_INT, &only_onlooker, "Look as this one alone", "N" },
    { "page", 0, 0, G_OPTION_ARG_STRING, &only_page, "Look at this address alone", "ADDRESS" },
    { "setting", 0, 0, G_OPTION_ARG_STRING, &only_setting, "Look under these settings alone", "NAME" },
    { "brief", 0, 0, G_OPTION_ARG_NONE, &brief, "Fewer onlookers", NULL },
    { "every", 0, 0, G_OPTION_ARG_NONE, &every, "Everybody and every page under all settings", NULL },
    { "answers", 0, 0, G_OPTION_ARG_NONE, &answers_alone, "What is no page, and no pages", NULL },
    G_OPTION_ENTRY_NULL,
  };
  FoyerProof proof;

  foyer_proof_begin (&proof, "preview", RUNS, entries, &argc, &argv);
  for (guint64 i = 0; i < proof.runs; i++)
    run_seed (proof.first_seed + i);
  g_print ("%" G_GUINT64_FORMAT " of them as a browser got them, %" G_GUINT64_FORMAT " as drafts too\n",
           n_live, n_drafts);
  g_print ("%" G_GUINT64_FORMAT " answers to forms, %" G_GUINT64_FORMAT " papers, %" G_GUINT64_FORMAT
           " mails and %" G_GUINT64_FORMAT " sentences to be read out were looked through\n",
           n_answers, n_papers, n_mails, n_sentences);
  g_print ("prove preview: %" G_GUINT64_FORMAT " pages, %" G_GUINT64_FORMAT " differ, %" G_GUINT64_FORMAT
           " leaks\n",
           n_pages, n_differing, n_leaks);
  return n_pages > 0 && n_telling > 0 && n_differing + n_leaks == 0 ? 0 : 1;
}
