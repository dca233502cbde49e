/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prove-preview-dom.c - the document that a client's browser builds from the live portal is the one that the preview builds */

#include "foyer-page-tree.h"
#include "foyer-preview-pages.h"
#include "foyer-preview-settings.h"
#include "foyer-proof.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RUNS 1
#define MOST_SHOWN 10

/* Of all places of all onlookers one in so many is looked at under settings that were changed; in short there are fewer. */
#define ONE_IN 120
#define ONE_IN_BRIEF 3600

typedef struct {
  FoyerPreviewWorld *world;
  FoyerPreviewPages *pages;
  FoyerPageTrees *trees;
  FoyerRandom *random;
  const FoyerPreviewSetting *setting;
  guint64 seed;
} Run;

typedef struct {
  guint onlooker;
  char *address;
} Place;

static guint64 n_pages;
static guint64 n_nodes;
static guint64 n_differing;
static char *only_setting;
static char *only_page;
static int only_onlooker = -1;
static gboolean brief;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->address);
  g_free (place);
}

static void
tell (Run *run, const Place *place, const char *preview, const char *live)
{
  const FoyerOnlooker *onlooker = run->world->onlookers->pdata[place->onlooker];
  g_auto (GStrv) here = g_strsplit (preview, "\n", -1);
  g_auto (GStrv) there = g_strsplit (live, "\n", -1);
  guint line = 0;

  if (++n_differing > MOST_SHOWN)
    return;
  while (here[line] != NULL && g_strcmp0 (here[line], there[line]) == 0)
    line++;
  g_print ("%s at %s, settings %s, node %u: the preview has “%s”, the live page “%s”\n"
           "Again: ./dev prove preview-dom --first-seed %" G_GUINT64_FORMAT
           " --runs 1 --onlooker %u --page '%s' --setting '%s'\n",
           onlooker->name, place->address, run->setting->name, line, here[line], there[line], run->seed,
           place->onlooker, place->address, run->setting->name);
}

static void
try_place (Run *run, const Place *place)
{
  const FoyerOnlooker *onlooker = run->world->onlookers->pdata[place->onlooker];
  g_autofree char *live
      = onlooker->browser == NULL ? NULL : foyer_page_trees_read_live (run->trees, onlooker, place->address);
  g_autofree char *preview = NULL;

  if (live == NULL)
    return;
  preview = foyer_page_trees_read_preview (run->trees, onlooker, place->address, FALSE);
  n_pages++;
  for (const char *at = live; at != NULL; at = strchr (at + 1, '\n'))
    n_nodes++;
  if (strcmp (preview, live) != 0)
    tell (run, place, preview, live);
}

/* Under the settings as they are everybody looks at what is typical; under others, and in short, chance says who looks at what. */
static gboolean
is_wanted (Run *run, guint onlooker, guint index)
{
  gboolean is_first = json_object_get_size (run->setting->patch) == 0;
  const char *address = foyer_preview_pages_get (run->pages, onlooker, index);

  if (foyer_preview_pages_is_of_session (address))
    return FALSE;
  if (only_onlooker >= 0 || only_page != NULL)
    return (only_onlooker < 0 || (guint) only_onlooker == onlooker)
           && (only_page == NULL || strcmp (only_page, address) == 0);
  if (is_first && !brief)
    return foyer_preview_pages_is_typical (run->pages, onlooker, index);
  return foyer_random_below (run->random, brief && !is_first ? ONE_IN_BRIEF : ONE_IN) == 0;
}

static GPtrArray *
choose_places (Run *run)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (place_free);

  for (guint i = 0; i < run->world->onlookers->len; i++) {
    const FoyerOnlooker *onlooker = run->world->onlookers->pdata[i];

    for (guint k = 0; onlooker->link_id != NULL && k < foyer_preview_pages_count (run->pages, i); k++) {
      Place *place;

      if (!is_wanted (run, i, k))
        continue;
      place = g_new0 (Place, 1);
      place->onlooker = i;
      place->address = g_strdup (foyer_preview_pages_get (run->pages, i, k));
      g_ptr_array_add (places, place);
    }
  }
  return places;
}

/* What looking itself writes, such as that a message was read. */
static void
warm_up (Run *run, const Place *place)
{
  const FoyerOnlooker *onlooker = run->world->onlookers->pdata[place->onlooker];
  g_autoptr (FoyerHttpResponse) response
      = onlooker->browser == NULL ? NULL : test_browser_get (onlooker->browser, place->address);
}

static void
try_setting (Run *run, const FoyerPreviewSetting *setting)
{
  g_autoptr (GPtrArray) places = NULL;

  run->setting = setting;
  places = choose_places (run);
  if (places->len == 0)
    return;
  if (json_object_get_size (setting->patch) > 0)
    foyer_preview_world_publish (run->world, setting->patch);
  for (guint i = 0; i < places->len; i++)
    warm_up (run, places->pdata[i]);
  foyer_preview_world_pull (run->world);
  for (guint i = 0; i < places->len; i++)
    try_place (run, places->pdata[i]);
}

/* Home names who looks: where names are made unreadable it is another document. Who does not see that sees nothing. */
static void
check_eyes (Run *run)
{
  const FoyerOnlooker *onlooker = NULL;
  g_autofree char *live = NULL;
  g_autofree char *masked = NULL;

  for (guint i = 0; onlooker == NULL || onlooker->browser == NULL; i++)
    onlooker = run->world->onlookers->pdata[i];
  live = foyer_page_trees_read_live (run->trees, onlooker, "/");
  masked = foyer_page_trees_read_preview (run->trees, onlooker, "/", TRUE);
  if (g_strcmp0 (masked, live) == 0)
    g_error ("A masked page passes for the live one");
}

static void
run_seed (guint64 seed)
{
  g_autoptr (FoyerPreviewWorld) world = foyer_preview_world_new (seed);
  g_autoptr (FoyerPreviewPages) pages = foyer_preview_pages_new (world, seed);
  g_autoptr (FoyerPageTrees) trees = foyer_page_trees_new (world);
  g_autoptr (FoyerRandom) random = foyer_random_new_seeded (seed);
  g_autoptr (GPtrArray) settings = foyer_preview_settings_list (world, seed);
  Run run = { .world = world, .pages = pages, .trees = trees, .random = random, .seed = seed };

  check_eyes (&run);
  for (guint i = 0; i < settings->len; i++) {
    const FoyerPreviewSetting *setting = settings->pdata[i];

    if (only_setting == NULL || strcmp (only_setting, setting->name) == 0)
      try_setting (&run, setting);
  }
}

/* A display of its own, and where the web room and what listens in it are. */
static void
enter_session (char **argv)
{
  g_autofree char *session
      = g_build_filename (g_getenv ("FOYER_SOURCE_DIR"), "tests", "lib", "session.sh", NULL);
  g_autofree char *modules
      = g_build_filename (g_getenv ("FOYER_BUILD_DIR"), "src", "console", "preview", "web", NULL);
  g_autofree char *listener
      = g_build_filename (g_getenv ("FOYER_BUILD_DIR"), "tests", "prove", "page-tree", NULL);
  g_autoptr (GPtrArray) command = g_ptr_array_new ();

  g_setenv ("FOYER_MODULE_DIR", modules, FALSE);
  g_setenv ("FOYER_PAGE_TREE_DIR", listener, FALSE);
  if (g_getenv ("FOYER_SESSION") != NULL)
    return;
  g_ptr_array_add (command, session);
  for (guint i = 0; argv[i] != NULL; i++)
    g_ptr_array_add (command, argv[i]);
  g_ptr_array_add (command, NULL);
  execv (session, (char **) command->pdata);
  g_error ("There is no session to be had");
}

int
main (int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "onlooker", 0, 0, G_OPTION_ARG_INT, &only_onlooker, "Look as this one alone", "N" },
    { "page", 0, 0, G_OPTION_ARG_STRING, &only_page, "Look at this address alone", "ADDRESS" },
    { "setting", 0, 0, G_OPTION_ARG_STRING, &only_setting, "Look under these settings alone", "NAME" },
    { "brief", 0, 0, G_OPTION_ARG_NONE, &brief, "Fewer pages", NULL },
    G_OPTION_ENTRY_NULL,
  };
  FoyerProof proof;

  enter_session (argv);
  foyer_proof_begin (&proof, "preview-dom", RUNS, entries, &argc, &argv);
  /* WebKit warns that there is no OpenGL here. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  adw_init ();
  for (guint64 i = 0; i < proof.runs; i++)
    run_seed (proof.first_seed + i);
  g_print ("prove preview-dom: %" G_GUINT64_FORMAT " pages, %" G_GUINT64_FORMAT " nodes, %" G_GUINT64_FORMAT
           " differ\n",
           n_pages, n_nodes, n_differing);
  return n_pages > 0 && n_differing == 0 ? 0 : 1;
}
