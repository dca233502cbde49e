/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-web-module.h"

G_BEGIN_DECLS

/**
 * FoyerWebFixture:
 * @view: (nullable): in @window, once foyer_web_fixture_open() has made it
 * @asked: the addresses that were asked for, in order
 * @told: what the view told, in order: `page ADDRESS`, `painted ADDRESS`, `act METHOD ADDRESS`, `leave ADDRESS`, `died again`, `died`
 * @heard: how much of that foyer_web_fixture_wait() has been through
 * @held: while %TRUE requests are kept in @waiting instead of being answered
 *
 * A host in memory with a window. Pages are found by their path; what is not there is answered with nothing.
 */
typedef struct {
  FoyerClock *clock;
  FoyerWebModule *module;
  GtkWindow *window;
  GtkWidget *view;
  GHashTable *pages;
  GPtrArray *asked;
  GPtrArray *told;
  guint heard;
  gboolean held;
  GPtrArray *waiting;
} FoyerWebFixture;

void foyer_web_fixture_set_up (FoyerWebFixture *self, gconstpointer data);
void foyer_web_fixture_tear_down (FoyerWebFixture *self, gconstpointer data);

/**
 * foyer_web_fixture_put:
 * @path: as in `/visits`; its ending says what it is: `.css`, `.svg`, else a page
 */
void foyer_web_fixture_put (FoyerWebFixture *self, const char *path, const char *content);

/**
 * foyer_web_fixture_try_open:
 * @sibling: (nullable): as of foyer_web_module_make_view_async()
 *
 * Returns: whether there is a view now, and why not
 */
gboolean foyer_web_fixture_try_open (FoyerWebFixture *self, GtkWidget *sibling, GError **error);
void foyer_web_fixture_open (FoyerWebFixture *self);

/**
 * foyer_web_fixture_show:
 *
 * Loads the page of @path and waits until it is painted.
 */
void foyer_web_fixture_show (FoyerWebFixture *self, const char *path);

/**
 * foyer_web_fixture_wait:
 * @what: waits until this was told, after what was waited for before
 */
void foyer_web_fixture_wait (FoyerWebFixture *self, const char *what);

gboolean foyer_web_fixture_was_told (FoyerWebFixture *self, const char *what);

/**
 * foyer_web_fixture_take_picture:
 *
 * Returns: (transfer full): a picture, as `take_picture_async` of #FoyerWebRoom
 */
GdkTexture *foyer_web_fixture_take_picture (FoyerWebFixture *self, int css_width, gboolean whole);

/**
 * foyer_web_fixture_click:
 * @x: from the left edge of the view, @y from its top
 *
 * Clicks as a person would.
 */
void foyer_web_fixture_click (FoyerWebFixture *self, int x, int y);

/**
 * foyer_web_fixture_find_processes:
 * @name: as of the file that is run, at most 15 characters of it
 *
 * Returns: (transfer full): the ids of the processes of that name that this one or its children started
 */
GArray *foyer_web_fixture_find_processes (const char *name);

G_END_DECLS
