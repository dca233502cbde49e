/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-canary.h"
#include "foyer-one-console.h"
#include "foyer-test-api.h"
#include "test-site-browser.h"

G_BEGIN_DECLS

/**
 * FoyerOnlooker:
 * @link_id: (nullable): their link; %NULL for somebody who came by none
 * @property_ids: (nullable): the sites that they see; %NULL for all
 * @browser: (nullable): signed in by that link; %NULL without one, or where they are not let in
 *
 * Somebody who looks at the portal.
 */
typedef struct {
  char *name;
  char *client_id;
  char *person_id;
  char *link_id;
  char **property_ids;
  TestBrowser *browser;
} FoyerOnlooker;

/**
 * FoyerPreviewWorld:
 * @onlookers: (element-type FoyerOnlooker): everybody
 *
 * The sample business on a server, whose door is open on loopback, a console that holds all of it, and a browser of everybody who has a link.
 */
typedef struct {
  FoyerTestServer *server;
  gint64 organisation;
  FoyerTestApi api;
  FoyerOneConsole *console;
  FoyerCanaries *canaries;
  JsonObject *first_settings;
  GPtrArray *onlookers;
} FoyerPreviewWorld;

FoyerPreviewWorld *foyer_preview_world_new (guint64 seed);
void foyer_preview_world_free (FoyerPreviewWorld *self);

/**
 * foyer_preview_world_publish:
 * @patch: to the settings of the sample business
 *
 * Publishes settings in place of those before, and has everybody who has a link sign in anew, for some of it counts from the next sign-in.
 */
void foyer_preview_world_publish (FoyerPreviewWorld *self, JsonObject *patch);

/**
 * foyer_preview_world_pull:
 *
 * Brings the console into step with the server.
 */
void foyer_preview_world_pull (FoyerPreviewWorld *self);

/**
 * foyer_preview_world_read:
 *
 * Has @work look at the server's records.
 */
void foyer_preview_world_read (FoyerPreviewWorld *self, FoyerBackendWork work, gpointer data);

/**
 * foyer_preview_world_list:
 *
 * Returns: (transfer full) (element-type FoyerRecord): all records of @type at the server
 */
GPtrArray *foyer_preview_world_list (FoyerPreviewWorld *self, const FoyerRecordType *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPreviewWorld, foyer_preview_world_free)

G_END_DECLS
