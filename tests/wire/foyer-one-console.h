/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-loopback.h"
#include "foyer-sync-engine.h"

/* One console and the server core in one thread, on a clock that is told when to move. */

#define SECONDS(n) ((gint64) (n) *G_USEC_PER_SEC)

typedef struct {
  FoyerTestServer *server;
  char *token;
  GString *trace;
  char *directory;
  FoyerRandom *random;
  FoyerStore *store;
  FoyerLoopback *loopback;
  FoyerSyncEngine *engine;
} FoyerOneConsole;

/**
 * foyer_one_console_new:
 *
 * Returns: (transfer full): a console that has started; it is in step with the server after a second of foyer_one_console_pass()
 */
FoyerOneConsole *foyer_one_console_new (void);

/**
 * foyer_one_console_new_at:
 * @server: (transfer full)
 * @token: of whoever is signed in
 *
 * Returns: (transfer full): the same at a server that is there already
 */
FoyerOneConsole *foyer_one_console_new_at (FoyerTestServer *server, const char *token);
void foyer_one_console_free (FoyerOneConsole *self);

/**
 * foyer_one_console_close:
 *
 * Closes the console, as for a restart.
 */
void foyer_one_console_close (FoyerOneConsole *self);
void foyer_one_console_open (FoyerOneConsole *self);

/**
 * foyer_one_console_pass:
 * @time: microseconds
 *
 * Lets time pass: timers in their order, and whatever they set off in between.
 */
void foyer_one_console_pass (FoyerOneConsole *self, gint64 time);

/**
 * foyer_one_console_create_label:
 *
 * Returns: (transfer full): the label's id
 */
char *foyer_one_console_create_label (FoyerOneConsole *self, const char *name);

/**
 * foyer_one_console_update_label:
 * @patch: ' stands for "
 *
 * Returns: (transfer full): the operation's id
 */
char *foyer_one_console_update_label (FoyerOneConsole *self, const char *id, const char *patch);

/**
 * foyer_one_console_find:
 *
 * Returns: (transfer full) (nullable): the newest operation on the record
 */
FoyerOperation *foyer_one_console_find (FoyerOneConsole *self, const char *record_id);

/**
 * foyer_one_console_label_at_server:
 *
 * Returns: (transfer full) (nullable): the label's name there, %NULL if it is not there
 */
char *foyer_one_console_label_at_server (FoyerOneConsole *self, const char *id);
