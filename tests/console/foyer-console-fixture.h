/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-desk.h"
#include "foyer-test-business.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoyerConsoleFixture:
 * @business: what the server has
 * @store: what this computer has: the same, in a folder of its own, with inline workers
 * @desk: over @store, without a server
 * @role: (nullable): set before the set-up: as whom Ana (st-1) is signed in; %NULL for a desk at which nobody is
 *
 * A desk to sit at. It is Friday 2025-05-02, 09:00 in Chicago, until the test says otherwise.
 */
typedef struct {
  FoyerTestBusiness *business;
  char *directory;
  FoyerManualClock *clock;
  FoyerRandom *random;
  FoyerStore *store;
  FoyerDesk *desk;
  const char *role;
} FoyerConsoleFixture;

void foyer_console_fixture_set_up (FoyerConsoleFixture *self, gconstpointer data);
void foyer_console_fixture_tear_down (FoyerConsoleFixture *self, gconstpointer data);

/**
 * foyer_console_fixture_pull:
 * @json: records as foyer_test_business_put() takes them: they change on the server and are pulled
 */
void foyer_console_fixture_pull (FoyerConsoleFixture *self, const char *json);

/**
 * foyer_console_fixture_add_requests:
 *
 * Three requests are pulled: bk-1 and bk-2 on Tuesday 6 May, bk-3 on Wednesday. All fit.
 */
void foyer_console_fixture_add_requests (FoyerConsoleFixture *self);

/**
 * foyer_console_fixture_get_booking:
 * @id: short, as in `bk-1`
 */
FoyerRecord *foyer_console_fixture_get_booking (FoyerConsoleFixture *self, const char *id);

/**
 * foyer_console_fixture_make_window:
 *
 * Returns: (transfer none): a window for a page, in which the focus is kept as in the console's own. Its caller destroys it
 */
GtkWindow *foyer_console_fixture_make_window (void);

G_END_DECLS
